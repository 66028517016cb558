"""How much of each part a brief tells."""

from __future__ import annotations

from typing import Final, Literal, get_args

from ...records import Record

Length = Literal["short", "normal", "full"]
LENGTHS: Final[tuple[str, ...]] = get_args(Length)


class Room(Record, frozen=True, kw_only=True):
    """Most sentences of each part."""

    summary: int
    points: int
    disputed: int
    single: int
    timeline: int
    positions: int
    risks: int
    questions: int


ROOMS: Final[dict[str, Room]] = {
    "short": Room(summary=3, points=3, disputed=2, single=0, timeline=0, positions=0, risks=2, questions=0),
    "normal": Room(summary=4, points=5, disputed=4, single=4, timeline=8, positions=6, risks=3, questions=4),
    "full": Room(summary=6, points=10, disputed=10, single=10, timeline=20, positions=15, risks=8, questions=8),
}
"""By length; an issue of the summary is 3 to 6 sentences."""
