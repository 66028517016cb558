"""The timeline as a drawing: time runs down, a row for each event; the more time between two events, the further apart their rows.

Room grows with the logarithm of the days between, so that a story of five days that began decades ago shows both. A dot is a day, a bar a
month, a year or a stretch; the more reports tell an event, the larger its dot. The drawing is as narrow as a phone: text is set in lines.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date
from math import log10, sqrt

from ...records import Record
from ..views.timeline import EventView

WIDTH = 340
"""Pixels of the drawing at its own size; the window of a phone of 380 has them."""
_TEXT, _RAIL, _LANE, _LANES = 66, 16, 9, 4
_LETTERS, _LINES, _LINE = 38, 3, 15.5
"""Letters to a line (12 pixels high, some 7 wide), lines to an event's words, pixels to a line."""
_ROW, _EDGE = 14, 14
_APART = 16.0
"""Pixels for a tenfold number of days between two events."""
_LONG = 45
"""Days between two events from which the drawing says how long it was."""
_DOT, _LARGEST = 4.0, 9.0


class Mark(Record, frozen=True):
    """An event in its place."""

    event: EventView
    x: float
    y: float
    """Middle of the dot; upper end of the bar."""
    radius: float
    """0: a bar."""
    to: float
    """Lower end of the bar; for a dot the same as ``y``."""
    lines: tuple[str, ...]
    """Its date in words, then what happened, cut to a few lines."""
    title: str
    text_y: float
    """Baseline of the first line."""


class Gap(Record, frozen=True):
    """Time in which nothing is told."""

    y: float
    label: str


class Chart(Record, frozen=True):
    """Everything drawn, in pixels at its own size."""

    width: float
    height: float
    text_x: float
    rail_x: float
    line: float
    marks: tuple[Mark, ...]
    gaps: tuple[Gap, ...]


def chart(events: Sequence[EventView]) -> Chart:
    """Lay out events given in order of time; the same events give the same drawing."""
    y = float(_EDGE)
    tops: list[float] = []
    gaps: list[Gap] = []
    for number, event in enumerate(events):
        if number:
            away = max(0, (event.first - events[number - 1].first).days)
            room = _APART * log10(1 + away)
            if away >= _LONG:
                room += _LINE
                gaps.append(Gap(y=y + room / 2, label=_span(away)))
            y += room
        tops.append(y)
        y += len(_lines(event)) * _LINE + _ROW
    lanes = _bars(events)
    marks = tuple(_mark(number, events, tops, lanes, y) for number in range(len(events)))
    return Chart(width=WIDTH, height=round(y + _EDGE, 1), text_x=_TEXT, rail_x=_RAIL, line=_LINE, marks=marks, gaps=tuple(gaps))


def _mark(number: int, events: Sequence[EventView], tops: Sequence[float], lanes: dict[int, int], end: float) -> Mark:
    event = events[number]
    middle = tops[number] + _LINE / 2
    told = len({teller.name for teller in event.told_by})
    x, to = float(_RAIL), middle
    if number in lanes:
        x += _LANE * lanes[number] + _LANE
        inside = [top + _LINE for other, top in zip(events, tops, strict=True) if event.first <= other.first <= event.last]
        to = min(max([middle + _LINE, *inside]), end)
    return Mark(
        event=event,
        x=x,
        y=middle,
        radius=0.0 if number in lanes else round(min(_LARGEST, _DOT * sqrt(max(1, told))), 1),
        to=to,
        lines=_lines(event),
        title=_title(event, told),
        text_y=tops[number] + _LINE - 4,
    )


def _lines(event: EventView) -> tuple[str, ...]:
    """Date in words, then the event cut to a few lines."""
    words = textwrap.wrap(event.words, _LETTERS, max_lines=_LINES, placeholder="…", break_on_hyphens=False)
    return (event.when, *words) if words else (event.when,)


def _title(event: EventView, told: int) -> str:
    """In full, for the screen reader and the pointer."""
    by = f"told by {told} reports" if told != 1 else "told by one report"
    return ". ".join(part.rstrip(".") for part in (f"{event.when}: {event.words}", by, event.doubt) if part)


def _bars(events: Sequence[EventView]) -> dict[int, int]:
    """Lanes of the events that take longer than a day, as few as keep them apart; the last lane takes what is left."""
    ends: list[date] = []
    lanes: dict[int, int] = {}
    for number, event in enumerate(events):
        if event.first == event.last:
            continue
        free = next((lane for lane, end in enumerate(ends) if end < event.first), len(ends))
        lane = min(free, _LANES - 1)
        ends[lane : lane + 1] = [max([event.last, *ends[lane : lane + 1]])]
        lanes[number] = lane
    return lanes


def _span(days: int) -> str:
    """How long nothing is told: "3 months", "57 years"."""
    if days >= 365 * 2:
        return f"{round(days / 365.25)} years"
    return f"{max(2, round(days / 30.4))} months" if days >= _LONG else f"{days} days"
