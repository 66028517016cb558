"""Weighted words and the likeness of two articles."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.group.vectors import frequencies, likeness, stem, vector, words
from retold.records import Article
from retold.settings import GroupSettings

SETTINGS = GroupSettings()


def article(
    text: str, *, title: str | None = None, published: str | None = None, language: str | None = "en", furniture: int = 0
) -> Article:
    return Article(
        id="a",
        outlet=None,
        url=None,
        title=title,
        text=text,
        published=published,
        language=language,
        furniture=((0, furniture),) if furniture else (),
        digest="",
    )


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        ("Ferries", "ferry"),
        ("judges’", "judge"),
        ("Cossío’s", "cossio"),
        ("bus", "bus"),
        ("boxes", "box"),
        ("class", "class"),
        ("1,200", "1,200"),
    ],
)
def test_stem(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


def test_words_leave_furniture_out_and_take_a_title_that_is_not_in_the_text() -> None:
    assert list(words(article("Menu here. Boats sank.", title="Storm", furniture=10))) == ["Storm", "Boats", "sank"]
    assert list(words(article("Storm\nBoats sank.", title="Storm"))) == ["Storm", "Boats", "sank"]


def test_of_other_languages_names_and_numbers_stay() -> None:
    assert list(words(article("Los barcos de Halvik, 84 en total", language="es"))) == ["Los", "Halvik", "84"]
    assert list(words(article("水の中", language="ja"))) == ["水の中"]


def test_the_table_knows_common_words() -> None:
    table = frequencies()
    assert table.of["the"] > table.of["monday"] > 0
    assert table.rarity("the", 0.15) == 0
    assert table.rarity("morgenstern", 0.15) > table.rarity("judge", 0.15) > table.rarity("monday", 1.0)


def test_the_table_holds_single_words_of_several_stories() -> None:
    table = frequencies()
    assert all(2 < count <= table.stories for count in table.of.values())


def test_likeness_fades_with_time_but_not_to_nothing() -> None:
    days = ["2031-01-01", "2031-01-01", "2031-02-01", "2041-01-01", None, "yesterday"]
    articles = [article("Morgenstern rudder " * SETTINGS.long, published=day) for day in days]
    alike = likeness(articles, [vector(one, SETTINGS) for one in articles], SETTINGS)
    assert alike[0, 1] == pytest.approx(1)
    assert 1 > alike[0, 2] > alike[0, 3] == pytest.approx(SETTINGS.far)
    assert alike[0, 4] == alike[0, 5] == pytest.approx(1)


def test_many_articles_give_the_same_likeness_as_few(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["Halvik ferry rudder", "Ferry rudder Verlanne", "Verlanne cheese", "", "Cheese Halvik sandbank", "Of the and"]
    articles = [article(text) for text in texts]
    vectors = [vector(one, SETTINGS) for one in articles]
    few = likeness(articles, vectors, SETTINGS)
    monkeypatch.setitem(likeness.__globals__, "_FEW", 0)
    many = likeness(articles, vectors, SETTINGS)
    assert few
    assert many == {pair: pytest.approx(value) for pair, value in few.items()}


@given(st.text(max_size=80), st.sampled_from(["en", "es", None]))
def test_short_articles_have_longer_vectors_within_bounds(text: str, language: str | None) -> None:
    weights = vector(article(text, language=language), SETTINGS)
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    assert not weights or math.isclose(length, (SETTINGS.long / SETTINGS.brief) ** 0.25)
    assert all(weight > 0 for weight in weights.values())


def test_long_articles_have_vectors_of_length_one() -> None:
    weights = vector(article("Morgenstern rudder Halvik " * SETTINGS.long), SETTINGS)
    assert math.isclose(sum(weight * weight for weight in weights.values()), 1)
