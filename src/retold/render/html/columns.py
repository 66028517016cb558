"""The articles in full: what is known of each, and its text with quotations, passages and furniture marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from markupsafe import Markup

from ...records import Article, Dossier, Record, Span, StoryQuotation
from ..views.names import article_names, readable_date
from ..views.passages import Places, cited
from ..views.remarks import speaker_colours, utterance_anchors
from ..views.voices import GUESS, NOBODY, named, utterance_guesses, utterance_voices
from .marks import Mark, fit, mark_up, paragraphs

_PARAGRAPH, _FURNITURE, _QUOTATION, _PASSAGE = range(4)
NO_LABEL = "–"
"""Stands at a passage whose speaker is not named, where others have initials or a number."""
_FROM = {"record": "given with the record", "page": "from its page", "text": "from its text"}


class Column(Record, frozen=True):
    """One article as a column."""

    anchor: str
    name: str
    article: Article
    date: str
    date_from: str
    url: str | None
    """Only where it is http or https."""
    revisions: tuple[str, ...]
    furniture: int
    """Pieces of page furniture."""
    body: str


class _Said(Record, frozen=True):
    """A passage of an article that somebody says."""

    span: Span
    speaker: str | None
    title: str
    utterance: str | None = None
    guess: bool = False
    """The speaker is a guess."""
    soft: bool = False
    """Not speech: an attitude, a title, scare quotes."""


def columns(dossier: Dossier, places: Places) -> tuple[Column, ...]:
    """A column for each article, in the dossier's order."""
    names, colours = article_names(dossier.articles), speaker_colours(dossier)
    spans, said = cited(dossier), _said(dossier)
    return tuple(
        Column(
            anchor=places.article_anchor(article.id),
            name=names[article.id],
            article=article,
            date=readable_date(article.published),
            date_from=_FROM.get(article.published_from or "", ""),
            url=safe_url(article.url),
            revisions=tuple(f"{r.id}, {readable_date(r.published)}" for r in article.revisions),
            furniture=len(article.furniture),
            body=_body(article, said.get(article.id, ()), _passages(dossier, article, spans[article.id], places), colours),
        )
        for article in dossier.articles
    )


def safe_url(url: str | None) -> str | None:
    """The address if a browser may follow it: http or https with a host."""
    if not url or not url.isprintable():
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _body(article: Article, said: Iterable[_Said], passages: list[Mark], colours: Mapping[str, int]) -> Markup:
    marks = [Mark(span=span, layer=_PARAGRAPH, tag="p", attributes=(("dir", "auto"),)) for span in paragraphs(fit(article.text))]
    marks += [Mark(span=span, layer=_FURNITURE, classes="furniture") for span in article.furniture]
    taken: list[Span] = []
    for passage in said:
        free = not any(start < passage.span[1] and passage.span[0] < end for start, end in taken)
        taken.append(passage.span)
        marks.append(_quotation_mark(passage, colours, linked=free))
    return mark_up(article.text, [*marks, *passages])


def _quotation_mark(said: _Said, colours: Mapping[str, int], *, linked: bool) -> Mark:
    """A link to the utterance; no link inside a link."""
    link = (("href", f"#{said.utterance}"),) if said.utterance and linked else ()
    return Mark(
        span=said.span,
        layer=_QUOTATION,
        tag="a" if link else "span",
        classes=f"q s{colours.get(said.speaker or '', 0)}" + (" soft" if said.soft else ""),
        attributes=(*link, ("title", said.title)),
        once=() if said.soft else (("data-who", _initials(said.speaker) + (GUESS if said.guess else "")),),
    )


def _passages(dossier: Dossier, article: Article, spans: Iterable[Span], places: Places) -> list[Mark]:
    """Anchors of all passages that the page links to; altered words keep their class."""
    altered: dict[Span, str] = {}
    for utterance in dossier.utterances:
        for rendition in utterance.renditions:
            if rendition.article == article.id:
                altered.update({v.here: f" v v-{v.changes_meaning}" for v in rendition.variants if v.here and v.changes_meaning != "no"})
    return [
        Mark(span=span, layer=_PASSAGE, name=places.anchor(article.id, span), classes="p" + altered.get(span, "")) for span in sorted(spans)
    ]


def _said(dossier: Dossier) -> dict[str, list[_Said]]:
    """What each article lets somebody say: renditions of utterances, quotations that belong to none, and those quoted inside."""
    anchors, voices, guesses = utterance_anchors(dossier), utterance_voices(dossier), utterance_guesses(dossier)
    quotations = {quotation.id: quotation for quotation in dossier.quotations}
    found: dict[str, list[_Said]] = {article.id: [] for article in dossier.articles}
    rendered: set[str] = set()
    for utterance in dossier.utterances:
        for rendition in utterance.renditions:
            rendered.add(rendition.quotation)
            title = _title(voices[utterance.id], quotations.get(rendition.quotation))
            found.setdefault(rendition.article, []).extend(
                _Said(span=span, speaker=utterance.speaker, title=title, utterance=anchors[utterance.id], guess=utterance.id in guesses)
                for span in rendition.spans
            )
    for quotation in dossier.quotations:
        speaker = quotation.speaker.canonical if quotation.speaker else None
        shown = named(speaker, uncertain=quotation.uncertain)
        if quotation.id not in rendered:
            soft, title = quotation.type != "speech", _title(shown, quotation)
            found.setdefault(quotation.article, []).extend(
                _Said(span=span, speaker=speaker, title=title, guess=bool(speaker) and quotation.uncertain, soft=soft)
                for span in quotation.spans
            )
        for nested in quotation.nested:
            inner = nested.speaker.canonical if nested.speaker else None
            found.setdefault(quotation.article, []).extend(
                _Said(span=span, speaker=inner, title=f"{named(inner)}, quoted by {shown}") for span in nested.spans
            )
    return found


def _title(speaker: str, quotation: StoryQuotation | None) -> str:
    """ "Marit Oskelund to the Harbour Post, direct"."""
    if quotation is None:
        return speaker
    if quotation.type == "other":
        return "in quotation marks, not speech"
    because = f" ({quotation.unknown_because})" if speaker == NOBODY and quotation.unknown_because else ""
    to = f" to {quotation.addressee}" if quotation.addressee else ""
    return f"{speaker}{because}{to}, {quotation.kind}"


def _initials(speaker: str | None) -> str:
    return "".join(word[0] for word in (speaker or "").split() if word[0].isalnum())[:3].upper() or NO_LABEL
