"""A raw text and what came with it become an article."""

from __future__ import annotations

import hashlib

from ..records import Article
from ..settings import ReadSettings
from .furniture import furniture, mark
from .language import detect_language
from .outlets import Outlets, host
from .published import publication
from .raw import Raw


def make_article(raw: Raw, settings: ReadSettings, outlets: Outlets) -> Article:
    """Mark the parts of the text and settle outlet, title, byline, date and language.

    What the record or page says counts before what the text says of itself.
    """
    marked = mark(raw.text, outlets, title=raw.title)
    spans = furniture(marked.parts)
    published = publication(raw.published, raw.published_from, raw.url, marked.dates, settings)
    return Article(
        id=raw.id,
        outlet=raw.outlet or marked.outlet or (host(raw.url) if raw.url else None),
        url=raw.url,
        title=_title(raw, marked.title),
        byline=raw.byline or marked.byline,
        credit=marked.credit,
        published=published.date,
        published_from=published.origin,
        published_doubt=published.doubt,
        language=detect_language(_body(raw.text, spans), settings),
        text=raw.text,
        parts=marked.parts,
        furniture=spans,
        digest=hashlib.sha256(raw.text.encode()).hexdigest(),
    )


def _title(raw: Raw, own: str | None) -> str | None:
    """The record's title, unless the text shows it to be something else: its first paragraph, or what stands above its headline."""
    if raw.title is None or own is None:
        paragraph = (
            raw.title is not None and raw.published_from != "page" and len(raw.title) > 220 and raw.text.lstrip().startswith(raw.title)
        )
        return None if paragraph else raw.title or own
    head = raw.text[: raw.text.find(own)]
    return own if raw.title in head else raw.title


def _body(text: str, furniture: tuple[tuple[int, int], ...]) -> str:
    pieces, end = [], 0
    for start, stop in furniture:
        pieces.append(text[end:start])
        end = stop
    return "".join([*pieces, text[end:]])
