"""Disputes of people: what one article has somebody deny, and another has somebody say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ...annotate.folding import fold
from ...records import Quotation, Span, Statement
from ..lexicon import lexicon
from ..passages import CALENDAR, stems
from .claims import Claim, Told, statement_of
from .differences import Difference, among_of, quoted
from .likeness import same_act
from .pairing import SAME_ACT, VAGUE
from .telling import explained

__all__ = ["denied_differences"]

_DENY = frozenset("deny dispute refute contradict disavow repudiate rebut".split())
"""Words that introduce what somebody says is not so."""
_FURTHER = _DENY | frozenset(
    "reject dismiss denial accusation allegation doubt unlikely not no never n't without neither nor if whether would".split()
)
"""Words of a sentence that itself denies, doubts, or supposes."""
_SHARED = 2
"""Content words of what is denied, besides the act, that a sentence must have to be about it."""
_COVERED = 0.5
"""Share of them that it must have."""
_ACTS = frozenset({"ask", "know", "decide", "agree", "pay"})
"""Predicates that tell an act well enough where the words around are the same."""
_SURE = 0.5
"""Confidence of a dispute of this sort at that share."""
_LONG = 14
"""Content words of a denial above which it denies many things at once."""


class _Denied(NamedTuple):
    article: str
    span: Span
    terms: frozenset[str]
    speaker: str | None
    claim: Claim
    """The outermost of what is denied."""


def denied_differences(told: Told) -> Iterator[Difference]:
    """Find what somebody denies in one article and another tells, one difference for a denial told by one or more articles."""
    claims = defaultdict[tuple[str, Span], list[Claim]](list)
    for claim in told.claims:
        claims[claim.article, claim.sentence].append(claim)
    for denied in _denials(told):
        said = list(_said(denied, claims, told))
        if said:
            yield _difference(denied, said, told)


def _said(denied: _Denied, claims: Mapping[tuple[str, Span], Sequence[Claim]], told: Told) -> Iterator[tuple[float, Claim]]:
    """The claims of other articles that tell what is denied, with how much of it."""
    for (article, _), some in claims.items():
        if article != denied.article and (share := _covered(denied, some, told)) >= _COVERED:
            claim = _teller(denied, some)
            if claim is not None:
                yield share, claim


def _denials(told: Told) -> Iterator[_Denied]:
    """What is introduced by a word of denial."""
    for article, annotated in told.annotated.items():
        quotations = {quotation.id: quotation for quotation in annotated.quotations}
        seen = set[str]()
        for claim in told.claims:
            quotation = quotations.get(claim.assertion.quotation or "")
            if claim.article != article or quotation is None or quotation.id in seen or claim.headline:
                continue
            seen.add(quotation.id)
            words = " ".join(told.text(article, span) for span in quotation.spans)
            terms = _roots(stems(words) - CALENDAR) - _roots(stems(told.text(article, claim.assertion.predicate)))
            act = claim.assertion.kind == "verb" and claim.assertion.lemma not in VAGUE - _ACTS
            if act and _cue(quotation, article, told) in _DENY and _SHARED <= len(terms) <= _LONG:
                yield _Denied(article, quotation.spans[0], terms, claim.attributed_to, claim)


def _cue(quotation: Quotation, article: str, told: Told) -> str | None:
    words = fold(told.text(article, quotation.cue)).split() if quotation.cue is not None else []
    return next((lemma for word in words if (lemma := lexicon().lemma(word)) in _DENY), None)


def _covered(denied: _Denied, claims: Sequence[Claim], told: Told) -> float:
    """Share of the words of a denial that a sentence has; 0 where it denies too, or has a word or two by chance."""
    first = claims[0]
    shared = _roots(first.around) & denied.terms
    if first.headline or len(shared) < _SHARED:
        return 0.0
    words = fold(told.text(first.article, first.sentence)).replace("n't", " not").replace("n’t", " not").split()
    if any(word.strip(".,;:\"'”“") in _FURTHER or lexicon().lemma(word) in _FURTHER for word in words):
        return 0.0
    return len(shared) / len(denied.terms)


def _roots(terms: frozenset[str]) -> frozenset[str]:
    """Stems cut so that verb and noun of one root meet ("investigate", "investigation")."""
    return frozenset(term[:_ROOT] for term in terms)


_ROOT = 7
"""Letters of a stem by which verb and noun are one."""


def _teller(denied: _Denied, claims: Sequence[Claim]) -> Claim | None:
    """The claim of a sentence that tells most of what is denied; None where it is the word of whoever denies it."""
    act = denied.claim.assertion.lemma
    telling = [
        c
        for c in claims
        if not c.assertion.negated and c.assertion.standing in {"done", "going on"} and same_act(c.assertion.lemma, act) >= SAME_ACT
    ]
    best = max(telling, key=lambda claim: (len(_roots(claim.terms) & denied.terms), -claim.number), default=None)
    return None if best is None or (best.attributed_to is not None and best.attributed_to == denied.speaker) else best


def _difference(denied: _Denied, said: Sequence[tuple[float, Claim]], told: Told) -> Difference:
    sides: dict[str, list[Statement]] = {
        "it as denied": [statement_of(denied.claim, told, span=denied.span)],
        "it as so": [statement_of(claim, told) for _, claim in sorted(said, key=lambda one: one[1].key)],
    }
    return Difference(
        kind="status",
        topic=f"whether it is so: {quoted(told.text(denied.article, denied.span))}",
        explanation=explained(sides, told, grows=False),
        statements=tuple(statement for some in sides.values() for statement in some),
        among=among_of(list(sides.values())),
        confidence=min(1.0, _SURE + (max(share for share, _ in said) - _COVERED) / 2),
    )
