"""Positions: what persons, bodies and states are open to, refuse, demand, offer, threaten or deny, each with the passage that tells it.

Two sources. A report names a stance ("refused to …", "is open to …", "X's offer of …"); or the words of a quotation take one ("we will
never …", "the harbour must …"). Who holds it is the actor of the clause or the speaker of the words; a stance that a speaker tells of
somebody else belongs to that other and keeps who told it. What can't be told who holds it, or what it is about, is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...records import Annotated, Position
from ..speakers import Voices
from .clauses import Stand, clauses
from .cues import STANCES, Cues, Stance, load_cues
from .grouping import group_positions
from .holders import Scene, scene_of, tellable
from .named import named
from .readable import whole_marks
from .said import said
from .states import states_of
from .unreal import supposed

__all__ = ["STANCES", "Stance", "find_positions", "group_positions"]


def find_positions(articles: Sequence[Annotated], voices: Voices) -> tuple[Position, ...]:
    """The positions that the articles of a story tell: one for each passage, in order of articles (by id) and places.

    ``group_positions`` puts together those of one actor that several passages tell.
    """
    cues = load_cues()
    states = states_of(articles, voices)
    found: list[Position] = []
    for annotated in sorted(articles, key=lambda a: a.article.id):
        scene = scene_of(annotated, voices, states)
        found.extend(_position(scene, stand) for stand in _stands(scene, cues))
    return tuple(found)


def _stands(scene: Scene, cues: Cues) -> list[Stand]:
    """All stances of an article in order; of two in one place the longer, of equals the one named."""
    stands = [s for clause in clauses(scene) for s in (*named(clause, cues), *said(clause, cues))]
    stands = [s for s in stands if tellable(s.holder.name) and not supposed(scene.annotated.article.text, s, cues)]
    kept: list[Stand] = []
    for stand in sorted(stands, key=lambda s: (s.told, s.about[0], -s.about[1])):
        if not any(_repeats(stand, k) for k in kept):
            kept.append(stand)
    return sorted(kept, key=lambda s: s.span)


def _repeats(one: Stand, other: Stand) -> bool:
    """Whether two stances are about the same words, of one holder or of one kind."""
    beside = one.about[1] <= other.about[0] or other.about[1] <= one.about[0]
    return not beside and (one.holder.name == other.holder.name or one.stance == other.stance)


def _position(scene: Scene, stand: Stand) -> Position:
    text = scene.annotated.article.text
    q = stand.quotation
    speaker = scene.speaker(q)
    told_by = speaker[0] if speaker and speaker[0] != stand.holder.name and speaker[1] != stand.holder.name else None
    start, end = stand.span
    about = whole_marks(" ".join(text[slice(*stand.about)].split()))
    return Position(
        actor=stand.holder.name,
        state=stand.holder.state,
        stance=stand.stance,
        toward=stand.toward,
        about=f"“{about}”" if stand.verbatim else about,
        occasion=q.occasion if q else None,
        told_by=told_by,
        article=scene.annotated.article.id,
        spans=(stand.span,),
        words=tuple((max(a, start), min(b, end)) for a, b in (q.marked if q else ()) if a < end and start < b),
    )
