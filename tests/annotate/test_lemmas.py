"""Base forms of the words that rules look for."""

from __future__ import annotations

import pytest

from retold.annotate.cues import ATTITUDE, NOUNS, SAYING
from retold.annotate.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("said", "VBD", "say"),
        ("told", "VBN", "tell"),
        ("says", "VBZ", "say"),
        ("wrote", "VBD", "write"),
        ("accused", "VBD", "accuse"),
        ("hoped", "VBD", "hope"),
        ("hoping", "VBG", "hope"),
        ("admitted", "VBD", "admit"),
        ("replied", "VBD", "reply"),
        ("denies", "VBZ", "deny"),
        ("tweeted", "VBD", "tweet"),
        ("telling", "VBG", "tell"),
        ("stresses", "VBZ", "stress"),
        ("declined", "VBD", "decline"),
        ("’s", "VBZ", "be"),
        ("rowed", "VBD", "row"),
        ("statements", "NNS", "statement"),
        ("spokeswomen", "NNS", "spokeswoman"),
        ("speeches", "NNS", "speech"),
        ("replies", "NNS", "reply"),
        ("said", "JJ", "said"),
        ("press", "NN", "press"),
    ],
)
def test_base_forms(word: str, tag: str, base: str) -> None:
    assert lemma(word, tag) == base


def test_a_base_form_is_its_own() -> None:
    assert {v: lemma(v, "VB") for v in SAYING | ATTITUDE} == {v: v for v in SAYING | ATTITUDE}
    assert {n: lemma(n, "NN") for n in NOUNS} == {n: n for n in NOUNS}


@pytest.mark.parametrize("verb", sorted(SAYING | ATTITUDE))
def test_every_cue_is_known_in_the_third_person(verb: str) -> None:
    third = (
        verb[:-1] + "ies"
        if verb.endswith("y") and verb[-2] not in "aeiou"
        else verb + ("es" if verb[-1:] in "sxz" or verb[-2:] in {"ch", "sh"} else "s")
    )
    assert lemma(third, "VBZ") == verb
