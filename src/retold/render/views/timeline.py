"""The timeline as a reader sees it: when in words, what, and which reports tell it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from ...records import Dossier, Record, TimelineEvent
from .names import article_names, readable_date
from .passages import Link, Places

_MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_PLANNED = "planned: "


class Teller(Record, frozen=True):
    """A report that tells an event."""

    name: str
    link: Link | None
    words: str
    """The passage on one line, pieces joined by an ellipsis."""


class EventView(Record, frozen=True):
    """An event as a reader sees it."""

    anchor: str
    """Its id on a page."""
    when: str
    """ "4 Feb 2026", "early January 2026", "March 2024 to February 2025"."""
    first: date
    last: date
    """First and last day meant, inclusive."""
    words: str
    """What happened; "planned: " in front of what lay ahead."""
    ahead: bool
    doubt: str
    """Why the date may be wrong; empty: no reason to doubt it."""
    told_by: tuple[Teller, ...]


def events(dossier: Dossier, places: Places) -> tuple[EventView, ...]:
    """All events in order of time; one whose date is no ISO date or stretch is left out."""
    names = article_names(dossier.articles)
    found = []
    for number, event in enumerate(dossier.timeline, 1):
        days = days_of(event.date)
        if days is not None:
            found.append(_view(number, event, days, names, places))
    return tuple(found)


def _view(number: int, event: TimelineEvent, days: tuple[date, date], names: dict[str, str], places: Places) -> EventView:
    tellers = []
    for passage in event.told_by:
        text = places.text(passage.article)
        words = " … ".join(" ".join(text[slice(*span)].split()) for span in passage.spans)
        link = places.link(passage.article, passage.spans)
        tellers.append(Teller(name=names.get(passage.article, passage.article), link=link, words=words))
    return EventView(
        anchor=f"t-{number}",
        when=when(event),
        first=days[0],
        last=days[1],
        words=(_PLANNED if event.ahead else "") + event.event,
        ahead=event.ahead,
        doubt=event.doubt or "",
        told_by=tuple(tellers),
    )


def days_of(written: str) -> tuple[date, date] | None:
    """First and last day of "2031-02-04", "2031-02", "2031" or a stretch "A/B" of these; None for anything else."""
    first, _, last = written.partition("/")
    try:
        start, end = _bounds(first)[0], _bounds(last or first)[1]
    except ValueError:
        return None
    return (start, end) if start <= end else None


def when(event: TimelineEvent) -> str:
    """The date of an event in words, as exact as it is told."""
    days = days_of(event.date)
    if days is None:
        return event.date
    first, last = days
    if first == last:
        return readable_date(first.isoformat())
    if event.precision == "week" or ((last - first).days == 1 and first.weekday() == 5):
        return f"{'week' if event.precision == 'week' else 'weekend'} of {readable_date(first.isoformat())}"
    if event.precision == "decade" and first.year % 10 == 0 and last.year == first.year + 9:
        return f"{first.year}s"
    if event.precision == "season" and first.month in _SEASONS:
        year = f"{first.year}/{last.year % 100:02}" if first.year != last.year else f"{first.year}"
        return f"{_SEASONS[first.month]} {year}"
    return _unit(first, last) or _third(first, last) or _stretch(first, last)


def _bounds(written: str) -> tuple[date, date]:
    """First and last day of a day, a month or a year."""
    if len(written) == 4:
        return date(int(written), 1, 1), date(int(written), 12, 31)
    if len(written) == 7:
        first = date.fromisoformat(f"{written}-01")
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    day = date.fromisoformat(written)
    return day, day


def _unit(first: date, last: date) -> str:
    """A whole month or year, or whole months or years from one to another; empty for anything else."""
    if first.day != 1 or last != _bounds(f"{last.year:04}-{last.month:02}")[1]:
        return ""
    if (first.month, last.month) == (1, 12):
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    begins, ends = f"{_MONTHS[first.month - 1]}", f"{_MONTHS[last.month - 1]} {last.year}"
    if first.year != last.year:
        return f"{begins} {first.year} to {ends}"
    return ends if first.month == last.month else f"{begins} to {ends}"


def _third(first: date, last: date) -> str:
    """The beginning, middle or end of a month or a year, a third of it; empty for anything else."""
    month, year = _bounds(first.isoformat()[:7]), _bounds(first.isoformat()[:4])
    for (start, end), name in ((month, f"{_MONTHS[first.month - 1]} {first.year}"), (year, f"{first.year}")):
        third = timedelta(days=((end - start).days + 1) // 3)
        if (first, last) == (start, start + third - timedelta(days=1)):
            return f"early {name}"
        if (first, last) == (start + third, end - third):
            return f"mid-{name}"
        if (first, last) == (end - third + timedelta(days=1), end):
            return f"late {name}"
    return ""


def _stretch(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{readable_date(last.isoformat())}"
    begins = readable_date(first.isoformat())
    return f"{begins.removesuffix(f' {first.year}') if first.year == last.year else begins} to {readable_date(last.isoformat())}"
