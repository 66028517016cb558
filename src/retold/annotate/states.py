"""States and what stands for their governments: a capital, a state and "the … administration" speak for one body."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib.resources import files

from .folding import fold

_ADMINISTRATION = re.compile(r"\b([A-Z][\w’'-]+) administration\b")


@functools.cache
def _tables() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Return (folded name, adjective or seat → state) and (state → adjectives), from ``data/states.toml``."""
    table = tomllib.loads((files("retold.data") / "states.toml").read_text("utf-8"))
    state_of: dict[str, str] = {}
    adjectives: dict[str, tuple[str, ...]] = {}
    for state in table["state"]:
        adjectives[state["name"]] = tuple(state["adjectives"])
        for word in (state["name"], *state["adjectives"], *state["seats"]):
            state_of.setdefault(fold(word).removeprefix("the "), state["name"])
    return state_of, adjectives


def state_of(name: str) -> str | None:
    """The state that a place, an adjective or a government's name means when it speaks; None: none known.

    "Oslo", "Norwegian government", "Norway" → "Norway"; "the Marlow administration" → "United States", whose word it is.
    """
    plain = fold(name).strip().removeprefix("the ").rstrip(".") if name not in {"U.S.", "U.K."} else fold(name)
    table = _tables()[0]
    if plain in table:
        return table[plain]
    for suffix in (" government", " authorities", " regime", " officials", " leadership"):
        if plain.endswith(suffix) and plain.removesuffix(suffix) in table:
            return table[plain.removesuffix(suffix)]
    return "United States" if plain.endswith(" administration") and len(plain.split()) == 2 else None


def seats_of(state: str) -> tuple[str, ...]:
    """The towns that stand for a state, folded, its capital first."""
    states, adjectives = _tables()
    own = {fold(word) for word in (state, *adjectives.get(state, ()))}
    return tuple(word for word, its in states.items() if its == state and word not in own)


def is_seat(key: str) -> bool:
    """Whether a folded name that stands for a state is a town: it is neither the state's own name nor an adjective."""
    states, adjectives = _tables()
    state = states.get(key)
    return state is not None and key != fold(state) and key not in {fold(word) for word in adjectives[state]}


def government_in(text: str, state: str) -> str | None:
    """What an article calls the government of ``state`` ("Marlow administration", "Norwegian government"); None: it names none."""
    if state == "United States":
        found = _ADMINISTRATION.search(text)
        if found:
            return found[0]
    for adjective in _tables()[1].get(state, ()):
        phrase = f"{adjective} government"
        if phrase in text:
            return phrase
    return None
