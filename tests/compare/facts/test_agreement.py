"""What independent sources state alike, as sentences that stand alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from retold.compare.facts import find_facts
from retold.compare.speakers import find_voices
from retold.records import Annotated, Derivation, Edge, Fact, IndependentSources, OnlyHere
from retold.settings import FactSettings

Reports = Callable[[Mapping[str, tuple[str, str]]], list[Annotated]]

ONE = "The harbour board closed the northern quay on Monday after a crane collapsed.\n\nFerries were diverted to Osk."
OTHER = "A crane collapsed last week. The harbour board closed the northern quay on Monday, a spokesman told reporters in Vellmar."
PRONOUN = "The harbour board met. It closed the northern quay on Monday after a crane collapsed."


def both(one: str, other: str) -> dict[str, tuple[str, str]]:
    return {"Harbour Post": ("2031-03-04", one), "Tide": ("2031-03-05", other)}


def agreed(articles: list[Annotated], edges: tuple[Edge, ...] = ()) -> list[Fact]:
    derivation = Derivation(edges=edges, independent_sources=IndependentSources(confirmed=2, possible=0))
    found = find_facts(articles, find_voices(articles), derivation, (), (), settings=FactSettings())
    return [fact for fact in found if fact.agreement == "agreed"]


def test_what_two_independent_reports_state_is_told_as_a_sentence(reports: Reports) -> None:
    found = agreed(reports(both(ONE, OTHER)))
    assert any(fact.topic.startswith("The harbour board closed the northern quay") for fact in found)
    assert all(fact.independent_sources == 2 and fact.topic[:1].isupper() for fact in found)


def test_a_reprint_is_no_second_source(reports: Reports) -> None:
    articles = reports(both(ONE, OTHER))
    first, second = (one.article.id for one in articles)
    edge = Edge(from_=first, to=second, directed=True, kind="rewrite", share=1.0, confidence=1.0, evidence=())
    assert agreed(articles, (edge,)) == []


def test_no_sentence_begins_with_a_pronoun_that_names_nobody(reports: Reports) -> None:
    found = agreed(reports(both(ONE, PRONOUN)))
    assert found
    assert not any(fact.topic.startswith(("It ", "He ", "They ")) for fact in found)


def test_a_sentence_that_one_report_prints_twice_is_told_once(reports: Reports) -> None:
    twice = "The harbour board sold the old lighthouse to a brewer from Osk."
    articles = reports({"Tide": ("2031-03-05", f"{twice}\n\nRain fell on the quay all night.\n\n{twice}")})
    (one,) = articles
    alone = (OnlyHere(article=one.article.id, spans=one.sentences),)
    derivation = Derivation(independent_sources=IndependentSources(confirmed=1, possible=0))
    found = find_facts(articles, find_voices(articles), derivation, (), alone, settings=FactSettings())
    assert [statement.says for fact in found for statement in fact.statements].count(twice) == 1
