"""Acts told in words that exclude each other (dismissed, resigned), or that stand for two stages of one thing (threatened, imposed).

Such words have little in common, so the claims are lined up here by who or what stands beside them, in whatever part: who is dismissed
is who resigns.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from ...annotate.folding import fold
from ...records import Statement
from ...settings import FactSettings
from ..lexicon import lexicon
from ..passages import CALENDAR, stems
from .claims import Told, statement_of
from .differences import Difference, among_of
from .likeness import dated_apart
from .pairing import asserted, words_before
from .placing import Placed, by_word, placed, placed_on, resumed
from .stages import Contrast, stages
from .telling import explained
from .together import gathered

__all__ = ["contrast_differences", "stage_differences"]

_ONCE_ACT = 0.6
"""How sure it must be that two claims of a contrast are of one act, where it can happen to a party once only."""
_ONE_ACT = 0.7
"""How sure it must be that two claims of a contrast are of one act, where it can happen to a party more than once."""
_NOUN = 0.7
"""The same where the party is not a name but a noun, which may stand for two things."""
_NOBODY = 0.7
"""The same where one of them says "it" or "they", and nothing tells of whom."""
_STAGES_APART = 0.8
"""How sure it must be that two stages are of one matter: verbs of stages are common, those of contrasts are not."""
_MODES = {"only": "it as that and no more", "denied": "it as not so", "awaited": "it as still to come"}


class _Clash(NamedTuple):
    one: Placed
    other: Placed
    sure: float


def contrast_differences(told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find claims about one party whose predicates stand on different lines of a contrast, one difference for a contrast and party."""
    words = by_word(told)
    for contrast in stages().contrasts:
        found = resumed(placed(contrast, words, told))
        least = max(settings.least, _ONCE_ACT if contrast.once else _ONE_ACT)
        for clashes in _by_party(_clashes(found, told, least, given=_given(contrast), once=contrast.once)):
            yield _contrasted(clashes, contrast, told)


def _given(contrast: Contrast) -> float:
    return _CLEAR if contrast.clear else _GIVEN * bool(contrast.heads)


