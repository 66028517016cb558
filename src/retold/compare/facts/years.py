"""One event in the same month of two years: a year that slipped, in the text or in a picture's caption."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ...records import Statement
from .claims import Told
from .days import NamedDay
from .differences import Difference, Side, difference_of
from .likeness import cosine, same_act

__all__ = ["year_differences"]

_ALIKE = 0.3
"""Likeness of the words around two dates from which they date one event; none of 494 stories had two such that did not, from 0.2 on one
had."""
_ACT_ALIKE = 0.1
"""The same where a word for what happened stands at both."""
_ACT = 0.9
"""Likeness of predicates from which they are one."""
_SURE = 0.85
_AGAIN = re.compile(
    r"\b(?:anniversary|annual|every|again|also|previous|earlier|later|last|first|second|third|between|from|since)\b", re.IGNORECASE
)
"""Words that tell of two events of one sort, or of a stretch of time."""


def year_differences(days: Mapping[str, Sequence[NamedDay]], told: Told) -> Iterator[Difference]:
    """Find events that articles date to one month of different years, both named: `April 2014`, `April 14, 2016`.

    ``days``: by article id. Three years are a series of events, not one event.
    """
    dated = [one for own in days.values() for one in own if one.year and one.form in ("day", "month") and not _again(one, told)]
    groups = dict[NamedDay, list[NamedDay]]()
    for one, other in combinations(dated, 2):
        if one.start.month == other.start.month and _one_event(one, other, told):
            left, right = groups.setdefault(one, [one]), groups.setdefault(other, [other])
            if left is not right:
                left.extend(right)
                groups.update(dict.fromkeys(right, left))
    for group in {id(group): group for group in groups.values()}.values():
        years = _by_year(group)
        if len(years) == 2 and len({one.article for one in group}) > 1:
            yield _difference(years, told)


def _again(one: NamedDay, told: Told) -> bool:
    return _AGAIN.search(told.text(one.article, one.clause)) is not None


def _one_event(one: NamedDay, other: NamedDay, told: Told) -> bool:
    if len(one.terms & other.terms) < 2:
        return False
    alike = cosine(one.terms, other.terms, told.weight)
    return alike >= _ALIKE or (alike >= _ACT_ALIKE and any(same_act(a, b) >= _ACT for a in one.acts for b in other.acts))


def _by_year(group: Sequence[NamedDay]) -> dict[int, list[NamedDay]]:
    years = defaultdict[int, list[NamedDay]](list)
    for one in sorted(group, key=lambda one: (one.article, one.span)):
        years[one.start.year].append(one)
    return dict(sorted(years.items()))


def _difference(years: Mapping[int, Sequence[NamedDay]], told: Told) -> Difference:
    sides = [
        Side(
            says=some[0].words,
            statements=tuple(Statement(article=one.article, spans=(one.clause,), says=told.text(one.article, one.clause)) for one in some),
        )
        for some in years.values()
    ]
    first = next(iter(years.values()))[0]
    return difference_of("date", f"year of: {told.text(first.article, first.clause)}", sides, told, confidence=_SURE)
