"""Events at two places, and acts of two actors."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from retold.compare.facts.actors import actor_differences
from retold.compare.facts.claims import Told
from retold.compare.facts.lineup import line_up
from retold.compare.facts.places import place_differences
from retold.settings import FactSettings

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
SETTINGS = FactSettings()
DAY = "2031-03-05"


def tellings(tell: Tell, one: str, other: str) -> Told:
    return tell({"Lantern": (DAY, one), "Gazette": (DAY, other)})


def test_one_arrest_at_two_places_is_a_dispute(tell: Tell) -> None:
    told = tellings(
        tell,
        "Police arrested the ferry captain Tomas Keel in Lisbon after the fire.",
        "Police arrested the ferry captain Tomas Keel in Madrid after the fire.",
    )
    (one,) = place_differences(line_up(told, SETTINGS), told, SETTINGS)
    assert one.kind == "place"
    assert {statement.says for statement in one.statements} == {"in Lisbon", "in Madrid"}


def test_places_that_a_report_names_together_are_none(tell: Tell) -> None:
    told = tellings(
        tell,
        "Police arrested the ferry captain Tomas Keel in Lisbon after the fire. Between Lisbon and Madrid trains were late.",
        "Police arrested the ferry captain Tomas Keel in Madrid after the fire.",
    )
    assert not list(place_differences(line_up(told, SETTINGS), told, SETTINGS))


def test_a_town_and_a_state_are_none(tell: Tell) -> None:
    told = tellings(
        tell,
        "Police arrested the ferry captain Tomas Keel in Portugal after the fire.",
        "Police arrested the ferry captain Tomas Keel in Vellmar after the fire.",
    )
    assert not list(place_differences(line_up(told, SETTINGS), told, SETTINGS))


def test_one_act_of_two_people_is_a_dispute(tell: Tell) -> None:
    told = tellings(
        tell,
        "Oda Merrin shot the ferry captain Tomas Keel on the pier on Monday, witnesses heard later.",
        "Jon Brask shot the ferry captain Tomas Keel on the pier on Monday, witnesses heard later.",
    )
    (one,) = actor_differences(line_up(told, SETTINGS), told, SETTINGS)
    assert one.kind == "actor"
    assert {statement.says for statement in one.statements} == {"Oda Merrin", "Jon Brask"}


def test_who_is_named_together_may_have_done_it_together(tell: Tell) -> None:
    told = tellings(
        tell,
        "Oda Merrin shot the ferry captain Tomas Keel on the pier on Monday. Oda Merrin and Jon Brask fled.",
        "Jon Brask shot the ferry captain Tomas Keel on the pier on Monday.",
    )
    assert not list(actor_differences(line_up(told, SETTINGS), told, SETTINGS))
