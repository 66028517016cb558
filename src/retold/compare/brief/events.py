"""The timeline: dated events in order, each told by a whole sentence that names its day."""

from __future__ import annotations

import re

from ...records import TimelineEvent
from .days import MONTHS
from .drafts import Draft
from .sentences import Made
from .story import Material

_IN = "in|since|until|till|of|from|by|during|before|after|early|late|mid|and|to|through|spring|summer|autumn|winter|between"
"""Words before a year that is told as a time; "the 2031 deal" tells none."""
_EXACT = {"day": 0, "week": 1, "month": 1, "season": 2, "year": 2, "span": 3, "decade": 3}


def events(story: Material, most: int) -> list[Draft]:
    """At most ``most`` events, those that most articles tell first chosen, then put in order of time."""
    found: dict[tuple[str, int], tuple[tuple[object, ...], str, Made]] = {}
    for event in story.dossier.timeline:
        made = _telling(story, event)
        if made is not None and event.doubt is None:
            rank = (-len(event.told_by), _EXACT.get(event.precision, 3), made.number, made.article)
            key = (made.article, made.number)
            if key not in found or rank < found[key][0]:
                found[key] = (rank, event.date, made)
    chosen = sorted(found.values(), key=lambda one: one[0])
    kept: list[tuple[str, Made]] = []
    for _, day, made in chosen:
        if len(kept) < most and not any(
            made.terms and len(made.terms & other.terms) > 0.6 * min(len(made.terms), len(other.terms)) for _, other in kept
        ):
            kept.append((day, made))
    return [story.borne(made) for _, made in sorted(kept, key=lambda one: (one[0].ljust(10, "-"), one[1].article, one[1].number))]


def _telling(story: Material, event: TimelineEvent) -> Made | None:
    """The first sentence that tells an event and names its day once mended; None: there is none."""
    for passage in event.told_by:
        if passage.article in story.apart:
            continue
        number = story.writer.holding(passage.article, passage.spans)
        made = story.made(passage.article, number) if number is not None else None
        if made is not None and not made.draft.own and names_day(made.draft.text, event.date):
            return made
    return None


def names_day(text: str, day: str) -> bool:
    """Whether a sentence tells the day, month or year of a timeline's date outside quotation marks."""
    plain = re.sub("“[^”]*”", "", text)
    first = day.split("/", maxsplit=1)[0].split("-")
    if not re.search(rf"\b{re.escape(first[0])}\b", plain):
        return False
    if len(first) < 2 or "/" in day:
        return bool(re.search(rf"\b(?:{_IN})\s+{re.escape(first[0])}\b", plain, re.IGNORECASE))
    month = MONTHS[int(first[1]) - 1]
    if not re.search(rf"\b{month[:3]}", plain):
        return False
    return len(first) < 3 or bool(re.search(rf"\b{int(first[2])}\b", plain))
