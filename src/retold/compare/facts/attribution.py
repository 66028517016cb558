"""Disputes of attribution: fact in one report, somebody's claim or a hedged report in another; or one remark credited to two people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from ...annotate.folding import fold
from ...records import Statement
from ...settings import FactSettings
from ..passages import overlap, stems
from .accounts import account_differences
from .antecedents import pronoun_differences
from .callers import caller_differences
from .claims import Claim, Told, statement_of
from .credited import credited_apart
from .denials import denial_differences
from .differences import Difference
from .hearsay import hearsay_differences
from .likeness import cosine, same_act
from .lineup import Group, Pair
from .pairing import SAME_ACT, VAGUE, asserted, parties
from .presupposed import presupposed_differences
from .stages import stages
from .telling import Telling, explained, telling_of
from .together import gathered
from .topics import act_of
from .verdicts import called_false

__all__ = ["attribution_differences", "contestable"]

_REAL = frozenset({"done", "going on"})
"""Standings of what is told as a fact; who plans or wishes is asked, not disputed."""
_ALIKE = 0.55
"""Likeness of clauses (cosine of their stems) from which they tell one matter, whatever their predicates."""
_SAME_WORDS = 0.9
"""The same from which what stands flat is the remark itself, printed without marks: an embedded post, a letter in full."""
_BLAMING = 0.2
"""The same where both hold one word of blame and name the same person or thing; without that, twice as much."""
_LEAST_STEMS = 3
"""Content words of a clause below which it tells no matter: "were wounded"."""
_PLAIN = 0.45
"""What matter that nobody is blamed for counts beside matter that somebody is (1): too little for any word of doubt. Of 55 such pairs read
on other stories of stories-dev none was a dispute."""
_HEDGED = 0.65
"""The same for what one article hedges in its own voice, whatever the matter."""


class _Clash(NamedTuple):
    """What one article states and another has somebody claim, or hedges."""

    flat: Claim
    claimed: Claim
    telling: Telling
    """How the article of ``claimed`` stands to it."""
    sure: float


def attribution_differences(groups: Sequence[Group], told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find what one article states as fact and another only has somebody claim, or hedges; and all that the files beside this one find:
    remarks, sentences and terms credited to different people, what one article alone calls false, has denied, takes for granted, or has at
    second hand.

    Fact against claim counts only where the matter is contestable (blame, wrongdoing, causes) or an article hedges it ("allegedly"): that a
    report names the source of a train's delay and the next does not is no dispute. An article that tells the matter
    both ways is on no side.
    """
    shown: list[Difference] = []
    for difference in chain(
        credited_apart(told),
        pronoun_differences(told),
        caller_differences(told),
        called_false(told),
        denial_differences(told),
        presupposed_differences(told),
        _stated_and_claimed(groups, told, settings),
        hearsay_differences(told),
        account_differences(told),
    ):
        if not any(_on_the_same(difference, other) for other in shown):
            shown.append(difference)
            yield difference


def _on_the_same(one: Difference, other: Difference) -> bool:
    """Whether two differences lie on the same passages of two articles: the one found first tells it best."""
    shared = {a.article for a in one.statements for b in other.statements if a.article == b.article and overlap(a.spans[0], b.spans[0])}
    return len(shared) > 1


def _stated_and_claimed(groups: Sequence[Group], told: Told, settings: FactSettings) -> Iterator[Difference]:
    """What one article states as fact and another only has somebody claim, or hedges."""
    known = _Known(told)
    pairs = [pair for group in groups for pair in group.pairs if not (pair.left.headline or pair.right.headline)]
    clashes = [clash for pair in pairs if (clash := _clash(pair, told, known)) is not None and clash.sure >= settings.least]
    clashes.sort(key=lambda c: (-c.sure, c.flat.key, c.claimed.key))
    for some in gathered(clashes, lambda c: ((claim.article, claim.sentence) for claim in (c.flat, c.claimed))):
        yield _difference(some, told)


def contestable(claim: Claim) -> bool:
    """Whether somebody is blamed for what a claim tells, by its predicate or the nouns beside it."""
    words = {claim.assertion.lemma}
    words |= {fold(a.head) for a in (claim.assertion.actor, claim.assertion.target) if a is not None and a.name is None}
    if claim.assertion.actor is not None and claim.assertion.target is not None and claim.assertion.lemma in stages().harm:
        return True
    return not words.isdisjoint(stages().contestable)


