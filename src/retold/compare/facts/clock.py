"""Disputes of hour: one event at two times of day, and conversions to Greenwich time that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from ...records import Span
from ...settings import FactSettings
from .claims import Claim, Told, statement_of
from .differences import Difference, Side, difference_of
from .likeness import LIGHT, same_matter
from .lineup import Group, Pair
from .topics import matter_of

__all__ = ["Clock", "clock_differences", "find_clocks"]

_CLOCK = re.compile(
    r"""\b(?:at|around|about|by|before|after|since|until|approximately)\s(?:(?:around|about|exactly|just|after|before)\s)*
    (?P<clock>(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?
        (?:\s?(?P<half>[ap])\.?\s?m\b\.?)?
        (?:,?\s\(?(?P<zone>GMT|UTC|BST|CES?T|[ECMP][SD]?T|JST|IST|MSK|local\stime)\b\)?)?
        (?:\s?\(?(?P<gmt>\d{2}:?\d{2})\s(?:GMT|UTC)\)?)?)""",
    re.IGNORECASE | re.VERBOSE,
)
_OFFSETS = {
    "GMT": 0,
    "UTC": 0,
    "BST": 1,
    "CET": 1,
    "CEST": 2,
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
    "JST": 9,
    "MSK": 3,
}
"""Hours before Greenwich time, of zones that news names."""
_DAY = 24 * 60
_LOOSE = 15
"""Minutes that two reports of one moment may differ by."""


class Clock(NamedTuple):
    """A time of day."""

    span: Span
    local: int
    """Minutes after midnight, as told."""
    greenwich: int | None
    """The same in Greenwich time, where the article gives it or names a zone; None: neither."""


def clock_differences(groups: Sequence[Group], told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find events told at two times of day; at most one difference for each group."""
    for group in groups:
        for pair in group.pairs:
            clash = _clash(pair, told, settings)
            if clash is not None:
                sides = [_side(claim, clock, told) for claim, clock in zip((pair.left, pair.right), clash, strict=True)]
                yield difference_of("date", matter_of(pair.left, told, "at what time"), sides, told, confidence=pair.score)
                break


def find_clocks(text: str, span: Span) -> list[Clock]:
    """The times of day in a span: `11:36 a.m. (1936 GMT)`, `7 p.m.`, `18:05 CET`; a bare `11.36` may be a sum and is none."""
    return [clock for match in _CLOCK.finditer(text, *span) if (clock := _read(match)) is not None]


def _read(match: re.Match[str]) -> Clock | None:
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), (match["half"] or "").lower()
    zone = (match["zone"] or "").upper().replace("LOCAL TIME", "")
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12) or not (half or zone or (match["minute"] and ":" in match[0])):
        return None
    if zone and zone not in _OFFSETS:  # "ET" is one thing in summer and another in winter
        return None
    local = (hour % 12 + (12 if half == "p" else 0) if half else hour) * 60 + minute
    greenwich = int(local - _OFFSETS[zone] * 60) % _DAY if zone else None
    if match["gmt"]:
        digits = match["gmt"].replace(":", "")
        greenwich = (int(digits[:2]) * 60 + int(digits[2:])) % _DAY
    return Clock(match.span("clock"), local, greenwich)


def _clash(pair: Pair, told: Told, settings: FactSettings) -> tuple[Clock, Clock] | None:
    if same_matter(pair.left, pair.right, told.weight, settings) < settings.least or pair.left.assertion.lemma in LIGHT:
        return None
    here, there = (find_clocks(told.annotated[claim.article].article.text, claim.span) for claim in (pair.left, pair.right))
    if not here or not there or any(_agree(one, other) for one, other in product(here, there)):
        return None
    return here[0], there[0]


def _agree(one: Clock, other: Clock) -> bool:
    """Whether two times can be one; where an article leaves the zone out, the place's own is meant."""
    if one.greenwich is not None and other.greenwich is not None:
        return _minutes(one.greenwich, other.greenwich) <= _LOOSE
    return _minutes(one.local, other.local) <= _LOOSE or one.greenwich is not None or other.greenwich is not None


def _minutes(one: int, other: int) -> int:
    return min((one - other) % _DAY, (other - one) % _DAY)


def _side(claim: Claim, clock: Clock, told: Told) -> Side:
    says = told.text(claim.article, clock.span)
    return Side(says=says, statements=(statement_of(claim, told, says=says),))
