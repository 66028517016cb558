"""Where a named thing is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.annotate.states import seats_of
from retold.compare.facts.claims import Told
from retold.compare.facts.sites import capital_in, is_town
from retold.compare.facts.venues import venue_differences

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-03-04"


def found(tell: Tell, one: str, other: str) -> list[set[str]]:
    told = tell({"Lantern": (DAY, one), "Gazette": (DAY, other)})
    return [{statement.says for statement in difference.statements} for difference in venue_differences(told)]


def test_one_hospital_in_two_towns_is_a_dispute(tell: Tell) -> None:
    one = "The captain was taken to Halvorsen Hospital in Madrid after the fire."
    other = "The captain was taken to Halvorsen Hospital in Lisbon after the fire."
    assert found(tell, one, other) == [{"Halvorsen Hospital in Madrid", "Halvorsen Hospital in Lisbon"}]


def test_a_capital_is_a_town(tell: Tell) -> None:
    one = "The captain was taken to Halvorsen Hospital in Bergen after the fire."
    other = "The captain was taken to Halvorsen Hospital in the Norwegian capital after the fire."
    assert found(tell, one, other) == [{"Halvorsen Hospital in Bergen", "Halvorsen Hospital in the Norwegian capital"}]


@pytest.mark.parametrize(
    "other",
    [
        "The captain was taken to Halvorsen Hospital in Spain after the fire.",
        "The captain was taken to Halvorsen Hospital in Lisbon after the fire. Crews came from Lisbon, Madrid and Porto.",
        "The captain was taken to Merrin Hospital in Lisbon after the fire.",
        "The captain was taken to Halvorsen Hospital in Madrid, and a nurse to Halvorsen Hospital in Lisbon.",
    ],
    ids=["a state", "side by side", "another hospital", "knows both"],
)
def test_what_may_be_one_place_is_none(tell: Tell, other: str) -> None:
    assert found(tell, "The captain was taken to Halvorsen Hospital in Madrid after the fire.", other) == []


def test_states_and_regions_are_no_towns() -> None:
    assert [is_town(key) for key in ("madrid", "vellmar", "spain", "spanish", "u.s.", "texas", "harbour county")] == [True] * 2 + [
        False
    ] * 5


def test_seats_are_towns_that_stand_for_a_state() -> None:
    assert seats_of("Norway") == ("oslo",)
    assert [state for _, state in capital_in("in the Norwegian capital, not the Ardish capital", 0)] == ["Norway"]
