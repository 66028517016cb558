"""The sentences of an article and what stands in quotation marks in them, told by punctuation alone: a dossier holds no grammar."""

from __future__ import annotations

import re
from functools import cached_property

from ...annotate.marks import find_passages
from ...records import Article, Span
from ..lexicon import lexicon
from ..passages import overlap

_LINE = re.compile(r"[^\n\r]+")
_STOP = re.compile(r"[.!?]+(?:[”’\"'»)\]]+)?(?=\s+[“‘\"'(\[]*[A-Z0-9])")
_BEFORE = re.compile(r"([\w.&]+)\.$")
_INITIAL = re.compile(r"(?:^|[.])[A-Za-z]$")
_DATELINE = re.compile(r"^(?:[A-Z][A-Za-z.’']*[ ,/]+){0,6}(?:\([^()]{2,60}\)\s*)?(?:—|–|--|―|â(?:\x80[\x93\x94]|€[“”])?)\s*(?=[A-Z“\"‘'])")
_AGENCY = re.compile(r"^(?:[A-Z][A-Za-z.’']*[ ,/]+){0,6}\((?:AP|AFP|Reuters|UPI|Xinhua|[A-Z]{2,5}(?: [A-Z][a-z]+)?)\)\s*(?:[-:—–]+\s*)?")
_CITY = re.compile(r"^[A-Z]{3,}(?:[ /,]+[A-Z]{3,})*:\s+(?=[A-Z“\"])")
_MOST = 40
"""Characters of a dateline told by its dash alone."""


class Cut:
    """An article cut into sentences."""

    def __init__(self, article: Article) -> None:
        self.article = article
        """Furniture, title and dateline belong to no sentence."""
        self._left_out = sorted({*article.furniture, *(part.span for part in article.parts)})

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Spans of the body's sentences, in order."""
        return tuple(span for line in self._lines for span in self._of(line))

    def quoted(self, sentence: Span) -> list[Span] | None:
        """What stands in quotation marks inside a sentence, with the marks; None: a mark has lost its other half."""
        found = find_passages(self.article.text, [sentence])[0]
        return [passage.outer for passage in found] if all(passage.closed for passage in found) else None

    def holding(self, spans: tuple[Span, ...]) -> int | None:
        """Number of the first sentence that holds the first of the spans, or most of it; None: none does."""
        best = max(range(len(self.sentences)), key=lambda n: (overlap(self.sentences[n], spans[0]), -n), default=None) if spans else None
        return best if best is not None and 2 * overlap(self.sentences[best], spans[0]) > spans[0][1] - spans[0][0] else None

    @property
    def _lines(self) -> list[Span]:
        text, lines = self.article.text, []
        for match in _LINE.finditer(text):
            start, end = match.span()
            for part in self._left_out:
                if part[0] < end and part[1] > start:
                    lines.append((start, max(start, part[0])))
                    start = max(start, part[1])
            lines.append((start, end))
        return [(a, b) for a, b in lines if text[a:b].strip()]

    def _of(self, line: Span) -> list[Span]:
        text = self.article.text
        start, end = _stripped(text, line)
        if (
            place := _AGENCY.match(text[start:end]) or _CITY.match(text[start:end]) or _DATELINE.match(text[start:end])
        ) and place.end() <= _MOST + 20:
            start += place.end()
        quoted = [passage.outer for passage in find_passages(text, [(start, end)])[0]]
        found, begin = [], start
        for stop in _STOP.finditer(text, start, end):
            inside = any(a < stop.end() < b for a, b in quoted)
            if not inside and not _abbreviated(text[begin : stop.start() + 1]):
                found.append(_stripped(text, (begin, stop.end())))
                begin = stop.end()
        found.append(_stripped(text, (begin, end)))
        return [(a, b) for a, b in found if a < b]


def _abbreviated(before: str) -> bool:
    """Whether the full stop at the end belongs to a word: "Gov.", "J.", "U.S."."""
    match = _BEFORE.search(before)
    if match is None:
        return False
    word = match[1]
    return bool(_INITIAL.search(word)) or word.lower() in lexicon().titles | _MORE or word in _DAYS


_DAYS = frozenset("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun".split())
_MORE = frozenset(
    "sens reps govs profs sgts drs messrs maj cmdr adm supt ft mt gens atty asst dist d-calif r-ky rev hon pres ave blvd".split()
)


def _stripped(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
