"""Disputes of actor between roles: what "the organizers" have set up in one report, "the police force" has set up in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ...annotate.folding import fold
from ...records import Argument
from ...settings import FactSettings
from ..lexicon import lexicon
from ..senses import alike
from .claims import Claim, Told, statement_of
from .deeds import ONE_DOER, who_did
from .differences import Difference, Side, difference_of
from .likeness import cosine, same_act, same_noun

__all__ = ["doer_differences"]

_ROLES: Mapping[str, frozenset[str]] = {
    kind: frozenset(words.split())
    for kind, words in {
        "police": "police policeman policewoman officer cop constable deputy sheriff detective trooper force",
        "government": "government ministry minister cabinet administration state president king premier chancellor",
        "town": "council mayor city municipality town borough county",
        "army": "army military soldier troop navy marine airman force",
        "court": "court judge jury tribunal magistrate",
        "prosecution": "prosecutor prosecution attorney",
        "parliament": "parliament congress senate house lawmaker legislator legislature senator",
        "business": "company firm corporation owner executive airline carrier bank manufacturer operator developer employer business "
        "publisher maker startup investor",
        "organizers": "organizer organiser promoter host planner",
        "rebels": "rebel militant insurgent guerrilla terrorist fighter jihadist separatist militia",
        "residents": "resident villager neighbour neighbor local inhabitant homeowner",
        "protesters": "protester demonstrator activist campaigner marcher rioter mob",
        "crew": "crew captain pilot sailor attendant",
        "school": "school university college student teacher professor pupil faculty headteacher",
        "hospital": "hospital doctor nurse surgeon medic paramedic clinic",
        "clergy": "church bishop priest pastor diocese vatican",
        "users": "user hacker volunteer customer visitor tourist reader viewer passenger hiker fisherman farmer",
        "rescuers": "firefighter fireman rescuer lifeguard coastguard",
        "regulator": "regulator watchdog commission inspector",
        "union": "union worker employee staff",
        "family": "father mother parent brother sister husband wife son daughter uncle aunt grandmother grandfather family",
    }.items()
}
"""Kinds of doers that reports name by their role. A role of no kind here ("authorities", "officials", "man") may be any of them."""
_OF = re.compile(r"of ((?:[\w’'-]+ ?){1,4})")
_SURE = 0.75
"""Judged: what is left where roles of two kinds do one act to one thing."""
_LEAST_ACT = 0.85
_LEAST_THING = 0.8
_LEAST_WORDS = 0.15
"""Likeness of the sentences (cosine) below which like acts on like things are two."""


def doer_differences(told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find acts of one doer that articles put down to roles of different kinds; the surest pair of each matter is told."""
    doing = [claim for claim in told.claims if _is_done(claim)]
    found = []
    for left, right in combinations(doing, 2):
        if left.article != right.article and not _kinds(left) & _kinds(right):
            sure = _one_act(left, right, told)
            if sure >= settings.least and not any(_knows(a, b, doing, told) for a, b in ((left, right), (right, left))):
                found.append((sure, left, right))
    told_of = set[tuple[str, int]]()
    for sure, left, right in sorted(found, key=lambda one: (-one[0], one[1].key, one[2].key)):
        if not told_of & {left.key, right.key}:
            told_of |= {left.key, right.key}
            yield difference_of("actor", who_did(left, told), [_side(left, told), _side(right, told)], told, confidence=sure)


def _is_done(claim: Claim) -> bool:
    """Whether a claim tells as done what has one doer, who is told by a role, and to what it was done."""
    assertion = claim.assertion
    if assertion.lemma not in ONE_DOER or assertion.kind != "verb" or assertion.negated or assertion.standing not in {"done", "going on"}:
        return False
    return assertion.target is not None and bool(_kinds(claim))


def _kinds(claim: Claim) -> frozenset[str]:
    """The kinds of the role that acts; empty where none of them is told."""
    actor = claim.assertion.actor
    head = fold(actor.head) if actor is not None else ""
    return frozenset(kind for kind, roles in _ROLES.items() if head in roles)


def _one_act(one: Claim, other: Claim, told: Told) -> float:
    """0 to 1: how sure it is that two clauses tell one act on one thing."""
    if same_act(one.assertion.lemma, other.assertion.lemma) < _LEAST_ACT:
        return 0.0
    here, there = one.assertion.target, other.assertion.target
    if here is None or there is None or not _one_thing(here, there, one, other, told):
        return 0.0
    words = max(cosine(one.terms, other.terms, told.weight), cosine(one.around, other.around, told.weight))
    return round(min(_SURE, 0.4 + words), 6) if words >= _LEAST_WORDS else 0.0


def _one_thing(here: Argument, there: Argument, one: Claim, other: Claim, told: Told) -> bool:
    """Whether two objects may be one thing: one name, like heads, or the head of one behind that of the other ("version of a page")."""
    if one.target and other.target:
        return one.target == other.target
    a, b = fold(here.head), fold(there.head)
    if max(same_noun(a, b), alike(a, b)) >= _LEAST_THING:
        return True
    return a in _part_of(there, other, told) or b in _part_of(here, one, told)


def _part_of(argument: Argument, claim: Claim, told: Told) -> frozenset[str]:
    """The nouns that "of" joins to the head of an object."""
    found = _OF.match(told.text(claim.article, (argument.span[1], claim.sentence[1])))
    return frozenset(lexicon().lemma(word) for word in fold(found[1]).split()) if found else frozenset()


def _knows(one: Claim, other: Claim, doing: Sequence[Claim], told: Told) -> bool:
    """Whether the article of ``one`` tells of the doer of ``other``: in the same sentence, or as doing the like to the like."""
    actor = other.assertion.actor
    words = re.findall(r"[\w’'-]+", fold(told.text(one.article, one.sentence)))
    if actor is not None and fold(actor.head) in {lexicon().lemma(word) for word in words} | set(words):
        return True
    return any(
        claim.article == one.article
        and _kinds(claim) & _kinds(other)
        and same_act(claim.assertion.lemma, other.assertion.lemma) >= _LEAST_ACT
        for claim in doing
    )


def _side(claim: Claim, told: Told) -> Side:
    actor = claim.assertion.actor
    says = told.text(claim.article, actor.span) if actor else claim.text
    return Side(says=says, statements=(statement_of(claim, told, says=claim.text),))
