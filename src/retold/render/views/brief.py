"""The brief as a reader sees it: sentences by part, each with the reports that bear it and their passages."""

from __future__ import annotations

from ...records import BriefSentence, Dossier, Record
from .names import article_names
from .passages import Link, Places

REPEATED = frozenset({"Where the reports differ", "On one source only", "Timeline", "Positions"})
"""Parts of which a dossier shows all in sections of their own."""


class Borne(Record, frozen=True):
    """A passage that bears a sentence."""

    name: str
    """The report's name."""
    words: str
    """The passage on one line."""
    link: Link | None
    url: str | None
    """Address of the report; None: none known, or none that a page may link to."""


class SentenceView(Record, frozen=True):
    """A sentence with what bears it."""

    number: int
    """Counted through the whole brief, from 1."""
    text: str
    names: tuple[str, ...]
    """The reports that bear it, each once."""
    borne: tuple[Borne, ...]


class PartView(Record, frozen=True):
    """A titled part of the brief."""

    anchor: str
    title: str
    sentences: tuple[SentenceView, ...]


def brief_parts(dossier: Dossier) -> tuple[PartView, ...]:
    """The parts of the dossier's brief in order; empty where it has none. Evidence in articles that it does not hold is left out."""
    places, names = Places(dossier.articles), article_names(dossier.articles)
    urls = {article.id: article.url for article in dossier.articles}
    parts: list[PartView] = []
    number = 0
    for place, section in enumerate(dossier.brief.sections if dossier.brief else (), 1):
        views = []
        for sentence in section.sentences:
            number += 1
            views.append(_view(number, sentence, places, names, urls))
        parts.append(PartView(anchor=f"brief-{place}", title=section.title, sentences=tuple(views)))
    return tuple(parts)


def _view(number: int, sentence: BriefSentence, places: Places, names: dict[str, str], urls: dict[str, str | None]) -> SentenceView:
    borne = []
    for one in sentence.evidence:
        if one.article in places:
            words = " ".join(places.text(one.article)[one.start : one.end].split())
            url = urls[one.article]
            safe = url if url and url.startswith(("http://", "https://")) else None
            link = places.link(one.article, ((one.start, one.end),))
            borne.append(Borne(name=names[one.article], words=words, link=link, url=safe))
    return SentenceView(number=number, text=sentence.text, names=tuple(dict.fromkeys(b.name for b in borne)), borne=tuple(borne))
