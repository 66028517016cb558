"""What one would guess without Retold: the longer of two reports is the source, or the earlier is.

Each is measured twice. Its direction is asked for the true links, so that it is not blamed for what it does not try; its edges are those
of a near-duplicate finder: every report is joined to the one before it (longer, or earlier) that holds most of its word trigrams.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from evaluation.traditions.scores import Link, derivation_counts
from evaluation.traditions.tradition import Tradition
from retold.records import Article

_WORD = re.compile(r"\w+")
NEAR = 0.2
"""Share of a report's word trigrams that make another its source; the share at which both baselines do best over all settings."""

Rank = Callable[[Article], tuple[str, int, str]]


def longer(article: Article) -> tuple[str, int, str]:
    """Sort key: the longest report first."""
    return ("", -len(article.text), article.id)


def earlier(article: Article) -> tuple[str, int, str]:
    """Sort key: the earliest first, undated last; of one day the longer first."""
    return ((article.published or "~")[:16], -len(article.text), article.id)


BASELINES: dict[str, Rank] = {"longer is source": longer, "earlier is source": earlier}


def guess(truth: Tradition, rank: Rank) -> Counter[str]:
    """Counts as for Retold; ``given.right`` of ``given`` are the true links directed rightly."""
    articles = sorted(truth.articles, key=rank)
    grams = {article.id: _trigrams(article.text) for article in articles}
    found = list[Link]()
    for place, article in enumerate(articles[1:], start=1):
        own = grams[article.id]
        held = [(len(own & grams[other.id]) / max(1, len(own)), other.id) for other in articles[:place]]
        share, source = max(held)
        if share >= NEAR:
            found.append(Link(source, article.id, True))
    order = {article.id: place for place, article in enumerate(articles)}
    given = Counter({"given": len(truth.edges), "given.right": sum(order[edge.from_] < order[edge.to] for edge in truth.edges)})
    return derivation_counts(truth, found) + given


def _trigrams(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False))
