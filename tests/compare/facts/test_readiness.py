"""One object at different steps before the act."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.differences import Difference
from retold.compare.facts.readiness import readiness_differences

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]


def found(tell: Tell, **reports: str) -> list[Difference]:
    told = tell({outlet: ("2031-05-06", text) for outlet, text in reports.items()})
    return list(readiness_differences(told))


def test_considered_and_forced(tell: Tell) -> None:
    (difference,) = found(
        tell,
        Gazette="Varn may consider water rationing measures in the dry summer, the minister said.",
        Lantern="Varn may be forced to introduce water rationing measures in the dry summer, the minister said.",
    )
    assert difference.topic.startswith("how near it is")
    assert "under consideration" in difference.explanation
    assert "forced on them" in difference.explanation


@pytest.mark.parametrize(
    "other",
    [
        "Varn might consider water rationing measures in the dry summer, the minister said.",
        "Varn called the force behind water rationing measures in the dry summer a planned one.",
    ],
)
def test_the_same_step_and_a_noun_are_no_dispute(tell: Tell, other: str) -> None:
    assert found(tell, Gazette="Varn may consider water rationing measures in the dry summer, the minister said.", Lantern=other) == []
