"""One act of two roles, and one remark with two doers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.doers import doer_differences
from retold.compare.facts.remarks import remark_differences
from retold.settings import FactSettings

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-03-04"


def tellings(tell: Tell, one: str, other: str) -> Told:
    return tell({"Lantern": (DAY, one), "Gazette": (DAY, other)})


def test_roles_of_two_kinds_that_do_one_act_are_a_dispute(tell: Tell) -> None:
    told = tellings(
        tell,
        "The organizers have set up a quiet area for children at the Vellmar regatta.",
        "At the Vellmar regatta, a quiet zone for children has been set up by the harbour police.",
    )
    (one,) = doer_differences(told, FactSettings())
    assert one.kind == "actor"
    assert one.topic.startswith("who ")
    assert {statement.article for statement in one.statements} == {"lantern", "gazette"}


@pytest.mark.parametrize(
    "other",
    [
        "At the Vellmar regatta, a quiet zone for children has been set up by the hosts.",
        "At the Vellmar regatta, a quiet zone for children has been set up by the authorities.",
        "At the Vellmar regatta, a quiet zone for children has been set up by police and the organizers.",
        "At the Vellmar regatta, a beer tent for sailors has been set up by the harbour police.",
        "At the Vellmar regatta, a quiet zone for children was welcomed by the harbour police.",
        "At the Vellmar regatta, a quiet zone for children will be set up by the harbour police.",
    ],
    ids=["like role", "any role", "both", "another thing", "another act", "not done"],
)
def test_what_may_be_one_doer_is_none(tell: Tell, other: str) -> None:
    one = "The organizers have set up a quiet area for children at the Vellmar regatta."
    assert not list(doer_differences(tellings(tell, one, other), FactSettings()))


def test_one_remark_with_two_doers_is_a_dispute(tell: Tell) -> None:
    told = tellings(
        tell,
        "“The ferry was old, and they wrecked our harbour,” said Oda Merrin, the mayor of Vellmar.",
        "“The ferry was old, and it wrecked our harbour,” said Oda Merrin, the mayor of Vellmar.",
    )
    (one,) = remark_differences(told)
    assert one.kind == "actor"
    assert {statement.says for statement in one.statements} == {"they wrecked our harbour", "it wrecked our harbour"}


@pytest.mark.parametrize(
    "other",
    [
        "“The ferry was old, and it wrecked our harbour,” said Jon Brask, the mayor of Norby.",
        "“The ferry was old, and it wrecked our bridge,” said Oda Merrin, the mayor of Vellmar.",
        "“They wrecked our harbour,” said Oda Merrin, the mayor of Vellmar. “And it wrecked our harbour.”",
    ],
    ids=["another speaker", "another thing", "said both"],
)
def test_what_may_be_two_remarks_is_none(tell: Tell, other: str) -> None:
    one = "“The ferry was old, and they wrecked our harbour,” said Oda Merrin, the mayor of Vellmar."
    assert not list(remark_differences(tellings(tell, one, other)))
