"""Who rewrote whom: the edges in words with their evidence, and the same as data for the drawing."""

from __future__ import annotations

import msgspec

from ...records import Dossier, Edge, EdgeKind, Evidence, Record, Source
from .names import article_names, is_unseen, source_name
from .passages import Link, Places
from .words import EDGES, EVIDENCE


class Reason(Record, frozen=True):
    """One piece of evidence with links into both articles."""

    what: str
    text: str
    from_links: tuple[Link, ...]
    to_links: tuple[Link, ...]


class EdgeView(Record, frozen=True, rename={"from_": "from"}):
    """One edge in words."""

    anchor: str
    from_: str
    to: str
    directed: bool
    kind: EdgeKind
    means: str
    share: str
    confidence: str
    decided: bool
    """Stands because an editor says so."""
    ends: tuple[tuple[str, str], ...]
    """Names and anchors of those of its ends that are articles."""
    reasons: tuple[Reason, ...]


class RootView(Record, frozen=True):
    """One independent source."""

    name: str
    unseen: bool
    confirmed: bool
    because: str
    article: str | None
    """Anchor of the article, where it is one."""


class Node(Record, frozen=True):
    """An article or an unseen source as it is drawn."""

    id: str
    name: str
    published: str | None = None
    unseen: bool = False
    standing: str = ""
    """ "confirmed" or "possible" for an independent source."""
    apart: bool = False


class Arc(Record, frozen=True, rename={"from_": "from"}):
    """An edge as it is drawn."""

    anchor: str
    from_: str
    to: str
    directed: bool
    label: str
    decided: bool
    """Stands because an editor says so."""


class Graph(Record, frozen=True):
    """The derivation as it is drawn."""

    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]


def edge_views(dossier: Dossier, places: Places) -> tuple[EdgeView, ...]:
    """All edges, in the order of the articles derived, then of the dossier."""
    names = article_names(dossier.articles)
    return tuple(_edge_view(number, edge, names, places) for number, edge in enumerate(in_order(dossier), 1))


def in_order(dossier: Dossier) -> list[Edge]:
    """Edges by the article they lead to, in order of time."""
    rank = {article.id: number for number, article in enumerate(dossier.articles)}
    return sorted(dossier.derivation.edges, key=lambda edge: rank.get(edge.to, len(rank)))


def root_views(dossier: Dossier, places: Places) -> tuple[RootView, ...]:
    """Independent sources, the confirmed first."""
    names = article_names(dossier.articles)
    roots = sorted(dossier.derivation.independent_sources.roots, key=lambda root: root.standing != "confirmed")
    return tuple(
        RootView(
            name=source_name(root.name, names),
            unseen=is_unseen(root.name),
            confirmed=root.standing == "confirmed",
            because=root.because,
            article=places.article_anchor(root.name) if root.name in places else None,
        )
        for root in roots
    )


def named_sources(dossier: Dossier) -> tuple[tuple[Source, str], ...]:
    """Sources outside the set with the names of the articles that name or show them."""
    names = article_names(dossier.articles)
    return tuple((source, ", ".join(names.get(a, a) for a in source.articles)) for source in dossier.derivation.sources)


def graph(dossier: Dossier) -> Graph:
    """Articles in order of time, the undated last, then the unseen sources that edges name; and the edges in the order of ``in_order``."""
    names = article_names(dossier.articles)
    edges = in_order(dossier)
    roots = {root.name: root.standing for root in dossier.derivation.independent_sources.roots}
    apart = {a.article for a in dossier.apart}
    outlets = {a.id: a.outlet for a in dossier.articles if a.outlet and names[a.id].startswith(f"{a.outlet}, ")}
    ends = dict.fromkeys(end for edge in edges for end in (edge.from_, edge.to))
    outside = [end for end in ends if end not in names]
    nodes = [Node(id=a.id, name=outlets.get(a.id, names[a.id]), published=a.published) for a in dossier.articles]
    nodes += [Node(id=end, name=source_name(end, names), unseen=True) for end in outside]
    return Graph(
        nodes=tuple(msgspec.structs.replace(n, standing=roots.get(n.id, ""), apart=n.id in apart) for n in nodes),
        arcs=tuple(
            Arc(
                anchor=f"e-{number}",
                from_=edge.from_,
                to=edge.to,
                directed=edge.directed,
                label=edge.kind + (f" {edge.share:.0%}" if edge.share else ""),
                decided=edge.decided,
            )
            for number, edge in enumerate(edges, 1)
        ),
    )


def _edge_view(number: int, edge: Edge, names: dict[str, str], places: Places) -> EdgeView:
    return EdgeView(
        anchor=f"e-{number}",
        from_=source_name(edge.from_, names),
        to=source_name(edge.to, names),
        directed=edge.directed,
        kind=edge.kind,
        means=EDGES[edge.kind],
        share=f"{edge.share:.0%}" if edge.share else "",
        confidence=f"{edge.confidence:.0%}",
        decided=edge.decided,
        ends=tuple((names[end], places.article_anchor(end)) for end in (edge.from_, edge.to) if end in places),
        reasons=tuple(_reason(edge, evidence, places) for evidence in sorted(edge.evidence, key=lambda e: e.what != "editor")),
    )


def _reason(edge: Edge, evidence: Evidence, places: Places) -> Reason:
    return Reason(
        what=EVIDENCE.get(evidence.what, evidence.what),
        text=evidence.text,
        from_links=places.links(edge.from_, evidence.from_spans),
        to_links=places.links(edge.to, evidence.to_spans),
    )
