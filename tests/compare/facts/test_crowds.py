"""How many came, told with different nouns."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.crowds import crowd_differences
from retold.settings import FactSettings

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-03-04"


def found(tell: Tell, one: str, other: str) -> list[set[str]]:
    told = tell({"Lantern": (DAY, one), "Gazette": (DAY, other)})
    return [{statement.says for statement in difference.statements} for difference in crowd_differences(told, FactSettings())]


def test_one_gathering_of_two_sizes_is_a_dispute(tell: Tell) -> None:
    one = "Thousands of mourners gathered in Vellmar on Monday to honour the drowned."
    other = "In Vellmar, hundreds of thousands of people gathered on Monday, the mayor said."
    assert found(tell, one, other) == [{"Thousands of mourners", "hundreds of thousands of people"}]


@pytest.mark.parametrize(
    "other",
    [
        "In Norby, hundreds of thousands of people gathered on Monday, the mayor said.",
        "In Vellmar, tens of thousands of lanterns were sold on Monday, the mayor said.",
        "In Vellmar, 6,000 people gathered on Monday, the mayor said.",
        "In Vellmar, hundreds of thousands of people gathered in 2019, the mayor said.",
        "In Vellmar, 6,000 people gathered on Monday. Hundreds of thousands of people gathered later in Vellmar.",
    ],
    ids=["elsewhere", "not people", "goes together", "another year", "knows both"],
)
def test_what_may_be_two_gatherings_is_none(tell: Tell, other: str) -> None:
    assert found(tell, "Thousands of mourners gathered in Vellmar on Monday to honour the drowned.", other) == []
