"""Dates, ages, hours, places and actors that do not go together, and those that do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.dates import date_differences
from retold.compare.facts.differences import Difference
from retold.settings import FactSettings

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]


def found(tell: Tell, one: str, other: str, days: tuple[str, str] = ("2031-03-05", "2031-03-05")) -> list[Difference]:
    return list(date_differences(tell({"Lantern": (days[0], one), "Gazette": (days[1], other)}), FactSettings()))


def test_one_event_in_two_years_is_a_dispute(tell: Tell) -> None:
    (one,) = found(
        tell,
        "The council closed the Vellmar ferry pier in May 2024 after the storm.",
        "The council closed the Vellmar ferry pier in June 2022 after the storm.",
    )
    assert one.kind == "date"
    assert {statement.says for statement in one.statements} == {"May 2024", "June 2022"}
    assert one.topic.startswith("when ")


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("in May 2024", "on May 12, 2024", ("2031-03-05", "2031-03-05")),
        ("in May 2024", "in 2024", ("2031-03-05", "2031-03-05")),
        ("on Monday", "on Tuesday", ("2031-03-05", "2031-06-05")),
        ("on Monday", "on Monday", ("2031-03-05", "2031-03-13")),
        ("12 years ago", "in 2018", ("2031-03-05", "2031-03-05")),
    ],
)
def test_what_goes_together_is_no_dispute(tell: Tell, one: str, other: str, days: tuple[str, str]) -> None:
    clause = "The council closed the Vellmar ferry pier {} after the storm."
    assert found(tell, clause.format(one), clause.format(other), days) == []


def test_two_acts_have_two_dates(tell: Tell) -> None:
    assert not found(
        tell,
        "The council closed the Vellmar ferry pier in May 2024 after the storm.",
        "The council bought the Vellmar ferry pier in June 2022 after the storm.",
    )
