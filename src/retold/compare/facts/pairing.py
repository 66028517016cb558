"""What attribution and status need of two claims beyond that they are lined up: who is the same in both, and whether each is asserted."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...annotate.folding import fold
from ...records import Argument
from .claims import Claim, Told
from .likeness import same_noun

__all__ = ["SAME_ACT", "VAGUE", "Parties", "asserted", "parties", "words_before"]

SAME_ACT = 0.85
"""Likeness of predicates from which two claims are of one act, not of two acts in one matter."""


class Parties(NamedTuple):
    """How far who does it, and whom it is done to, are the same in two claims."""

    same: int
    """Of actor and target those that are the same."""
    differ: int
    """Those that are not."""
    one_sided: int
    """Those that one of the claims alone tells."""


def parties(one: Claim, other: Claim) -> Parties:
    """Compare who does it and whom it is done to."""
    sides = (
        (one.assertion.actor, other.assertion.actor, one.actor, other.actor),
        (one.assertion.target, other.assertion.target, one.target, other.target),
    )
    same = differ = one_sided = 0
    for here, there, name, its in sides:
        if here is None or there is None:
            one_sided += here is not there
        elif name == its if name and its else not (name or its) and _same_thing(here, there):
            same += 1
        else:
            differ += 1
    return Parties(same, differ, one_sided)


def _same_thing(one: Argument, other: Argument) -> bool:
    return fold(one.head) not in _EMPTY and same_noun(fold(one.head), fold(other.head)) >= SAME_ACT


_EMPTY = frozenset("it they he she we i you this that which who what one some all him her them us".split())
"""Heads that tell nobody what is meant: alike, they may mean two things."""


VAGUE = frozenset(
    """be have do go come get make take think like believe feel see know want need seem look say tell mean hope try use work help let keep
    happen emerge become remain include call find give put talk start begin continue stop thank ask await speak decide expect agree
    allow run refer hear support intend want claim vote""".split()
)
"""Predicates that tell nothing of the act by themselves."""
_OPEN = frozenset(
    """nor neither never not n't no if unless until once whether can to without before may might could will would shall should must wo
    ca cannot demand demands demanded demanding insist insists insisted insisting ask asks asked urge urged suggest suggested recommend
    recommended propose proposed""".split()
)
"""Words after which nothing is told as done."""
_CLOSE = 4
"""Words before a predicate among which such a word still governs it."""
_BE = frozenset("is are was were be been being am 're 've 'm has have had got get gets".split())
_WORD = re.compile(r"n['’]t|\w+(?=n['’]t)|['’]\w+|\w+")


def words_before(claim: Claim, told: Told) -> list[str]:
    """The words of its sentence up to the predicate of a claim, folded."""
    before = told.text(claim.article, (claim.sentence[0], claim.assertion.predicate[0]))
    return [fold(word).replace("’", "'") for word in _WORD.findall(before)]


def asserted(claim: Claim, told: Told) -> bool:
    """Whether a claim is told as a fact by a finite verb: "to close", "closing", "the boats closed last year" take it for granted."""
    assertion = claim.assertion
    before = words_before(claim, told)
    predicate = fold(told.text(claim.article, assertion.predicate)).split()[0]
    if assertion.kind == "noun" or any(word in _OPEN for word in before[-_CLOSE:]) or _COUNTERFACTUAL.match(claim.text):
        return False
    if any(word in _BE for word in before[-_CLOSE:]) or assertion.kind == "state":
        return True
    subject = assertion.actor
    if predicate.endswith("ing") or subject is None:
        return False
    beside = assertion.predicate[0] - subject.span[1] == 1
    return beside or (predicate != assertion.lemma and subject.span[1] <= assertion.predicate[0])


_COUNTERFACTUAL = re.compile(r"(?:had|were|should|if)\b", re.IGNORECASE)
"""Openings of clauses about what did not happen: "Had the boat sailed, …"."""
