"""What follows a word of stance: an infinitive, a clause, a noun group, or somebody and then one of these."""

from __future__ import annotations

import re

from ...records import Argument, Record, Span
from .about import Bounds, phrase
from .cues import Cue
from .readable import readable
from .stump import stump

_ADVERB = re.compile(
    r"\s*(?:(?:also|again|now|still|even|twice|[a-z]{3,}ly|(?:many|several|two|three) times"
    r"|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|(?:last|this) (?:week|month|year))\s+)*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:he|she|it|they|any|there|the|his|her|their|its|having|ever|being|[A-Z])\b")
_NO_THING = re.compile(
    r"(?:to|that|in|on|at|by|with|from|for|as|after|when|if|until|and|but|or|because|over|against|of|about|how|what|back|up|out|off|away|down|into|through|forward|together|would|will|is|are|was|were|has)\b"
)
_BEGINS = re.compile(r"[“\"‘'$£€]?\w")
_GOES_ON = re.compile(r"\s+(?:would|will|is|are|was|were|has)\b")
_BASES = frozenset("bring sing ring swing fling sting cling wring spring string".split())
_FAR = 90  # characters between somebody and what he is urged to
_TALK = frozenset("discuss give talk provide identify".split())
_WHOSE = re.compile(r"(?:his|her|their|its)\b", re.IGNORECASE)  # of somebody else, but where the actor gives something of his own
_MINE = re.compile(r"(?:my|our|your)\b", re.IGNORECASE)
_GIVES = frozenset({"offers", "pledges", "proposes"})
_ON_PERSONS = frozenset({"supports", "opposes", "condemns", "denies"})


class Complement(Record, frozen=True):
    """What a stance is about, and whom it addresses."""

    about: Span
    toward: Argument | None


class Place(Record, frozen=True):
    """Where the complement of a cue stands."""

    text: str
    at: int
    """Where the cue ends."""
    bounds: Bounds
    target: Argument | None
    """The object of the cue, where it has one."""
    somebody: bool
    """Whether that is a person or body."""
    silent: frozenset[str]
    """Verbs that tell no stance: "declined to comment"."""


def complement(cue: Cue, place: Place) -> Complement | None:
    """The first complement that ``cue`` takes and that can be read by itself; None: there is none."""
    for takes in cue.takes:
        kind, at, toward = takes, _ADVERB.match(place.text, place.at).end(), None  # type: ignore[union-attr]  # it matches nothing too
        if "whom " in takes:
            lead, _, kind = takes.rpartition("whom ")
            toward = place.target
            joint = _behind(toward, lead, kind, place)
            if joint is None:
                continue
            at = joint
        begin = _begin(kind, at, cue, place)
        about = phrase(place.text, begin, place.bounds, clause=kind == "that") if begin is not None else None
        if about is None:
            continue
        if kind == "thing" and _GOES_ON.match(place.text, about[1], place.bounds.end):
            continue  # `promised the crews would sail`: a clause
        words = place.text[slice(*about)]
        if kind == "that" and not any(about[0] < verb < about[1] for verb in place.bounds.finite):
            continue
        if others(cue.stance, words) or stump(place.text, about, place.bounds.finite):
            continue
        if cue.fits(words) and readable(words, clause=kind == "that"):
            return Complement(about=about, toward=toward)
    return None


def others(stance: str, about: str) -> bool:
    """Whether what a stance is about begins with what is somebody else's, nobody can tell whose: `accepted her resignation`."""
    return (stance not in _GIVES and bool(_WHOSE.match(about))) or bool(_MINE.match(about))


def _behind(whom: Argument | None, lead: str, kind: str, place: Place) -> int | None:
    """Where ``kind`` begins behind the one addressed."""
    if whom is None or not place.at <= whom.span[0] <= place.at + len(lead) + 12:
        return None
    if lead and not place.text[place.at :].lstrip().startswith(lead):
        return None
    far = min(place.bounds.end, whom.span[1] + _FAR)
    gerund = re.compile(rf"\s({kind})\s\w+ing\b").search(place.text, whom.span[1], far) if kind == "of" else None
    joint = gerund or re.compile(rf"\s((?:not\s+)?{kind})\s").search(place.text, whom.span[1], far)
    if joint is None or re.search(r"[,;:.“”\"]", place.text[whom.span[1] : joint.start()]):
        return None
    return joint.start(1)


def _begin(kind: str, at: int, cue: Cue, place: Place) -> int | None:
    """Where a complement of this kind begins, its preposition left out; None: another one follows."""
    rest = place.text[at : place.bounds.end]
    at += len(rest) - len(rest.lstrip())
    rest = rest.lstrip()
    low = rest.lower()
    if kind == "to":
        return _infinitive(low, at, cue, place)
    if kind == "that":
        clause = low.startswith("that ") or (cue.stance in {"denies", "pledges"} and _SUBJECT.match(rest))
        return at if clause else None
    if kind == "thing":
        bare = _BEGINS.match(rest) and not _NO_THING.match(low)
        if not bare or (place.somebody and cue.stance not in _ON_PERSONS and not _asked_to(place)):
            return None
        return at
    return at + len(kind) + 1 if low.startswith(kind + " ") else None


def _asked_to(place: Place) -> bool:
    """`wants Orr to resign`"""
    return place.target is not None and place.text.startswith(" to ", place.target.span[1])


def _infinitive(low: str, at: int, cue: Cue, place: Place) -> int | None:
    """Where "to" begins with a verb, or behind it where a noun follows ("open to talks")."""
    found = re.match(r"(?:not )?to (?:[a-z]+ly )?([a-z]+)", low)
    if found is None:
        return None
    verb = found[1]
    if place.text[at + found.start(1)].isupper() and not cue.either:
        return None  # `offered to Norway`
    if verb in place.silent and not (verb in _TALK and cue.stance == "open to"):
        return None
    noun = (verb.endswith("ing") and verb not in _BASES) or verb in {
        "the",
        "a",
        "an",
        "any",
        "its",
        "their",
        "his",
        "her",
        "this",
        "that",
        "these",
        "such",
    }
    if noun and not cue.either:
        return None
    if noun or (at + found.start(1) not in place.bounds.finite and cue.either):
        return at + low.index("to ") + 3
    return at
