"""What becomes of a report on the next desk: it is copied, rewritten, condensed, translated there and back, or mixed with another."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Literal, get_args

import msgspec

from evaluation.traditions.draft import Draft, Line, Spoken
from evaluation.traditions.reports import FORMS, boilerplate, filler, headline, indirectly, own_line, quoted, tell
from evaluation.traditions.wording import bracketed, join, recast, respelled, reword, rounded, turned
from evaluation.traditions.world import World
from retold.records import EdgeKind, Relation

Operation = Literal["copy", "rewrite", "condensed", "translated", "mixed"]
Severity = Literal["light", "middling", "heavy", "hardest"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
OPERATIONS: tuple[Operation, ...] = get_args(Operation)
KINDS: dict[Operation, EdgeKind] = {
    "copy": "copy",
    "rewrite": "rewrite",
    "condensed": "condensed",
    "translated": "rewrite",
    "mixed": "mixed",
}
"""What Retold calls what comes of it."""


class Strength(msgspec.Struct, frozen=True, kw_only=True):
    """How much a desk changes; all are shares, 0 to 1."""

    words: float
    """Of the words that have synonyms."""
    retell: float
    """Sentences told anew in another construction."""
    recast: float
    cut: float
    round: float
    move: float
    """Lines that change their place."""
    alter: float
    """Remarks altered inside their marks, cut down, or told indirectly."""
    attribute: float
    """Remarks introduced otherwise."""


STRENGTHS: dict[Severity, Strength] = {
    "light": Strength(words=0.3, retell=0.08, recast=0.15, cut=0.08, round=0.05, move=0.04, alter=0.2, attribute=0.2),
    "middling": Strength(words=0.55, retell=0.28, recast=0.3, cut=0.15, round=0.12, move=0.1, alter=0.35, attribute=0.4),
    "heavy": Strength(words=0.8, retell=0.55, recast=0.4, cut=0.22, round=0.2, move=0.18, alter=0.5, attribute=0.7),
    "hardest": Strength(words=1.0, retell=0.85, recast=0.4, cut=0.35, round=0.3, move=0.35, alter=0.65, attribute=0.9),
}
_COPIED = 0.2
"""A copy is changed this much as strongly as a rewrite, but never told anew."""
WORSE: tuple[Relation, ...] = ("same", "part", "style", "spliced", "reworded", "changed", "indirect")
"""Relations, the least altered first."""


def derive(operation: Operation, severity: Severity, parents: Sequence[Draft], world: World, rng: Random) -> Draft:
    """A report made from one parent, or from two where it is mixed."""
    of = STRENGTHS[severity]
    first = parents[0]
    if operation == "copy":
        return _copied(first, _weakened(of), world, rng)
    if operation == "translated":
        return _translated(first, of, world, rng)
    if operation == "mixed":
        lines = _blended(first.lines, parents[1].lines, rng)
    elif operation == "condensed":
        lines = _condensed(first.lines, rng)
    else:
        lines = _kept(first.lines, of.cut, rng)
    changed = _moved([_changed(line, of, world, rng) for line in lines], of.move, rng)
    if operation == "condensed":
        changed = _joined(changed, rng)
    else:
        changed = _added(changed, world, rng, rng.randint(0, 3) if operation == "mixed" else rng.randint(0, 5))
    return Draft(
        title=headline(world, rng) if rng.random() < 0.7 else first.title,
        lines=tuple(changed),
        forms={key: rng.choice(FORMS) if rng.random() < of.attribute else form for key, form in first.forms.items()},
        told=_named(first, rng, 0.3 * (1 - of.cut)),
    )


def _weakened(of: Strength) -> Strength:
    values = {key: value * _COPIED for key, value in msgspec.structs.asdict(of).items()}
    return Strength(**{**values, "retell": 0.0, "move": 0.0, "cut": of.cut / 2, "alter": of.alter / 4})


def _copied(parent: Draft, of: Strength, world: World, rng: Random) -> Draft:
    lines = list(parent.lines)
    if rng.random() < 0.4 and len(lines) > 8:  # cut from the bottom, as a page has it
        lines = lines[: round(len(lines) * rng.uniform(0.5, 0.9))]
    changed = [_changed(line, of, world, rng) for line in _kept(lines, of.cut, rng)]
    return Draft(
        title=parent.title if rng.random() < 0.6 else headline(world, rng),
        lines=tuple(_added(changed, world, rng, 1) if rng.random() < 0.25 else changed),
        forms=parent.forms,
        told=_named(parent, rng, 0.5),
        dateline=parent.dateline if rng.random() < 0.6 else None,
    )


def _translated(parent: Draft, of: Strength, world: World, rng: Random) -> Draft:
    """There and back: sentence by sentence in the same order, nothing added, but every remark in other words."""
    strong = msgspec.structs.replace(of, words=min(1.0, of.words + 0.25), retell=of.retell / 2, round=0.0, alter=0.0)
    changed = [_changed(line, strong, world, rng) for line in _kept(parent.lines, of.cut / 2, rng)]
    lines = [
        msgspec.structs.replace(line, spoken=tuple(_in_other_words(one, rng, strong.words) for one in line.spoken)) for line in changed
    ]
    return Draft(title=headline(world, rng), lines=tuple(lines), forms=parent.forms, told=_named(parent, rng, 0.3))


def _in_other_words(spoken: Spoken, rng: Random, rate: float) -> Spoken:
    if spoken.relation == "indirect":
        return spoken
    text = reword(spoken.text, rng, rate)
    worse = spoken.relation if text == spoken.text else max(spoken.relation, "reworded", key=WORSE.index)
    return msgspec.structs.replace(spoken, text=text, relation=worse)


def _named(parent: Draft, rng: Random, chance: float) -> str | None:
    """Whom remarks were made to: mostly dropped; "this newspaper" would be another one's."""
    return parent.told if parent.told and parent.told.startswith("the ") and rng.random() < chance else None


