"""Every exchange format takes every dossier: hostile names and texts, nothing at all, sixty reports; the same dossier, the same bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.records import (
    Article,
    Derivation,
    Dossier,
    Edge,
    Evidence,
    IndependentSources,
    Occasion,
    Rendition,
    Root,
    Span,
    StoryQuotation,
    StorySpeaker,
    Utterance,
    Variant,
    dossier_from_json,
    to_json,
)
from retold.render import FORMATS, render

EXCHANGE = ("tei", "prov", "graphml", "dot")

NASTY = st.text(
    st.one_of(st.sampled_from("ab1 \"'<>&;\\\n\r\t\x00\x0b\x1f\x85\xa0\u2028\ufffe%#?{}[]|:/.-é🚢\ud800نقل"), st.characters()), max_size=12
)
"""Quotes, brackets, entities, control characters, lone surrogates, emoji, right-to-left letters."""
NAMES = st.one_of(
    NASTY, st.sampled_from(["cnn", "CNN", "cnn-2", "words", "time.1", "u1", "]]>", "&amp;", "https://a.example/b?c=d&e", "\\N"])
)
WORDS = st.one_of(
    st.sampled_from(
        "the mill will not stand turn in 1999 cannot can't can not , — … ships sail. Sail four per cent percent said we".split(" ")
    ),
    NASTY,
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
DATES = st.one_of(st.none(), st.sampled_from(["2031-03-04", "2031-03-04T18:30:00+00:00", "2031-03-04T18:30", "20310304", "March"]), NASTY)


def spans(text: str) -> st.SearchStrategy[tuple[Span, ...]]:
    """Up to three spans in order."""
    cuts = st.lists(st.integers(0, len(text)), min_size=2, max_size=6).map(sorted)
    return cuts.map(lambda cut: tuple(zip(cut[::2], cut[1::2], strict=False)))


def span_or_none(text: str) -> st.SearchStrategy[Span | None]:
    return spans(text).map(lambda found: found[0])


@st.composite
def _articles(draw: st.DrawFn) -> tuple[Article, ...]:
    ids = draw(st.lists(NAMES, unique=True, max_size=4))
    made = []
    for id in ids:
        text = draw(TEXTS)
        made.append(
            Article(
                id=id,
                outlet=draw(st.none() | NAMES),
                url=draw(st.none() | NAMES),
                title=draw(st.none() | NASTY),
                byline=tuple(draw(st.lists(NAMES, max_size=1))),
                credit=tuple(draw(st.lists(NAMES, max_size=1))),
                published=draw(DATES),
                text=text,
                digest=hashlib.sha256(text.encode(errors="replace")).hexdigest(),
            )
        )
    return tuple(made)


@st.composite
def _utterance(draw: st.DrawFn, number: int, articles: tuple[Article, ...]) -> tuple[Utterance, list[StoryQuotation]]:
    told = draw(st.lists(st.sampled_from(articles), min_size=1, max_size=5))
    quotations, renditions = [], []
    for place, article in enumerate(told):
        where = draw(spans(article.text))
        id = f"{article.id}/q{number}-{place}"
        quotations.append(
            StoryQuotation(
                id=id, article=article.id, kind="direct", type="speech", spans=where, speaker=None, confidence=draw(st.floats(0, 1))
            )
        )
        variant = st.builds(
            Variant,
            kind=st.sampled_from(["omission", "addition", "substitution", "transposition"]),
            of=st.sampled_from(["typography", "words", "number"]),
            changes_meaning=st.sampled_from(["yes", "maybe", "no"]),
            base=st.none() | span_or_none(told[0].text),
            here=st.none() | span_or_none(article.text),
            note=st.none() | NASTY,
        )
        renditions.append(
            Rendition(
                quotation=id,
                article=article.id,
                spans=where,
                relation=draw(st.sampled_from(["same", "part", "changed", "indirect"])) if place else "base",
                confidence=draw(st.floats(0, 1)),
                variants=tuple(draw(st.lists(variant, max_size=3))) if place else (),
            )
        )
    occasion = draw(st.none() | st.builds(Occasion, label=NASTY, date=DATES, place=st.none() | NASTY))
    utterance = Utterance(
        id=f"u{number}", speaker=draw(st.none() | NAMES), occasion=occasion, base=renditions[0].quotation, renditions=tuple(renditions)
    )
    return utterance, quotations


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier of up to four articles in which any text may be hostile."""
    articles = draw(_articles())
    ends = [*(article.id for article in articles), "unseen:" + draw(NAMES), "unseen:KNA"]
    evidence = st.builds(Evidence, what=st.sampled_from(["credit", "order"]), text=NASTY, to_spans=st.just(((0, 1),)))
    edges = st.builds(
        Edge,
        from_=st.sampled_from(ends),
        to=st.sampled_from(ends),
        directed=st.booleans(),
        kind=st.sampled_from(["copy", "rewrite", "condensed", "mixed", "likeness"]),
        share=st.floats(0, 1),
        confidence=st.floats(0, 1),
        evidence=st.lists(evidence, max_size=2).map(tuple),
    )
    roots = st.builds(Root, name=st.sampled_from(ends), standing=st.sampled_from(["confirmed", "possible"]), because=NASTY)
    said = [draw(_utterance(number, articles)) for number in range(draw(st.integers(0, 2)))] if articles else []
    speakers = draw(st.lists(st.builds(StorySpeaker, name=NAMES, aliases=st.lists(NAMES, max_size=1).map(tuple)), max_size=2))
    found = draw(st.lists(edges, max_size=4))
    return Dossier(
        retold=draw(st.sampled_from(["0.1.0", "0.2.dev3", "x"])),
        settings="0123456789ab",
        story=draw(NASTY),
        articles=articles,
        speakers=tuple(speakers),
        quotations=tuple(quotation for _, quotations in said for quotation in quotations),
        utterances=tuple(utterance for utterance, _ in said),
        derivation=Derivation(
            edges=tuple(edge for edge in found if edge.from_ != edge.to),
            independent_sources=IndependentSources(confirmed=0, possible=0, roots=tuple(draw(st.lists(roots, max_size=2)))),
        ),
    )


@pytest.mark.parametrize(("form", "parse"), [("tei", ElementTree.fromstring), ("graphml", ElementTree.fromstring), ("prov", json.loads)])
@settings(max_examples=40)
@given(dossier=dossiers())
def test_every_dossier_is_well_formed(form: str, parse: Callable[[bytes], object], dossier: Dossier) -> None:
    assert parse(render(dossier, form).encode()) is not None


@pytest.mark.parametrize("form", EXCHANGE)
@settings(max_examples=40)
@given(dossier=dossiers())
def test_the_same_dossier_gives_the_same_bytes(form: str, dossier: Dossier) -> None:
    rebuilt = msgspec.convert(msgspec.to_builtins(dossier), Dossier)
    assert render(rebuilt, form) == render(dossier, form)


@pytest.mark.parametrize("form", EXCHANGE)
def test_sixty_reports(form: str, crowd: Dossier) -> None:
    written = render(crowd, form)
    assert written == render(dossier_from_json(to_json(crowd)), form)
    assert all(f"kellin-courier-{number}" in written or f"report-{number:02d}" in written for number in range(20))


def test_the_formats_are_offered() -> None:
    assert set(EXCHANGE) < set(FORMATS)
