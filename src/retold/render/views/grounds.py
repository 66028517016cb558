"""Why a rendition is taken for one of its utterance: the reasons that compare kept, with what each weighs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ...records import Reason, Record, Rendition

REASONS: Final[dict[str, str]] = {
    "words": "words",
    "speaker": "speaker",
    "occasion": "occasion",
    "place": "place in the report",
    "order": "order",
    "derivation": "who rewrote whom",
    "length": "length",
    "editor": "decided by an editor",
}
"""What a reader sees for ``Reason.what``."""


class Ground(Record, frozen=True):
    """One reason in words."""

    what: str
    text: str
    weight: str
    """ "+0.25", "−0.10"; empty for an editor's decision, which is not weighed."""
    against: bool


class Grounds(Record, frozen=True):
    """All reasons for one outlet's rendition."""

    outlet: str
    sure: str
    """ "90% sure"."""
    reasons: tuple[Ground, ...]
    """An editor's decision first, then what weighs most."""


def grounds(renditions: Sequence[Rendition], names: Mapping[str, str]) -> tuple[Grounds, ...]:
    """The reasons of renditions that have any, each outlet under the name that the reader sees."""
    return tuple(
        Grounds(
            outlet=names.get(rendition.article, rendition.article),
            sure=f"{rendition.confidence:.0%} sure",
            reasons=tuple(map(_ground, sorted(rendition.reasons, key=lambda r: (r.what != "editor", -abs(r.weight))))),
        )
        for rendition in renditions
        if rendition.reasons
    )


def ground_line(ground: Ground) -> str:
    """ "+0.25 speaker: both name Ines Marlow"."""
    return " ".join(filter(None, [ground.weight, f"{ground.what}: {ground.text}"]))


def _ground(reason: Reason) -> Ground:
    weight = "" if reason.what == "editor" else f"{reason.weight:+.2f}".replace("-", "−")
    return Ground(what=REASONS.get(reason.what, reason.what), text=reason.text, weight=weight, against=reason.weight < 0)
