"""The timeline in a terminal."""

from __future__ import annotations

import msgspec

from retold.records import Dossier, TimelineEvent
from retold.render import render


def test_an_event_has_a_line_with_its_date_and_its_reports(full_tale: Dossier) -> None:
    shown = render(full_tale)
    assert "TIMELINE" in shown
    assert "4 Mar 2031  interview (Harbour Post)" in shown


def test_without_events_there_is_no_section(tale: Dossier) -> None:
    assert "TIMELINE" not in render(tale)


def test_of_many_events_those_that_most_tell_are_shown(full_tale: Dossier) -> None:
    by = full_tale.timeline[0].told_by
    many = [TimelineEvent(date=f"{1900 + n}", precision="year", event=f"event {n}", told_by=by * (2 if n == 39 else 1)) for n in range(40)]
    shown = render(msgspec.structs.replace(full_tale, timeline=tuple(many)))
    assert "event 39" in shown
    assert "event 35" not in shown
    assert "and 10 more" in shown
