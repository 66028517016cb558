"""How a rendition stands to the base, judged from its changes; and which rendition is the base."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import NamedTuple

from ..records import Relation, Span
from ..settings import CollationSettings
from .alignment import shared, weight
from .pieces import Piece
from .tokens import Token, tokenize
from .variants import Change

_DEFAULT = CollationSettings()

SEVERITY: tuple[Relation, ...] = ("base", "same", "part", "style", "spliced", "reworded", "changed", "indirect")
"""Relations from the least to the most altered; what is told without quotation marks claims no words and stands last."""


def relation_of(changes: Sequence[Change]) -> Relation:
    """The relation that a rendition's changes amount to; the gravest one decides.

    changed: one of them changes the meaning; reworded: other words, words added inside, or words moved; spliced: words
    left out inside without a mark, an interruption ("he said") being none; style: grammar, brackets, contractions, a marked
    ellipsis; part: words cut at an end; same: nothing but typing, or words before or after.
    """
    if any(change.variant.changes_meaning == "yes" for change in changes):
        return "changed"
    if any(map(_rewords, changes)):
        return "reworded"
    if any(change.variant.kind == "omission" and change.heavy and change.place in ("inside", "break") for change in changes):
        return "spliced"
    if any(map(_styles, changes)):
        return "style"
    return "part" if any(change.variant.kind == "omission" for change in changes) else "same"


def _rewords(change: Change) -> bool:
    kind = change.variant.kind
    if kind == "transposition":
        return True
    return change.heavy and (kind == "substitution" or (kind == "addition" and change.place == "inside"))


def _styles(change: Change) -> bool:
    if change.variant.kind in ("omission", "addition") and change.place in ("start", "end", "break"):
        return change.variant.kind == "addition" and change.variant.note is not None and change.variant.note.startswith("inserted")
    return change.place == "marked" or change.variant.of not in ("typography", "spelling")


def choose_base(pieces: Sequence[Piece], depth: Mapping[str, int], settings: CollationSettings = _DEFAULT) -> Piece:
    """The rendition nearest to the source.

    Smallest derivation depth of its article first (0: a root; an article that ``depth`` does not hold is a root); then the
    most complete, by weight of its words in coarse steps; then the least edited (brackets, ellipses) and the nearest to
    speech (contractions, which editors write out); then the one that shares most words with the others; then the longest;
    then by article, quotation and place. The order of ``pieces`` plays no part. Raises ``ValueError`` where there are none.
    """
    if not pieces:
        raise ValueError("an utterance has at least one rendition, but none was given")
    said = {piece: _said(piece) for piece in pieces}
    return min(said, key=lambda piece: _rank(piece, said, depth.get(piece.article, 0), settings))


class _Rank(NamedTuple):
    depth: int
    completeness: int
    edits: int
    contractions: int
    shared: float
    weight: float
    article: str
    quotation: str
    spans: tuple[Span, ...]


def _rank(piece: Piece, said: Mapping[Piece, Sequence[Token]], depth: int, settings: CollationSettings) -> _Rank:
    own = said[piece]
    others = (said[other] for other in sorted(said, key=lambda p: (p.article, p.quotation, p.spans)) if other.article != piece.article)
    return _Rank(
        depth=depth,
        completeness=-round(log(1 + weight(own), settings.completeness_step)),
        edits=sum(piece.text.count(mark) for mark in ("[", "…", "...")),
        contractions=-sum(token.clitic for token in own),
        shared=-round(sum(shared(own, other) for other in others), 6),
        weight=-round(weight(own), 6),
        article=piece.article,
        quotation=piece.quotation,
        spans=piece.spans,
    )


def _said(piece: Piece) -> tuple[Token, ...]:
    return tuple(token for token in tokenize(piece.text, [(0, len(piece.text))]) if not token.bracketed)
