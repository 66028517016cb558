"""Anchors of passages: every span that the page links to has one in its article's text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...records import Article, Dossier, Record, Span

_SHOWN = 64
"""Characters of a passage that stand in a link to it."""


class Link(Record, frozen=True):
    """A link to a passage of one article."""

    article: str
    anchor: str
    """Id of the first span's anchor."""
    anchors: str
    """Ids of all spans' anchors, separated by blanks: what flashes."""
    text: str
    """The passage's first words."""


class Places:
    """Numbers the articles of a dossier and names the anchors of passages in them."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._numbers = {article.id: number for number, article in enumerate(articles, 1)}

    def __contains__(self, article: str) -> bool:
        return article in self._articles

    def text(self, article: str) -> str:
        """The article's text; empty for an id that the dossier does not hold."""
        return self._articles[article].text if article in self._articles else ""

    def article_anchor(self, article: str) -> str:
        """Id of the whole article on the page."""
        return f"a{self._numbers[article]}"

    def anchor(self, article: str, span: Span) -> str:
        """Id of a passage."""
        return f"a{self._numbers[article]}-{span[0]}-{span[1]}"

    def link(self, article: str, spans: Sequence[Span]) -> Link | None:
        """A link to the passage; None where the article or the spans are missing."""
        if article not in self._articles or not spans:
            return None
        anchors = [self.anchor(article, span) for span in spans]
        words = " … ".join(" ".join(self.text(article)[slice(*span)].split()) for span in spans)
        shown = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + "…"
        return Link(article=article, anchor=anchors[0], anchors=" ".join(anchors), text=shown)

    def links(self, article: str, spans: Sequence[Span]) -> tuple[Link, ...]:
        """A link for each span."""
        return tuple(link for span in spans if (link := self.link(article, (span,))) is not None)


def cited(dossier: Dossier) -> dict[str, frozenset[Span]]:
    """Every span of each article that some part of the dossier points to."""
    found: dict[str, set[Span]] = {article.id: set() for article in dossier.articles}

    def cite(article: str, spans: Iterable[Span]) -> None:
        found.setdefault(article, set()).update(spans)

    for utterance in dossier.utterances:
        for rendition in utterance.renditions:
            cite(rendition.article, rendition.spans)
            cite(rendition.article, [v.here for v in rendition.variants if v.here is not None])
    for edge in dossier.derivation.edges:
        for evidence in edge.evidence:
            cite(edge.from_, evidence.from_spans)
            cite(edge.to, evidence.to_spans)
    for only in dossier.only_here:
        cite(only.article, only.spans)
    _cite_further(dossier, found)
    return {article: frozenset(spans) for article, spans in found.items()}


def _cite_further(dossier: Dossier, found: dict[str, set[Span]]) -> None:
    """Spans of facts, wording, timeline, positions and the brief."""
    passages = [(s.article, s.spans) for fact in dossier.facts for s in fact.statements]
    passages += [(p.article, p.spans) for wording in dossier.wording for p in wording.names]
    passages += [(p.article, p.spans) for event in dossier.timeline for p in event.told_by]
    passages += [(p.article, p.spans) for p in dossier.positions]
    sections = dossier.brief.sections if dossier.brief else ()
    passages += [(e.article, ((e.start, e.end),)) for part in sections for sentence in part.sentences for e in sentence.evidence]
    for article, spans in passages:
        found.setdefault(article, set()).update(spans)
