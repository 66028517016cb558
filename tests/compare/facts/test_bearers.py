"""Ages of somebody whom one report does not name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.bearers import bearer_differences
from retold.compare.facts.claims import Told

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-03-04"
NAMED = "Oda Merrin, 24, was rescued near the old pier of Vellmar on Monday with her dog."


def found(tell: Tell, other: str) -> list[set[str]]:
    told = tell({"Lantern": (DAY, NAMED), "Gazette": (DAY, other)})
    return [{statement.says for statement in difference.statements} for difference in bearer_differences(told)]


def test_one_fate_at_two_ages_is_a_dispute(tell: Tell) -> None:
    assert found(tell, "A 19-year-old was rescued near the pier of Vellmar with a dog.") == [{"Oda Merrin, 24", "A 19-year-old"}]


@pytest.mark.parametrize(
    "other",
    [
        "A 24-year-old was rescued near the pier of Vellmar with a dog.",
        "A 23-year-old was rescued near the pier of Vellmar with a dog.",
        "A 19-year-old was arrested near the pier of Vellmar with a dog.",
        "A 19-year-old was rescued near the pier of Vellmar with a dog. Later a 30-year-old was rescued.",
        "A 19-year-old was rescued near the pier of Vellmar with a dog. The owner is aged 24.",
    ],
    ids=["the same", "a birthday", "another fate", "two of them", "knows both"],
)
def test_what_may_be_another_person_is_none(tell: Tell, other: str) -> None:
    assert found(tell, other) == []
