"""Days in words: "on Tuesday" becomes "on 22 January 2019" where the day is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from ...annotate.dates import find_dates
from ...records import Article, Date, Record, Span
from ..lexicon import lexicon
from .mending import Edit

MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = "spring summer autumn winter".split()
_PREPOSITION = re.compile(
    r"\b(on|in|into|of|since|until|till|by|before|after|from|to|between|for|through|throughout|during|around|over|toward"
    r"|towards|about|as of|as|at|than|and)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"\b(?:a|an|the|his|her|its|their|this|that|another|each|every|all|most|some|other|[\w]+['’]s?)\s+$", re.IGNORECASE)
_PART = re.compile(r"\b(morning|afternoon|evening|night)\b", re.IGNORECASE)
_TONIGHT = re.compile(r"\b(?:tonight|last night)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_WHEN = re.compile(r"^(late|early|earlier|later|mid)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|this|last|next|past|coming|previous|following|ago|later|earlier|weekend|day)\b", re.IGNORECASE
)
_TOLD = re.compile(
    r"\b(?:the (?:next|following|previous|same)|(?:days?|weeks?|months?|years?|decades?) (?:later|earlier))\b", re.IGNORECASE
)
_VERB_AHEAD = re.compile(r"\s+(?:has|is|was|will|would|could|may|marks?|saw|became|brought)\b")
_NOUN_AHEAD = re.compile(r"['’]s\b|-|\s+(?:vote|meeting|morning|night|session|hearing|interview|report|statement|edition|deadline|rally)\b")


_WEEKDAY = re.compile(r"(?:(?:late|early)\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+\w+)?", re.IGNORECASE)
_COMING = re.compile(r"\b(?:next|coming|tomorrow)\b", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|was|be|been|were|are)\s+$")
_AMBIGUOUS = re.compile(rf"last (?:{'|'.join(month[:3] for month in MONTHS)})", re.IGNORECASE)
"""Said in May and in September it is a June of different years."""
_MONTH = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{'|'.join(month[:3] for month in MONTHS)})|(?:{'|'.join(month[:3] for month in MONTHS)})\w*\.? \d"
)
"""A day of a month, which stands as well without "on"."""
_FAR = 45
"""Days ahead of its report from which a month or a day without a year is hardly the coming one."""
_LEAST_DAYS, _MOST_DAYS = -6, 4
"""Days from its report between which a weekday lies for sure: six days back may be the morrow, four ahead the day before."""
_COMES = re.compile(
    r"\b(?:ahead of|before|in anticipation of|in advance of|upcoming|until|scheduled|due|set|expected|planned|plans?|will"
    r"|would|to be)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""Words that make a day behind them one to come."""
_STOPS = re.compile(r"\s*(?:[,.;:!?)”—–]|$|(?:and|after|as|that|when|in|at|to|by|with|the|for)\b)")
_WORD_AHEAD = re.compile(r"\s+([A-Za-z’'-]+)")
_GOES_ON = frozenset(
    "said says amid following despite also who which saying citing urges vows faces told say seeks calls wants plans marks shows".split()
)
"""Words that may stand behind a day and belong to no noun group."""


class Dated(Record, frozen=True):
    """What becomes of the dates of a sentence."""

    edits: tuple[Edit, ...]
    loose: bool
    """True: an expression is left that only a reader of the outlet's own day understands ("two weeks ago")."""
    lost: bool
    """True: an expression is left that only a reader of the sentences before understands ("the next day")."""
    days: tuple[str, ...]
    """Days named, as they are told in the brief."""


def dated(article: Article, sentence: Span, quoted: Sequence[Span]) -> Dated:
    """How the dates outside quotation marks are told with their years."""
    published = article.published if article.published_doubt is None else None
    edits: list[Edit] = []
    days: list[str] = []
    loose = lost = False
    for found in find_dates(article.text, [sentence], published):
        if any(a <= found.span[0] < b for a, b in quoted):
            continue
        words = article.text[slice(*found.span)]
        if _YEAR.search(words) or words.lower().startswith("the same"):
            continue
        edit = _edit(article.text, sentence, found, published)
        if edit is not None:
            edits.append(edit)
            days.append(edit.words)
        elif _TOLD.search(words):
            lost = True
        elif _RELATIVE.search(words) or found.precision == "day":
            loose = True
    return Dated(tuple(edits), loose, lost, tuple(days))


def written(day: str) -> str:
    """An ISO date or date-time as "22 January 2019"; anything else as it is."""
    try:
        found = date.fromisoformat(day[:10])
    except ValueError:
        return day
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def tells_day(text: str, days: Iterable[str]) -> bool:
    """Whether a text has the day and the month of one of some ISO dates: "March 14", "14th Mar."."""
    for day in days:
        try:
            found = date.fromisoformat(day)
        except ValueError:
            continue
        month = MONTHS[found.month - 1][:3]
        if re.search(rf"\b{month}\w*\.? 0?{found.day}\b|\b0?{found.day}(?:st|nd|rd|th)? (?:of )?{month}", text):
            return True
    return False


