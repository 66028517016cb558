"""Pieces of furniture inside a paragraph: datelines before it, picture credits and reporting credits after it."""

from __future__ import annotations

import re
from functools import cache

from ..records import Part, PartKind
from .lines import Line

_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]*(?:/[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]*)*"  # HAVANA, SAN JOSÉ, TOKYO/SEOUL
_NAME = r"[A-ZÀ-Þ][\w.'’\-]*(?: [A-ZÀ-Þ][\w.'’\-]*){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)"
_AGENCY = r"\((?:[A-Z][\w.&/'’\- ]{1,40})\)"
_LABEL = re.compile(
    r"(?:FILE|PHOTO|VIDEO|WATCH|UPDATED?|EXCLUSIVE|ANALYSIS|OPINION|EXPLAINER|BREAKING|LIVE|NOTE|Q|A|[A-Z]{2,} [A-Z]+ SAYS)\b[^A-Za-z]*$"
)
_DASH = r"(?:--|[-–—―:])"


@cache
def _datelines() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"^(?:(?:{_PLACE}|{_NAME})(?:,? {_NAME})?,?\s+)?(?:{_DAY},?\s+)?{_AGENCY}\s*{_DASH}+\s*",  # PORT ANSEL, Feb 4 (Reuters) -
            rf"^{_PLACE}(?:, {_NAME}(?:, {_NAME})?)?(?:, {_DAY})?\s*(?:--|[–—―]|\s-\s)\s*",  # HAVANA —
            rf"^{_NAME}(?:, {_NAME})?,? {_DAY},?\s*{_AGENCY}\s*{_DASH}*\s*",
            rf"^\({_NAME}\)\s*(?=[A-Z“\"])",  # (CNN) Three days …
            rf"^{_DAY}(?:,)?\s*{_AGENCY}\s*{_DASH}+\s*",
        )
    )


_WIRE = r"(?:AP|AFP|Reuters|REUTERS|UPI|ANSA|EFE|DPA|dpa|Xinhua|TASS|PTI|ANI|IANS|Bloomberg|PA|AAP|CNN|EPA|Kyodo|Yonhap|VNA|Bernama)"
_AFTER: tuple[tuple[PartKind, str], ...] = (
    (
        "credit",
        r"\((?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)(?: and (?:writing|editing))? by "
        r"[^()]*(?:\([^()]*\)[^()]*)*\)?(?:\s*n?[A-Z]\w{7,12})?$",
    ),
    (
        "copyright",
        r"(?:Copyright|©) ?(?:© ?)?(?:19|20)\d\d[^.]{0,120}\.(?: All rights reserved\.)?"
        r"(?: This material may not be published[^.]{0,80}\.?)?$",
    ),
    ("credit", rf"(?<=[.!?”\"’] )\((?:With )?{_WIRE}(?:/[A-Z][\w.]*| (?:with|and) [\w. ]{{2,30}})?\)$"),
    ("caption", r"\((?:[Pp]hoto|[Pp]icture|[Ii]mage)(?: credit| by)?\s*:[^()]{0,80}\)$"),
    ("related", r"\((?:RELATED|READ MORE|ALSO READ|SEE ALSO|WATCH|MORE)\s*: ?[^()]{10,200}\)$"),
    ("navigation", r"(?<=[\s.])(?:Read or Share this story: https?://\S+|Read [Mm]ore(?: »)?|pic\.twitter\.com/\w+)$"),
)


_REACH = 1500  # characters from a paragraph's end in which a closing credit begins


def mark_inline(line: Line, *, opening: bool) -> list[Part]:
    """Parts inside a line that is else running text; ``opening``: datelines are looked for."""
    parts = []
    begin = 0
    if opening:
        for pattern in _datelines():
            match = pattern.match(line.text)
            if match and match.end() < len(line.text) and not _LABEL.match(match.group()):
                begin = match.end()
                parts.append(Part(kind="dateline", span=(line.start, line.start + len(match.group().rstrip()))))
                break
    for kind, pattern in _after():
        if (match := pattern.search(line.text, max(begin, len(line.text) - _REACH))) and match.start() > begin:
            parts.append(Part(kind=kind, span=(line.start + match.start(), line.end)))
            break
    return parts


@cache
def _after() -> tuple[tuple[PartKind, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in _AFTER)
