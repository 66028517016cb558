"""Posts that a page embeds without quotation marks: "words — Name (@handle) May 4, 2031"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..records import Record, Span

_SIGNATURE = re.compile(r"\s*[—–-]{1,2}\s*([^\n—–@()]{2,60}?)\s*\((@\w{2,20})\)(?:\s+[A-Z][a-z]+ \d{1,2}, \d{4})?")
_LINK = re.compile(r"\s*(?:pic\.twitter\.com/\w+|https?://\S+)\s*$")


class Post(Record, frozen=True, kw_only=True):
    """An embedded post."""

    spans: tuple[Span, ...]
    """Its lines, links and pictures at the end left out."""
    author: Span
    """The author's name in the signature."""
    handle: str
    """The author's handle, without the @."""


def find_posts(text: str, paragraphs: Sequence[Span]) -> Iterator[Post]:
    """Yield the posts that end in a signature with a handle; lines before the signature's line belong to it while they are short ones."""
    for i, (start, end) in enumerate(paragraphs):
        at = start
        for signature in _SIGNATURE.finditer(text, start, end):
            head = _clip(text, at, signature.start())
            lines = [head] if head[0] < head[1] else []
            if not lines and at == start:
                lines = [_clip(text, *paragraphs[j]) for j in range(max(0, i - 1), i)]
            at = signature.end()
            if lines:
                yield Post(spans=tuple(lines), author=signature.span(1), handle=signature[2][1:])


def _clip(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    link = _LINK.search(text, start, end)
    if link:
        end = link.start()
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
