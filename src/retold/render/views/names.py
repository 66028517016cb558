"""What articles, sources and dates are called where a person reads them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from ...records import Article, Occasion

UNSEEN = "unseen:"
_LONGEST_NAME = 48
"""Characters; a longer name breaks the columns of a phone."""
_NAMED = 4
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def article_names(articles: Sequence[Article]) -> dict[str, str]:
    """A short name for each article id, unique among the articles.

    The outlet; where several articles share it, the outlet and the date; where that is not unique either, the outlet and the id.
    """
    outlets = Counter(_outlet(article) for article in articles)
    dated = Counter((_outlet(article), readable_date(article.published)) for article in articles)
    names: dict[str, str] = {}
    for article in articles:
        outlet, day = _outlet(article), readable_date(article.published)
        if outlets[outlet] == 1:
            names[article.id] = outlet
        elif article.published and dated[outlet, day] == 1:
            names[article.id] = f"{outlet}, {day}"
        else:
            names[article.id] = outlet if outlet == article.id else f"{outlet} ({article.id})"
    return _shortened(names)


def source_name(name: str, names: Mapping[str, str]) -> str:
    """The name of an article id or of an ``unseen:NAME``."""
    return name.removeprefix(UNSEEN) if name.startswith(UNSEEN) else names.get(name, name)


def named(names: Sequence[str]) -> str:
    """A few names in a row, each once, the others counted: "Gazette, Lantern and 3 more"."""
    told = list(dict.fromkeys(names))
    return ", ".join(told[:_NAMED]) + (f" and {len(told) - _NAMED} more" if len(told) > _NAMED else "")


def is_unseen(name: str) -> bool:
    """Whether a source stands outside the set of articles."""
    return name.startswith(UNSEEN)


def readable_date(published: str | None) -> str:
    """An ISO date or date-time as "4 Feb 2026" or "4 Feb 2026, 10:30"; anything else as it is; None as "undated"."""
    if published is None:
        return "undated"
    try:
        if len(published) <= 10:
            day = date.fromisoformat(published)
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published
    clock = "" if (moment.hour, moment.minute) == (0, 0) else f", {moment:%H:%M}"
    zone = " UTC" if clock and moment.utcoffset() is not None and not moment.utcoffset() else ""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}{clock}{zone}"


def occasion_line(occasion: Occasion | None) -> str:
    """ "told the Gazette, 4 Feb 2026, Port Ellis"; empty where nothing is known."""
    if occasion is None:
        return ""
    day = readable_date(occasion.date) if occasion.date and not _tells(occasion.label, occasion.date) else ""
    place = occasion.place if occasion.place and occasion.place not in occasion.label else ""
    return ", ".join(part for part in (occasion.label, day, place) if part)


def _tells(label: str, day: str) -> bool:
    """Whether a label ("March 4, 2026") names day and year of the date itself."""
    return {day[:4], day[8:10].lstrip("0")} <= set(re.findall(r"\d+", label))


def _outlet(article: Article) -> str:
    return article.outlet or article.id


def _shortened(names: dict[str, str]) -> dict[str, str]:
    """Long names cut in the middle, unless two would become one."""
    short = {key: _cut(name) for key, name in names.items()}
    seen = Counter(short.values())
    return {key: short[key] if seen[short[key]] == 1 else name for key, name in names.items()}


def _cut(name: str) -> str:
    bare = name.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    if len(bare) <= _LONGEST_NAME:
        return bare or name
    half = _LONGEST_NAME // 2 - 1
    return f"{bare[:half]}…{bare[-half:]}"
