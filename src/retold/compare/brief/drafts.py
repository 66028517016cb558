"""A sentence of the brief in the making: its words, the passages that bear it, and the words that the brief itself supplies."""

from __future__ import annotations

from collections.abc import Iterable

from ...records import BriefEvidence, Record, Span


class Draft(Record, frozen=True, kw_only=True):
    """A sentence that has not been checked yet."""

    text: str
    evidence: tuple[BriefEvidence, ...]
    """The passage that bears most of it first."""
    own: tuple[str, ...] = ()
    """What the brief itself supplies: names of outlets, their days, counts. Everything else must stand in the evidence."""


def passages(article: str, spans: Iterable[Span]) -> tuple[BriefEvidence, ...]:
    """Spans of one article as evidence."""
    return tuple(BriefEvidence(article=article, start=start, end=end) for start, end in spans)


def joined(evidence: Iterable[BriefEvidence]) -> tuple[BriefEvidence, ...]:
    """Evidence without what stands inside another passage of it, in the order given."""
    given = list(dict.fromkeys(evidence))
    return tuple(one for one in given if not any(_inside(one, other) for other in given))


def _inside(one: BriefEvidence, other: BriefEvidence) -> bool:
    return one != other and one.article == other.article and other.start <= one.start and one.end <= other.end
