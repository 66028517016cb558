"""When an article was published, where that was found, and whether its URL or its own words say otherwise."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache

from ..records import Origin, Record
from ..settings import ReadSettings

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YEAR = r"(?P<year>(?:19|20)\d\d)"


class Published(Record, frozen=True):
    """The date of an article with where it came from and why it may be wrong."""

    date: str | None = None
    """ISO date or date-time; None: unknown."""
    origin: Origin | None = None
    doubt: str | None = None


class Written(Record, frozen=True):
    """A date as printed in a line."""

    date: dt.date
    span: tuple[int, int]
    """Offsets in the line."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    flags = re.IGNORECASE
    after = r"(?=\b|\d?\d:\d\d)"  # "February 5, 20268:14 PM": pasted from two cells
    return (
        re.compile(rf"\b{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?", flags),
        re.compile(rf"\b{_MONTH}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}{after}", flags),
        re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\.?,?\s+{_YEAR}{after}", flags),
    )


@cache
def _undated() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"\b{_MONTH}\.?\s+(?P<day>\d{{1,2}})\b", re.IGNORECASE),
        re.compile(rf"\b(?P<day>\d{{1,2}})\s+{_MONTH}\b", re.IGNORECASE),
    )


def find_date(line: str) -> Written | None:
    """The first full date printed in ``line``; None: none. All-number dates other than ISO are read by no one alike and left."""
    found = []
    for pattern in _patterns():
        for match in pattern.finditer(line):
            if (day := _day(match, int(match["year"]))) is not None:
                found.append(Written(date=day, span=match.span()))
                break
    return min(found, key=lambda written: written.span, default=None)


def find_day(line: str, near: dt.date) -> Written | None:
    """A month and day without a year ("Feb 4"), in the year that brings it nearest to ``near``."""
    for pattern in _undated():
        if match := pattern.search(line):
            days = [day for year in (near.year - 1, near.year, near.year + 1) if (day := _day(match, year)) is not None]
            if days:
                return Written(date=min(days, key=lambda day: abs((day - near).days)), span=match.span())
    return None


def parse_date(given: str) -> str | None:
    """A record's or page's date in ISO 8601, a time kept where one is given; None: it can't be understood."""
    text = given.strip()
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return dt.date.fromisoformat(text).isoformat()
        if re.match(r"\d{4}-\d\d-\d\d[T ]\d", text):
            return dt.datetime.fromisoformat(re.sub(r"\s+(?:UTC|GMT)$", "+00:00", text)).isoformat()
    except ValueError:
        pass
    written = find_date(text)
    if written is None and (match := re.match(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{6}Z?)?$", text)):  # GDELT's 20260205T101500Z
        try:
            return dt.date(int(match[1]), int(match[2]), int(match[3])).isoformat()
        except ValueError:
            return None
    return written.date.isoformat() if written else None


def url_days(url: str) -> tuple[dt.date, dt.date] | None:
    """First and last day that a URL's path names (a day, or a whole month); None: it names none."""
    path = re.sub(r"^[a-z]+://[^/]*", "", url.partition("?")[0].partition("#")[0])
    year, day = r"(?P<year>(?:19|20)\d\d)", r"(?P<day>0?[1-9]|[12]\d|3[01])"
    number, word = r"(?P<number>0?[1-9]|1[0-2])", r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    for pattern in (
        rf"/{year}/(?:{number}|{word})/{day}(?=[/.\-]|$)",
        rf"/{year}-(?P<number>0[1-9]|1[0-2])/(?P<day>0[1-9]|[12]\d|3[01])(?=/)",
        rf"/{year}/{word}-{day}(?=/)",
        rf"/{year}/(?P<number>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=/)",
        rf"(?<!\d){year}-(?P<number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        rf"(?<!\d){year}(?P<number>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
    ):
        if (match := re.search(pattern, path, re.IGNORECASE)) and (found := _day(match, int(match["year"]))):
            return found, found
    if match := re.search(rf"/{year}/(?:{number}|{word})(?=/)", path, re.IGNORECASE):
        month = _month(match)
        first = dt.date(int(match["year"]), month, 1)
        return first, (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    return None


def publication(given: str | None, origin: Origin | None, url: str | None, lines: Sequence[str], settings: ReadSettings) -> Published:
    """Decide on the date: the record's or page's as given, else the text's own; doubt it where URL or text differ.

    ``lines`` are the text's date lines and datelines. A URL alone dates nothing: it is often that of a first version, or of
    an archive.
    """
    own = next((written for line in lines if (written := find_date(line))), None)
    date = parse_date(given) if given else None
    if date is None:
        date, origin = (own.date.isoformat(), "text") if own else (None, None)
    if date is None:
        return Published()
    day, reasons = dt.date.fromisoformat(date[:10]), []
    named = url_days(url) if url else None
    if named and max((named[0] - day).days, (day - named[1]).days) > settings.date_doubt_days:
        says = named[0].isoformat() if named[0] == named[1] else named[0].strftime("%Y-%m")
        reasons.append(f"its URL says {says}")
    own = own or next((written for line in lines if (written := find_day(line, day))), None)
    if own and origin != "text" and abs((own.date - day).days) > settings.date_doubt_days:
        reasons.append(f"its text says {own.date.isoformat()}")
    doubt = f"The {origin} says {day.isoformat()}, but {' and '.join(reasons)}." if reasons else None
    if doubt is None and (line := next((line for line in lines if _wrong_weekday(line)), None)) is not None:
        doubt = f"Its date line says “{' '.join(line.split())}”, but that day is a {_DAYS[_dated(line).weekday()]}."
    return Published(date=date, origin=origin, doubt=doubt)


def _wrong_weekday(line: str) -> bool:
    """Whether a line names a full date with a weekday that it is not."""
    weekday = re.search(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", line, re.IGNORECASE)
    written = find_date(line)
    if weekday is None or written is None or written.span[0] - weekday.end() > 4 or weekday.start() > written.span[0]:
        return False
    return not _DAYS[written.date.weekday()].casefold().startswith(weekday[1].casefold())


def _dated(line: str) -> dt.date:
    written = find_date(line)
    return written.date if written else dt.date.min


def _day(match: re.Match[str], year: int) -> dt.date | None:
    try:
        return dt.date(year, _month(match), int(match["day"]))
    except ValueError:
        return None


def _month(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("number"):
        return int(groups["number"])
    word = groups["month"].lower()[:3]
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(word))
