"""Ways along edges, by which a circle is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from ...records import Edge
from .decisions import EdgeDecision

Step = TypeVar("Step", Edge, EdgeDecision)


def way_down(source: str, article: str, edges: Iterable[Step]) -> tuple[Step, ...]:
    """The fewest edges that lead from ``source`` down to ``article``, all taken for directed; empty: none do."""
    below = defaultdict[str, list[Step]](list)
    for edge in edges:
        below[edge.from_].append(edge)
    came: dict[str, Step] = {}
    reached = [source]
    for here in reached:
        for edge in below[here]:
            if edge.to not in came and edge.to != source:
                came[edge.to] = edge
                reached.append(edge.to)
    way: list[Step] = []
    while article in came:
        way.append(came[article])
        article = way[-1].from_
    return tuple(reversed(way))
