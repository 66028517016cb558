"""What the reports state, lined up: what they dispute, each side with its passage, and what they agree on."""

from __future__ import annotations

from collections.abc import Sequence

from ...records import Dossier, Fact, Record, Statement
from .names import article_names
from .passages import Link, Places
from .words import counted

KINDS = {
    "number": "how many",
    "date": "when",
    "place": "where",
    "actor": "who",
    "attribution": "on whose word",
    "status": "how far it went",
}
"""What a dispute is about, as a reader asks."""


_QUESTIONS = frozenset("how who when where why whether".split())


class Stated(Record, frozen=True):
    """What one article says of a fact."""

    name: str
    link: Link | None
    words: str
    """The passage on one line, pieces joined by an ellipsis."""
    on_whose_word: str
    """To whom the article attributes it, and how it hedges: "according to Orr, “reportedly”"; empty: in its own voice, flat."""


class FactView(Record, frozen=True):
    """A fact as a reader sees it."""

    topic: str
    kind: str
    """One of ``KINDS``' questions; empty: it is not disputed, or the topic is a question already."""
    explanation: str
    sources: str
    """ "2 independent sources"."""
    stated: tuple[Stated, ...]


def disputes(dossier: Dossier, places: Places) -> tuple[FactView, ...]:
    """The facts that are disputed, in the dossier's order: the surest and gravest first."""
    return _views(dossier, places, "disputed")


def agreed(dossier: Dossier, places: Places) -> tuple[FactView, ...]:
    """The facts that several independent sources state alike, in the dossier's order."""
    return _views(dossier, places, "agreed")


def _views(dossier: Dossier, places: Places, agreement: str) -> tuple[FactView, ...]:
    names = article_names(dossier.articles)
    return tuple(_view(fact, places, names) for fact in dossier.facts if fact.agreement == agreement)


def _view(fact: Fact, places: Places, names: dict[str, str]) -> FactView:
    return FactView(
        topic=fact.topic,
        kind="" if fact.topic.partition(" ")[0] in _QUESTIONS else KINDS.get(fact.kind or "", ""),
        explanation=fact.explanation,
        sources=counted(fact.independent_sources, "independent source"),
        stated=tuple(_stated(same, places, names) for same in _by_article(fact.statements)),
    )


def _by_article(statements: Sequence[Statement]) -> list[list[Statement]]:
    """What an article states on the same word stands together, in the order of its first."""
    found: dict[tuple[str, str | None, str | None], list[Statement]] = {}
    for statement in statements:
        found.setdefault((statement.article, statement.attributed_to, statement.hedge), []).append(statement)
    return list(found.values())


def _stated(same: Sequence[Statement], places: Places, names: dict[str, str]) -> Stated:
    first = same[0]
    text = places.text(first.article)
    spans = sorted({span for statement in same for span in statement.spans})
    word = [f"according to {first.attributed_to}"] if first.attributed_to else []
    word += [f"“{first.hedge}”"] if first.hedge else []
    return Stated(
        name=names.get(first.article, first.article),
        link=places.link(first.article, spans),
        words=" … ".join(dict.fromkeys(" ".join(text[a:b].split()) for a, b in spans)) or first.says,
        on_whose_word=", ".join(word),
    )
