"""What a credit reads like behind the name of the article that has it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from retold.compare.derivation import derive
from retold.compare.reports import prepare
from retold.read.outlets import load_outlets
from retold.records import Annotated, Article, Derivation
from retold.settings import Settings

BODY = (
    "The ferry of Osk ran aground at dawn. Forty sailors were brought ashore by fishermen of the town. The mayor opened the school to them."
)


def report(article: str, text: str, url: str | None = None, credit: tuple[str, ...] = ()) -> Annotated:
    record = Article(id=article, outlet=article, url=url, title=None, text=text, credit=credit, digest=article)
    spans = tuple(match.span() for match in re.finditer(r"[^.\n]+\.", text))
    return Annotated(article=record, analysed=True, sentences=spans, quotations=())


def derived(*articles: Annotated) -> Derivation:
    use = Settings()
    return derive(prepare(articles, [], load_outlets(), use.derivation), settings=use)


def told(articles: Sequence[Annotated]) -> tuple[set[str], set[str]]:
    """The evidence of all edges, and why each root counts."""
    found = derived(*articles)
    return {e.text for edge in found.edges for e in edge.evidence}, {root.because for root in found.independent_sources.roots}


@pytest.mark.parametrize(
    ("one", "evidence", "because"),
    [
        (
            report("Osk Gazette", BODY, url="https://gazette.example/wires/afp/a-ferry-runs-aground-at-dawn-near-osk.html?page=2"),
            "names Agence France-Presse in its address: “/wires/afp/”",
            "named in the address of Osk Gazette: “/wires/afp/”",
        ),
        (
            report("Osk Gazette", BODY, credit=("Reuters",)),
            "names Reuters in its credit line",
            "named by Osk Gazette in a credit line",
        ),
        (
            report("Osk Gazette", f"{BODY} The pilot was asleep, according to a Reuters translation of his log."),
            "names Reuters: “according to a Reuters translation of his log”",
            "named by Osk Gazette: “according to a Reuters translation of his log”",
        ),
    ],
)
def test_a_credit_reads_as_a_sentence(one: Annotated, evidence: str, because: str) -> None:
    found = told([one, report("Harbour Post", "A quite different thing was decided in the council of Brell on the price of bread today.")])
    assert evidence in found[0]
    assert because in found[1]
    assert not any("https://" in text for texts in found for text in texts)
