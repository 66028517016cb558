"""Disputes of actor inside one remark: "they ruined his life" as one outlet quotes it, "it ruined his life" as another does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...annotate.folding import fold
from .claims import Claim, Told, statement_of
from .deeds import who_did
from .differences import Difference, Side, difference_of
from .likeness import LIGHT, same_act

__all__ = ["remark_differences"]

_ROLES = ({"it", "this", "that"}, {"they", "these", "those"}, {"he"}, {"she"}, {"we"})
"""Words for who acts, of which two can't stand for one in the words of one speaker."""
_SURE = 0.75
"""Judged as ``renditions`` are: the words of one remark, quoted twice."""
_SAME = 0.9
"""Likeness of predicates from which a speaker who does the same to the same says one thing."""


def remark_differences(told: Told) -> Iterator[Difference]:
    """Find acts in one speaker's quoted words that outlets give to another doer; claims with the same object are lined up."""
    acts = defaultdict[tuple[str, str], list[Claim]](list)
    for claim in told.claims:
        target = claim.assertion.target
        if claim.attributed_to and _doer(claim) is not None and target is not None and claim.assertion.lemma not in LIGHT:
            words = fold(told.text(claim.article, target.span))
            if " " in words:
                acts[claim.attributed_to, words].append(claim)
    for _, claims in sorted(acts.items()):
        yield from _differences(claims, told)


def _doer(claim: Claim) -> int | None:
    """Which of ``_ROLES`` acts; None: another, or the words are not the speaker's own."""
    actor = claim.assertion.actor
    if actor is None or claim.span[0] != actor.span[0] or claim.assertion.kind != "verb":
        return None
    word = fold(claim.text).split()[0]
    return next((number for number, words in enumerate(_ROLES) if word in words), None)


def _differences(claims: list[Claim], told: Told) -> Iterator[Difference]:
    """One difference at most of claims about the same object, where two articles agree on the act but not on who did it."""
    for claim in claims:
        like = [one for one in claims if same_act(one.assertion.lemma, claim.assertion.lemma) >= _SAME]
        by_doer = defaultdict[int, list[Claim]](list)
        for one in like:
            by_doer[_doer(one) or 0].append(one)
        articles = [{one.article for one in some} for some in by_doer.values()]
        if len(by_doer) > 1 and all(not a & b for n, a in enumerate(articles) for b in articles[:n]):
            sides = [
                Side(says=some[0].text, statements=tuple(statement_of(one, told) for one in some)) for _, some in sorted(by_doer.items())
            ]
            yield difference_of("actor", who_did(claim, told), sides, told, confidence=_SURE)
            return
