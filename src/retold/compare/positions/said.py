"""Stances that people take in their own words: "we will never …", "the harbour must …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .about import phrase
from .clauses import Clause, Stand
from .cues import Cues
from .holders import Holder
from .readable import readable, tells
from .stump import stump

_AGENTLESS = re.compile(
    r".{0,30}?\b(?:must|should|has to|have to|needs? to|ought to)\s+(?:\w+ly\s+)?be\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|lt|nt|de|ght)\b"
)
_STRAIGHT = str.maketrans("’‘“”", "''\"\"")
_LEAD = re.compile(r"\s*(?:(?:also|still|certainly|definitely|absolutely|simply|just)\s+)?")
_ANYTHING = frozenset("it they he she this that you there i we these those who which".split())
_HIMSELF = frozenset("it they he she".split())


def said(clause: Clause, cues: Cues) -> Iterator[Stand]:
    """The stance that a speaker takes in this clause, of himself or of somebody else."""
    a, holder = clause.assertion, clause.holder
    speaker = clause.scene.speaker(clause.quotation)
    if speaker is None or a.actor is None or a.kind == "noun" or a.standing == "condition" or a.actor.span[1] > a.predicate[1]:
        return
    own = holder is not None and holder.own
    words = clause.text[slice(*a.actor.span)].lower()
    if not own and words in _ANYTHING:
        return
    rest = clause.text[a.actor.span[1] : clause.bounds.end].translate(_STRAIGHT).lower()
    lead = _LEAD.match(rest)
    at = lead.end() if lead else 0
    for row in cues.said:
        if (row.of == "own") is not own or not row.words.match(rest, at):
            continue
        if clause.marked is not None and row.stance != "wants" and rest[at:].startswith(("would ", "'d ")):
            continue  # what one would do is no pledge
        if not own and holder is None and not _AGENTLESS.match(rest):
            return  # `the storm should worry them` asks nobody for anything
        bare = words in _HIMSELF or (words in {"i", "we"} and clause.marked is None)
        about = phrase(clause.text, a.actor.span[1] if bare else a.actor.span[0], clause.bounds, clause=True)
        if about is None or not readable(clause.text[a.predicate[0] : about[1]]) or stump(clause.text, about, clause.bounds.finite):
            continue
        if own and about[1] <= a.predicate[1] and not tells(clause.text[about[0] : about[1]].split()[-1]):
            continue  # `a change that she would support`
        yield Stand(
            stance=row.stance,
            holder=Holder(*speaker, None, own=True),
            about=about,
            span=(min(a.actor.span[0], about[0]), about[1]),
            toward=None if own or a.actor.name is None else clause.scene.name(a.actor.name)[0],
            quotation=clause.quotation,
            verbatim=clause.marked is not None and clause.marked[0] <= about[0] and about[1] <= clause.marked[1],
            told=True,
        )
        return
