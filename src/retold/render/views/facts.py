"""What the reports state, lined up: what they dispute, each side with its passage, and what they agree on."""

from __future__ import annotations

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
    """One of ``KINDS``' questions; empty: it is not disputed."""
    explanation: str
    sources: str
    """ "2 independent sources"."""
    stated: tuple[Stated, ...]


def disputes(dossier: Dossier, places: Places) -> tuple[FactView, ...]:
    """The facts that are disputed, in the dossier's order: the surest and gravest first."""
    return tuple(_view(fact, dossier, places) for fact in dossier.facts if fact.agreement == "disputed")


def agreed(dossier: Dossier, places: Places) -> tuple[FactView, ...]:
    """The facts that several independent sources state alike, in the dossier's order."""
    return tuple(_view(fact, dossier, places) for fact in dossier.facts if fact.agreement == "agreed")


def _view(fact: Fact, dossier: Dossier, places: Places) -> FactView:
    names = article_names(dossier.articles)
    return FactView(
        topic=fact.topic,
        kind=KINDS.get(fact.kind or "", ""),
        explanation=fact.explanation,
        sources=counted(fact.independent_sources, "independent source"),
        stated=tuple(_stated(statement, places, names) for statement in fact.statements),
    )


def _stated(statement: Statement, places: Places, names: dict[str, str]) -> Stated:
    text = places.text(statement.article)
    word = [f"according to {statement.attributed_to}"] if statement.attributed_to else []
    word += [f"“{statement.hedge}”"] if statement.hedge else []
    return Stated(
        name=names.get(statement.article, statement.article),
        link=places.link(statement.article, statement.spans),
        words=" … ".join(" ".join(text[a:b].split()) for a, b in statement.spans) or statement.says,
        on_whose_word=", ".join(word),
    )
