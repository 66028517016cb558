"""Weekdays that do not go with their dates: one of the two is wrong, and other articles may tell which."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ...annotate.date_forms import WEEKDAYS
from ...records import Statement
from .claims import Told
from .days import NamedDay
from .differences import Difference, listing, outlets_of, quoted
from .likeness import cosine

__all__ = ["weekday_differences"]

_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_OWN_YEAR = 10
"""Days from publication up to which a date without a year is certainly of that year: of records further off the year is often wrong."""
_BESIDE = 0.05
"""Likeness of the words around from which another article's mention of the day, or of the weekday, is shown beside."""
_SURE = 0.9


def weekday_differences(days: Mapping[str, Sequence[NamedDay]], told: Told) -> Iterator[Difference]:
    """Find dates like `Saturday, Dec. 31, 2017` that no calendar has; how other articles tell the day stands beside.

    ``days``: by article id. A difference has one statement only where no other article tells the day.
    """
    wrong = defaultdict[tuple[date, int], list[NamedDay]](list)
    for own in days.values():
        for one in own:
            weekday = _misnamed(one, told)
            if weekday is not None:
                wrong[one.start, weekday].append(one)
    for (_, weekday), some in sorted(wrong.items()):
        have = {one.article for one in some}
        best = [_best(some[0], weekday, others, told) for article, others in days.items() if article not in have]
        beside = [one for one in best if one is not None]
        yield _difference(some, [one for one in beside if one.start == some[0].start] or beside, told)


def _misnamed(one: NamedDay, told: Told) -> int | None:
    """The weekday (0: Monday) that the article gives a date and that it was not."""
    named = _WEEKDAY.match(one.words)
    if one.form != "day" or named is None or one.start != one.end:
        return None
    published = told.day(one.article)
    if not one.year and (published is None or abs((date.fromisoformat(published) - one.start).days) > _OWN_YEAR):
        return None
    weekday = next(number for number, name in enumerate(WEEKDAYS) if name.startswith(named[0].lower()))
    return None if weekday == one.start.weekday() else weekday


def _best(wrong: NamedDay, weekday: int, others: Sequence[NamedDay], told: Told) -> NamedDay | None:
    """The mention of the day itself, else of the weekday that it is not, whose sentence is most alike."""
    alike = []
    for one in others:
        likely = cosine(wrong.around, one.around, told.weight)
        right = one.start == wrong.start
        if one.start == one.end and likely >= _BESIDE and (right or _of_that_week(wrong, weekday, one)):
            alike.append((right, likely, -one.span[0], one))
    return max(alike)[3] if alike else None


def _of_that_week(wrong: NamedDay, weekday: int, other: NamedDay) -> bool:
    return other.start.weekday() == weekday and abs((other.start - wrong.start).days) < len(WEEKDAYS)


def _difference(wrong: Sequence[NamedDay], beside: Sequence[NamedDay], told: Told) -> Difference:
    one = wrong[0]
    was = WEEKDAYS[one.start.weekday()].capitalize()
    statements = tuple(_statement(each, told) for each in wrong)
    where = "a caption of " if one.caption else ""
    has = "have" if len({each.article for each in wrong}) > 1 else "has"
    sentence = f"{where}{outlets_of(statements, told)} {has} {quoted(one.words)}, but that day was a {was}"
    if beside:
        sentence += "; " + listing([f"{told.name(other.article)} has {quoted(other.words)}" for other in beside])
    return Difference(
        kind="date",
        topic=f"weekday of {one.start.day} {one.start:%B %Y}",
        explanation=sentence[:1].upper() + sentence[1:] + ".",
        statements=(*statements, *(_statement(other, told) for other in beside)),
        confidence=_SURE,
    )


def _statement(one: NamedDay, told: Told) -> Statement:
    return Statement(article=one.article, spans=(one.clause,), says=told.text(one.article, one.clause))
