"""Sentences of two articles lined up."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.compare import links
from retold.compare.links import Alignment, align
from retold.compare.passages import Passage, Passages, passages
from retold.records import Annotated, Article
from retold.settings import Settings

SETTINGS = Settings().derivation
VOCABULARY = "harbour pilot ferry council lantern granite orchard tariff miller quarry bishop violin saddle copper winter".split()

ORIGINAL = (
    "The council of Brindlemoor closed the old granite quarry on Tuesday. Divers found forty barrels of copper sulphate under the pier. "
    "Fishermen had complained about dead herring since last winter. The mayor promised compensation for every licensed boat owner."
)
REWRITE = (
    "Brindlemoor's council has shut its ancient granite quarry. Under the pier, divers discovered forty barrels holding copper sulphate. "
    "A brass band played in the rain for the visiting cyclists. Every owner of a licensed boat was promised compensation by the mayor."
)
ELSEWHERE = "A juggler from Ostermark taught seven pensioners to ride unicycles. Their teapots rattled in the carriage all evening."


def sentences_of(article: str, text: str) -> Passages:
    spans = tuple(match.span() for match in re.finditer(r"[^.\n]+\.", text))
    record = Article(id=article, outlet=None, url=None, title=None, text=text, digest=article)
    return passages(Annotated(article=record, analysed=True, sentences=spans), SETTINGS)


def aligned(*texts: str) -> list[Alignment]:
    return list(align([sentences_of(chr(ord("a") + n), text) for n, text in enumerate(texts)], SETTINGS))


def test_a_rewrite_is_aligned_in_order() -> None:
    (alignment,) = aligned(ORIGINAL, REWRITE)
    assert [(link.left, link.right) for link in alignment.ordered] == [(0, 0), (1, 1), (3, 3)]
    assert all(link.verbatim < 0.6 for link in alignment.ordered)


def test_a_copy_is_aligned_word_for_word() -> None:
    (alignment,) = aligned(ORIGINAL, ORIGINAL)
    assert [link.verbatim for link in alignment.ordered] == [1.0] * 4


def test_other_order_keeps_the_heaviest_chain() -> None:
    first, second, third, fourth = (sentence + "." for sentence in ORIGINAL.removesuffix(".").split(". "))
    (alignment,) = aligned(ORIGINAL, " ".join((fourth, first, second, third)))
    assert [(link.left, link.right) for link in alignment.ordered] == [(0, 1), (1, 2), (2, 3)]
    assert len(alignment.links) == 4


def test_articles_without_a_sentence_in_common_are_left_out() -> None:
    found = aligned(ORIGINAL, ELSEWHERE, REWRITE, "")
    assert [(one.left.article, one.right.article) for one in found] == [("a", "c")]


@pytest.mark.parametrize("articles", [[], [""], ["", ""], [ORIGINAL]])
def test_fewer_than_two_articles_with_sentences_have_nothing_in_common(articles: list[str]) -> None:
    assert aligned(*articles) == []


texts = st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=9), max_size=6).map(
    lambda sentences: " ".join(" ".join(words).capitalize() + "." for words in sentences)
)
stories = st.lists(texts, min_size=2, max_size=4)


@given(stories)
def test_alignments_are_monotone_and_of_best_partners(story: list[str]) -> None:
    for alignment in aligned(*story):
        assert alignment.left.article < alignment.right.article
        assert alignment.links
        lefts, rights = [link.left for link in alignment.ordered], [link.right for link in alignment.ordered]
        assert lefts == sorted(set(lefts))
        assert rights == sorted(set(rights))
        assert set(alignment.ordered) <= set(alignment.links)
        assert all(SETTINGS.link <= link.score <= 1 and 0 <= link.verbatim <= 1 for link in alignment.links)


@given(stories, st.randoms())
def test_neither_order_nor_a_further_article_changes_an_alignment(story: list[str], random: object) -> None:
    held = [sentences_of(chr(ord("a") + n), text) for n, text in enumerate(story)]
    alone = [one for n, left in enumerate(held) for right in held[n + 1 :] for one in align([right, left], SETTINGS)]
    random.shuffle(held)  # type: ignore[attr-defined]
    assert sorted(align(held, SETTINGS), key=_pair) == sorted(alone, key=_pair)


@given(stories)
def test_looking_at_few_sentences_at_a_time_changes_nothing(story: list[str]) -> None:
    whole = aligned(*story)
    with patch.object(links, "_CELLS", 1):
        assert aligned(*story) == whole


@given(stories)
def test_scores_are_cosines_of_weights_of_the_two_articles(story: list[str]) -> None:
    for one in aligned(*story):
        for link in one.links:
            assert link.score == pytest.approx(cosine(one.left.sentences, one.right.sentences, link.left, link.right), abs=1e-8)


@given(texts)
def test_every_sentence_of_a_copy_finds_a_partner(text: str) -> None:
    sentences = sentences_of("a", text).sentences
    holding = {term: sum(term in sentence.terms for sentence in sentences) for sentence in sentences for term in sentence.terms}
    # A word of every third sentence tells nothing; where all words are such, nothing can be aligned.
    if sentences and all(number * 2 <= 8 for number in holding.values()):
        (alignment,) = aligned(text, text)
        assert {link.left for link in alignment.links} == set(range(len(sentences)))


def cosine(left: Sequence[Passage], right: Sequence[Passage], i: int, j: int) -> float:
    """Likeness of two sentences, worked out one by one."""
    total = len(left) + len(right)

    def holding(term: str) -> int:
        return sum(term in sentence.terms for sentence in (*left, *right))

    def squares(terms: frozenset[str]) -> float:
        return sum(math.log(1 + total / holding(term)) ** 2 for term in terms)

    common = frozenset(term for term in left[i].terms & right[j].terms if holding(term) <= max(8, total // 3))
    return squares(common) / math.sqrt(squares(left[i].terms) * squares(right[j].terms))


def _pair(alignment: Alignment) -> tuple[str, str]:
    return alignment.left.article, alignment.right.article
