"""On which day an undated report was published, as far as the rest of the story tells: only then does its "on Wednesday" mean a day.

Three things tell: a sentence that a dated report tells too and dates in full, the derivation (a rewrite follows what it was made from),
and the habit of news to name the weekday of today or yesterday.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from statistics import median_low

from ...annotate.date_forms import WEEKDAYS
from ...annotate.dates import find_dates
from ...read.published import url_days
from ...records import Annotated, Date, Derivation, Record, Span
from ...settings import TimelineSettings
from ..passages import overlap
from ..reports import Reports

_RECENT = (0.5, 0.45, 0.3, 0.15, 0.1, 0.05, 0.0)
"""Points for a weekday told so many days after it; news tells today's and yesterday's."""
_WEEK = 7
_SEVERAL = 2
"""Dated reports that show when a story was told."""
ADDRESS = "its address"


class Dated(Record, frozen=True):
    """An article with its day, and its dates as that day resolves them."""

    annotated: Annotated
    day: date | None
    """Day of publication; None: unknown, and nothing in the story tells."""
    through: str | None
    """Where the article gives no day to rely on, what tells it: a report's name, "its address"; None: it does."""
    dates: tuple[Date, ...]

    def dates_in(self, span: Span) -> Iterator[Date]:
        """Dates inside a span, in order."""
        return (found for found in self.dates if span[0] <= found.span[0] and found.span[1] <= span[1])


def date_reports(reports: Reports, derivation: Derivation, settings: TimelineSettings) -> dict[str, Dated]:
    """Every article with its day, undated ones through the others where these tell it; by article id."""
    collected = _collected(reports.annotated.values(), settings)
    dated = {id: _as_published(one, collected) for id, one in reports.annotated.items()}
    known = {id: one.day for id, one in dated.items() if one.day is not None}
    if not known or len(known) == len(dated):
        return dated
    told = dict(dated)
    for id in sorted((id for id in dated if id not in known), key=lambda id: (-_common(id, known, reports), id)):
        found = _day_of(id, told, reports, derivation, settings) if reports.annotated[id].analysed else None
        if found is not None:
            told[id] = found
    return told


def _published(one: Annotated) -> date | None:
    try:
        return date.fromisoformat((one.article.published or "")[:10])
    except ValueError:
        return None


def _collected(articles: Iterable[Annotated], settings: TimelineSettings) -> frozenset[date]:
    """Days on which reports seem to have been collected, not published: where an address tells quite another day."""
    found = set()
    for one in articles:
        named, day = url_days(one.article.url or ""), _published(one)
        if one.article.published_doubt is not None and named and day and abs((day - named[0]).days) > settings.collected_days:
            found |= {day + timedelta(days=step) for step in (-1, 0, 1)}
    return frozenset(found)


def _as_published(one: Annotated, collected: frozenset[date]) -> Dated:
    """The article on its own day; where that is in doubt, or the day of collecting the story's reports, on the day in its address."""
    day = _published(one)
    if day is not None and day not in collected and one.article.published_doubt is None:
        return Dated(annotated=one, day=day, through=None, dates=one.dates)
    named = url_days(one.article.url) if one.article.url else None
    if named is not None and named[0] == named[1] and one.analysed:
        return Dated(annotated=one, day=named[0], through=ADDRESS, dates=_resolved(one, named[0]))
    return Dated(annotated=one, day=None, through=None, dates=_resolved(one, None))


def _common(id: str, known: Mapping[str, date], reports: Reports) -> int:
    """Sentences in common with the dated report that has most of them."""
    return max((len(reports.kin[id, other].ordered) for other in known if other != id), default=0)


