"""Where something is: the towns, squares and buildings that a passage names, and which of two towns may lie in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from ...annotate.folding import fold
from ...annotate.states import is_seat, state_of
from ...records import Annotated, Name, Span
from .claims import Told

__all__ = ["apart_on_the_map", "capital_in", "is_town", "sites_in", "town"]

_SPELT = 75.0
"""Likeness of spelling (0 to 100) from which two names are taken for one town; Madrid and Lisbon have 33."""
_CAPITAL = re.compile(r"\bthe ([A-Z][a-z]+(?: [A-Z][a-z]+)?) capital\b")
_REGIONS = frozenset(
    """asia iowa ohio utah idaho maine texas wales africa alaska crimea europe hawaii kansas nevada oregon punjab quebec alabama alberta
    america arizona bavaria england florida georgia indiana kashmir montana ontario vermont wyoming arkansas colorado delaware illinois
    kentucky manitoba maryland michigan missouri nebraska oklahoma scotland tasmania victoria virginia catalonia kurdistan louisiana
    minnesota tennessee wisconsin california queensland washington connecticut mississippi pennsylvania saskatchewan
    massachusetts""".split()
)
"""Regions that reports name without saying so; towns lie in them."""
_WIDE = re.compile(
    r"\b(?:county|province|state|region|district|island|islands|valley|coast|bay|area|republic|north|south|east|west|new (?:mexico|jersey|"
    r"hampshire|south wales)|(?:north|south) (?:carolina|dakota)|west virginia|rhode island|middle east|northern ireland)\b"
)
"""Words of names that are wider than a town."""
_BETWEEN = re.compile(r"(?:, | in | of | near | outside | outside of |['’]s | \(|/|-| and )?(?:the )?(?:[a-z-]+ ){0,3}(?:of |in |near )?")
"""What stands between a place and another that it lies in or beside: "Vellmar, Ardland", "the Vellmar suburb of Norby"."""


def sites_in(annotated: Annotated, span: Span) -> frozenset[str]:
    """Places and bodies that ``span`` names, folded; states, their adjectives and regions left out."""
    return frozenset(key for name in annotated.names if _within(name.span, span) and name.kind != "person" and (key := town(name)))


def town(name: Name) -> str | None:
    """The name of a town, square or building, folded; None for a state, an adjective or a region."""
    key = fold(name.text).removeprefix("the ")
    return key if is_town(key) else None


def is_town(key: str) -> bool:
    """Whether a name, folded, is none of a state or region, nor an adjective; a building or square may be meant as well as a town."""
    state = state_of(key) or state_of(key.upper())  # "U.S." is known in capitals only
    return not (key in _REGIONS or _WIDE.search(key) or (state is not None and not is_seat(key)))


def capital_in(text: str, start: int) -> Iterator[tuple[Span, str]]:
    """Seats that a passage tells by their state: "the Norwegian capital" → span and state."""
    for found in _CAPITAL.finditer(text):
        state = state_of(found[1])
        if state is not None:
            yield (start + found.start(), start + found.end()), state


def apart_on_the_map(one: str, other: str, told: Told) -> bool:
    """Whether no article writes two towns side by side, as it does where one lies in or beside the other, nor one is the other misspelt."""
    if set(one.split()) & set(other.split()) or ratio(one, other) >= _SPELT:
        return False
    for annotated in told.annotated.values():
        text = fold(annotated.article.text)
        for a, b in ((one, other), (other, one)):
            for found in re.finditer(re.escape(a), text):
                behind = text[found.end() : found.end() + 40 + len(b)]
                at = behind.find(b)
                if at >= 0 and _BETWEEN.fullmatch(behind[:at]):
                    return False
    return True


def _within(one: Span, other: Span) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]
