"""Disputes of place about a named thing: "the Vellmar Regatta", "the Regatta in Norby", "the Regatta in the Ardish capital"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Set
from itertools import combinations
from typing import NamedTuple

from ...annotate.folding import fold
from ...annotate.states import seats_of
from ...records import Annotated, Span, Statement
from .claims import Told
from .differences import Difference, Side, difference_of
from .sites import apart_on_the_map, capital_in, town
from .together import joined

__all__ = ["venue_differences"]

_VENUES = frozenset(
    """airport arena avenue base bridge building cafe camp cathedral cemetery centre center chapel church club college concert
    conference congress court courthouse dam fair fest festival fort forum gallery garden gate hall harbor harbour hospital hotel inn
    jail library marathon mall market mine mosque museum nightclub opera palace parade park pier plant port prison pub race
    refinery regatta restaurant school shrine square stadium station summit synagogue temple theater theatre tower tunnel university
    zoo celebration exhibition expo tournament""".split()
)
"""Nouns for what stands, or is held, at one place."""
_IN = re.compile(r"(?:,)?(?: [a-z]+){0,3}?,? (?:in|at|outside|near) (?:the )?")
_BEFORE = re.compile(r"((?:[A-Z][\w.-]+ ){0,2}[A-Z][\w.-]+)(?:['’]s?)? (?:[a-z]+ )?$")
_SURE = 0.7


class _Venue(NamedTuple):
    """A named thing with the town where an article has it."""

    article: str
    town: str
    span: Span


def venue_differences(told: Told) -> Iterator[Difference]:
    """Find named things that stand, or are held, at one place, which articles put in different towns.

    Towns that any article writes side by side ("Vellmar, Norby") may lie in one another, and are not told apart.
    """
    towns_of = {fold(name.text) for one in told.annotated.values() for name in one.names if name.kind == "place" and town(name)}
    for thing in sorted(_things(told, towns_of)):
        found = [venue for annotated in told.annotated.values() for venue in _venues(thing, annotated, towns_of)]
        towns = defaultdict[str, set[str]](set)
        for venue in found:
            towns[venue.article].add(venue.town)
        clashes = [
            (one, other)
            for one, other in combinations(found, 2)
            if other.town not in towns[one.article] and one.town not in towns[other.article]
            if apart_on_the_map(one.town, other.town, told)
        ]
        for members in joined(clashes, lambda venue: (venue.article, venue.span)):
            yield _difference(thing, members, told)


def _things(told: Told, towns: Set[str]) -> frozenset[str]:
    """Names of what stands, or is held, at one place, folded, without the town in front."""
    found = set()
    for annotated in told.annotated.values():
        for name in annotated.names:
            words = fold(name.text).removeprefix("the ").split() if name.kind != "person" else []
            cut = next((cut for cut in range(len(words) - 1, 0, -1) if " ".join(words[:cut]) in towns), 0)
            if (words and " ".join(words) not in towns) or cut:
                found.add(" ".join(words[cut:]))
    return frozenset(thing for thing in found if thing and _is_venue(thing, told))


def _is_venue(thing: str, told: Told) -> bool:
    """Whether the name, or the noun that an article puts behind it, tells something that is at one place."""
    words = thing.split()
    if words[-1] in _VENUES or words[-1].endswith(("fest", "festival")):
        return words[-1] not in _VENUES or len(words) > 1
    pattern = re.compile(rf"\b(?i:{re.escape(thing)}) (?:[a-z]+ )?([a-z]+)")  # in small letters: an "Air Force Base" is no Air Force
    return any(found[1] in _VENUES for annotated in told.annotated.values() for found in pattern.finditer(annotated.article.text))


def _venues(thing: str, annotated: Annotated, towns: Set[str]) -> Iterator[_Venue]:
    """Where an article has a thing, as far as it says so beside its name."""
    text, article = annotated.article.text, annotated.article.id
    for found in re.finditer(rf"\b{re.escape(thing)}\b", text, re.IGNORECASE):
        start, end = found.span()
        if not text[start].isupper():
            continue
        before = _BEFORE.search(text[max(0, start - 40) : start])
        if before is not None:
            words = fold(before[1]).split()
            cut = next((cut for cut in range(len(words)) if " ".join(words[cut:]) in towns), None)
            if cut is not None:
                yield _Venue(article, " ".join(words[cut:]), (max(0, start - 40) + before.start(1), end))
                continue
        yield from _behind(annotated, (start, end), towns)


def _behind(annotated: Annotated, span: Span, towns: Set[str]) -> Iterator[_Venue]:
    """The town in "the Regatta in Norby", "the Regatta race in the Ardish capital"."""
    text = annotated.article.text
    between = _IN.match(text, span[1], span[1] + 60)
    if between is None:
        return
    for name in annotated.names:
        if name.span[0] == between.end() and fold(name.text) in towns:
            yield _Venue(annotated.article.id, fold(name.text), (span[0], name.span[1]))
    for where, state in capital_in(text[span[1] : span[1] + 90], span[1]):
        if where[0] <= between.end() <= where[1]:
            for seat in seats_of(state)[:1]:
                yield _Venue(annotated.article.id, seat, (span[0], where[1]))


def _difference(thing: str, venues: list[_Venue], told: Told) -> Difference:
    by_town = defaultdict[str, list[_Venue]](list)
    for venue in sorted(venues, key=lambda venue: (venue.article, venue.span)):
        by_town[venue.town].append(venue)
    sides = [
        Side(
            says=told.text(some[0].article, some[0].span),
            statements=tuple(
                Statement(article=venue.article, spans=(venue.span,), says=told.text(venue.article, venue.span)) for venue in some
            ),
        )
        for some in by_town.values()
    ]
    return difference_of("place", f"where the {thing.title()} is", sides, told, confidence=_SURE)
