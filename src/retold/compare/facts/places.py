"""Disputes of place: one event that articles put at different places, none of which lies in the other as far as the texts tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from ...annotate.folding import fold
from ...annotate.states import state_of
from ...records import Argument, Span
from ...settings import FactSettings
from .claims import Claim, Told, statement_of
from .differences import Difference, Side, difference_of
from .likeness import LIGHT, same_matter
from .lineup import Group, Pair
from .sites import apart_on_the_map, is_town
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


class _Place(NamedTuple):
    """Where a claim puts what it tells."""

    argument: Argument
    name: str
    """In the story."""
    words: str
    """As printed, folded."""
    span: Span


_Clash = tuple[tuple[Claim, _Place], tuple[Claim, _Place], float]


def _clashes(pair: Pair, told: Told, settings: FactSettings) -> Iterator[_Clash]:
    here, there = _places(pair.left, told), _places(pair.right, told)
    sure = same_matter(pair.left, pair.right, told.weight, settings)
    if not sure or pair.left.assertion.lemma in LIGHT or {one.words for one in here} & {one.words for one in there}:
        return
    for one, other in product(here, there):
        if one.argument.by == other.argument.by and _unlike(one, other, told):
            yield (pair.left, one), (pair.right, other), sure


def _places(claim: Claim, told: Told) -> list[_Place]:
    """The places of a claim: "in Vellmar", "in the harbour town of Vellmar"."""
    annotated = told.annotated[claim.article]
    text = annotated.article.text
    named = {name.span[0]: name for name in annotated.names if name.kind == "place"}
    found = []
    for argument, its in zip(claim.assertion.others, claim.others, strict=True):
        if argument.by not in _AT:
            continue
        behind = _OF.match(text, argument.span[1])
        if its and its in told.places[claim.article]:
            found.append(_Place(argument, its, fold(told.text(claim.article, argument.span)).removeprefix("the "), argument.span))
        elif fold(argument.head) in _TOWNS and behind and behind.end() in named:
            name = named[behind.end()]
            found.append(_Place(argument, name.canonical, fold(name.text), (argument.span[0], name.span[1])))
    return found


def _unlike(one: _Place, other: _Place, told: Told) -> bool:
    """Whether both are towns, which no article writes side by side, or both are states, which no sentence names together."""
    towns = is_town(one.words), is_town(other.words)
    if all(towns):
        return apart_on_the_map(one.words, other.words, told) and not told.together(one.name, other.name)
    states = state_of(one.words), state_of(other.words)
    return not any(towns) and all(states) and states[0] != states[1] and not told.together(one.name, other.name)


_TOWNS = frozenset("town city village port suburb settlement capital".split())
_OF = re.compile(r" of ")


def _side(claim: Claim, place: _Place, told: Told) -> Side:
    says = f"{place.argument.by} {told.text(claim.article, place.span)}"
    return Side(says=says, statements=(statement_of(claim, told, says=says),))
