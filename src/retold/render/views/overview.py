"""What an editor must know first: how many reports, sources and altered remarks, where each report comes from, and warnings."""

from __future__ import annotations

from collections.abc import Mapping

from ...records import Article, Dossier, Edge, Record, Rendition, Root, Utterance
from .names import article_names, readable_date, source_name
from .voices import GUESSES, utterance_guesses
from .words import ALTERED, TAKEN, counted


class Caution(Record, frozen=True):
    """One thing to keep in mind, and the article it concerns, if it is one of the dossier's."""

    text: str
    """A clause; it follows the name where there is one."""
    name: str = ""
    """The article's name."""
    article: str | None = None


class Standing(Record, frozen=True):
    """One row of the table of reports."""

    article: Article
    name: str
    root: Root | None
    """Set where the report is an independent source of the story."""
    edges: tuple[Edge, ...]
    """Edges that lead to it."""
    told: int
    """Utterances it renders that another report renders too."""
    altered: int
    """Those of them whose words it alters."""


def told_by_several(dossier: Dossier) -> tuple[Utterance, ...]:
    """Utterances that more than one article renders, in the dossier's order."""
    return tuple(u for u in dossier.utterances if len({r.article for r in u.renditions}) > 1)


def told_once(dossier: Dossier) -> tuple[Utterance, ...]:
    """Utterances that only one article renders, in the dossier's order."""
    return tuple(u for u in dossier.utterances if len({r.article for r in u.renditions}) <= 1)


def is_altered(rendition: Rendition) -> bool:
    """Whether words inside quotation marks differ from the base's in more than style."""
    return rendition.of_words in ALTERED


def changes_meaning(rendition: Rendition) -> bool:
    """Whether the rendition says something else than the base."""
    return rendition.of_words == "changed" or any(v.changes_meaning == "yes" for v in rendition.variants)


def counts(dossier: Dossier) -> tuple[str, ...]:
    """The line of counts, in parts: "5 reports", "3 independent sources (1 more possible)", …"""
    independent = dossier.derivation.independent_sources
    several = told_by_several(dossier)
    altered = sum(any(map(is_altered, u.renditions)) for u in several)
    disputes = sum(fact.agreement == "disputed" for fact in dossier.facts)
    possible = f" ({independent.possible} more possible)" if independent.possible else ""
    return (
        counted(len(dossier.articles), "report"),
        counted(independent.confirmed, "independent source") + possible,
        f"{counted(len(several), 'remark')} told by more than one outlet",
        f"{altered} of them altered" if several else "none to compare",
        *([counted(disputes, "point on which they differ", "points on which they differ")] if disputes else []),
    )


def gravest(dossier: Dossier) -> tuple[tuple[Utterance, Rendition], ...]:
    """Renditions that change the meaning, one for each utterance."""
    found = [(u, next(filter(changes_meaning, u.renditions), None)) for u in told_by_several(dossier)]
    return tuple((u, r) for u, r in found if r is not None)


def standings(dossier: Dossier) -> tuple[Standing, ...]:
    """A row for each article, in the dossier's order."""
    names = article_names(dossier.articles)
    roots = {root.name: root for root in dossier.derivation.independent_sources.roots}
    edges: dict[str, list[Edge]] = {}
    for edge in dossier.derivation.edges:
        edges.setdefault(edge.to, []).append(edge)
        if not edge.directed:
            edges.setdefault(edge.from_, []).append(edge)
    told: dict[str, int] = {}
    altered: dict[str, int] = {}
    for utterance in told_by_several(dossier):
        for article in {r.article for r in utterance.renditions}:
            told[article] = told.get(article, 0) + 1
        for article in {r.article for r in utterance.renditions if is_altered(r)}:
            altered[article] = altered.get(article, 0) + 1
    return tuple(
        Standing(
            article=a,
            name=names[a.id],
            root=roots.get(a.id),
            edges=tuple(edges.get(a.id, ())),
            told=told.get(a.id, 0),
            altered=altered.get(a.id, 0),
        )
        for a in dossier.articles
    )


def standing_line(standing: Standing, names: Mapping[str, str]) -> str:
    """ "independent source; rewritten from Gazette (80%)", or "no link to another report found"."""
    parts = []
    if standing.root:
        parts.append("independent source" if standing.root.standing == "confirmed" else "possibly an independent source")
    for edge in standing.edges:
        other = edge.from_ if edge.to == standing.article.id else edge.to
        share = f" ({edge.share:.0%})" if edge.share else ""
        parts.append(f"{TAKEN[edge.kind]} {source_name(other, names)}{share}")
    return "; ".join(parts) or "no link to another report found"


def warnings(dossier: Dossier) -> tuple[Caution, ...]:
    """Articles that stand apart, languages not analysed, dates in doubt, speakers that are guesses, inputs that could not be read."""
    names = article_names(dossier.articles)
    found = [Caution(name=names.get(a.article, a.article), text=f"stands apart: {a.because}", article=a.article) for a in dossier.apart]
    for article in dossier.articles:
        name = names[article.id]
        if article.language not in (None, "en"):
            text = f"is not in English ({article.language}): shown, not analysed."
            found.append(Caution(name=name, text=text, article=article.id))
        if article.published_doubt:
            text = f"may bear a wrong date, {readable_date(article.published)}: {article.published_doubt}"
            found.append(Caution(name=name, text=text, article=article.id))
    guesses = utterance_guesses(dossier)
    found += [Caution(text=f"{counted(len(guesses), 'remark')} of uncertain speakers: {GUESSES}")] if guesses else []
    found += [Caution(text=f"Not read: {r.input}: {r.reason}") for r in dossier.rejected]
    return tuple(found)
