"""Positions of one actor that several passages tell, put together."""

from __future__ import annotations

from collections.abc import Sequence

from ...records import Position
from ..passages import stems

_ALIKE = 0.5  # share of the shorter one's stems


def group_positions(positions: Sequence[Position]) -> tuple[tuple[Position, ...], ...]:
    """Groups of one holder, one stance and one matter, in order of their first passage; each position is in one group.

    Whoever speaks for a state holds the state's position; two matters are one where half of the shorter one's words are in the other.
    The fullest telling of a matter comes first in its group.
    """
    groups: list[list[Position]] = []
    terms: list[list[frozenset[str]]] = []
    for position in positions:
        own = _terms(position)
        home = next((n for n, g in enumerate(groups) if _together(g[0], position) and any(_same(own, t) for t in terms[n])), None)
        if home is None:
            groups.append([position])
            terms.append([own])
        else:
            groups[home].append(position)
            terms[home].append(own)
    return tuple(tuple(g) for g in groups)


def _terms(position: Position) -> frozenset[str]:
    return stems(position.about) - stems(" ".join(filter(None, (position.actor, position.state))))


def _together(one: Position, other: Position) -> bool:
    return one.stance == other.stance and (one.state or one.actor) == (other.state or other.actor)


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and len(short & long) >= _ALIKE * len(short) and (len(short) > 1 or len(long) < 4)
