"""The drawn timeline: rows in order, apart from each other, inside the drawing; the list below says the same."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from retold.records import Dossier
from retold.render.html import render_html
from retold.render.html.timeline import WIDTH, chart
from retold.render.views.timeline import EventView, Teller
from tests.render.strict_page import Page

EVENTS = st.lists(
    st.builds(
        lambda first, days, words, told: EventView(
            anchor="t",
            when="then",
            first=first,
            last=first + timedelta(days=days),
            words=words,
            ahead=False,
            doubt="",
            told_by=tuple(Teller(name=f"n{n}", link=None, words="") for n in range(told)),
        ),
        st.dates(date(1800, 1, 1), date(2050, 1, 1)),
        st.integers(0, 900),
        st.text(max_size=200),
        st.integers(0, 200),
    ),
    max_size=12,
)


@given(EVENTS)
def test_rows_stand_apart_in_order_and_inside(found: list[EventView]) -> None:
    found.sort(key=lambda event: event.first)
    drawn = chart(found)
    assert len(drawn.marks) == len(found)
    ends = [mark.text_y + drawn.line * (len(mark.lines) - 1) for mark in drawn.marks]
    assert all(end + drawn.line <= after.text_y + 0.1 for end, (_, after) in zip(ends, pairwise(drawn.marks), strict=False))
    assert all(end < drawn.height for end in ends)
    assert all(0 < mark.y <= mark.to <= drawn.height for mark in drawn.marks)
    assert all(mark.x - mark.radius > 0 and mark.x + mark.radius < drawn.text_x < WIDTH for mark in drawn.marks)
    assert all(bool(mark.radius) == (mark.event.first == mark.event.last) for mark in drawn.marks)


def test_more_time_takes_more_room() -> None:
    days = [date(1950, 1, 1), date(2031, 1, 1), date(2031, 1, 2)]
    drawn = chart([EventView(anchor="t", when="", first=d, last=d, words="x", ahead=False, doubt="", told_by=()) for d in days])
    first, second, third = (mark.y for mark in drawn.marks)
    assert second - first > third - second
    assert [gap.label for gap in drawn.gaps] == ["81 years"]


def test_the_page_draws_and_lists_every_event(full_tale: Dossier) -> None:
    nasty = msgspec.structs.replace(full_tale.timeline[0], event="</text><script>alert(1)</script>", doubt="a & b", ahead=True)
    html = render_html(msgspec.structs.replace(full_tale, timeline=(full_tale.timeline[0], nasty)))
    page = Page(html)
    assert html.count('class="event') == html.count('<li id="t-') == 2
    assert "<script>alert(1)" not in html
    assert {"t-1", "t-2", "chart", "events"} <= set(page.ids)
