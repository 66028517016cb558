"""Sentences of two articles lined up."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.compare.passages import Passages, align, passages, stems
from retold.records import Annotated, Article
from retold.settings import Settings

SETTINGS = Settings().derivation
VOCABULARY = "harbour pilot ferry council lantern granite orchard tariff miller quarry bishop violin saddle copper winter".split()


def sentences_of(article: str, text: str) -> Passages:
    spans = tuple(match.span() for match in re.finditer(r"[^.\n]+\.", text))
    record = Article(id=article, outlet=None, url=None, title=None, text=text, digest=article)
    return passages(Annotated(article=record, analysed=True, sentences=spans), SETTINGS)


ORIGINAL = (
    "The council of Brindlemoor closed the old granite quarry on Tuesday. Divers found forty barrels of copper sulphate under the pier. "
    "Fishermen had complained about dead herring since last winter. The mayor promised compensation for every licensed boat owner."
)
REWRITE = (
    "Brindlemoor's council has shut its ancient granite quarry. Under the pier, divers discovered forty barrels holding copper sulphate. "
    "A brass band played in the rain for the visiting cyclists. Every owner of a licensed boat was promised compensation by the mayor."
)


def test_a_rewrite_is_aligned_in_order() -> None:
    alignment = align(sentences_of("a", ORIGINAL), sentences_of("b", REWRITE), SETTINGS)
    assert [(link.left, link.right) for link in alignment.ordered] == [(0, 0), (1, 1), (3, 3)]
    assert all(link.verbatim < 0.6 for link in alignment.ordered)


def test_a_copy_is_aligned_word_for_word() -> None:
    alignment = align(sentences_of("a", ORIGINAL), sentences_of("b", ORIGINAL), SETTINGS)
    assert [link.verbatim for link in alignment.ordered] == [1.0] * 4


def test_other_order_keeps_the_heaviest_chain() -> None:
    first, second, third, fourth = (sentence + "." for sentence in ORIGINAL.removesuffix(".").split(". "))
    turned = " ".join((fourth, first, second, third))
    alignment = align(sentences_of("a", ORIGINAL), sentences_of("b", turned), SETTINGS)
    assert [(link.left, link.right) for link in alignment.ordered] == [(0, 1), (1, 2), (2, 3)]
    assert len(alignment.links) == 4


@pytest.mark.parametrize(
    ("one", "other"),
    [("prepares", "preparing"), ("companies", "company"), ("Müllerová", "Mullerova"), ("the U.S. fleet", "the United States fleet")],
)
def test_stems_see_through_endings_accents_and_abbreviations(one: str, other: str) -> None:
    assert stems(one) == stems(other)


def test_details_are_names_numbers_and_days() -> None:
    held = sentences_of("a", "On Tuesday the barge Morning Glory of Captain Ruud Aaltonen carried 340 crates.")
    assert held.sentences[0].details == {"tuesday", "morning", "glory", "captain", "ruud", "aaltonen", "340"}


texts = st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=4, max_size=9), min_size=1, max_size=6).map(
    lambda sentences: " ".join(" ".join(words).capitalize() + "." for words in sentences)
)


@given(texts, texts)
def test_alignment_is_symmetric_and_monotone(one: str, other: str) -> None:
    a, b = sentences_of("a", one), sentences_of("b", other)
    alignment = align(a, b, SETTINGS)
    assert alignment == align(b, a, SETTINGS)
    lefts, rights = [link.left for link in alignment.ordered], [link.right for link in alignment.ordered]
    assert lefts == sorted(set(lefts))
    assert rights == sorted(set(rights))
    assert set(alignment.ordered) <= set(alignment.links)
    assert all(0 <= link.score <= 1 and 0 <= link.verbatim <= 1 for link in alignment.links)


@given(texts)
def test_every_sentence_of_a_copy_finds_a_partner(text: str) -> None:
    a, b = sentences_of("a", text), sentences_of("b", text)
    common = len(a.sentences)
    links = align(a, b, SETTINGS).links
    # A word of every third sentence tells nothing; where all words are such, nothing can be aligned.
    if common and all(len(numbers) * 2 <= 8 for numbers in a.index.values()):
        assert {link.left for link in links} == set(range(common))
