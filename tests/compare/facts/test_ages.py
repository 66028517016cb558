"""Ages of one person."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from retold.compare.facts.ages import age_differences
from retold.compare.facts.claims import Told

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]


def test_two_ages_of_one_person_are_a_dispute(tell: Tell) -> None:
    told = tell(
        {
            "Lantern": ("2031-03-05", "The pilot, Oda Merrin, 41, swam ashore at Vellmar. Oda Merrin said she was cold."),
            "Gazette": ("2031-03-05", "Among the rescued was the pilot Oda Merrin, 43, who swam ashore at Vellmar. Oda Merrin was cold."),
        }
    )
    (one,) = age_differences(told)
    assert (one.kind, one.topic) == ("number", "age of Oda Merrin")
    assert [statement.article for statement in one.statements] == ["lantern", "gazette"]


def test_one_age_and_other_numbers_are_none(tell: Tell) -> None:
    told = tell(
        {
            "Lantern": ("2031-03-05", "The pilot, Oda Merrin, 41, swam ashore at Vellmar. Oda Merrin said she was cold."),
            "Gazette": ("2031-03-05", "For Oda Merrin, 12 passengers waited. Oda Merrin was cold. In May, 2024, Oda Merrin swam."),
        }
    )
    assert not list(age_differences(told))


def test_whoever_was_named_before_is_meant_by_an_age(tell: Tell) -> None:
    told = tell(
        {
            "Lantern": ("2031-03-05", "Oda Merrin swam ashore at Vellmar. The 38-year-old said she was cold."),
            "Gazette": ("2031-03-05", "Among the rescued was the pilot Oda Merrin, 43, who swam ashore at Vellmar."),
        }
    )
    (one,) = age_differences(told)
    assert [statement.says for statement in one.statements] == ["The 38-year-old", "Oda Merrin, 43"]


def test_of_two_people_named_before_neither_is_meant(tell: Tell) -> None:
    told = tell(
        {
            "Lantern": ("2031-03-05", "Oda Merrin and Jon Brask swam ashore at Vellmar. The 38-year-old said she was cold."),
            "Gazette": ("2031-03-05", "Among the rescued was the pilot Oda Merrin, 43, who swam ashore at Vellmar."),
        }
    )
    assert not list(age_differences(told))
