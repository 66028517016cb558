"""What one report tells only with its denial: "Orr denied that he asked", where another has "Tonn testified that Orr asked"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ...records import Quotation, Span, Statement
from ..lexicon import lexicon
from .claims import Claim, Told, statement_of
from .differences import Difference
from .likeness import cosine, same_act
from .pairing import SAME_ACT, VAGUE, words_before
from .telling import explained, telling_of
from .topics import act_of

__all__ = ["denial_differences", "denied", "denies"]

_DENY = frozenset("deny dispute refute rebut".split())
_REAL = frozenset({"done", "going on"})
_LIKE = 0.15
"""Likeness (cosine of stems) of clauses or sentences below which the same act by the same person is another one."""
_NAMES = 3
"""Names that two sentences share from which one person's act in them is one, whatever the other words."""
_NAMED = 0.3
"""What that counts as likeness."""


def denial_differences(told: Told) -> Iterator[Difference]:
    """Find what one article has somebody deny and another tells without the denial: as a fact, or as the word of somebody else."""
    denials = [claim for claim in told.claims if denied(claim, told) and _weighty(claim)]
    beside = _names_of_sentences(told) if denials else {}
    done: set[tuple[str, int]] = set()
    for denial in denials:
        known = {c.article for c in denials if same_act(c.assertion.lemma, denial.assertion.lemma) >= SAME_ACT}
        told_so = [(like, c) for c in told.claims if c.article not in known and (like := _likeness(denial, c, beside, told)) >= _LIKE]
        found = sorted(told_so, key=lambda one: (-one[0], one[1].key))
        if found and denial.key not in done:
            done |= {c.key for c in denials if same_act(c.assertion.lemma, denial.assertion.lemma) >= SAME_ACT}
            yield _difference(denial, *found[0], told)


def denied(claim: Claim, told: Told) -> bool:
    """Whether a claim stands under a word of denying."""
    quotation = next((q for q in told.annotated[claim.article].quotations if q.id == claim.assertion.quotation), None)
    return quotation is not None and denies(quotation, claim.article, told)


def denies(quotation: Quotation, article: str, told: Told) -> bool:
    """Whether a word of denying introduces a quotation."""
    cue = quotation.cue
    return cue is not None and any(lexicon().lemma(word.lower()) in _DENY for word in told.text(article, cue).split())


def _weighty(claim: Claim) -> bool:
    real = claim.assertion.standing in _REAL
    return real and claim.assertion.lemma not in VAGUE - {"ask"} and claim.assertion.kind == "verb"


def _names_of_sentences(told: Told) -> dict[tuple[str, Span], frozenset[str]]:
    """By article and sentence: all that its clauses name."""
    found = defaultdict[tuple[str, Span], set[str]](set)
    for claim in told.claims:
        found[claim.article, claim.sentence] |= claim.names
    return {place: frozenset(names) for place, names in found.items()}


def _likeness(denial: Claim, claim: Claim, beside: Mapping[tuple[str, Span], frozenset[str]], told: Told) -> float:
    """0 to 1: how sure it is that a claim tells the very act that is denied; 0 where it tells another, or denies it too."""
    if claim.assertion.negated or claim.headline:
        return 0.0
    if same_act(denial.assertion.lemma, claim.assertion.lemma) < SAME_ACT or not _weighty(claim) or denied(claim, told):
        return 0.0
    if any(word.startswith(("deni", "deny")) for word in words_before(claim, told)):  # "his denial that …"
        return 0.0
    if (denial.actor and claim.actor and denial.actor != claim.actor) or not denial.names & claim.names:
        return 0.0
    if claim.attributed_to and claim.attributed_to in (denial.attributed_to, claim.actor):
        return 0.0
    like = max(cosine(denial.terms, claim.terms, told.weight), cosine(denial.around, claim.around, told.weight))
    names = beside[denial.article, denial.sentence] & beside[claim.article, claim.sentence]
    return max(like, _NAMED) if denial.actor and denial.actor == claim.actor and len(names) >= _NAMES else like


def _difference(denial: Claim, like: float, claim: Claim, told: Told) -> Difference:
    has: dict[str, list[Statement]] = {
        f"it denied by {denial.attributed_to or 'somebody'}": [statement_of(denial, told)],
        telling_of(claim, told).words: [statement_of(claim, told)],
    }
    return Difference(
        kind="attribution",
        topic=f"whether {act_of(claim, told)}",
        explanation=explained(has, told, grows=False),
        statements=tuple(statement for some in has.values() for statement in some),
        confidence=round(min(1.0, 0.45 + like / 2), 6),
    )
