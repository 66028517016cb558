"""Dates: as given, as printed, as a URL says, and when they are doubted."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.read import read_text
from retold.read.published import find_date, find_day, parse_date, url_days

DAY = dt.date(2031, 2, 5)


@pytest.mark.parametrize(
    "line",
    [
        "Thursday, February 5, 2031 by Ann Reed",
        "• Published Feb. 5, 2031",
        "5 February 2031",
        "5th of February 2031, 14:03 GMT",
        "Updated: 2031-02-05 21:45",
        "2031-02-05T08:00:00Z",
        "FEB 5 2031",
    ],
)
def test_dates_as_outlets_print_them(line: str) -> None:
    written = find_date(line)
    assert written is not None
    assert written.date == DAY
    assert find_date(line[slice(*written.span)]) is not None


@pytest.mark.parametrize("line", ["05/02/2031", "February 2031", "in 2031", "February 30, 2031", "may 5 people", ""])
def test_what_is_no_full_date_is_none(line: str) -> None:
    assert find_date(line) is None


def test_a_day_without_a_year_takes_the_nearest() -> None:
    written = find_day("HAVEN, Dec 30 (Reuters) -", dt.date(2031, 1, 2))
    assert written is not None
    assert written.date == dt.date(2030, 12, 30)
    assert find_day("HAVEN (Reuters) -", DAY) is None


@pytest.mark.parametrize(
    ("given_date", "iso"),
    [
        ("2031-02-05", "2031-02-05"),
        ("2031-02-05T08:30:00+02:00", "2031-02-05T08:30:00+02:00"),
        ("2031-02-05 08:30:00 UTC", "2031-02-05T08:30:00+00:00"),
        ("Feb 5, 2031", "2031-02-05"),
        ("20310205T101500Z", "2031-02-05"),
        ("yesterday", None),
        ("2031-13-45", None),
        ("", None),
    ],
)
def test_a_records_date_becomes_iso(given_date: str, iso: str | None) -> None:
    assert parse_date(given_date) == iso


@pytest.mark.parametrize(
    ("url", "first", "last"),
    [
        ("https://a.example/2031/02/05/mill-burns/", "2031-02-05", "2031-02-05"),
        ("https://a.example/news/2031/feb/05/mill", "2031-02-05", "2031-02-05"),
        ("https://a.example/mill-2031-02-05.html", "2031-02-05", "2031-02-05"),
        ("https://a.example/story-20310205-ab.html", "2031-02-05", "2031-02-05"),
        ("https://a.example/local/2031-02/05/mill.htm", "2031-02-05", "2031-02-05"),
        ("https://a.example/local/2031/Feb-05/mill.htm", "2031-02-05", "2031-02-05"),
        ("https://a.example/local/2031/0205/mill/", "2031-02-05", "2031-02-05"),
        ("https://a.example/2031/02/mill/", "2031-02-01", "2031-02-28"),
    ],
)
def test_a_url_names_a_day_or_a_month(url: str, first: str, last: str) -> None:
    assert url_days(url) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    "url", ["https://2031-02-05.example/mill", "https://a.example/id/1997812345", "https://a.example/?d=2031-02-05", "nonsense"]
)
def test_a_url_without_a_date_names_none(url: str) -> None:
    assert url_days(url) is None


def test_a_date_is_doubted_where_its_url_or_text_says_otherwise() -> None:
    sure = read_text("Nothing more.", published="2031-02-06", url="https://a.example/2031/02/05/mill")
    assert (sure.published_from, sure.published_doubt) == ("record", None)
    url = read_text("Nothing more.", published="2031-02-09", url="https://a.example/2031/02/05/mill")
    assert url.published == "2031-02-09"
    assert url.published_doubt == "The record says 2031-02-09, but its URL says 2031-02-05."
    text = read_text("The mill burns\nPublished February 1, 2031\nThe mill burned down in the night.", published="2031-02-09")
    assert text.published_doubt == "The record says 2031-02-09, but its text says 2031-02-01."


def test_an_unknown_date_stays_unknown_and_a_url_dates_nothing() -> None:
    article = read_text("The mill burned down on 4 February 2031 in the night.", url="https://a.example/2031/02/05/mill")
    assert (article.published, article.published_from, article.published_doubt) == (None, None, None)


def test_a_dateline_without_a_year_can_raise_a_doubt_but_gives_no_date() -> None:
    text = "HAVEN, Feb 4 (Reuters) - The mill burned down in the night, the police said."
    assert read_text(text).published is None
    assert read_text(text, published="2031-02-05").published_doubt is None
    assert read_text(text, published="2031-03-05").published_doubt == "The record says 2031-03-05, but its text says 2031-02-04."


@given(st.text())
def test_no_text_raises(text: str) -> None:
    parse_date(text)
    find_date(text)
    find_day(text, DAY)
    url_days(text)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_back(day: dt.date) -> None:
    for line in (day.isoformat(), f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}"):
        written = find_date(line)
        assert written is not None
        assert written.date == day
    assert url_days(f"https://a.example/{day:%Y/%m/%d}/x") == (day, day)
