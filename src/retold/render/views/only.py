"""What stands in one article only."""

from __future__ import annotations

from ...records import Dossier, Record
from .names import article_names
from .passages import Link, Places


class Sentence(Record, frozen=True):
    """A sentence of an article with the link to it."""

    text: str
    link: Link | None


class OnlyView(Record, frozen=True):
    """The sentences that only one article has."""

    name: str
    sentences: tuple[Sentence, ...]


def only_views(dossier: Dossier, places: Places) -> tuple[OnlyView, ...]:
    """What only one article has, article by article."""
    names = article_names(dossier.articles)
    return tuple(
        OnlyView(
            name=names.get(only.article, only.article),
            sentences=tuple(
                Sentence(text=" ".join(places.text(only.article)[slice(*span)].split()), link=places.link(only.article, (span,)))
                for span in only.spans
            ),
        )
        for only in dossier.only_here
        if only.spans
    )
