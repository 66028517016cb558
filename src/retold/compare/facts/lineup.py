"""Claims of different articles about the same matter, lined up.

Two claims are compared by what they share: rare words of the clause and of the sentence around it, names, and predicates that
mean the same or the opposite (opposites are what disputes are made of). Only claims that share a telling word are looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from math import fsum, sqrt

import numpy as np

from ...records import Record
from ...settings import FactSettings
from ..links import matches
from .claims import Claim, Told
from .likeness import same_act

__all__ = ["Group", "Pair", "line_up"]


class Pair(Record, frozen=True, kw_only=True):
    """Two claims of different articles about the same matter, in order of articles."""

    left: Claim
    right: Claim
    score: float
    """0 to 1: how sure it is that they are about the same matter."""
    act: float
    """0 to 1: likeness of the predicates; 1 for the same, opposites included."""


class Group(Record, frozen=True, kw_only=True):
    """Claims of two or more articles about one matter."""

    claims: tuple[Claim, ...]
    """In order of articles and places."""
    pairs: tuple[Pair, ...]
    """Those of them that are lined up directly, the surest first."""

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles, each once, in order."""
        return tuple(dict.fromkeys(claim.article for claim in self.claims))


def line_up(told: Told, settings: FactSettings) -> tuple[Group, ...]:
    """Group the claims of a story; every claim stands in one group at most.

    The surest pairs are joined first, and two groups only where most of their claims are lined up with each other (average linkage).
    """
    pairs = sorted(_pairs(told, settings), key=_surest)
    lined_up = {(pair.left.key, pair.right.key) for pair in pairs}
    groups = {claim.key: [claim] for pair in pairs for claim in (pair.left, pair.right)}
    direct: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for pair in pairs:
        left, right = groups[pair.left.key], groups[pair.right.key]
        if left is not right:
            if not _belong(left, right, lined_up, settings):
                continue
            left.extend(right)
            groups.update((claim.key, left) for claim in right)
        direct[pair.left.key].append(pair)
    found = {id(claims): sorted(claims, key=lambda claim: claim.key) for claims in groups.values() if len(claims) > 1}
    return tuple(
        Group(claims=tuple(claims), pairs=tuple(sorted(chain.from_iterable(direct[claim.key] for claim in claims), key=_surest)))
        for claims in sorted(found.values(), key=lambda claims: claims[0].key)
    )


def _surest(pair: Pair) -> tuple[float, tuple[str, int], tuple[str, int]]:
    return (-pair.score, pair.left.key, pair.right.key)


def _belong(
    some: Sequence[Claim], others: Sequence[Claim], lined_up: set[tuple[tuple[str, int], tuple[str, int]]], settings: FactSettings
) -> bool:
    """Whether two groups are about one matter: most of their claims are lined up with each other, not two by chance."""
    across = [(min(a.key, b.key), max(a.key, b.key)) for a in some for b in others if a.article != b.article]
    return sum(pair in lined_up for pair in across) >= settings.together * len(across)


def _pairs(told: Told, settings: FactSettings) -> Iterator[Pair]:
    """All pairs of ``settings.link``: of the claims of another article each is lined up with the best, and with what is as good."""
    found = list[Pair]()
    best = defaultdict[tuple[tuple[str, int], str], float](float)
    around = [_Weighed(claim.around, told.weight) for claim in told.claims]
    for one, other, words in _alike(told, settings):
        left, right = told.claims[one], told.claims[other]
        score = settings.clause * words + settings.names * _share(left.names, right.names)
        score += settings.around * around[one].cosine(around[other])
        if score + settings.act < settings.link:  # likeness of predicates costs most: asked for last
            continue
        act = same_act(left.assertion.lemma, right.assertion.lemma)
        score = min(1.0, round(score + settings.act * act, 6))
        if score >= settings.link:
            found.append(Pair(left=left, right=right, score=score, act=act))
            for mine, theirs in ((left, right), (right, left)):
                best[mine.key, theirs.article] = max(best[mine.key, theirs.article], score)
    for pair in found:
        if pair.score >= settings.second * max(best[pair.left.key, pair.right.article], best[pair.right.key, pair.left.article]):
            yield pair


class _Weighed:
    """Stems with what they weigh together, so that it is summed once for many comparisons."""

    def __init__(self, terms: frozenset[str], weight: Mapping[str, float]) -> None:
        self.terms = terms
        self.weight = weight
        self.length = sqrt(fsum(weight.get(term, 1.0) ** 2 for term in terms))

    def cosine(self, other: _Weighed) -> float:
        """As ``likeness.cosine``."""
        shared = self.terms & other.terms
        return min(1.0, fsum([self.weight[term] ** 2 for term in shared]) / (self.length * other.length)) if shared else 0.0


def _alike(told: Told, settings: FactSettings) -> Iterator[tuple[int, int, float]]:
    """Numbers of claims of two articles whose clauses share telling stems, in order, with the likeness of the clauses, 0 to 1 (cosine)."""
    claims = told.claims
    number_of = {term: number for number, term in enumerate(sorted({term for claim in claims for term in claim.terms}))}
    squared = np.array([told.weight.get(term, 1.0) ** 2 for term in number_of])
    stem = np.array([n for claim in claims for n in sorted(number_of[term] for term in claim.terms)], dtype=np.int64)
    holder = np.repeat(np.arange(len(claims)), [len(claim.terms) for claim in claims])
    telling = np.bincount(stem, minlength=len(number_of)) <= max(settings.few, settings.common * len(claims))
    mass = np.bincount(holder, weights=squared[stem], minlength=len(claims))
    first = [n for n, claim in enumerate(claims) if not n or claims[n - 1].article != claim.article] + [len(claims)]
    for start, end in pairwise(first):
        own, later = (slice(*np.searchsorted(holder, edges)) for edges in ((start, end), (end, len(claims))))
        here, there = matches(stem[own], stem[later])
        cell = (holder[own][here] - start) * (len(claims) - end) + holder[later][there] - end
        weights = squared[stem[own][here]]
        shared = np.bincount(cell, weights=weights * telling[stem[own][here]])
        cells = np.flatnonzero(shared >= settings.candidate)
        dots = np.bincount(cell, weights=weights)[cells] if len(cells) else shared
        rows, columns = start + cells // max(1, len(claims) - end), end + cells % max(1, len(claims) - end)
        cosine = dots / np.sqrt(mass[rows] * mass[columns])
        kept = np.flatnonzero(cosine >= settings.clause_least)
        yield from zip(rows[kept].tolist(), columns[kept].tolist(), cosine[kept].tolist(), strict=True)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """0 to 1: names in common over those of the side that has fewer."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
