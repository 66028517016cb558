"""The timeline as iCalendar, for any calendar program.

The format: RFC 5545. Of it a timeline needs whole days only: no zones, no repetitions, no alarms; so it is written here, and not
through a library of ten thousand lines that would come with it. Lines end in CRLF and are folded after 75 octets (3.1), text is escaped
(3.3.11).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256

from ...records import Dossier
from ..lines import printable
from ..views.passages import Places
from ..views.runs import one_line
from ..views.timeline import EventView, events
from .wellformed import legal

_OCTETS = 75
_NEVER = "19700101"
"""DTSTAMP where no report has a date: the standard wants one, and a clock would make two files of one dossier."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def render_calendar(dossier: Dossier) -> str:
    """The timeline as an iCalendar stream, the same for the same dossier.

    An event told to a month or a year takes all its days. What lay ahead when it was told is tentative.
    """
    stamp = max((a.published[:10] for a in dossier.articles if a.published and _DAY.match(a.published)), default=_NEVER).replace("-", "")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Retold//{_text(dossier.retold)}//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_text(dossier.story)}")
    for event in events(dossier, Places(dossier.articles)):
        lines += _event(event, dossier.story, stamp)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(event: EventView, story: str, stamp: str) -> Iterator[str]:
    said = "\0".join((story, event.when, event.words, *(f"{t.name}\0{t.words}" for t in event.told_by)))
    yield "BEGIN:VEVENT"
    yield f"UID:{sha256(said.encode('utf-8', 'replace')).hexdigest()[:32]}@retold.invalid"
    yield f"DTSTAMP:{stamp}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_digits(event.first)}"
    if event.last < date.max:
        yield f"DTEND;VALUE=DATE:{_digits(event.last + timedelta(days=1))}"  # the day after, 3.6.1
    yield f"SUMMARY:{_text(event.words)}"
    told = [event.when, *([event.doubt] if event.doubt else []), *(f"{t.name}: {t.words}" for t in event.told_by)]
    yield f"DESCRIPTION:{_text(chr(10).join(map(one_line, told)))}"
    yield f"STATUS:{'TENTATIVE' if event.ahead or event.doubt else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, each further one begun by a blank; no character is torn."""
    pieces, piece, octets = [], "", 0
    for char in line:
        size = len(char.encode("utf-8", "replace"))
        if octets + size > _OCTETS:
            pieces.append(piece)
            piece, octets = " ", 1
        piece += char
        octets += size
    return "\r\n".join([*pieces, piece])


def _text(text: str) -> str:
    """A value of type TEXT: backslash, semicolon, comma and line break escaped, no control characters."""
    plain = printable(legal(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")))
    return re.sub(r"([\\;,])", r"\\\1", plain).replace("\n", "\\n")
