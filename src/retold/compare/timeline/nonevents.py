"""Date expressions that date no event: stretches up to now, counts to date, comparisons, names, habits."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from ...records import Assertion, Date, Span

_WINDOW: Final = re.compile(
    r"(?:the )?(?:last|past|previous|next|coming|recent)\s+(?:\S+\s+)?(?:days?|weeks?|months?|years?|decades?)$", re.I
)
_UNIT: Final = re.compile(r"(?:last|next|the previous|the following|the next|the same) (?:day|week|month|year|decade)$", re.I)
_NOWADAYS: Final = re.compile(r"(?:today|tonight|this (?:week|month|year))$", re.I)
_UP_TO: Final = re.compile(
    r"\b(?:as of|as at|until|till|through|up to|prior to|pending|to date|so far|for(?: the)?|over(?: the)?|within(?: the)?)\s*$", re.I
)
_COMPARED: Final = re.compile(
    r"\b(?:than(?: in)?|behind|ahead of|above|below|against|over|compared (?:with|to)(?: in)?|versus|vs\.?|up from|down from|from)"
    r"(?: the same \w+)?\s*$",
    re.I,
)
_HABIT: Final = re.compile(
    r"\b(?:every|each|most|any|an?|one|on alternate|usually on|normally on|first|second|third|fourth|final)\s*$", re.I
)
_LISTED: Final = re.compile(r"(?:,|,? (?:and|or))\s*$")
_NEXT: Final = 6
"""Characters between two dates of a list."""
_TITLED: Final = re.compile(r"\s(?:edition|issue|newspaper|show|newsletter|deadline day|fiscal|budget year|census)\b", re.I)
_NAMED_BEFORE: Final = re.compile(
    r"(?:^|\s)(?!(?:In|On|By|Since|Until|From|During|After|Before|Early|Late|Mid|The|And|But|Of)\b)[A-Z][\w’'-]*\s$"
)
_NAMED_AFTER: Final = re.compile(r"\s(?:[A-Z][a-z]+\s){0,2}(?:Olympics|Games|Cup|Championships?|Grand Prix|Tour|Open|Season|Act|Agenda)\b")


_SEPT_11: Final = re.compile(r"(?:sept(?:ember|\.)? 11|9/11)(?:,? 2001)?$", re.I)
"""The date that is the name of the attacks of 2001 where a noun follows."""
_NAMING: Final = re.compile(
    r",?\s(?:terror\w*|attacks?|hijack\w+|conspirat\w+|commission|victims?|families|memorial|museum|mastermind|plot\w*|era|world)\b", re.I
)


def is_no_event(text: str, found: Date, sentence: Span, claim: Assertion | None, *, told: bool, ends: Collection[int]) -> bool:
    """Whether the date expression ``found`` dates no event; ``told``: it says when something was said, or a noun names its event;
    ``ends`` are where the date expressions around it end: of a list ("May, June and July") the first one stands for all."""
    start, end = found.span
    words = " ".join(text[start:end].split())
    before, after = text[sentence[0] : start], text[end : sentence[1]]
    if _SEPT_11.fullmatch(words) and "2001" not in words and _NAMING.match(after):
        return True
    if _HABIT.search(before) or _TITLED.match(after) or _is_listed(before, start, ends):
        return True
    if found.precision == "year" and words.isdigit() and (_NAMED_BEFORE.search(before) or _NAMED_AFTER.match(after)):
        return True
    if _COMPARED.search(before) and found.precision != "span":
        return True
    return not told and (_is_stretch(words, before, claim) or _is_standing(words, start, claim))


def _is_listed(before: str, start: int, ends: Collection[int]) -> bool:
    return bool(_LISTED.search(before)) and any(0 <= start - end <= _NEXT for end in ends)


def _is_stretch(words: str, before: str, claim: Assertion | None) -> bool:
    """A stretch of time up to now or to a day, in which something went on."""
    if _WINDOW.fullmatch(words) and not _UNIT.fullmatch(words):
        return True
    return bool(_UP_TO.search(before)) and not (claim and claim.standing == "ahead")


def _is_standing(words: str, start: int, claim: Assertion | None) -> bool:
    """How things stand, or what did not happen: no event, but for "the vote is on Friday"."""
    if claim is None:
        return bool(_NOWADAYS.fullmatch(words))
    beside = 0 <= start - claim.predicate[1] < _NEXT
    going_on = claim.kind == "state" or claim.standing == "going on"
    return claim.negated or (claim.kind == "state" and not beside) or (going_on and bool(_NOWADAYS.fullmatch(words)))
