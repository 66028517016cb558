"""Words cut out of an article so that they can stand by themselves: one line, no loose ends, no more than a few."""

from __future__ import annotations

import re
from typing import Final

from ...records import Record, Span

_SPACES: Final = re.compile(r"\s+")
_ENDS: Final = " ,;:—–-("
_MARKS: Final = '“”"„«»'
_PREPOSITION: Final = re.compile(
    r"(?:\b(?:(?:just|only|as recently as)\s+)?(?:on|in|at|of|during|late|early|earlier|just|only)(?:\s+the)?|,)\s*$", re.I
)
_KEPT: Final = re.compile(
    r"\b(?:(?:since|by|before|after|from|between|until|till|through|throughout|the|an?|['’]s|his|her|its|their|as|than)"
    r"|(?:start|beginning|end|close|middle|rest|half|part|eve|week|day|night|morning|summer|winter|spring|autumn)\s+(?:of|in)(?:\s+the)?)\s*$",
    re.I,
)
"""Words in front of a date that lose their sense without it."""
_GOES_ON: Final = re.compile(
    r"\s*(?:['’]s\b|,?\s*(?:and|or|to|–|-)\s+(?:(?:early|mid|late|in|on)\s+)?(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\w+day\b))"
)
"""What follows a date that belongs to something: "Monday's", "2015 and early 2016"."""
_LOOSE: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|and|or|between|to|of|on|in|at|by|for|from|until|till|than|as|the|a|an|start(?:s|ing)?|begin(?:s|ning)?)"
    r"\s*(?:[,;)]|$)",
    re.I,
)
"""What a date leaves behind that can't do without it."""
_PROMISE: Final = re.compile(
    r"(?:[,\s]+(?:and|or|but|has|have|had|was|were|is|are|by|at|that|there|with|to|of|the|an?|which|who|if|as|in|on|for|from|about))+$",
    re.I,
)
_EMPTY: Final = re.compile(r"\(\s*\)")
BREAK: Final = re.compile(r"[,;:—–]\s|\s[—–-]\s|[;:]")
_ASIDE: Final = re.compile(r"\s[–—-]\s")
_BETWEEN_DASHES: Final = re.compile(r"\s[–—-]\s[^–—]{1,120}\s[–—-]\s")
_DATELINE: Final = re.compile(r"^[A-Z][A-Z .'’-]{2,}\b[^—–]{0,40}?(?:—|–|--| -)\s*")


UNREADABLE: Final = 2
"""What ``Clause.dangling`` is for words that begin with a pronoun whom nobody can tell."""


class Clause(Record, frozen=True):
    """Words for an event, and where they come from."""

    span: Span
    text: str
    dangling: int
    """What a reader misses who has only these words: the fewer, the better they stand alone."""


def line(text: str) -> str:
    """Text on one line."""
    return _SPACES.sub(" ", text).strip().replace(" ,", ",")


def trimmed(words: str) -> str:
    """Without what joins the words to a sentence."""
    return words.strip(_ENDS + ".")


def undated(text: str, clause: Span, date: Span) -> str:
    """The clause on one line without a date expression, unless something is left loose without it."""
    whole = trimmed(_DATELINE.sub("", line(text[slice(*clause)])))
    if not clause[0] <= date[0] < clause[1]:
        return whole
    before, after = text[clause[0] : date[0]], text[min(clause[1], date[1]) : clause[1]]
    if _KEPT.search(before) or _GOES_ON.match(after):
        return whole
    before = _PREPOSITION.sub("", before).rstrip()
    if _LOOSE.search(before[-12:]) or (before and _LOOSE.match(after.strip())):
        return whole
    left = trimmed(_DATELINE.sub("", line(f"{before} {after.lstrip() if before.strip() else after.lstrip(_ENDS)}")))
    return whole if _EMPTY.search(left) else left


def finished(words: str) -> str:
    """Without words at the end that promise more: "and has", "that there was"."""
    return _PROMISE.sub("", words)


def without_asides(words: str) -> str:
    """Without what stands between two dashes."""
    return _BETWEEN_DASHES.sub(" ", words)


def balanced(words: str) -> str:
    """Without quotation marks and brackets that have lost their other half."""
    if words.count("“") != words.count("”") or words.count('"') % 2:
        words = "".join(char for char in words if char not in _MARKS)
    return words if words.count("(") == words.count(")") else words.replace("(", "").replace(")", "")


def short(words: str, most: int) -> str:
    """At most ``most`` words, cut where a clause ends if one ends in the second half; an ellipsis where none does."""
    tokens = words.split()
    if len(tokens) <= most:
        return words
    kept = " ".join(tokens[:most])
    ends = [m.start() for m in BREAK.finditer(kept) if len(kept[: m.start()].split()) > most // 2 and not _ASIDE.search(kept[: m.start()])]
    return kept[: ends[-1]].rstrip(_ENDS) if ends else kept.rstrip(_ENDS + ".") + "…"


def capital(words: str) -> str:
    """With a capital at the beginning."""
    return words[:1].upper() + words[1:]
