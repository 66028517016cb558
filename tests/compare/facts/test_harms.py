"""Harm and none of it; wrongs counted under another name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.harms import harm_differences
from retold.settings import FactSettings

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-03-04"


def found(tell: Tell, one: str, other: str) -> list[list[str]]:
    told = tell({"Lantern": (DAY, one), "Gazette": (DAY, other)})
    return [sorted(statement.says for statement in difference.statements) for difference in harm_differences(told, FactSettings())]


@pytest.mark.parametrize(
    "none",
    [
        "No one was injured in the ferry fire off Vellmar.",
        "There were no reports of injuries in the ferry fire off Vellmar.",
        "The ferry fire off Vellmar was put out without any injuries.",
    ],
)
def test_nobody_hurt_where_another_has_some_is_a_dispute(tell: Tell, none: str) -> None:
    (one,) = found(tell, none, "The ferry fire off Vellmar injured 12 passengers.")
    assert "12 passengers" in one


def test_wrongs_of_one_town_and_year_are_counted_under_any_name(tell: Tell) -> None:
    one = "Last year, police in Vellmar recorded 14 robberies at the regatta."
    other = "There were about 30 incidents in Vellmar last year, said Oda Merrin."
    assert found(tell, one, other) == [["14 robberies", "about 30 incidents"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No one was injured in the ferry fire off Vellmar.", "The ferry fire off Vellmar killed 12 passengers."),
        ("No one was injured in the ferry fire off Vellmar.", "A train that left the rails in 2019 injured 12 schoolchildren."),
        (
            "No one was injured in the ferry fire off Vellmar. The ferry fire off Norby injured 12 passengers.",
            "The ferry fire off Vellmar injured 12 passengers.",
        ),
        ("Last year, police in Norby recorded 14 robberies.", "There were about 30 incidents in Vellmar last year."),
        ("Last year, police in Vellmar recorded 14 robberies.", "Police in Vellmar recorded 30 assaults last year."),
    ],
    ids=["other harm", "another event", "knows both", "elsewhere", "two sorts of wrong"],
)
def test_what_may_be_two_matters_is_none(tell: Tell, one: str, other: str) -> None:
    assert found(tell, one, other) == []
