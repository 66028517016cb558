"""The read stage put together: inputs → raw texts → articles, the same report once, ids unique."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from ..records import Article, Reading, Rejection
from ..settings import Settings
from .article import make_article
from .fetch import Fetcher, HttpFetcher
from .inputs import Sources
from .outlets import load_outlets
from .raw import Raw
from .revisions import fold_revisions, unique_ids


def read_inputs(
    inputs: Sequence[str | Path],
    *,
    settings: Settings | None = None,
    stdin: BinaryIO | None = None,
    fetch: Fetcher | None = None,
    allow_private: bool = False,
) -> Reading:
    """See ``retold.read``."""
    limits = (settings or Settings()).read
    outlets = load_outlets(limits.outlets)
    sources = Sources(limits, stdin, fetch or HttpFetcher(limits, allow_private=allow_private))
    articles: list[Article] = []
    rejected: list[Rejection] = []
    warnings: list[str] = []
    for input in inputs:
        for item in sources.read(input):
            if isinstance(item, Rejection):
                rejected.append(item)
            else:
                articles.append(make_article(item, limits, outlets))
                if item.published and articles[-1].published_from != item.published_from:
                    warnings.append(f"{item.input}: its date {item.published!r} can't be understood and is left out.")
    named, clashes = unique_ids(fold_revisions(articles, limits, outlets))
    named.sort(key=lambda article: article.id)
    return Reading(articles=tuple(named), rejected=tuple(rejected), warnings=(*warnings, *clashes, *_warnings(named)))


def read_one(known: Raw, settings: Settings | None) -> Article:
    """See ``retold.read_text``; ``known`` is the text with what is known of it."""
    limits = (settings or Settings()).read
    return make_article(known, limits, load_outlets(limits.outlets))


def _warnings(articles: list[Article]) -> list[str]:
    """What a person should know about the articles kept."""
    sentences = []
    for article in articles:
        if article.published_doubt:
            sentences.append(f"{article.id}: its date is in doubt. {article.published_doubt}")
        if article.language not in {None, "en"}:
            sentences.append(f"{article.id}: its language is {article.language!r}; it is kept and shown, but not analysed.")
    return sentences
