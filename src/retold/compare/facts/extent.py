"""Disputes about how much an act reaches: the whole or a part ("ended the programme", "ended the tests"), all of a kind or some of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from ...annotate.folding import fold
from ...records import Argument, Statement
from ..lexicon import lexicon
from ..passages import stems
from .claims import Claim, Told, statement_of
from .differences import Difference, among_of, listing
from .likeness import cosine, same_noun
from .stages import stages
from .telling import explained

__all__ = ["extent_differences"]

_WORD = re.compile(r"\w+(?:\s?-\s?\w+)*")
_AROUND = 0.05
"""Likeness of the sentences (cosine of their stems) below which two acts on things of one name are two matters."""
_SURE = 0.5
"""Confidence of a dispute of this sort at the least likeness."""


class _Reach(NamedTuple):
    """An act that reaches as far as its object does."""

    claim: Claim
    head: str
    before: tuple[str, ...]
    """Words of the object before its head, folded, a hyphenated word as one."""


def extent_differences(told: Told) -> Iterator[Difference]:
    """Find acts of one sort whose object is wider in one article than in another, one difference for an object."""
    reaches = [reach for claim in told.claims if (reach := _reach(claim, told)) is not None]
    wider = defaultdict[str, list[tuple[_Reach, str, float]]](list)
    for one, other in combinations(reaches, 2):
        if one.claim.article == other.claim.article:
            continue
        for topic, here, there in _apart(one, other):
            like = cosine(one.claim.around, other.claim.around, told.weight)
            if like >= _AROUND and not (_known(here, other, told) or _known(there, one, told)):
                sure = min(1.0, _SURE + like / 2)
                wider[topic] += [(one, here, sure), (other, there, sure)]
    for topic, found in sorted(wider.items()):
        own = _own(found)
        if len({has for _, has, _ in own}) > 1 and len({reach.claim.article for reach, _, _ in own}) > 1:
            yield _difference(topic, own, told)


def _known(has: str, other: _Reach, told: Told) -> bool:
    """Whether the other article too uses the words of a bound, wherever it be."""
    if not has.startswith("only "):
        return False
    text = fold(told.annotated[other.claim.article].article.text)
    return any(re.search(r"\b" + word.replace("-", r"\s?-\s?"), text) for word in stages().scope.kinds & set(has.split()))


def _own(found: Sequence[tuple[_Reach, str, float]]) -> list[tuple[_Reach, str, float]]:
    """What articles have; one that bounds it once need not do so again, one that has both the whole and a part is on neither side."""
    has = defaultdict[str, set[str]](set)
    for reach, side, _ in found:
        has[reach.claim.article].add(side)
    bounded = {article for article, sides in has.items() if any(side.startswith("only") for side in sides)}
    return [one for one in found if (one[1].startswith("only") if one[0].claim.article in bounded else len(has[one[0].claim.article]) == 1)]


def _reach(claim: Claim, told: Told) -> _Reach | None:
    assertion = claim.assertion
    first = assertion.lemma.split(" ")[0]
    if not {assertion.lemma, first} & stages().scope.acts:
        return None
    target = assertion.target or next((o for o in assertion.others if assertion.kind == "noun" and o.by in {"on", "of"}), None)
    if target is None:
        return _compound(claim, told) if assertion.kind == "noun" else None
    words = _before(target, claim, told)
    return _Reach(claim, fold(target.head), words) if target.name is None and words else None


def _compound(claim: Claim, told: Told) -> _Reach | None:
    """The object in front of a noun: "harbour traffic halt"."""
    start = claim.assertion.predicate[0]
    words = _WORD.findall(fold(told.text(claim.article, (claim.sentence[0], start))))[-2:]
    whole = stages().scope.wholes | stages().scope.parts
    return (
        _Reach(claim, words[-1], tuple(words[:-1])) if len(words) == len(("kind", "head")) and lexicon().lemma(words[-1]) in whole else None
    )


def _before(argument: Argument, claim: Claim, told: Told) -> tuple[str, ...]:
    """The words of a noun group up to its head."""
    end = claim.assertion.predicate[1]
    start = end if end < argument.span[0] and argument.span[0] - end < _FAR else argument.span[0]  # what is joined by "and" is a part of it
    text = fold(told.text(claim.article, (start, argument.span[1])))
    at = text.find(fold(argument.head)[:4], max(0, text.rfind(fold(argument.head)[:4])))
    return tuple(re.sub(r"\s?-\s?", "-", word) for word in _WORD.findall(text[:at] if at > 0 else ""))


_FAR = 30
"""Characters between an act and its object within which all words belong to the object."""


def _apart(one: _Reach, other: _Reach) -> Iterator[tuple[str, str, str]]:
    """Topic and what either has, where one object is a part or a kind of the other."""
    table, lemma = stages().scope, lexicon().lemma
    heads = (lemma(one.head), lemma(other.head))
    shared = stems(" ".join(one.before)) & stems(" ".join(other.before))
    parts = (heads[0] in table.wholes) != (heads[1] in table.wholes) and all(head in table.wholes | table.parts for head in heads)
    if shared and parts and same_noun(*heads) < _SAME:
        word = next(word for word in one.before if stems(word) & shared)
        yield f"how much it reaches: {word} {' or '.join(sorted(heads))}", f"the {word} {one.head}", f"the {word} {other.head}"
    if same_noun(*heads) >= _SAME and shared:
        here, there = (frozenset(words) & table.kinds for words in (one.before, other.before))
        if here != there:
            yield f"which {one.head}s it reaches", _kinds(here - there, one.head), _kinds(there - here, other.head)


_SAME = 0.9
"""Likeness of two nouns from which they are taken for one."""


def _kinds(words: frozenset[str], head: str) -> str:
    return f"only {listing(sorted(words))} {head}s" if words else f"{head}s without that bound"


def _difference(topic: str, found: Sequence[tuple[_Reach, str, float]], told: Told) -> Difference:
    claims: dict[str, dict[tuple[str, int], Claim]] = defaultdict(dict)
    for reach, has, _ in found:
        claims[has][reach.claim.key] = reach.claim
    sides: Mapping[str, list[Statement]] = {
        has: [statement_of(claim, told) for _, claim in sorted(some.items())] for has, some in sorted(claims.items())
    }
    return Difference(
        kind="status",
        topic=topic,
        explanation=explained(sides, told, grows=False),
        statements=tuple(statement for some in sides.values() for statement in some),
        among=among_of(list(sides.values())),
        confidence=max(sure for _, _, sure in found),
    )
