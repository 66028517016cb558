"""One month of two years."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.days import find_days
from retold.compare.facts.differences import Difference
from retold.compare.facts.years import year_differences

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-03-05"


def found(tell: Tell, one: str, other: str) -> list[Difference]:
    told = tell({"Lantern": (DAY, one), "Gazette": (DAY, other)})
    return list(year_differences(find_days(told), told))


def test_a_year_that_slipped(tell: Tell) -> None:
    (one,) = found(
        tell,
        "Sailors of the ferry Halmar were abducted by Orrin raiders in April 2029. The sea was calm.",
        "Raiders freed nobody. A picture shows sailors of the Halmar kidnapped by Orrin raiders on April 9, 2030.",
    )
    assert {statement.article for statement in one.statements} == {"lantern", "gazette"}
    assert "“April 2029”" in one.explanation
    assert "“April 9, 2030”" in one.explanation


@pytest.mark.parametrize(
    "other",
    [
        "Sailors of the ferry Halmar were abducted by Orrin raiders on April 9, 2029.",
        "Sailors of the ferry Halmar were abducted by Orrin raiders again in April 2030.",
        "Bakers of Vellmar opened a school for children in April 2030.",
        "Sailors of the ferry Halmar were abducted by Orrin raiders in the April of a warm year.",
    ],
)
def test_what_goes_together_or_is_another_event(tell: Tell, other: str) -> None:
    assert found(tell, "Sailors of the ferry Halmar were abducted by Orrin raiders in April 2029.", other) == []
