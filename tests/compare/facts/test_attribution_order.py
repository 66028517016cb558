"""Whatever reports are told, in whatever order: the same disputes, each between two articles, on spans of their texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.compare.facts.attribution import attribution_differences
from retold.compare.facts.claims import find_claims
from retold.compare.facts.differences import Difference
from retold.compare.facts.lineup import line_up
from retold.compare.speakers import find_voices
from retold.records import Annotated
from retold.settings import FactSettings

Reports = Callable[[Mapping[str, tuple[str, str]]], list[Annotated]]
TEXTS = (
    "Port Ansel woke to bad news. A deckhand sabotaged the ferry Halmar at the north pier. The mayor called a meeting.",
    "It was a long night. Harbour police claimed that a deckhand sabotaged the ferry Halmar at the north pier. Rain fell.",
    "It was a long night. A deckhand allegedly sabotaged the ferry Halmar at the north pier. Oda Merrin denied that she hired him.",
    "Speculation about who is to blame for sabotaging the ferry Halmar is growing. Arne Tonnby testified that Oda Merrin hired him.",
    "The week began badly. Local media reported that a deckhand sabotaged the ferry Halmar at the north pier. Crowds came.",
)


@pytest.fixture(scope="module")
def five(reports: Reports) -> list[Annotated]:
    return reports({f"Outlet {number}": ("2031-05-06", text) for number, text in enumerate(TEXTS)})


def found(articles: list[Annotated]) -> list[Difference]:
    told, settings = find_claims(articles, find_voices(articles)), FactSettings()
    return list(attribution_differences(line_up(told, settings), told, settings))


@given(data=st.data())
def test_every_choice_and_order_of_reports(five: list[Annotated], data: st.DataObject) -> None:
    some = data.draw(st.lists(st.sampled_from(range(len(TEXTS))), min_size=2, unique=True))
    articles = [five[number] for number in some]
    differences = found(articles)
    assert differences == found(sorted(articles, key=lambda one: one.article.id))
    texts = {one.article.id: one.article.text for one in articles}
    for difference in differences:
        assert len({statement.article for statement in difference.statements}) > 1
        assert 0 < difference.confidence <= 1
        for statement in difference.statements:
            assert all(0 <= start < end <= len(texts[statement.article]) for start, end in statement.spans)
            assert texts[statement.article][slice(*statement.spans[0])].startswith(statement.says[:10])


def test_the_five_have_something_in_dispute(five: list[Annotated]) -> None:
    assert len(found(five)) > 1
