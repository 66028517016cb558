"""What seems to stand in one report alone, and stands in another in part or in other words."""

from __future__ import annotations

import pytest

from retold.compare.brief.elsewhere import Elsewhere
from retold.compare.brief.sentences import Writer
from tests.compare.brief.telling import article, dossier

GOING = "A search is going on and two lorries with nets have come to the quay."
LEFT = "Nine fishers have left Sundmar, and hide in a barn by the lake."
SPOKE = "Hanna Brovik told the eel fishers of Sundmar on Monday of a new weir."


def tells(only: str, other: str) -> bool:
    """Whether the other report tells a part of what the first one seems to tell alone."""
    writer = Writer(dossier(article("weir post", only), article("eel echo", other)))
    made = writer.make("weir post", 0)
    assert made is not None
    return Elsewhere(writer.cuts).tells(made, only)


@pytest.mark.parametrize(
    ("only", "other"),
    [
        (GOING, "It rained. A search is going on. Nobody fishes."),
        (LEFT, "The fishers have left Sundmar for good."),
        (SPOKE, "Brovik spoke in Sundmar. On Monday the fishers heard of it."),
    ],
)
def test_a_part_or_the_same_in_other_words_stands_elsewhere(only: str, other: str) -> None:
    assert tells(only, other)


@pytest.mark.parametrize("only", [GOING, LEFT, SPOKE])
@pytest.mark.parametrize("other", ["", "Nobody fishes in Lerum.", "Brovik was born in a village by the sea."])
def test_another_matter_does_not(only: str, other: str) -> None:
    assert not tells(only, other)
