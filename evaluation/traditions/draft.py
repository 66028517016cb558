"""A report while it is being written: lines whose persons are filled in last, so that who cuts the first mention introduces anew."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

import msgspec

from evaluation.traditions.grammar import sentence_case
from retold.records import Relation, Span

_MARKER = re.compile(r"\{(\w+)(?::(\w+))?\}")

Form = Literal["before", "behind", "apposition"]


class Spoken(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a remark as one line gives them, without a final stop."""

    remark: str
    text: str
    relation: Relation
    """How they stand to what was said; ``base`` never: which report is nearest is for compare to find."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence, or a remark with its attribution."""

    topic: str
    words: str
    """``{minister}`` stands for a person, ``{0}`` for the first words spoken, ``{to}`` for whom they were said to."""
    spoken: tuple[Spoken, ...] = ()
    slots: dict[str, str] = {}
    """Values of this line that differ from the event's own."""
    breaks: bool = True
    """Starts a paragraph."""


class Person(msgspec.Struct, frozen=True):
    """Who speaks or is spoken about."""

    name: str
    role: str
    pronoun: Literal["he", "she"]

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.rpartition(" ")[2]


class House(msgspec.Struct, frozen=True, kw_only=True):
    """What an outlet does to every text."""

    name: str
    straight: bool
    """Straight quotation marks."""
    titles: bool
    """ "Ms Tessel" where others print "Tessel"."""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A report before its outlet's house style."""

    title: str
    lines: tuple[Line, ...]
    forms: dict[str, Form]
    """How each person is introduced."""
    told: str | None
    """The outlet that remarks were made to, as the text names it; None: it says "a reporter"."""
    dateline: str | None = None


class Rendered(msgspec.Struct, frozen=True):
    """The text with the places of the words spoken."""

    text: str
    spoken: tuple[tuple[Spoken, Span], ...]


class _Page:
    """Text that grows; keeps commas from meeting other stops."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, more: str) -> None:
        if self.text.endswith(",") and more[:1] in {",", ".", ":", ";", "”"}:
            self.text = self.text[:-1]
        self.text += more


def render(draft: Draft, people: Mapping[str, Person], house: House) -> Rendered:
    """Fill in persons and remarks and set the paragraphs."""
    page, met, found = _Page(), set[str](), list[tuple[Spoken, Span]]()
    page.add(draft.title + "\n\n")
    if draft.dateline:
        page.add(draft.dateline)
    for number, line in enumerate(draft.lines):
        if number:
            page.add("\n\n" if line.breaks else " ")
        start, last = len(page.text), 0
        for marker in (*_MARKER.finditer(line.words), None):
            page.add(_opened(line.words[last : marker.start() if marker else None], len(page.text) == start))
            if marker is None:
                break
            last = marker.end()
            here = len(page.text)
            if marker.group(1).isdigit():
                spoken = line.spoken[int(marker.group(1))]
                starts = here == start or line.words[: marker.start()].endswith(("“", ". "))
                page.add(sentence_case(spoken.text) if starts else spoken.text)
                found.append((spoken, (here, len(page.text))))
            else:
                page.add(_opened(_mention(marker, draft, people, met, house), here == start))
    text = page.text.replace("“", '"').replace("”", '"').replace("’", "'") if house.straight else page.text
    return Rendered(text, tuple(_marked(text, spoken, span) for spoken, span in found))


def _opened(text: str, first: bool) -> str:
    return sentence_case(text) if first else text


def _marked(text: str, spoken: Spoken, span: Span) -> tuple[Spoken, Span]:
    """Of a clause of which only a piece stands in marks, that piece."""
    inside = re.search(r"[“\"]([^”\"]+)[”\"]", text[slice(*span)])
    if spoken.relation == "indirect" or inside is None:
        return spoken, span
    return spoken, (span[0] + inside.start(1), span[0] + inside.end(1))


def _mention(marker: re.Match[str], draft: Draft, people: Mapping[str, Person], met: set[str], house: House) -> str:
    key, how = marker.groups()
    if key == "to":
        return draft.told or "a reporter"
    person = people[key]
    if how:
        return person.pronoun if key in met else person.surname
    if key in met:
        return f"{'Mr' if person.pronoun == 'he' else 'Ms'} {person.surname}" if house.titles else person.surname
    met.add(key)
    match draft.forms.get(key, "behind"):
        case "before":
            return f"the {person.role}, {person.name},"
        case "apposition":
            return f"{person.role} {person.name}"
        case _:
            return f"{person.name}, the {person.role},"
