"""Two token sequences lined up: the cheapest alignment under costs that know spelling, inflection, equivalents and word classes.

The method is Gotoh's alignment with affine gaps (J. Mol. Biol. 162, 1982): a passage left out costs little more than a word
left out, so a part stays in one piece; gaps at either end cost least, since a quotation may begin late and stop early.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import IntEnum

import msgspec

from ..records import Record
from ..settings import CollationSettings
from .lexicon import Lexicon, lexicon
from .tokens import Token


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
    words = lexicon()
    if one.fold == other.fold or _clitic_of(one, other) or _clitic_of(other, one):
        return Kinship.SPELLING
    if one.lemma == other.lemma:
        return Kinship.FORM
    if one.kind == "number" or other.kind == "number":
        return Kinship.SORT if one.kind == other.kind else Kinship.UNLIKE
    return _by_meaning(one, other, words)


def _by_meaning(one: Token, other: Token, words: Lexicon) -> Kinship:
    if words.opposite(one.lemma, other.lemma):
        return Kinship.OPPOSITE
    if words.equivalent(one.lemma, other.lemma):
        return Kinship.EQUIVALENT
    if one.kind == "content" and other.kind == "content":
        if words.related(one.lemma, other.lemma):
            return Kinship.RELATED
        return Kinship.SORT if one.name and other.name else Kinship.UNLIKE
    return Kinship.SORT if _same_class(one, other, words) else Kinship.UNLIKE


def _same_class(one: Token, other: Token, words: Lexicon) -> bool:
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
    """Align two token sequences. Time and memory grow with the product of their lengths above ``settings.max_cells`` in pieces.

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
    pairs: list[Pair] = []
    for (b0, b1), (h0, h1) in _blocks(base, here, settings):
        for pair in _Gotoh(base[b0:b1], here[h0:h1], settings, edges=(b0 == 0 and h0 == 0, b1 == len(base) and h1 == len(here))).path():
            pairs.append(
                Pair(
                    base=None if pair.base is None else pair.base + b0,
                    here=None if pair.here is None else pair.here + h0,
                    kinship=pair.kinship,
                )
            )
    return pairs


def _blocks(base: Sequence[Token], here: Sequence[Token], settings: CollationSettings) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """One block where it is small enough, else blocks between long runs of equal words."""
    if len(base) * len(here) <= settings.max_cells:
        return [((0, len(base)), (0, len(here)))]
    from rapidfuzz.distance import Indel

    blocks, b0, h0 = [], 0, 0
    for op in Indel.opcodes([t.fold for t in base], [t.fold for t in here]):
        if op.tag == "equal" and op.src_end - op.src_start >= settings.anchor:
            middle = (op.src_end - op.src_start) // 2
            blocks.append(((b0, op.src_start + middle), (h0, op.dest_start + middle)))
            b0, h0 = op.src_start + middle, op.dest_start + middle
    return [*blocks, ((b0, len(base)), (h0, len(here)))]


class _Gotoh:
    """One run of the recurrence: states 0 pair, 1 word of the base left out, 2 word added here."""

    def __init__(self, base: Sequence[Token], here: Sequence[Token], settings: CollationSettings, edges: tuple[bool, bool]) -> None:
        self.base, self.here, self.settings, self.edges = base, here, settings, edges
        self.known: dict[tuple[str, str, str, str], tuple[float, Kinship]] = {}

    def path(self) -> list[Pair]:
        rows, columns = len(self.base), len(self.here)
        worst = float("-inf")
        score = [[[worst] * 3 for _ in range(columns + 1)] for _ in range(rows + 1)]
        back = [[[0] * 3 for _ in range(columns + 1)] for _ in range(rows + 1)]
        score[0][0][0] = 0.0
        for i in range(rows + 1):
            for j in range(columns + 1):
                cell, origin = score[i][j], back[i][j]
                if i and j:
                    gain = self._gain(i - 1, j - 1)[0]
                    cell[0], origin[0] = _best(score[i - 1][j - 1], (gain, gain, gain))
                start, extend = self._gap(j in (0, columns) and self._edge(j, columns))
                if i:
                    cell[1], origin[1] = _best(score[i - 1][j], (start, extend, start))
                start, extend = self._gap(i in (0, rows) and self._edge(i, rows))
                if j:
                    cell[2], origin[2] = _best(score[i][j - 1], (start, start, extend))
        return self._walk(score[rows][columns], back)

    def _edge(self, at: int, last: int) -> bool:
        return (at == 0 and self.edges[0]) or (at == last and self.edges[1])

    def _gap(self, edge: bool) -> tuple[float, float]:
        s = self.settings
        return (-s.edge_open, -s.edge_extend) if edge else (-s.gap_open, -s.gap_extend)

    def _walk(self, last: list[float], back: list[list[list[int]]]) -> list[Pair]:
        i, j, state = len(self.base), len(self.here), max(range(3), key=lambda s: (last[s], -s))
        pairs: list[Pair] = []
        while i or j:
            before = back[i][j][state]
            if state == 0:
                pairs.append(Pair(base=i - 1, here=j - 1, kinship=self._gain(i - 1, j - 1)[1]))
                i, j = i - 1, j - 1
            elif state == 1:
                pairs.append(Pair(base=i - 1, here=None, kinship=Kinship.UNLIKE))
                i -= 1
            else:
                pairs.append(Pair(base=None, here=j - 1, kinship=Kinship.UNLIKE))
                j -= 1
            state = before
        return pairs[::-1]

    def _gain(self, i: int, j: int) -> tuple[float, Kinship]:
        one, other = self.base[i], self.here[j]
        at = (one.key, one.fold, other.key, other.fold)
        if at not in self.known:
            near = kinship(one, other)
            weight = self.settings.function_weight if "function" in (one.kind, other.kind) and near not in _HEAVY else 1.0
            self.known[at] = (self.settings.gains[near] * (weight if near > Kinship.UNLIKE else 1.0), near)
        return self.known[at]


_HEAVY = (Kinship.UNLIKE, Kinship.OPPOSITE)


def _best(before: Sequence[float], costs: tuple[float, float, float]) -> tuple[float, int]:
    best, origin = before[0] + costs[0], 0
    for state in (1, 2):
        if before[state] + costs[state] > best + 1e-9:
            best, origin = before[state] + costs[state], state
    return best, origin


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
    best: list[tuple[int, int]] = []
    for b in sorted(free_base):
        for h in sorted(free_here):
            run: list[tuple[int, int]] = []
            while b + len(run) in free_base and h + len(run) in free_here:
                step = (b + len(run), h + len(run))
                if (
                    kinship(base[step[0]], here[step[1]]) < Kinship.FORM
                    or base[step[0]].run != base[b].run
                    or here[step[1]].run != here[h].run
                ):
                    break
                run.append(step)
            if len(run) > len(best):
                best = run
    return best


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
    return _weight(Counter(map(_sense, one)) & Counter(map(_sense, other)))


def weight(tokens: Sequence[Token]) -> float:
    """Weight of a token sequence: 1 a word, a fifth for a word of grammar."""
    return _weight(Counter(map(_sense, tokens)))


def _sense(token: Token) -> tuple[bool, str]:
    """What counts as the same word here: the first group of equivalents, else the base form."""
    groups = lexicon().senses.get(token.lemma)
    return (token.kind == "function", f"={min(groups)}" if groups and token.kind == "content" else token.lemma)


def _weight(counts: Counter[tuple[bool, str]]) -> float:
    return sum(number * (1 if function else 5) for (function, _), number in counts.items()) / 5
