"""When, where and to whom something was said, as far as the sentence of its cue tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..records import Date, Occasion, Span

_SETTINGS = re.compile(
    r"\b(?:in|at|during|on|via|through|to|by|from|outside|inside)\s+(?:an?|the|his|her|its|their|this|that|[A-Z][\w’']+(?:[’']s)?)?\s*"
    r"((?:[\w’'-]+\s+){0,3}?(?:interview|statement|speech|address|news conference|press conference|briefing|hearing|letter|tweet|post|"
    r"rally|meeting|summit|call|email|e-mail|testimony|debate|homily|sermon|broadcast|executive order|court filing|lawsuit|indictment|"
    r"video|memo|report|Twitter|Facebook|television|radio|podcast|documentary|phone|telephone|ceremony|conference|news release|"
    r"press release|message|book|op-ed|editorial))\b"
)
_INTERVIEWER = re.compile(
    r"\b(?:interview(?:ed)?|conversation|sit-down|Q&A)\s+(?:\w+\s+)?(?:with|by|to)\s+(?:the\s+)?((?:[A-Z][\w’'&.-]*|of|the)(?:\s(?:[A-Z][\w’'&.-]*|of))*)"
)
_STOP = re.compile(r"(?<!\.[A-Z])[.,]$")
_PLACE = re.compile(r"\b(?:at|in|outside|inside|aboard)\s+(?:the\s+|his\s+|her\s+)?((?:[A-Z][\w’'.-]+\s?){1,4})")


def interviewer(text: str, sentence: Span, quoted: Sequence[Span]) -> Span | None:
    """Whom a sentence says an interview was given to: `in an interview with the Gazette`; None where it says nothing of the kind."""
    found = _INTERVIEWER.search(text, *sentence)
    return found.span(1) if found and not any(a <= found.start() < b for a, b in quoted) else None


def occasion_of(text: str, sentence: Span, quoted: Sequence[Span], dates: Sequence[Date], addressee: str | None) -> Occasion | None:
    """Read the occasion off the sentence around a cue, leaving out what stands inside quotation marks.

    Returns None where the sentence gives neither addressee, setting nor date.
    """
    outside = "".join(" " if any(a <= i < b for a, b in quoted) else text[i] for i in range(*sentence))
    setting = _SETTINGS.search(outside)
    date = next((d for d in dates if sentence[0] <= d.span[0] < sentence[1] and not any(a <= d.span[0] < b for a, b in quoted)), None)
    day = date.start if date is not None and date.precision == "day" else None
    kind = " ".join(setting[1].split()) if setting else None
    if addressee and kind and "interview" in kind.lower():
        label = f"{addressee} interview"
    elif addressee:
        label = f"told {addressee}"
    elif kind:
        label = kind
    elif day and date is not None:
        label = text[date.span[0] : date.span[1]]
    else:
        return None
    place = _PLACE.search(outside)
    return Occasion(label=label, date=day, place=_STOP.sub("", place[1].strip()) if place and not addressee else None)
