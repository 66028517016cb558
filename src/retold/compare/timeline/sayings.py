"""A remark in words: who said it, to whom, and what."""

from __future__ import annotations

import re
from typing import Final

from ...annotate.cues import SAYING
from ...records import Quotation, Span
from ...settings import TimelineSettings
from .trimming import UNREADABLE, Clause, balanced, capital, finished, line, short, trimmed, undated, without_asides

_FINITE: Final = re.compile(r"[a-z]+(?:ed|id|old|ote|ew|ave|ought|ore|[a-rt-z]s)(?: (?:out|off|back|down|up|on))?")
_SAYING: Final = re.compile(r"([a-z]{3,})ing")
_PAST: Final = {"say": "said", "tell": "told", "writ": "wrote", "deny": "denied", "reply": "replied", "mean": "meant", "speak": "spoke"}
_SENTENCE_END: Final = re.compile(r"[.!?][”\"’')]*\s+[A-Z“\"]")
_BESIDE: Final = 3
"""Characters between a remark and its cue that are a comma, a mark and a blank."""
_PRONOUN: Final = re.compile(r"(?:he|she|it|they|we|I)\b", re.I)


def said(text: str, remark: Quotation, name: str, date: Span, settings: TimelineSettings) -> Clause:
    """Words for a remark of ``name``: as the article has them where what was said follows its cue, else "told the Lantern that"."""
    first = remark.spans[0]
    cue = remark.cue or (first[0], first[0])
    follows = remark.kind != "direct" and cue[1] <= first[0] and not _SENTENCE_END.search(text, cue[1], first[0])
    if follows:
        words = without_asides(undated(text, (cue[1], first[1]), date)).lstrip(" :,")
        told = f"{_past(text, cue)} {short(finished(balanced(words)), settings.clause_words)}"
    else:
        verb = f"told {remark.addressee}" if remark.addressee else _past(text, cue)
        content = short(balanced(without_asides(trimmed(line(text[slice(*first)])))), settings.quoted_words)
        told = f"{verb}: “{content}”" if remark.kind == "direct" else f"{verb} that {re.sub(r'^that ', '', content)}"
    start, end = min(cue[0], date[0]), max(cue[1], date[1])
    beside = end + _BESIDE >= first[0] and first[1] + _BESIDE >= start
    near = (min(start, first[0]), max(end, first[1])) if follows or beside else (start, end)
    return Clause(span=near, text=capital(f"{name} {told}"), dangling=UNREADABLE if _PRONOUN.match(name) else int(told.endswith("…")))


def _past(text: str, cue: Span) -> str:
    """The cue as it stands where it is a finite verb ("warned", "says"), "warning" as "warned"; else "said"."""
    words = line(text[slice(*cue)])
    if _FINITE.fullmatch(words):
        return words
    going = _SAYING.fullmatch(words)
    known = going is not None and (going[1] in _PAST or not SAYING.isdisjoint({going[1], f"{going[1]}e"}))
    return _PAST.get(going[1], f"{going[1]}ed") if going and known else "said"
