"""annotate: an article → sentences, names, dates and quotations with their speakers. Looks at one article only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ..records import Annotated, Article
from ..settings import AnnotateSettings, Settings

if TYPE_CHECKING:
    from .learned import Content
    from .parse import Paragraph

ENGLISH = {"en", None}
"""Languages that are analysed: English, and texts too short to tell."""


def annotate(articles: Iterable[Article], *, settings: Settings | None = None, pipeline: Any = None) -> list[Annotated]:
    """Annotate articles, each by itself, in the order given.

    Articles in other languages than English come back unanalysed (``analysed=False``), never mangled. The networks that the settings name
    are loaded once in a process; ``pipeline`` is a loaded spaCy pipeline that parses where the settings ask for rules instead (by default
    the one they name). Where a network was left out of the installation, a warning says so and rules stand in.

    Raises ``ModelMissing`` where what the settings name is not installed.
    """
    from .learned import load_reader, read_lines
    from .parse import load_pipeline, parse

    use = (settings or Settings()).annotate
    given = list(articles)
    english = [a for a in given if a.language in ENGLISH]
    reader = load_reader(use.tagger)
    if reader is not None:
        read: Iterable[tuple[list[Paragraph], list[list[Content]] | None]] = (read_lines(a, reader) for a in english)
    else:
        parsed = parse(english, pipeline or load_pipeline(use.pipeline)) if english else ()
        read = ((paragraphs, None) for paragraphs in parsed)
    done = iter([_one(a, paragraphs, contents, use) for a, (paragraphs, contents) in zip(english, read, strict=True)])
    return [next(done) if a.language in ENGLISH else Annotated(article=a, analysed=False) for a in given]


def _one(
    article: Article, paragraphs: Sequence[Paragraph], contents: Sequence[Sequence[Content]] | None, use: AnnotateSettings
) -> Annotated:
    from .assertions import find_assertions
    from .dates import find_dates
    from .names import find_names
    from .quantities import find_quantities
    from .quotations import find_quotations

    names = find_names(paragraphs, article.text)
    published = article.published if article.published_doubt is None else None  # "on Monday" of a doubtful week is no date
    dates = find_dates(article.text, [p.span for p in paragraphs], published)
    quantities = find_quantities(paragraphs, dates)
    quotations = find_quotations(paragraphs, names, dates, article, contents, uncertain=use.uncertain)
    return Annotated(
        article=article,
        analysed=True,
        sentences=tuple(s for p in paragraphs for s in p.sentences()),
        names=names.names,
        dates=dates,
        quotations=quotations,
        aliases=names.aliases,
        quantities=quantities,
        assertions=find_assertions(paragraphs, names, dates, quantities, quotations),
    )
