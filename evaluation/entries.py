"""Timeline and positions of a key, entry by entry: which of its passages stand in the dossier, with the same date or stance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from evaluation.gold import GoldEvent, GoldPassage, GoldPosition, near
from retold.annotate.folding import fold
from retold.annotate.states import state_of
from retold.records import Dossier, Position, Span

STANCES = (
    {"open to", "offers"},
    {"refuses", "denies", "has not confirmed"},
    {"demands", "wants", "urges"},
    {"threatens"},
    {"pledges"},
)
"""Stances that a reader would not tell apart where a report leaves it open."""


class Entry(msgspec.Struct, frozen=True):
    """An entry of the key, and which of its passages were found."""

    what: str
    told: tuple[str, ...]
    """Articles in which it was found."""
    missed: tuple[str, ...]
    instead: tuple[str, ...] = ()
    """What the dossier has at the missed passages: other dates, actors or stances."""

    @property
    def found(self) -> bool:
        """Found in one article at least."""
        return bool(self.told)


class _There(msgspec.Struct, frozen=True):
    """A passage of the dossier, and what it is said to be."""

    article: str
    spans: tuple[Span, ...]
    label: str
    same: bool
    """Whether it has the date, or the actor and stance, that the key wants."""


def _entry(what: str, passages: Sequence[GoldPassage], dossier: Iterable[_There]) -> Entry:
    there = list(dossier)
    told: list[str] = []
    missed: list[str] = []
    instead: set[str] = set()
    for passage in passages:
        here = [one for one in there if one.article == passage.article and near(passage.spans, one.spans)]
        if any(one.same for one in here):
            told.append(passage.article)
        else:
            missed.append(passage.article)
            instead |= {one.label for one in here}
    return Entry(what=what, told=tuple(told), missed=tuple(missed), instead=tuple(sorted(instead)))


def timeline(listed: Sequence[GoldEvent], dossier: Dossier) -> Iterator[Entry]:
    """Is each event told at its passages, on its date? A finer date within the key's will do: a day of its year."""
    for wanted in listed:
        there = (
            _There(
                article=told.article,
                spans=told.spans,
                label=f"{event.date} ({event.precision})",
                same=event.date == wanted.date or event.date.startswith(f"{wanted.date}-"),
            )
            for event in dossier.timeline
            for told in event.told_by
        )
        yield _entry(f"{wanted.date} {wanted.event}", wanted.told_by, there)


def stance_group(stance: str) -> set[str]:
    """The stances that count as the same; "denies or has not confirmed" is either."""
    parts = set(stance.split(" or "))
    return next((group for group in STANCES if group & parts), parts)


def parties(position: Position) -> set[str]:
    """Whom a position is of, folded: the actor, and the state that the actor is or speaks for."""
    return {fold(name) for name in (position.actor, position.state, state_of(position.actor)) if name}


def positions(listed: Sequence[GoldPosition], dossier: Dossier) -> Iterator[Entry]:
    """Is each position told at its passages, of its actor, with a stance of the same group?"""
    for wanted in listed:
        group = stance_group(wanted.stance)
        there = (
            _There(
                article=one.article,
                spans=one.spans,
                label=f"{one.actor} {one.stance}",
                same=stance_group(one.stance) == group and fold(wanted.actor) in parties(one),
            )
            for one in dossier.positions
        )
        yield _entry(f"{wanted.actor} {wanted.stance}: {wanted.about}", wanted.passages, there)
