"""Disputes about how near somebody is to doing something: considers it, is forced to it, is willing, prepares, plans, refuses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from ...annotate.folding import fold
from ...records import Argument, Statement
from ..lexicon import lexicon
from ..passages import stems
from .claims import Claim, Told, statement_of
from .differences import Difference, among_of
from .likeness import cosine
from .pairing import words_before
from .stages import stages
from .telling import explained

__all__ = ["readiness_differences"]

_REACH = 12
"""Words before a predicate, and from there to its object, among which the word of a step stands."""
_AROUND = 0.2
"""Likeness of the sentences (cosine of their stems) below which two of one object are two matters."""
_SURE = 0.5
"""Confidence of a dispute of this sort at the least likeness."""


class _Step(NamedTuple):
    claim: Claim
    argument: Argument
    step: int


def readiness_differences(told: Told) -> Iterator[Difference]:
    """Find one object that articles put at different steps before the act, one difference for an object.

    The object is known by two words ("austerity measures"); the steps of an article are all that it tells of the object.
    """
    objects = defaultdict[frozenset[str], list[_Step]](list)
    for claim in told.claims:
        for step in () if claim.headline else _steps(claim, told):
            words = sorted(stems(told.text(claim.article, step.argument.span)))
            for pair in combinations(words, _WORDS):
                objects[frozenset(pair)].append(step)
    for _, found in sorted(objects.items(), key=lambda item: sorted(item[0])):
        apart = list(_apart(found, told))
        if apart:
            yield _difference(apart, told)


_WORDS = 2
"""Content words by which an object is known."""


def _steps(claim: Claim, told: Told) -> Iterator[_Step]:
    for argument in (claim.assertion.target, *claim.assertion.others):
        if argument is not None and argument.name is None and (step := _step_of(claim, argument, told)) is not None:
            yield _Step(claim, argument, step)


def _step_of(claim: Claim, argument: Argument, told: Told) -> int | None:
    """The step that the words before the act show, the last of them where there are several."""
    table = stages().readiness.step
    between = fold(told.text(claim.article, (claim.assertion.predicate[0], max(claim.assertion.predicate[0], argument.span[0])))).split()
    if claim.assertion.negated or "if" in between:
        return None
    words = [*words_before(claim, told)[-_REACH:], *between[:_REACH], ""]
    steps = [table[lemma] for at, word in enumerate(words) if (lemma := lexicon().lemma(word)) in table and _leads(words[at:], lemma)]
    return steps[-1] if steps else None


def _leads(words: Sequence[str], lemma: str) -> bool:
    """Whether a word leads to an act: "forced to", "considering"; not "a force", "the planned visit"."""
    near = 2 if lemma == "open" else 4
    return lemma in _DIRECT or "to" in words[1:near] or "itself" in words[1:3] or (lemma == "prepare" and words[0] != "prepared")


_DIRECT = frozenset("consider weigh mull contemplate".split())
"""Verbs whose object is what may be done."""


def _apart(found: Sequence[_Step], told: Told) -> Iterator[_Step]:
    """The claims that stand at different steps of one matter, where no article of one side has the step of the other."""
    steps, side = defaultdict[str, set[int]](set), stages().readiness.side
    for one in found:
        steps[one.claim.article].add(one.step)
    kept: dict[tuple[str, int], _Step] = {}
    for one, other in combinations(found, 2):
        if (
            steps[one.claim.article] & steps[other.claim.article]
            or one.claim.article == other.claim.article
            or side[one.step] == side[other.step]
        ):
            continue
        if one.claim.actor and other.claim.actor and one.claim.actor != other.claim.actor:
            continue
        if cosine(one.claim.around, other.claim.around, told.weight) >= _AROUND:
            kept.update({one.claim.key: one, other.claim.key: other})
    yield from (one for _, one in sorted(kept.items()))


def _difference(found: Sequence[_Step], told: Told) -> Difference:
    names = stages().readiness.names
    sides: dict[str, list[Statement]] = {f"it as {names[step]}": [] for step in sorted({one.step for one in found})}
    for one in found:
        sides[f"it as {names[one.step]}"].append(statement_of(one.claim, told))
    like = max(cosine(one.claim.around, other.claim.around, told.weight) for one, other in combinations(found, 2))
    first = found[0]
    return Difference(
        kind="status",
        topic=f"how near it is: {told.text(first.claim.article, first.argument.span)}",
        explanation=explained(sides, told, grows=True),
        statements=tuple(statement for some in sides.values() for statement in some),
        among=among_of(list(sides.values())),
        confidence=min(1.0, _SURE + like / 2),
    )
