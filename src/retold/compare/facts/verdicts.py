"""Claims that one report alone calls false: "Orr falsely claimed", where the other has "Orr claimed"."""

from __future__ import annotations

from collections.abc import Iterator

from ...annotate.folding import fold
from ...records import Statement
from .claims import Claim, Told, statement_of
from .differences import Difference
from .likeness import cosine
from .pairing import VAGUE
from .stages import stages
from .telling import explained
from .topics import act_of

__all__ = ["called_false"]

_LIKE = 0.15
"""Likeness of clauses (cosine of their stems) below which two claims of one person are two matters."""
_LEAST_STEMS = 2
"""Content words that two clauses share, unless their verb is the same, below which they are two matters."""
_BESIDE = 40
"""Characters before "claimed" in which the adverb stands that judges it."""
_WORDS = 3
"""Words up to "claimed", itself among them, in which it does."""


def called_false(told: Told) -> Iterator[Difference]:
    """Find claims of one person that one article calls false and another tells without a verdict."""
    done: set[tuple[str, int]] = set()
    for false in told.claims:
        verdict = _verdict(false, told) if false.attributed_to and false.key not in done else None
        plain = [(_likeness(false, claim, told), claim) for claim in told.claims if _goes_with(false, claim)] if verdict else []
        same = [(like, claim) for like, claim in plain if like >= _LIKE and _verdict(claim, told) is None]
        if verdict and same:
            like, best = max(same, key=lambda one: (one[0], one[1].key))
            done |= {claim.key for claim in told.claims if (claim.article, claim.sentence) == (false.article, false.sentence)}
            has = {
                f"it as “{verdict}” said by {false.attributed_to}": false,
                f"it as the word of {false.attributed_to}, without a verdict": best,
            }
            yield _difference(has, f"whether it is true: {act_of(best, told)}", 0.5 + like / 2, told)


def _goes_with(false: Claim, claim: Claim) -> bool:
    """Whether a claim may be the one that is called false: another article has it from the same person."""
    return (
        claim.article != false.article
        and claim.attributed_to == false.attributed_to
        and claim.assertion.negated == false.assertion.negated
        and not claim.headline
    )


def _likeness(one: Claim, other: Claim, told: Told) -> float:
    """0 to 1: likeness of the clauses, or where these are short of their sentences; 0 where they share too little to be one matter."""
    same = one.assertion.lemma == other.assertion.lemma and one.assertion.lemma not in VAGUE
    if len(one.terms & other.terms) < _LEAST_STEMS and not same:
        return 0.0
    return max(cosine(one.terms, other.terms, told.weight), cosine(one.around, other.around, told.weight))


def _verdict(claim: Claim, told: Told) -> str | None:
    """The adverb by which the article calls the claim false ("falsely claimed"); None: it does not."""
    cue = next((q.cue for q in told.annotated[claim.article].quotations if q.id == claim.assertion.quotation), None)
    if cue is None:
        return None
    before = told.text(claim.article, (max(claim.sentence[0], cue[0] - _BESIDE), cue[1]))
    return next((word for word in fold(before).split()[-_WORDS:] if word in stages().rejected), None)


def _difference(has: dict[str, Claim], topic: str, sure: float, told: Told) -> Difference:
    sides: dict[str, list[Statement]] = {words: [statement_of(claim, told)] for words, claim in has.items()}
    return Difference(
        kind="attribution",
        topic=topic,
        explanation=explained(sides, told, grows=False),
        statements=tuple(statement for some in sides.values() for statement in some),
        confidence=sure,
    )
