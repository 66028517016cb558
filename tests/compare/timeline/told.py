"""Invented reports for the tests of the timeline, and what is prepared of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from retold.annotate.dates import find_dates
from retold.compare.reports import Reports, prepare
from retold.compare.timeline.tellings import Telling
from retold.compare.timeline.terms import terms_of
from retold.read.outlets import load_outlets
from retold.records import Annotated, Article, Date, Derivation, Edge, IndependentSources
from retold.settings import Settings

SETTINGS = Settings()


def report(name: str, *sentences: str, published: str | None = None, url: str | None = None, doubt: str | None = None) -> Annotated:
    """A report with its dates, without grammar."""
    text = "\n".join(sentences)
    article = Article(
        id=name,
        outlet=name.capitalize(),
        url=url,
        title=None,
        published=published,
        published_doubt=doubt,
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )
    spans = tuple(match.span() for match in re.finditer(r"[^\n]+", text))
    return Annotated(article=article, analysed=True, sentences=spans, dates=find_dates(text, spans, None if doubt else published))


def prepared(articles: Sequence[Annotated]) -> Reports:
    return prepare(articles, [], load_outlets(), SETTINGS.derivation)


def derivation(*pairs: tuple[str, str]) -> Derivation:
    """Articles made from others: (from, to)."""
    edges = tuple(Edge(from_=a, to=b, directed=True, kind="rewrite", share=0.8, confidence=0.8, evidence=()) for a, b in pairs)
    return Derivation(edges=edges, independent_sources=IndependentSources(confirmed=1, possible=0))


def day(written: str) -> Date:
    return Date(span=(0, 0), start=written, end=written, precision="day")


def telling(article: str, date: Date, words: str, **fields: object) -> Telling:
    given: dict[str, object] = {"clause": (0, len(words)), "event": words, "dangling": 0, "acts": frozenset(), "sentence": None}
    given.update(fields)
    return Telling(article=article, date=date, terms=terms_of(words), around=terms_of(words), **given)  # type: ignore[arg-type]
