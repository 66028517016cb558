"""Numbers that do not go together, and those that do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.differences import Difference
from retold.compare.facts.numbers import number_differences
from retold.settings import FactSettings

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
REST = " The pier of Vellmar stayed shut for the evening. Divers searched the harbour basin until dusk."


def found(tell: Tell, one: str, other: str, days: tuple[str, str] = ("2031-03-04", "2031-03-04")) -> list[Difference]:
    return list(number_differences(tell({"Lantern": (days[0], one + REST), "Gazette": (days[1], other + REST)}), FactSettings()))


def test_two_tolls_of_one_fire_are_a_dispute(tell: Tell) -> None:
    (one,) = found(
        tell,
        "The ferry fire off Vellmar injured 12 passengers on Monday.",
        "On Monday 15 passengers were injured in the ferry fire off Vellmar.",
    )
    assert one.kind == "number"
    assert {statement.says for statement in one.statements} == {"12 passengers", "15 passengers"}
    assert "Lantern has “12 passengers”" in one.explanation
    assert one.explanation.endswith(".")


def test_a_later_report_may_know_more(tell: Tell) -> None:
    (one,) = found(
        tell,
        "The ferry fire off Vellmar injured 12 passengers.",
        "The ferry fire off Vellmar injured 15 passengers.",
        days=("2031-03-04", "2031-03-06"),
    )
    assert "Gazette is two days later and may know more" in one.explanation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry fire off Vellmar injured nearly 300 passengers.", "The ferry fire off Vellmar injured 298 passengers."),
        ("The ferry fire off Vellmar injured more than 30 passengers.", "The ferry fire off Vellmar injured 32 passengers."),
        ("The ferry fire off Vellmar injured dozens of passengers.", "The ferry fire off Vellmar injured 36 passengers."),
        ("The ferry fire off Vellmar killed 12 passengers.", "The ferry fire off Vellmar injured 40 passengers."),
        ("The ferry fire off Vellmar injured 12 passengers.", "The ferry fire off Vellmar injured 3 other passengers."),
        ("The ferry drifted for two hours off Vellmar.", "The ferry drifted for 120 minutes off Vellmar."),
        ("The ferry drifted 15 kilometres off Vellmar.", "The ferry drifted nine miles off Vellmar."),
        ("The ferry drifted 15 kilometres off Vellmar.", "The lantern drifted 40 kilometres off Vellmar."),
        ("The harbour office of Vellmar raised its bid to $70.", "The harbour office of Vellmar raised its bid to $103 billion."),
    ],
)
def test_what_goes_together_is_no_dispute(tell: Tell, one: str, other: str) -> None:
    assert found(tell, one, other) == []


def test_who_knows_both_numbers_counts_two_things(tell: Tell) -> None:
    assert not found(
        tell,
        "The ferry fire off Vellmar injured 12 passengers. The ferry fire off Vellmar injured 15 passengers by the count of the port.",
        "The ferry fire off Vellmar injured 15 passengers.",
    )


def test_two_people_with_two_numbers_are_a_dispute_of_speakers(tell: Tell) -> None:
    (one,) = found(
        tell,
        "“The ferry fire off Vellmar injured 12 passengers,” said Oda Merrin, the harbour minister.",
        "“The ferry fire off Vellmar injured 45 passengers,” said Tomas Keel, a union leader.",
    )
    assert one.among == "speakers"
    assert "the people they quote differ" in one.explanation


def test_a_noun_that_both_count_once_is_one_thing(tell: Tell) -> None:
    one = "Oda Merrin took the 35-word oath on the pier of Vellmar at noon."
    other = "Judge Jon Brask administered the 38-word oath to Oda Merrin on the pier at noon."
    (difference,) = found(tell, one, other)
    assert {statement.says for statement in difference.statements} == {"35-word", "38-word"}


def test_a_noun_that_one_counts_twice_may_be_two_things(tell: Tell) -> None:
    one = "The harbour office keeps 27 letters of Oda Merrin under lock in Vellmar. It burned 90 letters."
    other = "In Vellmar, 31 letters of Oda Merrin were read out at the harbour office."
    assert found(tell, one, other) == []
