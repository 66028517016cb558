"""How alike the places are where words stand: by the words around them, names first."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from math import sqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ...records import Span
from ..passages import CALENDAR
from .words import Sentence, Told, Word

_REACH = 14
"""Words to either side that tell what a word is about; a news sentence has 25."""
_HALF = 14
"""Words away at which a word tells half of what the next one does."""
_BESIDE = 3
"""Words to either side among which a name is what the word names ("the Merrin government", "Port Ellis police officers")."""
_VERB = re.compile(r"(?:ed|ing|s)$")
"""A form that is hardly a noun's in the singular: between a name and what it names stands none."""
JOINS = frozenset("group organization party movement network army state outfit force leader chief founder commander cleric".split())
"""Nouns between what somebody is called and the name: "the militant group Asha"."""
_PARTS = frozenset("group organization party movement network".split())
"""Those of these behind a name that add nothing to it: "the Asha group"."""
_NAME = 1.3
"""Times that a name weighs more than another word as rare."""


def _noun(word: Word) -> bool:
    """Whether a word behind a name can be a noun before another: no form that verbs have ("told", "accused")."""
    return word.content and not _VERB.search(word.form) and word.form == word.lemma


def _joins(word: Word) -> bool:
    return word.lemma in JOINS or word.capital


class Place(NamedTuple):
    """Where one word or phrase stands."""

    sentence: Sentence
    first: int
    """Number of its first word."""
    last: int
    around: dict[str, float]
    """Weight of the words and names around it; the nearer, the more."""

    @property
    def article(self) -> str:
        """Id of the article."""
        return self.sentence.article

    @property
    def span(self) -> Span:
        """From the first to the last word."""
        return self.sentence.words[self.first].start, self.sentence.words[self.last].end


def place(told: Told, sentence: Sentence, first: int, last: int, without: Collection[str] = frozenset()) -> Place:
    """The place of the words ``first`` to ``last``; base forms in ``without`` tell nothing about it."""
    around: dict[str, float] = {}
    for at, word in enumerate(sentence.words):
        distance = first - at if at < first else at - last
        if distance <= 0 or distance > _REACH or word.lemma in without or word.lemma in CALENDAR:
            continue
        key = word.name or (word.lemma if word.content else None)
        if key is not None:
            weight = told.weight.get(key, 0.0) * (_NAME if word.name else 1.0) / (1.0 + distance / _HALF)
            around[key] = max(around.get(key, 0.0), weight)
    return Place(sentence=sentence, first=first, last=last, around=around)


def behind(sentence: Sentence, first: int) -> str | None:
    """The name that the words from ``first`` on stand behind as one noun group: "the Merrin regime", "Port Ellis police officers"."""
    for at in range(first - 1, max(-1, first - 1 - _BESIDE), -1):
        word = sentence.words[at]
        if not sentence.words[at + 1].tight:
            return None
        if word.name:
            return word.name
        if word.lemma != "s" and not _noun(word):
            return None
    return None


def before(sentence: Sentence, last: int) -> str | None:
    """The name that words up to ``last`` stand before as its epithet: "the reclusive leader Orr", not "the alleged Asha leader"."""
    at = last + 1
    while at < len(sentence.words) and at - last <= _BESIDE and not sentence.words[at].name:
        if not (_joins(sentence.words[at]) or sentence.words[at].lemma == "and" or not sentence.words[at].tight):
            return None
        at += 1
    if at >= len(sentence.words) or (name := sentence.words[at].name) is None:
        return None
    while at < len(sentence.words) and sentence.words[at].name == name:
        at += 1
    behind = sentence.words[at] if at < len(sentence.words) else None
    return None if behind and behind.tight and (behind.content or behind.lemma == "s") and behind.lemma not in _PARTS else name


def shared(one: Place, other: Place) -> int:
    """How many words and names both places have around them."""
    return len(one.around.keys() & other.around.keys())


def likeness(places: Sequence[Place]) -> npt.NDArray[np.float64]:
    """Cosine of the words around every two places."""
    number: dict[str, int] = {}
    for one in places:
        for word in one.around:
            number.setdefault(word, len(number))
    matrix = np.zeros((len(places), max(1, len(number))))
    for row, one in enumerate(places):
        norm = sqrt(sum(weight * weight for weight in one.around.values())) or 1.0
        for word, weight in one.around.items():
            matrix[row, number[word]] = weight / norm
    return np.asarray(matrix @ matrix.T)
