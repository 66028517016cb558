"""Indirect speech: clauses that a word of saying governs without quotation marks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Said = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "words", "speaker", "cue"),
    [
        ("Ines Marlow said the bridge would open in spring.", "the bridge would open in spring", "Ines Marlow", "said"),
        ("Ines Marlow said that the bridge would open.", "that the bridge would open", "Ines Marlow", "said"),
        ("The bridge would open in spring, Ines Marlow said.", "The bridge would open in spring", "Ines Marlow", "said"),
        ("The bridge closed on Monday, according to Ines Marlow.", "The bridge closed on Monday", "Ines Marlow", "according"),
        ("According to Ines Marlow, the bridge closed on Monday.", "the bridge closed on Monday", "Ines Marlow", "According"),
        ("Ines Marlow had warned that the bridge would fall.", "that the bridge would fall", "Ines Marlow", "warned"),
        ("Theo Brandt told the Courier that the boat had sunk.", "that the boat had sunk", "Theo Brandt", "told"),
        ("The Osterby Gazette reported that Ines Marlow had resigned.", "that Ines Marlow had resigned", "Osterby Gazette", "reported"),
        ('The plank was 6" wide and 12" long, Ines Marlow said.', 'The plank was 6" wide and 12" long', "Ines Marlow", "said"),
        ("The builders' yard is safe, said Theo Brandt.", "The builders' yard is safe", "Theo Brandt", "said"),
    ],
)
def test_a_reported_clause(said: Said, text: str, words: str, speaker: str, cue: str) -> None:
    [q] = said(text)
    assert (q.words, q.speaker, q.cue, q.kind, q.type) == (words, speaker, cue, "indirect", "speech")
    assert q.record.marked == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ines Marlow did not say whether the bridge would open.",
        "Theo Brandt declined to say who had paid for the boat.",
        "Theo Brandt was told that the boat had sunk.",
        "Asked whether the bridge was safe, Ines Marlow pointed to the river.",
        "It is said that the bridge was built in a night.",
        "The bridge opened in spring and closed in May.",
    ],
)
def test_what_nobody_is_reported_to_have_said(said: Said, text: str) -> None:
    assert said(text) == []


def test_nested_reports_count_once_for_the_outer_speaker(said: Said) -> None:
    [q] = said("Ines Marlow said she was warned that it would rain.")
    assert (q.words, q.speaker) == ("she was warned that it would rain", "Ines Marlow")


def test_a_name_in_marks_leaves_its_clause_indirect(said: Said) -> None:
    found = said("The contract, nicknamed the “blue lease” for its cover, was to run until 2059, Ines Marlow said.")
    assert [(q.kind, q.type, q.speaker) for q in found] == [("indirect", "speech", "Ines Marlow"), ("direct", "other", None)]
