"""Two token sequences lined up: the cheapest alignment under costs that know spelling, inflection, equivalents and word classes.

The method is Gotoh's alignment with affine gaps (J. Mol. Biol. 162, 1982): a passage left out costs little more than a word
left out, so a part stays in one piece; gaps at either end cost least, since a quotation may begin late and stop early.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

import msgspec

from ..records import Record
from ..settings import CollationSettings
from .lexicon import Lexicon, lexicon
from .tokens import Token, TokenKind


class Kinship(IntEnum):
    """How near two words are, from the farthest to the same."""

    UNLIKE = 0
    SORT = 1
    """Same closed class, both numbers or both names: another value in the same slot."""
    OPPOSITE = 2
    RELATED = 3
    """Same stem, another part of speech."""
    EQUIVALENT = 4
    FORM = 5
    """Inflections of one word."""
    SPELLING = 6
    """The same word written differently: spelling variety, numeral, contraction, abbreviation."""
    SAME = 7


class Pair(Record, frozen=True):
    """One column of an alignment: indices into the two sequences; None: no counterpart."""

    base: int | None
    here: int | None
    kinship: Kinship


class Alignment(Record, frozen=True):
    """The columns in order, and the columns of moved passages (out of order, in pairs)."""

    pairs: tuple[Pair, ...]
    moved: tuple[Pair, ...] = ()
    """Counterparts of tokens that ``pairs`` leaves without one: passages of several words that stand elsewhere."""
    loose: bool = False
    """Too little is in common to say where one begins or ends within the other: the words were replaced as a whole."""


def kinship(one: Token, other: Token) -> Kinship:
    """How near two tokens are; symmetric."""
    if one.key == other.key and one.fold == other.fold:
        return Kinship.SAME
    if one.fold == other.fold or _clitic_of(one, other) or _clitic_of(other, one):
        return Kinship.SPELLING
    if one.lemma == other.lemma:
        return Kinship.FORM
    if one.kind == "number" or other.kind == "number":
        return Kinship.SORT if one.kind == other.kind else Kinship.UNLIKE
    return _by_meaning(_meant(one), _meant(other))


class _Meant(NamedTuple):
    """All of a token that its meaning depends on."""

    lemma: str
    fold: str
    kind: TokenKind
    name: bool


def _meant(token: Token) -> _Meant:
    return _Meant(token.lemma, token.fold, token.kind, token.name)


@functools.lru_cache(maxsize=1 << 17)  # the renditions of one remark ask for the same pairs again and again
def _by_meaning(one: _Meant, other: _Meant) -> Kinship:
    words = lexicon()
    if words.opposite(one.lemma, other.lemma):
        return Kinship.OPPOSITE
    if words.equivalent(one.lemma, other.lemma):
        return Kinship.EQUIVALENT
    if one.kind == "content" and other.kind == "content":
        if words.related(one.lemma, other.lemma):
            return Kinship.RELATED
        return Kinship.SORT if one.name and other.name else Kinship.UNLIKE
    return Kinship.SORT if _same_class(one, other, words) else Kinship.UNLIKE


def _same_class(one: _Meant, other: _Meant, words: Lexicon) -> bool:
    if one.fold in words.cues or other.fold in words.cues:
        return one.fold in words.cues and other.fold in words.cues
    if (one.fold in words.modality) != (other.fold in words.modality):
        return False
    if one.fold in words.modality:
        return True
    return any(one.fold in members and other.fold in members for members in words.classes.values())


_READINGS = {"'s": ("be", "have"), "'d": ("would", "had", "have", "do")}


def _clitic_of(short: Token, full: Token) -> bool:
    return full.lemma in _READINGS.get(short.fold, ()) or full.fold in _READINGS.get(short.fold, ())


def align(base: Sequence[Token], here: Sequence[Token], settings: CollationSettings) -> Alignment:
    """Align two token sequences. Time and memory grow with the product of their lengths, up to ``settings.max_cells``;
    longer texts are cut at runs of equal words, and what has none is replaced as a whole.

    The pairs hold every index of both sequences once, in order. Where beginning late and stopping early leaves next to nothing
    in common, it is aligned again without cheap ends.
    """
    pairs = _pairs(base, here, settings)
    moved = _moved(pairs, base, here, settings)
    core = [base[p.base] for p in (*pairs, *moved) if p.base is not None and p.kinship >= Kinship.OPPOSITE]
    if base and here and weight(core) < settings.least_core * min(weight(base), weight(here)):
        level = msgspec.structs.replace(settings, edge_open=settings.gap_open, edge_extend=settings.gap_extend)
        pairs = _pairs(base, here, level)
        return Alignment(pairs=tuple(pairs), moved=tuple(_moved(pairs, base, here, level)), loose=True)
    return Alignment(pairs=tuple(pairs), moved=tuple(moved))


def _pairs(base: Sequence[Token], here: Sequence[Token], settings: CollationSettings) -> list[Pair]:
    if len(base) == len(here) and all(_sort(one) == _sort(other) for one, other in zip(base, here, strict=True)):
        return [Pair(base=n, here=n, kinship=Kinship.SAME) for n in range(len(base))]  # nothing gains more
    pairs: list[Pair] = []
    b, h = 0, 0
    for (b0, b1), (h0, h1) in _blocks(base, here, settings):
        pairs += [Pair(base=b + n, here=h + n, kinship=kinship(base[b + n], here[h + n])) for n in range(b0 - b)]
        edges = (b0 == 0 and h0 == 0, b1 == len(base) and h1 == len(here))
        pairs += [_shifted(pair, b0, h0) for pair in _Gotoh(base[b0:b1], here[h0:h1], settings, edges).path()]
        b, h = b1, h1
    return _settled(pairs, base, here)


def _settled(pairs: Sequence[Pair], base: Sequence[Token], here: Sequence[Token]) -> list[Pair]:
    """Words left out or added from one sentence into the next are shifted so that they begin where a sentence does.

    Of "The port is open. The port is deep" beside "The port is deep" the first sentence was left out, not "port is open. The"; and where
    the second one begins with "It", that was replaced.
    """
    made = list(pairs)
    for side, tokens, others in (("base", base, here), ("here", here, base)):
        end = 0
        while end < len(made):
            start = end
            while end < len(made) and getattr(made[end], side) is not None and None in (made[end].base, made[end].here):
                end += 1
            if end > start:
                made[:end] = _shifted_back(made[:end], start, side, tokens, others)
            end = max(end, start + 1)
    return made


def _shifted_back(made: list[Pair], start: int, side: str, tokens: Sequence[Token], others: Sequence[Token]) -> list[Pair]:
    """The last columns, from ``start`` words of one side alone, shifted to the beginning of their sentence where the words allow it."""
    lone = [getattr(pair, side) for pair in made[start:]]
    stop = next((n for n in range(len(lone) - 1, 0, -1) if tokens[lone[n]].gap == "stop"), len(lone))
    ours = lone[stop:]  # words of the sentence that goes on behind
    kept = made[max(0, start - len(ours)) : start]  # as many of the sentence that is left out
    if not ours or len(kept) < len(ours) or not _begins(kept, 0, side, tokens):
        return made
    if any(pair.base is None or pair.here is None for pair in kept):
        return made
    theirs = [getattr(pair, "here" if side == "base" else "base") for pair in kept]
    stands_for = len(ours) == 1 and tokens[ours[0]].fold in lexicon().person
    if not stands_for and any(tokens[a].fold != others[b].fold for a, b in zip(ours, theirs, strict=True)):
        return made
    gone = [(getattr(pair, side), None) for pair in kept] + [(at, None) for at in lone[:stop]]
    columns = [*gone, *zip(ours, theirs, strict=True)]
    return made[: start - len(ours)] + [_column(one, two, side, tokens, others) for one, two in columns]


def _column(one: int | None, two: int | None, side: str, tokens: Sequence[Token], others: Sequence[Token]) -> Pair:
    near = Kinship.UNLIKE if one is None or two is None else kinship(tokens[one], others[two])
    return Pair(base=one, here=two, kinship=near) if side == "base" else Pair(base=two, here=one, kinship=near)


def _begins(made: Sequence[Pair], at: int, side: str, tokens: Sequence[Token]) -> bool:
    """Does the word of one side in a column begin a sentence?"""
    index = getattr(made[at], side)
    return index is not None and (index == 0 or tokens[index].gap in ("stop", "break"))


def _shifted(pair: Pair, base: int, here: int) -> Pair:
    moved = (None if pair.base is None else pair.base + base, None if pair.here is None else pair.here + here)
    return Pair(base=moved[0], here=moved[1], kinship=pair.kinship)


def _blocks(base: Sequence[Token], here: Sequence[Token], settings: CollationSettings) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """One block where it is small enough, else blocks between long runs of equal words, with the ends of these runs."""
    if len(base) * len(here) <= settings.max_cells:
        return [((0, len(base)), (0, len(here)))]
    from rapidfuzz.distance import Indel

    blocks, b0, h0 = [], 0, 0
    margin = settings.anchor // 2
    for op in Indel.opcodes([t.fold for t in base], [t.fold for t in here]):
        if op.tag == "equal" and op.src_end - op.src_start >= settings.anchor:
            blocks.append(((b0, op.src_start + margin), (h0, op.dest_start + margin)))
            b0, h0 = op.src_end - margin, op.dest_end - margin
    return [*blocks, ((b0, len(base)), (h0, len(here)))]


class _Gotoh:
    """One run of the recurrence: states 0 pair, 1 word of the base left out, 2 word added here; ties go to the lowest state."""

    def __init__(self, base: Sequence[Token], here: Sequence[Token], settings: CollationSettings, edges: tuple[bool, bool]) -> None:
        self.settings, self.edges = settings, edges
        self.rows, self.columns = len(base), len(here)
        self.near = _gains(base, here, settings)
        self.back = [[bytearray(self.columns + 1) for _ in range(self.rows + 1)] for _ in range(3)]

    def path(self) -> list[Pair]:
        if self.rows * self.columns > self.settings.max_cells:
            return [*self._gap_pairs(range(self.rows), range(0)), *self._gap_pairs(range(0), range(self.columns))]
        return self._walk(self._fill())

    def _fill(self) -> tuple[float, float, float]:
        worst, columns = float("-inf"), self.columns
        pair, omit, add = ([worst] * (columns + 1) for _ in range(3))
        for i in range(self.rows + 1):
            above = (pair, omit, add)
            pair, omit, add = ([worst] * (columns + 1) for _ in range(3))
            if i == 0:
                pair[0] = 0.0
            near = self.near[i - 1] if i else []
            add_open, add_more = self._gap((i == 0 and self.edges[0]) or (i == self.rows and self.edges[1]))
            for j in range(columns + 1):
                if i and j:
                    best, self.back[0][i][j] = _best(above[0][j - 1], above[1][j - 1], above[2][j - 1])
                    pair[j] = best + near[j - 1][0]
                if i:
                    start, more = self._gap((j == 0 and self.edges[0]) or (j == columns and self.edges[1]))
                    omit[j], self.back[1][i][j] = _best(above[0][j] - start, above[1][j] - more, above[2][j] - start)
                if j:
                    add[j], self.back[2][i][j] = _best(pair[j - 1] - add_open, omit[j - 1] - add_open, add[j - 1] - add_more)
        return pair[columns], omit[columns], add[columns]

    def _gap(self, edge: bool) -> tuple[float, float]:
        s = self.settings
        return (s.edge_open, s.edge_extend) if edge else (s.gap_open, s.gap_extend)

    def _walk(self, last: tuple[float, float, float]) -> list[Pair]:
        i, j, state = self.rows, self.columns, _best(*last)[1]
        pairs: list[Pair] = []
        while i or j:
            before = self.back[state][i][j]
            if state == 0:
                pairs.append(Pair(base=i - 1, here=j - 1, kinship=self.near[i - 1][j - 1][1]))
                i, j = i - 1, j - 1
            elif state == 1:
                pairs.extend(self._gap_pairs(range(i - 1, i), range(0)))
                i -= 1
            else:
                pairs.extend(self._gap_pairs(range(0), range(j - 1, j)))
                j -= 1
            state = before
        return pairs[::-1]

    def _gap_pairs(self, base: range, here: range) -> list[Pair]:
        omitted = [Pair(base=at, here=None, kinship=Kinship.UNLIKE) for at in base]
        return omitted + [Pair(base=None, here=at, kinship=Kinship.UNLIKE) for at in here]


def _gains(base: Sequence[Token], here: Sequence[Token], settings: CollationSettings) -> list[list[tuple[float, Kinship]]]:
    """Points and kinship of every pair of tokens; tokens of one kind are looked at once."""
    if len(base) * len(here) > settings.max_cells:
        return []
    known: dict[tuple[_Sort, _Sort], tuple[float, Kinship]] = {}
    sorts = [_sort(token) for token in here]
    table = []
    for one in base:
        own, row = _sort(one), []
        for sort, other in zip(sorts, here, strict=True):
            if (own, sort) not in known:
                known[own, sort] = _gain(one, other, settings)
            row.append(known[own, sort])
        table.append(row)
    return table


_Sort = tuple[str, str, bool]


def _sort(token: Token) -> _Sort:
    """All that kinship looks at, but the lemma and the kind, which follow from it."""
    return (token.key, token.fold, token.name)


def _gain(one: Token, other: Token, settings: CollationSettings) -> tuple[float, Kinship]:
    near = kinship(one, other)
    light = "function" in (one.kind, other.kind) and near not in (Kinship.UNLIKE, Kinship.OPPOSITE)
    odd = near == Kinship.UNLIKE and one.kind != other.kind
    return settings.gains[near] * (settings.function_weight if light else 1.0) - (_ODD if odd else 0.0), near


def _best(pair: float, omit: float, add: float) -> tuple[float, int]:
    if pair >= omit - _TIE and pair >= add - _TIE:
        return pair, 0
    return (omit, 1) if omit >= add - _TIE else (add, 2)


_ODD = 0.01
"""Points less for two unlike words of which one is of grammar: of two that could be replaced, the word of sense was."""
_TIE = 1e-9
"""Points below which two ways cost the same: sums of floats in another order differ by less."""


def _moved(pairs: Sequence[Pair], base: Sequence[Token], here: Sequence[Token], settings: CollationSettings) -> list[Pair]:
    """Passages without counterpart that stand elsewhere: runs of near words, longest first, each word once."""
    free_base = {p.base for p in pairs if p.base is not None and (p.here is None or p.kinship <= Kinship.SORT)}
    free_here = {p.here for p in pairs if p.here is not None and (p.base is None or p.kinship <= Kinship.SORT)}
    moved: list[Pair] = []
    while run := _longest(free_base, free_here, base, here):
        near = [kinship(base[b], here[h]) for b, h in run]
        if len(run) < settings.moved_words or sum(base[b].kind != "function" for b, _ in run) < settings.moved_content:
            break
        moved += [Pair(base=b, here=h, kinship=k) for (b, h), k in zip(run, near, strict=True)]
        free_base -= {b for b, _ in run}
        free_here -= {h for _, h in run}
    return moved


def _longest(free_base: set[int], free_here: set[int], base: Sequence[Token], here: Sequence[Token]) -> list[tuple[int, int]]:
    """The longest run of near words free on both sides; the first such of the base, then of the rendition."""
    places: dict[str, list[int]] = {}
    for h in sorted(free_here):
        places.setdefault(here[h].lemma, []).append(h)
    best: list[tuple[int, int]] = []
    for b in sorted(free_base):
        for h in places.get(base[b].lemma, ()):
            run: list[tuple[int, int]] = []
            while (b + len(run)) in free_base and (h + len(run)) in free_here and _goes_on((b, h), len(run), base, here):
                run.append((b + len(run), h + len(run)))
            if len(run) > len(best):
                best = run
    return best


def _goes_on(start: tuple[int, int], step: int, base: Sequence[Token], here: Sequence[Token]) -> bool:
    one, other = base[start[0] + step], here[start[1] + step]
    return kinship(one, other) >= Kinship.FORM and one.run == base[start[0]].run and other.run == here[start[1]].run


def likeness(one: Sequence[Token], other: Sequence[Token]) -> float:
    """Share of weight that two token sequences have in common, order left aside: 0 to 1, 1 for the same words; symmetric."""
    total = weight(one) + weight(other)
    return min(1.0, 2 * shared(one, other) / total) if total else 1.0


def containment(one: Sequence[Token], other: Sequence[Token]) -> float:
    """How much of the lighter of two token sequences is in the other, by weight: 0 to 1; symmetric."""
    least = min(weight(one), weight(other))
    return shared(one, other) / least if least else 1.0


def shared(one: Sequence[Token], other: Sequence[Token]) -> float:
    """Weight of the words that two token sequences have in common: base forms or equivalents, order left aside; symmetric."""
    return weight_of(Counter(map(sense, one)) & Counter(map(sense, other)))


def weight(tokens: Sequence[Token]) -> float:
    """Weight of a token sequence: 1 a word, a fifth for a word of grammar."""
    return weight_of(Counter(map(sense, tokens)))


def sense(token: Token) -> tuple[bool, str]:
    """What counts as the same word here: the first group of equivalents, else the base form."""
    groups = lexicon().senses.get(token.lemma)
    return (token.kind == "function", f"={min(groups)}" if groups and token.kind == "content" else token.lemma)


def weight_of(counts: Counter[tuple[bool, str]]) -> float:
    """Weight of counted words, as ``weight``."""
    return sum(number * (1 if function else 5) for (function, _), number in counts.items()) / 5
