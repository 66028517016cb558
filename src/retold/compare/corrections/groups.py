"""Regrouping the pieces of a story as an editor decided: passages that are one remark come together, others are kept apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace
from rapidfuzz import fuzz

from ...annotate.folding import fold
from ...records import Reason, Span, StoryQuotation, Utterance
from ..pieces import Piece
from .decisions import Decisions
from .excerpts import Place

Block = tuple[Piece, ...]
"""Pieces that nothing divides."""


def regroup(clusters: Sequence[Sequence[Piece]], decisions: Decisions) -> tuple[tuple[Piece, ...], ...]:
    """Return the groups of pieces with the editor's decisions carried out; a group that these do not speak of stays as it is.

    Groups that hold a piece of one remark become one. A group that holds two pieces kept apart is divided: joined pieces stay together,
    every other one goes with those that it was grouped with before, and among them with those whose words are most like its own. The
    order of ``clusters`` makes no difference.
    """
    if not decisions.same and not decisions.apart:
        return tuple(tuple(cluster) for cluster in clusters)
    pieces = {_place(piece): piece for cluster in clusters for piece in cluster}
    before = {_place(piece): number for number, cluster in enumerate(clusters) for piece in cluster}
    joined = [found for places in decisions.joined if (found := places.intersection(pieces))]
    blocks = _united(joined, joined)
    groups = _united([frozenset(map(_place, cluster)) for cluster in clusters], blocks)
    kept_apart, parts = decisions.kept_apart, list[Block]()
    for group in groups:
        apart = [pair for pair in kept_apart if pair <= group]
        whole = [block for block in blocks if block <= group]
        loose = group.difference(*whole)
        inside = [tuple(pieces[p] for p in block) for block in (*whole, *(frozenset([place]) for place in loose))]
        parts += _divided(inside, apart, before) if apart else [tuple(pieces[place] for place in group)]
    return tuple(sorted((tuple(sorted(part, key=_order)) for part in parts if part), key=lambda part: _order(part[0])))


def sign(utterances: Sequence[Utterance], quotations: Sequence[StoryQuotation], decisions: Decisions) -> tuple[Utterance, ...]:
    """Return the utterances with the editor's decisions shown: a reason on every rendition of one that was joined, and the speaker named
    for any of its renditions as its own."""
    named = {one.quotation for one in decisions.speakers}
    speakers = {q.id: q.speaker.canonical for q in quotations if q.id in named and q.speaker is not None}
    return tuple(_signed(utterance, decisions, speakers) for utterance in utterances)


def _signed(utterance: Utterance, decisions: Decisions, speakers: Mapping[str, str]) -> Utterance:
    held = {(rendition.quotation, span) for rendition in utterance.renditions for span in rendition.spans}
    reasons = tuple(
        Reason(what="editor", text=decision.text, weight=1.0)
        for decision, places in zip(decisions.same, decisions.joined, strict=True)
        if any((quotation, span) in held for quotation, spans in places for span in spans)
    )
    speaker = next((speakers[r.quotation] for r in utterance.renditions if r.quotation in speakers), utterance.speaker)
    if not reasons and speaker == utterance.speaker:
        return utterance
    renditions = tuple(replace(r, reasons=(*reasons, *r.reasons)) for r in utterance.renditions)
    return replace(utterance, speaker=speaker, renditions=renditions)


def _place(piece: Piece) -> Place:
    return piece.quotation, piece.spans


def _order(piece: Piece) -> tuple[str, tuple[Span, ...], str]:
    return piece.article, piece.spans, piece.quotation


def _united(sets: Iterable[frozenset[Place]], by: Iterable[frozenset[Place]]) -> list[frozenset[Place]]:
    """The sets, those united that have members of one set of ``by``."""
    found = list(dict.fromkeys(sets))
    for join in by:
        touched = [one for one in found if one & join]
        if len(touched) > 1:
            found = [one for one in found if not one & join] + [touched[0].union(*touched[1:])]
    return found


def _divided(blocks: Sequence[Block], apart: Collection[frozenset[Place]], before: Mapping[Place, int]) -> list[Block]:
    """Divide a group so that no part holds two pieces kept apart: first the blocks that are apart from others, then the rest."""
    ordered = sorted((tuple(sorted(block, key=_order)) for block in blocks), key=lambda block: _order(block[0]))
    block_of = {_place(piece): number for number, block in enumerate(ordered) for piece in block}
    foes = {frozenset(block_of[place] for place in pair) for pair in apart}
    seeds = [number for number in range(len(ordered)) if any(number in pair for pair in foes)]
    parts: list[list[int]] = []
    for number in seeds:
        friendly = [part for part in parts if not any(frozenset((number, other)) in foes for other in part)]
        if friendly:
            max(friendly, key=lambda part: _fit(ordered[number], [p for n in part for p in ordered[n]], before)).append(number)
        else:
            parts.append([number])
    cores = [[piece for number in part for piece in ordered[number]] for part in parts]
    found = [list(core) for core in cores]
    for number in set(range(len(ordered))) - set(seeds):
        best = max(range(len(cores)), key=lambda part: (_fit(ordered[number], cores[part], before), -part))
        found[best] += ordered[number]
    return [tuple(part) for part in found]


def _fit(block: Block, part: Sequence[Piece], before: Mapping[Place, int]) -> tuple[bool, float, float]:
    """How well a block goes with a part: whether they were grouped together, then how like their words are."""
    grouped = bool({before[_place(piece)] for piece in block} & {before[_place(piece)] for piece in part})
    pairs = [(fold(one.text), fold(other.text)) for one in block for other in part]
    return grouped, max(fuzz.token_set_ratio(*pair) for pair in pairs), max(fuzz.token_sort_ratio(*pair) for pair in pairs)
