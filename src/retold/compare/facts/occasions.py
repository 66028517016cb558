"""One remark on two days: articles that tell what somebody said alike, and name different days on which it was said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from ...annotate.folding import fold
from ...records import Quotation, Span, Statement
from ..lexicon import lexicon
from ..passages import overlap, stems
from .claims import Told
from .days import NamedDay
from .differences import Difference, Side, difference_of
from .likeness import cosine

__all__ = ["occasion_differences"]

_SETTING = re.compile(
    r"\b(?:interview|statement|speech|address|conference|briefing|hearing|letter|tweet(?:ed)?|post|rally|testimony|debate)\b", re.IGNORECASE
)
_BEHIND = re.compile(
    r"(?:,?\s(?:to\sbe|to|that|which|was|will|be|with|for|on|in|at|by|late|early|reporters|journalists|lawmakers|him|them|the|a|an"
    r"|(?P<shown>shown|air|aired|airing|airs|broadcast|published|released|posted)|[A-Z][\w’'.&-]*)){0,8},?\s",
)
"""What may stand between a word for saying, or for its occasion, and the day: "in an interview with Harbour Radio to air on"."""
_BEFORE = re.compile(r"(?:,?\s(?:the|a|an|his|her|its|[A-Z][\w’'.&-]*)){0,5},?\s|\s")
"""What may stand between the day and such a word: "On Monday, Mayor Orr said", "a Tuesday interview"."""
_WHEN_ELSE = re.compile(r"\b(?:after|before|since|until|by|of|following|for|from)\s(?:late\s|early\s)?$", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|would|plan(?:s|ned)?|scheduled|due|upcoming)\b", re.IGNORECASE)
_NEAR = 45
"""Characters in front of a day within which such a word puts it ahead."""
_DEED = frozenset("announce speak talk tweet post".split())
"""Cues that tell of a deed as much as of words, and may be of several."""
_HOUR = re.compile(r"\b(?:late|early|night|evening|morning|overnight|midnight)\b", re.IGNORECASE)
"""An hour near midnight may be the day before elsewhere."""
_CLOSE = 3
"""Days between two articles up to which their weekdays are of one week."""
_ALIKE = 0.3
"""Likeness of what is said from which it is one remark."""
_SHARED, _SHARE = 3, 0.35
"""The same by stems in common, and their share of those of the shorter remark: what a story repeats weighs little, yet names the remark."""
_SURE = 0.75


class _Saying(NamedTuple):
    """What somebody said on a day that the article names."""

    article: str
    speaker: str
    day: NamedDay
    shown: bool
    """The day is that on which it was broadcast or published."""
    terms: frozenset[str]


def occasion_differences(days: Mapping[str, Sequence[NamedDay]], told: Told) -> Iterator[Difference]:
    """Find remarks that articles date differently, one difference for each speaker and pair of days.

    ``days``: by article id. What is said on one day and sent out on the next is no dispute where the articles say so.
    """
    sayings = [saying for article in told.annotated for saying in _sayings(article, days.get(article, ()), told)]
    seen = set[tuple[str, frozenset[date]]]()
    for one, other in combinations(sayings, 2):
        if one.article == other.article or one.speaker != other.speaker or one.shown or other.shown:
            continue
        key = (one.speaker, frozenset({one.day.start, other.day.start}))
        if len(key[1]) == 1 or key in seen or not _comparable(one.day, other.day, told):
            continue
        if not _one_remark(one, other, told) or _twice(one, other, sayings):
            continue
        seen.add(key)
        yield _difference(one, other, told)


def _sayings(article: str, named: Sequence[NamedDay], told: Told) -> Iterator[_Saying]:
    annotated = told.annotated[article]
    text = annotated.article.text
    marked = [span for quotation in annotated.quotations for span in quotation.marked]
    for quotation in annotated.quotations:
        speaker = told.person(article, quotation.speaker.canonical) if quotation.speaker else None
        sentence = next((s for s in annotated.sentences if quotation.cue and s[0] <= quotation.cue[0] < s[1]), None)
        if speaker is None or sentence is None or _cue(quotation, text) in _DEED:
            continue
        for day in named:  # the first that dates it
            outside = overlap(day.span, sentence) and not any(overlap(day.span, span) for span in marked)
            if outside and day.form != "month" and day.start == day.end and (shown := _dates(day, quotation, sentence, text)) is not None:
                yield _Saying(article, speaker, day, shown, _terms(quotation, text))
                break


def _dates(day: NamedDay, quotation: Quotation, sentence: Span, text: str) -> bool | None:
    """Whether the day is that of broadcasting; None: it does not date what is said."""
    if _WHEN_ELSE.search(text[sentence[0] : day.span[0]]) or _HOUR.search(day.words) or text[day.span[1] : day.span[1] + 2] in ("’s", "'s"):
        return None
    if quotation.cue and _AHEAD.search(text[max(quotation.cue[1], day.span[0] - _NEAR) : day.span[0]]):
        return None
    ways = []
    for start, end in (*([quotation.cue] if quotation.cue else ()), *(match.span() for match in _SETTING.finditer(text, *sentence))):
        if end <= day.span[0] and (between := _BEHIND.fullmatch(text, end, day.span[0])):
            ways.append(between["shown"] is not None)
        if day.span[1] <= start and _BEFORE.fullmatch(text, day.span[1], start):
            ways.append(False)
    return any(ways) if ways else None


def _cue(quotation: Quotation, text: str) -> str | None:
    words = fold(text[slice(*quotation.cue)]).split() if quotation.cue else []
    return lexicon().lemma(words[0]) if words else None


def _terms(quotation: Quotation, text: str) -> frozenset[str]:
    return stems(" ".join(text[slice(*span)] for span in quotation.spans))


def _comparable(one: NamedDay, other: NamedDay, told: Told) -> bool:
    """Whether the articles are of the same days, so that their weekdays are of one week; full dates are compared anyway."""
    if one.form == other.form == "day":
        return True
    published = [date.fromisoformat(day) for each in (one, other) if (day := told.day(each.article))]
    return len(published) == 2 and abs((published[0] - published[1]).days) <= _CLOSE


def _one_remark(one: _Saying, other: _Saying, told: Told) -> bool:
    shared = one.terms & other.terms
    if len(shared) >= _SHARED and len(shared) >= _SHARE * min(len(one.terms), len(other.terms)):
        return True
    return len(shared) > 1 and cosine(one.terms, other.terms, told.weight) >= _ALIKE


def _twice(one: _Saying, other: _Saying, sayings: Sequence[_Saying]) -> bool:
    """Whether one of the articles tells besides that the speaker spoke on the other's day: there were two occasions."""
    pairs = ((one.article, other.day.start), (other.article, one.day.start))
    return any(s.speaker == one.speaker and not s.shown and (s.article, s.day.start) in pairs for s in sayings)


def _difference(one: _Saying, other: _Saying, told: Told) -> Difference:
    first, second = sorted((one, other), key=lambda saying: saying.day.start)
    sides = [Side(says=s.day.words, statements=(_statement(s, told),)) for s in (first, second)]
    return difference_of("date", f"when {one.speaker} said it", sides, told, confidence=_SURE)


def _statement(saying: _Saying, told: Told) -> Statement:
    return Statement(article=saying.article, spans=(saying.day.clause,), says=told.text(saying.article, saying.day.clause))
