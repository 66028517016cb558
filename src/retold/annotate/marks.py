"""Quotation marks: which open, which close, and what stands between them.

Pairing is per paragraph (line). Curly, straight, angle and low marks, backtick pairs and their common mojibake; single marks where they
serve as quotation marks and not as apostrophes. An odd mark never raises and never reaches beyond its paragraph; a quotation that
runs on is continued by the opening mark of the next paragraph, as printers do.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from ..records import Record, Span

_DOUBLE = re.compile(r"â€œ|â€\x9d|â\x80\x9c|â\x80\x9d|``|''|‘‘|’’|[\"“”„‟«»〝〞＂]|&quot;")
_OPENING = {"“", "„", "‟", "«", "〝", "``", "‘‘", "â€œ", "â\x80\x9c"}
_CLOSING = {"”", "»", "〞", "''", "’’", "â€\x9d", "â\x80\x9d"}
_STRAIGHT = {'"', "＂", "&quot;"}
_RUN_ON = 4
_CLIPPED = re.compile(r"(?:em|til|tis|twas|cause|bout|round|n|\d0?\d?s?)\b", re.IGNORECASE)


class Passage(Record, frozen=True, kw_only=True):
    """What stands between two quotation marks."""

    inner: Span
    """Without the marks and the white space beside them."""
    outer: Span
    """With the marks."""
    closed: bool = True
    """False: the closing mark is missing; the passage ends with its paragraph or before the next opening mark."""
    single: bool = False
    """True: set in single marks."""
    continues: bool = False
    """True: it continues the passage before it, without an opening mark of its own."""


def find_passages(text: str, paragraphs: Sequence[Span]) -> list[list[Passage]]:
    """Return the marked passages of each paragraph, outermost only, in order.

    ``paragraphs`` are spans of ``text`` that hold no line break. Nested marks belong to the passage around them. A passage whose mark
    is closed only in one of the next paragraphs is continued there (``continues``).
    """
    found = [_in_paragraph(text, start, end) for start, end in paragraphs]
    for i, passages in enumerate(found):
        if passages and not passages[-1].closed:
            _run_on(text, paragraphs, found, i)
    return found


def _in_paragraph(text: str, start: int, end: int) -> list[Passage]:
    double = list(_double(text, start, end))
    found = list[Passage]()
    for p in sorted([*double, *_single(text, start, end)], key=lambda p: (p.outer[0], -p.outer[1])):
        if p.single and any(d.outer[0] < p.outer[1] and p.outer[0] < d.outer[1] and not _holds(text, p, d, start) for d in double):
            continue  # an apostrophe, or nested
        if not found or found[-1].outer[1] <= p.outer[0]:
            found.append(p)
    return found


def _holds(text: str, single: Passage, double: Passage, start: int) -> bool:
    """Whether a passage in single marks has one in double marks nested in it, and did not begin with an apostrophe."""
    within = single.outer[0] < double.outer[0] and double.outer[1] < single.outer[1] and double.closed
    return within and (single.outer[0] == start or text[single.outer[0]] == "‘")


def _run_on(text: str, paragraphs: Sequence[Span], found: list[list[Passage]], i: int) -> None:
    """Continue the open last passage of paragraph ``i`` where one of the next paragraphs begins with its end."""
    for j in range(i + 1, min(i + 1 + _RUN_ON, len(paragraphs))):
        start, end = paragraphs[j]
        marks = list(_DOUBLE.finditer(text, start, end))
        if not marks:
            continue
        first = marks[0]
        lone = first[0] in _CLOSING or (first[0] in _STRAIGHT and len(marks) % 2 == 1 and _space_after(text, first.end(), end))
        if not lone or first.start() == start:
            return
        for k in range(i + 1, j):
            inner = _trim(text, *paragraphs[k])
            found[k] = [Passage(inner=inner, outer=inner, closed=False, continues=True)]
        rest = _in_paragraph(text, first.end(), end)
        found[j] = [Passage(inner=_trim(text, start, first.start()), outer=(start, first.end()), continues=True), *rest]
        return


def _double(text: str, start: int, end: int) -> Iterator[Passage]:
    opened: Span | None = None
    depth = 0
    for mark in _DOUBLE.finditer(text, start, end):
        here = mark.span()
        if opened is None:
            if _opens(text, mark, start, end):
                opened, depth = here, 0
        elif not _nested(text, mark, start, end) and _closes(text, mark, start, end):
            if depth:
                depth -= 1
                continue
            yield from _passage(text, opened, here)
            opened = None
        elif (mark[0] in _OPENING and _closings(text, here[1], end) > 1) or _nested(text, mark, start, end):
            depth += 1
        else:  # a second opening mark: the first was never closed
            yield from _unclosed(text, opened, here[0])
            opened, depth = here, 0
    if opened is not None:
        yield from _unclosed(text, opened, end)


def _closings(text: str, start: int, end: int) -> int:
    """Count closing curly marks before the next opening one."""
    count = 0
    for mark in _DOUBLE.finditer(text, start, end):
        if mark[0] in _OPENING:
            break
        count += 1
    return count


def _nested(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether a straight mark inside straight marks opens a word or two that two closing marks end: `"She is "very" angry"`."""

    def leans(at: re.Match[str], *, left: bool) -> bool:
        before, after = _space_before(text, at.start(), start), _space_after(text, at.end(), end)
        return at[0] in _STRAIGHT and (before and not after if left else after and not before)

    behind = list(itertools.islice(_DOUBLE.finditer(text, mark.end(), end), 2))
    return leans(mark, left=True) and len(behind) == 2 and all(leans(b, left=False) for b in behind)


