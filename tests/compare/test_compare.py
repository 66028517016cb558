"""The whole of compare on the invented story and on reports that hold little or nothing."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold import annotate, compare, group, read_text
from retold.data import story_files
from retold.records import (
    Annotated,
    Apart,
    Dossier,
    GroupLine,
    Record,
    RejectedLine,
    Rejection,
    Story,
    annotate_line,
    dossier_from_json,
    json_schema,
    to_json,
)
from retold.settings import Settings, UtteranceSettings

INTERVIEW = """Eels are back, says minister

By Ruta Holm
Saltmarsh Herald, May 3, 2031

“Nobody who fishes here will pay a toll before the eels come back to the lagoon,” Ottoline Brandvik, the harbour minister, told \
the Saltmarsh Herald on Friday. “We counted nine thousand of them in April.”

Brandvik said the nets would stay dry until midsummer.
"""
GERMAN = """Die Aale sind zurück, sagt die Hüterin der Lagune

„Niemand, der hier fischt, wird einen Zoll bezahlen, bevor die Aale wieder da sind“, sagte Ottoline Brandvik am Freitag der Zeitung. \
Die Netze sollen bis zum Sommer trocken bleiben, und die Boote bleiben an Land. Das sei für alle im Dorf nicht leicht gewesen.
"""


@pytest.fixture(scope="module")
def story() -> tuple[Annotated, ...]:
    """The invented story, annotated."""
    return tuple(annotate(read_text(file.read_text("utf-8"), id=name.removesuffix(".txt")) for name, file in story_files()))


@pytest.fixture(scope="module")
def small() -> dict[str, Annotated]:
    """An interview, the same once more, and a report in another language."""
    texts = {"herald": INTERVIEW, "twin": INTERVIEW, "nachrichten": GERMAN}
    return {one.article.id: one for one in annotate(read_text(text, id=name) for name, text in texts.items())}


def assert_sound(dossier: Dossier) -> None:
    """Everything in a dossier points at something in it."""
    texts = {a.id: a.text for a in dossier.articles}
    quotations = {q.id: q for q in dossier.quotations}
    speakers = {s.name for s in dossier.speakers}
    assert len(quotations) == len(dossier.quotations)
    assert [u.id for u in dossier.utterances] == [f"u{n}" for n in range(1, len(dossier.utterances) + 1)]
    assert {q.speaker.canonical for q in dossier.quotations if q.speaker} <= speakers
    for utterance in dossier.utterances:
        base = utterance.renditions[0]
        assert (base.relation, base.quotation, base.confidence, base.variants) == ("base", utterance.base, 1.0, ())
        assert utterance.speaker is None or utterance.speaker in speakers
        for rendition in utterance.renditions:
            assert quotations[rendition.quotation].article == rendition.article
            assert all(0 <= a < b <= len(texts[rendition.article]) for a, b in rendition.spans)
            for variant in rendition.variants:
                assert variant.here is None or any(a <= variant.here[0] <= variant.here[1] <= b for a, b in rendition.spans)
                assert variant.base is None or any(a <= variant.base[0] <= variant.base[1] <= b for a, b in base.spans)
    marked = [(r.quotation, r.spans) for u in dossier.utterances for r in u.renditions]
    assert len(set(marked)) == len(marked)  # no words render two utterances
    for own in dossier.only_here:
        assert all(0 <= a < b <= len(texts[own.article]) for a, b in own.spans)


def assert_valid(record: Record, kind: str) -> None:
    schema = json_schema()
    found = json.loads(to_json(record))
    jsonschema.Draft202012Validator({"$defs": schema["$defs"], "$ref": f"#/$defs/{kind}"}).validate(found)


def test_the_story_is_told_soundly(story: tuple[Annotated, ...]) -> None:
    dossier = compare(story)
    assert_sound(dossier)
    assert {a.id for a in dossier.articles} == {a.article.id for a in story}
    assert len(dossier.quotations) == sum(len(a.quotations) for a in story)
    assert sum(len({r.article for r in u.renditions}) > 1 for u in dossier.utterances) >= 10


def test_articles_come_in_order_of_time_undated_last(story: tuple[Annotated, ...]) -> None:
    times = [(a.published or "~", a.id) for a in compare(story).articles]
    assert times == sorted(times)


@settings(max_examples=12)
@given(data=st.data())
def test_the_order_of_articles_changes_no_byte(story: tuple[Annotated, ...], data: st.DataObject) -> None:
    some = data.draw(st.lists(st.sampled_from(story), unique_by=lambda a: a.article.id, min_size=1, max_size=3))
    other = data.draw(st.permutations(some))
    dossier = compare(some)
    assert to_json(dossier) == to_json(compare(other))
    assert dossier_from_json(to_json(dossier)) == dossier
    assert_sound(dossier)


def test_the_same_articles_give_the_same_bytes(story: tuple[Annotated, ...]) -> None:
    assert to_json(compare(story)) == to_json(compare(story[::-1]))


def test_what_is_printed_as_json_fits_the_schema(story: tuple[Annotated, ...]) -> None:
    dossier = compare(story, rejected=[Rejection(input="x", reason="it is empty")])
    validator = jsonschema.Draft202012Validator(json_schema())
    validator.check_schema(json_schema())
    printed: list[tuple[Record, str]] = [
        (dossier, "Dossier"),
        (annotate_line(story[0]), "AnnotateLine"),
        (GroupLine(id="lantern", url=None, story="Harbour"), "GroupLine"),
        (RejectedLine(rejected=Rejection(input="x", reason="it is empty")), "RejectedLine"),
    ]
    for record, kind in printed:
        assert_valid(record, kind)
        validator.validate(json.loads(to_json(record)))
    assert_valid(story[0].article, "Article")
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({"some": "thing"})


def test_a_story_keeps_its_name_and_others_get_one(story: tuple[Annotated, ...]) -> None:
    assert compare(Story(id="Port", articles=story)).story == "Port"
    assert compare(story).story == group(story)[0].id


def test_apart_and_rejected_are_carried_and_settings_told(small: dict[str, Annotated]) -> None:
    apart, rejected = Apart(article="herald", because="it is about eels"), Rejection(input="x", reason="it is empty")
    dossier = compare([small["herald"]], apart=[apart], rejected=[rejected])
    assert (dossier.apart, dossier.rejected) == ((apart,), (rejected,))
    changed = Settings(utterances=UtteranceSettings(link=0.9))
    assert dossier.settings == Settings().digest() != compare([small["herald"]], settings=changed).settings


def test_one_article(small: dict[str, Annotated]) -> None:
    dossier = compare([small["herald"]])
    assert_sound(dossier)
    assert [s.name for s in dossier.speakers] == ["Ottoline Brandvik"]
    assert dossier.derivation.edges == ()
    assert {len(u.renditions) for u in dossier.utterances} == {1}
    assert "Nobody who fishes here" in to_json(dossier).decode()


def test_no_article() -> None:
    dossier = compare([])
    empty: Any = ()
    assert (dossier.articles, dossier.utterances, dossier.quotations, dossier.speakers, dossier.only_here) == (empty,) * 5
    assert dossier_from_json(to_json(dossier)) == dossier


def test_articles_in_another_language_are_kept_and_not_analysed(small: dict[str, Annotated]) -> None:
    foreign = small["nachrichten"]
    assert not foreign.analysed
    alone = compare([foreign])
    assert (len(alone.articles), alone.utterances, alone.quotations) == (1, (), ())
    beside = compare([foreign, small["herald"]])
    assert_sound(beside)
    assert {q.article for q in beside.quotations} == {"herald"}
    assert beside.utterances == compare([small["herald"]]).utterances


def test_identical_articles(small: dict[str, Annotated]) -> None:
    dossier = compare([small["herald"], small["twin"]])
    assert_sound(dossier)
    told = [{r.article for r in u.renditions} for u in dossier.utterances]
    assert all(articles == {"herald", "twin"} for articles in told)
    assert {r.relation for u in dossier.utterances for r in u.renditions} <= {"base", "same"}
    assert dossier.only_here == ()
    assert len(dossier.derivation.edges) == 1
