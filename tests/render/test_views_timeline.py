"""The timeline in words: dates as exact as they are told, who tells an event, what lay ahead."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.records import Dossier, TimelineEvent
from retold.render.views.passages import Places
from retold.render.views.timeline import days_of, events, when


@pytest.mark.parametrize(
    ("written", "precision", "words"),
    [
        ("2031-02-04", "day", "4 Feb 2031"),
        ("2031-02", "month", "February 2031"),
        ("1874", "year", "1874"),
        ("1870/1879", "decade", "1870s"),
        ("2031-06/2031-08", "season", "summer 2031"),
        ("2030-12/2031-02", "season", "winter 2030/31"),
        ("2031-02-03/2031-02-09", "week", "week of 3 Feb 2031"),
        ("2031-02-01/2031-02-02", "span", "weekend of 1 Feb 2031"),
        ("2031-01-01/2031-01-10", "span", "early January 2031"),
        ("2031-01-11/2031-01-21", "span", "mid-January 2031"),
        ("2031-01-22/2031-01-31", "span", "late January 2031"),
        ("2030-03/2031-02", "span", "March 2030 to February 2031"),
        ("2031-03/2031-05", "span", "March to May 2031"),
        ("1914/1918", "span", "1914 to 1918"),
        ("2031-02-03/2031-02-05", "span", "3–5 Feb 2031"),
        ("2031-01-28/2031-02-02", "span", "28 Jan to 2 Feb 2031"),
        ("2030-12-30/2031-01-03", "span", "30 Dec 2030 to 3 Jan 2031"),
        ("some day", "day", "some day"),
        ("2031-02-09/2031-02-03", "span", "2031-02-09/2031-02-03"),
    ],
)
def test_a_date_in_words_is_as_exact_as_it_is_told(written: str, precision: str, words: str) -> None:
    assert when(TimelineEvent(date=written, precision=precision, event="", told_by=())) == words


@given(first=st.dates(date(1500, 1, 1), date(2100, 1, 1)), days=st.integers(0, 5000))
def test_every_stretch_of_days_is_read_and_told(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    written = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    assert days_of(written) == (first, last)
    words = when(TimelineEvent(date=written, precision="span", event="", told_by=()))
    assert str(last.year) in words or words.startswith("weekend")


def test_events_name_who_tells_them_and_what_lay_ahead(full_tale: Dossier) -> None:
    planned = msgspec.structs.replace(full_tale.timeline[0], ahead=True, doubt="It rained.")
    undated = msgspec.structs.replace(planned, date="soon")
    (view,) = events(msgspec.structs.replace(full_tale, timeline=(undated, planned)), Places(full_tale.articles))
    assert (view.anchor, view.when, view.words, view.doubt) == ("t-2", "4 Mar 2031", "planned: interview", "It rained.")
    assert [(t.name, t.words) for t in view.told_by] == [("Harbour Post", "four ships")]
    assert view.told_by[0].link is not None