def stage_differences(told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find one object that articles tell at different stages: tariffs threatened, ordered, imposed."""
    names = dict(enumerate(stages().names))
    for clashes in _by_party(_clashes(list(_staged(told)), told, max(settings.least, _STAGES_APART), growing=True, given=_GIVEN)):
        sides = _sides(clashes, told)
        has = {f"it as {names[line]}": some for line, (_, some) in sorted(sides.items())}
        yield _difference(f"how far it has come: {_words_of(clashes[0].one, told)}", has, clashes[0].sure, told, grows=True)


def _staged(told: Told) -> Iterator[Placed]:
    """Claims at the stage of their own word, or of the word that they hang on ("threatened to impose")."""
    table = stages().stage
    for claim in told.claims:
        if claim.assertion.negated or claim.headline:
            continue
        before = words_before(claim, told)
        over = _stage_before(before, table) if before[-1:] == ["to"] else None
        stage = over if over is not None else table.get(claim.assertion.lemma)
        real = claim.assertion.standing in {"done", "going on"} and (claim.assertion.kind == "noun" or asserted(claim, told))
        found = placed_on(claim, stage, "words", actor=False) if stage is not None and (over is not None or real) else None
        if found is not None and found.argument is not None and lexicon().lemma(fold(found.argument.head)) in stages().measures:
            yield found


def _stage_before(before: Sequence[str], table: Mapping[str, int]) -> int | None:
    """The stage of the word in front of "to": "threatened to impose", "its threat to impose"."""
    word = before[-2] if len(before) > 1 else ""
    return next(
        (table[stem] for stem in (word, word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("d")) if stem in table), None
    )


def _clashes(
    found: Sequence[Placed], told: Told, least: float, *, growing: bool = False, given: float = 0.0, once: bool = False
) -> Iterator[_Clash]:
    """Claims of two articles on different lines about one party.

    An article that has both lines knows of both and is on no side, unless they are the words of two people: then it tells of the dispute.
    Where the lines are stages (``growing``), the highest that an article has is its own. ``given``: added where the party is one of few
    nouns; ``once``: it happens to a name once.
    """
    parties = defaultdict[str | None, list[Placed]](list)
    for one in found:
        parties[one.party].append(one)
    unknown = parties.pop(None, [])
    for party in sorted(key for key in parties if key is not None):
        own = [*parties[party], *unknown]
        sided = [one for one in own if _takes_side(one, own, growing=growing)]
        for one, other in combinations(sided, 2):
            if one.claim.article != other.claim.article and one.line != other.line and not (one.party is None and other.party is None):
                named = one.named and other.named
                both_states = bool(one.state and other.state)
                sure = min(1.0, _sure(one, other, told) + given + named * (_ONCE * once + _STATES * both_states))
                if sure >= (least if given else _needed(one, other, least)) and not _apart(one, other, told, once=once):
                    yield _Clash(one, other, sure)


def _needed(one: Placed, other: Placed, least: float) -> float:
    if one.party is None or other.party is None:
        return max(least, _NOBODY)
    return least if one.named else max(least, _NOUN)


def _apart(one: Placed, other: Placed, told: Told, *, once: bool) -> bool:
    """Whether two claims are of different acts: of other times, by or to another party; or both tell only what is not so."""
    if dated_apart(one.claim.dates, other.claim.dates) or (one.mode == other.mode and one.mode in _MODES):
        return True
    here, there = one.claim, other.claim
    if one.argument is here.assertion.target and other.argument is there.assertion.target:
        return _other_doer(one, other) or _other_doer(other, one) or bool(here.actor and there.actor and here.actor != there.actor)
    if one.argument is here.assertion.actor and other.argument is there.assertion.actor:
        return not (once or one.state or other.state or "only" in (one.mode, other.mode)) and not _objects(one, told) & _objects(
            other, told
        )
    return False


def _other_doer(one: Placed, other: Placed) -> bool:
    """Whether it is only told that somebody did not do what may have been done by another: "she did not print the letter"."""
    actor, its = one.claim.assertion.actor, other.claim.assertion.actor
    if one.mode != "denied" or actor is None:
        return False
    return its is None or (one.claim.actor or fold(actor.head)) != (other.claim.actor or fold(its.head))


def _objects(one: Placed, told: Told) -> frozenset[str]:
    """Stems of what an act is about besides who does it."""
    assertion = one.claim.assertion
    beside = (assertion.target, *assertion.others)
    return stems(" ".join(told.text(one.claim.article, argument.span) for argument in beside if argument is not None)) - CALENDAR


def _takes_side(one: Placed, every: Sequence[Placed], *, growing: bool) -> bool:
    others = [p for p in every if p.claim.article == one.claim.article and p.line != one.line]
    if growing:
        return all(p.line < one.line for p in others)
    return all(p.claim.attributed_to != one.claim.attributed_to for p in others)


def _sure(one: Placed, other: Placed, told: Told) -> float:
    """0 to 1: what the clauses, less the sentences around, share besides the party and the act; rare words tell more."""
    here, there = one.claim, other.claim
    own = stems(f"{here.assertion.lemma} {there.assertion.lemma} {one.party or ''} {other.party or ''}") | CALENDAR
    clause = sum(sorted((told.weight.get(stem, 1.0) for stem in (here.terms & there.terms) - own), reverse=True)[:2])
    around = sum(sorted((told.weight.get(stem, 1.0) for stem in (here.around & there.around) - own), reverse=True)[:3])
    beside = stems(_other_words(one, told)) & stems(_other_words(other, told))
    told_of = one.resumed or other.resumed
    denied = one.mode != other.mode and here.assertion.lemma == there.assertion.lemma
    return min(1.0, 0.2 + 0.4 * min(1.0, clause) + 0.3 * min(1.0, around) + _BESIDE * (bool(beside) + denied) + _TOLD * told_of)


_BESIDE = 0.15
"""Confidence added where also the other noun group beside the act has a word in common, and where one denies the other's very word."""
_TOLD = 0.3
"""Confidence added where an article itself sets the two against each other."""
_ONCE = 0.3
"""Confidence added where it can happen to a person or body once only."""
_STATES = 0.15
"""Confidence added where both tell a state that a person or body is in: nobody is in custody and at large."""
_CLEAR = 0.4
"""Confidence added where these nouns tell the matter by themselves."""
_GIVEN = 0.25
"""Confidence added where the party is one of the few nouns that a contrast is about: they tell the act."""


def _other_words(one: Placed, told: Told) -> str:
    """The words of the noun group beside the act that is not its party."""
    assertion = one.claim.assertion
    beside = assertion.target if one.argument is assertion.actor else assertion.actor
    return told.text(one.claim.article, beside.span) if beside is not None else ""


def _by_party(clashes: Iterator[_Clash]) -> list[list[_Clash]]:
    """Clashes that share a claim, together; the surest first."""
    ordered = sorted(clashes, key=lambda c: (-c.sure, c.one.claim.key, c.other.claim.key))
    return gathered(ordered, lambda c: (c.one.claim.key, c.other.claim.key))


def _sides(clashes: Sequence[_Clash], told: Told) -> dict[int, tuple[Placed, list[Statement]]]:
    """Line to the surest claim on it and the statements of all."""
    claims: dict[tuple[str, int], Placed] = {}
    for clash in clashes:
        for one in (clash.one, clash.other):
            claims.setdefault(one.claim.key, one)
    sides: dict[int, tuple[Placed, list[Statement]]] = {one.line: (one, []) for one in reversed(claims.values())}
    for _, one in sorted(claims.items()):
        sides[one.line][1].append(statement_of(one.claim, told))
    return sides


def _contrasted(clashes: Sequence[_Clash], contrast: Contrast, told: Told) -> Difference:
    has: dict[str, list[Statement]] = {}
    for _, (first, some) in sorted(_sides(clashes, told).items()):
        word = first.state or told.text(first.claim.article, first.claim.assertion.predicate)
        has.setdefault(_MODES.get(first.mode, f"“{word}”"), []).extend(some)
    one = clashes[0].one
    return _difference(f"{contrast.about}: {_words_of(one, told)}", has, clashes[0].sure, told, grows=contrast.grows)


def _difference(topic: str, has: Mapping[str, Sequence[Statement]], sure: float, told: Told, *, grows: bool) -> Difference:
    return Difference(
        kind="status",
        topic=topic,
        explanation=explained(has, told, grows=grows),
        statements=tuple(statement for some in has.values() for statement in some),
        among=among_of(list(has.values())),
        confidence=sure,
    )


def _words_of(one: Placed, told: Told) -> str:
    """The party's name, or its noun group as the article has it."""
    if one.named or one.argument is None:
        return one.party or "it"
    words = re.sub(r"^(?:all|both) (?=the\b|of\b)", "", told.text(one.claim.article, one.argument.span), flags=re.IGNORECASE)
    return words if one.party is not None and len(words) <= _LONG else one.party or words


_LONG = 60
"""Characters of a noun group that a topic can hold."""
