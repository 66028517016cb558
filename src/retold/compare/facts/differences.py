"""What a search for disputes finds: sides that do not go together, each with who states it, and one sentence about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from ...records import Record, Statement
from .claims import Told

__all__ = ["Difference", "Kind", "Side", "among_of", "difference_of", "explain", "in_words", "listing", "outlets_of", "quoted"]

Kind = Literal["number", "date", "place", "actor", "attribution", "status"]

_LONG = 90
"""Characters of a passage that one sentence about it can hold."""
_MANY = 3
"""Outlets that one sentence names before it counts the others."""
_FEW = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Difference(Record, frozen=True, kw_only=True):
    """Statements on one matter that do not go together."""

    kind: Kind
    topic: str
    """A short noun phrase: "dead in the ferry fire"."""
    explanation: str
    """One sentence that names the outlets, what each has, and what may explain it."""
    statements: tuple[Statement, ...]
    """Two or more, side by side in order of articles and places."""
    among: Literal["outlets", "speakers"] = "outlets"
    """speakers: every side is somebody's who is quoted, and these are not the same."""
    confidence: float
    """0 to 1: that it is a dispute a reader would call one. Those below the setting are not told; the rest are in this order."""


class Side(Record, frozen=True, kw_only=True):
    """One of two or more readings of a matter, and who has it."""

    says: str
    """Words of one of the articles, as short as can be ("at least 15 passengers")."""
    statements: tuple[Statement, ...]


def difference_of(kind: Kind, topic: str, sides: Sequence[Side], told: Told, *, confidence: float, grows: bool = False) -> Difference:
    """Put the sides of a dispute together and say in one sentence what they are.

    ``grows``: what is disputed becomes known by and by, as tolls do; then it is said where one side is later.
    """
    among = among_of([side.statements for side in sides])
    return Difference(
        kind=kind,
        topic=topic,
        explanation=explain(sides, told, among=among, grows=grows),
        statements=tuple(statement for side in sides for statement in side.statements),
        among=among,
        confidence=confidence,
    )


def explain(sides: Sequence[Side], told: Told, *, among: Literal["outlets", "speakers"], grows: bool = False) -> str:
    """One sentence: who has what, whose word it is, and whether the later may know more."""
    parts = []
    for number, side in enumerate(sides):
        outlets = outlets_of(side.statements, told)
        has = "" if number else " have" if len({s.article for s in side.statements}) > 1 else " has"
        speakers = sorted({s.attributed_to for s in side.statements if s.attributed_to})
        whose = f" from {listing(speakers[:2])}" if speakers else ""
        parts.append(f"{outlets}{has} {quoted(side.says)}{whose}")
    sentence = ", ".join(parts)
    if among == "speakers":
        sentence += "; the people they quote differ, not the outlets"
    elif grows and (later := _later(sides, told)):
        sentence += f"; {later} and may know more"
    return sentence[:1].upper() + sentence[1:] + "."


def outlets_of(statements: Sequence[Statement], told: Told) -> str:
    """The outlets of statements by name, each once: "the Lantern, the Gazette and two others"."""
    names = list(dict.fromkeys(told.name(statement.article) for statement in statements))
    if len(names) <= _MANY + 1:
        return listing(names)
    return f"{', '.join(names[:_MANY])} and {in_words(len(names) - _MANY)} others"


def in_words(count: int) -> str:
    """ "no", "one", "ten"; "11"."""
    return _FEW[count] if count < len(_FEW) else str(count)


def listing(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def quoted(words: str) -> str:
    """The words on one line in quotation marks, long ones cut at a word."""
    words = " ".join(words.split()).strip(' ,;:“”"')
    if len(words) > _LONG:
        words = words[:_LONG].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return f"“{words}”"


def among_of(sides: Sequence[Sequence[Statement]]) -> Literal["outlets", "speakers"]:
    """Whether every side is the word of people quoted, nobody's on two sides."""
    voices = [{statement.attributed_to for statement in side} for side in sides]
    if any(None in some for some in voices):
        return "outlets"
    apart = all(not voices[one] & voices[other] for one in range(len(voices)) for other in range(one))
    return "speakers" if apart else "outlets"


def _later(sides: Sequence[Side], told: Told) -> str | None:
    """ "the Lantern is two days later": the last side, where all its articles are of later days than those of the others."""
    days = [[told.day(statement.article) for statement in side.statements] for side in sides]
    known = [[day for day in some if day] for some in days]
    if len(sides) != 2 or any(len(some) != len(all_) for some, all_ in zip(known, days, strict=True)):
        return None
    first, last = known[0], known[1]
    if max(first) >= min(last):
        return None
    gap = (date.fromisoformat(min(last)) - date.fromisoformat(max(first))).days
    outlets = outlets_of(sides[1].statements, told)
    are = "are" if len({s.article for s in sides[1].statements}) > 1 else "is"
    when = "a day" if gap == 1 else f"{in_words(gap)} days"
    return f"{outlets} {are} {when} later"
