"""An event that an article tells, in words: its clause made to stand alone, with its subject named."""

from __future__ import annotations

import re
from typing import Final

from ...annotate.cues import SAYING
from ...records import Argument, Assertion, Span
from ...settings import TimelineSettings
from .trimming import BREAK, UNREADABLE, Clause, balanced, capital, finished, line, short, undated, without_asides

_DROPPED: Final = re.compile(
    r"^(?:(?:and|but|or|so|yet|that|then|also|however|meanwhile|moreover|though|although|while|as|when|where|after|before|because|since"
    r"|with|if|whether|of course)\b,?\s+)+",
    re.I,
)
_PRONOUN: Final = re.compile(r"(?:he|she|it|they|we|I|this|these|those|his|her|its|their)\b", re.I)
_POSSESSIVE: Final = frozenset({"his", "her", "its", "their"})
_RELATIVE_PRONOUN: Final = re.compile(r"(?:who|which|that|whom)\b\s*", re.I)
_LOOSE_PRONOUN: Final = re.compile(r"\b(?:he|she|they|him|her|them)\b")
_OBLIQUE: Final = re.compile(r"(?:what|how|whether|why|whose|\w+ of (?:which|whom))\b", re.I)
_HELPER: Final = re.compile(r"(?:to|has|have|had|is|are|was|were|be|been|being|will|would|could|may|might|must|should)\b")
"""Begins a clause whose subject stands elsewhere."""
_HELPERS: Final = re.compile(
    r"\b(?:(?:has|have|had|is|are|was|were|be|been|being|will|would|could|may|might|must|should|also|not|never|to|\w+ly)\s+)+$"
)
_BEGINS_ASIDE: Final = re.compile(r"\s*(?:,|--|[–—(]|(?:who|which|that)\b)")
_ASIDE: Final = 5
"""Words between a subject and its verb that are left out where there are more."""
_NEEDS_OBJECT: Final = frozenset("make have hold occupy give bring take put build".split())
"""Verbs that without an object are the end of "the post he held"."""
_BE: Final = re.compile(r"\b(?:is|are|was|were|be|been|am)\b|['’](?:s|re|m)\b", re.I)
_NAMED: Final = re.compile(r"[A-Z][\w’'.-]+\s[A-Z]|(?:Mr|Ms|Mrs|Dr)\.")
_RELATIVE: Final = re.compile(r"\s+(?:that|who|whose|which)\s[^,.;:—–()“”\"]+")
_COMPLETES: Final = re.compile(r"\s+(?:to\s+[a-z]|of\s)[^,.;:—–()“”\"]+")
"""What says which one is meant: "threats" "to resign", "the board" "of the port"."""
_UNFINISHED: Final = re.compile(
    r"(?:\b(?:of|in|at|into|onto|with|from|to|for|than|between|among|amid|against|during|including|becoming|because|while|when|where|and|or|but"
    r"|that|as\swell|too|however)|[-–—“]|\s(?:--|[–—-])\s\S+(?:\s\S+)?)$",
    re.I,
)
"""Ends of words that were cut off, or that add to what is not shown."""
_LONE_PARTICIPLE: Final = re.compile(
    r"(?:(?:\w+ly|later|first|also|then|since)\s)*[a-z]+(?:ed|own|ing)\s(?:by|in|on|at|to|from|with|for|after|during|as)\b", re.I
)
_WHOSE: Final = re.compile(r"\b(?:his|her|its|their)\b", re.I)
_CONCRETE: Final = re.compile(r"\s[“\"]?[A-Z]|\d|^[A-Z][\w’'-]+\s[A-Z]")
"""A name or a number."""
_LEAST: Final = 4
_BARE: Final = 5
"""Words of a clause that without a name or a number ("the mood darkened") tells nothing by itself."""
_ENOUGH: Final = 10
"""Words of a clause that tells enough without the relative clause behind it."""


def clause_around(text: str, sentence: Span, date: Span) -> Span:
    """The stretch between punctuation that holds the date, widened until it has words enough: where grammar gives no whole clause."""
    cuts = [sentence[0], *(m.end() for m in BREAK.finditer(text, *sentence)), sentence[1]]
    first = max(number for number, cut in enumerate(cuts) if cut <= date[0])
    last = next(number for number, cut in enumerate(cuts) if cut >= date[1])
    while len(text[cuts[first] : cuts[last]].split()) < _LEAST + 3 and (first > 0 or last < len(cuts) - 1):
        if last < len(cuts) - 1:
            last += 1
        else:
            first -= 1
    return cuts[first], cuts[last]


def narrated(text: str, where: tuple[Span, Span], date: Span, claim: Assertion | None, settings: TimelineSettings) -> Clause | None:
    """Words for an event that the article tells; ``where``: its clause and its sentence. None where they would not stand alone."""
    if claim is not None and _is_fragment(text, claim):
        return None
    clause = _completed(text, *where) if claim else where[0]
    clause = (clause[0], max(clause[1], date[1]))
    if claim and claim.actor:
        clause = _without_lead(text, clause, claim.actor.span, date)
    core = _core(text, clause, date, claim) if claim and len(text[slice(*clause)].split()) > settings.clause_words else None
    words = f"{line(text[slice(*core[0])])} {undated(text, core[1], date)}" if core else without_asides(undated(text, clause, date))
    dropped = _DROPPED.match(words)
    bare = words[dropped.end() :] if dropped and len(words[dropped.end() :].split()) >= _LEAST - 1 else words
    named = _with_subject(text, clause, bare, claim)
    if named is None:
        return None
    told = short(finished(balanced(named)), settings.clause_words)
    size = len(told.split())
    if size <= _BARE and (not _CONCRETE.search(told) or (claim is not None and claim.lemma in SAYING)):
        return None
    if size < _LEAST or _UNFINISHED.search(told) or _LONE_PARTICIPLE.match(told):
        return None
    owner = _WHOSE.search(told) if claim is not None and claim.kind == "noun" else None
    if owner is not None and not _CONCRETE.search(told[1 : owner.start()]):
        return None
    if claim is not None and claim.lemma in SAYING and told.endswith(text[slice(*claim.predicate)]):
        return None
    loose = _PRONOUN.match(told) or _LOOSE_PRONOUN.search(told)
    dangles = loose is not None and not _CONCRETE.search(told[1 : loose.start()]) and not _NAMED.match(told)
    span = min(clause[0], date[0]), max(clause[1], date[1])
    return Clause(span=span, text=capital(told), dangling=UNREADABLE if dangles else int(told.endswith("…")))


