"""What can be judged in a dossier, in one form: a heading for the reader, and passages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

import msgspec

from evaluation.judging.sample import key
from evaluation.stages import Told
from retold.records import BriefSentence, Dossier, Fact, Passage, Position, Span, Statement, TimelineEvent, Wording

What = Literal["disputes", "single", "wording", "timeline", "positions", "brief"]


class Place(msgspec.Struct, frozen=True):
    """Spans in one article."""

    article: str
    """Digest of its text (``sample.key``): offsets in another text mean nothing."""
    spans: tuple[Span, ...]


class Item(msgspec.Struct, frozen=True):
    """One thing that a dossier reports."""

    story: str
    """Digest of the story's name."""
    what: What
    kind: str
    """What it says beside its passages, as far as another judgement is due where it changes: a kind of dispute, a date, an actor's stance;
    of a sentence of the brief its digest."""
    places: tuple[Place, ...]
    heading: str
    notes: tuple[str, ...]
    """What each place is said to say; as many as places."""

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits over all that is kept of it."""
        return key(json.dumps([self.story, self.what, self.kind, msgspec.to_builtins(self.places)]))


_Part = tuple[str, Sequence[Span], str]
"""Article, spans and what is said of them."""


def _statement(one: Statement) -> _Part:
    attributed = f", attributed to {one.attributed_to}" if one.attributed_to else ""
    return one.article, one.spans, f"{one.says}{attributed}{f', hedged: {one.hedge}' if one.hedge else ''}"


def _fact(fact: Fact) -> tuple[str, str, list[_Part]]:
    return fact.kind or "", f"{fact.kind or 'fact'}: {fact.topic} | {fact.explanation}", [_statement(one) for one in fact.statements]


def _names(wording: Wording) -> tuple[str, str, list[_Part]]:
    return "", wording.topic, [_passage(one) for one in wording.names]


def _passage(one: Passage) -> _Part:
    return one.article, one.spans, one.text


def _event(event: TimelineEvent) -> tuple[str, str, list[_Part]]:
    return event.date, f"{event.date} ({event.precision}): {event.event}", [_passage(one) for one in event.told_by]


def _position(one: Position) -> tuple[str, str, list[_Part]]:
    heading = f"{one.actor} {one.stance}: {one.about}{f', toward {one.toward}' if one.toward else ''}"
    return f"{key(one.actor)} {one.stance}", heading, [(one.article, one.spans, one.occasion.label if one.occasion else "")]


def _sentence(one: BriefSentence) -> tuple[str, str, list[_Part]]:
    return key(one.text), one.text, [(at.article, [(at.start, at.end)], "") for at in one.evidence]


FROM: dict[What, Callable[[Dossier], list[tuple[str, str, list[_Part]]]]] = {
    "disputes": lambda dossier: [_fact(one) for one in dossier.facts if one.agreement == "disputed"],
    "single": lambda dossier: [_fact(one) for one in dossier.facts if one.agreement == "single"],
    "wording": lambda dossier: [_names(one) for one in dossier.wording],
    "timeline": lambda dossier: [_event(one) for one in dossier.timeline],
    "positions": lambda dossier: [_position(one) for one in dossier.positions],
    "brief": lambda dossier: [_sentence(one) for section in (dossier.brief.sections if dossier.brief else ()) for one in section.sentences],
}
"""What can be judged, and how it is got out of a dossier: kind, heading, passages."""


def items(told: Told, what: What) -> Iterator[Item]:
    """All of one sort that a story's dossier reports."""
    texts = {article.id: key(article.text) for article in told.dossier.articles}
    for kind, heading, parts in FROM[what](told.dossier):
        yield Item(
            story=key(told.story),
            what=what,
            kind=kind,
            places=tuple(Place(article=texts[article], spans=tuple(spans)) for article, spans, _ in parts),
            heading=heading,
            notes=tuple(note for _, _, note in parts),
        )
