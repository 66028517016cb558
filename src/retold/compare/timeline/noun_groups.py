"""An event that a noun names together with its date: "the 1959 uprising", "Monday's vote on the tolls"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ...records import Date, Span
from .trimming import Clause, capital, line

_OWNER: Final = re.compile(r"['’]s\s+")
_DETERMINED: Final = re.compile(r"(?:\b(?:the|a|an|this|that|his|her|its|their|our)|['’]s)\s+$", re.I)
_FUNCTION: Final = (
    "he|she|it|they|we|I|you|his|her|its|their|also|again|already|now|still|then|not|only|just|"
    "of|on|in|at|by|for|from|to|with|into|over|after|before|during|since|until|as|and|or|but|that|which|who|whom|whose|when|where|while|"
    "is|are|was|were|be|been|has|have|had|will|would|could|can|may|might|should|must|did|does|do|said|says|the|a|an"
)
_NO_EVENT: Final = "season|figures?|numbers?|levels?|rates?|budget|version|model|edition|report|tax|census|year|term"
_NOUN: Final = re.compile(rf"\s+(?!(?:{_FUNCTION}|{_NO_EVENT})\b)[A-Za-z]")
_WORD: Final = rf"\s*(?!(?:{_FUNCTION})\b)"
_GROUP: Final = re.compile(
    rf"(?:(?:{_WORD}[A-Z][\w-]*){{0,4}}(?:{_WORD}[a-z][\w-]*){{1,3}}|(?:{_WORD}[A-Z][\w-]*){{1,4}})"
    r"(?P<tail>\s(?:of|on|in|at|against|between|over)(?:\s(?!(?:and|that|which|who|was|were|is|has|had)\b)[\w’'-]+){1,5})?"
)
"""Capitals before small letters ("Osk ferry vote"), then one prepositional phrase."""
_TELLS: Final = re.compile(r"\b[A-Z]\S+ \S")
_HAPPENS: Final = re.compile(
    r"\b(?:\w*(?:crash|earthquake|strike|uprising|shooting|bombing|killing|outbreak)(?:s|es)?|accident|agreement|arrest|assassination"
    r"|assault|attack|attempt|ballot|battle|blast|boycott|campaign|cease-?fire|census|ceremony|championship|collapse|conference|congress"
    r"|convention|coup|crackdown|crisis|cup|deal|death|debate|defeat|disaster|drought|election|epidemic|eruption|expedition|explosion"
    r"|famine|festival|final|fire|flood|games|genocide|hurricane|incident|inauguration|insurgency|intervention|invasion|launch|march"
    r"|massacre|meeting|merger|midterm|murder|olympics|operation|pact|pandemic|partition|plebiscite|poll|presidential race|primary|protest"
    r"|purge|raid|rally|rebellion|recession|referendum|revolt|revolution|riot|ruling|scandal|shutdown|siege|slaying|split|storm|summit"
    r"|takeover|talks|test|tournament|treaty|trial|tsunami|turmoil|unrest|verdict|victory|visit|vote|war|win|withdrawal)(?:s|es)?\b",
    re.I,
)
"""A noun that happens on a day; another one beside a year ("2016 process") tells nothing."""
_OPEN: Final = re.compile(r"\b(?:his|her|its|their|my|our|your)$", re.I)
_YEAR: Final = re.compile(r"[0-9]{4}")
_TELLING: Final = 2
"""Words; more than these tell what happened, fewer only with a name or beside a year ("1959 uprising")."""


def describes_noun(text: str, sentence: Span, date: Date) -> bool:
    """Whether a year or month stands before a noun that it tells apart ("the 2016 process", "Orr's May 2016 letters"), so that it dates
    no verb."""
    start, end = date.span
    before, after = text[sentence[0] : start], text[end : sentence[1]]
    return date.precision in {"year", "month"} and bool(_DETERMINED.search(before) and _NOUN.match(after))


def named(text: str, sentence: Span, date: Date, stops: Sequence[int]) -> Clause | None:
    """Words for an event that a noun names together with its date; None: the date stands otherwise, or the noun says too little.

    ``stops`` are places at which verbs begin.
    """
    start, end = date.span
    before, after = text[sentence[0] : start], text[end : sentence[1]]
    owner = _OWNER.match(after)
    if not owner and not (_DETERMINED.search(before) and _NOUN.match(after)):
        return None
    first = end + (owner.end() if owner else 0)
    last = min([sentence[1], *(stop for stop in stops if stop >= first)])
    group = _GROUP.match(text, first, last)
    words = line(group[0]) if group else ""
    if group is None or not (group["tail"] or _TELLS.search(words) or len(words.split()) > _TELLING or _YEAR.search(text[start:end])):
        return None
    if not _HAPPENS.search(words) or _OPEN.search(words):
        return None
    if owner and not (group["tail"] or _TELLS.search(words)):
        return None
    when = "" if owner else line(text[start:end]) + " "
    return Clause(span=(start, group.end()), text=capital(when + words), dangling=int(len(words.split()) < _TELLING))
