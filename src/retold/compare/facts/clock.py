"""Disputes of hour: one event at two times of day, and conversions to Greenwich time that cannot be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from ...records import Span, Statement
from ...settings import FactSettings
from ..passages import stems
from .claims import Claim, Told, statement_of
from .differences import Difference, Side, difference_of
from .likeness import LIGHT, cosine, same_matter
from .lineup import Group, Pair
from .topics import matter_of

__all__ = ["Clock", "clock_differences", "find_clocks"]

_CLOCK = re.compile(
    r"""\b(?:at|around|about|by|before|after|since|until|approximately)\s(?:(?:around|about|exactly|just|after|before)\s)*
    (?P<clock>(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?
        (?:\s?(?P<half>[ap])\.?\s?m\b\.?)?
        (?:,?\s\(?(?P<zone>GMT|UTC|BST|CES?T|[ECMP][SD]?T|JST|IST|MSK|local\stime)\b\)?)?
        (?:\s?\(?(?P<gmt>\d{1,2}[:.]?\d{2})\s?(?:GMT|UTC)\)?)?)""",
    re.IGNORECASE | re.VERBOSE,
)
_HALF = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
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
_SUMMER = 60
"""Minutes that a zone's name may be wrong by: in summer news goes on writing "EST"."""
_ROUND = 15
"""Minutes: a clock on such a minute may be that of another event, one on 11:36 hardly."""
_ALIKE = 0.3
"""Likeness of sentences from which two clocks on a round minute are of one event."""
_SURE = 0.85


class Clock(NamedTuple):
    """A time of day."""

    span: Span
    local: int
    """Minutes after midnight, as told."""
    greenwich: int | None
    """The same in Greenwich time, where the article gives it or names a zone; None: neither."""
    half: bool = False
    """It says whether before or after noon, or counts 24 hours."""
    impossible: bool = False
    """Its zone and what it is said to be in Greenwich time do not go together."""


class _Shown(NamedTuple):
    """A clock in its sentence."""

    article: str
    clock: Clock
    sentence: Span
    terms: frozenset[str]


def clock_differences(groups: Sequence[Group], told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find events told at two times of day, at most one difference for each group, and one time that articles convert differently."""
    yield from _conversions(told)
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
    zone = (match["zone"] or "").upper()
    zone = "" if zone.startswith("LOCAL") else zone
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12) or not (half or zone or (match["minute"] and ":" in match[0])):
        return None
    if zone and zone not in _OFFSETS:  # "ET" is one thing in summer and another in winter
        return None
    local = (hour % 12 + (12 if half == "p" else 0) if half else hour) * 60 + minute
    own = int(local - _OFFSETS[zone] * 60) % _DAY if zone else None
    given = _greenwich(match["gmt"])
    return Clock(
        span=match.span("clock"),
        local=local,
        greenwich=own if given is None else given,
        half=bool(half) or hour > 12,
        impossible=own is not None and given is not None and _minutes(own, given) > _SUMMER,
    )


def _greenwich(words: str | None) -> int | None:
    """Minutes after midnight of "1936", "9:36"; None: no time of day."""
    digits = re.sub(r"[:.]", "", words or "").zfill(4)
    hour, minute = int(digits[:2]), int(digits[2:])
    return hour * 60 + minute if words and hour < 24 and minute < 60 else None


# ---------------------------------------------------------------------------------------------- one clock, converted differently


def _conversions(told: Told) -> Iterator[Difference]:
    """One hour and minute that is two moments, or that an article converts so that it cannot be: one of them is a slip."""
    shown = [one for article in told.annotated for one in _shown(article, told)]
    by_clock = defaultdict[int, list[_Shown]](list)
    for one in shown:
        by_clock[one.clock.local % (_DAY // 2)].append(one)
    for _, some in sorted(by_clock.items()):
        clash = next((pair for pair in combinations(some, 2) if _slip(*pair, told)), None)
        wrong = next((one for one in some if one.clock.impossible), None)
        if clash is not None or wrong is not None:
            around = clash or ((wrong,) if wrong else ())
            beside = [one for one in some if one in around or any(_one_event(one, other, told) for other in around)]
            yield _slipped(beside, told)


def _shown(article: str, told: Told) -> Iterator[_Shown]:
    annotated = told.annotated[article]
    text = annotated.article.text
    for sentence in _whole(annotated.sentences, text):
        for clock in find_clocks(text, sentence):
            outside = f"{text[sentence[0] : clock.span[0]]} {text[clock.span[1] : sentence[1]]}"
            yield _Shown(article, clock, sentence, stems(outside))


def _whole(sentences: Sequence[Span], text: str) -> Iterator[Span]:
    """Sentences, those joined that the dot of "a.m." parts."""
    start: int | None = None
    for first, end in sentences:
        start = first if start is None else start
        if not _HALF.search(text, max(start, end - 6), end):
            yield (start, end)
            start = None
    if start is not None:
        yield (start, sentences[-1][1])


def _slip(one: _Shown, other: _Shown, told: Told) -> bool:
    """Whether two clocks that show the same cannot be one moment: half a day apart, or converted to different moments."""
    if one.article == other.article or not _one_event(one, other, told):
        return False
    here, there = one.clock, other.clock
    if here.greenwich is not None and there.greenwich is not None:
        return _minutes(here.greenwich, there.greenwich) > _SUMMER
    return here.half and there.half and here.local != there.local


def _one_event(one: _Shown, other: _Shown, told: Told) -> bool:
    if one.clock.local % _ROUND:
        return not one.terms.isdisjoint(other.terms)
    return cosine(one.terms, other.terms, told.weight) >= _ALIKE


def _slipped(some: Sequence[_Shown], told: Told) -> Difference:
    """One side for each moment; clocks that name none stand with those that show the same half of the day."""
    sides = list[list[_Shown]]()
    for one in sorted(some, key=lambda one: (one.clock.greenwich is None, one.article, one.clock.span)):
        home = next((side for side in sides if _together(side[0], one)), None)
        if home is None:
            sides.append([one])
        else:
            home.append(one)
    made = [
        Side(says=told.text(side[0].article, side[0].clock.span), statements=tuple(_stated(one, told) for one in side)) for side in sides
    ]
    first = some[0]
    return difference_of("date", f"which hour {told.text(first.article, first.clock.span)} was", made, told, confidence=_SURE)


def _together(one: _Shown, other: _Shown) -> bool:
    if other.clock.greenwich is None or one.clock.greenwich is None:
        return one.clock.local == other.clock.local and not one.clock.impossible
    return _minutes(one.clock.greenwich, other.clock.greenwich) <= _SUMMER and one.clock.impossible == other.clock.impossible


def _stated(one: _Shown, told: Told) -> Statement:
    return Statement(article=one.article, spans=(one.clock.span,), says=told.text(one.article, one.clock.span))


# ---------------------------------------------------------------------------------------------- one event, two clocks


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
