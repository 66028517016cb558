"""Weekdays against their dates. 5 March 2031 is a Wednesday."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.compare.facts.claims import Told, find_claims
from retold.compare.facts.days import days_of, find_days
from retold.compare.facts.differences import Difference
from retold.compare.facts.weekdays import weekday_differences
from retold.compare.speakers import find_voices
from retold.read import read_text
from retold.records import Annotated

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
PUBLISHED = "2031-03-06"


def found(told: Told) -> list[Difference]:
    return list(weekday_differences(find_days(told), told))


def test_a_weekday_that_the_date_was_not(tell: Tell) -> None:
    told = tell(
        {
            "Lantern": (PUBLISHED, "Harbour guards closed the Vellmar pier on Tuesday, March 5, 2031, after the storm."),
            "Gazette": (PUBLISHED, "The Vellmar pier was closed by harbour guards on Wednesday after the storm."),
            "Courier": (PUBLISHED, "Bakers in Orrin sold bread on Friday."),
        }
    )
    (one,) = found(told)
    assert one.kind == "date"
    assert [statement.article for statement in one.statements] == ["lantern", "gazette"]
    assert "was a Wednesday" in one.explanation
    assert "Gazette has “Wednesday”" in one.explanation


def test_two_reports_with_the_same_slip_are_one_difference(tell: Tell) -> None:
    line = "Harbour guards closed the Vellmar pier on Tuesday, March 5, 2031, after the storm."
    (one,) = found(tell({"Lantern": (PUBLISHED, line), "Gazette": (PUBLISHED, line)}))
    assert {statement.article for statement in one.statements} == {"lantern", "gazette"}


@pytest.mark.parametrize("day", ["Wednesday, March 5, 2031", "Wednesday, March 5", "March 5, 2031", "Tuesday", "Friday, August 1"])
def test_what_goes_together_or_cannot_be_judged(tell: Tell, day: str) -> None:
    assert found(tell({"Lantern": (PUBLISHED, f"Harbour guards closed the Vellmar pier on {day} after the storm.")})) == []


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 6))
def test_every_day_of_the_calendar(day: date, off: int) -> None:
    words = f"{day + timedelta(days=off):%A}, {day:%B} {day.day}, {day.year}"
    article = read_text(f"Guards closed the pier on {words}, in the rain.", id="a", published=PUBLISHED)
    annotated = Annotated(article=article, analysed=True)
    told = find_claims([annotated], find_voices([annotated]))
    assert bool(list(weekday_differences({"a": days_of(annotated)}, told))) == (off > 0)
