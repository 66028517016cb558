"""Disputes of date: one event that articles date so that the dates cannot both hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, product
from typing import NamedTuple

from ...records import Date
from ...settings import FactSettings
from ..passages import overlap
from .claims import Claim, Told, statement_of
from .differences import Difference, Side, difference_of
from .likeness import LIGHT, dated_apart, same_act, same_matter
from .together import sides_of
from .topics import matter_of

__all__ = ["date_differences"]

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\byesterday\b|\btomorrow\b", re.IGNORECASE)
_AGO = re.compile(r"\b(?:ago|earlier|later|before|after|past)\b", re.IGNORECASE)
_NEAR = 3
"""Days between two articles up to which their weekdays are compared, and between two days of which one is told by its weekday only."""


class _Dated(NamedTuple):
    claim: Claim
    day: Date
    words: str
    """The expression as printed."""
    told_by: str
    """How it is told: year (a full date, or a year), month (without a year), weekday, or ago."""


class _Clash(NamedTuple):
    left: _Dated
    right: _Dated
    sure: float


def date_differences(told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find events that are dated so that the dates cannot both hold.

    Clauses with dates are few, and are lined up by their predicates. A clause of the same article that
    dates the matter as the other does takes the dispute away.
    """
    dated = _dated(told)
    own = defaultdict[str, list[_Dated]](list)
    for one in dated:
        own[one.claim.article].append(one)
    clashes = []
    for left, right in _candidates(dated, settings):
        sure = _apart(left, right, told) * same_matter(left.claim, right.claim, told.weight, settings)
        if sure < settings.least:
            continue
        if not any(_knows(one, other, own[one.claim.article], told, settings) for one, other in ((left, right), (right, left))):
            clashes.append(_Clash(left, right, round(sure, 6)))
    for joined in _joined(clashes):
        yield _difference(joined, told)


def _knows(one: _Dated, other: _Dated, own: Sequence[_Dated], told: Told, settings: FactSettings) -> bool:
    """Whether the article of ``one`` dates a like act as ``other`` does, besides: it tells of two acts, or contradicts itself.

    It contradicts itself where two full dates stand with clauses that are about one matter without doubt.
    """
    like = [x for x in own if same_act(x.claim.assertion.lemma, other.claim.assertion.lemma) >= settings.same_act]
    also = [x for x in like if _overlap(x.day, other.day)]
    return bool(also) and not any(
        {one.told_by, x.told_by} == {"year"} and same_matter(one.claim, x.claim, told.weight, settings) >= settings.itself for x in also
    )


def _dated(told: Told) -> list[_Dated]:
    """The clauses that date an event, with their dates. What a quotation calls "today" is no date of the article's."""
    found = []
    for claim in told.claims:
        if claim.assertion.lemma in LIGHT or claim.assertion.kind == "state":
            continue
        for day in claim.dates:
            words = told.text(claim.article, day.span)
            told_by = _told_by(words)
            if day.start and day.end and told_by and not _holds_it(claim, day) and not (claim.quoted and told_by == "weekday"):
                found.append(_Dated(claim, day, words, told_by))
    return found


def _holds_it(claim: Claim, day: Date) -> bool:
    """Whether the date is what acts or is acted on: "as 2031 began", "scheduled May"."""
    if claim.assertion.kind == "verb" and 0 <= claim.assertion.predicate[0] - day.span[1] <= 1:
        return True
    assertion = claim.assertion
    if any(one is not None and overlap(one.span, day.span) for one in (assertion.actor, assertion.target)):
        return True
    return any(overlap(one.span, day.span) and one.span[1] > day.span[1] for one in assertion.others)  # "in the 2031 election"


def _told_by(words: str) -> str | None:
    if _AGO.search(words):
        return "ago"
    if _YEAR.search(words):
        return "year"
    if _MONTH.search(words):
        return "month"
    return "weekday" if _WEEKDAY.search(words) else None


def _candidates(dated: Sequence[_Dated], settings: FactSettings) -> Iterator[tuple[_Dated, _Dated]]:
    """Dated clauses of two articles with predicates that mean the same."""
    by_act = defaultdict[str, list[_Dated]](list)
    for one in dated:
        by_act[one.claim.assertion.lemma].append(one)
    acts = sorted(by_act)
    alike = [(act, act) for act in acts] + [(a, b) for a, b in combinations(acts, 2) if same_act(a, b) >= settings.same_act]
    for a, b in alike:
        for one, other in combinations(by_act[a], 2) if a == b else product(by_act[a], by_act[b]):
            if one.claim.article != other.claim.article and dated_apart(one.claim.dates, other.claim.dates):
                yield (one, other) if one.claim.key < other.claim.key else (other, one)


def _apart(one: _Dated, other: _Dated, told: Told) -> float:
    """0 to 1: how sure it is that two dates do not go together.

    A weekday is as good as the article's own date, which one record in eight has wrong: it is compared with other weekdays of
    reports of the same days only. A month or day without its year says nothing of the year, "12 years ago" little of it.
    """
    gap = _gap(one.day, other.day)
    ways = {one.told_by, other.told_by}
    if one.words.casefold() == other.words.casefold():
        return 0.0
    if "weekday" in ways:
        published = [told.day(each.claim.article) for each in (one, other)]
        if None in published or gap > _NEAR or _days(str(published[0]), str(published[1])) > _NEAR:
            return 0.0
        return 0.8
    if "ago" in ways:
        length = max(_days(each.day.start or "", each.day.end or "") for each in (one, other)) + 1
        return 0.7 if gap > 1.5 * length and ways != {"ago"} else 0.0
    if "month" in ways and gap > 300 and ways != {"month"}:
        return 0.0
    return 1.0


def _overlap(one: Date, other: Date) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start <= other.end and other.start <= one.end


def _gap(one: Date, other: Date) -> int:
    """Days from the end of the earlier to the beginning of the later."""
    first, second = sorted((one, other), key=lambda day: day.start or "")
    return _days(first.end or "", second.start or "")


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _joined(clashes: Iterable[_Clash]) -> Iterator[list[_Clash]]:
    """Clashes that share a clause, together."""
    groups: dict[tuple[str, int], list[_Clash]] = {}
    for clash in clashes:
        left, right = (groups.get(each.claim.key, []) for each in (clash.left, clash.right))
        together = left if left is right else left + right
        together.append(clash)
        for member in together:
            groups[member.left.claim.key] = groups[member.right.claim.key] = together
    yield from {id(group): group for group in groups.values()}.values()


def _difference(clashes: Sequence[_Clash], told: Told) -> Difference:
    dated = {(each.claim.key, each.day.span): each for clash in clashes for each in (clash.left, clash.right)}
    ordered = (one for _, one in sorted(dated.items(), key=lambda item: (item[1].day.start or "", item[0])))
    sides = sides_of(ordered, lambda one, other: not _overlap(one.day, other.day))
    best = max(clashes, key=lambda clash: clash.sure)
    made = [Side(says=side[0].words, statements=tuple(statement_of(one.claim, told, says=one.words) for one in side)) for side in sides]
    return difference_of("date", matter_of(best.left.claim, told, "when"), made, told, confidence=best.sure)
