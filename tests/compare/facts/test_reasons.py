"""Two reasons for one act."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.differences import Difference
from retold.compare.facts.reasons import reason_differences

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]


def found(tell: Tell, **reports: str) -> list[Difference]:
    told = tell({outlet: ("2031-05-06", text) for outlet, text in reports.items()})
    return list(reason_differences(told))


def test_two_reasons(tell: Tell) -> None:
    (difference,) = found(
        tell,
        Gazette="The mayor fired Oda Merrin because of a leaked ledger.",
        Lantern="The mayor fired Oda Merrin for missing three council meetings.",
    )
    assert difference.topic.startswith("why: ")
    assert "leaked ledger" in difference.explanation
    assert "council meetings" in difference.explanation


@pytest.mark.parametrize(
    "other",
    [
        "The mayor fired Oda Merrin because of the leaked ledger of the fund.",
        "The mayor fired Berit Solvang because of three missed meetings.",
        "The mayor did not fire Oda Merrin because of three missed meetings.",
    ],
)
def test_the_same_reason_and_another_act_are_no_dispute(tell: Tell, other: str) -> None:
    assert found(tell, Gazette="The mayor fired Oda Merrin because of a leaked ledger.", Lantern=other) == []
