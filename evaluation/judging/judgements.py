"""Judgements, kept by offsets and digests, and found again when what is reported has moved a little."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from evaluation.gold import covered
from evaluation.judging.items import Item, Place, What
from evaluation.judging.sample import key
from evaluation.stages import Told

FILE = Path(__file__).resolve().parent.parent / "judgements.jsonl"
Line = TypeVar("Line")
HALF = 0.5
"""Share of the shorter passage that must be covered by the other for both to be the same place."""


class Judgement(msgspec.Struct, frozen=True):
    """What a reader decided on one item; no text of an article is kept."""

    story: str
    what: What
    kind: str
    places: tuple[Place, ...]
    good: bool
    """A dispute that is real and of its kind; a fact that stands in no other report; names that are worth a reader's time; an event on its
    date; a position that the actor takes; a sentence of the brief that is true to its evidence and good English."""
    note: str = ""
    """The reader's reason, in the reader's words; what stands before a colon is the kind of error, which is counted."""


class Pending(msgspec.Struct, frozen=True):
    """An item to be judged: the reader fills in ``good`` and, where it helps, ``note``."""

    id: str
    story: str
    what: What
    kind: str
    places: tuple[Place, ...]
    good: bool | None = None
    note: str = ""


class Tally(msgspec.Struct, frozen=True):
    """Judged items of one sort that are still reported."""

    reported: int
    judged: int
    good: int
    gone: int
    """Judgements on the sampled stories whose item is no longer reported."""
    gone_good: int
    errors: dict[str, int]
    """Those not good by kind of error, the most frequent first."""


def load(file: Path = FILE) -> list[Judgement]:
    """All judgements; none where there is no file yet.

    Raises ``msgspec.ValidationError``, which names the line, where one has another form.
    """
    return _lines(file, Judgement) if file.exists() else []


def add(pending: Path, file: Path = FILE) -> int:
    """Add the judgements of a file of pending items to those kept, and say how many; what is not filled in is passed over.

    Raises ``OSError`` where there is no such file and ``msgspec.ValidationError``, which names the line, where one has another form.
    """
    new = [
        Judgement(story=one.story, what=one.what, kind=one.kind, places=one.places, good=one.good, note=one.note)
        for one in _lines(pending, Pending)
        if one.good is not None
    ]
    kept = {_about(one): one for one in [*load(file), *new]}  # a later judgement on the same item takes the earlier one's place
    ordered = sorted(kept.values(), key=_about)
    file.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in ordered))
    return len(new)


def _lines(file: Path, form: type[Line]) -> list[Line]:
    found = []
    for number, line in enumerate(file.read_bytes().splitlines(), 1):
        if line.strip():
            try:
                found.append(msgspec.json.decode(line, type=form))
            except msgspec.MsgspecError as fault:
                raise msgspec.ValidationError(f"{file}, line {number} cannot be read: {fault}; correct it or take it out") from fault
    return found


def _about(one: Judgement) -> bytes:
    return msgspec.json.encode((one.what, one.story, one.kind, one.places))


def likeness(one: Sequence[Place], other: Sequence[Place]) -> float:
    """How far two items rest on the same passages, 0 to 1: their share of common characters, where two articles (or the only one) agree."""
    here, there = _by_article(one), _by_article(other)
    shared = {article: len(here[article] & there[article]) for article in here if article in there}
    same = [n for article, n in shared.items() if n and n >= HALF * min(len(here[article]), len(there[article]))]
    if len(same) < max(1, min(2, len(here), len(there))):
        return 0.0
    return sum(same) / (sum(map(len, here.values())) + sum(map(len, there.values())) - sum(shared.values()))


def _by_article(places: Iterable[Place]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for place in places:
        found[place.article] |= covered(place.spans)
    return dict(found)


def match(items: Sequence[Item], judgements: Sequence[Judgement]) -> dict[int, Judgement]:
    """The judgement on each item that has one, by the item's number; the likest pairs first, each judgement once."""
    by_story: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(judgements):
        by_story[one.story, one.what, one.kind].append(number)
    pairs = [
        (-share, number, other)
        for number, item in enumerate(items)
        for other in by_story.get((item.story, item.what, item.kind), ())
        if (share := likeness(item.places, judgements[other].places)) > 0
    ]
    found: dict[int, int] = {}
    for _, number, other in sorted(pairs):
        if number not in found and other not in found.values():
            found[number] = other
    return {number: judgements[other] for number, other in sorted(found.items())}


def tally(items: Sequence[Item], judgements: Sequence[Judgement], stories: Iterable[Told], what: What) -> Tally:
    """How the items of one sort fared, and how many judgements on ``stories`` are about what is no longer reported."""
    inside = {key(told.story) for told in stories}
    mine = [one for one in judgements if one.what == what and one.story in inside]
    found = match(items, mine)
    good = sum(one.good for one in found.values())
    errors = Counter(one.note.split(":")[0].strip() or "not told why" for one in found.values() if not one.good)
    return Tally(
        reported=len(items),
        judged=len(found),
        good=good,
        gone=len(mine) - len(found),
        gone_good=sum(one.good for one in mine) - good,
        errors=dict(sorted(errors.items(), key=lambda entry: (-entry[1], entry[0]))),
    )
