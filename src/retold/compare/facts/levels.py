"""How real an act is told to be: not so, wished for, possible, a duty, still to come, done; and the words that show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..lexicon import lexicon
from .claims import Claim, Told
from .pairing import asserted, words_before

__all__ = ["AHEAD", "DONE", "NOT", "WANTED", "REACH", "Level", "denials", "level_of", "shows", "supposed"]


class Level(NamedTuple):
    """How real an act is told to be."""

    name: str
    rank: int
    """Its place from not at all (0) to done."""
    has: str
    """What an outlet "has" that tells it so."""


NOT = Level("not", 0, "it as not so")
WANTED = Level("wanted", 1, "it as asked or wished for")
_MAY = Level("may", 2, "it as possible")
_MUST = Level("must", 3, "it as something that has to be")
AHEAD = Level("ahead", 4, "it as still to come")
DONE = Level("done", 5, "it as fact")
_STANDING: Mapping[str, Level | None] = {
    "done": DONE,
    "going on": DONE,
    "ahead": AHEAD,
    "possible": _MAY,
    "duty": _MUST,
    "wish": WANTED,
    "asked": WANTED,
    "condition": None,
}


def level_of(claim: Claim) -> Level | None:
    """How real the act of a claim is told to be; None where it hangs on a condition."""
    return NOT if claim.assertion.negated else _STANDING[claim.assertion.standing]


_SHOWS: Mapping[str, frozenset[str]] = {
    "not": frozenset(
        """not n't no never nobody none nothing neither nor without cannot refuse deny decline fail reject stop prevent prohibit forbid ban
        bar rule unable unwilling yet""".split()
    ),
    "may": frozenset("may might could possible possibly perhaps consider whether potential potentially".split()),
    "must": frozenset("must should need have force require ought oblige".split()),
    "ahead": frozenset("will would shall wo going plan promise pledge vow threaten agree set expect intend schedule due prepare".split()),
    "wanted": frozenset("want hope wish seek ask urge demand request call like appeal plead insist press push".split()),
}
"""Words that show a level, one of them before the predicate; what the grammar alone tells of a level is too often a misreading."""


def shows(claim: Claim, level: Level, told: Told) -> bool:
    """Whether the words up to the predicate bear out the level."""
    before = words_before(claim, told)[-REACH:]
    if level is DONE:
        return asserted(claim, told) and not supposed(before)
    shown = _SHOWS[level.name]
    if before[-2:-1] == ["continue"]:
        return False
    if (level is NOT and "whether" in before) or (
        level is _MAY and before[-2:] == ["could", "have"]
    ):  # "whether or not", "could have done"
        return False
    return any(word in shown or lexicon().lemma(word) in shown for word in before)


def supposed(before: Sequence[str]) -> bool:
    """Whether the words up to a predicate keep a clause from being told as fact: "the possibility that", "it depends on", "that it be"."""
    return before[-1:] == ["be"] or bool(_SUPPOSED & set(before[-_CLOSE:])) or bool(_HANGS & set(before[-REACH:]))


_HANGS = frozenset("depend depends depending pending unless neither nobody".split())
"""Words that keep the rest of a sentence from being told as fact."""
_SUPPOSED = frozenset("possibility risk chance danger fear fears suspicion suspicions allegation allegations idea notion".split())
"""Nouns in front of a clause that nobody says is so: "the possibility that she sank it"."""
_CLOSE = 5
"""Words before a predicate among which such a noun stands."""
REACH = 10
"""Words before a predicate among which the word stands that shows its level."""


def denials(words: Iterable[str]) -> frozenset[str]:
    """Words of denial among the folded words of a clause."""
    return frozenset(words) & _SHOWS["not"]
