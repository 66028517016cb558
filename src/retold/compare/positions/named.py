"""Stances that a report names: "refuses to …", "is open to …", "X's offer of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...annotate.roles import GROUPS, OFFICES
from ...records import Argument, Assertion
from .clauses import Clause, Stand
from .complement import Place, complement, others
from .cues import Cue, Cues
from .readable import readable
from .unreal import claimed, conditional, embedded, headed, undone

_SKIP = re.compile(
    r"\s*(?:(?:also|again|now|still|not|n['’]t|never|always|even|very|fully|just|only|all|more than|\w+ly|no longer)\s+)+", re.IGNORECASE
)
_DETERMINER = re.compile(r"\s*(?:(?:its|their|his|her|a|an|the|any|some|no|strong|full|firm|further|repeated)\s+)*", re.IGNORECASE)
_ON_CLAIMS = frozenset({"denies", "has not confirmed"})
_BE = re.compile(r"\b(?:is|are|was|were|been|being|be)\b")
_OF_HIS = re.compile(r"[’']?s?\s+(?!(?:had|has|have|made|got|gets?|received|with|and|to|by|against|over)\b)(?:[\w-]+\s+){0,3}")
_NOR = re.compile(r"\b(?:nor|neither) (?:do|does|did|will|would|are|is) $", re.IGNORECASE)
_HYPOTHETICAL = frozenset({"supports", "opposes", "accepts", "open to", "refuses"})  # told behind "would" too
_THEM = frozenset("it them him her us me you himself herself themselves itself everyone".split())
_LED = re.compile(
    r"\b(?:is|are|was|were|am|be|been|remains?|stands?|['’](?:re|m|s))\s(?:[\w’']+\s+){0,3}?([a-z]+)(?=\s+to\s+(?:[a-z]+ly\s+)?$)"
)
_MODAL = re.compile(r"\b(?:may|might|could|must|should|need)\b")
_UNREAL = frozenset({"possible", "duty", "wish", "asked", "condition"})
_NO = re.compile(r"\b(?:no|not|never|neither|nor|n't|without)\b|n't\b", re.IGNORECASE)


def named(clause: Clause, cues: Cues) -> Iterator[Stand]:
    """Stances that the clause names: at most one."""
    a, text = clause.assertion, clause.text
    at = a.predicate[1]
    if a.kind == "noun" and a.actor is not None and _OF_HIS.fullmatch(text, a.actor.span[1], max(a.actor.span[1], a.predicate[0])):
        yield from _first(clause, cues, cues.nouns.get(a.lemma, ()), at)
    if a.kind == "noun":
        return
    if a.lemma in cues.copulas or a.kind == "state":
        yield from _quality(clause, cues)
        return
    yield from _led(clause, cues)
    if a.lemma in cues.express:
        yield from _expressed(clause, cues)
    rows = cues.verbs.get(a.lemma, ())
    if rows and _passive(a):
        yield from _passively(clause, cues, rows)
    elif rows:
        would = bool(re.search(r"(?:\bwould|[’']d)(?:\s+\w+ly)?\s*$", text[max(0, a.predicate[0] - 24) : a.predicate[0]]))
        yield from _first(
            clause, cues, [c for c in rows if (c.would or c.stance in _HYPOTHETICAL if would else not c.would)], at, would=would
        )


def _passive(a: Assertion) -> bool:
    return a.target is not None and a.target.span[1] <= a.predicate[0] and (a.actor is None or a.actor.span[0] > a.predicate[0])


def _passively(clause: Clause, cues: Cues, rows: Sequence[Cue]) -> Iterator[Stand]:
    """`the plan was rejected by Orr`: what it is about stands before."""
    a = clause.assertion
    holder = clause.holder
    if holder is None or a.target is None or not _real(a, None):
        return
    if not _BE.search(clause.text, a.target.span[1], a.predicate[0]):
        return  # `a bill backed by Orr` says of the bill what the rest of the sentence is about
    about = clause.text[slice(*a.target.span)]
    for cue in rows:
        stance = cue.turned(cues.turns, negated=a.negated)
        if stance and "thing" in cue.takes and cue.fits(about) and a.target.name is None and readable(about) and not others(stance, about):
            end = holder.span[1] if holder.span else a.predicate[1]
            yield Stand(stance=stance, holder=holder, about=a.target.span, span=(a.target.span[0], end), quotation=clause.quotation)
            return


def _quality(clause: Clause, cues: Cues) -> Iterator[Stand]:
    """`is open to talks`"""
    text, at = clause.text, clause.assertion.predicate[1]
    lead = _SKIP.match(text, at, clause.bounds.end)
    at = lead.end() if lead else at
    found = re.compile(r"\s*([a-z]+(?: [a-z]+)?)").match(text, at, clause.bounds.end)
    words = found[1] if found else ""
    for size in (2, 1):
        key = " ".join(words.split()[:size])
        if key in cues.qualities and found:
            skipped = lead.group() if lead else ""
            negated = clause.assertion.negated or bool(_NO.search(skipped))
            yield from _first(clause, cues, cues.qualities[key], found.start(1) + len(key), negated=negated)
            return


def _led(clause: Clause, cues: Cues) -> Iterator[Stand]:
    """`is ready to sign`, where the assertion is the signing."""
    a, text = clause.assertion, clause.text
    if a.actor is None or a.actor.span[1] > a.predicate[0] or a.standing == "condition":
        return
    found = _LED.search(text, a.actor.span[1], a.predicate[0])
    if found and found[1] in cues.qualities and not _MODAL.search(text, a.actor.span[1], found.start(1)):
        negated = bool(_NO.search(text, a.actor.span[1], found.start(1)))
        yield from _first(clause, cues, cues.qualities[found[1]], found.end(1), would=True, negated=negated)


def _expressed(clause: Clause, cues: Cues) -> Iterator[Stand]:
    """`expressed openness to talks`"""
    text, at = clause.text, clause.assertion.predicate[1]
    lead = _DETERMINER.match(text, at, clause.bounds.end)
    found = re.compile(r"([a-z]+)\b").match(text, lead.end() if lead else at, clause.bounds.end)
    if found:
        noun = found[1].removesuffix("s")
        rows = cues.nouns.get(found[1]) or cues.nouns.get(noun, ())
        if clause.assertion.lemma in {"make", "state", "declare", "announce", "show", "stress", "underline"}:
            rows = tuple(c for c in rows if c.stance in {"offers", "threatens", "demands", "open to", "supports", "opposes"})
        yield from _first(clause, cues, rows, found.end(1))


def _real(a: Assertion, would: bool | None) -> bool:
    return would is True or a.standing not in _UNREAL


def _first(
    clause: Clause, cues: Cues, rows: Sequence[Cue], at: int, *, would: bool = False, negated: bool | None = None
) -> Iterator[Stand]:
    """The first cue of ``rows`` whose complement follows at ``at``."""
    a = clause.assertion
    if not rows or not _real(a, would):
        return
    holder = clause.holder
    if holder is None:
        return
    if negated is None:
        gap = clause.text[holder.span[1] : a.predicate[0]] if holder.span and holder.span[1] < a.predicate[0] else ""
        before = clause.text[max(0, holder.span[0] - 12) : holder.span[0]] if holder.span else ""
        negated = a.negated or "no longer" in gap or bool(_NOR.search(before))
    turned = [(cue, cue.turned(cues.turns, negated=negated)) for cue in rows]
    before_it = claimed(clause, holder)
    stance = next((s for cue, s in turned if s in _ON_CLAIMS and not cue.only), "")
    if before_it is not None and stance:
        yield Stand(stance=stance, holder=holder, about=before_it, span=(before_it[0], a.predicate[1]), quotation=clause.quotation)
        return
    if undone(clause, holder) or any(test(clause, holder) for test in (conditional, embedded, headed)):
        return
    somebody = a.target is not None and _is_somebody(clause, a.target)
    place = Place(clause.text, at, clause.bounds, a.target, somebody, cues.silent)
    for cue, stance in turned:
        found = complement(cue, place) if stance else None
        if found is not None:
            start = holder.span[0] if holder.span and holder.span[0] < a.predicate[0] else a.predicate[0]
            span, toward = (start, found.about[1]), _toward(clause, found.toward)
            same = holder.span is not None and found.about[0] < holder.span[1] and holder.span[0] < found.about[1]
            if same or (found.toward is not None and (toward is None or toward == holder.name)):
                return  # nobody can tell whom "him" means
            yield Stand(stance=stance, holder=holder, about=found.about, span=span, toward=toward, quotation=clause.quotation)
            return


def _is_somebody(clause: Clause, target: Argument) -> bool:
    return bool({target.head, target.head.removesuffix("s")} & (OFFICES | GROUPS)) or clause.scene.kinds.get(target.name or "") in {
        "person",
        "body",
    }


def _is_pronoun(clause: Clause, target: Argument) -> bool:
    return clause.text[slice(*target.span)].lower() in _THEM


def _toward(clause: Clause, target: Argument | None) -> str | None:
    if target is None:
        return None
    if target.name and not _is_pronoun(clause, target):
        return clause.scene.name(target.name)[0]
    words = " ".join(clause.text[slice(*target.span)].split())
    return None if words.lower() in _THEM else words
