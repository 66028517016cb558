"""What an entry of wording is about, as a short noun phrase: "what the Merrin is called", "an arrest or a capture: Oda Merrin"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .places import Place
from .words import Told


def topic_of(thing: str, places: Sequence[Place], told: Told) -> str:
    """The topic of names for ``thing`` in places that are alike: with the name that most of them hold."""
    near = _common([frozenset(place.around) & told.names for place in places], told)
    return f"{thing}: {near}" if near else thing


def called(name: str) -> str:
    """The topic of what somebody or something is called."""
    return f"what {name} is called"


def _common(held: Sequence[frozenset[str]], told: Told) -> str | None:
    """The name that most of them hold, at least two; of equals the rarest."""
    count = Counter(name for names in held for name in names)
    if not count:
        return None
    best = max(count, key=lambda name: (count[name], told.weight.get(name, 0.0), name))
    return best if count[best] > 1 else None
