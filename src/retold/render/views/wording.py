"""Different names for one thing, as a reader is shown them: what it is about, and the words of each outlet side by side."""

from __future__ import annotations

from ...records import Dossier, Passage, Record, Wording
from .names import article_names
from .passages import Link, Places


class Printed(Record, frozen=True):
    """An article that prints the words, with the link to its first passage."""

    name: str
    link: Link | None


class Worded(Record, frozen=True):
    """The words of one passage, with the articles that have the same."""

    words: str
    """On one line, as the first of them prints them."""
    printed: tuple[Printed, ...]
    """In the order of the entry."""


class WordingView(Record, frozen=True):
    """One entry of wording."""

    topic: str
    worded: tuple[Worded, ...]
    """Two or more."""


def wordings(dossier: Dossier, places: Places) -> tuple[WordingView, ...]:
    """The entries of wording in the dossier's order, the most telling first."""
    names = article_names(dossier.articles)
    return tuple(_view(entry, places, names) for entry in dossier.wording)


def _view(entry: Wording, places: Places, names: dict[str, str]) -> WordingView:
    """Outlets that print the same words stand together: a reader compares words, not outlets."""
    by_words: dict[str, list[Passage]] = {}
    for passage in entry.names:
        by_words.setdefault(_words(passage, places).casefold(), []).append(passage)
    return WordingView(
        topic=entry.topic,
        worded=tuple(Worded(words=_words(same[0], places), printed=_printed(same, places, names)) for same in by_words.values()),
    )


def _printed(same: list[Passage], places: Places, names: dict[str, str]) -> tuple[Printed, ...]:
    first: dict[str, Passage] = {}
    for passage in same:
        first.setdefault(passage.article, passage)
    return tuple(Printed(name=names.get(a, a), link=places.link(a, p.spans)) for a, p in first.items())


def _words(passage: Passage, places: Places) -> str:
    text = places.text(passage.article)
    return " … ".join(" ".join(text[start:end].split()) for start, end in passage.spans) if text else passage.text
