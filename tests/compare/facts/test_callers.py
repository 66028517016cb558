"""A term in marks credited to two."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.callers import caller_differences
from retold.compare.facts.claims import Told

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-05-06"
CALLED = "Oda Merrin pointed to what {} called “silent harbours” along the coast. The vote is in June."
USED = "“We have nine places without a pilot and we call these silent harbours, all of them in the north,” {} said on Monday."


def test_a_term_credited_to_aides_and_to_the_one_who_uses_it(tell: Tell) -> None:
    told = tell({"Gazette": (DAY, CALLED.format("aides")), "Lantern": (DAY, USED.format("Oda Merrin"))})
    (difference,) = caller_differences(told)
    assert {s.attributed_to for s in difference.statements} == {"aides", "Oda Merrin"}
    assert "silent harbours" in difference.topic


@pytest.mark.parametrize("caller", ["she", "Merrin", "Oda Merrin"])
def test_the_same_caller_by_another_name_is_no_dispute(tell: Tell, caller: str) -> None:
    told = tell({"Gazette": (DAY, CALLED.format(caller)), "Lantern": (DAY, USED.format("Oda Merrin"))})
    assert list(caller_differences(told)) == []
