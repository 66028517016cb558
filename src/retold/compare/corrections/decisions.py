"""An editor's decisions in terms of one run: its quotations, pieces and articles."""

from __future__ import annotations

from itertools import combinations

from ...records import Correction, EdgeKind, Record
from .excerpts import Place


class SpeakerDecision(Record, frozen=True, kw_only=True):
    """Who said a quotation."""

    quotation: str
    speaker: str
    where: str


class Passages(Record, frozen=True, kw_only=True):
    """Passages that are one remark, or of which no two are; each is one piece or more of a quotation."""

    passages: tuple[frozenset[Place], ...]
    text: str
    """What was decided, with the editor's note."""
    where: str
    lacking: tuple[str, ...] = ()
    """Why further passages of the entry are not among these."""


class EdgeDecision(Record, frozen=True, kw_only=True):
    """An edge that holds, or that there is not."""

    entry: int
    """Its number among all entries, from 0."""
    from_: str
    """Article id, or ``unseen:NAME``."""
    to: str
    kind: EdgeKind | None
    holds: bool
    text: str
    """What was decided, with the editor's note."""
    where: str

    @property
    def ends(self) -> frozenset[str]:
        """Both ends, whatever the direction."""
        return frozenset((self.from_, self.to))


class Decisions(Record, frozen=True, kw_only=True):
    """An editor's corrections in terms of one run."""

    corrections: tuple[Correction, ...] = ()
    """One for each entry, in the order of the file; for an edge ``correct_edges`` has the last word."""
    speakers: tuple[SpeakerDecision, ...] = ()
    same: tuple[Passages, ...] = ()
    apart: tuple[Passages, ...] = ()
    edges: tuple[EdgeDecision, ...] = ()

    @property
    def joined(self) -> tuple[frozenset[Place], ...]:
        """Sets of pieces that are one remark."""
        return tuple(frozenset[Place]().union(*decision.passages) for decision in self.same)

    @property
    def kept_apart(self) -> frozenset[frozenset[Place]]:
        """Pairs of pieces that are two remarks."""
        return frozenset(
            frozenset((a, b)) for decision in self.apart for one, other in combinations(decision.passages, 2) for a in one for b in other
        )
