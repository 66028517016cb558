"""What an editor decided, against or beside what was computed."""

from __future__ import annotations

from typing import Final

from ...records import Dossier, Record

DECIDED: Final = "Decided by an editor"
NOT_APPLIED: Final = "not applied"
"""The text of such a decision ends in the reason."""


class Decision(Record, frozen=True):
    """One decision in words."""

    text: str
    note: str
    """The editor's reason in the editor's words; empty where none is given."""
    applied: bool


def decisions(dossier: Dossier) -> tuple[Decision, ...]:
    """All decisions, in the order of the editor's file, those that could not be applied last."""
    ordered = sorted(dossier.corrections, key=lambda correction: not correction.applied)
    return tuple(Decision(text=c.text, note=c.note or "", applied=c.applied) for c in ordered)


def decision_line(decision: Decision) -> str:
    """ "Ines Marlow said it, not Tom Keel (“heard the tape”); not applied"."""
    text = decision.text if decision.applied else decision.text.rstrip(".")
    note = f" (“{decision.note}”)" if decision.note else ""
    return text + note + ("" if decision.applied else f"; {NOT_APPLIED}")
