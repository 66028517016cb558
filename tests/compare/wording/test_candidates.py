"""Which words differ in nothing a reader would mind."""

from __future__ import annotations

import pytest

from retold.compare.wording.candidates import one_colour


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("be suspect", "be believe", True),
        ("suspected", "alleged", True),
        ("dramatic", "remarkable", True),
        ("possible", "", True),
        ("stunning", "", False),
        ("displaced", "unauthorized", False),
        ("illegal", "undocumented", False),
    ],
)
def test_hedges_and_words_of_emphasis_are_of_one_colour(one: str, other: str, same: bool) -> None:
    assert one_colour(one, other) == one_colour(other, one) == same
