"""annotate: an article → sentences, names, dates and quotations with their speakers. Looks at one article only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..records import Annotated, Article
from ..settings import Settings

ENGLISH = {"en", None}
"""Languages that are analysed: English, and texts too short to tell."""


def annotate(articles: Iterable[Article], *, settings: Settings | None = None, pipeline: Any = None) -> list[Annotated]:
    """Annotate articles, each by itself, in the order given.

    Articles in other languages than English come back unanalysed (``analysed=False``), never mangled. ``pipeline`` is a loaded spaCy
    pipeline; by default the one that the settings name is loaded once in a process.

    Raises ``ModelMissing`` where that pipeline is not installed.
    """
    from .parse import load_pipeline, parse

    given = list(articles)
    english = [a for a in given if a.language in ENGLISH]
    if english and pipeline is None:
        pipeline = load_pipeline((settings or Settings()).annotate.pipeline)
    done = {a.id: _one(a, paragraphs) for a, paragraphs in zip(english, parse(english, pipeline), strict=True)} if english else {}
    return [done.get(a.id) or Annotated(article=a, analysed=False) for a in given]


def _one(article: Article, paragraphs: list[Any]) -> Annotated:
    from .dates import find_dates
    from .names import find_names
    from .quotations import find_quotations

    sentences = tuple(s for p in paragraphs for s in p.sentences())
    names = find_names(paragraphs, article.text)
    dates = find_dates(article.text, [p.span for p in paragraphs], article.published)
    return Annotated(
        article=article,
        analysed=True,
        sentences=sentences,
        names=names.names,
        dates=dates,
        quotations=find_quotations(paragraphs, names, dates, article),
        aliases=names.aliases,
    )
