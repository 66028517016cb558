"""A page to its article: text by trafilatura (Barbaresi, ACL 2021), metadata by JSON-LD, OpenGraph and htmldate."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from typing import Any

from ..errors import UnreadableInput
from ..records import Record
from ..settings import ReadSettings
from .outlets import host
from .raw import Raw
from .text import clean

_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|meta|title)\b", re.I | re.S)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_JSON_LD = re.compile(r"<script[^>]*application/ld\+json[^>]*>(.*?)</script>", re.I | re.S)
_PUBLISHED = re.compile(r"<meta[^>]*[\"']article:published_time[\"'][^>]*>", re.I)
_CONTENT = re.compile(r"content\s*=\s*[\"']([^\"']+)", re.I)
_REPORTS = re.compile(r"(?:Article|Posting|Report|Review|Blog)", re.I)
_WORD = re.compile(r"\w+")


class Metadata(Record, frozen=True):
    """What a page's JSON-LD says about its article; None: nothing."""

    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None


def looks_like_html(text: str) -> bool:
    """Whether a text begins like a page rather than like an article that mentions a tag."""
    return _START.match(text[:4000]) is not None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page's first 2 KB declare; None: none, or it is no page."""
    match = _CHARSET.search(data[:2048])
    return match.group(1).decode("ascii") if match else None


def read_page(page: str, input: str, id: str, settings: ReadSettings, *, url: str | None = None) -> Raw:
    """The article of a page with what its metadata say. Raises ``UnreadableInput`` where it holds none."""
    document = _extract(page, url)
    text = clean(str(document.get("text") or "")).strip()
    if len(_WORD.findall(text)) < settings.min_page_words:
        raise UnreadableInput(input, "no article was found in the page; save the article's text as .txt and give that")
    linked = _json_ld(page)
    address = url or _string(document.get("url"))
    published = linked.published or _published(page, address)
    return Raw(
        input=input,
        id=id,
        text=text,
        outlet=linked.outlet or _string(document.get("sitename")) or (host(address) if address else None),
        url=address,
        title=linked.title or _string(document.get("title")),
        byline=linked.byline or tuple(filter(None, (_string(name) for name in str(document.get("author") or "").split(";")))),
        published=published,
        published_from="page" if published else None,
    )


def _extract(page: str, url: str | None) -> dict[str, Any]:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs what it then returns as None
    try:
        document = bare_extraction(page, url=url, fast=True, with_metadata=True, include_comments=False)
    except Exception:  # a page can be any bytes; whatever its parser trips over, the page holds no article for us
        return {}
    if document is None:
        return {}
    return document if isinstance(document, dict) else document.as_dict()


def _published(page: str, url: str | None) -> str | None:
    """Publication date: the OpenGraph tag, which has the time, else what htmldate finds. No clock is asked how far "now" is."""
    if (tag := _PUBLISHED.search(page)) and (value := _CONTENT.search(tag.group())):
        return _string(value.group(1))
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        return _string(find_date(page, original_date=True, extensive_search=False, url=url, max_date="2100-12-31"))
    except Exception:  # as above
        return None


def _json_ld(page: str) -> Metadata:
    for block in _JSON_LD.findall(page):
        try:
            data = json.loads(block.strip())
        except (ValueError, RecursionError):
            continue
        for item in _items(data, 0):
            if _REPORTS.search(str(item.get("@type"))) and (item.get("headline") or item.get("datePublished")):
                return Metadata(
                    title=_string(item.get("headline")),
                    outlet=next(iter(_names(item.get("publisher"))), None),
                    byline=tuple(_names(item.get("author"))),
                    published=_string(item.get("datePublished")),
                )
    return Metadata()


def _items(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every object of a JSON-LD block: bare, in a list, or under ``@graph``."""
    if depth > 5:
        return
    if isinstance(data, list):
        for item in data:
            yield from _items(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _items(data.get("@graph"), depth + 1)
        yield from _items(data.get("mainEntity"), depth + 1)


def _names(value: Any) -> list[str]:
    if isinstance(value, list):
        return [name for item in value for name in _names(item)]
    if isinstance(value, dict):
        value = value.get("name")
        return _names(value) if isinstance(value, list) else _names(value if isinstance(value, str) else None)
    name = _string(value)
    return [name] if name and "://" not in name else []


def _string(value: Any) -> str | None:
    from html import unescape

    return (" ".join(clean(unescape(value)).split()) or None) if isinstance(value, str) else None
