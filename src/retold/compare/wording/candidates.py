"""What the finders of wording yield: different names for one thing, before the most telling are chosen."""

from __future__ import annotations

from ...records import Record
from .places import Place

SYNONYMS = 0.95
"""Likeness of meaning from which two words differ in nothing a reader would mind ("possible", "potential": 0.99)."""


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
