"""The derivation as GraphML, for Gephi, yEd, networkx and igraph.

The format: http://graphml.graphdrawing.org/specification.html. A likeness without direction is written as two arcs, one each way,
with the key ``directed`` false on both: networkx refuses a graph that mixes directed and undirected edges, and a program that passes
over the key must not read a direction that nobody found.
"""

from __future__ import annotations

from typing import Final

from ...records import Dossier, Edge
from ..views.runs import one_line
from .graph import Graph, Node, graph_of
from .wellformed import xml_document

_Value = str | float | bool | None

NODE_KEYS: Final = {
    "label": "string",
    "id": "string",
    "unseen": "boolean",
    "outlet": "string",
    "title": "string",
    "published": "string",
    "url": "string",
    "root": "string",
    "because": "string",
    "apart": "boolean",
}
"""Attributes of a node with their GraphML types; ``root`` is confirmed or possible, absent where it is no independent source."""
EDGE_KEYS: Final = {
    "label": "string",
    "kind": "string",
    "directed": "boolean",
    "share": "double",
    "confidence": "double",
    "evidence": "string",
}
"""Attributes of an edge; ``evidence`` has a sentence a line. None is called weight: a share of 0, not measured, is no weight."""


def render_graphml(dossier: Dossier) -> str:
    """The derivation as a GraphML document, the same for the same dossier."""
    from xml.etree.ElementTree import Element, SubElement, indent

    graph = graph_of(dossier)
    root = Element("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"})
    for target, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys.items():
            SubElement(root, "key", {"id": f"{target}-{name}", "for": target, "attr.name": name, "attr.type": kind})
    drawn = SubElement(root, "graph", {"id": "derivation", "edgedefault": "directed"})
    SubElement(drawn, "desc").text = one_line(dossier.story)
    for node in graph.nodes:
        element = SubElement(drawn, "node", {"id": node.name})
        for key, value in _node(node).items():
            if value is not None:
                SubElement(element, "data", {"key": f"node-{key}"}).text = _written(value)
    for id, source, target, edge in _arrows(graph):
        element = SubElement(drawn, "edge", {"id": id, "source": source, "target": target})
        for key, value in _edge(edge).items():
            SubElement(element, "data", {"key": f"edge-{key}"}).text = _written(value)
    indent(root)
    return xml_document(root)


def _arrows(graph: Graph) -> list[tuple[str, str, str, Edge]]:
    """Id and ends of every arc to be written."""
    arrows = []
    for number, arc in enumerate(graph.arcs, 1):
        arrows.append((f"e{number}", arc.source, arc.target, arc.edge))
        if not arc.edge.directed:
            arrows.append((f"e{number}-back", arc.target, arc.source, arc.edge))
    return arrows


def _node(node: Node) -> dict[str, _Value]:
    known: dict[str, _Value] = {"label": one_line(node.label), "id": node.id, "unseen": node.article is None, "apart": node.apart}
    if node.article:
        known |= {name: getattr(node.article, name) for name in ("outlet", "title", "published", "url")}
    if node.root:
        known |= {"root": node.root.standing, "because": node.root.because}
    return known


def _edge(edge: Edge) -> dict[str, _Value]:
    return {
        "label": edge.kind,
        "kind": edge.kind,
        "directed": edge.directed,
        "share": float(edge.share),
        "confidence": float(edge.confidence),
        "evidence": "\n".join(f"{one.what}: {one_line(one.text)}" for one in edge.evidence),
    }


def _written(value: _Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)
