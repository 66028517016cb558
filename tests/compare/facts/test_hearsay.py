"""Told as certain here, with a hedge or at second hand there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.hearsay import hearsay_differences

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-05-06"
FLAT = "Port Ansel woke early. The tug Orla towed the freighter Pellan into the northern basin at dawn. Crowds came to look."


@pytest.mark.parametrize(
    ("unsure", "words"),
    [
        ("It was windy. The tug Orla reportedly towed the freighter Pellan into the northern basin at dawn. Boats waited.", "reportedly"),
        (
            "It was windy. Local media reported that the tug Orla towed the freighter Pellan into the northern basin. Boats waited.",
            "second hand",
        ),
    ],
)
def test_a_hedge_or_other_media_against_the_own_voice(tell: Tell, unsure: str, words: str) -> None:
    (difference,) = hearsay_differences(tell({"Gazette": (DAY, FLAT), "Lantern": (DAY, unsure)}))
    assert words in difference.explanation
    assert {s.article for s in difference.statements} == {"gazette", "lantern"}


def test_the_outlet_that_is_cited_is_no_second_side(tell: Tell) -> None:
    cites = (
        "It was windy. The Gazette newspaper reported that the tug Orla towed the freighter Pellan into the northern basin. Boats waited."
    )
    assert list(hearsay_differences(tell({"Gazette": (DAY, FLAT), "Lantern": (DAY, cites)}))) == []


def test_the_same_act_on_another_thing_is_another_matter(tell: Tell) -> None:
    other = "It was windy. A farmer reportedly towed a caravan out of the ditch near Hollen. Cows watched."
    assert list(hearsay_differences(tell({"Gazette": (DAY, FLAT), "Lantern": (DAY, other)}))) == []
