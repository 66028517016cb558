"""Dates that a report's own day makes impossible or unlikely."""

from __future__ import annotations

from datetime import date

import pytest

from retold.compare.timeline.days import Dated
from retold.compare.timeline.doubts import coming_week, doubt_of, last_week, next_day
from retold.compare.timeline.mending import mend_days
from retold.records import Annotated
from tests.compare.timeline.told import SETTINGS, day, prepared, report, telling


def dated(one: Annotated, through: str | None = None) -> Dated:
    published = date.fromisoformat(one.article.published) if one.article.published else None
    return Dated(annotated=one, day=published, through=through, dates=one.dates)


@pytest.mark.parametrize(
    ("sentence", "begins"),
    [
        ("The two ministers spoke by telephone on Tuesday.", "The report is dated Monday 3 February 2031: its “Tuesday” is six days back"),
        ("The two ministers spoke by telephone on Monday.", None),
        ("The two ministers spoke by telephone last Tuesday.", None),
        ("The two ministers spoke on Friday, February 6, 2031.", "The report says “Friday, February 6, 2031”, but that day is a Thursday."),
        ("The two ministers spoke on February 5, 2031.", "The report is dated Monday 3 February 2031, before the day that it tells of"),
        ("The two ministers spoke in 1987.", None),
        ("The two ministers set the vote for March 9, 2031.", None),
    ],
)
def test_a_date_is_doubted(sentence: str, begins: str | None) -> None:
    one = report("post", sentence, published="2031-02-03")
    doubt = doubt_of(one.article.text, one.dates[0], dated(one), ahead=False)
    assert (doubt is None) == (begins is None)
    assert doubt is None or doubt.startswith(begins or "")


def test_what_is_to_come_may_lie_ahead() -> None:
    one = report("post", "The ministers will meet on February 9, 2031.", published="2031-02-03")
    assert doubt_of(one.article.text, one.dates[0], dated(one), ahead=True) is None


def test_a_day_read_through_another_report_says_so() -> None:
    one = report("post", "They met on Monday, as in 1987.", published="2031-02-05")
    undated = Dated(annotated=report("post", "They met on Monday, as in 1987."), day=date(2031, 2, 5), through="Tide", dates=one.dates)
    monday, year = one.dates
    assert "Tide" in (doubt_of(one.article.text, monday, undated, ahead=False) or "")
    assert doubt_of(one.article.text, year, undated, ahead=False) is None


def test_a_coming_weekday_told_as_past_is_the_last_one() -> None:
    one = report("post", "They would meet on Friday.", published="2031-02-05")
    friday = one.dates[0]
    assert friday.start == "2031-02-07"
    assert last_week(one.article.text, friday, dated(one)).start == "2031-01-31"


def test_a_past_weekday_that_is_foretold_is_the_coming_one() -> None:
    one = report("post", "They press on towards a vote on Sunday.", published="2031-02-06")
    sunday = one.dates[0]
    assert sunday.start == "2031-02-02"
    assert coming_week(one.article.text, sunday, dated(one)).start == "2031-02-09"


def test_six_days_back_may_be_the_next_day() -> None:
    one = report("post", "They met on Tuesday.", published="2031-02-03")
    assert next_day(one.article.text, one.dates[0], dated(one)) == "2031-02-04"
    assert next_day(one.article.text, one.dates[0], dated(report("post", "They met on Tuesday.", published="2031-02-04"))) is None


def test_another_report_moves_it_there() -> None:
    words = "Ministers of Vellmar and Osk signed the ferry treaty"
    late = telling("post", day("2031-01-28"), words, next_day="2031-02-04")
    same = telling("tide", day("2031-02-04"), words)
    reports = prepared([report("post", "x"), report("tide", "y")])
    moved, kept = mend_days([late, same], reports, SETTINGS.timeline)
    assert (moved.date.start, kept) == ("2031-02-04", same)
    assert "Tide" in (moved.doubt or "")
    alone = telling("tide", day("2031-02-04"), "A lighthouse burned")
    assert mend_days([late, alone], reports, SETTINGS.timeline) == (late, alone)
