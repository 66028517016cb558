"""When, where and to whom something was said, as far as the sentence of its cue tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ..records import Date, Occasion, Record, Span

_SETTINGS = re.compile(
    r"\b(?:in|at|during|on|via|through|to|by|from|outside|inside)\s+(?:(?:an?|the|his|her|its|their|this|that|[A-Z][\w’']+(?:[’']s)?)\s+)?"
    r"((?:[\w’'-]+\s+){0,3}?\b(?:interview|statement|speech|address|news conference|press conference|briefing|hearing|letter|tweet|post|"
    r"rally|meeting|summit|call|email|e-mail|testimony|debate|homily|sermon|broadcast|executive order|court filing|lawsuit|indictment|"
    r"video|memo|report|Twitter|Facebook|television|radio|podcast|documentary|"
    r"(?:tele)?phone(?: (?:interview|call|conversation|briefing))?|ceremony|conference|news release|"
    r"press release|message|book|op-ed|editorial))\b"
)
_INTERVIEWER = re.compile(
    r"\b(?:interview(?:ed)?|conversation|sit-down|Q&A)\s+(?:\w+\s+)?(?:with|by|to)\s+(?:the\s+)?((?:[A-Z][\w’'&.-]*|of|the)(?:\s(?:[A-Z][\w’'&.-]*|of))*)"
)
_MONTH = 31  # days
_NEAR = 60  # characters between a cue and the day of what it tells
_STOP = re.compile(r"(?<!\.[A-Z])[.,]$")
_PLACE = re.compile(r"\b(?:at|in|outside|inside|aboard)\s+(?:the\s+|his\s+|her\s+)?((?:[A-Z][\w’'.-]+\s?){1,4})")


class Around(Record, frozen=True, kw_only=True):
    """What an article gives for reading occasions."""

    quoted: tuple[Span, ...]
    dates: tuple[Date, ...]
    places: frozenset[str]
    """Names of places as printed."""
    published: str | None


def interviewer(text: str, sentence: Span, quoted: Sequence[Span]) -> Span | None:
    """Whom a sentence says an interview was given to: `in an interview with the Gazette`; None where it says nothing of the kind."""
    found = _INTERVIEWER.search(text, *sentence)
    return found.span(1) if found and not any(a <= found.start() < b for a, b in quoted) else None


def occasion_of(text: str, sentence: Span, cue: Span, said: Sequence[Span], around: Around, addressee: str | None) -> Occasion | None:
    """Read the occasion off the sentence around a cue, leaving out what stands inside quotation marks and what is said (``said``).

    A day counts if it stands near the cue and lies no more than a month before the article's own and not after it. Returns None where the
    sentence gives neither addressee, setting nor date.
    """
    quoted = (*around.quoted, *said)
    outside = _without(text, sentence, quoted)
    setting = _SETTINGS.search(outside)
    days = (d for d in around.dates if sentence[0] <= d.span[0] < sentence[1] and not any(a <= d.span[0] < b for a, b in quoted))
    near = (d for d in days if max(d.span[0] - cue[1], cue[0] - d.span[1]) <= _NEAR)
    when = next((d for d in near if d.precision == "day" and _recent(d.start, around.published)), None)
    day = when.start if when is not None else None
    kind = " ".join(setting[1].split()) if setting else None
    if addressee and kind and "interview" in kind.lower():
        label = f"{addressee} interview"
    elif addressee:
        label = f"told {addressee}"
    elif kind:
        label = kind
    elif when is not None:
        label = text[when.span[0] : when.span[1]]
    else:
        return None
    place = next((found for match in _PLACE.finditer(outside) if (found := _STOP.sub("", match[1].strip())) in around.places), None)
    return Occasion(label=label, date=day, place=place if not addressee else None)


def _without(text: str, sentence: Span, hidden: Sequence[Span]) -> str:
    """The sentence with blanks where ``hidden`` stands."""
    start, end = sentence
    left = text[start:end]
    for a, b in hidden:
        if a < end and b > start:
            first, behind = max(a, start) - start, min(b, end) - start
            left = left[:first] + " " * (behind - first) + left[behind:]
    return left


def _recent(day: str | None, published: str | None) -> bool:
    if day is None or published is None:
        return day is not None
    return -1 <= (date.fromisoformat(published[:10]) - date.fromisoformat(day)).days <= _MONTH
