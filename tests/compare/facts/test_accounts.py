"""One account from sources of another kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.accounts import account_differences
from retold.compare.facts.claims import Told

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-05-06"
SAID = "Rain fell on Port Ansel. {} said the freighter Pellan left the northern basin without a pilot on board. Boats waited."
ALSO = "The week began badly. {} said the freighter Pellan had left the basin without a licensed pilot on board. Crowds came."


def test_a_named_person_here_and_officials_there(tell: Tell) -> None:
    told = tell({"Gazette": (DAY, SAID.format("Oda Merrin")), "Lantern": (DAY, ALSO.format("Harbour officials"))})
    (difference,) = account_differences(told)
    assert difference.among == "speakers"
    assert "Gazette has it from Oda Merrin" in difference.explanation


@pytest.mark.parametrize("source", ["Two witnesses", "Local media"])
def test_a_named_person_may_be_the_one_whom_the_other_does_not_name(tell: Tell, source: str) -> None:
    told = tell({"Gazette": (DAY, SAID.format("Oda Merrin")), "Lantern": (DAY, ALSO.format(source))})
    assert list(account_differences(told)) == []


def test_two_named_persons_may_both_know(tell: Tell) -> None:
    told = tell({"Gazette": (DAY, SAID.format("Oda Merrin")), "Lantern": (DAY, ALSO.format("Arne Tonnby"))})
    assert list(account_differences(told)) == []


def test_another_matter_from_another_source(tell: Tell) -> None:
    other = "The week began badly. Two witnesses said a crane fell on the fish market roof. Crowds came."
    told = tell({"Gazette": (DAY, SAID.format("Oda Merrin")), "Lantern": (DAY, other)})
    assert list(account_differences(told)) == []
