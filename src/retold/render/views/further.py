"""What stands in one article only, and the lists of wording, timeline, positions and the brief where a dossier has them."""

from __future__ import annotations

from collections.abc import Sequence

from ...records import Brief, Dossier, Record, Span
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


class Cited(Record, frozen=True):
    """An article's name with the link to its passage."""

    name: str
    link: Link | None
    text: str = ""


class Item(Record, frozen=True):
    """One line of a list, with the articles that bear it."""

    text: str
    cited: tuple[Cited, ...]
    label: str = ""
    note: str = ""


class Listing(Record, frozen=True):
    """A titled list: wording, timeline, positions or a section of the brief."""

    anchor: str
    title: str
    items: tuple[Item, ...]


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


def listings(dossier: Dossier, places: Places) -> tuple[Listing, ...]:
    """The lists that a dossier has something for; none for those that are empty."""
    names = article_names(dossier.articles)
    return tuple(listing for listing in _brief(dossier.brief, places, names) if listing.items)


def _cited(article: str, spans: Sequence[Span], places: Places, names: dict[str, str], text: str = "") -> Cited:
    return Cited(name=names.get(article, article), link=places.link(article, spans), text=text)


def _brief(brief: Brief | None, places: Places, names: dict[str, str]) -> list[Listing]:
    sections = brief.sections if brief else ()
    return [
        Listing(
            anchor=f"brief-{number}",
            title=section.title,
            items=tuple(
                Item(text=s.text, cited=tuple(_cited(e.article, ((e.start, e.end),), places, names) for e in s.evidence))
                for s in section.sentences
            ),
        )
        for number, section in enumerate(sections, 1)
    ]