def _edit(text: str, sentence: Span, found: Date, published: str | None) -> Edit | None:
    """The expression with its year; None: it can't be told so."""
    start, end = found.span
    before, after, words = text[sentence[0] : start], text[end : sentence[1]], text[start:end]
    preposition = _PREPOSITION.search(before)
    if preposition and preposition[1].lower() == "in" and found.precision == "day" and not _PART.search(words):
        preposition = None  # "dug in Wednesday"
    if (
        found.start is None
        or _doubtful(words, found.start, published, before)
        or _is_attribute(before, words, after, preposition is not None)
    ):
        return None
    plain = None if _AMBIGUOUS.match(words) else _plain(words, found)
    if plain is None:
        return None
    stands, told = plain
    if preposition is None:
        noun = _MONTH.search(words) or _IS.search(before) or (not before.strip() and _VERB_AHEAD.match(after))
        return Edit(span=found.span, words=stands if noun else told if before.strip() else _cased(told, words))
    if preposition[1].lower() in {"on", "in", "at"}:
        return Edit(span=(sentence[0] + preposition.start(), end), words=_cased(told, preposition[1]))
    if told.startswith(("late", "early", "earlier", "later")) or "of" in stands:
        return None
    return Edit(span=found.span, words=stands)


def _doubtful(words: str, first: str, published: str | None, before: str) -> bool:
    """Whether a day may be another: pages are dated when they first appear, and go on being written."""
    if not published:
        return False
    ahead = (date.fromisoformat(first) - date.fromisoformat(published[:10])).days
    if ahead < 0 and _COMES.search(before):
        return True
    if _WEEKDAY.fullmatch(words):
        return not _LEAST_DAYS < ahead < _MOST_DAYS
    return ahead > _FAR and not _COMING.search(words)


def _is_attribute(before: str, words: str, after: str, governed: bool) -> bool:
    """Whether the expression belongs to a noun beside it: "Tuesday's vote", "Sunday morning news programmes", or means nowadays."""
    if _NOUN_AHEAD.match(after) or (not governed and _ATTRIBUTE.search(before)):
        return True
    if words.lower() == "today":
        return not _STOPS.match(after) or bool(_IS.search(before))
    ahead = _WORD_AHEAD.match(after)
    if ahead is None:
        return False
    word = ahead[1]
    verb = (
        word.endswith(("ed", "ing", "ly")) or lexicon().irregular.get(word, word) != word or word in lexicon().function or word in _GOES_ON
    )
    return word.islower() and not verb


def _cased(words: str, like: str) -> str:
    return words[:1].upper() + words[1:] if like[:1].isupper() and not like[:1].isdigit() and like.lower() in {"on", "in", "at"} else words


def _plain(words: str, found: Date) -> tuple[str, str] | None:
    """The time as a noun and as an adverbial: "22 January 2019", "on 22 January 2019"; None: neither is good English."""
    first, last = date.fromisoformat(found.start or ""), date.fromisoformat(found.end or "")
    when = _WHEN.match(words)
    lead = when[1].lower() if when else ""
    if found.precision == "day" and first == last:
        return _day(words, lead, written(first.isoformat()))
    month = f"{MONTHS[first.month - 1]} {first.year}"
    whole_month = first.day == 1 and (last.month, last.year) == (first.month, first.year)
    if found.precision == "month" or (found.precision == "span" and "month" in words.lower() and whole_month):
        return _within(month, lead)
    if found.precision == "year" or (found.precision == "span" and "year" in words.lower() and first.year == last.year):
        return _within(str(first.year), lead)
    if found.precision == "season":
        name = next((season for season in (*_SEASONS, "fall") if season in words.lower()), None)
        if name and words.lower().startswith("last "):
            return f"the {name} of {first.year}", f"in the {name} of {first.year}"
        return None
    if found.precision == "week" and re.search(r"\b(?:this|last|next) week$", words, re.IGNORECASE):
        week = f"the week of {written(first.isoformat())}"
        return (week, f"{lead} in {week}" if lead in {"earlier", "later", "late", "early"} else f"in {week}")
    return None


def _day(words: str, lead: str, day: str) -> tuple[str, str] | None:
    part = _PART.search(words)
    if _TONIGHT.search(words):
        return f"the night of {day}", f"on the night of {day}"
    if part:
        return f"the {part[1].lower()} of {day}", f"on the {part[1].lower()} of {day}"
    return (f"{lead} {day}", f"{lead} on {day}") if lead in {"late", "early", "earlier", "later"} else (day, f"on {day}")


def _within(time: str, lead: str) -> tuple[str, str]:
    if lead in {"earlier", "later"}:
        return time, f"{lead} in {time}"
    return (f"{lead} {time}", f"in {lead} {time}") if lead else (time, f"in {time}")
