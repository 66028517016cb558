"""Parts of one set that exclude each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.shares import share_differences

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-03-04"


def found(tell: Tell, one: str, other: str) -> int:
    return len(list(share_differences(tell({"Lantern": (DAY, one), "Gazette": (DAY, other)}))))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("One of the rowers wore a life vest.", "All but two of the rowers wore life vests."),
        ("None of the rowers wore a life vest.", "Most of the rowers wore life vests."),
        ("Half of the rowers wore a life vest.", "All of the rowers wore life vests."),
    ],
)
def test_shares_that_exclude_each_other_are_a_dispute(tell: Tell, one: str, other: str) -> None:
    assert found(tell, one, other) == 1
    assert found(tell, other, one) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Most of the rowers wore a life vest.", "More than half of the rowers wore life vests."),
        ("Some of the rowers wore a life vest.", "All of the rowers wore life vests."),
        ("One of the rowers wore a life vest.", "All of the rowers sang a shanty."),
        ("One of the rowers wore a life vest. All of the rowers wore a life vest at noon.", "All of the rowers wore life vests."),
    ],
    ids=["goes together", "may be any", "another act", "knows both"],
)
def test_what_goes_together_is_none(tell: Tell, one: str, other: str) -> None:
    assert found(tell, one, other) == 0
