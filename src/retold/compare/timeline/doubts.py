"""Dates that an article's own day makes impossible or unlikely: a report of Monday that tells Tuesday as past, a Tuesday that was none."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from ...annotate.date_forms import WEEKDAYS
from ...records import Date
from .days import ADDRESS, Dated

_WEEK: Final = 7
_SLIP: Final = 3
"""Days after a report's own that it may tell of as past by mistake; a later date is one that was set."""
_COMING: Final = re.compile(r"\b(?:next|coming|following)\b", re.I)
_OTHERWISE: Final = re.compile(r"\b(?:last|past|previous|earlier)\b", re.I)


def doubt_of(text: str, found: Date, dated: Dated, *, ahead: bool) -> str | None:
    """Why the day that ``found`` means may not be the day that the article meant, in a sentence; None: no reason to doubt it.

    ``ahead``: the clause speaks of what is to come.
    """
    words = " ".join(text[slice(*found.span)].split())
    through = _second_hand(dated.through) if dated.through and found not in dated.annotated.dates else None
    if found.start is None or found.precision != "day":
        return through
    day = date.fromisoformat(found.start)
    weekday = _weekday(words)
    if weekday is not None and weekday != day.weekday():
        return f"The report says “{words}”, but that day is a {_name(day)}."
    if through:
        return through
    if dated.day is None:
        return None
    if not ahead and 0 < (day - dated.day).days <= _SLIP:
        return f"The report is dated {_written(dated.day)}, before the day that it tells of as past."
    if not ahead and next_day(text, found, dated) is not None:
        return (
            f"The report is dated {_written(dated.day)}: its “{words}” is six days back, or the next day and the report is dated too early."
        )
    return None


def next_day(text: str, found: Date, dated: Dated) -> str | None:
    """The day after the report's, where the weekday that ``found`` names is that day's (backwards it is six days old); else
    None."""
    if found.start is None or dated.day is None or not _is_bare(text, found):
        return None
    late = (dated.day - date.fromisoformat(found.start)).days == _WEEK - 1
    return (dated.day + timedelta(days=1)).isoformat() if late else None


def last_week(text: str, found: Date, dated: Dated) -> Date:
    """A bare weekday that was read as a coming one, as the last one: for a clause that tells what was done."""
    late = dated.day is not None and found.start is not None and found.start > dated.day.isoformat()
    return _moved(found, -_WEEK) if late and _is_bare(text, found) else found


def coming_week(text: str, found: Date, dated: Dated) -> Date:
    """A bare weekday that was read as the last one, days ago, as the coming one: for a clause that foretells."""
    past = dated.day is not None and found.start is not None and found.start < (dated.day - timedelta(days=_SLIP - 1)).isoformat()
    return _moved(found, _WEEK) if past and _is_bare(text, found) else found


def _is_bare(text: str, found: Date) -> bool:
    """Whether a day is given by its weekday alone, nothing saying of which week."""
    words = text[slice(*found.span)]
    alone = found.precision == "day" and _weekday(words) is not None and not any(char.isdigit() for char in words)
    return alone and not _COMING.search(words) and not _OTHERWISE.search(words)


def _moved(found: Date, days: int) -> Date:
    day = (date.fromisoformat(found.start or "") + timedelta(days=days)).isoformat()
    return replace(found, start=day, end=day)


def _second_hand(through: str) -> str | None:
    """An address hardly errs; other reports may tell of another week."""
    return None if through == ADDRESS else f"dated through {through}: the report bears no sure date"


def _weekday(words: str) -> int | None:
    low = words.lower()
    return next((number for number, name in enumerate(WEEKDAYS) if name in low), None)


def _name(day: date) -> str:
    return WEEKDAYS[day.weekday()].capitalize()


def _written(day: date) -> str:
    return f"{_name(day)} {day.day} {day:%B} {day.year}"