def _space_before(text: str, at: int, start: int) -> bool:
    return at <= start or text[at - 1].isspace() or text[at - 1] in "([{—–-‘'/:…"


def _space_after(text: str, at: int, end: int) -> bool:
    return at >= end or text[at].isspace() or text[at] in ".,;:!?)]}—–-’'…/"


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    before, after = _space_before(text, mark.start(), start), _space_after(text, mark.end(), end)
    if mark[0] in _OPENING:
        return True
    if mark[0] in _CLOSING:  # a closing mark set where an opening one belongs
        return before and not after
    if mark.start() > start and text[mark.start() - 1].isdigit() and after:  # inches
        return False
    return before or not after


def _closes(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    if mark[0] in _CLOSING:
        return True
    before, after = _space_before(text, mark.start(), start), _space_after(text, mark.end(), end)
    if mark[0] in _OPENING:
        return not before and after
    strongly_opening = before and not after and mark.start() > start and text[mark.start() - 1] not in "—–-…"
    return not strongly_opening or _straights(text, mark.end(), end) % 2 == 0


def _straights(text: str, start: int, end: int) -> int:
    return text.count('"', start, end)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _passage(text: str, opened: Span, closed: Span) -> Iterator[Passage]:
    inner = _trim(text, opened[1], closed[0])
    if inner[0] < inner[1]:
        yield Passage(inner=inner, outer=(opened[0], closed[1]))


def _unclosed(text: str, opened: Span, end: int) -> Iterator[Passage]:
    inner = _trim(text, opened[1], end)
    if inner[0] < inner[1]:
        yield Passage(inner=inner, outer=(opened[0], inner[1]), closed=False)


def _single(text: str, start: int, end: int) -> Iterator[Passage]:
    at = start
    while at < end:
        if text[at] in "‘'‚‹`" and _single_opens(text, at, start, end):
            close = _single_close(text, at, end)
            if close is not None:
                inner = _trim(text, at + 1, close)
                if inner[0] < inner[1]:
                    yield Passage(inner=inner, outer=(at, close + 1), single=True)
                at = close
        at += 1


def _single_opens(text: str, at: int, start: int, end: int) -> bool:
    if at > start and not (text[at - 1].isspace() or text[at - 1] in '([{—–-“"/:'):
        return False
    if at + 1 >= end or _CLIPPED.match(text, at + 1, end):
        return False
    if text[at] == "‘":
        return True
    return text[at + 1].isalnum() or text[at + 1] in "[$£€…."


def _single_close(text: str, opened: int, end: int) -> int | None:
    """Return the offset of the closing single mark, or None. A mark after a plural s is taken only if no better one follows."""
    spaced = text[opened + 1].isspace()
    fallback = None
    for at in range(opened + 2, min(end, opened + 1500)):
        if text[at] not in "’'›":
            if text[at] in "‘" and fallback is not None:
                break
            continue
        before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
        if after.isalnum() or (before.isspace() and not spaced) or text[at - 2 : at] in {"’n", "'n"}:
            continue
        if before in "sS" and after == " " and at + 2 < end and text[at + 2].islower() and not spaced:
            fallback = fallback if fallback is not None else at
            continue
        return at
    return fallback
