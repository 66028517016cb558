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


_SMALL = frozenset({"of", "for", "and", "the", "in", "on"})


def spells(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name of one word, three letters or more, is the initials of another, its small words counted or not: ICRC, TASS."""
    if len(short) != 1 or len(short[0].replace(".", "")) < 3 or len(full) < 3:
        return False
    return short[0].replace(".", "") in {"".join(w[0] for w in full), "".join(w[0] for w in full if w not in _SMALL)}
