"""Sentences of the articles made to stand alone: loose ends cut, persons named in full, days with their years; or none at all."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from ...records import Article, BriefEvidence, Dossier, Record, Span, StoryQuotation
from ..passages import overlap, stems
from .cutting import Cut
from .dangling import opens_ill
from .days import dated, tells_day, written
from .drafts import Draft, joined
from .faults import fault
from .mending import bare, mended
from .openings import loose_ends
from .people import People

ALTERED = frozenset({"changed", "reworded", "spliced"})
"""Relations of words in quotation marks that are not those of the base."""

_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
"""Left without its date, it is any; a report's day, which may be that of collecting, does not tell which."""


class Made(Record, frozen=True, kw_only=True):
    """A sentence that can stand alone, and where it comes from."""

    article: str
    number: int
    """Its place among the article's sentences, from 0."""
    span: Span
    draft: Draft
    known: frozenset[str]
    """Surnames of those whom a reader knows after it."""
    terms: frozenset[str]
    """Stems of its content words."""


class Writer:
    """Makes sentences of the articles of one story."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.cuts = {article.id: Cut(article) for article in dossier.articles if article.language in {"en", None}}
        self.people = People(dossier)
        self._quotations: dict[str, list[StoryQuotation]] = {article: [] for article in self.cuts}
        for quotation in dossier.quotations:
            self._quotations.setdefault(quotation.article, []).append(quotation)
        self._altered: dict[str, list[Span]] = {}
        for rendition in (r for u in dossier.utterances for r in u.renditions if r.of_words in ALTERED):
            self._altered.setdefault(rendition.article, []).extend(rendition.spans)

    def holding(self, article: str, spans: tuple[Span, ...]) -> int | None:
        """Number of the sentence of an article that holds the spans; None: none does."""
        return self.cuts[article].holding(spans) if article in self.cuts else None

    def make(self, article: str, number: int, *, known: Set[str] = frozenset(), told: frozenset[str] = frozenset()) -> Made | None:
        """A sentence made to stand alone; None: it can't.

        ``known``: surnames of those named in full before; ``told``: words the reader has had.
        """
        cut = self.cuts[article]
        span, text = cut.sentences[number], cut.article.text
        quoted = cut.quoted(span)
        if quoted is None or any(overlap(span, words) for words in self._altered.get(article, ())):
            return None
        without = bare(text, quoted, span)
        when = dated(cut.article, span, quoted)
        if when.lost or self._said_unmarked(article, span, quoted):
            return None
        before = cut.sentences[number - 1] if number else None
        speakers, spoken = self.people.speakers(article, span, self._quotations.get(article, ()), known, before=before)
        named, after = self.people.in_full(article, span, without, known | spoken)
        edits = [*loose_ends(without, span[0]), *speakers, *when.edits, *named]
        words = mended(text, span, edits)
        because = [BriefEvidence(article=article, start=span[0], end=span[1]), *(one for edit in edits for one in edit.because)]
        middle = text[span[0]].islower() and not any(edit.span[0] == span[0] for edit in edits)
        if middle or '"' in words or fault(_blanked(words), told=told) is not None or opens_ill(words):
            return None
        own: tuple[str, ...] = ()
        if when.loose:
            if self._undated(cut.article) or _WEEKDAY.search(_blanked(words)):
                return None
            words, own = _anchored(words, cut.article)
        draft = Draft(text=words, evidence=joined(because), own=own)
        return Made(article=article, number=number, span=span, draft=draft, known=after, terms=stems(text[slice(*span)]))

    def _undated(self, article: Article) -> bool:
        """Whether the day of a report is not known, or may be that of collecting: all have the same, and none tells it."""
        days = {(one.published or "")[:10] for one in self.dossier.articles}
        if article.published is None or article.published_doubt is not None:
            return True
        return len(self.dossier.articles) > 1 and len(days) == 1 and not any(tells_day(a.text, days) for a in self.dossier.articles)

    def _said_unmarked(self, article: str, span: Span, quoted: Sequence[Span]) -> bool:
        """Whether a sentence is all somebody's words and bears no quotation marks, as a post that a page shows."""
        direct = [s for q in self._quotations.get(article, ()) if q.kind == "direct" for s in q.spans]
        return not quoted and any(overlap(span, words) * 10 >= 9 * (span[1] - span[0]) for words in direct)


def outlet_of(article: Article) -> str:
    """What the brief calls an article's outlet."""
    return article.outlet or article.id


def _anchored(words: str, article: Article) -> tuple[str, tuple[str, ...]]:
    """A sentence with the outlet and the day that its "last week" is counted from, and the words this adds."""
    tail = f"{outlet_of(article)} reported on {written(article.published or '')}"
    if words.endswith(".”"):
        return f"{words[:-2]},” {tail}.", (tail,)
    return f"{words.rstrip('.')}, {tail}.", (tail,)


def _blanked(words: str) -> str:
    """Mended words with their quotations blanked."""
    found, inside = [], False
    for char in words:
        inside = True if char == "“" else inside
        found.append("\x00" if inside else char)
        inside = False if char == "”" else inside
    return "".join(found)