def _kept(lines: Sequence[Line], cut: float, rng: Random) -> list[Line]:
    return [line for place, line in enumerate(lines) if place == 0 or rng.random() >= cut * (0.5 + place / len(lines))]


def _condensed(lines: Sequence[Line], rng: Random) -> list[Line]:
    share = rng.uniform(0.3, 0.6)
    keep = set(rng.sample(range(1, len(lines)), max(2, round((len(lines) - 1) * share)))) if len(lines) > 3 else set(range(len(lines)))
    return [line for place, line in enumerate(lines) if place == 0 or place in keep]


def _blended(one: Sequence[Line], other: Sequence[Line], rng: Random) -> list[Line]:
    """Most of the one with blocks of the other between; what both tell is told once."""
    mine = _kept(one, rng.uniform(0.25, 0.45), rng)
    known = {line.topic for line in mine}
    fresh = [line for line in other[1:] if line.topic not in known]
    theirs = _kept(fresh, rng.uniform(0.1, 0.4), rng)
    found, rest = list(mine), list(theirs)
    place = 1
    while rest:
        size = rng.randint(2, 5)
        place = rng.randint(min(place, len(found)), len(found))
        found[place:place] = rest[:size]
        place, rest = place + size, rest[size:]
    return found


def _joined(lines: Sequence[Line], rng: Random) -> list[Line]:
    found: list[Line] = []
    for line in lines:
        if found and not (line.spoken or found[-1].spoken) and rng.random() < 0.25 and len(line.words) + len(found[-1].words) < 240:
            whole = join(found[-1].words, line.words, rng)
            found[-1] = msgspec.structs.replace(
                found[-1], words=whole, topic=f"{found[-1].topic}+", slots={**found[-1].slots, **line.slots}
            )
        else:
            found.append(line)
    return found


def _moved(lines: Sequence[Line], share: float, rng: Random) -> list[Line]:
    found = list(lines)
    for _ in range(round(share * len(found))):
        line = found.pop(rng.randrange(1, len(found))) if len(found) > 1 else None
        if line:
            found.insert(rng.randint(1, len(found)), line)
    return found


