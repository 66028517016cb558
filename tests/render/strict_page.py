"""A strict reader of pages, for the tests of all of them."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br"}


class Page(HTMLParser):
    """A strict reader: no end tag out of order, no block inside a paragraph, text and links collected."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.links: list[dict[str, str | None]] = []
        self.scripts = 0
        self.headings: list[int] = []
        self.named: set[str] = set()
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids.update([given["id"] or ""] if "id" in given else [])
        for name in ("aria-labelledby", "aria-describedby", "aria-controls"):
            self.named.update((given.get(name) or "").split())
        if tag == "a":
            assert "a" not in self.open
            self.links.append(given)
        self.scripts += tag == "script"
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in {"p", "div", "ul", "ol", "details", "table", "section", "article", "blockquote"}:
            assert "p" not in self.open, f"{tag} in a paragraph"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
