"""One thing bounded by other words, or called what another report says it is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.differences import Difference
from retold.compare.facts.scope import scope_differences
from retold.settings import FactSettings

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]


def found(tell: Tell, **reports: str) -> list[Difference]:
    told = tell({outlet: ("2031-05-06", text) for outlet, text in reports.items()})
    return list(scope_differences(told, FactSettings()))


def test_all_articles_of_one_matter_stand_in_one_dispute(tell: Tell) -> None:
    (difference,) = found(
        tell,
        Gazette="The two ports hold no formal talks about the dredging of the strait.",
        Lantern="The two ports hold no direct talks about the dredging of the strait.",
        Ledger="The two ports hold no talks about the dredging of the strait.",
    )
    assert difference.topic == "how far it goes: talk"
    assert {"“formal”", "“direct”", "without that bound"} == {
        word for word in ("“formal”", "“direct”", "without that bound") if word in difference.explanation
    }


def test_standing_of_a_thing(tell: Tell) -> None:
    (difference,) = found(
        tell,
        Gazette="The navy plans to close the only torpedo yard at Orrin.",
        Lantern="The navy plans to close a former torpedo yard at Orrin.",
    )
    assert "“only”" in difference.explanation
    assert "“former”" in difference.explanation


@pytest.mark.parametrize(
    "other", ["The two ports hold no formal talks about the dredging.", "The guild held formal talks with the tailors of Varn."]
)
def test_the_same_bound_and_another_matter_are_no_dispute(tell: Tell, other: str) -> None:
    assert found(tell, Gazette="The two ports hold no formal talks about the dredging.", Lantern=other) == []
