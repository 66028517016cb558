"""Acts that reach the whole or a part of their object."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.differences import Difference
from retold.compare.facts.extent import extent_differences

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]


def found(tell: Tell, **reports: str) -> list[Difference]:
    told = tell({outlet: ("2031-05-06", text) for outlet, text in reports.items()})
    return list(extent_differences(told))


def test_whole_and_part(tell: Tell) -> None:
    (difference,) = found(
        tell,
        Gazette="The island of Varn will end its rocket program this spring.",
        Lantern="The island of Varn will suspend its rocket launches this spring.",
    )
    assert difference.topic == "how much it reaches: rocket launch or program"


def test_all_of_a_kind_and_some_of_it(tell: Tell) -> None:
    (difference,) = found(
        tell,
        Gazette="The port authority of Ansel suspended all commercial ferry flights to the islands.",
        Lantern="The port authority of Ansel suspended all ferry flights to the islands.",
    )
    assert "only commercial flights" in difference.explanation


@pytest.mark.parametrize(
    "other",
    [
        "The port authority of Ansel suspended all ferry flights to the islands. The commercial flights were full.",
        "The port authority of Ansel praised all ferry flights to the islands.",
    ],
)
def test_who_knows_the_bound_too_and_another_act_are_no_dispute(tell: Tell, other: str) -> None:
    assert found(tell, Gazette="The port authority of Ansel suspended all commercial ferry flights to the islands.", Lantern=other) == []
