"""Date expressions: found where they stand, resolved against the day of publication, and nothing else taken for one."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.annotate.dates import find_dates

THURSDAY = "2026-02-05T10:00:00Z"


def dates(text: str, published: str | None = THURSDAY) -> list[tuple[str, str | None, str | None, str]]:
    return [(text[d.span[0] : d.span[1]], d.start, d.end, d.precision) for d in find_dates(text, [(0, len(text))], published)]


def one(text: str, published: str | None = THURSDAY) -> tuple[str, str | None, str | None, str]:
    [only] = dates(text, published)
    return only


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The harbour board met on Wednesday.", "Wednesday", "2026-02-04"),
        ("The harbour board met Thursday.", "Thursday", "2026-02-05"),
        ("It closed last Thursday.", "last Thursday", "2026-01-29"),
        ("It closed last Friday.", "last Friday", "2026-01-30"),
        ("Lights went out Monday night.", "Monday night", "2026-02-02"),
        ("The ferry returns next Tuesday.", "next Tuesday", "2026-02-10"),
        ("The ferry returns next Thursday.", "next Thursday", "2026-02-12"),
        ("The board will vote on Friday in Ostrava.", "Friday", "2026-02-06"),
        ("On Friday, the board will vote.", "Friday", "2026-02-06"),
        ("On Friday he said the board will vote.", "Friday", "2026-01-30"),
        ("The mayor, who will resign, said on Friday nothing.", "Friday", "2026-01-30"),
        ("Crews painted on the eve of Friday's regatta.", "Friday", "2026-02-06"),
        ("Tapes of the regatta, to be shown on Friday, were found.", "Friday", "2026-02-06"),
        ("A series about the regatta is to air on Friday.", "Friday", "2026-02-06"),
        ("The hearing is scheduled for Monday.", "Monday", "2026-02-09"),
        ("Thursday of last week was calm.", "Thursday of last week", "2026-01-29"),
        ("It rained yesterday.", "yesterday", "2026-02-04"),
        ("It may rain tomorrow night.", "tomorrow night", "2026-02-06"),
        ("Doors open tonight.", "tonight", "2026-02-05"),
        ("Today, doors open.", "Today", "2026-02-05"),
        ("She was born on 3 January 1959.", "3 January 1959", "1959-01-03"),
        ("She left on the 3rd of January 2025.", "3rd of January 2025", "2025-01-03"),
        ("She left on January 3.", "January 3", "2026-01-03"),
        ("She left on Jan. 3, 2026, by boat.", "Jan. 3, 2026", "2026-01-03"),
        ("She left on Dec 20.", "Dec 20", "2025-12-20"),
        ("Ahead of the Feb. 20 meeting.", "Feb. 20", "2026-02-20"),
        ("She will leave on March 9.", "March 9", "2026-03-09"),
        ("She left on Wednesday, February 4.", "Wednesday, February 4", "2026-02-04"),
        ("She left on June 12 last year.", "June 12 last year", "2025-06-12"),
        ("Version of 2026-01-03.", "2026-01-03", "2026-01-03"),
        ("Sent on 31/12/2025.", "31/12/2025", "2025-12-31"),
        ("Sent on 12/31/2025.", "12/31/2025", "2025-12-31"),
        ("Four days ago it snowed.", "Four days ago", "2026-02-01"),
        ("On Feb.\u00a05\r\n2024 it snowed.", "Feb.\u00a05\r\n2024", "2024-02-05"),
        ("FILE - This Dec. 28, 2017 photo.", "Dec. 28, 2017", "2017-12-28"),
        ("It rained on Sunday, Timeshare owners say.", "Sunday", "2026-02-01"),
    ],
)
def test_days(text: str, words: str, day: str) -> None:
    assert one(text) == (words, day, day, "day")


@pytest.mark.parametrize(
    ("text", "words", "start", "end", "precision"),
    [
        ("Prices rose this week.", "this week", "2026-02-02", "2026-02-08", "week"),
        ("Prices rose last week.", "last week", "2026-01-26", "2026-02-01", "week"),
        ("It shuts in the week of January 22.", "January 22", "2026-01-19", "2026-01-25", "week"),
        ("It shuts in the week beginning Monday 19 January 2026.", "Monday 19 January 2026", "2026-01-19", "2026-01-25", "week"),
        ("Prices rose earlier this week.", "earlier this week", "2026-02-02", "2026-02-05", "span"),
        ("Prices rose last month.", "last month", "2026-01-01", "2026-01-31", "month"),
        ("Prices rose this year.", "this year", "2026-01-01", "2026-12-31", "year"),
        ("Prices fall later this year.", "later this year", "2026-02-05", "2026-12-31", "span"),
        ("Prices rose in January.", "January", "2026-01-01", "2026-01-31", "month"),
        ("Prices rose in October.", "October", "2025-10-01", "2025-10-31", "month"),
        ("The dam will open in October.", "October", "2026-10-01", "2026-10-31", "month"),
        ("Prices rose in May.", "May", "2025-05-01", "2025-05-31", "month"),
        ("Prices rose in early January.", "early January", "2026-01-01", "2026-01-10", "span"),
        ("Prices rose in March 2024.", "March 2024", "2024-03-01", "2024-03-31", "month"),
        ("from March 2024 to February 2025", "March 2024 to February 2025", "2024-03-01", "2025-02-28", "span"),
        ("from March 2024 through February 2025", "March 2024 through February 2025", "2024-03-01", "2025-02-28", "span"),
        ("between 2016 and 2018", "2016 and 2018", "2016-01-01", "2018-12-31", "span"),
        ("the 2016-18 drought", "2016-18", "2016-01-01", "2018-12-31", "span"),
        ("Jan. 28-30, 2026", "Jan. 28-30, 2026", "2026-01-28", "2026-01-30", "span"),
        ("from Dec. 20 to Jan. 3", "Dec. 20 to Jan. 3", "2025-12-20", "2026-01-03", "span"),
        ("from Dec. 20 to Jan. 3, 2024", "Dec. 20 to Jan. 3, 2024", "2023-12-20", "2024-01-03", "span"),
        ("from Saturday to Monday", "Saturday to Monday", "2026-01-31", "2026-02-02", "span"),
        ("The bridge dates from 1959.", "1959", "1959-01-01", "1959-12-31", "year"),
        ("the 2008 elections", "2008", "2008-01-01", "2008-12-31", "year"),
        ("in the 1990s", "1990s", "1990-01-01", "1999-12-31", "decade"),
        ("music of the ’80s", "’80s", "1980-01-01", "1989-12-31", "decade"),
        ("It snowed two weeks ago.", "two weeks ago", "2026-01-19", "2026-01-25", "week"),
        ("It snowed a month ago.", "a month ago", "2026-01-01", "2026-01-31", "month"),
        ("It snowed 26 years ago.", "26 years ago", "2000-01-01", "2000-12-31", "year"),
        ("It snowed over the past two weeks.", "the past two weeks", "2026-01-22", "2026-02-05", "span"),
        ("It snowed over the weekend.", "the weekend", "2026-01-31", "2026-02-01", "span"),
        ("It will snow over the weekend.", "the weekend", "2026-02-07", "2026-02-08", "span"),
        ("in the summer of 2019", "summer of 2019", "2019-06-01", "2019-08-31", "season"),
        ("It snowed last summer.", "last summer", "2025-06-01", "2025-08-31", "season"),
        ("It snowed this winter.", "this winter", "2025-12-01", "2026-02-28", "season"),
    ],
)
def test_stretches(text: str, words: str, start: str, end: str, precision: str) -> None:
    assert one(text) == (words, start, end, precision)


@pytest.mark.parametrize(
    "text",
    [
        "He may resign, and they march at dawn.",
        "Mayor Theresa May said so.",
        "The Sunday Times said so.",
        "She reads the Mail on Sunday at home.",
        "Black Friday shoppers queued.",
        "Some 2000 people came.",
        "They rebuilt in 2000 homes the roof.",
        "It cost $1995 or 1,950 crowns.",
        "Under Resolution 1973 it is forbidden.",
        "USA Today wrote so.",
        "Trains leave at 1900 GMT.",
        "Mondays are dull.",
        "April Novak sang for Jan Kowalski.",
        "Room 12-2026-B is shut.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert dates(text) == []


def test_last_week_on_a_sunday_is_the_week_that_ends() -> None:
    assert one("Prices rose last week.", "2026-02-08") == ("last week", "2026-02-02", "2026-02-08", "week")
    assert one("Prices rose last week.", "2026-02-09") == ("last week", "2026-02-02", "2026-02-08", "week")


def test_counts_on_from_what_was_told() -> None:
    text = "It fell on Jan. 3. Three days later it rose. The next day it fell. Founded in 2002, it closed two years later."
    assert [(words, start) for words, start, _, _ in dates(text)] == [
        ("Jan. 3", "2026-01-03"),
        ("Three days later", "2026-01-06"),
        ("The next day", "2026-01-07"),
        ("2002", "2002-01-01"),
        ("two years later", "2004-01-01"),
    ]


def test_unresolved_without_anything_to_count_from() -> None:
    assert one("Three days later it rose.") == ("Three days later", None, None, "day")
    assert one("It fell a few days ago.") == ("a few days ago", None, None, "day")
    assert one("On February 30 it fell.") == ("February 30", None, None, "day")


@pytest.mark.parametrize("published", [None, "", "unknown", "2026"])
def test_without_a_date_of_publication(published: str | None) -> None:
    text = "On Wednesday, last week, yesterday, in January, on January 3, in 1959, on 3 May 2024."
    assert [(words, start) for words, start, _, _ in dates(text, published)] == [
        ("Wednesday", None),
        ("last week", None),
        ("yesterday", None),
        ("January", None),
        ("January 3", None),
        ("1959", "1959-01-01"),
        ("3 May 2024", "2024-05-03"),
    ]


def test_looks_inside_the_spans_only() -> None:
    text = "Monday. Tuesday. Wednesday."
    [found] = find_dates(text, [(8, 16)], THURSDAY)
    assert found.span == (8, 15)


def test_an_expression_never_crosses_a_bound() -> None:
    text = "He left on January 3, 2024"
    assert [text[slice(*d.span)] for d in find_dates(text, [(0, 20), (20, 26)], THURSDAY)] == ["January 3", "2024"]


_WORDS = """on from to until between and the early late last next this will said Monday Sunday May March Jan. January 3 31 30 2024 1999
2000 1990s '90s weekend week month year two weeks ago later days earlier a few of summer winter tomorrow Today night 2016-18 2026-02-30
12/12/2012 – - . , é 1 9999"""
_PIECES = st.sampled_from([*re.findall(r"\S+", _WORDS), "\n", "\r\n"])
_TEXTS = st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=25).map(" ".join))
_DAYS = st.one_of(st.none(), st.dates().map(date.isoformat), st.just(THURSDAY), st.text(max_size=12))


@given(_TEXTS, _DAYS, st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=4))
def test_spans_and_days_are_in_order(text: str, published: str | None, bounds: list[tuple[int, int]]) -> None:
    spans = [(0, len(text)), *bounds]
    found = find_dates(text, spans, published)
    last = 0
    for d in found:
        assert last <= d.span[0] < d.span[1] <= len(text)
        assert text[d.span[0]].strip()
        assert text[d.span[1] - 1].strip()
        assert (d.start is None) == (d.end is None)
        assert d.start is None or d.end is None or date.fromisoformat(d.start) <= date.fromisoformat(d.end)
        last = d.span[1]
    assert found == find_dates(text, spans, published)


@given(_TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_everything_found_lies_in_the_span(text: str, one_bound: int, other: int) -> None:
    start, end = min(one_bound, other), max(one_bound, other)
    assert all(start <= d.span[0] and d.span[1] <= end for d in find_dates(text, [(start, end)], THURSDAY))
