"""Renditions cut into segments: words that all witnesses share, and places where they part, each with every witness's reading.

This is what TEI calls parallel segmentation. All witnesses are lined up in one table with a row for each and a column for each word;
its columns are then joined into segments. Words are what blanks separate, so a witness's readings in order, joined by a blank, are its
words to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...compare.alignment import align
from ...compare.tokens import Token, tokenize
from ...records import Record, Span, Variant
from ...settings import CollationSettings

_WORD = re.compile(r"\S+")


class Witness(Record, frozen=True):
    """One rendition to be collated."""

    text: str
    """Of its article."""
    spans: tuple[Span, ...]
    variants: tuple[Variant, ...] = ()
    """Against the first witness, as the collation found them."""


class Reading(Record, frozen=True):
    """What some witnesses have at one place."""

    text: str
    """Words joined by a blank; empty where they have none."""
    witnesses: tuple[int, ...]
    """Indices of the witnesses, in order."""
    variants: tuple[Variant, ...] = ()
    """What the collation says of these words against the first witness; empty for its own reading."""


class Segment(Record, frozen=True):
    """A place of all witnesses. Each witness stands in exactly one reading; the first reading is the first witness's."""

    readings: tuple[Reading, ...]


class _Word(Record, frozen=True):
    """A word, or several that are one reading."""

    text: str
    start: int
    end: int


class _Column:
    """Words of several witnesses that stand in one place."""

    def __init__(self, tokens: tuple[Token, ...], *, glued: bool) -> None:
        self.cells: dict[int, _Word] = {}
        self.tokens = tokens
        """What further witnesses are aligned with: the words of the witness that opened the column."""
        self.glued = glued
        """Whether no segment may begin here."""


def words_of(text: str, spans: Sequence[Span]) -> str:
    """The words of the spans, joined by a blank."""
    return " ".join(word.text for word in _words(text, spans))


def segments(witnesses: Sequence[Witness], settings: CollationSettings) -> tuple[Segment, ...]:
    """Line up renditions of one utterance, the base first. Each is aligned with all before it, as ``compare`` aligns two."""
    table: list[_Column] = []
    known: dict[str, int] = {}
    for row, witness in enumerate(witnesses):
        words = _words(witness.text, witness.spans)
        said = " ".join(word.text for word in words)
        if said in known:
            _repeat(table, words, row, known[said])
        else:
            known[said] = row
            table = _added(table, words, row, witness, settings)
    for row, witness in enumerate(witnesses):
        for variant in witness.variants:
            _glue(table, row, variant)
    groups = _joined(_groups(table), len(witnesses))
    return tuple(_segment(group, witnesses) for group in groups)


def _words(text: str, spans: Sequence[Span]) -> list[_Word]:
    found = (match for start, end in spans for match in _WORD.finditer(text, start, end))
    return [_Word(text=match.group(), start=match.start(), end=match.end()) for match in found]


def _repeat(table: list[_Column], words: Sequence[_Word], row: int, before: int) -> None:
    """Give a witness the places of another one with the same words."""
    rest = list(words)
    for column in table:
        if before in column.cells:
            count = len(column.cells[before].text.split(" "))
            column.cells[row] = _one(rest[:count])
            rest = rest[count:]


def _added(table: list[_Column], words: Sequence[_Word], row: int, witness: Witness, settings: CollationSettings) -> list[_Column]:
    """The table with one more witness: its words in the columns of their counterparts, the others in columns of their own."""
    units = _units(words, tokenize(witness.text, witness.spans))
    made: list[_Column] = []
    at, unit = 0, 0
    for columns, counterparts in [*_blocks(table, units, settings), (range(len(table), len(table)), range(len(units), len(units)))]:
        made += _between(table[at : columns.start], units[unit : counterparts.start], row)
        for number, column in enumerate(table[columns.start : columns.stop]):
            if number:
                column.glued = True
            else:
                column.cells[row] = _one([word for word, _ in units[counterparts.start : counterparts.stop]])
            made.append(column)
        at, unit = columns.stop, counterparts.stop
    for before, after in reversed(list(pairwise(made))):
        before.glued |= after.glued and before.cells.keys() == {row}  # a new column between two that are glued
    return made


_Unit = tuple[_Word, tuple[Token, ...]]


def _units(words: Sequence[_Word], tokens: Sequence[Token]) -> list[_Unit]:
    """Words with the tokens that begin in them; words of which one token is made ("per cent") are one."""
    made: list[_Unit] = []
    rest = list(tokens)
    for word in words:
        count = next((n for n, token in enumerate(rest) if token.start >= word.end), len(rest))
        begun, rest = tuple(rest[:count]), rest[count:]
        if made and made[-1][1] and made[-1][1][-1].end > word.start:
            last, inside = made.pop()
            made.append((_one([last, word]), (*inside, *begun)))
        else:
            made.append((word, begun))
    return made


