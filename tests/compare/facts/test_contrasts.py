"""Acts in words that exclude each other, told of one party."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.contrasts import contrast_differences
from retold.compare.facts.differences import Difference
from retold.settings import FactSettings

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]


def found(tell: Tell, **reports: str) -> list[Difference]:
    told = tell({outlet: ("2031-05-06", text) for outlet, text in reports.items()})
    return list(contrast_differences(told, FactSettings()))


def test_names_released_and_withheld(tell: Tell) -> None:
    differences = found(
        tell,
        Gazette="The ferry Halmar sank off Port Ansel. The coroner released the names of the drowned on Monday.",
        Lantern="The ferry Halmar sank off Port Ansel. The names of the drowned were not made public.",
    )
    assert any(d.topic.startswith("whether they were made public: the names") for d in differences)


def test_a_state_is_compared_as_an_act_is(tell: Tell) -> None:
    (difference,) = found(
        tell,
        Gazette="Police searched the marshes of Orrin for the smuggler. Tor Haldane is in custody at the Orrin barracks.",
        Lantern="Police searched the marshes of Orrin for the smuggler. Tor Haldane is still at large in the marshes.",
    )
    assert difference.topic == "whether they are held: Tor Haldane"
    assert len(difference.statements) == 2


def test_a_pronoun_stands_for_the_party_of_the_sentence_before(tell: Tell) -> None:
    (difference,) = found(
        tell,
        Gazette="The closure of the harbour fair was requested by the fire brigade, its hosts said. "
        "But a spokeswoman said it merely suggested the closure of the fair.",
        Lantern="The fire brigade requested the closure of the harbour fair.",
    )
    assert difference.topic.startswith("whether it was asked for")
    assert {statement.article for statement in difference.statements} == {"gazette", "lantern"}


@pytest.mark.parametrize(
    "other",
    [
        "The river rose. Berit Solvang resigned on Monday after the audit.",
        "The river rose. Nobody dismissed Oda Merrin, the mayor said.",
        "The river rose. The mayor fired Oda Merrin on Monday after the audit.",
    ],
)
def test_other_parties_and_the_same_line_are_no_dispute(tell: Tell, other: str) -> None:
    differences = found(tell, Gazette="The river rose. The mayor fired Oda Merrin on Monday after the audit.", Lantern=other)
    assert not [d for d in differences if d.topic.startswith("how the post was left")]
