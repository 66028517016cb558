"""Negation: does it still reach the words that it reached in the base?"""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Degree
from .alignment import Kinship
from .lexicon import Lexicon
from .phrases import Phrase, Side
from .tokens import Token

_BOUNDARY = frozenset("but because that which who if when while although though unless".split())


def negated(tokens: Sequence[Token], at: int, words: Lexicon, reach: int) -> bool:
    """Does a negation carry to the word at an index? It carries to the end of the clause, over "or" and "nor"."""
    cue, verb = tokens[at].fold in words.cues, False
    for back in range(at - 1, max(-1, at - 1 - reach), -1):
        later = tokens[back + 1]
        if later.gap in ("stop", "break") or later.fold in _BOUNDARY or (later.gap == "comma" and later.fold not in ("or", "nor")):
            break
        cue = cue or tokens[back].fold in words.cues
        verb = verb or tokens[back].lemma in words.negative_verbs
    return cue != verb


def turned(indices: Sequence[int], side: Side, words: Lexicon, reach: int) -> Degree:
    """Does a negation among some tokens of one side reach a word that is not negated on the other?

    "yes": it does; "maybe": what it negates has no counterpart, or it moved over "think", so that it can't be told;
    "no": all negations stand on both sides.
    """
    result: Degree = "no"
    for at in indices:
        if side.tokens[at].fold not in words.cues or side.near(at) >= Kinship.SPELLING:
            continue
        target = _target(side.tokens, at, words, reach)
        if target is None or side.near(target) < Kinship.OPPOSITE:
            result = "maybe"
        elif reversed_at(target, side, words, reach):
            if not (side.tokens[target].lemma in words.raising and _cues(side.tokens, words) == _cues(side.others, words)):
                return "yes"
            result = "maybe"
    return result


def reversed_at(at: int, side: Side, words: Lexicon, reach: int) -> bool:
    """Is a word affirmed on one side and negated on the other, an opposite counting as a negation?"""
    match = side.matches[at]
    opposite = match.kinship == Kinship.OPPOSITE
    return (negated(side.tokens, at, words, reach) != negated(side.others, match.at, words, reach)) != opposite


def _cues(tokens: Sequence[Token], words: Lexicon) -> int:
    return sum(token.fold in words.cues for token in tokens)


def _target(tokens: Sequence[Token], at: int, words: Lexicon, reach: int) -> int | None:
    """The word that a negation negates: the next one that is not of grammar, in the same clause."""
    for ahead in range(at + 1, min(len(tokens), at + 1 + reach)):
        token = tokens[ahead]
        if token.gap in ("stop", "break") or token.fold in _BOUNDARY:
            return None
        if token.kind != "function" and token.fold not in words.quantities and token.fold not in words.hedges:
            return ahead
    return None


def negations(phrase: Phrase, base: Side, here: Side, words: Lexicon) -> tuple[int, int]:
    """Negating words, verbs included, on both sides of a phrase."""

    def count(indices: Sequence[int], tokens: Sequence[Token]) -> int:
        return sum(
            tokens[at].fold in words.cues or tokens[at].lemma in words.negative_verbs or _prefixed(tokens[at], words) for at in indices
        )

    return count(phrase.base, base.tokens), count(phrase.here, here.tokens)


def _prefixed(token: Token, words: Lexicon) -> bool:
    return token.kind == "content" and any(token.lemma.startswith(p) and token.lemma[len(p) :] in words.senses for p in words.prefixes)
