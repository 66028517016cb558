"""Pieces: the marked passages of quotations that can render an utterance, the unit that compare lines up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..records import Annotated, Occasion, Quotation, Record, Span
from .speakers import Voices


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


def find_pieces(articles: Sequence[Annotated], voices: Voices) -> tuple[Piece, ...]:
    """Pieces of all articles, in order of articles and spans: a direct quotation whole, a mixed one by its marked passages."""
    return tuple(p for a in articles for q in a.quotations if q.type == "speech" and q.marked for p in _of(a, q, voices))


def _of(annotated: Annotated, quotation: Quotation, voices: Voices) -> Iterator[Piece]:
    text = annotated.article.text
    groups = [quotation.marked] if quotation.kind == "direct" else [(span,) for span in quotation.marked]
    for spans in groups:
        yield Piece(
            quotation=quotation.id,
            article=annotated.article.id,
            spans=spans,
            text=" ".join(text[a:b] for a, b in spans),
            speaker=voices.name(annotated.article.id, quotation.speaker.canonical if quotation.speaker else None),
            addressee=quotation.addressee,
            occasion=quotation.occasion,
            confidence=quotation.confidence,
        )
