"""Word edits gathered into phrases that a person reads as one change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from ..records import Degree, Record, VariantOf
from ..settings import CollationSettings
from .alignment import Alignment, Kinship, Pair, align, kinship
from .lexicon import Lexicon, lexicon
from .tokens import Token, solid

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
    told: str = ""
    """The words that it is about, where they are few among many left out or added."""


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
    base, here = solid(base, here), solid(here, base)
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
    return _rejoined(changed, both) + [_moved(run) for run in runs]


def _rejoined(changed: Sequence[Phrase], both: Collated) -> list[Phrase]:
    """What is left out at one place and added at another of the same sentence was moved there."""
    kept = list(changed)
    for gone in [phrase for phrase in changed if phrase.base and not phrase.here]:
        found = next((new for new in kept if new.here and not new.base and _put_elsewhere(gone, new, both)), None)
        if found is not None:
            pairs = tuple(Pair(base=b, here=h, kinship=Kinship.FORM) for b, h in zip(gone.base, found.here, strict=True))
            kept = [phrase for phrase in kept if phrase not in (gone, found)]
            kept.append(msgspec.structs.replace(gone, here=found.here, pairs=pairs, place="inside", moved=True))
    return kept


def _put_elsewhere(gone: Phrase, new: Phrase, both: Collated) -> bool:
    """The same words, none of which turns the sense by its place, with no end of a sentence between the places."""
    words, tokens = lexicon(), [both.base.tokens[at] for at in gone.base]
    if [token.lemma for token in tokens] != [both.here.tokens[at].lemma for at in new.here]:
        return False
    if all(token.fold in words.classes["article"] for token in tokens) or any(_by_place(token, words) for token in tokens):
        return False
    if len(tokens) == 1 and tokens[0].fold in words.person:  # another doer, perhaps
        return False
    there = -1 if new.before[0] is None else new.before[0]
    first, last = min(gone.base[0], there + 1), max(gone.base[-1], there)
    return not any(both.base.tokens[at].gap in ("stop", "break") for at in range(first + 1, last + 1))


def _by_place(token: Token, words: Lexicon) -> bool:
    turning = words.cues | words.conditions | words.quantities | words.hedges | words.modality.keys()
    return token.name or token.kind == "number" or token.fold in turning or token.fold in _FOCUS


_FOCUS = frozenset("only just even also still never ever not".split())
"""What these words bear on depends on where they stand."""


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
    if not both.alignment.loose:
        cuts |= {at for at in range(start + 1, end) if _breaks(columns[start:at], columns[at:end], both)}
    edges = sorted(cut for cut in cuts if start <= cut <= end)
    return list(pairwise(edges))


def _breaks(before: Sequence[Pair], behind: Sequence[Pair], both: Collated) -> bool:
    """Do words of one side alone stand beside a change of both, parted from it by the end of a sentence, or words of grammar by a comma?"""
    for lone, whole, gapped in ((before, behind, behind[0]), (behind, before, behind[0])):
        for side, tokens in ((0, both.base.tokens), (1, both.here.tokens)):
            own = [pair.base if side == 0 else pair.here for pair in lone]
            at = gapped.base if side == 0 else gapped.here
            if at is None or any(index is None for index in own) or any((p.here if side == 0 else p.base) is not None for p in lone):
                continue
            if not any(p.base is not None for p in whole) or not any(p.here is not None for p in whole):
                continue
            light = all(tokens[index].kind == "function" for index in own if index is not None)
            if tokens[at].gap == "stop" or (tokens[at].gap == "comma" and light):
                return True
    return False


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
