"""What stands in one article only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold.compare.only_here import only_here
from retold.compare.reports import prepare
from retold.read.outlets import load_outlets
from retold.records import Annotated, Article, OnlyHere, Part
from retold.settings import Settings

SETTINGS = Settings()
TITLE = "Bakers of Ostrava Lane march against night rules"
COMMON = "Two hundred bakers marched through Ostrava Lane against new rules for night ovens."
REWORDED = "Against the new night oven rules some two hundred bakers marched in Ostrava Lane."
ALONE = "The cathedral choir lent them its largest drum for the afternoon."


def report(article: str, *sentences: str) -> Annotated:
    text = "\n".join((TITLE, *sentences))
    title = Part(kind="title", span=(0, len(TITLE)))
    record = Article(id=article, outlet=None, url=None, title=TITLE, text=text, parts=(title,), digest=article)
    spans = tuple(match.span() for match in re.finditer(r"[^\n]+", text))
    return Annotated(article=record, analysed=True, sentences=spans)


def alone(articles: Sequence[Annotated]) -> tuple[OnlyHere, ...]:
    return only_here(prepare(articles, [], load_outlets(), SETTINGS.derivation), settings=SETTINGS)


def test_a_sentence_that_others_reword_is_not_told_here_only() -> None:
    first, second = report("a", COMMON, ALONE), report("b", REWORDED)
    start = first.article.text.index(ALONE)
    assert alone([second, first]) == (OnlyHere(article="a", spans=((start, start + len(ALONE)),)),)


def test_an_article_by_itself_has_everything_alone_but_its_title() -> None:
    (found,) = alone([report("a", COMMON, ALONE)])
    assert len(found.spans) == 2
