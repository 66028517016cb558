"""Everything that the templates show, in the order in which they show it."""

from __future__ import annotations

from markupsafe import Markup

from ...records import Dossier, Record, Source
from ..views.derivation import EdgeView, RootView, edge_views, graph, named_sources, root_views
from ..views.further import Listing, OnlyView, listings, only_views
from ..views.names import article_names, readable_date
from ..views.overview import Caution, Standing, counts, gravest, standing_line, standings, warnings
from ..views.passages import Places
from ..views.remarks import (
    ArticleSingles,
    SpeakerRemarks,
    remarks_by_speaker,
    singles_by_article,
    speaker_colours,
    utterance_anchors,
)
from ..views.voices import utterance_voices
from .assets import script_json
from .columns import Column, columns


class Row(Record, frozen=True):
    """One report in the table of reports."""

    anchor: str
    standing: Standing
    date: str
    line: str


class First(Record, frozen=True):
    """A remark to look at first: its meaning was changed."""

    anchor: str
    speaker: str
    outlet: str
    note: str


class Page(Record, frozen=True):
    """A dossier as the templates need it."""

    dossier: Dossier
    counts: tuple[str, ...]
    rows: tuple[Row, ...]
    first: tuple[First, ...]
    cautions: tuple[tuple[Caution, str | None], ...]
    """With the anchor of the article."""
    edges: tuple[EdgeView, ...]
    roots: tuple[RootView, ...]
    sources: tuple[tuple[Source, str], ...]
    graph: str
    speakers: tuple[SpeakerRemarks, ...]
    singles: tuple[ArticleSingles, ...]
    only: tuple[OnlyView, ...]
    listings: tuple[Listing, ...]
    columns: tuple[Column, ...]
    colours: tuple[tuple[str, int], ...]


def page(dossier: Dossier) -> Page:
    """The page's content; looks at nothing but the dossier."""
    places = Places(dossier.articles)
    colours = speaker_colours(dossier)
    return Page(
        dossier=dossier,
        counts=counts(dossier),
        rows=_rows(dossier, places),
        first=_first(dossier),
        cautions=tuple((c, places.article_anchor(c.article) if c.article and c.article in places else None) for c in warnings(dossier)),
        edges=edge_views(dossier, places),
        roots=root_views(dossier, places),
        sources=named_sources(dossier),
        graph=Markup(script_json(graph(dossier, places))),
        speakers=remarks_by_speaker(dossier, places),
        singles=singles_by_article(dossier, places),
        only=only_views(dossier, places),
        listings=listings(dossier, places),
        columns=columns(dossier, places),
        colours=tuple((name, colour) for name, colour in colours.items() if colour),
    )


def _rows(dossier: Dossier, places: Places) -> tuple[Row, ...]:
    names = article_names(dossier.articles)
    return tuple(
        Row(
            anchor=places.article_anchor(standing.article.id),
            standing=standing,
            date=readable_date(standing.article.published),
            line=standing_line(standing, names),
        )
        for standing in standings(dossier)
    )


def _first(dossier: Dossier) -> tuple[First, ...]:
    """The remarks whose meaning was changed, with what was done."""
    names, anchors, voices = article_names(dossier.articles), utterance_anchors(dossier), utterance_voices(dossier)
    found = []
    for utterance, rendition in gravest(dossier):
        notes = [v.note for v in rendition.variants if v.changes_meaning == "yes" and v.note]
        outlet = names.get(rendition.article, rendition.article)
        found.append(First(anchor=anchors[utterance.id], speaker=voices[utterance.id], outlet=outlet, note=notes[0] if notes else ""))
    return tuple(found)
