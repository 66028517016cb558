"""From records to the scorer's forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation import predictions
from evaluation.stages import Told
from retold.records import Fact, Passage, Statement, Wording


def test_quoted_gives_spans_type_and_the_name_of_the_story(told: Told) -> None:
    first, second = predictions.quoted(told)
    assert first == {
        "story": "sluice",
        "article": "first",
        "quotations": [{"spans": ((15, 38),), "type": "speech", "canonical": "Ana Bor"}],
    }
    assert second["quotations"][0]["canonical"] == "Ana Bor", "the story knows the full name, the article only the last"


def test_quoted_keeps_an_article_without_quotations_and_a_quotation_without_speaker(told: Told) -> None:
    import msgspec

    silent = msgspec.structs.replace(told.annotated[0], quotations=())
    nameless = msgspec.structs.replace(told.annotated[1].quotations[0], id="other", speaker=None)
    changed = msgspec.structs.replace(told, annotated=(silent, msgspec.structs.replace(told.annotated[1], quotations=(nameless,))))
    rows = predictions.quoted(changed)
    assert rows[0]["quotations"] == []
    assert rows[1]["quotations"][0]["canonical"] is None


def test_utterances_lists_every_rendition(told: Told) -> None:
    row = predictions.utterances("sluice", told.dossier)
    assert [(r["article"], r["utterance"], r["relation"]) for r in row["renditions"]] == [
        ("first", "u1", "base"),
        ("second", "u1", "changed"),
    ]


def test_derivation_lists_unseen_sources_too(told: Told) -> None:
    assert predictions.derivation("sluice", told.dossier)["edges"] == [
        {"from": "first", "to": "second", "directed": True},
        {"from": "unseen:Mill Post", "to": "first", "directed": True},
    ]


def test_facts_and_wording_give_places_only(told: Told) -> None:
    import msgspec

    statement = Statement(article="first", spans=((16, 19),), says="may")
    fact = Fact(id="f1", agreement="single", kind=None, topic="t", explanation="", independent_sources=1, statements=(statement,))
    names = (Passage(article="first", spans=((0, 7),), text="Ana Bor"),)
    dossier = msgspec.structs.replace(told.dossier, facts=(fact,), wording=(Wording(topic="", names=names),))
    assert predictions.facts("sluice", dossier) == {
        "story": "sluice",
        "facts": [{"agreement": "single", "kind": None, "statements": [{"article": "first", "spans": ((16, 19),)}]}],
        "wording": [{"names": [{"article": "first", "spans": ((0, 7),)}]}],
    }


def test_attributions_have_mention_and_full_name(told: Told) -> None:
    row = predictions.attributions(told.annotated[0])
    assert row == {"id": "first", "quotations": [{"spans": ((15, 38),), "speaker": "Bor", "canonical": "Ana Bor"}]}


@pytest.mark.parametrize(("task", "number"), [("quoted", 4), ("utterances", 2), ("derivation", 2), ("facts", 2)])
def test_rows_of_two_stories(told: Told, task: str, number: int) -> None:
    assert len(predictions.rows(task, [told, told])) == number


@given(rows=st.lists(st.dictionaries(st.text(), st.text() | st.integers() | st.none())))
def test_written_rows_come_back(tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, str | int | None]]) -> None:
    file: Path = predictions.write(tmp_path_factory.mktemp("rows") / "rows.jsonl", rows)
    assert [json.loads(line) for line in file.read_text("utf-8").split("\n") if line] == rows
