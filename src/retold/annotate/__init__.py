"""annotate: an article → sentences, names, dates and quotations with their speakers. Looks at one article only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..records import Annotated, Article
from ..settings import Settings

if TYPE_CHECKING:
    from .tagger.decode import Tagger

ENGLISH = {"en", None}
"""Languages that are analysed: English, and texts too short to tell."""


def annotate(articles: Iterable[Article], *, settings: Settings | None = None, pipeline: Any = None) -> list[Annotated]:
    """Annotate articles, each by itself, in the order given.

    Articles in other languages than English come back unanalysed (``analysed=False``), never mangled. ``pipeline`` is a loaded spaCy
    pipeline; by default the one that the settings name is loaded once in a process, as is the quotation tagger that they name.

    Raises ``ModelMissing`` where that pipeline or tagger is not installed.
    """
    from .learned import load_tagger
    from .parse import load_pipeline, parse

    use = (settings or Settings()).annotate
    given = list(articles)
    english = [a for a in given if a.language in ENGLISH]
    tagger = load_tagger(use.tagger)
    if english and pipeline is None:
        pipeline = load_pipeline(use.pipeline)
    parsed = zip(english, parse(english, pipeline), strict=True) if english else ()
    done = {a.id: _one(a, paragraphs, tagger) for a, paragraphs in parsed}
    return [done.get(a.id) or Annotated(article=a, analysed=False) for a in given]


def _one(article: Article, paragraphs: list[Any], tagger: Tagger | None) -> Annotated:
    from .dates import find_dates
    from .learned import tag
    from .names import find_names
    from .quotations import find_quotations

    sentences = tuple(s for p in paragraphs for s in p.sentences())
    names = find_names(paragraphs, article.text)
    dates = find_dates(article.text, [p.span for p in paragraphs], article.published)
    contents = tag(article, paragraphs, tagger) if tagger is not None else None
    return Annotated(
        article=article,
        analysed=True,
        sentences=sentences,
        names=names.names,
        dates=dates,
        quotations=find_quotations(paragraphs, names, dates, article, contents),
        aliases=names.aliases,
    )
