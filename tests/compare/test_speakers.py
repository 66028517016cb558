"""Who is who over the articles of a story."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.compare.speakers import Voices, find_voices
from retold.records import Alias, Annotated, Article, Quotation, Speaker


def heard(article: str, *speakers: tuple[str, str, tuple[str, ...]], mentions: Sequence[str] = ()) -> Annotated:
    """An article in which each of (canonical name, kind, roles) speaks once; a kind of "other" is known by a description only."""
    quotations = tuple(
        Quotation(
            id=f"{article}/q{number}",
            kind="indirect",
            type="speech",
            spans=((0, 4),),
            speaker=Speaker(name=mentions[number] if number < len(mentions) else name, canonical=name, span=None),
            confidence=1.0,
        )
        for number, (name, _, _) in enumerate(speakers)
    )
    aliases = tuple(
        Alias(canonical=name, kind=kind, forms=(name,), roles=roles)  # type: ignore[arg-type]
        for name, kind, roles in speakers
        if kind != "other"
    )
    record = Article(id=article, outlet=None, url=None, title=None, text="Word.", digest=article)
    return Annotated(article=record, analysed=True, quotations=quotations, aliases=aliases)


def person(name: str, *roles: str) -> tuple[str, str, tuple[str, ...]]:
    return name, "person", roles


def body(name: str) -> tuple[str, str, tuple[str, ...]]:
    return name, "body", ()


def other(name: str) -> tuple[str, str, tuple[str, ...]]:
    return name, "other", ()


def names(voices: Voices) -> list[str]:
    return [voice.name for voice in voices.voices]


@pytest.mark.parametrize(
    ("one", "another", "name"),
    [
        (person("Ottoline Brandvik"), person("Brandvik"), "Ottoline Brandvik"),
        (person("Íñigo Torralba de Sanz"), person("Inigo Torralba de Sanz"), "Íñigo Torralba de Sanz"),
        (person("Lena Petrovskaya"), person("Lena Petrovskaia"), "Lena Petrovskaya"),
        (person("Ottoline Brandvik"), body("Brandvik"), "Ottoline Brandvik"),
        (body("Saltmarsh Fishing Union"), body("Fishing Union"), "Saltmarsh Fishing Union"),
        (body("All Tarnby Airways"), person("ATA"), "All Tarnby Airways"),
        (body("Harbour Committee of the Grey Shore"), body("HCGS"), "Harbour Committee of the Grey Shore"),
        (body("Northern Tidal Board"), body("NTB"), "Northern Tidal Board"),
        (body("Norwegian government"), body("Oslo"), "Norwegian government"),
        (person("O. Brandvik"), person("Ottoline Brandvik"), "Ottoline Brandvik"),
    ],
)
def test_two_articles_name_one_speaker(one: tuple[str, str, tuple[str, ...]], another: tuple[str, str, tuple[str, ...]], name: str) -> None:
    voices = find_voices([heard("herald", one), heard("courier", another)])
    assert names(voices) == [name]
    assert voices.name("herald", one[0]) == voices.name("courier", another[0]) == name


@pytest.mark.parametrize(
    ("one", "another"),
    [
        (person("Ottoline Brandvik"), person("Magnus Brandvik")),
        (person("Ottoline Brandvik"), person("Ottoline Saltveit")),
        (person("Lena Petrova"), person("Lena Petersen")),
        (person("Iris Holt"), person("Iris Bolt")),
        (body("Norwegian government"), body("Swedish government")),
        (body("Saltmarsh Fishing Union"), body("Saltmarsh Council")),
        (body("Saltmarsh Harbour Committee"), body("Committee")),
        (other("a fisherman"), other("a teacher")),
        (other("a fisherman"), person("Ottoline Brandvik", "minister")),
    ],
)
def test_two_speakers_stay_two(one: tuple[str, str, tuple[str, ...]], another: tuple[str, str, tuple[str, ...]]) -> None:
    assert len(find_voices([heard("herald", one), heard("courier", another)]).voices) == 2


def test_two_people_of_one_surname_stay_two_beside_a_bare_surname() -> None:
    articles = [
        heard("herald", person("Ottoline Brandvik")),
        heard("courier", person("Magnus Brandvik")),
        heard("echo", person("Brandvik")),
    ]
    voices = find_voices(articles)
    assert {"Ottoline Brandvik", "Magnus Brandvik"} <= set(names(voices))
    assert voices.name("herald", "Ottoline Brandvik") != voices.name("courier", "Magnus Brandvik")


def test_a_bare_surname_that_two_people_bear_is_neither_of_them() -> None:
    articles = [
        heard("herald", person("Ottoline Brandvik"), person("Magnus Brandvik")),
        heard("echo", person("Brandvik")),
    ]
    assert find_voices(articles).name("echo", "Brandvik") == "Brandvik"


def test_a_short_name_that_two_bodies_bear_is_neither_of_them() -> None:
    articles = [
        heard("herald", body("Northern Fishing Union"), body("Southern Fishing Union")),
        heard("echo", body("Fishing Union")),
    ]
    assert find_voices(articles).name("echo", "Fishing Union") == "Fishing Union"


def test_a_bare_surname_is_whom_most_articles_name_in_full() -> None:
    articles = [
        heard("herald", person("Ottoline Brandvik"), person("Magnus Oskar Brandvik")),
        heard("courier", person("Ottoline Brandvik")),
        heard("echo", person("Brandvik")),
    ]
    assert find_voices(articles).name("echo", "Brandvik") == "Ottoline Brandvik"


def test_an_office_known_to_one_article_only_is_its_holder() -> None:
    articles = [
        heard("herald", person("Ottoline Brandvik", "deputy harbour minister"), person("Magnus Saltveit", "harbour pilot")),
        heard("courier", other("the deputy harbour minister")),
    ]
    voices = find_voices(articles)
    assert voices.name("courier", "the deputy harbour minister") == "Ottoline Brandvik"
    brandvik = voices.voice("Ottoline Brandvik")
    assert brandvik is not None
    assert brandvik.kind == "person"
    assert "the deputy harbour minister" in brandvik.aliases
    assert brandvik.roles == ("deputy harbour minister",)


def test_an_office_that_two_people_hold_is_nobody_known() -> None:
    articles = [
        heard("herald", person("Ottoline Brandvik", "harbour pilot"), person("Magnus Saltveit", "harbour pilot")),
        heard("courier", other("the harbour pilot")),
    ]
    assert find_voices(articles).name("courier", "the harbour pilot") == "the harbour pilot"


def test_an_office_in_two_articles_only_is_one_speaker() -> None:
    voices = find_voices([heard("herald", other("a harbour spokesman")), heard("courier", other("a harbour spokesman"))])
    assert names(voices) == ["a harbour spokesman"]


def test_pronouns_are_no_aliases() -> None:
    voices = find_voices([heard("herald", person("Ottoline Brandvik"), mentions=["she"])])
    assert voices.speakers()[0].aliases == ()


def test_nobody_speaks() -> None:
    voices = find_voices([heard("herald")])
    assert voices.voices == voices.speakers() == ()
    assert voices.name("herald", None) is None
    assert voices.voice("Ottoline Brandvik") is None


POOL = (
    heard("a", person("Ottoline Brandvik", "deputy harbour minister"), body("Northern Tidal Board")),
    heard("b", person("Brandvik"), body("NTB"), other("a fisherman")),
    heard("c", person("Magnus Brandvik"), other("the deputy harbour minister")),
    heard("d", body("Oslo"), person("Lena Petrovskaya", "harbour pilot")),
    heard("e", body("Norwegian government"), person("Lena Petrovskaia")),
    heard("f", other("the harbour pilot"), body("Brandvik"), body("Tidal Board")),
)


@given(st.lists(st.sampled_from(POOL), unique_by=lambda a: a.article.id).flatmap(lambda s: st.tuples(st.just(s), st.permutations(s))))
def test_the_order_of_articles_changes_nothing_and_every_speaker_has_a_voice(both: tuple[list[Annotated], list[Annotated]]) -> None:
    one, other_order = (find_voices(articles) for articles in both)
    assert one == other_order
    assert len({voice.name for voice in one.voices}) == len(one.voices)
    for annotated in both[0]:
        for quotation in annotated.quotations:
            assert quotation.speaker is not None
            name = one.name(annotated.article.id, quotation.speaker.canonical)
            voice = one.voice(name)
            assert voice is not None
            assert quotation.speaker.canonical in {voice.name, *voice.aliases}
