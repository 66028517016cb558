"""How many independent sources a statement rests on: articles that took from each other, or from one unseen source, count once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...records import Derivation

__all__ = ["Sources"]


class Sources:
    """The articles of a story in groups of one source each.

    Articles joined by an edge, directed or not, or by an unseen source that both took from, are one source: a statement that stands
    in both may have come to one from the other.
    """

    def __init__(self, articles: Iterable[str], derivation: Derivation) -> None:
        parent = {article: article for article in articles}

        def root(name: str) -> str:
            parent.setdefault(name, name)
            while parent[name] != name:
                parent[name] = parent[parent[name]]
                name = parent[name]
            return name

        for edge in sorted(derivation.edges, key=lambda edge: (edge.from_, edge.to)):
            one, other = sorted((root(edge.from_), root(edge.to)))
            parent[other] = one
        self._of: Mapping[str, str] = {name: root(name) for name in sorted(parent)}

    def count(self, articles: Iterable[str]) -> int:
        """Number of independent sources among these articles."""
        return len({self._of[article] for article in articles})
