"""Acts that have one doer, and what a dispute about the doer is called: "who set up the safety zone"."""

from __future__ import annotations

from ..passages import overlap
from .claims import Claim, Told

__all__ = ["ONE_DOER", "who_did"]

ONE_DOER = frozenset(
    """establish create found launch introduce build design invent develop install designate open close cancel postpone suspend order
    authorize approve reject kill shoot stab murder bomb behead kidnap abduct attack destroy demolish damage burn hack leak steal edit
    alter change rewrite delete remove write draft compose paint direct produce film record fire dismiss appoint hire sack expel evict
    arrest detain free release rescue evacuate buy acquire sell discover find spot start cause trigger organize organise plan plant
    down sink ban block impose lift seize capture raise pay fund finance""".split()
) | {"set up", "shut down", "shoot down", "blow up", "call off", "burn down", "take over", "close down"}
"""Acts that one doer does to one thing: others may welcome, report or support it besides."""


def who_did(claim: Claim, told: Told) -> str:
    """The question who does what a claim tells, in the words of the claim without the doer."""
    target = claim.assertion.target
    words = told.text(claim.article, claim.assertion.predicate)
    if target is None or overlap(target.span, claim.assertion.predicate):
        return f"who {words}"
    return f"who {words} {told.text(claim.article, target.span)}"
