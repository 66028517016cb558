"""Word edits gathered into phrases that a person reads as one change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from ..records import Degree, Record, VariantOf
from ..settings import CollationSettings
from .alignment import Alignment, Kinship, Pair, align, kinship
from .tokens import Token

Place = Literal["start", "end", "break", "marked", "inside"]
"""Where words were left out or added: cut at an end, at an interruption ("he said"), under an ellipsis mark, or unmarked inside."""


class Phrase(Record, frozen=True):
    """One change: the words of both sides (indices, each contiguous and within one span), one side possibly empty."""

    base: tuple[int, ...]
    here: tuple[int, ...]
    pairs: tuple[Pair, ...]
    place: Place
    moved: bool = False
    before: tuple[int | None, int | None] = (None, None)
    """The last base and here tokens in front of it, paired or not."""


class Finding(Record, frozen=True):
    """One thing that a change does."""

    of: VariantOf
    degree: Degree
    what: str
    """How the note begins ("negation dropped")."""


class Match(Record, frozen=True):
    """The counterpart of a token."""

    at: int
    """Index on the other side."""
    kinship: Kinship


class Side(Record, frozen=True):
    """One of two aligned token sequences, seen with the other."""

    tokens: tuple[Token, ...]
    others: tuple[Token, ...]
    matches: dict[int, Match]
    """Index of a token to its counterpart; without those that are unlike."""

    def near(self, at: int) -> Kinship:
        """How near the counterpart of a token is; unlike where it has none."""
        return self.matches[at].kinship if at in self.matches else Kinship.UNLIKE


class Collated(Record, frozen=True):
    """Two aligned token sequences, ready to be read from either side."""

    base: Side
    here: Side
    alignment: Alignment
    settings: CollationSettings


def collated(base: tuple[Token, ...], here: tuple[Token, ...], settings: CollationSettings) -> Collated:
    """Align two token sequences and index the alignment from both sides, moved passages included."""
    alignment = align(base, here, settings)
    ours: dict[int, Match] = {}
    theirs: dict[int, Match] = {}
    for pair in (*alignment.pairs, *alignment.moved):
        if pair.base is not None and pair.here is not None and pair.kinship > Kinship.UNLIKE:
            ours[pair.base] = Match(at=pair.here, kinship=pair.kinship)
            theirs[pair.here] = Match(at=pair.base, kinship=pair.kinship)
    return Collated(
        base=Side(tokens=base, others=here, matches=ours),
        here=Side(tokens=here, others=base, matches=theirs),
        alignment=alignment,
        settings=settings,
    )


def phrases(both: Collated) -> list[Phrase]:
    """Every difference once: tokens outside all phrases are the same words in the same order on both sides."""
    runs = _runs(both.alignment.moved)
    stays = {("base", pair.base) for pair in both.alignment.moved} | {("here", pair.here) for pair in both.alignment.moved}
    columns = [part for pair in both.alignment.pairs for part in _parted(pair, stays)]
    dirty = [pair.kinship < Kinship.SAME for pair in columns]
    _host_clitics(columns, dirty, both)
    _bridge(columns, dirty, both)
    groups = [part for group in _groups(columns, dirty, stays) for part in _split(group, columns, both)]
    changed = [_elsewhere(_phrase(a, b, columns, both), both) for a, b in groups]
    return changed + [_moved(run) for run in runs]


def _parted(pair: Pair, stays: set[tuple[str, int | None]]) -> list[Pair]:
    """A column of two unlike words of which one belongs to a moved passage is two columns."""
    if pair.base is not None and pair.here is not None and (("base", pair.base) in stays or ("here", pair.here) in stays):
        return [Pair(base=pair.base, here=None, kinship=Kinship.UNLIKE), Pair(base=None, here=pair.here, kinship=Kinship.UNLIKE)]
    return [pair]


def _runs(moved: Sequence[Pair]) -> list[tuple[Pair, ...]]:
    runs: list[list[Pair]] = []
    for pair in moved:
        last = runs[-1][-1] if runs else None
        if last is not None and pair.base == (last.base or 0) + 1 and pair.here == (last.here or 0) + 1:
            runs[-1].append(pair)
        else:
            runs.append([pair])
    return [tuple(run) for run in runs]


def _moved(run: tuple[Pair, ...]) -> Phrase:
    base, here = tuple(p.base for p in run if p.base is not None), tuple(p.here for p in run if p.here is not None)
    return Phrase(base=base, here=here, pairs=run, place="inside", moved=True)


def _host_clitics(columns: list[Pair], dirty: list[bool], both: Collated) -> None:
    """A change that starts with "'re" starts with the word it is written on."""
    for at in range(1, len(columns)):
        pair = columns[at]
        sides = ((pair.base, both.base.tokens), (pair.here, both.here.tokens))
        if dirty[at] and any(index is not None and tokens[index].clitic for index, tokens in sides):
            dirty[at - 1] = True


def _bridge(columns: list[Pair], dirty: list[bool], both: Collated) -> None:
    """One word of grammar between two changed words belongs to the change ("help with traffic", "assist with routes")."""
    for at in range(1, len(columns) - 1):
        pair = columns[at]
        if dirty[at] or pair.base is None or both.base.tokens[pair.base].kind != "function":
            continue
        if _changed_word(columns, dirty, at - 1, -1) and _changed_word(columns, dirty, at + 1, 1):
            token = both.base.tokens[pair.base]
            following = columns[at + 1]
            gaps = {token.gap, *(() if following.base is None else (both.base.tokens[following.base].gap,))}
            dirty[at] = not gaps & {"stop", "break"}


def _changed_word(columns: list[Pair], dirty: list[bool], at: int, step: int) -> bool:
    """Is there a word replaced (not only left out) at a place or behind it?"""
    if not dirty[at] or columns[at].kinship in (Kinship.SPELLING, Kinship.SAME):
        return False
    base = here = False
    while 0 <= at < len(columns) and dirty[at]:
        if columns[at].kinship == Kinship.SPELLING:
            break
        base, here = base or columns[at].base is not None, here or columns[at].here is not None
        if base and here:
            return True
        at += step
    return False


def _groups(columns: Sequence[Pair], dirty: Sequence[bool], stays: set[tuple[str, int | None]]) -> list[tuple[int, int]]:
    groups: list[tuple[int, int]] = []
    start: int | None = None
    for at, pair in enumerate(columns):
        moved = (pair.here is None and ("base", pair.base) in stays) or (pair.base is None and ("here", pair.here) in stays)
        if dirty[at] and not moved:
            start = at if start is None else start
        elif start is not None:
            groups.append((start, at))
            start = None
    return groups if start is None else [*groups, (start, len(columns))]


def _split(group: tuple[int, int], columns: Sequence[Pair], both: Collated) -> list[tuple[int, int]]:
    """Cut a group where either side enters another span, and cut off what is only left out or added at the two ends."""
    start, end = group
    cuts = {start, end}
    if start == 0 and not both.alignment.loose:
        cuts.add(_lone(range(start, end), columns, both.settings.like_length))
    if end == len(columns) and not both.alignment.loose:
        cuts.add(_lone(range(end - 1, start - 1, -1), columns, both.settings.like_length) + 1)
    runs: list[int | None] = [None, None]
    for at in range(start, end):
        pair = columns[at]
        for side, (index, tokens) in enumerate(((pair.base, both.base.tokens), (pair.here, both.here.tokens))):
            if index is None:
                continue
            if runs[side] is not None and tokens[index].run != runs[side]:
                cuts.add(at)
            runs[side] = tokens[index].run
    edges = sorted(cut for cut in cuts if start <= cut <= end)
    return list(pairwise(edges))


def _lone(order: range, columns: Sequence[Pair], like: float) -> int:
    """First place in an order that does not go on leaving out (or adding) words as the order began.

    Words left out beside words added, of like length, are a replacement and stay together: then the place is the first.
    """
    shape = [(columns[at].base is None, columns[at].here is None) for at in order]
    size = next((n for n, found in enumerate(shape) if found != shape[0]), len(shape))
    if shape[0] == (False, False):
        return order[0]
    other = next((n for n, found in enumerate(shape[size:]) if found != shape[0][::-1]), len(shape) - size)
    if other and size <= like * other and other <= like * size:
        return order[0]
    return order[0] + size * order.step


def _phrase(start: int, end: int, columns: Sequence[Pair], both: Collated) -> Phrase:
    part = columns[start:end]
    base = tuple(pair.base for pair in part if pair.base is not None)
    here = tuple(pair.here for pair in part if pair.here is not None)
    front = (_last([pair.base for pair in columns[:start]]), _last([pair.here for pair in columns[:start]]))
    return Phrase(base=base, here=here, pairs=tuple(part), place=_place(base, here, front, both), before=front)


def _elsewhere(phrase: Phrase, both: Collated) -> Phrase:
    """What is cut or added at an end and told elsewhere on the other side is no mere cut: the words were put in another order."""
    if phrase.place not in ("start", "end") or (phrase.base and phrase.here):
        return phrase
    indices, side = (phrase.base, both.base) if phrase.base else (phrase.here, both.here)
    back = both.here if phrase.base else both.base
    full = [side.tokens[at] for at in indices if side.tokens[at].kind != "function"]
    free = [token for at, token in enumerate(side.others) if token.kind != "function" and back.near(at) <= Kinship.SORT]
    told = sum(any(kinship(token, other) >= Kinship.RELATED for other in free) for token in full)
    return msgspec.structs.replace(phrase, place="inside") if full and 2 * told >= len(full) else phrase


def _last(indices: Sequence[int | None]) -> int | None:
    return next((index for index in reversed(indices) if index is not None), None)


def _place(base: tuple[int, ...], here: tuple[int, ...], front: tuple[int | None, int | None], both: Collated) -> Place:
    following = here[-1] + 1 if here else 0 if front[1] is None else front[1] + 1
    other = base[-1] + 1 if base else 0 if front[0] is None else front[0] + 1
    marks = {both.here.tokens[at].gap for at in (*here[:1], *here[1:], *([following] if following < len(both.here.tokens) else []))}
    if here and base:
        return "marked" if "ellipsis" in marks else "inside"
    if (base and front[1] is None) or (here and front[0] is None):
        return "start"
    if (base and following == len(both.here.tokens)) or (here and other == len(both.base.tokens)):
        return "end"
    if "ellipsis" in marks and base:
        return "marked"
    if base and following < len(both.here.tokens) and both.here.tokens[following].gap == "break":
        return "break"
    return "inside"
