"""Independent sources: the roots of the derivation, each once however many reprint it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from ..records import Edge, IndependentSources, Root, Span
from .credits import TOLD, paragraph_of
from .passages import CALENDAR, fold, overlap
from .reports import Reports
from .sources import UNSEEN

_SAYING = re.compile(r"\b(?:said|says|saying|told|added|stressed|stated|warned|declared|announced|insisted|argued|noted)\b")
_UNNAMED = re.compile(r"(?:unnamed|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) interview")


def independent_sources(reports: Reports, edges: Sequence[Edge]) -> IndependentSources:
    """Count the sources that the story rests on: confirmed where named or shown, possible where it may be one of the others."""
    roots = [*_unseen_roots(reports, edges), *_article_roots(reports, edges)]
    ordered = tuple(sorted(roots, key=lambda root: (root.standing, root.name)))
    confirmed = sum(root.standing == "confirmed" for root in roots)
    return IndependentSources(confirmed=confirmed, possible=len(roots) - confirmed, roots=ordered)


def _unseen_roots(reports: Reports, edges: Sequence[Edge]) -> list[Root]:
    by_source: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.from_.startswith(UNSEEN):
            by_source[edge.from_].append(edge)
    roots = []
    for source, taken in sorted(by_source.items()):
        articles = ", ".join(dict.fromkeys(reports.name(edge.to) for edge in taken))
        best = max(taken, key=lambda edge: (edge.confidence, edge.to))
        reason = best.evidence[0].text
        if _UNNAMED.fullmatch(source.removeprefix(UNSEEN)):
            because = f"{articles} {reason}; it may be the same as another source"
            roots.append(Root(name=source, standing="possible", because=because))
        elif source.removeprefix(UNSEEN)[:1].islower():
            because = f"quoted by {articles}; a document named by its kind only, which another source may have passed on"
            roots.append(Root(name=source, standing="possible", because=because))
        elif own := [other for other in reports.ids if _is_of(reports, other, source.removeprefix(UNSEEN))]:
            because = f"{_named_by(articles, reason)}; {reports.name(own[0])} is among the reports, but not with what is taken from it"
            roots.append(Root(name=source, standing="possible", because=because))
        elif best.confidence < 0.5:  # rather not than so
            because = f"credited by {articles} in a line of its own while the text names other sources; it may be for a picture only"
            roots.append(Root(name=source, standing="possible", because=because))
        else:
            roots.append(Root(name=source, standing="confirmed", because=_named_by(articles, reason)))
    return roots


def _is_of(reports: Reports, article: str, outlet: str) -> bool:
    """Whether ``outlet`` published the article, whatever the record calls it: "New York Times - News" at nytimes.com."""
    return outlet in reports.credits[article].keys or reports.name(article).casefold().startswith(outlet.casefold())


def _named_by(articles: str, reason: str) -> str:
    """ "named by the Gazette: “told Reuters”" from "names Reuters: “told Reuters”"; other reasons keep their words."""
    names, _, words = reason.partition(": ")
    if not names.startswith("names "):
        return f"{articles} {reason}"
    if names.endswith(" in its address"):
        return f"named in the address of {articles}" + (f": {words}" if words else "")
    if TOLD in names:
        return f"named by {articles}{names[names.index(TOLD) :]}" + (f": {words}" if words else "")
    place = " in a credit line" if names.endswith(" in its credit line") else ""
    return f"named by {articles}{place}" + (f": {words}" if words else "")


def _article_roots(reports: Reports, edges: Sequence[Edge]) -> list[Root]:
    parents: dict[str, list[str]] = {article: [] for article in reports.ids}
    for edge in edges:
        if edge.directed:
            parents[edge.to].append(edge.from_)
    alike = {article for edge in edges if not edge.directed for article in (edge.from_, edge.to)}
    first_of = _firsts(reports, edges)
    roots = []
    for article in reports.ids:
        own = reports.credits[article].own_because
        if own and not _carries(article, edges):
            roots.append(Root(name=article, standing="confirmed", because=f"shows reporting of its own: {own}"))
        elif not parents[article] and (article not in alike or article in first_of):
            because = "no other report and no outlet that it took from was found, but nothing in it shows where its reporting is from"
            roots.append(Root(name=article, standing="possible", because=because))
        elif parents[article] and not any(parent.startswith(UNSEEN) for parent in parents[article]):
            own_passages = _own_passages(reports, article, parents[article])
            roots.extend([Root(name=article, standing="possible", because=own_passages)] if own_passages else [])
    return roots


def _carries(article: str, edges: Sequence[Edge]) -> bool:
    return any(edge.to == article and edge.kind == "copy" for edge in edges if edge.directed)


def _firsts(reports: Reports, edges: Sequence[Edge]) -> frozenset[str]:
    """Of every group of articles joined by likenesses that nobody in it derives from elsewhere, one stands for all: the longest."""
    joined = {article: {article} for article in reports.ids}
    for edge in edges:
        if not edge.directed and joined[edge.from_] is not joined[edge.to]:
            group = joined[edge.from_] | joined[edge.to]
            for article in group:
                joined[article] = group
    derived = {edge.to for edge in edges if edge.directed}
    groups = {frozenset(group) for group in joined.values() if not group & derived}
    return frozenset(max(group, key=lambda article: (len(reports.annotated[article].article.text), article)) for group in groups)


def _own_passages(reports: Reports, article: str, parents: Sequence[str]) -> str | None:
    """Say which reported speech, of somebody whom the parents never name, stands in no other article; None: less than two sentences."""
    explained = frozenset[int]().union(*(reports.kin[other, article].explained for other in reports.ids if other != article))
    theirs = frozenset(word for parent in parents for s in reports.passages[parent].sentences for word in (*s.words, *s.details))
    spoken = [span for quotation in reports.annotated[article].quotations if quotation.type == "speech" for span in quotation.spans]
    text = reports.annotated[article].article.text
    places: dict[str, list[tuple[Span, Span]]] = defaultdict(list)
    current: tuple[Span, frozenset[str]] = ((0, 0), frozenset())
    for number, sentence in enumerate(reports.passages[article].sentences):
        reported = any(overlap(sentence.span, span) for span in spoken) or _SAYING.search(reports.text(article, sentence.span))
        if number in explained or not reported:
            continue
        paragraph = paragraph_of(text, sentence.span)
        new = frozenset(word for word in sentence.details - theirs if not word[0].isdigit() and word not in CALENDAR)
        if new or current[0] != paragraph:  # what goes on in the same paragraph is about the same person
            current = (paragraph, new)
        for word in current[1]:
            places[word].append((sentence.span, paragraph))
    most = min(places, key=lambda word: (-len(places[word]), word), default=None)
    if most is None or len(places[most]) < 2:
        return None
    count = len({paragraph for _, paragraph in places[most]})
    passages = "a passage" if count == 1 else f"{count} passages"
    stand = "stands" if count == 1 else "stand"
    where = f"{passages} of {reports.name(article)}, on {_as_printed(reports, article, most)}"
    return f"{where}, {stand} in no other report, and it states no source for {'it' if count == 1 else 'them'}"


def _as_printed(reports: Reports, article: str, word: str) -> str:
    """Return the name that holds ``word`` as the article prints it."""
    tokens = re.findall(r"\b[A-Z][\w’'-]*\w", reports.annotated[article].article.text)
    return next((token for token in tokens if word in fold(token).lower()), word)
