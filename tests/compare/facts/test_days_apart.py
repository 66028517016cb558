"""One event on two days of a week."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.days import find_days
from retold.compare.facts.days_apart import day_differences
from retold.compare.facts.differences import Difference

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-03-07"
ONE = "Vellmar Shipping disclosed the loss in a filing with the Harbour Commission on Thursday."


def found(tell: Tell, other: str, day: str = DAY) -> list[Difference]:
    told = tell({"Lantern": (DAY, ONE), "Gazette": (day, other)})
    return list(day_differences(find_days(told), told))


def test_one_event_on_two_days_is_a_dispute(tell: Tell) -> None:
    (one,) = found(tell, "The loss was disclosed by Vellmar Shipping in a filing with the Harbour Commission on Friday.")
    assert {statement.article for statement in one.statements} == {"lantern", "gazette"}
    assert "“Thursday”" in one.explanation
    assert "“Friday”" in one.explanation


@pytest.mark.parametrize(
    ("other", "day"),
    [
        ("The loss was disclosed by Vellmar Shipping in a filing with the Harbour Commission on Thursday.", DAY),
        ("The loss was disclosed by Vellmar Shipping in a filing with the Harbour Commission on Friday.", "2031-03-21"),
        ("The loss was disclosed by Vellmar Shipping in a filing with the Harbour Commission before Friday.", DAY),
        ("Bakers in Orrin painted the doors of a school in the upper town on Friday.", DAY),
        (
            "Vellmar Shipping disclosed the loss in a filing with the Harbour Commission on Thursday. "
            "Vellmar Shipping disclosed a further loss in a filing with the Harbour Commission on Friday.",
            DAY,
        ),
    ],
)
def test_what_goes_together_or_is_another_event(tell: Tell, other: str, day: str) -> None:
    assert found(tell, other, day) == []
