"""One event on two days: clauses alike in their words and in what happened, each with one day, and not the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from ...records import Statement
from ..passages import overlap
from .claims import Told
from .days import NamedDay
from .differences import Difference, Side, difference_of
from .likeness import cosine, same_act

__all__ = ["day_differences"]

_ALIKE = 0.4
"""Likeness of the words around two days from which they date one event, a word for what happened being at both. Of 494 stories of
stories-dev three had such pairs, two of them real for certain; down to 0.27 one more had, of two events."""
_SHARED = 3
"""Stems in common, at least."""
_ACT = 0.9
"""Likeness of predicates from which they are one."""
_CLOSE = 2
"""Days between two articles up to which their weekdays are of one week."""
_WEEK = 6
"""Days apart up to which two days are of one event told twice."""
_SURE = 0.7
_OFTEN = frozenset("say tell announce tweet write report speak talk meet ask add call urge warn vow post reply answer".split())
"""What one person does several times a week."""
_NOT_THEN = re.compile(r"\b(?:after|before|since|until|till|by|between|from|to|through)\s(?:[\w’']+\s){0,2}$", re.IGNORECASE)
"""In front of a day on which the event was not, or did not end."""


def day_differences(days: Mapping[str, Sequence[NamedDay]], told: Told) -> Iterator[Difference]:
    """Find events that two articles put on different days of a week, `disclosed on Thursday` and `revealed early on Friday`.

    ``days``: by article id. An article that also puts a like event on the other's day tells of two events.
    """
    dated = [one for own in days.values() for one in _dating(own, told)]
    published = {article: date.fromisoformat(day) for article in told.annotated if (day := told.day(article))}
    seen = set[tuple[date, date]]()
    for one, other in combinations(dated, 2):
        if one.article == other.article or not _apart(one, other, published) or not _one_event(one, other, told):
            continue
        key = (min(one.start, other.start), max(one.start, other.start))
        if key in seen or _knows(one, other, dated, told) or _knows(other, one, dated, told):
            continue
        seen.add(key)
        yield _difference(one, other, dated, told)


def _dating(own: Sequence[NamedDay], told: Told) -> list[NamedDay]:
    """The days that stand alone in their clause and say when it happened."""
    inside = Counter(one for one in own for other in own if one.clause[0] <= other.span[0] < one.clause[1])
    if not own:
        return []
    annotated = told.annotated[own[0].article]
    marked = [span for quotation in annotated.quotations for span in quotation.marked]
    single = [one for one in own if inside[one] == 1 and one.form != "month" and one.start == one.end]
    spoken = {one for one in single if any(overlap(one.span, span) for span in marked)}
    return [one for one in single if one not in spoken and not _NOT_THEN.search(annotated.article.text[one.clause[0] : one.span[0]])]


def _apart(one: NamedDay, other: NamedDay, published: Mapping[str, date]) -> bool:
    """Whether two days differ by less than a week, told alike in reports of the same days."""
    if one.form != other.form or not 0 < abs((one.start - other.start).days) <= _WEEK:
        return False
    here, there = published.get(one.article), published.get(other.article)
    return here is not None and there is not None and abs((here - there).days) <= _CLOSE


def _one_event(one: NamedDay, other: NamedDay, told: Told) -> bool:
    if len(one.terms & other.terms) < _SHARED or cosine(one.terms, other.terms, told.weight) < _ALIKE:
        return False
    return any(same_act(a, b) >= _ACT for a in one.acts - _OFTEN for b in other.acts - _OFTEN)


def _knows(one: NamedDay, other: NamedDay, dated: Sequence[NamedDay], told: Told) -> bool:
    """Whether the article of ``one`` puts a like event on the day of ``other``."""
    return any(x.article == one.article and x.start == other.start and _one_event(x, other, told) for x in dated)


def _difference(one: NamedDay, other: NamedDay, dated: Sequence[NamedDay], told: Told) -> Difference:
    """With all articles that put the event on either day."""
    sides = []
    for day in sorted((one, other), key=lambda each: each.start):
        rest = [x for x in dated if x.start == day.start and x.article not in (one.article, other.article)]
        alike = {x.article: x for x in rest if _one_event(x, one, told) or _one_event(x, other, told)}
        sides.append(Side(says=day.words, statements=tuple(_statement(x, told) for x in (day, *alike.values()))))
    first = one if one.start < other.start else other
    return difference_of("date", f"day of: {told.text(first.article, first.clause)}", sides, told, confidence=_SURE)


def _statement(one: NamedDay, told: Told) -> Statement:
    return Statement(article=one.article, spans=(one.clause,), says=told.text(one.article, one.clause))
