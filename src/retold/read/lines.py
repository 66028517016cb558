"""The lines of a text, and what a single line is by its form alone."""

from __future__ import annotations

import re
from functools import cache

from ..records import PartKind, Record, Span
from .pictures import PICTURES
from .signs import REST, RIGHTS, Test, compile_sign

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# Scraped texts carry a written-out "\\n" behind many a sentence's end.
_ENDED = re.compile(r"[.?!…:;,][\"'”’»)\]*\s]*(?:\\n)?$")
_FULL_STOP = re.compile(r"[.:;,…–—-][\"'”’»)\s]*(?:\\n)?$")
_LAST = 16  # characters in which a full stop and the marks after it stand
_QUOTE = re.compile(r"[\"“”«»]")
_LONGEST = 2500  # characters; the longest caption of stories-dev has 1,100. Bounds the patterns' work on hostile text.
_WORD = re.compile(r"\w[\w'’.-]*")


class Line(Record, frozen=True):
    """A line that is not blank, without the blanks around it."""

    number: int
    """Counted without blank lines, from 0."""
    start: int
    end: int
    text: str
    gap: bool
    """Whether a blank line stands before it."""
    words: int
    """Number of words."""

    @property
    def span(self) -> Span:
        """Where it stands in the article's text."""
        return (self.start, self.end)

    @property
    def ended(self) -> bool:
        """Whether it ends as a sentence or clause does; titles, captions and names mostly don't."""
        return bool(_ENDED.search(self.text, max(0, len(self.text) - _LAST)))

    @property
    def quotes(self) -> bool:
        """Whether a double quotation mark stands in it."""
        return bool(_QUOTE.search(self.text))

    @property
    def headline_like(self) -> bool:
        """Short and without a sentence's end: it may be a title, a heading, a name, but is no paragraph."""
        return self.words <= 30 and len(self.text) <= 220 and not _FULL_STOP.search(self.text, max(0, len(self.text) - _LAST))


def split_lines(text: str) -> list[Line]:
    """All lines of ``text`` that are not blank, in order."""
    lines: list[Line] = []
    end = 0
    for match in _LINE.finditer(text):
        stripped = match.group().strip().strip("\ufeff\u200b").strip()
        if not stripped:
            continue
        start = match.start() + match.group().index(stripped)
        # More than one line end since the last line: something blank stood between.
        gap = len(re.findall(r"\r\n|[\n\r\x85\u2028\u2029]", text[end : match.start()])) > 1
        lines.append(
            Line(number=len(lines), start=start, end=start + len(stripped), text=stripped, gap=gap, words=len(_WORD.findall(stripped)))
        )
        end = match.end()
    return lines


def kind_of(line: Line) -> PartKind | None:
    """What a line is by its form wherever it stands; None: by its form it may be running text."""
    if len(line.text) > _LONGEST:
        return None
    text = re.sub(r"^[\s•·*\-–—|_]+(?=\w|©|\()", "", line.text)
    if not re.search(r"[^\W_]", text):
        return "navigation"  # "___", "* * *"
    folded = text.lower()
    return next((test.sign.kind for test in _signs() if test.fits(text, folded, line.words)), None)


@cache
def _signs() -> tuple[Test, ...]:
    """All signs, compiled once; the first that fits a line decides."""
    return tuple(compile_sign(sign) for sign in (*RIGHTS, *PICTURES, *REST))
