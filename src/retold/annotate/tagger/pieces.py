"""Text to what the network reads: words, word pieces, quote depth, case; paragraphs packed into windows.

Training and inference share this file, so that a model always sees what it was trained on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

WORD = re.compile(r"[^\W_]+|[^\s]")
LINE = re.compile(r"[^\n\r\u2028\u2029]+")
CLS, SEP, PAD, UNKNOWN = 101, 102, 0, 100

OUTSIDE, INSIDE, OPENING, CLOSING = range(4)
LOWER, TITLE, CAPITALS, DIGITS = range(4)
OPENERS, CLOSERS, STRAIGHT = frozenset("“„«〝"), frozenset("”»〞"), '"'
SINGLE = re.compile(r"(?<![\w'’])['‘](?=\w)[^\n'‘’]*(?:\w['’]\w[^\n'‘’]*)*['’](?!\w)")
SENTENCE_ENDS = frozenset(".?!")
MAX_PIECES_A_WORD = 12


@dataclass(frozen=True)
class Words:
    """One text cut into words (punctuation marks are words); all lists have one entry a word."""

    starts: list[int]
    ends: list[int]
    pieces: list[tuple[int, ...]]
    depth: list[int]
    case: list[int]
    paragraphs: list[tuple[int, int]]  # first word, end word; never empty, longest ones already cut
    spelled: list[str]  # the words themselves


@dataclass(frozen=True)
class Window:
    """What goes through the network at once: runs of words, a separator after each run."""

    runs: tuple[tuple[int, int], ...]

    def size(self, words: Words) -> int:
        """Word pieces, position 0 and separators counted."""
        return 1 + sum(sum(map(len, words.pieces[a:b])) + 1 for a, b in self.runs)


class Speller:
    """Word to piece ids, remembered: an article holds each common word many times."""

    def __init__(self, encode: Callable[[str], list[int]]) -> None:
        self._encode = encode
        self._seen: dict[str, tuple[int, ...]] = {}

    def __call__(self, word: str) -> tuple[int, ...]:
        """The piece numbers of a word, remembered."""
        known = self._seen.get(word)
        if known is None:
            known = tuple(self._encode(word)[:MAX_PIECES_A_WORD]) or (UNKNOWN,)
            if len(self._seen) > 200_000:  # memory stays flat over any number of articles
                self._seen.clear()
            self._seen[word] = known
        return known


def case_of(word: str) -> int:
    """Lower, Title, CAPITALS or digits; a single capital letter counts as a title."""
    if word[0].isdigit():
        return DIGITS
    if word.islower() or not word[0].isupper():
        return LOWER
    return CAPITALS if len(word) > 1 and word.isupper() else TITLE


def depths(line: str, words: list[str], offsets: list[int]) -> list[int]:
    """Quote depth of each word of one paragraph; straight double marks toggle, single ones count where they pair."""
    opening, closing = set(), set()
    for m in SINGLE.finditer(line) if "'" in line or "’" in line else ():
        opening.add(m.start())
        closing.add(m.end() - 1)
    out, level = [], 0
    for word, at in zip(words, offsets, strict=True):
        opens = word in OPENERS or (word == STRAIGHT and level == 0) or at in opening
        if opens:
            out.append(OPENING)
            level = 1
        elif word in CLOSERS or word == STRAIGHT or at in closing:
            out.append(CLOSING)
            level = 0
        else:
            out.append(INSIDE if level else OUTSIDE)
    return out


def read_words(text: str, spell: Speller, limit: int = 250) -> Words:
    """The words of a text. A paragraph (line) of more than `limit` pieces is cut at sentence ends."""
    out = Words([], [], [], [], [], [], [])
    for line in LINE.finditer(text):
        found = list(WORD.finditer(line.group()))
        if not found:
            continue
        first, base = len(out.starts), line.start()
        words, offsets = [m.group() for m in found], [m.start() for m in found]
        out.starts.extend(base + a for a in offsets)
        out.ends.extend(base + m.end() for m in found)
        out.depth.extend(depths(line.group(), words, offsets))
        out.case.extend(map(case_of, words))
        out.spelled.extend(words)
        out.pieces.extend(map(spell, words))
        out.paragraphs.extend(_cut(words, out.pieces, first, limit))
    return out


def _cut(words: list[str], pieces: list[tuple[int, ...]], first: int, limit: int) -> Iterator[tuple[int, int]]:
    start, size, last_end = first, 0, 0
    for i, word in enumerate(words, first):
        size += len(pieces[i])
        if size > limit:
            cut = last_end if last_end > start else i
            yield start, cut
            start, size = cut, sum(len(p) for p in pieces[cut : i + 1])
        if word in SENTENCE_ENDS or (word in CLOSERS | {STRAIGHT} and i > first and words[i - 1 - first] in SENTENCE_ENDS):
            last_end = i + 1
    yield start, first + len(words)


def pack(words: Words, size: int) -> list[Window]:
    """Paragraphs packed in order into windows of at most `size` pieces (position 0 and separators counted)."""
    out: list[Window] = []
    runs: list[tuple[int, int]] = []
    used = 1
    for a, b in words.paragraphs:
        need = sum(map(len, words.pieces[a:b])) + 1
        if runs and used + need > size:
            out.append(Window(tuple(runs)))
            runs, used = [], 1
        runs.append((a, b))
        used += need
    if runs:
        out.append(Window(tuple(runs)))
    return out


@dataclass(frozen=True)
class Batch:
    """Arrays of windows by pieces, padded right, and where each word's first piece stands."""

    ids: Ints
    depth: Ints
    case: Ints
    lengths: Ints
    words: list[list[int]]  # word numbers, one list a window
    firsts: list[list[int]]  # positions of their first pieces


def batch(items: list[tuple[Words, Window]]) -> Batch:
    """Windows (of any texts) as one padded batch."""
    rows: list[tuple[list[int], list[int], list[int]]] = []
    all_words: list[list[int]] = []
    all_firsts: list[list[int]] = []
    for words, window in items:
        ids, depth, case = [CLS], [0], [0]
        firsts: list[int] = []
        numbers: list[int] = []
        for a, b in window.runs:
            for w in range(a, b):
                pieces = words.pieces[w]
                firsts.append(len(ids))
                ids.extend(pieces)
                depth.extend([words.depth[w]] * len(pieces))
                case.extend([words.case[w]] * len(pieces))
            numbers.extend(range(a, b))
            ids.append(SEP)
            depth.append(0)
            case.append(0)
        rows.append((ids, depth, case))
        all_words.append(numbers)
        all_firsts.append(firsts)
    longest = max(len(r[0]) for r in rows)
    padded = np.zeros((3, len(rows), longest), dtype=np.int64)
    for n, row in enumerate(rows):
        for k in range(3):
            padded[k, n, : len(row[k])] = row[k]
    lengths = np.array([len(r[0]) for r in rows], dtype=np.int64)
    return Batch(padded[0], padded[1], padded[2], lengths, all_words, all_firsts)
