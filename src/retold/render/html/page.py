"""Everything that the templates show, in the order in which they show it."""

from __future__ import annotations

from ...records import Dossier, Record, Source
from ..views.account import accounts
from ..views.brief import REPEATED, PartView, brief_parts
from ..views.decisions import Decision, decisions
from ..views.derivation import EdgeView, RootView, edge_views, graph, named_sources, root_views
from ..views.facts import FactView, agreed, disputes
from ..views.names import article_names, readable_date
from ..views.only import OnlyView, only_views
from ..views.overview import Caution, Standing, counts, gravest, standing_line, standings, warnings
from ..views.passages import Places
from ..views.positions import Party, positions
from ..views.remarks import (
    ArticleSingles,
    SpeakerRemarks,
    remarks_by_speaker,
    singles_by_article,
    speaker_colours,
    utterance_anchors,
)
from ..views.timeline import EventView, events
from ..views.voices import utterance_voices
from ..views.wording import WordingView, wordings
from ..views.words import GRAVE
from .columns import Column, columns
from .drawing import Drawing, draw
from .timeline import Chart, chart


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
    decisions: tuple[Decision, ...]
    edges: tuple[EdgeView, ...]
    roots: tuple[RootView, ...]
    sources: tuple[tuple[Source, str], ...]
    drawing: Drawing
    anchors: dict[str, str]
    """Of the articles, by their ids."""
    speakers: tuple[SpeakerRemarks, ...]
    singles: tuple[ArticleSingles, ...]
    disputes: tuple[FactView, ...]
    agreed: tuple[FactView, ...]
    only: tuple[OnlyView, ...]
    brief: tuple[PartView, ...]
    wordings: tuple[WordingView, ...]
    parties: tuple[Party, ...]
    events: tuple[EventView, ...]
    chart: Chart
    columns: tuple[Column, ...]
    colours: tuple[tuple[str, int], ...]


def page(dossier: Dossier) -> Page:
    """The page's content; looks at nothing but the dossier."""
    places = Places(dossier.articles)
    colours = speaker_colours(dossier)
    told = events(dossier, places)
    return Page(
        dossier=dossier,
        counts=counts(dossier),
        rows=_rows(dossier, places),
        first=_first(dossier),
        cautions=tuple((c, places.article_anchor(c.article) if c.article and c.article in places else None) for c in warnings(dossier)),
        decisions=decisions(dossier),
        edges=edge_views(dossier, places),
        roots=root_views(dossier, places),
        sources=named_sources(dossier),
        drawing=draw(graph(dossier)),
        anchors={article.id: places.article_anchor(article.id) for article in dossier.articles},
        speakers=remarks_by_speaker(dossier, places),
        singles=singles_by_article(dossier, places),
        disputes=disputes(dossier, places),
        agreed=agreed(dossier, places),
        only=only_views(dossier, places),
        brief=tuple(part for part in brief_parts(dossier) if part.title not in REPEATED),
        wordings=wordings(dossier, places),
        parties=positions(dossier, places),
        events=told,
        chart=chart(told),
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
    texts = {article.id: article.text for article in dossier.articles}
    found = []
    for utterance, rendition in gravest(dossier):
        told = accounts(utterance, texts)[utterance.renditions.index(rendition)]
        note = "; ".join(clause.text for clause in told.clauses if clause.degree == "yes").removeprefix(f"{GRAVE}: ")
        outlet = names.get(rendition.article, rendition.article)
        found.append(First(anchor=anchors[utterance.id], speaker=voices[utterance.id], outlet=outlet, note=note))
    return tuple(found)