def _added(lines: Sequence[Line], world: World, rng: Random, count: int) -> list[Line]:
    """Background, sights and empty sentences of the desk's own."""
    found = list(lines)
    topics = sorted(set(world.topics) - {line.topic.rstrip("+") for line in lines} - {"lead"})
    for _ in range(count):
        way = rng.random()
        if way < 0.3:
            more = [own_line(world, rng)]
        elif way < 0.7 and topics:
            more = [tell(world, topics.pop(rng.randrange(len(topics))), rng, {})]
        elif way < 0.8:
            more = boilerplate(world, rng, 1.0)
        else:
            more = [filler(rng)]
        for line in more:
            found.insert(rng.randint(min(1, len(found)), len(found)), line)
    return found


def _changed(line: Line, of: Strength, world: World, rng: Random) -> Line:
    breaks = line.breaks if rng.random() >= of.recast else not line.breaks
    line = msgspec.structs.replace(line, breaks=breaks)
    if line.spoken:
        return _remark_changed(line, of, world, rng)
    words = line.words
    if line.topic in world.topics and rng.random() < of.retell:
        words = tell(world, line.topic, rng, line.slots).words
    words = reword(words, rng, of.words)
    if rng.random() < of.recast:
        words = recast(words)
    if rng.random() < of.round:
        words = rounded(words, rng)
    return msgspec.structs.replace(line, words=words)


def _remark_changed(line: Line, of: Strength, world: World, rng: Random) -> Line:
    key, before = line.spoken[0].remark, line.spoken[0].relation
    remark = next(one for one in (*world.public, *world.private) if one.key == key)
    mixed = "“" in line.spoken[0].text
    if before == "indirect" or mixed:
        return line
    spoken = line.spoken
    if rng.random() < of.alter:
        if rng.random() < 0.12:
            return indirectly(world, remark, rng)
        spoken = _altered(spoken, rng)
    sentences = [sentence for one in spoken for sentence in one.text.split(". ")]
    if len(spoken) == len(line.spoken) and rng.random() >= of.attribute:
        return msgspec.structs.replace(line, spoken=spoken)
    kept = quoted(world, remark.speaker, rng, key, sentences, [spoken[0].relation] * len(sentences), private="{to}" in line.words)
    return msgspec.structs.replace(kept, breaks=line.breaks)


def _altered(spoken: Sequence[Spoken], rng: Random) -> tuple[Spoken, ...]:
    """Words inside the marks changed in one way; the same as before where they don't lend themselves to it."""
    sentences = [sentence for one in spoken for sentence in one.text.split(". ")]
    way = rng.choices(("part", "style", "reworded", "spliced", "changed"), (25, 25, 25, 12, 13))[0]
    after = list(sentences)
    if way == "part" and len(after) > 1:
        after = after[:-1] if rng.random() < 0.6 else after[1:]
    elif way == "spliced" and len(after) > 2:
        after = [after[0], after[-1]]
    elif way == "spliced":
        after = [_without_middle(after[0]), *after[1:]]
    elif way == "style":
        after = [respelled(sentence, rng) if rng.random() < 0.7 else bracketed(sentence, rng) for sentence in after]
    elif way == "reworded":
        after = [reword(sentence, rng, 0.7) for sentence in after]
    elif way == "changed":
        place = rng.randrange(len(after))
        after[place] = turned(after[place], rng)
    if after == sentences:
        return tuple(spoken)
    relation = max(spoken[0].relation, way, key=WORSE.index)
    if len(spoken) == 1 or len(after) < 2:
        return (Spoken(remark=spoken[0].remark, text=". ".join(after), relation=relation),)  # type: ignore[arg-type]
    cut = min(len(after) - 1, spoken[0].text.count(". ") + 1)
    halves = (". ".join(after[:cut]), ". ".join(after[cut:]))
    return tuple(Spoken(remark=spoken[0].remark, text=half, relation=relation) for half in halves)  # type: ignore[arg-type]


def _without_middle(sentence: str) -> str:
    """The sentence without what stands between its first and its last comma."""
    clauses = sentence.split(", ")
    return ", ".join((clauses[0], clauses[-1])) if len(clauses) > 2 else clauses[0]
