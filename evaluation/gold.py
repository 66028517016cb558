"""The hand-made gold of a set of stories, decoded; its form is told in the README beside the shared stories."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from retold.records import Span

Line = TypeVar("Line")
CONFLICTS = "conflicts.jsonl"


class GoldQuotation(msgspec.Struct, frozen=True):
    """A passage inside quotation marks."""

    article: str
    spans: list[Span]
    story: str = ""
    speaker: str | None = None
    kind: str = "speech"
    occasion: str | None = None
    utterance: str | None = None


class GoldAttribution(msgspec.Struct, frozen=True):
    """What a document of the corpus of attributions reports."""

    content: list[Span]
    type: str
    """direct, mixed or indirect."""
    source_text: str | None = None
    """The source as printed; empty or None: it is not told."""
    reference: str | None = None
    """Its full name, where the corpus has it."""


class GoldDocument(msgspec.Struct, frozen=True):
    """A document of the corpus of attributions."""

    id: str
    text: str
    quotes: list[GoldAttribution]


class GoldRendition(msgspec.Struct, frozen=True):
    """How one article renders an utterance."""

    article: str
    relation: str


class GoldUtterance(msgspec.Struct, frozen=True):
    """An utterance that two or more articles render."""

    utterance: str
    renditions: list[GoldRendition]
    story: str = ""


class GoldDerivation(msgspec.Struct, frozen=True, rename={"sources": "from"}):
    """What one article was made from: article ids, ``unseen:NAME``, or ``?ARTICLE`` where no direction can be told."""

    article: str
    sources: list[str]
    kind: str
    story: str = ""


class GoldPassage(msgspec.Struct, frozen=True):
    """Spans in one article."""

    article: str
    spans: list[Span]


class Alteration(msgspec.Struct, frozen=True):
    """An utterance whose words some articles changed inside quotation marks."""

    utterance: str
    articles: list[str]
    against: str
    of: str | None = None
    """The kind of change that must be named among the variants; None: any."""
    worst: str | None = None


class OnlyInOne(msgspec.Struct, frozen=True):
    """A claim that one article has alone."""

    claim: str
    passages: list[GoldPassage]


class GoldReading(msgspec.Struct, frozen=True):
    """How one article tells what others tell too."""

    says: str
    spans: list[Span]


class GoldConflict(msgspec.Struct, frozen=True):
    """A place where articles differ."""

    topic: str
    kind: str
    """number, date, place, actor, attribution, status or wording."""
    readings: dict[str, GoldReading]
    """By article."""
    agree: bool = False
    """True: they differ in words or rounding only, so that it is no dispute."""
    story: str = ""


class GoldEvent(msgspec.Struct, frozen=True):
    """A dated event of the key."""

    date: str
    """ISO, cut to its precision: "2031-03-10", "2031-03", "2031"."""
    event: str
    told_by: list[GoldPassage]


class GoldPosition(msgspec.Struct, frozen=True):
    """What a state is open to, refuses, wants and so on."""

    actor: str
    stance: str
    about: str
    passages: list[GoldPassage]


class GoldArticle(msgspec.Struct, frozen=True):
    """What the key says of one article."""

    outlet: str | None = None
    published: str | None = None
    """ISO date; None: the article does not say."""
    furniture: GoldPassage | None = None
    boilerplate: list[str] = []
    """Furniture by its words; "everything from 'X' on" stands for all that follows X."""


class Key(msgspec.Struct, frozen=True):
    """A story's gold.json: what must be found, by passage; not claimed to be complete."""

    articles: dict[str, GoldArticle]
    altered_inside_quotation_marks: list[Alteration]
    only_in_one: list[OnlyInOne]
    timeline: list[GoldEvent] = []
    positions: list[GoldPosition] = []


class Gold(msgspec.Struct, frozen=True):
    """All gold of a set."""

    quotations: list[GoldQuotation]
    utterances: list[GoldUtterance]
    derivation: list[GoldDerivation]
    key: Key | None
    """None: the set has no gold.json."""
    conflicts: list[GoldConflict] = []


def _lines(path: Path, kind: type[Line]) -> list[Line]:
    return [msgspec.json.decode(line, type=kind) for line in path.read_bytes().splitlines() if line.strip()]


def load(folder: Path) -> Gold:
    """Decode the gold in ``folder``: quotes.jsonl, utterances.jsonl, derivation.jsonl; gold.json and conflicts.jsonl where they are there.

    Raises ``OSError`` where a file is missing and ``msgspec.ValidationError`` where one has another form.
    """
    key, conflicts = folder / "gold.json", folder / CONFLICTS
    return Gold(
        quotations=_lines(folder / "quotes.jsonl", GoldQuotation),
        utterances=_lines(folder / "utterances.jsonl", GoldUtterance),
        derivation=_lines(folder / "derivation.jsonl", GoldDerivation),
        key=msgspec.json.decode(key.read_bytes(), type=Key) if key.exists() else None,
        conflicts=_lines(conflicts, GoldConflict) if conflicts.exists() else [],
    )


def covered(spans: Iterable[Span]) -> set[int]:
    """The code points that spans cover."""
    return {i for start, end in spans for i in range(start, end)}


def near(one: Iterable[Span], other: Sequence[Span], slack: int = 0) -> bool:
    """Whether a span of one has a character in common with one of the other, or fewer than ``slack`` characters between."""
    return any(start - slack < b and a < end + slack for start, end in one for a, b in other)


def furniture(article: GoldArticle, text: str) -> list[Span]:
    """Where the key's page furniture of an article stands in its text; words that do not occur there are passed over."""
    found = list(article.furniture.spans) if article.furniture else []
    for words in article.boilerplate:
        if tail := re.match(r"everything from '(.+?)' on\b", words):
            start = text.find(tail[1])
            if start >= 0:
                found.append((start, len(text)))
        else:
            found += [(at.start(), at.end()) for at in re.finditer(re.escape(words), text)]
    return sorted(found)
