"""Independent sources of a statement."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.compare.facts.independence import Sources
from retold.records import Derivation, Edge, IndependentSources

ARTICLES = ("coastline", "digest", "gazette", "lantern")


def derivation(*edges: tuple[str, str, bool]) -> Derivation:
    return Derivation(
        edges=tuple(
            Edge(from_=a, to=b, directed=directed, kind="copy" if directed else "likeness", share=0.9, confidence=0.9, evidence=())
            for a, b, directed in edges
        ),
        independent_sources=IndependentSources(confirmed=0, possible=0, roots=()),
    )


def test_reprints_count_once() -> None:
    sources = Sources(ARTICLES, derivation(("lantern", "digest", True), ("lantern", "gazette", True)))
    assert sources.count(["lantern", "digest", "gazette"]) == 1
    assert sources.count(["digest", "coastline"]) == 2


def test_an_unseen_source_joins_those_that_took_from_it() -> None:
    sources = Sources(ARTICLES, derivation(("unseen:Norrwire", "digest", True), ("unseen:Norrwire", "gazette", True)))
    assert sources.count(ARTICLES) == 3


EDGES = st.lists(
    st.tuples(st.sampled_from((*ARTICLES, "unseen:Norrwire")), st.sampled_from(ARTICLES), st.booleans()).filter(lambda e: e[0] != e[1])
)


@given(EDGES)
def test_the_order_of_edges_makes_no_difference(edges: list[tuple[str, str, bool]]) -> None:
    turned = list(reversed(edges))
    some = ARTICLES[:3]
    assert Sources(ARTICLES, derivation(*edges)).count(some) == Sources(ARTICLES, derivation(*turned)).count(some)


@given(EDGES)
def test_between_one_and_the_number_of_articles(edges: list[tuple[str, str, bool]]) -> None:
    assert 1 <= Sources(ARTICLES, derivation(*edges)).count(ARTICLES) <= len(ARTICLES)
