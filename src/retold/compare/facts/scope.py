"""Disputes about how far something goes: a formal talk and a talk, the only site and a former site; and what one report says it is not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from ...annotate.folding import fold
from ...records import Argument, Statement
from ...settings import FactSettings
from ..lexicon import lexicon
from ..passages import stems
from .claims import Claim, Told, statement_of
from .differences import Difference, among_of
from .likeness import cosine, same_act
from .pairing import SAME_ACT
from .stages import stages
from .telling import explained

__all__ = ["denial_differences", "scope_differences"]

_WORD = re.compile(r"[\w-]+")
_SURE = 0.65
"""Confidence from which a bound is told: of four below it that were read none was a dispute."""
_CLAUSE = 0.35
"""Likeness of clauses (cosine of their stems) below which one thing bounded here and there is two things."""
_AROUND = 0.15
"""Likeness of sentences from which a thing denied and a thing named are one."""


_BESIDE = 3
"""Words before a noun among which its bounds stand."""


class _Bounded(NamedTuple):
    """A thing or an act with the words that bound it."""

    claim: Claim
    thing: str
    """Base form of the noun, or of the verb."""
    bounds: frozenset[str]


class _Clash(NamedTuple):
    one: _Bounded
    other: _Bounded
    sure: float


def scope_differences(told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find one thing that articles bound by different words ("formal", "direct"), or only one of them bounds; one difference a thing."""
    things = defaultdict[str, list[_Bounded]](list)
    for claim in told.claims:
        for one in () if claim.headline else _bounded(claim, told):
            things[one.thing].append(one)
    for thing, found in sorted(things.items()):
        if len({one.bounds for one in found}) == 1:
            continue
        least = max(settings.least, _SURE)
        clashes = [c for one, other in combinations(found, 2) if (c := _clash(one, other, told)) is not None and c.sure >= least]
        if clashes:
            yield _difference(thing, clashes, told)


def _bounded(claim: Claim, told: Told) -> Iterator[_Bounded]:
    """The nouns of a clause and its verb, each with what bounds it."""
    start, end = claim.assertion.predicate
    text = told.annotated[claim.article].article.text
    scope = stages().scope
    if claim.assertion.kind == "verb":
        beside = [*_WORD.findall(fold(text[claim.span[0] : start]))[-1:], *_WORD.findall(fold(text[end : claim.span[1]]))[:1]]
        yield _Bounded(claim, claim.assertion.lemma, frozenset(word for word in beside if word.endswith("ly")) & scope.words)
    if claim.assertion.kind == "noun":
        before = _WORD.findall(fold(text[claim.span[0] : start]))[-_BESIDE:]
        yield _Bounded(claim, claim.assertion.lemma, _beside_noun(before) & (scope.words | scope.standing))
    for argument in (claim.assertion.actor, claim.assertion.target, *claim.assertion.others):
        if argument is not None and argument.name is None and (noun := lexicon().lemma(fold(argument.head))).isalpha():
            yield _Bounded(claim, noun, _before(argument, claim, told) & (scope.words | scope.standing))


def _before(argument: Argument, claim: Claim, told: Told) -> frozenset[str]:
    """The words of a noun group up to its head."""
    words = _WORD.findall(fold(told.text(claim.article, argument.span)))
    at = next((n for n in range(len(words) - 1, -1, -1) if words[n].startswith(fold(argument.head)[:4])), len(words))
    return _beside_noun(words[:at])


def _beside_noun(words: Sequence[str]) -> frozenset[str]:
    """The words in front of a noun that go with it: in "only the harbour" the first does not."""
    return frozenset(word for word, behind in zip(words, [*words[1:], ""], strict=False) if word != "only" or behind not in _DETERMINERS)


_DETERMINERS = frozenset("the a an his her its their those these that this one two three".split())


