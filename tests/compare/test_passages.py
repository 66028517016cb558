"""The sentences of an article as they are compared."""

from __future__ import annotations

import re

import pytest

from retold.compare.passages import Passages, passages, stems
from retold.records import Annotated, Article, Quotation
from retold.settings import Settings

SETTINGS = Settings().derivation


def sentences_of(text: str) -> Passages:
    spans = tuple(match.span() for match in re.finditer(r"[^.\n]+\.”?", text))
    marked = tuple(match.span(1) for match in re.finditer("“([^”]*)”", text))
    quotations = tuple(
        Quotation(
            id=f"a/q{start}", kind="direct", type="speech", spans=((start, end),), marked=((start, end),), speaker=None, confidence=1.0
        )
        for start, end in marked
    )
    record = Article(id="a", outlet=None, url=None, title=None, text=text, digest="a")
    return passages(Annotated(article=record, analysed=True, sentences=spans, quotations=quotations), SETTINGS)


@pytest.mark.parametrize(
    ("one", "other"),
    [("prepares", "preparing"), ("companies", "company"), ("Müllerová", "Mullerova"), ("the U.S. fleet", "the United States fleet")],
)
def test_stems_see_through_endings_accents_and_abbreviations(one: str, other: str) -> None:
    assert stems(one) == stems(other)


def test_details_are_names_numbers_and_days() -> None:
    held = sentences_of("On Tuesday the barge Morning Glory of Captain Ruud Aaltonen carried 340 crates.")
    assert held.sentences[0].details == {"tuesday", "morning", "glory", "captain", "ruud", "aaltonen", "340"}


def test_words_are_counted_and_found_with_and_without_the_possessive() -> None:
    held = sentences_of("The miller's saddle hung beside the copper violin. He smiled. “The bishop sold nine geese to the miller.”")
    assert len(held.sentences) == 2  # "He smiled" has too few words to be compared
    assert (held.length, held.narrated) == (16, 1)
    assert {"miller's", "miller", "geese"} <= held.words
    assert "smiled" not in held.words
