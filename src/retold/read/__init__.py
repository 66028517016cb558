"""read: bytes → Article. What outlets published, as they published it, with page furniture marked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from ..records import Article, Reading
    from ..settings import Settings
    from .fetch import Fetcher

__all__ = ["read", "read_text"]


def read(
    inputs: Sequence[str | Path],
    *,
    settings: Settings | None = None,
    stdin: BinaryIO | None = None,
    fetch: Fetcher | None = None,
    allow_private: bool = False,
) -> Reading:
    """Read files (text, HTML, JSON Lines), folders of these, http(s) URLs and ``-`` (``stdin``).

    Never raises for what an input holds: what can't be read is in ``rejected`` with its reason. ``fetch`` replaces the
    built-in client; ``allow_private`` lets that client reach private and loopback addresses.
    """
    from .reading import read_inputs

    return read_inputs(inputs, settings=settings, stdin=stdin, fetch=fetch, allow_private=allow_private)


def read_text(
    text: str,
    *,
    id: str = "text",
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
    published: str | None = None,
    settings: Settings | None = None,
) -> Article:
    """An article from a text in hand, with what is known about it; an empty text gives an article without parts.

    A byte-order mark is dropped and lone surrogates become U+FFFD; else the text stays as it is.
    """
    from .raw import Raw
    from .reading import read_one
    from .text import clean

    known = Raw(
        input=id,
        id=clean(id),
        text=clean(text),
        outlet=outlet,
        url=url,
        title=title,
        published=published,
        published_from="record" if published else None,
    )
    return read_one(known, settings)
