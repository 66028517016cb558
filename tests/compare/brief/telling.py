"""Invented dossiers that a brief is told from: small ones by hand, and any number put together at random."""

from __future__ import annotations

import hashlib
from typing import Any

from hypothesis import strategies as st

from retold.records import (
    Article,
    Derivation,
    Dossier,
    Edge,
    Evidence,
    Fact,
    IndependentSources,
    OnlyHere,
    Passage,
    Position,
    Rendition,
    Root,
    Span,
    Speaker,
    Statement,
    StoryQuotation,
    StorySpeaker,
    TimelineEvent,
    Utterance,
)

POOL = (
    "Fisheries Minister Hanna Brovik closed the Sundmar weir on Tuesday after 14 seals were found dead.",
    "The weir in Sundmar will stay closed until 9 April, the ministry said.",
    "But Brovik has refused to pay the eel fishers before the autumn.",
    "“We will not open the weir while a single seal is missing,” Brovik told the Sundmar Echo on Wednesday.",
    "He also said that the nets could lead to further losses.",
    "Meanwhile, Torvald Enger, who fishes for eels, said he wanted “one honest count”.",
    "“It is a scandal,” she said.",
    "At least 16 seals have died since last week, according to the harbour office.",
    "The minister denied it.",
    "Read more: the weir in pictures",
    "Enger warned that the closure may cost the village its spring season.",
    "The next day, they opened it again.",
    "Two boats, a lorry and a crane were moved to the quay by the council of Sundmar.",
    "Why did nobody ask (for a permit?",
    "The council does not expect the seals to return this year.",
    "In March, the council had promised talks with the eel fishers about a new weir.",
)
OUTLETS = ("Sundmar Echo", "Fjord Courier", "tidewire.example", None)


def article(name: str, text: str, **fields: Any) -> Article:
    given: dict[str, Any] = {"outlet": name.title(), "url": None, "title": None, "language": "en", "published": "2031-03-14"}
    given.update(fields)
    return Article(id=name, text=text, digest=hashlib.sha256(text.encode()).hexdigest(), **given)


def dossier(*articles: Article, **fields: Any) -> Dossier:
    given: dict[str, Any] = {"derivation": Derivation(independent_sources=IndependentSources(confirmed=1, possible=0))}
    given.update(fields)
    return Dossier(retold="0", settings="0" * 12, story="Sundmar weir", articles=articles, **given)


def span(text: str, words: str) -> Span:
    """Where words stand; fails where they do not."""
    start = text.index(words)
    return start, start + len(words)


def said(of: Article, words: str, mention: str, canonical: str, number: int = 1) -> StoryQuotation:
    """A direct quotation of an article, its speaker named behind it."""
    place = span(of.text, words)
    start = of.text.index(mention, place[1])
    speaker = Speaker(name=mention, canonical=canonical, span=(start, start + len(mention)))
    return StoryQuotation(
        id=f"{of.id}/q{number}",
        article=of.id,
        kind="direct",
        type="speech",
        spans=(place,),
        marked=(place,),
        speaker=speaker,
        confidence=0.9,
    )


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Articles of invented sentences, with facts, positions, events, quotations and edges at random places, sensible or not."""
    articles = [_article(draw, number) for number in range(draw(st.integers(0, 4)))]
    if not articles:
        return dossier()

    def place() -> tuple[str, tuple[Span, ...]]:
        one = draw(st.sampled_from(articles))
        start = draw(st.integers(0, max(0, len(one.text) - 1)))
        return one.id, ((start, min(len(one.text), start + draw(st.integers(1, 120)))),)

    def fact(number: int) -> Fact:
        statements = tuple(
            Statement(article=a, spans=s, says=draw(st.sampled_from(["14 seals", "at least 16 seals", "Tuesday"])))
            for a, s in [place() for _ in range(draw(st.integers(1, 3)))]
        )
        agreement = draw(st.sampled_from(["agreed", "disputed", "single"]))
        kind = draw(st.sampled_from(["number", "date", "place", "actor", "attribution", "status", None]))
        return Fact(
            id=f"f{number}", agreement=agreement, kind=kind, topic="seals", explanation="So.", independent_sources=2, statements=statements
        )

    def position() -> Position:
        a, s = place()
        actor = draw(st.sampled_from(["Hanna Brovik", "Torvald Enger", "Sundmar", "eel fishers"]))
        stance = draw(st.sampled_from(["refuses", "open to", "wants", "denies"]))
        return Position(actor=actor, stance=stance, toward=None, about="talks about the weir", occasion=None, article=a, spans=s)

    def event() -> TimelineEvent:
        a, s = place()
        day = draw(st.sampled_from(["2031-03-11", "2031-03", "2031", "2031-03-11/2031-03-14"]))
        return TimelineEvent(date=day, precision="day", event="it was closed", told_by=(Passage(article=a, spans=s),))

    quotations = [q for one in articles for q in _quotations(draw, one)]
    utterances = []
    if len(quotations) > 1:
        relation = draw(st.sampled_from(["same", "changed", "reworded"]))
        renditions = [Rendition(quotation=q.id, article=q.article, spans=q.spans, relation=relation, confidence=1.0) for q in quotations]
        utterances = [Utterance(id="u1", speaker="Hanna Brovik", occasion=None, base=quotations[0].id, renditions=tuple(renditions))]
    edges = []
    if len(articles) > 1 and draw(st.booleans()):
        evidence = Evidence(what="copy", text="So.", from_spans=((0, 5),), to_spans=((0, 5),))
        edges = [
            Edge(from_=articles[0].id, to=articles[1].id, directed=True, kind="rewrite", share=0.5, confidence=0.9, evidence=(evidence,))
        ]
    root = Root(name=articles[0].id, standing="confirmed", because="So.")
    return dossier(
        *articles,
        derivation=Derivation(edges=tuple(edges), independent_sources=IndependentSources(confirmed=1, possible=1, roots=(root,))),
        speakers=(StorySpeaker(name="Hanna Brovik", aliases=("Brovik",)), StorySpeaker(name="Torvald Enger", aliases=("Enger",))),
        quotations=tuple(quotations),
        utterances=tuple(utterances),
        only_here=tuple(OnlyHere(article=a, spans=s) for a, s in [place() for _ in range(draw(st.integers(0, 3)))]),
        facts=tuple(fact(n) for n in range(draw(st.integers(0, 3)))),
        positions=tuple(position() for _ in range(draw(st.integers(0, 3)))),
        timeline=tuple(event() for _ in range(draw(st.integers(0, 3)))),
    )


def _article(draw: st.DrawFn, number: int) -> Article:
    lines = draw(st.lists(st.sampled_from(POOL), min_size=1, max_size=7))
    text = draw(st.sampled_from(["\n\n", " "])).join(lines)
    published = draw(st.sampled_from(["2031-03-14", "2031-03-16T08:00:00", None]))
    outlet, language = draw(st.sampled_from(OUTLETS)), draw(st.sampled_from(["en", "en", None, "no"]))
    return article(f"a{number}", text, outlet=outlet, published=published, language=language, title=lines[0])


def _quotations(draw: st.DrawFn, of: Article) -> list[StoryQuotation]:
    words = "We will not open the weir while a single seal is missing,"
    if words not in of.text or "Brovik told" not in of.text or draw(st.booleans()):
        return []
    return [said(of, words, "Brovik", "Hanna Brovik")]
