"""The timeline of a story: dated events from narration and remarks, one line an event however many outlets tell it."""

from __future__ import annotations

from collections.abc import Sequence

from ...records import Derivation, TimelineEvent, Utterance
from ...settings import Settings
from ..reports import Reports
from ..speakers import Voices
from .days import date_reports
from .events import order, to_event
from .mending import mend_days
from .same_event import group_tellings
from .tellings import find_tellings

__all__ = ["timeline"]


def timeline(
    reports: Reports, utterances: Sequence[Utterance], voices: Voices, derivation: Derivation, *, settings: Settings
) -> tuple[TimelineEvent, ...]:
    """Return the dated events of a story in order of time.

    Undated reports are dated through the others first. ``utterances`` are the story's: renditions of one remark tell one occasion.
    The result does not depend on the order of the articles.
    """
    dated = date_reports(reports, derivation, settings.timeline)
    tellings = find_tellings(dated, reports, utterances, voices, settings.timeline)
    groups = group_tellings(mend_days(tellings, reports, settings.timeline), reports, settings.timeline)
    return tuple(sorted(filter(None, (to_event(group, dated) for group in groups)), key=order))
