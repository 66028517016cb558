"""The derivation as DOT, for Graphviz: `retold render -f dot dossier.json | dot -Tsvg > story.svg`.

The language: https://graphviz.org/doc/info/lang.html, escapes in labels: https://graphviz.org/docs/attr-types/escString/. Time runs
downwards along a column of dates, and only time places the articles: an edge never moves them.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from ...records import Dossier
from ..views.names import readable_date
from ..views.runs import one_line
from .graph import Arc, Graph, Node, graph_of
from .wellformed import legal, moment

_ENTITY = re.compile(r"&(?=#?\w+;)")
_WIDTH = 28
"""Characters to a line of a label."""
_UNDATED = "undated"


def render_dot(dossier: Dossier) -> str:
    """The derivation as a DOT digraph, the same for the same dossier.

    Unseen sources are dashed, independent sources have a double frame, likenesses without direction no arrowhead.
    """
    return "\n".join(["digraph derivation {", *(f"  {line}" for line in _lines(dossier, graph_of(dossier))), "}", ""])


def quoted(text: str) -> str:
    """Text as a string that Graphviz shows as it is: no quotation mark, backslash or entity in it means anything; a line break does."""
    lines = [one_line(line).replace("\\", "\\\\").replace('"', '\\"') for line in legal(text).split("\n")]
    return '"' + _ENTITY.sub("&amp;", "\\n".join(lines)) + '"'


def _lines(dossier: Dossier, graph: Graph) -> Iterator[str]:
    yield f'graph [label={quoted(one_line(dossier.story))}, labelloc="t", fontname="sans-serif", rankdir="TB", charset="UTF-8"];'
    yield 'node [shape="box", fontname="sans-serif"];'
    yield 'edge [fontname="sans-serif", fontsize="10"];'
    reports = [node for node in graph.nodes if node.article is not None]
    days = sorted({_day(node) for node in reports}, key=lambda day: (day == _UNDATED, day))
    heads = {day: f'"time.{number}"' for number, day in enumerate(days, 1)}
    for day, head in heads.items():
        yield f'{head} [label={quoted(readable_date(day))}, shape="plaintext"];'
    if len(heads) > 1:
        yield f'{" -> ".join(heads.values())} [color="gray", arrowhead="none", weight="100"];'
    yield from _outside([node for node in graph.nodes if node.article is None])
    for day, head in heads.items():
        yield from _row(head, day, [node for node in reports if _day(node) == day])
    rank = {node.name: days.index(_day(node)) for node in reports}
    for arc in graph.arcs:
        yield _arc(arc, downwards=rank.get(arc.source, -1) < rank.get(arc.target, -1))


def _outside(nodes: list[Node]) -> Iterator[str]:
    """Sources outside the set, above everything."""
    if nodes:
        yield "{"
        yield '  rank="source";'
        for node in nodes:
            yield f"  {_node(node, 'not among the reports')}"
        yield "}"


def _row(head: str, day: str, nodes: list[Node]) -> Iterator[str]:
    """The reports of one day beside its date."""
    yield "{"
    yield '  rank="same";'
    yield f"  {head};"
    for node in nodes:
        clock = readable_date(node.article.published if node.article else None)
        yield f"  {_node(node, clock if clock != readable_date(day) else '')}"
    yield "}"


def _day(node: Node) -> str:
    """ISO date of its row, undated for none: ``readable_date`` gives that back as it is."""
    read = moment(node.article.published) if node.article else None
    return read[:10] if read else _UNDATED


def _node(node: Node, below: str) -> str:
    title = one_line(node.article.title or "") if node.article else ""
    wrapped = textwrap.wrap(title, _WIDTH, max_lines=3, placeholder=" …")
    looks = {
        "label": "\n".join(filter(None, [one_line(node.label), *wrapped, below])),
        "tooltip": node.root.because if node.root else node.id,
        "style": "dashed" if node.article is None else "dotted" if node.apart else "",
        "peripheries": "2" if node.root and node.root.standing == "confirmed" else "",
    }
    return f"{quoted(node.name)} [{_attributes(looks)}];"


def _arc(arc: Arc, *, downwards: bool) -> str:
    """An edge; one that runs up or along a row must not move what it joins."""
    edge = arc.edge
    looks = {
        "label": edge.kind + (f" {edge.share:.0%}" if edge.share else ""),
        "tooltip": " ".join(one_line(one.text) for one in edge.evidence),
        "dir": "" if edge.directed else "none",
        "style": "" if edge.directed else "dashed",
        "constraint": "" if downwards else "false",
    }
    return f"{quoted(arc.source)} -> {quoted(arc.target)} [{_attributes(looks)}];"


def _attributes(looks: dict[str, str]) -> str:
    return ", ".join(f"{name}={quoted(value)}" for name, value in looks.items() if value)
