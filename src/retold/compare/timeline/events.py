"""A group of tellings as one line of the timeline: the most exact date, the words of the best telling, every passage that tells it."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from ...records import Date, Passage, Span, TimelineEvent
from .days import Dated
from .same_event import rank
from .tellings import Telling
from .trimming import UNREADABLE

_FIT = 12
"""Words of an event that is told in neither too few nor too many."""


def to_event(group: Sequence[Telling], dated: Mapping[str, Dated]) -> TimelineEvent | None:
    """Tell a group of one telling or more as one event; None where no telling has words that stand alone."""
    exact = min((telling.date for telling in group), key=rank)
    when = [telling for telling in group if rank(telling.date) == rank(exact)]
    best = min(group, key=lambda one: _merit(one, exact, dated))
    if best.dangling >= UNREADABLE:
        return None
    doubts = [telling.doubt for telling in when]
    return TimelineEvent(
        date=written(exact),
        precision=exact.precision,
        event=best.event,
        told_by=_passages(group, dated),
        ahead=all(telling.ahead for telling in group),
        doubt=next(iter(sorted(doubt for doubt in doubts if doubt)), None) if all(doubts) else None,
    )


def written(found: Date) -> str:
    """A resolved date as exact as it is: "2031-02-04", "2031-01", "1959", or the first and the last day, month or year of a stretch."""
    first, last = date.fromisoformat(found.start or ""), date.fromisoformat(found.end or found.start or "")
    if first == last:
        return first.isoformat()
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole_months and (first.month, last.month) == (1, 12):
        ends = [f"{day.year:04}" for day in (first, last)]
    elif whole_months:
        ends = [f"{day.year:04}-{day.month:02}" for day in (first, last)]
    else:
        ends = [day.isoformat() for day in (first, last)]
    return "/".join(dict.fromkeys(ends))


def order(event: TimelineEvent) -> tuple[str, str, str, tuple[tuple[str, tuple[Span, ...]], ...]]:
    """Sorts events by time, of those that begin together the shorter first."""
    first, _, last = event.date.partition("/")
    last = last or first
    return first.ljust(10, "-"), last, event.event, tuple((p.article, p.spans) for p in event.told_by)


def _merit(one: Telling, exact: Date, dated: Mapping[str, Dated]) -> tuple[object, ...]:
    """The best telling first: it stands alone, is as exact as any, is the outlet's own date, and neither bare nor long."""
    length = abs(len(one.event.split()) - _FIT) // 3
    day = dated[one.article].day
    inexact = rank(one.date) != rank(exact)
    return one.dangling, one.ahead, inexact, one.doubt is not None, length, day.isoformat() if day else "~", one.article, one.clause


def _passages(group: Sequence[Telling], dated: Mapping[str, Dated]) -> tuple[Passage, ...]:
    """An entry an article, in order of their days, with the clauses and what of the date expressions stands outside them."""
    found = defaultdict[str, set[Span]](set)
    for telling in group:
        found[telling.article].add(_bare(telling.clause, dated[telling.article].annotated.article.text))
        inside = telling.clause[0] <= telling.date.span[0] and telling.date.span[1] <= telling.clause[1]
        if not inside:
            found[telling.article].add(telling.date.span)

    def place(article: str) -> tuple[str, str]:
        day = dated[article].day
        return day.isoformat() if day else "~", article

    return tuple(Passage(article=article, spans=_joined(found[article])) for article in sorted(found, key=place))


def _bare(span: Span, text: str) -> Span:
    """A clause without the blanks at its ends."""
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _joined(spans: set[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
