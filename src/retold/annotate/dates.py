"""Dates: the expressions in English news that say when, resolved against the article's own date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from retold.annotate.date_forms import matches
from retold.annotate.date_readings import WEEK_OF, Moment, Reading, read, year_in
from retold.records import Date, Span


def find_dates(text: str, spans: Sequence[Span], published: str | None) -> tuple[Date, ...]:
    """Find the date expressions of ``text`` inside ``spans`` and resolve them against the day of publication.

    ``spans`` are sentences or longer stretches of the text; an expression never crosses their bounds. ``published`` is an ISO
    date or date-time; with None (or something else) relative expressions are found but stay unresolved, and so do days
    and months without a year. Returns dates in order of their spans, not overlapping. Raises nothing.
    """
    today = _day(published)
    found: list[_Found] = []
    done = 0
    for start, end in sorted(spans):
        for form, match in matches(text, (max(start, done), min(end, len(text)))):
            moment = Moment(today, _looks_ahead(text, start, match), _told(found))
            whole = form in _DAYS and _WEEK_OF.search(text, max(start, match.start() - 30), match.start())
            found.append(_Found(match.span(), WEEK_OF if whole else form, " ".join(match.group().split()), moment))
            done = match.end()
    return tuple(
        Date(span=span, start=_iso(reading.start), end=_iso(reading.end), precision=reading.precision)
        for span, reading in _ranges(text, found)
    )


_DAYS: Final = {"day", "weekday"}
_WEEK_OF = re.compile(r"\bweek\s(?:of|beginning|starting|commencing)\s(?:on\s)?$", re.I)


class _Found(NamedTuple):
    """An expression in the text, not yet resolved for good: it may be the end of a range."""

    span: Span
    form: str
    words: str
    moment: Moment

    def read(self, year: int | None = None) -> Reading:
        """Resolve it; ``year`` stands in for one that the expression leaves out."""
        return read(self.form, self.words, self.moment, year)


# ---------------------------------------------------------------------------------------------- does the clause look ahead

_AHEAD = re.compile(
    r"(?:\b(?:will|won['’]t|shall|would(?!\shave)|going\sto|scheduled|slated|upcoming|forthcoming|due(?!\sto\b)|expected|until|till|deadline"
    r"|(?:set|planned)\s(?:for|to)|plans?\s(?:for|to)|(?:is|are|was|were)\s(?:due\s)?to|to\sbe\s\w+(?:ed|own|eld|iven)|to\sair)|['’]ll)\b",
    re.I,
)
_EVE = re.compile(r"\bthe\seve\sof\s(?:the\s)?$", re.I)
_REPORTED = re.compile(
    r"\b(?:said|says|told|announced|added|warned|reported|wrote|posted|tweeted|stated|declared|confirmed|insisted|called)\b"
)
_STOP = re.compile(r"[.!?;][\"”’']?\s+(?=[\"“‘']?[A-Z])")


def _looks_ahead(text: str, floor: int, match: re.Match[str]) -> bool:
    """Whether the nearest verbs put the expression into the future: "will meet on Thursday", but not "will pay, he said on Thursday"."""
    start, end = match.span()
    before = text[max(floor, start - 100) : start]
    clause = _STOP.split(before)[-1]
    if _EVE.search(clause):
        return True
    cues = list(_AHEAD.finditer(clause))
    if cues:
        return not _REPORTED.search(clause, cues[-1].end())
    if len(clause.split()) > 1:
        return False
    after = _STOP.split(text[end : end + 70])[0]
    cue, reported = _AHEAD.search(after), _REPORTED.search(after)
    return cue is not None and (reported is None or cue.start() < reported.start())


# ---------------------------------------------------------------------------------------------- ranges

_JOINED = re.compile(r"\s{0,2}(?:to|through|until|till|[-–—])\s{0,2}")
_BETWEEN = re.compile(r"\bbetween\s$", re.I)
_ENDS: Final = {"iso", "day", "month", "weekday", "year", "season"}
"""Forms that can begin or end a range."""


def _told(found: Sequence[_Found]) -> Reading | None:
    """What the last expression that could be resolved means, if it is one of the last two."""
    readings = (earlier.read() for earlier in reversed(found[-2:]))
    return next((reading for reading in readings if reading.start is not None), None)


def _ranges(text: str, found: Sequence[_Found]) -> list[tuple[Span, Reading]]:
    """Resolve all expressions; two that "to" or "between … and" joins become one."""
    result: list[tuple[Span, Reading]] = []
    i = 0
    while i < len(found):
        here = found[i]
        following = found[i + 1] if i + 1 < len(found) else None
        joined = _join(text, here, following) if following else None
        if following and joined:
            result.append(((here.span[0], following.span[1]), joined))
            i += 1
        else:
            result.append((here.span, here.read()))
        i += 1
    return result


def _join(text: str, first: _Found, last: _Found) -> Reading | None:
    """What two expressions mean as the ends of one range; None: they are none."""
    between = text[first.span[1] : last.span[0]]
    is_pair = _BETWEEN.search(text[max(0, first.span[0] - 10) : first.span[0]]) is not None and between.strip() == "and"
    if not (_JOINED.fullmatch(between) or is_pair) or first.form not in _ENDS or last.form not in _ENDS:
        return None
    until = last.read()
    year = until.end.year if until.end is not None and year_in(last.words) else None
    start, end = first.read(year).start, until.end
    if start is None or end is None:
        return Reading(None, None, "span")
    if start > end and last.form == "weekday":
        end += timedelta(days=7)
    elif start > end and year is not None and not year_in(first.words):
        start = first.read(year - 1).start or start
    elif start > end and not year_in(last.words):
        end = last.read(start.year).end or end
        end = end if start <= end else last.read(start.year + 1).end or end
    return Reading(start, end, "span") if start <= end else None


def _day(published: str | None) -> date | None:
    """The day of an ISO date or date-time; None where it is none."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
