"""How each form of date expression is resolved: which days it means, seen from the day of publication.

A weekday is the most recent one up to the day of publication, or the coming one where the clause looks ahead ("will meet on
Thursday"), which is how news uses them. Weeks run from Monday to Sunday; seasons are the northern meteorological ones.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from retold.annotate.date_forms import MONTHS, NUMBERS, WEEKDAYS

Precision = Literal["day", "week", "month", "season", "year", "decade", "span"]

_FAR_PAST: Final = 300
"""Days: a day or month without a year that would lie further back is taken as the coming one if that is near (below)."""
_NEAR_FUTURE: Final = 62
"""Days: two months; "the Feb. 20 meeting", told on February 5, is the one to come."""


_SUNDAY: Final = 6
WEEK_OF: Final = "week of"
"""The form of a day that stands for its week: "the week of July 22"."""


class Reading(NamedTuple):
    """First and last day meant, or None twice."""

    start: date | None
    end: date | None
    precision: Precision


class Moment(NamedTuple):
    """What an expression is resolved against."""

    today: date | None
    """The day of publication."""
    ahead: bool
    """The clause looks ahead."""
    told: Reading | None
    """What the expression before it means: "three days later" counts from there."""


def read(form: str, words: str, moment: Moment, year: int | None = None) -> Reading:
    """Resolve an expression of the given form; ``year`` stands in for one that it leaves out.

    A day that no calendar has ("February 30") is unresolved.
    """
    try:
        return _READERS[form](words.lower(), moment, year)
    except (ValueError, OverflowError):
        return Reading(None, None, "day")


def _whole_month(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month; months count on over the year's end."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _whole_year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _whole_week(day: date) -> tuple[date, date]:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _month_in(words: str) -> int | None:
    found = re.search(rf"\b(?:{'|'.join(MONTHS)})", words)
    return MONTHS.index(found.group()) + 1 if found else None


def year_in(words: str, today: date | None = None) -> int | None:
    """The year that an expression names: "2014", or "last year" where ``today`` is known."""
    found = re.search(r"[0-9]{4}", words)
    if found:
        return int(found.group())
    which = re.search(r"\b(last|this|next) year$", words)
    return today.year + {"last": -1, "this": 0, "next": 1}[which.group(1)] if which and today else None


def _number_in(words: str) -> int | None:
    """The number an expression counts; None: it gives none that counts ("several")."""
    found = re.search(r"[0-9]+", words)
    if found:
        return int(found.group())
    if "couple" in words:
        return 2
    if re.search(r"\b(?:few|several|many|some)\b", words):
        return None
    return next((NUMBERS[word] for word in words.split() if word in NUMBERS), 1)


def _third(first: date, last: date, words: str) -> tuple[date, date]:
    """The part of a stretch that "early", "mid" or "late" names: a third of it."""
    days = (last - first).days + 1
    if "early" in words:
        return first, first + timedelta(days=days // 3 - 1)
    if "mid" in words:
        return first + timedelta(days=days // 3), last - timedelta(days=days // 3)
    return last - timedelta(days=days // 3 - 1), last


def _is_third(words: str) -> bool:
    return re.match(r"(?:the )?(?:early|mid|late)\b", words) is not None


def _nearest_year(moment: Moment, at: Callable[[int], tuple[date, date]]) -> int | None:
    """The year that an expression without one means; ``at`` gives its days in a year."""
    today = moment.today
    if today is None:
        return None
    past = today.year if at(today.year)[0] <= today else today.year - 1
    if moment.ahead:
        return today.year if at(today.year)[1] >= today else today.year + 1
    wait, back = (at(past + 1)[0] - today).days, (today - at(past)[0]).days
    return past + 1 if back > _FAR_PAST and wait <= _NEAR_FUTURE else past


def _read_iso(words: str, _moment: Moment, _year: int | None) -> Reading:
    day = date.fromisoformat(words[:10])
    return Reading(day, day, "day")


def _read_numeric(words: str, _moment: Moment, _year: int | None) -> Reading:
    """Day and month stand in either order with slashes: only what one order allows is resolved. With dots the day comes first."""
    first, second, year = (int(part) for part in re.split(r"[/.]", words))
    if "/" in words and first <= 12 and second <= 12 and first != second:
        return Reading(None, None, "day")
    month, number = (first, second) if "/" in words and second > 12 else (second, first)
    return Reading(date(year, month, number), date(year, month, number), "day")


def _read_day(words: str, moment: Moment, year: int | None) -> Reading:
    month = _month_in(re.sub(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*", "", words)) or 1
    days = [int(number) for number in re.findall(r"(?<![0-9])[0-9]{1,2}(?![0-9])", words)]
    year = year_in(words, moment.today) or year
    if year is None:
        # 28 days are enough to choose the year, and every year has them.
        safe = min(days[0], 28)
        year = _nearest_year(moment, lambda y: (date(y, month, safe), date(y, month, safe)))
    precision: Precision = "span" if len(days) > 1 else "day"
    if year is None:
        return Reading(None, None, precision)
    start, end = date(year, month, days[0]), date(year, month, days[-1])
    return Reading(start, end, precision) if start <= end else Reading(None, None, precision)


def _read_month(words: str, moment: Moment, year: int | None) -> Reading:
    month = _month_in(words) or 1
    year = year_in(words, moment.today) or year
    if year is None:
        ahead = (moment.ahead or words.startswith("next")) and not words.startswith("last")
        year = _nearest_year(moment._replace(ahead=ahead), lambda y: _whole_month(y, month))
    if year is None:
        return Reading(None, None, "month")
    if _is_third(words):
        return Reading(*_third(*_whole_month(year, month), words), "span")
    return Reading(*_whole_month(year, month), "month")


def _read_season(words: str, moment: Moment, year: int | None) -> Reading:
    names = ("spring", "summer", "autumn", "winter")
    season = re.sub("fall", "autumn", words)
    first = 3 + 3 * next(i for i, name in enumerate(names) if name in season)

    def at(y: int) -> tuple[date, date]:
        return _whole_month(y, first)[0], _whole_month(y, first + 2)[1]

    year = year_in(words) or year
    if year is None and moment.today is not None:
        started = moment.today.year if at(moment.today.year)[0] <= moment.today else moment.today.year - 1
        over = at(started)[1] < moment.today
        year = {"this": started + over, "last": started - (not over), "next": started + 1}[words[:4]]
    if year is None:
        return Reading(None, None, "season")
    return Reading(*_third(*at(year), words), "span") if _is_third(words) else Reading(*at(year), "season")


def _read_weekday(words: str, moment: Moment, _year: int | None) -> Reading:
    today = moment.today
    if today is None:
        return Reading(None, None, "day")
    wanted = next(i for i, name in enumerate(WEEKDAYS) if name in words)
    week = re.search(r"(this|last|next) week$", words)
    if week:
        day = _whole_week(today)[0] + timedelta(days=wanted + 7 * {"last": -1, "this": 0, "next": 1}[week.group(1)])
        return Reading(day, day, "day")
    back = timedelta(days=(today.weekday() - wanted) % 7)
    on = timedelta(days=(wanted - today.weekday()) % 7)
    if re.match(r"next|this coming|(?:the )?(?:coming|following)", words):
        day = today + (on or timedelta(days=7))
    elif re.match(r"(?:late )?last|(?:the )?previous|(?:the )?past", words):
        day = today - (back or timedelta(days=7))
    else:
        day = today + on if moment.ahead and "past" not in words else today - back
    return Reading(day, day, "day")


def _read_deictic(words: str, moment: Moment, _year: int | None) -> Reading:
    if moment.today is None:
        return Reading(None, None, "day")
    steps = {"the day after": 2, "the day before": -2, "tomorrow": 1, "yesterday": -1, "last night": -1}
    day = moment.today + timedelta(days=next((step for start, step in steps.items() if words.startswith(start)), 0))
    return Reading(day, day, "day")


def _read_week_of(words: str, moment: Moment, year: int | None) -> Reading:
    """The week that holds the day named: "the week of July 22"."""
    day = (_read_weekday if _month_in(words) is None else _read_day)(words, moment, year)
    return day._replace(precision="week") if day.start is None else Reading(*_whole_week(day.start), "week")


_Unit = Literal["day", "week", "month", "year", "decade"]
_EXACT: Final[tuple[_Unit, ...]] = ("day", "week", "month", "year", "decade")
"""The units, the most exact first."""


def _unit_in(words: str) -> _Unit:
    return next(unit for unit in _EXACT if unit in words)


def _step(day: date, unit: str, number: int) -> date:
    """The day ``number`` units on; the last day of the month where the month is shorter."""
    if unit in ("day", "week"):
        return day + timedelta(days=number * (7 if unit == "week" else 1))
    months = number * {"month": 1, "year": 12, "decade": 120}[unit]
    first, last = _whole_month(day.year, day.month + months)
    return first.replace(day=min(day.day, last.day))


def _around(day: date, unit: str) -> tuple[date, date]:
    """The calendar unit that holds a day."""
    if unit == "week":
        return _whole_week(day)
    if unit == "month":
        return _whole_month(day.year, day.month)
    if unit == "year":
        return _whole_year(day.year)
    return (day, day) if unit == "day" else (date(day.year // 10 * 10, 1, 1), date(day.year // 10 * 10 + 9, 12, 31))


def _read_window(words: str, moment: Moment, _year: int | None) -> Reading:
    number = _number_in(words)
    if moment.today is None or number is None:
        return Reading(None, None, "span")
    back = re.search(r"\b(?:last|past|previous)\b", words) is not None
    other = _step(moment.today, _unit_in(words), -number if back else number)
    return Reading(min(other, moment.today), max(other, moment.today), "span")


def _read_told(words: str, moment: Moment, _year: int | None) -> Reading:
    """Counts from what was told before, where that is as exact as the unit, not from the day of publication."""
    unit, number = _unit_in(words), _number_in(words)
    told = moment.told
    if told is None or told.start is None or number is None or told.precision not in _EXACT[: _EXACT.index(unit) + 1]:
        return Reading(None, None, unit)
    if words.startswith("the same"):
        number = 0
    back = words.endswith("earlier") or words.startswith("the previous")
    return Reading(*_around(_step(told.start, unit, -number if back else number), unit), unit)


def _read_ago(words: str, moment: Moment, _year: int | None) -> Reading:
    unit = _unit_in(words)
    number = None if words.startswith(unit) else _number_in(words)
    if moment.today is None or number is None:
        return Reading(None, None, unit)
    return Reading(*_around(_step(moment.today, unit, -number), unit), unit)


def _read_unit(words: str, moment: Moment, _year: int | None) -> Reading:
    weekend = "weekend" in words
    unit = _unit_in(words)
    precision: Precision = "span" if weekend else unit
    today = moment.today
    if today is None:
        return Reading(None, None, precision)
    which = -1 if re.search(r"\blast\b", words) else 1 if re.search(r"\bnext\b", words) else 0
    if weekend:
        return Reading(*_weekend(today, which, words.startswith("the") and not moment.ahead), "span")
    # Who writes on a Sunday looks back on the week that ends: "last week" is that one.
    ending = unit == "week" and words == "last week" and today.weekday() == _SUNDAY
    first, last = _around(_step(today, unit, 0 if ending else which), unit)
    if words.startswith("earlier") and which == 0:
        return Reading(first, today, "span")
    if words.startswith("later") and which == 0:
        return Reading(today, last, "span")
    return Reading(*_third(first, last, words), "span") if _is_third(words) and unit != "week" else Reading(first, last, precision)


def _weekend(today: date, which: int, past: bool) -> tuple[date, date]:
    """Saturday and Sunday: the one told in ``which`` weeks, or the most recent one that has begun where ``past``."""
    saturday = _whole_week(today)[0] + timedelta(days=5 + 7 * which)
    if past and saturday > today:
        saturday -= timedelta(days=7)
    return saturday, saturday + timedelta(days=1)


def _read_decade(words: str, _moment: Moment, _year: int | None) -> Reading:
    year = year_in(words) or 1900 + int(re.sub(r"[^0-9]", "", words))
    first, last = date(year, 1, 1), date(year + 9, 12, 31)
    return Reading(*_third(first, last, words), "span") if _is_third(words) else Reading(first, last, "decade")


def _read_years(words: str, _moment: Moment, _year: int | None) -> Reading:
    first, last = re.findall(r"[0-9]+", words)
    end = int(last) if len(last) == 4 else int(first[:2] + last)
    reading = Reading(date(int(first), 1, 1), date(end, 12, 31), "span")
    return reading if int(first) <= end else Reading(None, None, "span")


def _read_year(words: str, _moment: Moment, _year: int | None) -> Reading:
    first, last = _whole_year(int(words[-4:]))
    return Reading(*_third(first, last, words), "span") if _is_third(words) else Reading(first, last, "year")


_READERS: Final[dict[str, Callable[[str, Moment, int | None], Reading]]] = {
    "iso": _read_iso,
    "numeric": _read_numeric,
    "day": _read_day,
    "month": _read_month,
    "season": _read_season,
    "weekday": _read_weekday,
    WEEK_OF: _read_week_of,
    "deictic": _read_deictic,
    "window": _read_window,
    "told": _read_told,
    "ago": _read_ago,
    "unit": _read_unit,
    "decade": _read_decade,
    "years": _read_years,
    "year": _read_year,
}