def _clash(pair: Pair, told: Told, known: _Known) -> _Clash | None:
    if any(claim.assertion.standing not in _REAL for claim in (pair.left, pair.right)):
        return None
    if pair.left.assertion.negated != pair.right.assertion.negated:
        return None
    left, right = (telling_of(claim, told) for claim in (pair.left, pair.right))
    if left.flat == right.flat or not (left.flat or left.distance) or not (right.flat or right.distance):
        return None
    flat, claimed, telling = (pair.left, pair.right, right) if left.flat else (pair.right, pair.left, left)
    matter = 0.0 if _printed_bare(flat, claimed, told) else _one_matter(pair, told)
    if not matter or _PRESUPPOSED.match(claimed.text) or known.flat(claimed) or known.claimed(flat):
        return None
    if min(len(flat.terms), len(claimed.terms)) < _LEAST_STEMS:
        return None
    if not (claimed.hedge or asserted(claimed, told)) or flat.assertion.lemma in VAGUE:
        return None
    if (claimed.attributed_to and claimed.attributed_to in (claimed.actor, flat.actor)) or _told_before(flat, claimed, told):
        return None
    blamed = contestable(flat) or contestable(claimed) or bool(_blame(flat) & _blame(claimed))
    contest = 1.0 if blamed else _HEDGED if claimed.hedge else _PLAIN * telling.distance
    return _Clash(flat, claimed, telling, (0.5 + telling.distance / 2) * contest * matter)


def _printed_bare(flat: Claim, claimed: Claim, told: Told) -> bool:
    """Whether what stands flat is the very remark that the other quotes in marks."""
    marked = (s for q in told.annotated[claimed.article].quotations if q.id == claimed.assertion.quotation for s in q.marked)
    return any(overlap(claimed.span, s) for s in marked) and cosine(flat.terms, claimed.terms, told.weight) >= _SAME_WORDS


def _one_matter(pair: Pair, told: Told) -> float:
    """0 to 1: how sure it is that two claims tell one matter; 0 where they may well tell two."""
    like = cosine(pair.left.terms, pair.right.terms, told.weight)
    same = parties(pair.left, pair.right)
    if pair.act >= SAME_ACT and not same.differ and (same.same or like >= _ALIKE):
        return 0.5 + like / 2
    if _blame(pair.left) & _blame(pair.right) and not same.differ and like >= (_BLAMING if same.same else 2 * _BLAMING):
        return 0.5 + like / 2
    return like if like >= _ALIKE and same.differ < 2 else 0.0


def _blame(claim: Claim) -> frozenset[str]:
    """Stems of the words of blame in a clause."""
    return claim.terms & _blame_stems()


@cache
def _blame_stems() -> frozenset[str]:
    return stems(" ".join(sorted(word for word in stages().contestable if " " not in word)))


_PRESUPPOSED = re.compile(r"(?:who|whom|whose|which|that|when|where|after|before|since|while|because|as)\b", re.IGNORECASE)
"""Openings of clauses whose matter a speaker takes for granted and does not claim: "the crew, who were killed, …"."""


class _Known:
    """What each article tells anywhere: who tells the matter in the other way too is on no side."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.by_article = defaultdict[str, list[Claim]](list)
        for claim in told.claims:
            if not claim.headline:
                self.by_article[claim.article].append(claim)

    def flat(self, claim: Claim) -> bool:
        """Whether the article of a claim elsewhere states the same in its own voice."""
        return any(telling_of(other, self.told).flat for other in self._same(claim))

    def claimed(self, claim: Claim) -> bool:
        """Whether the article of a claim elsewhere has the same as somebody's word."""
        return any(telling_of(other, self.told).distance > 0 for other in self._same(claim))

    def _same(self, claim: Claim) -> Iterator[Claim]:
        own = stems(claim.assertion.lemma)
        for other in self.by_article[claim.article]:
            same = other.key != claim.key and same_act(claim.assertion.lemma, other.assertion.lemma) >= SAME_ACT
            if same and (claim.terms & other.terms) - own - stems(other.assertion.lemma):
                yield other


def _told_before(flat: Claim, claimed: Claim, told: Told) -> bool:
    """Whether the same speaker speaks in the sentence of the flat claim or the one before it: then the context attributes it."""
    annotated = told.annotated[flat.article]
    number = flat.assertion.sentence
    start, end = annotated.sentences[max(0, number - 1)][0], annotated.sentences[number][1]
    speakers = {
        told.voices.name(flat.article, q.speaker.canonical)
        for q in annotated.quotations
        if q.speaker is not None and any(a < end and start < b for a, b in q.spans)
    }
    return claimed.attributed_to in speakers if claimed.attributed_to else False


def _difference(clashes: Sequence[_Clash], told: Told) -> Difference:
    best = max(clashes, key=lambda clash: (clash.sure, clash.flat.key, clash.claimed.key))
    claims = {claim.key: claim for clash in clashes for claim in (clash.flat, clash.claimed)}
    has = defaultdict[str, list[Statement]](list)
    for _, claim in sorted(claims.items(), key=lambda item: (not telling_of(item[1], told).flat, item[0])):
        has[telling_of(claim, told).words].append(statement_of(claim, told))
    return Difference(
        kind="attribution",
        topic=f"how sure it is that {act_of(best.flat, told)}",
        explanation=explained(has, told, grows=False),
        statements=tuple(statement for some in has.values() for statement in some),
        confidence=best.sure,
    )
