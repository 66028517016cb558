"""Words in marks that are said, and words in marks that are something else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Said = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The so-called “blue lease” ends in May.", "blue lease"),
        ("The contract, nicknamed the “blue lease” for its cover, ends in May.", "blue lease"),
        ("The contract, nicknamed “the blue lease”, ends in May.", "the blue lease"),
        ("He is known as “the Eel”.", "the Eel"),
        ("The word “bridge” appears nine times in the contract.", "bridge"),
        ("The “free” parking costs four crowns an hour.", "free"),
        ("Theo Brandt, author of “The Long Tide”, lives in Tarnby.", "The Long Tide"),
        ("The singer played “Green Water” at the festival.", "Green Water"),
        ("Her first novel, titled “A House Without Doors”, sold well.", "A House Without Doors"),
        ("Marlow, whose memoir “A Short Walk to Sea” was published last autumn, lives in Tarnby.", "A Short Walk to Sea"),
        ("She sang “I Can't Find My Way Back to You” and a waltz from the old film.", "I Can't Find My Way Back to You"),
        ("The crew of NTV’s “Morning Table” came to Tarnby.", "Morning Table"),
    ],
)
def test_terms_titles_and_scare_quotes_are_not_said(said: Said, text: str, marked: str) -> None:
    [q] = [q for q in said(text) if q.record.marked]
    assert (q.words, q.type, q.speaker) == (marked, "other", None)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Jan “Tuba” Holm, a fisherman, said the sea was calm.", "Tuba"),
        ("The contract, nicknamed the “blue lease” for its cover, was to run until 2059, Ines Marlow said.", "blue lease"),
        ("Asked about the harbour, Ines Marlow pointed to the contract, nicknamed the “blue lease” for its cover.", "blue lease"),
    ],
)
def test_a_nickname_stays_one_beside_a_word_of_saying(said: Said, text: str, marked: str) -> None:
    assert [(q.words, q.speaker) for q in said(text) if q.type == "other"] == [(marked, None)]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Ines Marlow called the plan “a monument to vanity”.", "a monument to vanity"),
        ("Ines Marlow dismissed the plan as “noise”.", "noise"),
        ("Theo Brandt described the vote as “theft by daylight”.", "theft by daylight"),
        ("Residents described a “loud bang” shortly after midnight.", "loud bang"),
        ("“Never,” said Ines Marlow.", "Never,"),
        ("“The Bridge Is Ours,” the crowd chanted.", "The Bridge Is Ours,"),
    ],
)
def test_words_that_somebody_chose_are_said(said: Said, text: str, marked: str) -> None:
    assert [(text[a:b], q.type) for q in said(text) for a, b in q.record.marked] == [(marked, "speech")]


def test_a_whole_line_in_marks_is_said_by_somebody(said: Said) -> None:
    assert [q.type for q in said("Ines Marlow looked at the river.\n“Nobody I know.”")] == ["speech"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Theo Brandt believes the bridge is safe.", "attitude"),
        ("The Tarnby council hopes to reopen the bridge by May.", "attitude"),
        ("Ines Marlow expects that the bridge will open.", "attitude"),
        ("Ines Marlow said the bridge would open.", "speech"),
        ("Ines Marlow warned that the bridge would fall.", "speech"),
    ],
)
def test_beliefs_and_hopes_are_attitudes(said: Said, text: str, type_: str) -> None:
    [q] = said(text)
    assert (q.type, q.kind) == (type_, "indirect")
