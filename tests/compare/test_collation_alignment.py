"""Alignment of two token sequences, and the likeness of pieces."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.compare.alignment import Kinship, align, containment, kinship, likeness
from retold.compare.tokens import Token, tokenize
from retold.settings import CollationSettings

WORDS = "we they not the of with will may 7 seven ship ships harbour harbor Novak crew help assist isn't open close".split()
SIDES = st.lists(st.sampled_from(WORDS), max_size=16).map(lambda words: tokens(" ".join(words)))


def tokens(text: str) -> tuple[Token, ...]:
    return tokenize(text, [(0, len(text))])


def near(one: str, other: str) -> Kinship:
    return kinship(tokens(one)[0], tokens(other)[0])


def test_kinship_of_words() -> None:
    assert near("Ship", "ship") == Kinship.SAME
    assert near("harbour", "harbor") == Kinship.SPELLING
    assert near("7", "seven") == Kinship.SPELLING
    assert near("helped", "helping") == Kinship.FORM
    assert near("help", "assisted") == Kinship.EQUIVALENT
    assert near("smugglers", "smuggling") in (Kinship.RELATED, Kinship.FORM)
    assert near("support", "oppose") == Kinship.OPPOSITE
    assert near("7", "eight") == Kinship.SORT
    assert near("they", "it") == Kinship.SORT
    assert near("ship", "crew") == Kinship.UNLIKE


@given(SIDES, SIDES)
def test_kinship_is_symmetric(one: tuple[Token, ...], other: tuple[Token, ...]) -> None:
    assert all(kinship(a, b) == kinship(b, a) for a in one for b in other)


@settings(deadline=None)
@given(SIDES, SIDES)
def test_every_token_stands_once_and_in_order(base: tuple[Token, ...], here: tuple[Token, ...]) -> None:
    pairs = align(base, here, CollationSettings()).pairs
    assert [pair.base for pair in pairs if pair.base is not None] == list(range(len(base)))
    assert [pair.here for pair in pairs if pair.here is not None] == list(range(len(here)))


def test_a_part_is_kept_in_one_piece() -> None:
    base = tokens("the crew of the ship left the port before the storm and the talks will continue in the harbour")
    here = tokens("the talks will continue")
    paired = [pair.base for pair in align(base, here, CollationSettings()).pairs if pair.base is not None and pair.here is not None]
    assert paired == [12, 13, 14, 15]


def test_a_moved_passage_is_found() -> None:
    base, here = (
        tokens("after the long strike in Ost the crew left, tired and poor"),
        tokens("the crew left, tired and poor, after the long strike in Ost"),
    )
    moved = align(base, here, CollationSettings()).moved
    assert [(base[pair.base].text, here[pair.here].text) for pair in moved if pair.base is not None and pair.here is not None] == [
        (word, word) for word in "after the long strike in Ost".split()
    ]


def test_long_texts_are_cut_at_equal_runs() -> None:
    words = [f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(120)]
    base, here = tokens(" ".join(words)), tokens(" ".join([*words[:50], "extra", *words[50:]]))
    small = msgspec.structs.replace(CollationSettings(), max_cells=200)
    assert align(base, here, small) == align(base, here, CollationSettings())


@given(SIDES, SIDES)
def test_likeness_is_symmetric_and_between_nought_and_one(one: tuple[Token, ...], other: tuple[Token, ...]) -> None:
    for measure in (likeness, containment):
        assert measure(one, other) == measure(other, one)
        assert 0 <= measure(one, other) <= 1
        assert measure(one, one) == 1
    assert likeness(one, other) <= containment(one, other) + 1e-9


def test_likeness_of_a_part_and_of_a_rewording() -> None:
    base = tokens("the crew will help the harbour town after the storm")
    assert containment(base, tokens("help the harbour town")) == 1
    assert likeness(base, tokens("help the harbour town")) < 0.8
    assert likeness(base, tokens("the crew will assist the harbour town after the storm")) == 1
    assert likeness(base, tokens("nobody voted on Monday")) < 0.1
