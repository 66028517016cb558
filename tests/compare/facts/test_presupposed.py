"""Blame taken for granted here and attributed there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.presupposed import presupposed_differences

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-05-06"
SAID = "The crew came home. The harbour ministry said the ferry was sabotaged near Vellmar. Flags flew at half mast."


@pytest.mark.parametrize(
    "known",
    [
        "Speculation about who is to blame for sabotaging the ferry near Vellmar is growing. The crew came home on Monday.",
        "The talk was of the sabotage of the ferry near Vellmar. The crew came home on Monday.",
    ],
)
def test_blame_in_a_gerund_or_a_noun_is_taken_as_known(tell: Tell, known: str) -> None:
    (difference,) = presupposed_differences(tell({"Gazette": (DAY, known), "Lantern": (DAY, SAID)}))
    assert "Gazette has it as known" in difference.explanation
    assert "harbour ministry" in difference.explanation


@pytest.mark.parametrize(
    "open_",
    [
        "Two men are accused of sabotaging the ferry near Vellmar. The crew came home on Monday.",
        "The police will ask whether the sabotage of the ferry near Vellmar was planned. The crew came home on Monday.",
        "The ministry found no sabotage of the ferry near Vellmar. The crew came home on Monday.",
    ],
)
def test_an_accusation_or_a_question_takes_nothing_for_granted(tell: Tell, open_: str) -> None:
    assert list(presupposed_differences(tell({"Gazette": (DAY, open_), "Lantern": (DAY, SAID)}))) == []


def test_who_tells_it_flatly_besides_is_on_no_side(tell: Tell) -> None:
    known = "Speculation about who is to blame for sabotaging the ferry near Vellmar is growing. The crew came home on Monday."
    flat = f"{SAID} Someone sabotaged the ferry at night."
    assert list(presupposed_differences(tell({"Gazette": (DAY, known), "Lantern": (DAY, flat)}))) == []
