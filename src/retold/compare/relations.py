"""How a rendition stands to the base, judged from its changes; and which rendition is the base."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log
from operator import or_
from typing import NamedTuple

from ..records import Relation, Span
from ..settings import CollationSettings
from .alignment import sense, weight, weight_of
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
        return change.heavy
    return change.heavy and (kind == "substitution" or (kind == "addition" and change.place == "inside"))


def _styles(change: Change) -> bool:
    if change.variant.kind in ("omission", "addition") and change.place in ("start", "end", "break"):
        return change.variant.kind == "addition" and change.variant.note is not None and change.variant.note.startswith("inserted")
    return change.place == "marked" or change.variant.of not in ("typography", "spelling")


def choose_base(
    pieces: Sequence[Piece],
    depth: Mapping[str, int],
    settings: CollationSettings = _DEFAULT,
    published: Mapping[str, str | None] | None = None,
) -> Piece:
    """The rendition nearest to the source.

    Of each article its fullest piece stands for all; of these the one whose article has the smallest derivation depth (0: a
    root; an article that ``depth`` does not hold is a root); then whose article has most of the utterance, all its pieces
    together, by weight of words in coarse steps down from the fullest of the least depth; then the one whose words most articles
    have, in whole words: a number or name that all others tell otherwise speaks against it; then
    the least edited (brackets, ellipses) and the nearest to speech (contractions, which editors write out); then the earliest by
    ``published`` (ISO dates by article); then the one that shares most words with the others; then the longest; then by article,
    quotation and place. The order of ``pieces`` plays no part. Raises ``ValueError`` where there are none.
    """
    if not pieces:
        raise ValueError("an utterance has at least one rendition, but none was given")
    if len(pieces) == 1:
        return pieces[0]
    said = {piece: _said(piece) for piece in pieces}
    common = _common(said)
    of = defaultdict[str, list[Piece]](list)
    for piece in said:
        of[piece.article].append(piece)
    least = min(depth.get(article, 0) for article in of)
    whole = {article: _whole(own, said, settings) for article, own in of.items()}
    fullest = max(weight for article, weight in whole.items() if depth.get(article, 0) == least)
    ranks = list[_Rank]()
    for article, own in of.items():
        longest = max(weight(said[piece]) for piece in own)
        best = min(own, key=lambda p: (_short_of(weight(said[p]), longest, settings), _rank(p, said[p], common[p])[:-1]))
        given = _rank(best, said[best], common[best])
        ranks.append(
            given._replace(
                depth=depth.get(article, 0),
                short=_short_of(whole[article], fullest, settings),
                published=(published or {}).get(article) or "~",
            )
        )
    return min(_by_majority(ranks), key=lambda rank: rank[:-1]).piece


def _whole(own: Sequence[Piece], said: Mapping[Piece, Sequence[Token]], settings: CollationSettings) -> float:
    """Weight of all different words of an article's pieces, less what its edits take."""
    counts = functools.reduce(or_, (Counter(map(sense, said[piece])) for piece in own))
    return max(0.0, weight_of(counts) - settings.edit * sum(map(_edits, own)))


def _by_majority(ranks: Sequence[_Rank]) -> list[_Rank]:
    """Ranks with the words that the other articles by majority have and each has not, against the best of the equally complete ones."""
    best = dict[tuple[int, int], float]()
    for rank in ranks:
        key = (rank.depth, rank.short)
        best[key] = max(best.get(key, 0.0), -rank.shared)
    others = max(1, len(ranks) - 1)
    return [rank._replace(alone=int((best[rank.depth, rank.short] + rank.shared) / others + 0.5)) for rank in ranks]


def _edits(piece: Piece) -> int:
    """Marks of an editor's hand: brackets and ellipses."""
    return sum(piece.text.count(mark) for mark in ("[", "…", "..."))


def _short_of(weight: float, fullest: float, settings: CollationSettings) -> int:
    """How far a weight of words stays behind the fullest, in coarse steps; 0 where it is about as full, or fuller."""
    return max(0, int(log((1 + fullest) / (1 + weight), settings.completeness_step)))


def _common(said: Mapping[Piece, Sequence[Token]]) -> dict[Piece, float]:
    """Weight of the words that each piece shares with all pieces of other articles together; pieces that read alike are counted once."""
    counts = {piece: Counter(map(sense, tokens)) for piece, tokens in said.items()}
    kinds = {piece: frozenset(count.items()) for piece, count in counts.items()}
    places = Counter((kinds[piece], piece.article) for piece in said)
    everywhere = Counter(kinds.values())
    found = dict[tuple[frozenset[tuple[tuple[bool, str], int]], str], float]()
    for piece, kind in kinds.items():
        if (kind, piece.article) not in found:
            own = counts[piece]
            found[kind, piece.article] = sum(
                (number - places[other, piece.article]) * weight_of(own & Counter(dict(other))) for other, number in everywhere.items()
            )
    return {piece: found[kinds[piece], piece.article] for piece in said}


class _Rank(NamedTuple):
    depth: int
    short: int
    alone: int
    edits: int
    contractions: int
    published: str
    shared: float
    weight: float
    article: str
    quotation: str
    spans: tuple[Span, ...]
    piece: Piece


def _rank(piece: Piece, own: Sequence[Token], common: float) -> _Rank:
    return _Rank(
        depth=0,
        short=0,
        alone=0,
        edits=_edits(piece),
        contractions=-sum(token.clitic for token in own),
        shared=-round(common, 6),
        weight=-round(weight(own), 6),
        published="",
        article=piece.article,
        quotation=piece.quotation,
        spans=piece.spans,
        piece=piece,
    )


def _said(piece: Piece) -> tuple[Token, ...]:
    return tuple(token for token in tokenize(piece.text, [(0, len(piece.text))]) if not token.bracketed)
