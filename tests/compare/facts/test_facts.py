"""The whole chain: what is agreed, disputed, and told by one source alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from retold.compare.facts import find_facts
from retold.compare.speakers import find_voices
from retold.records import Annotated, Derivation, Edge, Fact, IndependentSources, OnlyHere
from retold.settings import FactSettings

Reports = Callable[[Mapping[str, tuple[str, str]]], list[Annotated]]
STORY = {
    "Lantern": (
        "2031-03-04",
        "The ferry fire off Vellmar injured 12 passengers on Monday. Police arrested the ferry captain Tomas Keel in Vellmar.",
    ),
    "Gazette": (
        "2031-03-06",
        "The ferry fire off Vellmar injured 15 passengers. Police arrested the ferry captain Tomas Keel in Vellmar. "
        "A choir from Ostrava Lane sang for the crew of the tug.",
    ),
    "Ledger": ("2031-03-06", "Police arrested the ferry captain Tomas Keel in Vellmar. Gulls circled over the fish market."),
}


def derivation(*edges: tuple[str, str]) -> Derivation:
    made = (Edge(from_=a, to=b, directed=True, kind="copy", share=1.0, confidence=1.0, evidence=()) for a, b in edges)
    return Derivation(edges=tuple(made), independent_sources=IndependentSources(confirmed=0, possible=0))


def facts_of(articles: list[Annotated], *edges: tuple[str, str]) -> tuple[Fact, ...]:
    gazette = next(one for one in articles if one.article.id == "gazette")
    alone = OnlyHere(article="gazette", spans=(gazette.sentences[-1],))
    return find_facts(articles, find_voices(articles), derivation(*edges), (), (alone,), settings=FactSettings())


def test_disputed_agreed_and_single(reports: Reports) -> None:
    facts = facts_of(reports(STORY))
    assert [fact.id for fact in facts] == [f"f{number}" for number in range(1, len(facts) + 1)]
    (disputed,) = (fact for fact in facts if fact.agreement == "disputed")
    assert disputed.kind == "number"
    assert disputed.independent_sources == 2
    agreed = next(fact for fact in facts if fact.agreement == "agreed")
    assert agreed.independent_sources == 3
    assert all("arrested" in statement.says for statement in agreed.statements)
    (single,) = (fact for fact in facts if fact.agreement == "single")
    assert "choir" in single.statements[0].says


def test_reprints_agree_with_nobody(reports: Reports) -> None:
    facts = facts_of(reports(STORY), ("lantern", "gazette"), ("lantern", "ledger"))
    assert not [fact for fact in facts if fact.agreement == "agreed"]


def test_every_span_shows_what_is_said(reports: Reports) -> None:
    articles = reports(STORY)
    texts = {one.article.id: one.article.text for one in articles}
    for fact in facts_of(articles):
        assert fact.explanation.endswith(".")
        assert fact.topic
        for statement in fact.statements:
            for start, end in statement.spans:
                assert 0 <= start < end <= len(texts[statement.article])


@settings(max_examples=6)
@given(st.permutations(sorted(STORY)))
def test_the_order_of_articles_makes_no_difference(reports: Reports, order: list[str]) -> None:
    articles = reports(STORY)
    shuffled = sorted(articles, key=lambda one: order.index(one.article.outlet or ""))
    assert facts_of(shuffled) == facts_of(articles)
