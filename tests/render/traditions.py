"""Invented traditions of any size for the drawing: an agency, reports that carry it, reports made from those, likenesses, lone ones."""

from __future__ import annotations

from retold.records import Derivation, Dossier, Edge, EdgeKind, Evidence, IndependentSources, Root
from tests.render.conftest import article

LONG = "Weekly of the Northern Islands and Territories"
OUTLETS = ("Kellin Courier", "Osk Herald", LONG, "harbour-and-tide.example", "港口报", "Vale Post")
KINDS: tuple[EdgeKind, ...] = ("copy", "rewrite", "condensed", "mixed")


def tradition(count: int) -> Dossier:
    """A dossier of ``count`` articles; the same for the same count."""
    articles = []
    for number in range(count):
        day = None if number >= count - count // 10 else f"2030-01-{number // 4 + 1:02d}T{number % 24:02d}:30:00+00:00"
        text = f"Report {number}\n\nThe tower at Kellin still stands, as number {number} saw."
        named = article(f"{OUTLETS[number % len(OUTLETS)]} {number}", text, published=day, published_from="record" if day else None)
        articles.append(named)
    edges: list[Edge] = []

    def link(source: str, target: int, *, directed: bool = True) -> None:
        kind: EdgeKind = KINDS[len(edges) % 4] if directed else "likeness"
        because = Evidence(what="copy" if directed else "shared", text=f"Evidence {len(edges) + 1} of {count}.", to_spans=((0, 6),))
        name = articles[target].id
        share = (len(edges) * 7 % 10 + 1) / 10
        edges.append(Edge(from_=source, to=name, directed=directed, kind=kind, share=share, confidence=0.8, evidence=(because,)))

    link("unseen:North Agency", 0)
    link(articles[0].id, 1)
    for number in range(2, count):
        if number % 5 == 0:
            link(f"unseen:Agency {number % 3}", number)
        elif number % 5 == 1:
            link(articles[number // 2].id, number)
            link(articles[number - 1].id, number)
        elif number % 5 in {2, 3}:
            link(articles[(number * number) % (number - 1)].id, number, directed=number % 4 != 2)
    roots = (Root(name="unseen:North Agency", standing="confirmed", because="Two reports credit it."),)
    return Dossier(
        retold="0.0.0",
        settings="0123456789ab",
        story="The tower at Kellin",
        articles=tuple(articles),
        derivation=Derivation(edges=tuple(edges), independent_sources=IndependentSources(confirmed=1, possible=0, roots=roots)),
    )
