"""The words by which tellings are compared: stems of content words, and states for whatever outlets call them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ...annotate.states import state_of
from ..passages import stems

_CAPITAL: Final = re.compile(r"\b[A-Z][\w.-]*\w")


def terms_of(text: str) -> frozenset[str]:
    """Stems of the content words of ``text``; "Osloer", "Oslo" and "Norwegian" add their state."""
    return stems(text) | {state for word in _CAPITAL.findall(text) if (state := _state(word))}


@lru_cache(maxsize=8192)
def _state(word: str) -> str | None:
    found = state_of(word)
    return f"={found}" if found else None
