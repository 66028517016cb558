"""What the finders of wording yield: different names for one thing, before the most telling are chosen."""

from __future__ import annotations

from ...records import Record
from ..senses import alike
from .places import Place

SYNONYMS = 0.95
"""Likeness of meaning from which two words differ in nothing a reader would mind ("possible", "potential": 0.99)."""


_GRAMMAR = frozenset("a an be was is were have been to".split())
_HEDGES = frozenset(
    "suspect suspected believed alleged allegedly reportedly reported apparent apparently possible possibly potential potentially likely"
    " probable probably presumed purported supposed think believe allege".split()
)
"""Words that all say that something is not sure."""
_EMPHASIS = frozenset(
    "dramatic remarkable extraordinary stunning striking unprecedented astonishing incredible amazing unusual notable significant historic"
    " surprising".split()
)
"""Words that all say that something is out of the common."""


def one_colour(one: str, other: str) -> bool:
    """Whether two words or phrases differ in nothing a reader would mind: near-synonyms, two hedges, two words of emphasis, a hedge and
    nothing."""
    left, right = (frozenset(words.split()) for words in (one, other))
    for sort in (_HEDGES, _EMPHASIS):
        enough = (left ^ right) & sort if sort is _HEDGES else left & sort and right & sort
        if enough and left - sort - _GRAMMAR == right - sort - _GRAMMAR:
            return True
    if left and right and left <= _HEDGES | _EMPHASIS and right <= _HEDGES | _EMPHASIS:
        return True
    return alike(one, other) >= SYNONYMS


class Named(Record, frozen=True):
    """One place where one article gives a thing a name."""

    place: Place
    colour: str
    """Equal for words that differ in nothing a reader would mind."""
    plain: bool = False
    """True: the word has no colour of its own."""
    common: bool = False
    """True: the word is so common that it tells little."""


class Candidate(Record, frozen=True):
    """Different names for one thing."""

    topic: str
    thing: str
    """What is named, whoever's it is: equal for entries of one sort."""
    names: tuple[Named, ...]
    """At least two colours in at least two articles."""
    sure: float
    """0 to 1: that they name one thing."""

    @property
    def articles(self) -> frozenset[str]:
        """Ids of the articles."""
        return frozenset(named.place.article for named in self.names)