def _day_of(id: str, told: Mapping[str, Dated], reports: Reports, derivation: Derivation, settings: TimelineSettings) -> Dated | None:
    """The undated article on the day that most speaks for; None where nothing in particular does."""
    one = reports.annotated[id]
    published = sorted(other.day for other in told.values() if other.day is not None)
    nearest = max((len(reports.kin[other, id].ordered), other) for other, o in told.items() if other != id and o.day is not None)
    middle = told[nearest[1]].day or median_low(published) if nearest[0] else median_low(published)
    weekdays = list(_weekdays(one, middle))
    past = [found.number for found in weekdays if not found.ahead]
    anchors = list(_anchors(one, weekdays, told, reports))
    before, after = _bounds(id, told, derivation)
    own = [other.day for other in told.values() if other.day is not None and other.through in {None, ADDRESS}]
    together = len(own) >= _SEVERAL and (max(own) - min(own)).days <= settings.undated_days
    if not (anchors or before or after or together):
        return None

    def speaks(day: date) -> tuple[float, date]:
        score = sum(1.0 if found.seen_from(day) == there else -0.5 for found, there, _ in anchors)
        score += sum(_RECENT[(day - _last(number, day)).days] for number in past) / max(1, len(past)) * 2
        score -= 2.0 * ((before is not None and day < before[0]) + (after is not None and day > after[0]))
        return score - 0.02 * abs((day - middle).days), date.fromordinal(date.max.toordinal() - day.toordinal())

    days = {day + timedelta(days=step) for day in {*published, *(there for _, there, _ in anchors)} for step in range(-1, _WEEK)}
    day = max(days, key=speaks)
    through = anchors[0][2] if anchors else nearest[1] if nearest[0] else None
    because = reports.name(through) if through else "the days of the others"
    return Dated(annotated=one, day=day, through=because, dates=_resolved(one, day))


def _resolved(one: Annotated, day: date | None) -> tuple[Date, ...]:
    return find_dates(one.article.text, one.sentences, day.isoformat() if day else None)


class _Weekday(Record, frozen=True):
    """A bare weekday in an undated article."""

    span: Span
    number: int
    """0: Monday."""
    ahead: bool
    """The clause looks ahead."""

    def seen_from(self, day: date) -> date:
        """The day meant, where the article is of ``day``."""
        return day + timedelta(days=(self.number - day.weekday()) % _WEEK) if self.ahead else _last(self.number, day)


def _weekdays(one: Annotated, today: date) -> Iterator[_Weekday]:
    """Bare weekdays ("on Monday", "this Monday"); ``today`` is any day to read them from."""
    for found in _resolved(one, today):
        words = one.article.text[slice(*found.span)].lower()
        number = next((number for number, name in enumerate(WEEKDAYS) if name in words), None)
        if number is not None and found.start is not None and not any(char.isdigit() for char in words) and "last" not in words:
            yield _Weekday(span=found.span, number=number, ahead=found.start > today.isoformat())


def _last(weekday: int, day: date) -> date:
    """The most recent such weekday up to ``day``."""
    return day - timedelta(days=(day.weekday() - weekday) % _WEEK)


def _anchors(
    one: Annotated, weekdays: Sequence[_Weekday], told: Mapping[str, Dated], reports: Reports
) -> Iterator[tuple[_Weekday, date, str]]:
    """Weekdays of the article with the day that a dated report gives in the sentence lined up with theirs, and that report."""
    id = one.article.id
    here = reports.passages[id].sentences
    for other, there in told.items():
        if other == id or there.day is None or not weekdays:
            continue
        theirs = reports.passages[other].sentences
        for number, own in reports.kin[other, id].ordered:
            days = {d.start for d in there.dates_in(theirs[number].span) if d.precision == "day" and d.start}
            for found in weekdays:
                if overlap(found.span, here[own].span):
                    yield from ((found, day, other) for day in map(date.fromisoformat, sorted(days)) if day.weekday() == found.number)


def _bounds(id: str, told: Mapping[str, Dated], derivation: Derivation) -> tuple[tuple[date, str] | None, tuple[date, str] | None]:
    """The last day of what the article was made from, and the first of what was made from it, with the reports."""
    edges = [edge for edge in derivation.edges if edge.directed]
    days = {other: one.day for other, one in told.items() if one.day is not None}
    parents = [(days[e.from_], e.from_) for e in edges if e.to == id and e.from_ in days]
    children = [(days[e.to], e.to) for e in edges if e.from_ == id and e.to in days]
    return max(parents, default=None), min(children, default=None)
