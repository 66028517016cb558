"""When two predicates or two nouns are taken for the same, and when for opposites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import fsum, sqrt

from ...records import Date
from ...settings import FactSettings
from ..lexicon import lexicon
from ..senses import alike
from .claims import Claim

__all__ = ["LIGHT", "PEOPLE", "cosine", "dated_apart", "same_act", "same_matter", "same_noun"]

PEOPLE = frozenset("people person man woman child adult civilian victim resident citizen other individual human being member".split())
"""Nouns for anybody: they go with any noun for people, told apart by what happened to them."""

_WORDS = 1 << 18
"""Pairs of words remembered: those of a story of 100 reports."""
LIGHT = frozenset("be have do make get go come take give see say tell".split())
"""Predicates that many clauses share by chance."""


@lru_cache(maxsize=_WORDS)
def same_act(one: str, other: str) -> float:
    """0 to 1: how sure it is that two predicates (base forms) are about one act; opposites are: disputes are made of them."""
    if one == other:
        return 1.0
    table = lexicon()
    if table.equivalent(one, other) or table.opposite(one, other) or table.related(one, other):
        return 0.9
    return float(alike(one, other))


@lru_cache(maxsize=_WORDS)
def same_noun(one: str, other: str) -> float:
    """0 to 1: how sure it is that two nouns (base forms) count the same kind of thing."""
    if one == other:
        return 1.0
    if lexicon().equivalent(one, other) or one.endswith(other) or other.endswith(one):
        return 0.9
    if one in PEOPLE or other in PEOPLE:
        return 0.6
    return float(alike(one, other))


def cosine(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    """0 to 1: likeness of two sets of stems, each with its weight (cosine); an unknown stem weighs 1."""
    mass = [fsum(weight.get(term, 1.0) ** 2 for term in terms) for terms in (one & other, one, other)]
    return min(1.0, mass[0] / sqrt(mass[1] * mass[2])) if mass[1] and mass[2] else 0.0


def dated_apart(one: Sequence[Date], other: Sequence[Date]) -> bool:
    """Whether two clauses speak of different times: the hirings of a month and of a year."""
    here, there = ([(day.start, day.end) for day in days if day.start and day.end] for days in (one, other))
    return bool(here and there) and not any(a[0] <= b[1] and b[0] <= a[1] for a in here for b in there)


def same_matter(one: Claim, other: Claim, weight: Mapping[str, float], settings: FactSettings) -> float:
    """0 to 1: how sure it is that two clauses of like predicates tell the same event; 0 where they are about others.

    What is done, and to whom, must go together as far as both say it; then shared words and names tell the event from others like it.
    """
    act = same_act(one.assertion.lemma, other.assertion.lemma)
    if act < settings.same_act or one.assertion.negated != other.assertion.negated or not _goes_with(one, other):
        return 0.0
    if (one.assertion.standing in _REAL) != (other.assertion.standing in _REAL):
        return 0.0
    words = max(cosine(one.terms, other.terms, weight), cosine(one.around, other.around, weight))
    shared = (one.names & other.names) | ({one.target, one.actor} & {other.target, other.actor} - {None})
    return 0.0 if words < settings.event_words else min(1.0, words + settings.event_act * act + settings.event_names * bool(shared))


_REAL = frozenset({"done", "going on"})


def _goes_with(one: Claim, other: Claim) -> bool:
    """Whether the targets of two clauses can be one; where neither has any, whether the actors can."""
    here, there = one.assertion.target, other.assertion.target
    if here is not None and there is not None:
        return one.target == other.target if one.target and other.target else same_noun(here.head, there.head) >= _LIKE_HEADS
    if one.actor and other.actor:
        return one.actor == other.actor
    return here is None and there is None


_LIKE_HEADS = 0.9
