"""The derivation as nodes and arcs with names that every graph format takes."""

from __future__ import annotations

from ...records import Article, Dossier, Edge, Record, Root
from ..views.derivation import in_order
from ..views.names import article_names, is_unseen, source_name
from .wellformed import Names


class Node(Record, frozen=True):
    """An article, or a source outside the set."""

    name: str
    """Short, legal as an XML id, unique in the dossier."""
    id: str
    """Article id, or ``unseen:NAME``."""
    label: str
    """What a reader calls it."""
    article: Article | None
    """None: it stands outside the set."""
    root: Root | None
    """None: it is no independent source."""
    apart: bool
    """True: an article that seems to tell another story."""


class Arc(Record, frozen=True):
    """An edge with the names of its ends."""

    source: str
    target: str
    edge: Edge


class Graph(Record, frozen=True):
    """Articles in order of time, then what stands outside, in order of the arcs that name it; arcs by the article they lead to."""

    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]


def article_sigla(dossier: Dossier, names: Names) -> dict[str, str]:
    """A short name for each article id, after the outlet where it is known."""
    return {a.id: names.take(a.outlet, a.id, otherwise="report") for a in dossier.articles}


def graph_of(dossier: Dossier) -> Graph:
    """The derivation of a dossier; sources that no edge leads from are nodes too, where articles name them as roots."""
    names = Names()
    edges = in_order(dossier)
    roots = {root.name: root for root in dossier.derivation.independent_sources.roots}
    known = {article.id: article for article in dossier.articles}
    called = article_names(dossier.articles)
    apart = {one.article for one in dossier.apart}
    sigla = article_sigla(dossier, names)
    for end in [*(end for edge in edges for end in (edge.from_, edge.to)), *filter(is_unseen, roots)]:
        if end not in sigla:
            sigla[end] = names.take(source_name(end, {}), otherwise="source")
    nodes = (
        Node(name=name, id=id, label=source_name(id, called), article=known.get(id), root=roots.get(id), apart=id in apart)
        for id, name in sigla.items()
    )
    arcs = (Arc(source=sigla[edge.from_], target=sigla[edge.to], edge=edge) for edge in edges)
    return Graph(nodes=tuple(nodes), arcs=tuple(arcs))
