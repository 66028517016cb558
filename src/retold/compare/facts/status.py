"""Disputes of status: one act told as done and as possible, as planned and as refused; stages and contrasts of words beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ...annotate.folding import fold
from ...records import Statement
from ...settings import FactSettings
from ..passages import stems
from .claims import Claim, Told, statement_of
from .contrasts import contrast_differences, stage_differences
from .denied import denied_differences
from .differences import Difference, among_of
from .extent import extent_differences
from .levels import AHEAD, DONE, NOT, REACH, WANTED, Level, denials, level_of, shows
from .likeness import cosine, same_act
from .lineup import Group, Pair
from .pairing import SAME_ACT, VAGUE, parties, words_before
from .readiness import readiness_differences
from .reasons import reason_differences
from .scope import denial_differences, scope_differences
from .telling import explained
from .together import gathered
from .topics import act_of

__all__ = ["Level", "level_of", "status_differences"]

_DENIED = 0.5
"""Likeness of clauses (cosine of their stems) from which one that is negated denies the other, whatever their predicates."""


_LIKE = 0.25
"""The same below which even one act of one person is told of two occasions."""


_CLASH: Mapping[frozenset[str], float] = {
    frozenset(pair): sure
    for pair, sure in (
        (("not", "done"), 1.0),
        (("not", "ahead"), 0.9),
        (("not", "must"), 0.7),
        (("not", "may"), 0.7),
        (("may", "done"), 0.9),
        (("may", "ahead"), 0.8),
        (("wanted", "done"), 0.55),
        (("wanted", "ahead"), 0.45),
        (("ahead", "done"), 0.4),
    )
}
"""How much two levels of one act say of a dispute, 0 to 1; pairs left out say the same in other words. Set by reading 230 stories of
stories-dev: of ten acts told as ahead here and as done there, one was a dispute."""


_ASKED_AND_FORETOLD = 0.7
"""The same where one person asks for it and another says that it will be."""


class _Clash(NamedTuple):
    pair: Pair
    left: Level
    right: Level
    sure: float


def status_differences(groups: Sequence[Group], told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find acts that articles tell at different stages, as real and not real, or with ends that exclude each other.

    An article that itself tells both ("threatened", further on "imposed") knows of both and is in no dispute with one that has either.
    """
    yield from contrast_differences(told, settings)
    yield from stage_differences(told, settings)
    yield from denial_differences(told, settings)
    yield from extent_differences(told)
    yield from readiness_differences(told)
    yield from scope_differences(told, settings)
    yield from denied_differences(told)
    yield from reason_differences(told)
    known = _Known(told)
    found = [clash for group in groups for pair in group.pairs if (clash := _clash(pair, told, known)) is not None]
    sure = sorted((c for c in found if c.sure >= settings.least), key=lambda c: (-c.sure, c.pair.left.key, c.pair.right.key))
    for some in gathered(sure, lambda c: (c.pair.left.key, c.pair.right.key)):
        yield _difference(some, told)


def _clash(pair: Pair, told: Told, known: _Known) -> _Clash | None:
    """The same act, real in another degree."""
    left, right = level_of(pair.left), level_of(pair.right)
    if left is None or right is None or frozenset((left.name, right.name)) not in _CLASH:
        return None
    if any(claim.headline or claim.assertion.kind == "noun" or claim.assertion.lemma in VAGUE for claim in (pair.left, pair.right)):
        return None
    if DONE not in (left, right) and {left, right} != {WANTED, AHEAD}:
        return None
    if pair.left.attributed_to is not None and pair.left.attributed_to == pair.right.attributed_to:
        return None  # one man's words about two moments
    matter = _one_matter(pair, {left.name, right.name} == {"not", "done"}, told)
    if not matter or not (shows(pair.left, left, told) and shows(pair.right, right, told)):
        return None
    if denials(fold(pair.left.text).split()) & denials(fold(pair.right.text).split()) or all(
        "whether" in words_before(claim, told)[-REACH:] for claim in (pair.left, pair.right)
    ):
        return None
    if known.tells(pair.left.article, pair.right, right) or known.tells(pair.right.article, pair.left, left):
        return None
    return _Clash(pair, left, right, _apart(pair, left, right) * matter)


