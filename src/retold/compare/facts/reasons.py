"""Disputes about why: two reasons that articles give for one act of one person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from ...records import Span
from ..passages import CALENDAR, stems
from .claims import Claim, Told, statement_of
from .differences import Difference, among_of
from .likeness import cosine, dated_apart, same_act
from .pairing import VAGUE
from .telling import explained
from .topics import act_of

__all__ = ["reason_differences"]

_BECAUSE = r"(?<!not )\b(?:because(?: of)?|due to|owing to|on (?:the )?grounds (?:of|that)|on charges of)"
_WHY = re.compile(rf"(?:{_BECAUSE}|\b(?:only |solely )?for (?=\w+ing\b))\s*([^.;]{{8,160}})")
"""Words that introduce a reason, and the reason to the end of the sentence."""
_BEHIND = 80
"""Characters behind an act in which its reason begins."""
_LIKE = 0.2
"""Likeness of clauses (cosine of their stems) below which acts of nobody named are two matters."""
_SAME = 0.85
"""Likeness of predicates from which two claims are of one act."""
_SURE = 0.55
"""Confidence that two reasons without a word in common are two reasons."""


class _Reasoned(NamedTuple):
    claim: Claim
    reason: Span
    terms: frozenset[str]
    plain: bool
    """It begins with "because" or the like; "for" may introduce what is paid or punished."""


def reason_differences(told: Told) -> Iterator[Difference]:
    """Find acts for which articles give reasons that have nothing in common, or one of which is "only"; one difference an act."""
    predicates = defaultdict[str, list[int]](list)
    for claim in told.claims:
        if claim.assertion.kind == "verb":
            predicates[claim.article].append(claim.assertion.predicate[0])
    acts = defaultdict[str, list[_Reasoned]](list)
    for claim in told.claims:
        told_of = claim.assertion.kind == "verb" and not claim.headline and not claim.assertion.negated
        found = _reasoned(claim, predicates[claim.article], told) if told_of and claim.assertion.lemma not in VAGUE else None
        if found is not None:
            acts[claim.assertion.lemma].append(found)
    every = [reasoned for _, some in sorted(acts.items()) for reasoned in some]
    for one, other in combinations(every, 2):
        if one.claim.article != other.claim.article and _one_act(one, other, told) and _apart(one, other, told):
            yield _difference(one, other, told)


def _reasoned(claim: Claim, predicates: Sequence[int], told: Told) -> _Reasoned | None:
    """The claim with its reason, where no other verb stands between the two."""
    end = claim.assertion.predicate[1]
    text = told.annotated[claim.article].article.text[end : claim.sentence[1]]
    match = _WHY.search(text)
    if match is None or match.start() > _BEHIND or any(end < start < end + match.start() for start in predicates):
        return None
    terms = stems(match.group(1)) - CALENDAR
    return _Reasoned(claim, (end + match.start(), end + match.end()), terms, not match.group().strip().startswith(_FOR)) if terms else None


_FOR = ("for ", "only for ", "solely for ")


def _one_act(one: _Reasoned, other: _Reasoned, told: Told) -> bool:
    here, there = one.claim, other.claim
    if dated_apart(here.dates, there.dates) or same_act(here.assertion.lemma, there.assertion.lemma) < _SAME:
        return False
    for name, its in ((here.actor, there.actor), (here.target, there.target)):
        if name and its and name != its:
            return False
    if (here.target and here.target == there.target) or (here.actor and here.actor == there.actor):
        return bool(here.target) == bool(there.target)
    return one.plain and other.plain and not (here.target or there.target) and cosine(here.terms, there.terms, told.weight) >= _LIKE


def _apart(one: _Reasoned, other: _Reasoned, told: Told) -> bool:
    only = [_ONLY.search(told.text(r.claim.article, (r.claim.assertion.predicate[0], r.reason[1]))) is not None for r in (one, other)]
    return not one.terms & other.terms or (only[0] != only[1] and one.terms != other.terms)


_ONLY = re.compile(r"\b(?:only|solely) (?:for|because|due)")


def _difference(one: _Reasoned, other: _Reasoned, told: Told) -> Difference:
    sides = {}
    for number, reasoned in enumerate((one, other)):
        span = (reasoned.claim.assertion.predicate[0], reasoned.reason[1])
        sides["another reason" if number else "one reason"] = [statement_of(reasoned.claim, told, span=span)]
    return Difference(
        kind="status",
        topic=f"why: {act_of(one.claim, told)}",
        explanation=explained(sides, told, grows=False),
        statements=tuple(statement for some in sides.values() for statement in some),
        among=among_of(list(sides.values())),
        confidence=_SURE,
    )