def _with_subject(text: str, clause: Span, words: str, claim: Assertion | None) -> str | None:
    """The clause with its subject; None where it has none. A pronoun that nobody can tell stays."""
    if _OBLIQUE.match(words):
        return None
    if claim is None:
        return words
    pronoun = _PRONOUN.match(words)
    if pronoun:
        who = next((a for a in (claim.actor, claim.target) if a is not None and text[slice(*a.span)].lower() == pronoun[0].lower()), None)
        rest = words[pronoun.end() :]
        owner = "’s" if pronoun[0].lower() in _POSSESSIVE else ""
        return f"{who.name}{owner}{rest}" if who is not None and who.name is not None and who.name not in rest else words
    relative = _RELATIVE_PRONOUN.match(words)
    rest = words[relative.end() :] if relative else words
    actor, target, verb = claim.actor, claim.target, text[slice(*claim.predicate)].partition(" ")[0]
    begins = claim.kind != "noun" and words.lower().startswith(verb.lower())
    helped = _HELPER.match(rest)
    if rest.startswith("to "):
        return None  # "Orr to resign" leaves out who says so, and whether it came to that
    if target is not None and begins and _outside(target, clause) and not verb.endswith("ing"):
        return f"{_called(text, target, rest)} {_be(text, target)} {rest[:1].lower()}{rest[1:]}"
    subject = next((a for a in (actor, target) if a is not None and _outside(a, clause)), None)
    if subject is not None and claim.kind != "noun" and (relative or begins or helped or subject is actor):
        return f"{_called(text, subject, rest)} {rest}"
    return None if relative or begins or helped else words


def _is_fragment(text: str, claim: Assertion) -> bool:
    """Whether a clause says too little by itself: a bare noun ("a rally"), what somebody did to something that stands in
    front of it ("the post he held"), an infinitive that foretells nothing, a lone participle."""
    if claim.kind == "noun":
        return claim.actor is None and claim.target is None
    actor, target = claim.actor, claim.target
    ahead = target is not None and actor is not None and target.span[1] <= claim.span[0] <= actor.span[0] < claim.predicate[0]
    if ahead or (target is None and claim.lemma in _NEEDS_OBJECT):
        return True
    before = text[max(0, claim.span[0], claim.predicate[0] - 40) : claim.predicate[0]].split()[-3:]
    if before[-1:] == ["to"]:
        return claim.standing != "ahead"
    going = text[slice(*claim.predicate)].split(maxsplit=1)[0].endswith("ing")
    hangs = claim.actor is not None and claim.actor.span[1] <= claim.span[0]
    return going and not hangs and not _BE.search(" ".join(before))


def _outside(argument: Argument, clause: Span) -> bool:
    return not (clause[0] <= argument.span[0] and argument.span[1] <= clause[1])


def _called(text: str, argument: Argument, rest: str) -> str:
    """The name of a subject, unless the clause holds that name as well."""
    words = line(text[slice(*argument.span)])
    return words if argument.name is None or argument.name.split()[-1] in rest else argument.name


def _be(text: str, argument: Argument) -> str:
    """Was or were: a noun whose base form is not how it stands is a plural."""
    last = text[slice(*argument.span)].split()[-1:] or [""]
    return "were" if argument.name is None and last[0].lower() != argument.head.lower() else "was"


def _completed(text: str, clause: Span, sentence: Span) -> Span:
    """A clause with what completes its last noun, a short one also with the relative clause: "the raid" "that killed two"."""
    found = _COMPLETES.match(text, clause[1], sentence[1])
    if found is None and len(text[slice(*clause)].split()) < _ENOUGH:
        found = _RELATIVE.match(text, clause[1], sentence[1])
    return (clause[0], found.end()) if found else clause


def _core(text: str, clause: Span, date: Span, claim: Assertion) -> tuple[Span, Span] | None:
    """Subject, and clause from its verb on, where a long aside stands between them; None: none does, or it holds the date."""
    actor = claim.actor or claim.target
    if claim.kind == "noun" or actor is None or actor.span[0] < clause[0] or actor.span[1] >= claim.predicate[0]:
        return None
    helpers = _HELPERS.search(text, actor.span[1], claim.predicate[0])  # "$" is the end of the search
    verb = helpers.start() if helpers else claim.predicate[0]
    between = text[actor.span[1] : verb]
    aside = len(between.split()) > _ASIDE and bool(_BEGINS_ASIDE.match(between)) and not actor.span[1] <= date[0] < verb
    return (actor.span, (verb, clause[1])) if aside else None


def _without_lead(text: str, clause: Span, actor: Span, date: Span) -> Span:
    """A clause from its subject on, where nothing but "in a related development," and the date stand in front of it."""
    lead = text[clause[0] : actor[0]]
    bare = lead[: max(0, date[0] - clause[0])] + lead[max(0, date[1] - clause[0]) :]
    return (actor[0], clause[1]) if lead.rstrip().endswith(",") and not _CONCRETE.search(f" {bare[1:]}") else clause
