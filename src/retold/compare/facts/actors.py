"""Disputes of actor: the same act, done to the same, by somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...annotate.states import state_of
from ...settings import FactSettings
from .claims import Claim, Told, statement_of
from .deeds import ONE_DOER, who_did
from .differences import Difference, Side, difference_of
from .likeness import same_matter
from .lineup import Group, Pair

__all__ = ["actor_differences"]


def actor_differences(groups: Sequence[Group], told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find acts that articles say different people or bodies did; at most one difference for each group.

    A body and its official, a state and its government are one actor: names that stand together in a sentence of any article, or
    share a word, are not told apart. Only what has one doer is compared: many may want, advise or criticize the same.
    """
    for group in groups:
        found = [(sure, pair) for pair in group.pairs if (sure := _clash(pair, told, settings)) >= settings.least]
        if found:
            sure, best = max(found, key=lambda one: one[0])
            sides = [_side(best.left, told), _side(best.right, told)]
            yield difference_of("actor", who_did(best.left, told), sides, told, confidence=round(sure, 6))


def _clash(pair: Pair, told: Told, settings: FactSettings) -> float:
    """0 to 1: how sure it is that two clauses tell one act of two actors."""
    left, right = pair.left, pair.right
    if left.actor is None or right.actor is None or left.assertion.target is None or right.assertion.target is None:
        return 0.0
    if any(claim.assertion.lemma not in ONE_DOER or claim.assertion.standing != "done" for claim in (left, right)):
        return 0.0
    if any(_stands_for(claim, told) for claim in (left, right)) or not _unlike(left.actor, right.actor):
        return 0.0
    if told.together(left.actor, right.actor) or left.actor in right.names or right.actor in left.names:
        return 0.0
    return same_matter(left, right, told.weight, settings) * (_NAMED if left.target and left.target == right.target else _UNNAMED)


def _stands_for(claim: Claim, told: Told) -> bool:
    """Whether the actor is told by a pronoun, which may have been resolved wrongly."""
    actor = claim.assertion.actor
    return actor is None or told.text(claim.article, actor.span).casefold() in _PRONOUNS


def _unlike(one: str, other: str) -> bool:
    """Whether two names share no word, and not just one is a state: a state acts through its bodies and officials."""
    if set(one.casefold().split()) & set(other.casefold().split()):
        return False
    return (state_of(one) is None) == (state_of(other) is None)


def _side(claim: Claim, told: Told) -> Side:
    actor = claim.assertion.actor
    says = told.text(claim.article, actor.span) if actor else claim.text
    return Side(says=says, statements=(statement_of(claim, told, says=says),))


_NAMED = 0.7
"""What is left where what is acted on has one name in both: of eight disputes of actor read at 1.0 none was real."""
_UNNAMED = 0.5
"""What is left of how sure it is where what is acted on has no name: many advise a president, and release a report."""
_PRONOUNS = frozenset("he she it they we i that which who whom you his her its their my our your him them himself herself itself".split())