def _apart(pair: Pair, left: Level, right: Level) -> float:
    """How much two levels say of a dispute: what one person asks for and another foretells counts more than one person's wish and plan."""
    speakers = {pair.left.attributed_to, pair.right.attributed_to}
    if {left, right} == {WANTED, AHEAD} and None not in speakers and len(speakers) == 2:
        return _ASKED_AND_FORETOLD
    return _CLASH[frozenset((left.name, right.name))]


def _one_matter(pair: Pair, denial: bool, told: Told) -> float:
    """0 to 1: how sure it is that two claims are of one act; 0 where who does it or whom it is done to differs."""
    like = cosine(pair.left.terms, pair.right.terms, told.weight)
    same = parties(pair.left, pair.right)
    if like < _LIKE:
        return 0.0
    if pair.act >= SAME_ACT and not same.differ and same.same > same.one_sided:
        return min(1.0, 0.4 + 0.2 * same.same + 0.3 * like)
    denied = pair.left if pair.left.assertion.negated else pair.right
    finite = "to" not in words_before(denied, told)[-2:]  # "never to sail again" denies no voyage
    return 0.4 + like / 2 if denial and finite and like >= _DENIED and same.differ < 2 and same.same else 0.0


class _Known:
    """What each article asserts anywhere, by the act: who tells both sides is on none."""

    def __init__(self, told: Told) -> None:
        self.by_lemma = defaultdict[tuple[str, str], list[Claim]](list)
        self.lemmas = defaultdict[str, set[str]](set)
        for claim in told.claims:
            self.by_lemma[claim.article, claim.assertion.lemma].append(claim)
            self.lemmas[claim.article].add(claim.assertion.lemma)

    def tells(self, article: str, claim: Claim, level: Level) -> bool:
        """Whether an article somewhere tells the act of ``claim`` at the same level."""
        return any(level_of(other) == level and _near(other, claim) for other in self._like(article, claim))

    def _like(self, article: str, claim: Claim) -> Iterator[Claim]:
        for lemma in sorted(self.lemmas[article]):
            if same_act(lemma, claim.assertion.lemma) >= SAME_ACT:
                yield from self.by_lemma[article, lemma]


def _near(one: Claim, other: Claim) -> bool:
    """Whether two claims share a name or a content word besides the predicate."""
    own = stems(one.assertion.lemma) | stems(other.assertion.lemma)
    return bool((one.terms & other.terms) - own)


def _difference(clashes: Sequence[_Clash], told: Told) -> Difference:
    """One difference for a group: each level with the claims that have it."""
    best = max(clashes, key=lambda clash: (clash.sure, clash.pair.left.key, clash.pair.right.key))
    levels = defaultdict[Level, dict[tuple[str, int], Claim]](dict)
    for clash in clashes:
        for claim, level in ((clash.pair.left, clash.left), (clash.pair.right, clash.right)):
            levels[level][claim.key] = claim
    has: dict[str, list[Statement]] = {
        level.has: [statement_of(claim, told) for _, claim in sorted(claims.items())]
        for level, claims in sorted(levels.items(), key=lambda item: item[0].rank)
    }
    level, fullest = max(((best.left, best.pair.left), (best.right, best.pair.right)), key=lambda side: (side[0].rank, side[1].key))
    question = "whether" if level is DONE else "how far it went:"  # "whether the ferry left"; of what is only planned the verb is bare
    return Difference(
        kind="status",
        topic=f"{question} {act_of(fullest, told)}",
        explanation=explained(has, told, grows=NOT not in levels),
        statements=tuple(statement for some in has.values() for statement in some),
        among=among_of(list(has.values())),
        confidence=min(1.0, best.sure),
    )
