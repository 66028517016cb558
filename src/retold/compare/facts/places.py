"""Disputes of place: one event that articles put at different places, none of which lies in the other as far as the texts tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from ...annotate.states import state_of
from ...records import Argument
from ...settings import FactSettings
from .claims import Claim, Told, statement_of
from .differences import Difference, Side, difference_of
from .likeness import LIGHT, same_matter
from .lineup import Group, Pair
from .topics import matter_of

__all__ = ["place_differences"]

_AT = frozenset("in at near outside inside into to from".split())


def place_differences(groups: Sequence[Group], told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find events put at places that no sentence of the story names together; at most one difference for each group."""
    for group in groups:
        found = [clash for pair in group.pairs for clash in _clashes(pair, told, settings) if clash[2] >= settings.least]
        if found:
            (left, here), (right, there), sure = max(found, key=lambda clash: clash[2])
            sides = [_side(left, here, told), _side(right, there, told)]
            yield difference_of("place", matter_of(left, told, "where"), sides, told, confidence=round(sure, 6))


_Clash = tuple[tuple[Claim, Argument], tuple[Claim, Argument], float]


def _clashes(pair: Pair, told: Told, settings: FactSettings) -> Iterator[_Clash]:
    here, there = _places(pair.left, told), _places(pair.right, told)
    sure = same_matter(pair.left, pair.right, told.weight, settings)
    if not sure or pair.left.assertion.lemma in LIGHT or {name for _, name in here} & {name for _, name in there}:
        return
    for (one, name), (other, another) in product(here, there):
        if one.by == other.by and _unlike(name, another) and not told.together(name, another):
            yield (pair.left, one), (pair.right, other), sure


def _places(claim: Claim, told: Told) -> list[tuple[Argument, str]]:
    """The places of a claim with their names in the story."""
    pairs = zip(claim.assertion.others, claim.others, strict=True)
    return [(argument, name) for argument, name in pairs if name and argument.by in _AT and name in told.places[claim.article]]


def _unlike(one: str, other: str) -> bool:
    """Whether neither name holds the other, and not just one is a state: a town lies in a state that no article may say."""
    if set(one.casefold().split()) & set(other.casefold().split()):
        return False
    return (state_of(one) is None) == (state_of(other) is None)


def _side(claim: Claim, argument: Argument, told: Told) -> Side:
    says = f"{argument.by} {told.text(claim.article, argument.span)}"
    return Side(says=says, statements=(statement_of(claim, told, says=says),))
