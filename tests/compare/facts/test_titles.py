"""Titles beside a text that say more than it does."""

from __future__ import annotations

import pytest

from retold.annotate import annotate
from retold.compare.facts.claims import find_claims
from retold.compare.facts.differences import Difference
from retold.compare.facts.titles import title_differences
from retold.compare.speakers import find_voices
from retold.read import read_text

HEDGED = "Harbour guards reportedly sank the ferry Halmar near the Vellmar pier on Monday. The sea was calm, and nobody was on board."
FLAT = "Harbour guards sank the ferry Halmar near the Vellmar pier on Monday. The sea was calm, and nobody was on board."


def found(title: str, text: str) -> list[Difference]:
    given = [
        read_text(text, id="gazette", outlet="Gazette", title=title, published="2031-03-05"),
        read_text(FLAT, id="lantern", outlet="Lantern", published="2031-03-05"),
    ]
    articles = annotate(given)
    return list(title_differences(find_claims(articles, find_voices(articles))))


def test_a_flat_title_over_a_hedged_text() -> None:
    (one,) = found("Harbour guards sink ferry Halmar", HEDGED)
    assert one.kind == "attribution"
    assert [statement.article for statement in one.statements] == ["gazette", "lantern"]
    assert [statement.hedge for statement in one.statements] == ["reportedly", None]
    assert "“Harbour guards sink ferry Halmar”" in one.explanation


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Harbour guards sink ferry Halmar", FLAT),
        ("Harbour guards reportedly sink ferry Halmar", HEDGED),
        ("Harbour guards sink ferry Halmar: mayor", HEDGED),
        ("Bakers of Orrin open a school", HEDGED),
        ("Harbour guards sink ferry Halmar", f"{HEDGED} The harbour guards sank the ferry Halmar by night, the inquiry found."),
    ],
)
def test_a_title_that_says_what_its_text_says(title: str, text: str) -> None:
    assert found(title, text) == []
