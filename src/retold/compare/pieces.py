"""Pieces: the marked passages of quotations that can render an utterance, the unit that compare lines up."""

from __future__ import annotations

from ..records import Occasion, Record, Span


class Piece(Record, frozen=True, kw_only=True):
    """One quotation, or one passage inside marks of a mixed quotation."""

    quotation: str
    """Id of the quotation it belongs to."""
    article: str
    spans: tuple[Span, ...]
    """The words said, marks left out, in the article's text; several where "he said" interrupts."""
    text: str
    """The words of ``spans``, joined by a space."""
    speaker: str | None
    """Canonical name in the story; None: unknown."""
    addressee: str | None
    occasion: Occasion | None
    confidence: float
    """Of the quotation it belongs to."""