def _blocks(table: Sequence[_Column], units: Sequence[_Unit], settings: CollationSettings) -> list[tuple[range, range]]:
    """Columns and units that belong together, in order; several where "do not" stands beside "don't"."""
    base = [(number, token) for number, column in enumerate(table) for token in column.tokens]
    here = [(number, token) for number, (_, tokens) in enumerate(units) for token in tokens]
    alignment = align([token for _, token in base], [token for _, token in here], settings)
    blocks: list[tuple[range, range]] = []
    for pair in () if alignment.loose else alignment.pairs:
        if pair.base is None or pair.here is None:
            continue
        column, unit = base[pair.base][0], here[pair.here][0]
        if blocks and (column < blocks[-1][0].stop or unit < blocks[-1][1].stop):
            one, other = blocks.pop()
            blocks.append((range(one.start, column + 1), range(other.start, unit + 1)))
        else:
            blocks.append((range(column, column + 1), range(unit, unit + 1)))
    return blocks


def _between(columns: Sequence[_Column], units: Sequence[_Unit], row: int) -> list[_Column]:
    """Columns and units without counterpart: lone punctuation at either end is paired, all else that is new opens a column."""
    first, last = 0, 0
    shorter = min(len(columns), len(units))
    while first < shorter and _signs(columns[first], units[first]):
        columns[first].cells[row] = units[first][0]
        first += 1
    while last < shorter - first and _signs(columns[-1 - last], units[-1 - last]):
        columns[-1 - last].cells[row] = units[-1 - last][0]
        last += 1
    opened = []
    for word, tokens in units[first : len(units) - last]:
        column = _Column(tokens, glued=False)
        column.cells[row] = word
        opened.append(column)
    return [*columns[: len(columns) - last], *opened, *columns[len(columns) - last :]]


def _signs(column: _Column, unit: _Unit) -> bool:
    """Whether there is no word on either side, only a dash or the like."""
    return not column.tokens and not unit[1]


def _one(words: Sequence[_Word]) -> _Word:
    return _Word(text=" ".join(word.text for word in words), start=words[0].start, end=words[-1].end)


def _glue(table: Sequence[_Column], row: int, variant: Variant) -> None:
    """Keep the words of one substitution in one segment, where nothing that it does not touch stands between them."""
    if variant.kind != "substitution":
        return
    touched = [number for number, column in enumerate(table) if _touches(column, 0, variant.base) or _touches(column, row, variant.here)]
    if not touched:
        return
    inside = range(touched[0], touched[-1] + 1)
    if all(number in touched or not {0, row} & table[number].cells.keys() for number in inside):
        for number in inside[1:]:
            table[number].glued = True


def _touches(column: _Column, row: int, span: Span | None) -> bool:
    cell = column.cells.get(row)
    return cell is not None and span is not None and span[0] < cell.end and cell.start < span[1]


_Group = list[_Column]


def _groups(table: Sequence[_Column]) -> Iterator[_Group]:
    group: _Group = []
    for column in table:
        if group and not column.glued:
            yield group
            group = []
        group.append(column)
    if group:
        yield group


def _joined(groups: Iterator[_Group], count: int) -> list[_Group]:
    """Neighbours joined where the same witnesses agree in both, or where those that lack the one have the other instead."""
    everyone = frozenset(range(count))
    made: list[tuple[_Group, frozenset[int] | None]] = []
    for group in groups:
        having = _having(group)
        if made and having is not None and (before := made[-1][1]) is not None and having in (before, everyone - before):
            made[-1][0].extend(group)
            continue
        made.append((list(group), having))
    return [group for group, _ in made]


def _having(group: _Group) -> frozenset[int] | None:
    """Who has these words, where all who have any have the same; None: they part."""
    rows = frozenset(row for column in group for row in column.cells)
    return rows if len({_text(group, row) for row in rows}) == 1 else None


def _text(group: _Group, row: int) -> str:
    return " ".join(column.cells[row].text for column in group if row in column.cells)


_Told = tuple[tuple[str, str, str], ...]


def _segment(group: _Group, witnesses: Sequence[Witness]) -> Segment:
    """The readings of a group of columns: witnesses with the same words of which the collation says the same stand together."""
    base = _text(group, 0)
    found: dict[tuple[str, _Told], tuple[list[int], tuple[Variant, ...]]] = {(base, ()): ([0], ())}
    for row, witness in enumerate(witnesses[1:], 1):
        text = _text(group, row)
        over = (v for v in witness.variants if any(_touches(c, 0, v.base) or _touches(c, row, v.here) for c in group))
        variants = () if text == base else tuple(over)
        told = tuple((v.kind, v.of, v.changes_meaning) for v in variants)
        found.setdefault((text, told), ([], variants))[0].append(row)
    return Segment(
        readings=tuple(Reading(text=text, witnesses=tuple(rows), variants=variants) for (text, _), (rows, variants) in found.items())
    )