def _clash(one: _Bounded, other: _Bounded, told: Told) -> _Clash | None:
    """One thing of one act, with bounds that one of the articles lacks in the whole sentence."""
    here, there = one.claim, other.claim
    left, right = one.bounds - _words(there, told), other.bounds - _words(here, told)
    if here.article == there.article or left == right or here.assertion.negated != there.assertion.negated:
        return None
    if any(name and its and name != its for name, its in ((here.actor, there.actor), (here.target, there.target))):
        return None
    like = cosine(here.terms, there.terms, told.weight)
    act = same_act(here.assertion.lemma, there.assertion.lemma) >= SAME_ACT
    shared = (here.terms & there.terms) - stems(one.thing)
    if like < _CLAUSE or not (act or len(shared) >= _SHARED) or not shared:
        return None
    reaching = {here.assertion.lemma, there.assertion.lemma} <= stages().scope.acts and _done_to(one) and _done_to(other)
    telling = bool(left and right) or here.assertion.negated or (reaching and (left | right) & _LASTING) or (left | right) & _DEGREES
    return _Clash(one._replace(bounds=left), other._replace(bounds=right), (0.55 if telling else 0.45) + like / 4) if telling else None


def _done_to(one: _Bounded) -> bool:
    """Whether it is the act itself that is bounded, or what it is done to."""
    target = one.claim.assertion.target
    return one.thing == one.claim.assertion.lemma or (target is not None and lexicon().lemma(fold(target.head)) == one.thing)


_DEGREES = frozenset({"limited"})
"""Bounds that say something even where the other article has none: how much there was."""
_LASTING = frozenset("temporary temporarily permanent permanently indefinite indefinitely conditional conditionally voluntary".split())
"""Bounds that say something of an act even where the other article has none: how long it holds."""
_SHARED = 2
"""Stems besides the thing that two clauses must share where their predicates differ."""


def _words(claim: Claim, told: Told) -> frozenset[str]:
    """All words of its sentence."""
    return frozenset(_WORD.findall(fold(told.text(claim.article, claim.sentence))))


def _difference(thing: str, clashes: Sequence[_Clash], told: Told) -> Difference:
    claims: dict[tuple[str, int], _Bounded] = {}
    for clash in sorted(clashes, key=lambda c: (-c.sure, c.one.claim.key, c.other.claim.key)):
        for one in (clash.one, clash.other):
            claims.setdefault(one.claim.key, one)
    sides = defaultdict[str, list[Statement]](list)
    for _, one in sorted(claims.items()):
        sides[_has(one.bounds)].append(statement_of(one.claim, told))
    return Difference(
        kind="status",
        topic=f"how far it goes: {thing}",
        explanation=explained(sides, told, grows=False),
        statements=tuple(statement for some in sides.values() for statement in some),
        among=among_of(list(sides.values())),
        confidence=min(1.0, max(clash.sure for clash in clashes)),
    )


def _has(bounds: frozenset[str]) -> str:
    words = " and ".join(f"“{word}”" for word in sorted(bounds))
    return f"it as {words}" if words else "it without that bound"


def denial_differences(told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find what one article says something is not ("this is not a boycott") and another calls it so ("the boycott of the ferries")."""
    named = defaultdict[str, list[Claim]](list)
    for claim in told.claims:
        if claim.assertion.negated or claim.headline:
            continue
        heads = {fold(argument.head) for argument in claim.assertion.others} if claim.assertion.kind == "verb" else set[str]()
        if _SUPPOSED.search(fold(claim.text)):
            continue
        for head in sorted({claim.assertion.lemma} if claim.assertion.kind == "noun" else heads & stages().contestable):
            named[head].append(claim)
    for claim in told.claims:
        target = claim.assertion.target
        if claim.assertion.kind != "state" or not claim.assertion.negated or target is None or claim.headline:
            continue
        if fold(target.head) not in stages().contestable or _ONLY.search(claim.text):
            continue
        calling = [c for c in named.get(fold(target.head), ()) if c.article != claim.article]
        if any(_one_thing(claim, c, told) for c in calling) and not any(c.article == claim.article for c in named[fold(target.head)]):
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


_SUPPOSED = re.compile(r"\b(?:alleged|possible|potential|probe|investigat\w+|accus\w+|whether|any|suspected|phony|claims? of)\b")
"""Words by which something is named without being told."""
_ONLY = re.compile(r"\bnot (?:only|just|merely)\b")
"""Not a denial: "not only a breach"."""


def _one_thing(claim: Claim, other: Claim, told: Told) -> bool:
    return cosine(claim.around, other.around, told.weight) >= _AROUND
