"""iCalendar: every line is legal, and every event is read back as it was."""

from __future__ import annotations

import re

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from retold.records import Dossier, TimelineEvent
from retold.render import render
from retold.render.exchange.calendar import folded

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


def read_back(stream: str) -> list[dict[str, str]]:
    """The events of a stream: RFC 5545, 3.1 and 3.3.11."""
    assert stream.endswith("END:VCALENDAR\r\n")
    assert "\n" not in stream.replace("\r\n", "")
    found: list[dict[str, str]] = []
    for line in stream.replace("\r\n ", "").removesuffix("\r\n").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and not line.startswith("END:"):
            plain = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)
            found[-1].setdefault(name.partition(";")[0], plain)
    return found


@given(WORDS)
def test_lines_are_folded_and_come_back(line: str) -> None:
    text = line.replace("\r", "").replace("\n", "")
    pieces = folded(text).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert all(piece.startswith(" ") for piece in pieces[1:])
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == text


def test_an_event_takes_its_days_and_the_next_is_free(full_tale: Dossier) -> None:
    event = msgspec.structs.replace(
        full_tale.timeline[0], date="2031-02", precision="month", event="Ferry; line, \\ opens\nsoon", ahead=True
    )
    (found,) = read_back(render(msgspec.structs.replace(full_tale, timeline=(event,)), "ics"))
    assert (found["DTSTART"], found["DTEND"]) == ("20310201", "20310301")
    assert found["SUMMARY"] == "planned: Ferry; line, \\ opens\nsoon"
    assert found["STATUS"] == "TENTATIVE"
    assert found["DTSTAMP"] == "20310309T000000Z"
    assert "Harbour Post: four ships" in found["DESCRIPTION"].split("\n")


@given(WORDS)
def test_any_words_come_back_and_no_line_is_added(words: str) -> None:
    event = TimelineEvent(date="0959-01-02", precision="day", event=words, told_by=())
    empty = msgspec.structs.replace(_nothing(), timeline=(event, event))
    stream = render(empty, "ics")
    first, second = read_back(stream)
    assert first == second
    assert first["DTSTART"] == "09590102"
    assert {line.partition(":")[0].partition(";")[0] for line in stream.replace("\r\n ", "").split("\r\n")} <= {
        *("BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME", "UID", "DTSTAMP", "DTSTART", "DTEND"),
        *("SUMMARY", "DESCRIPTION", "STATUS", "TRANSP", ""),
    }


def _nothing() -> Dossier:
    from retold.records import Derivation, IndependentSources

    empty = Derivation(independent_sources=IndependentSources(confirmed=0, possible=0))
    return Dossier(retold="0", settings="0", story="nothing", articles=(), derivation=empty)
