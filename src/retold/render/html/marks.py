"""Marked-up text: spans that may nest and overlap, as well-formed HTML over untouched text.

A sweep over the boundaries of all spans keeps the stack of open elements in order of layers: where a mark begins or ends inside
another, the inner ones are closed and opened again. Stripping the tags and unescaping gives the text back, character by character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from markupsafe import Markup

from ...records import Record, Span

_PARAGRAPH = re.compile(r"[^\r\n](?:[^\r\n]|\r?\n(?![ \t]*\r?\n))*")
_LINE = re.compile(r"[^\r\n]+")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_LONGEST_WRAPPED = 120
"""Characters; text with a longer line was not wrapped by hand, so each of its lines is a paragraph."""
_UNFIT = re.compile("[\x00\ud800-\udfff]")


class Mark(Record, frozen=True):
    """An element to be laid over a span."""

    span: Span
    layer: int
    """0 and up; lower layers stand outside."""
    tag: str = "span"
    name: str | None = None
    """Anchor: the id of the mark's first piece; later pieces carry it as ``data-of``."""
    classes: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    """Further attributes, on every piece."""
    once: tuple[tuple[str, str], ...] = ()
    """Attributes of the last piece only."""


class _Piece:
    """An element opened while sweeping."""

    def __init__(self, mark: Mark, first: bool) -> None:
        self.mark = mark
        self.first = first
        self.last = False

    def open(self) -> str:
        mark = self.mark
        found = []
        if mark.name:
            found.append(("id" if self.first else "data-of", mark.name))
        if mark.classes:
            found.append(("class", mark.classes))
        found += [*mark.attributes, *(mark.once if self.last else ())]
        return "".join([f"<{mark.tag}", *(f' {key}="{escape(value)}"' for key, value in found), ">"])

    def close(self) -> str:
        return f"</{self.mark.tag}>"


def fit(text: str) -> str:
    """The text with characters that no HTML file can hold (NUL, lone surrogates) replaced one for one."""
    return _UNFIT.sub("\ufffd", text)


def paragraphs(text: str) -> tuple[Span, ...]:
    """Every line; in text wrapped by hand what stands between blank lines, its line ends kept."""
    wrapped = _BLANK_LINE.search(text) and max(len(line.group()) for line in _LINE.finditer(text)) <= _LONGEST_WRAPPED
    pattern = _PARAGRAPH if wrapped else _LINE
    return tuple(match.span() for match in pattern.finditer(text) if match.group().strip())


def mark_up(text: str, marks: Iterable[Mark]) -> Markup:
    """The text as HTML with the marks laid over it, cut to its length.

    A mark over blank characters only becomes an empty element, so that every ``name`` stands exactly once; blank stretches open no
    element, so that nothing stands between two paragraphs.
    """
    text = fit(text)
    ordered = sorted(((_clip(m.span, len(text)), m) for m in marks), key=lambda pair: (pair[1].layer, pair[0][0], -pair[0][1]))
    out: list[str | _Piece] = []
    stack: list[_Piece] = []
    opened: dict[int, _Piece] = {}
    full = [(span, mark) for span, mark in ordered if text[slice(*span)].strip()]
    empty = [(span, mark) for span, mark in ordered if not text[slice(*span)].strip()]
    for start, end, active in _segments(len(text), full, [span[0] for span, _ in empty]):
        keep = 0
        while keep < len(stack) and keep < len(active) and stack[keep].mark is full[active[keep]][1]:
            keep += 1
        out += [piece.close() for piece in reversed(stack[keep:])]
        del stack[keep:]
        for index in active[keep:] if text[start:end].strip() else ():
            piece = _Piece(full[index][1], first=index not in opened)
            opened[index] = piece
            stack.append(piece)
            out.append(piece)
        for span, mark in empty:
            if span[0] == start and mark.name:
                out.append(f'<span id="{escape(mark.name)}"></span>')
        out.append(_escaped(text[start:end]))
    out += [piece.close() for piece in reversed(stack)]
    for piece in opened.values():
        piece.last = True
    return Markup("".join(piece if isinstance(piece, str) else piece.open() for piece in out))


def _segments(length: int, full: Sequence[tuple[Span, Mark]], stops: Sequence[int]) -> Iterator[tuple[int, int, list[int]]]:
    """Stretches between boundaries with the indices of the marks over them; a last empty one at the end of the text."""
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for index, ((start, end), _) in enumerate(full):
        starts.setdefault(start, []).append(index)
        ends.setdefault(end, []).append(index)
    points = sorted({0, length, *stops, *starts, *ends})
    active: list[int] = []
    for point, following in zip(points, [*points[1:], length], strict=True):
        gone = set(ends.get(point, ()))
        active = sorted([index for index in active if index not in gone] + starts.get(point, []))
        yield point, following, active


def _clip(span: Span, length: int) -> Span:
    start = min(max(span[0], 0), length)
    return start, min(max(span[1], start), length)


def _escaped(text: str) -> str:
    """Escaped text; a carriage return as a reference, since a parser of HTML would drop it."""
    return escape(text).replace("\r", "&#13;")
