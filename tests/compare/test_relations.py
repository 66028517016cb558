"""Relations judged from changes, and the choice of the base."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.compare.phrases import collated
from retold.compare.pieces import Piece
from retold.compare.relations import SEVERITY, choose_base, relation_of
from retold.compare.tokens import tokenize
from retold.compare.variants import changes
from retold.settings import CollationSettings


def relation(base: str, here: str) -> str:
    both = collated(tokenize(base, [(0, len(base))]), tokenize(here, [(0, len(here))]), CollationSettings())
    return relation_of(changes(both))


BASE = "We've helped the town of Ost rebuild its school and its old bridge, and we will pay for the road."


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        (BASE, "same"),
        ("we’ve helped the Town of Ost rebuild its school and its old bridge — and we will pay for the road!", "same"),
        ("helped the town of Ost rebuild its school", "part"),
        ("We've helped the town of Ost rebuild its old bridge, and we will pay for the road.", "spliced"),
        ("We've helped the town of Ost rebuild … its old bridge, and we will pay for the road.", "style"),
        ("We have helped the town of Ost rebuild its school and its old bridge, and we will pay for the road.", "style"),
        ("[The council has] helped the town of Ost rebuild its school", "style"),
        ("We've aided the town of Ost in rebuilding its school and its old bridge, and will pay for the road.", "reworded"),
        ("Together with Ost we made its schoolhouse and river crossing as good as new; the highway is on us.", "reworded"),
        ("We've helped the town of Ost rebuild its school and its old bridge, and we will not pay for the road.", "changed"),
        ("We've helped the town of Ost rebuild its school and its old bridge, and they will pay for the road.", "changed"),
    ],
)
def test_relations(here: str, expected: str) -> None:
    assert relation(BASE, here) == expected


def test_words_left_out_behind_he_said_are_left_out_without_a_mark() -> None:
    text = "“We came late to the hall,” she said. “The vote was over.”"
    both = collated(
        tokenize("We came late to the hall and nobody helped. The vote was over.", [(0, 62)]),
        tokenize(text, [(1, 26), (39, 57)]),
        CollationSettings(),
    )
    assert relation_of(changes(both)) == "spliced"


def test_every_relation_has_its_severity() -> None:
    assert sorted(SEVERITY) == sorted(["base", "same", "part", "spliced", "style", "reworded", "changed", "indirect"])


@settings(deadline=None)
@given(st.randoms(use_true_random=False))
def test_capitals_marks_and_dashes_leave_a_rendition_the_same(chance: random.Random) -> None:
    words = BASE.replace(",", chance.choice([",", " –", " --", ";"])).replace("'", chance.choice(["'", "’"])).split(" ")
    here = " ".join(chance.choice([word, word.lower(), word.capitalize()]) for word in words)
    assert relation(BASE, here.rstrip(".") + chance.choice(["", ".", ",", "!"])) == "same"


def piece(article: str, text: str, quotation: str = "q1") -> Piece:
    return Piece(
        quotation=f"{article}/{quotation}",
        article=article,
        spans=((0, len(text)),),
        text=text,
        speaker=None,
        addressee=None,
        occasion=None,
        confidence=1.0,
    )


def test_the_base_is_nearest_to_the_source_then_most_complete_then_least_edited() -> None:
    short, long = piece("a", "the old bridge"), piece("b", BASE)
    assert choose_base([short, long], {}) is long
    assert choose_base([short, long], {"b": 1}) is short
    edited = piece("a", BASE.replace("We've", "[The council has]"))
    assert choose_base([edited, long], {}) is long
    written_out = piece("a", BASE.replace("We've", "We have"))
    assert choose_base([written_out, long], {}) is long


def test_what_several_articles_share_outweighs_one_that_is_hardly_fuller() -> None:
    told = BASE.replace("the road", "three roads")
    lone = piece("a", BASE.replace("the road", "thirty long roads"))
    pieces = [lone, piece("b", told.replace("We've", "We have")), piece("c", told.replace("We've", "We have"))]
    assert choose_base(pieces, {}).article == "b"
    assert choose_base(pieces, {"b": 1, "c": 1}) is lone
    assert choose_base(pieces[:2], {}) is lone


def test_a_much_fuller_rendition_is_the_base_whatever_the_others_share() -> None:
    parts = [piece(name, "We will pay for the road") for name in "bcd"]
    assert choose_base([piece("a", BASE), *parts], {}).article == "a"


def test_no_renditions_have_no_base() -> None:
    with pytest.raises(ValueError, match="at least one rendition"):
        choose_base([], {})


PIECES = [piece("a", BASE), piece("b", BASE), piece("c", "the old bridge"), piece("a", "the road", "q2"), piece("d", "We pay")]


@given(st.permutations(PIECES))
def test_the_base_does_not_depend_on_the_order(pieces: list[Piece]) -> None:
    assert choose_base(pieces, {"d": 1}) == choose_base(PIECES, {"d": 1})
