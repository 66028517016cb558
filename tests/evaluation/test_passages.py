"""The checks by passage see what is there, and what is missing."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from evaluation import passages
from evaluation.figures import figures, roots_right
from evaluation.gold import (
    Alteration,
    Gold,
    GoldArticle,
    GoldDerivation,
    GoldEvent,
    GoldPassage,
    GoldPosition,
    GoldQuotation,
    Key,
    OnlyInOne,
    furniture,
)
from evaluation.stages import Told
from retold.records import Dossier, Rendition

REMARKS = [
    GoldQuotation(article="first", spans=[(15, 38)], speaker="Ana Bor", occasion="square", utterance="sluice"),
    GoldQuotation(article="second", spans=[(1, 25)], speaker="Ana Bor", occasion="square", utterance="sluice"),
]
ALTERED = Alteration(utterance="sluice", articles=["second"], against="first", of="modality")
MADE_FROM = [
    GoldDerivation(article="first", sources=[], kind="independent"),
    GoldDerivation(article="second", sources=["first"], kind="mixed"),
]


def with_rendition(dossier: Dossier, **changes: Any) -> Dossier:
    """The dossier with the altered rendition changed."""
    utterance = dossier.utterances[0]
    altered: Rendition = msgspec.structs.replace(utterance.renditions[1], **changes)
    return msgspec.structs.replace(dossier, utterances=(msgspec.structs.replace(utterance, renditions=(utterance.renditions[0], altered)),))


def test_an_alteration_is_told_with_its_kind(told: Told) -> None:
    (one,) = passages.alterations([ALTERED], REMARKS, told.dossier)
    assert (one.told, one.relation, one.kinds) == (True, "changed", ("modality, changes meaning",))


def test_an_alteration_called_same_is_missed(told: Told) -> None:
    (one,) = passages.alterations([ALTERED], REMARKS, with_rendition(told.dossier, relation="same"))
    assert (one.told, one.relation, one.kinds) == (False, "same", ())


def test_an_alteration_without_variants_is_missed(told: Told) -> None:
    (one,) = passages.alterations([ALTERED], REMARKS, with_rendition(told.dossier, variants=()))
    assert not one.told


def test_typography_is_no_alteration(told: Told) -> None:
    variant = msgspec.structs.replace(told.dossier.utterances[0].renditions[1].variants[0], of="typography")
    (one,) = passages.alterations([ALTERED], REMARKS, with_rendition(told.dossier, variants=(variant,)))
    assert not one.told


def test_an_alteration_of_another_kind_is_missed_only_where_the_kind_is_wanted(told: Told) -> None:
    variant = msgspec.structs.replace(told.dossier.utterances[0].renditions[1].variants[0], of="words")
    dossier = with_rendition(told.dossier, variants=(variant,))
    assert not next(iter(passages.alterations([ALTERED], REMARKS, dossier))).told
    assert next(iter(passages.alterations([msgspec.structs.replace(ALTERED, of=None)], REMARKS, dossier))).told


def test_an_alteration_elsewhere_in_the_article_does_not_count(told: Told) -> None:
    (one,) = passages.alterations([ALTERED], REMARKS, with_rendition(told.dossier, spans=((40, 44),)))
    assert (one.told, one.relation) == (False, None)


@pytest.mark.parametrize(("spans", "found"), [([(40, 60)], True), ([(0, 20)], False), ([(30, 60)], False)])
def test_only_in_one(told: Told, spans: list[tuple[int, int]], found: bool) -> None:
    claim = OnlyInOne(claim="rain", passages=[GoldPassage(article="first", spans=spans)])
    assert [one.found for one in passages.only_in_one([claim], told.dossier)] == [found]


@pytest.mark.parametrize(
    ("spans", "agreement", "found"), [([(70, 80)], "single", True), ([(20, 40)], "single", False), ([(40, 60)], "agreed", False)]
)
def test_a_single_fact_touches_what_one_report_has_alone(told: Told, spans: list[tuple[int, int]], agreement: Any, found: bool) -> None:
    claim = OnlyInOne(claim="rain", passages=[GoldPassage(article="first", spans=spans)])
    facts = tuple(msgspec.structs.replace(fact, agreement=agreement) for fact in told.dossier.facts)
    assert [one.found for one in passages.single([claim], msgspec.structs.replace(told.dossier, facts=facts))] == [found]


def test_merged_occasions(told: Told) -> None:
    assert list(passages.merged_occasions(REMARKS, told.dossier)) == []
    apart = [REMARKS[0], msgspec.structs.replace(REMARKS[1], occasion="mill")]
    assert list(passages.merged_occasions(apart, told.dossier)) == ["u1: Ana Bor, mill + square"]
    unsaid = [REMARKS[0], msgspec.structs.replace(REMARKS[1], occasion=None)]
    assert list(passages.merged_occasions(unsaid, told.dossier)) == []


def test_edges(told: Told) -> None:
    assert passages.edges(MADE_FROM, told.dossier) == passages.Edges(missing=(), extra=())
    turned = [GoldDerivation(article="first", sources=["second"], kind="mixed"), GoldDerivation(article="second", sources=[], kind="mixed")]
    assert passages.edges(turned, told.dossier) == passages.Edges(missing=("second → first",), extra=("first → second",))
    alike = [MADE_FROM[0], GoldDerivation(article="second", sources=["?first"], kind="mixed")]
    assert passages.edges(alike, told.dossier) == passages.Edges(missing=(), extra=())


def test_wanted_roots_are_own_reporting_and_named_sources() -> None:
    derivation = [
        GoldDerivation(article="a", sources=[], kind="independent"),
        GoldDerivation(article="b", sources=["unseen:Mill Post", "unseen:Monday call", "a"], kind="mixed"),
    ]
    assert passages.wanted_roots(derivation) == ("a", "unseen:Mill Post")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("unseen:Mill Post", "unseen:the Mill Post", True),
        ("unseen:Mill Post", "Mill Post", False),
        ("first", "first", True),
        ("first", "first#2", False),
        ("unseen:Mill Post", "unseen:", False),
    ],
)
def test_same_source(one: str, other: str, same: bool) -> None:
    assert passages.same_source(one, other) is same


@pytest.mark.parametrize(
    ("confirmed", "count", "figure"),
    [(("a", "unseen:B"), 2, 100.0), (("a",), 1, 66.7), (("a", "unseen:B"), 4, 66.7), (("a", "c"), 2, 50.0)],
)
def test_roots_right(confirmed: tuple[str, ...], count: int, figure: float) -> None:
    assert roots_right(passages.Roots(wanted=("a", "unseen:B"), confirmed=confirmed, possible=(), count=count)) == figure


def test_furniture_of_the_key_by_spans_by_words_and_by_its_start() -> None:
    text = "News. By Ulm. News again. More: a, b, c"
    about = GoldArticle(
        furniture=GoldPassage(article="x", spans=[(0, 5)]), boilerplate=["By Ulm.", "everything from 'More' on: a, b", "not there"]
    )
    assert [text[start:end] for start, end in furniture(about, text)] == ["News.", "By Ulm.", "More: a, b, c"]


def test_a_quotation_of_furniture_is_seen(told: Told) -> None:
    assert list(passages.out_of_furniture(told, {})) == []
    assert list(passages.out_of_furniture(told, {"second": [(20, 60)]})) == ["second: We will open the sluice,"]


def test_share_marked(told: Told) -> None:
    articles = [annotated.article for annotated in told.annotated]
    start, end = articles[1].furniture[0]
    assert passages.share_marked(articles, {"second": [(start, end)]}) == 1.0
    assert passages.share_marked(articles, {"first": [(0, 10)]}) == 0.0
    assert passages.share_marked(articles, {}) is None


def test_heads(told: Told) -> None:
    listed = {"first": GoldArticle(outlet="The Mill Post", published="2031-03-12"), "second": GoldArticle()}
    articles = [annotated.article for annotated in told.annotated]
    assert [head.found for head in passages.heads(listed, articles)] == [False, False, True]
    articles[0] = msgspec.structs.replace(articles[0], outlet="The mill-post", published="2031-03-12T09:00")
    articles[1] = msgspec.structs.replace(articles[1], published="2031-03-12")
    assert [head.found for head in passages.heads(listed, articles)] == [True, True, False]


def key() -> Key:
    claim = OnlyInOne(claim="rain", passages=[GoldPassage(article="first", spans=[(40, 60)])])
    return Key(articles={}, altered_inside_quotation_marks=[ALTERED], only_in_one=[claim])


def test_all_checks_of_a_story(told: Told) -> None:
    texts = {"sluice": {annotated.article.id: annotated.article.text for annotated in told.annotated}}
    seen = passages.check([told], Gold(quotations=REMARKS, utterances=[], derivation=MADE_FROM, key=key()), texts)
    assert set(figures({}, seen).values()) == {100.0}
    texts["sluice"]["first"] += "."
    assert passages.check([told], Gold(quotations=REMARKS, utterances=[], derivation=MADE_FROM, key=key()), texts).texts_changed == (
        "sluice/first",
    )


def test_entries_of_the_key_have_figures(told: Told) -> None:
    where = [GoldPassage(article="first", spans=[(40, 55)])]
    listed = msgspec.structs.replace(
        key(),
        timeline=[GoldEvent(date="2031", event="rain", told_by=where)],
        positions=[GoldPosition(actor="Norway", stance="wants", about="rain", passages=where)],
    )
    texts = {"sluice": {annotated.article.id: annotated.article.text for annotated in told.annotated}}
    seen = passages.check([told], Gold(quotations=REMARKS, utterances=[], derivation=MADE_FROM, key=listed), texts)
    reached = figures({}, seen)
    assert [reached[name] for name in ("timeline.told", "timeline.whole", "positions.told", "positions.whole")] == [0.0] * 4
    assert "brief.evidence" not in reached


def test_without_a_key_only_what_needs_none_is_checked(told: Told) -> None:
    texts = {"sluice": {annotated.article.id: annotated.article.text for annotated in told.annotated}}
    seen = passages.check([told], Gold(quotations=REMARKS, utterances=[], derivation=MADE_FROM, key=None), texts)
    assert set(figures({}, seen)) == {"utterances.occasions", "derivation.exact", "passages.furniture", "passages.texts"}
