"""How real an act is told to be."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.levels import denials, level_of, shows, supposed

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Engineers opened the sluices.", "done"),
        ("Engineers did not open the sluices.", "not"),
        ("Engineers might open the sluices.", "may"),
        ("Engineers will open the sluices.", "ahead"),
    ],
)
def test_level_and_the_words_that_show_it(tell: Tell, sentence: str, name: str) -> None:
    told = tell({"Gazette": ("2031-05-06", f"The river rose. {sentence}")})
    claim = next(claim for claim in told.claims if claim.assertion.lemma == "open")
    level = level_of(claim)
    assert level is not None
    assert level.name == name
    assert shows(claim, level, told)


def test_words_of_denial() -> None:
    assert denials(["the", "boat", "never", "sailed"]) == {"never"}


@pytest.mark.parametrize(
    ("before", "hangs"),
    [(["the", "possibility", "that", "she"], True), (["asked", "that", "it", "be"], True), (["it", "was"], False), ([], False)],
)
def test_what_is_only_supposed_is_not_told_as_fact(before: list[str], hangs: bool) -> None:
    assert supposed(before) is hangs
