"""Names and words without what spellings differ in: capitals, diacritics, particles, possessive endings."""

from __future__ import annotations

import functools
import re
import unicodedata

from .roles import PARTICLES

POSSESSIVE = re.compile(r"[’']s?$")


@functools.lru_cache(maxsize=32768)  # an article asks for each of its words many times
def fold(text: str) -> str:
    """Lower case without diacritics."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def name_key(text: str) -> tuple[str, ...]:
    """Words of a name, folded, particles and possessive endings left out; a hyphenated given name counts as its parts."""
    words = (fold(POSSESSIVE.sub("", w)).strip(".") for w in re.findall(r"[^\W_]+(?:[.’'][^\W_]+)*\.?", text))
    return tuple(w for w in words if w and w not in PARTICLES)
