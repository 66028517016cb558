"""One annotated article as a sheet: its text with quotations coloured and numbered by speaker, who they are, and every quotation told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from markupsafe import Markup

from ...records import Annotated, Nested, Quotation, Record, Span, Speaker, StorySpeaker
from ..views.names import readable_date
from ..views.remarks import also_called
from ..views.voices import GUESS, NOBODY, Voice, named, voice
from ..views.words import counted
from .columns import NO_LABEL, safe_url
from .marks import Mark, mark_up, paragraphs

_FURNITURE, _QUOTATION, _NESTED, _CUE = range(1, 5)
_COLOURS = 8
"""Speakers with a colour of their own, as in a dossier; the others are told apart by their numbers."""


class Person(Record, frozen=True):
    """A line of the legend: one speaker."""

    label: str
    """The number that stands at what they say."""
    colour: int
    name: str
    also: str
    """Roles and other names."""
    count: str
    """ "4 quotations, 1 of them a guess", "quoted by others once"."""


class Note(Record, frozen=True):
    """A quotation as the list under the text tells it."""

    anchor: str
    place: str
    """Id of the passage in the text."""
    label: str
    colour: int
    voice: Voice


class Sheet(Record, frozen=True):
    """An annotated article as the templates need it."""

    anchor: str
    annotated: Annotated
    date: str
    url: str | None
    """Only where it is http or https."""
    title: Markup
    body: Markup
    people: tuple[Person, ...]
    """The most quoted first; last those without a name."""
    notes: tuple[Note, ...]
    key: frozenset[str]
    """Kinds of marks in the text that need explaining: cue, guess, attitude, nested, furniture."""


def sheet(annotated: Annotated, anchor: str) -> Sheet:
    """What is shown of one article; ids on it begin with ``anchor``. Marks of type other (titles, scare quotes) are left alone."""
    article = annotated.article
    said = [q for q in annotated.quotations if q.type != "other"]
    numbers = _numbers(said)
    notes = tuple(_note(article.text, q, numbers, f"{anchor}-q{n}") for n, q in enumerate(said, 1))
    marks = [mark for q, note in zip(said, notes, strict=True) for mark in _marks(q, note, numbers)]
    marks += [Mark(span=span, layer=_FURNITURE, classes="furniture") for span in article.furniture]
    title = next((part.span for part in article.parts if part.kind == "title"), None)
    return Sheet(
        anchor=anchor,
        annotated=annotated,
        date=readable_date(article.published),
        url=safe_url(article.url),
        title=_slice(article.text, marks, title) if title else Markup.escape(article.title or "Untitled"),
        body=_body(article.text, marks, title),
        people=tuple(_people(annotated, said, numbers)),
        notes=notes,
        key=frozenset(_key(annotated, said)),
    )


# ---------------------------------------------------------------------------------------------- who


def _numbers(said: Sequence[Quotation]) -> dict[str, int]:
    """A number from 1 for each speaker, the most quoted first, then the first heard."""
    heard = Counter(speaker.canonical for q in said for speaker in (q.speaker, *(n.speaker for n in q.nested)) if speaker)
    return {name: number for number, (name, _) in enumerate(heard.most_common(), 1)}


def _people(annotated: Annotated, said: Sequence[Quotation], numbers: Mapping[str, int]) -> Iterator[Person]:
    aliases = {alias.canonical: alias for alias in annotated.aliases}
    for name, number in numbers.items():
        own = [q for q in said if q.speaker and q.speaker.canonical == name]
        guesses = sum(q.uncertain for q in own)
        alias = aliases.get(name)
        known = StorySpeaker(name=name, aliases=alias.forms, roles=alias.roles) if alias else None
        yield Person(
            label=str(number),
            colour=_colour(number),
            name=named(name, uncertain=bool(own) and guesses == len(own)),
            also=also_called(known),
            count=_count(len(own), guesses, sum(n.speaker is not None and n.speaker.canonical == name for q in said for n in q.nested)),
        )
    unknown = sum(q.speaker is None for q in said)
    if unknown:
        yield Person(label=NO_LABEL, colour=0, name=NOBODY, also="", count=_count(unknown, 0, 0))


def _count(own: int, guesses: int, nested: int) -> str:
    doubt = f", {guesses} of them {'a guess' if guesses == 1 else 'guesses'}" if 0 < guesses < own else ""  # else the name tells it
    quoted = f"quoted by others {'once' if nested == 1 else f'{nested} times'}" if nested else ""
    return ", ".join(filter(None, (counted(own, "quotation") + doubt if own else "", quoted)))


def _colour(number: int) -> int:
    return number if number <= _COLOURS else 0


def _label(speaker: Speaker | None, numbers: Mapping[str, int], *, guess: bool = False) -> tuple[str, int]:
    """The label at a passage, and the colour."""
    if speaker is None:
        return NO_LABEL, 0
    number = numbers[speaker.canonical]
    return f"{number}{GUESS if guess else ''}", _colour(number)


def _note(text: str, quotation: Quotation, numbers: Mapping[str, int], place: str) -> Note:
    label, colour = _label(quotation.speaker, numbers, guess=quotation.uncertain)
    return Note(anchor=f"{place}-note", place=place, label=label, colour=colour, voice=voice(text, quotation))


def _key(annotated: Annotated, said: Sequence[Quotation]) -> Iterator[str]:
    yield from ["cue"] if any(q.cue for q in said) else []
    yield from ["guess"] if any(q.uncertain and q.speaker for q in said) else []
    yield from ["attitude"] if any(q.type == "attitude" for q in said) else []
    yield from ["nested"] if any(q.nested for q in said) else []
    yield from ["furniture"] if annotated.article.furniture else []


# ---------------------------------------------------------------------------------------------- the text


def _marks(quotation: Quotation, note: Note, numbers: Mapping[str, int]) -> Iterator[Mark]:
    """The marks of one quotation: its spans, what is quoted inside it, the cues."""
    said = note.voice
    soft = " soft" if quotation.type == "attitude" else ""
    guess = " guess" if said.guess else ""
    tip = "\n".join((said.who, "; ".join(said.details), said.sure))
    for n, span in enumerate(quotation.spans):
        name = f"{note.place}{f'-{n}' if n else ''}"
        once = (("data-who", note.label), ("tabindex", "0"), ("aria-describedby", note.anchor))
        yield _said(span, f"q s{note.colour}{soft}{guess}", tip, name, once)
    yield from _cue(quotation, note.colour)
    for number, (nested, inner) in enumerate(zip(quotation.nested, said.inside, strict=True), 1):
        label, colour = _label(nested.speaker, numbers)
        tip = "\n".join((f"{inner.who}, quoted by {said.who}", "; ".join(inner.details)))
        for n, span in enumerate(nested.spans):
            mark = _said(span, f"q n s{colour}", tip, f"{note.place}-n{number}-{n}", (("data-who", label), ("tabindex", "0")))
            yield msgspec.structs.replace(mark, layer=_NESTED)
        yield from _cue(nested, colour)


def _said(span: Span, classes: str, tip: str, name: str, once: tuple[tuple[str, str], ...]) -> Mark:
    return Mark(span=span, layer=_QUOTATION, tag="mark", name=name, classes=classes, attributes=(("data-tip", tip.rstrip()),), once=once)


def _cue(quotation: Quotation | Nested, colour: int) -> Iterator[Mark]:
    if quotation.cue:
        yield Mark(span=quotation.cue, layer=_CUE, classes=f"cue s{colour}")


def _body(text: str, marks: Sequence[Mark], title: Span | None) -> Markup:
    """The text in paragraphs without its headline, which stands above."""
    start, end = title or (0, 0)
    parts = [(0, start), (end, len(text))]
    return Markup("\n").join(_slice(text, marks, part, blocks=True) for part in parts if text[slice(*part)].strip())


def _slice(text: str, marks: Sequence[Mark], part: Span, *, blocks: bool = False) -> Markup:
    """A part of the text with the marks that reach into it; a mark is named where it begins."""
    start, end = part
    here = [Mark(span=span, layer=0, tag="p", attributes=(("dir", "auto"),)) for span in paragraphs(text[start:end])] if blocks else []
    for mark in marks:
        a, b = (min(max(offset, 0), len(text)) for offset in mark.span)
        if a < end and start < b:
            name = mark.name if a >= start else None
            here.append(msgspec.structs.replace(mark, span=(max(a, start) - start, min(b, end) - start), name=name))
    return mark_up(text[start:end], here)
