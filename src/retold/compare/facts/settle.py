"""Differences to facts: what is sure enough, each matter once, the surest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ...records import Fact, Span
from ...settings import FactSettings
from ..passages import overlap
from .differences import Difference
from .independence import Sources

__all__ = ["disputed_facts", "passages_of"]


def disputed_facts(differences: Iterable[Difference], sources: Sources, settings: FactSettings) -> tuple[Fact, ...]:
    """The differences of ``settings.least`` confidence; of two of one kind on the same passages the surer."""
    kept: list[Difference] = []
    for difference in sorted(differences, key=lambda one: (-one.confidence, one.kind, one.statements[0].article, one.statements[0].spans)):
        if difference.confidence >= settings.least and not any(_same(difference, other) for other in kept):
            kept.append(difference)
    return tuple(
        Fact(
            id="",
            agreement="disputed",
            kind=one.kind,
            topic=one.topic,
            explanation=one.explanation,
            independent_sources=sources.count({statement.article for statement in one.statements}),
            statements=one.statements,
        )
        for one in kept
    )


def passages_of(facts: Sequence[Fact]) -> dict[str, list[Span]]:
    """The passages of facts, by article."""
    found = defaultdict[str, list[Span]](list)
    for fact in facts:
        for statement in fact.statements:
            found[statement.article].extend(statement.spans)
    return dict(found)


def _same(one: Difference, other: Difference) -> bool:
    """Whether two differences of one kind share their topic, or passages in two articles."""
    if one.kind != other.kind:
        return False
    if one.topic == other.topic:
        return True
    shared = {
        here.article
        for here in one.statements
        for there in other.statements
        if here.article == there.article and any(overlap(a, b) for a in here.spans for b in there.spans)
    }
    return len(shared) >= min(2, len({s.article for s in one.statements}))
