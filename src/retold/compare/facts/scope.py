"""Disputes about how far an act goes: a temporary halt and a halt, a formal talk and a talk; and what one report says something is not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...annotate.folding import fold
from ...settings import FactSettings
from .claims import Claim, Told, statement_of
from .differences import Difference
from .likeness import cosine
from .lineup import Pair
from .pairing import SAME_ACT, parties
from .stages import stages
from .telling import among_of, explained
from .topics import act_of

__all__ = ["denial_differences", "scope_differences"]

_WORD = re.compile(r"\w+")
_LIKE = 0.35
"""Likeness of clauses (cosine of their stems) below which one act on one thing is two matters."""
_AROUND = 0.15
"""Likeness of sentences from which a thing denied and a thing named are one."""


def scope_differences(pairs: Sequence[Pair], told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find one act on one thing that articles bound by different words ("temporary", "permanent"), or only one of them bounds."""
    for pair in pairs:
        if pair.act < SAME_ACT or pair.left.headline or pair.right.headline or parties(pair.left, pair.right).differ:
            continue
        here, there = _bounds(pair.left, told), _bounds(pair.right, told)
        here, there = here - _words(pair.right, told), there - _words(pair.left, told)
        like = cosine(pair.left.terms, pair.right.terms, told.weight)
        if here == there or like < _LIKE or not parties(pair.left, pair.right).same:
            continue
        sure = (0.6 if here and there else 0.4) + like / 4
        if sure >= settings.least:
            yield _difference(pair, here, there, sure, told)


def _bounds(claim: Claim, told: Told) -> frozenset[str]:
    """The words of scope beside the predicate or inside the object."""
    start, end = claim.assertion.predicate
    text = told.annotated[claim.article].article.text
    beside = [*_WORD.findall(fold(text[claim.span[0] : start]))[-1:], *_WORD.findall(fold(text[end : claim.span[1]]))[:1]]
    target = claim.assertion.target
    inside = _WORD.findall(fold(told.text(claim.article, target.span))) if target else []
    return frozenset(beside + inside) & stages().scope


def _words(claim: Claim, told: Told) -> frozenset[str]:
    """All words of its sentence."""
    return frozenset(_WORD.findall(fold(told.text(claim.article, claim.sentence))))


def _difference(pair: Pair, here: frozenset[str], there: frozenset[str], sure: float, told: Told) -> Difference:
    sides = {_has(bounds): [statement_of(claim, told)] for claim, bounds in ((pair.left, here), (pair.right, there))}
    return Difference(
        kind="status",
        topic=f"how far it goes: {act_of(pair.left, told)}",
        explanation=explained(sides, told, grows=False),
        statements=tuple(statement for some in sides.values() for statement in some),
        among=among_of(list(sides.values())),
        confidence=min(1.0, sure),
    )


def _has(bounds: frozenset[str]) -> str:
    words = " and ".join(f"“{word}”" for word in sorted(bounds))
    return f"it as {words}" if words else "it without that bound"


def denial_differences(told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find what one article says something is not ("this is not a boycott") and another calls it so ("the boycott of the ferries")."""
    named = defaultdict[str, list[Claim]](list)
    for claim in told.claims:
        if claim.assertion.kind == "noun" and not claim.assertion.negated and not claim.headline:
            named[claim.assertion.lemma].append(claim)
    for claim in told.claims:
        target = claim.assertion.target
        if claim.assertion.kind != "state" or not claim.assertion.negated or target is None or claim.headline:
            continue
        if fold(target.head) not in stages().contestable or _ONLY.search(claim.text):
            continue
        calling = [c for c in named.get(fold(target.head), ()) if c.article != claim.article and _one_thing(claim, c, told)]
        if calling and not any(c.article == claim.article for c in named[fold(target.head)]):
            thing = target.head
            sides = {f"it as no {thing}": [statement_of(claim, told)], f"it as {thing}": [statement_of(c, told) for c in calling]}
            yield Difference(
                kind="status",
                topic=f"whether it is rightly called “{thing}”",
                explanation=explained(sides, told, grows=False),
                statements=tuple(statement for some in sides.values() for statement in some),
                among=among_of(list(sides.values())),
                confidence=max(settings.least, 0.6),
            )


_ONLY = re.compile(r"\bnot (?:only|just|merely)\b")
"""Not a denial: "not only a breach"."""


def _one_thing(claim: Claim, other: Claim, told: Told) -> bool:
    return cosine(claim.around, other.around, told.weight) >= _AROUND
