"""Stories: articles of one event together, others apart, whatever their order."""

from __future__ import annotations

import json
import random
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.group import apart, group
from retold.records import Annotated, Article
from retold.settings import GroupSettings, Settings

FERRY = [
    "The ferry Morgenstern ran aground off Halvik on Tuesday with 84 passengers, and the coastguard towed it free at dawn.",
    "Coastguard crews freed the Morgenstern, a ferry that had struck a sandbank near Halvik; all 84 passengers are safe.",
    "Halvik's harbour master blamed a broken rudder after the Morgenstern grounded. Passengers were taken off by coastguard boats.",
]
CHEESE = [
    "A cheesemaker from Ostrava won the Golden Rind in Verlanne for a blue cheese aged in a salt mine, judges announced.",
    "The Golden Rind went to Ostrava: judges in Verlanne praised a blue cheese that ripens in an abandoned salt mine.",
]


def report(id: str, text: str, *, language: str | None = "en", title: str | None = None, published: str | None = "2031-04-02") -> Annotated:
    article = Article(id=id, outlet=None, url=None, title=title, text=text, published=published, language=language, digest=text)
    return Annotated(article=article, analysed=language == "en")


def reports() -> list[Annotated]:
    return [report(f"ferry{i}", text) for i, text in enumerate(FERRY)] + [report(f"cheese{i}", text) for i, text in enumerate(CHEESE)]


def parts(articles: list[Annotated]) -> list[tuple[str, ...]]:
    return [tuple(part.article.id for part in story.articles) for story in group(articles)]


def test_two_events_are_two_stories() -> None:
    assert parts(reports()) == [("cheese0", "cheese1"), ("ferry0", "ferry1", "ferry2")]


def test_labels_are_words_that_the_articles_share() -> None:
    cheese, ferry = (story.id for story in group(reports()))
    assert "Ostrava" in cheese
    assert {"Halvik", "Morgenstern"} <= set(ferry.split())
    assert 2 <= len(ferry.split()) <= 4


def test_labels_are_unique() -> None:
    far = [report("a", "Yes."), report("b", "No."), report("c", "", language="es"), report("c#2", "")]
    labels = [story.id for story in group(far)]
    assert len(set(labels)) == len(labels) == 4


def test_the_same_label_twice_gets_a_number() -> None:
    one, other = "Zorn Kelvin quarrel.", "Zorn Kelvin quarrel."
    stories = group(
        [report("a", one, published="2001-01-01"), report("b", other, published="2031-01-01")],
        settings=_settings(apart=0.9, far=0.0),
    )
    assert [story.id for story in stories] == ["Kelvin Zorn quarrel", "Kelvin Zorn quarrel 2"]


def _settings(**changes: float) -> Settings:
    return Settings(group=msgspec.structs.replace(GroupSettings(), **changes))


def test_nothing_gives_nothing() -> None:
    assert group([]) == []
    assert apart([]) == ()


def test_one_story_has_nothing_apart() -> None:
    assert apart(reports()[:3]) == ()


def test_what_stands_apart_and_why() -> None:
    [one] = apart([*reports()[:3], report("stray", CHEESE[0])])
    assert one.article == "stray"
    assert "shares no telling word with the other reports" in one.because
    assert "Halvik" in one.because
    assert "Ostrava" in one.because


def test_names_what_little_is_shared() -> None:
    text = "A novelist sold her farmhouse near Halvik. She plans sonnets, her publisher in Quellburg says, a cookbook and a memoir."
    found = apart([*reports()[:3], report("novel", text)], settings=_settings(apart=0.2, long=80))
    assert [one.article for one in found] == ["novel"]
    assert "shares only “Halvik”" in found[0].because
    assert "novelist" in found[0].because


def test_the_larger_group_is_the_main_story() -> None:
    assert [one.article for one in apart(reports())] == ["cheese0", "cheese1"]


def test_furniture_is_not_read() -> None:
    text = FERRY[0] + "\n" + CHEESE[0]
    stray = report("x", text)
    whole = Annotated(article=msgspec.structs.replace(stray.article, furniture=((0, len(FERRY[0])),)), analysed=True)
    assert parts([*reports(), whole]) == [("cheese0", "cheese1", "x"), ("ferry0", "ferry1", "ferry2")]


def test_other_languages_are_compared_by_their_names() -> None:
    spanish = "El transbordador Morgenstern encalló cerca de Halvik y los guardacostas lo liberaron, dijo el puerto de Halvik."
    other = "El quesero de Ostrava ganó en Verlanne y los jueces lo premiaron cerca de una mina, dijo la prensa."
    articles = [*reports(), report("es1", spanish, language="es"), report("es2", other, language="es")]
    assert parts(articles) == [("cheese0", "cheese1", "es2"), ("es1", "ferry0", "ferry1", "ferry2")]


def test_a_reason_says_that_the_language_is_another() -> None:
    [one] = apart([*reports()[:3], report("es", "El quesero de Ostrava dijo que no.", language="es")])
    assert "not in English" in one.because


def test_a_doubted_date_sets_nothing_apart() -> None:
    articles = reports()[:2]
    late = msgspec.structs.replace(articles[1].article, published="1999-01-01", published_doubt="The address says 2031.")
    assert apart([articles[0], Annotated(article=late, analysed=True)]) == ()


_WORDS = st.sampled_from("Halvik Morgenstern ferry Ostrava cheese judges the of said rudder Verlanne 84 2031 naïve 水 Ёж ' ’s".split(" "))
_ARTICLES = st.lists(
    st.tuples(
        st.one_of(st.text(max_size=30), st.lists(_WORDS, max_size=15).map(" ".join)),
        st.sampled_from([None, "en", "es"]),
        st.sampled_from([None, "2031-04-02", "2030-01-01T10:00:00Z", "soon"]),
    ),
    max_size=9,
)


@settings(deadline=None)
@given(_ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_the_input_makes_no_difference(drawn: list[tuple[str, str | None, str | None]], rng: random.Random) -> None:
    articles = [report(f"a{i}", text, language=language, published=day) for i, (text, language, day) in enumerate(drawn)]
    shuffled = articles[:]
    rng.shuffle(shuffled)
    stories = group(articles)
    assert group(shuffled) == stories
    assert apart(shuffled) == apart(articles)
    assert sorted(a.article.id for story in stories for a in story.articles) == [a.article.id for a in articles]
    assert len({story.id for story in stories}) == len(stories)
    assert all(story.articles == tuple(sorted(story.articles, key=lambda a: a.article.id)) for story in stories)
    assert {one.article for one in apart(articles)} < {a.article.id for a in articles} or not articles


@pytest.mark.parametrize("folder", ["cuba-dialogue", "dev"])
def test_each_shared_story_stays_one(shared: Path, folder: str) -> None:
    by_story: dict[str, list[Annotated]] = {}
    for line in (shared / "stories" / folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        by_story.setdefault(record["story"], []).append(
            report(record["article"], record["text"], title=record["title"], published=record["date"])
        )
    assert {story: len(group(articles)) for story, articles in by_story.items()} == dict.fromkeys(by_story, 1)
    assert all(apart(articles) == () for articles in by_story.values())
