"""The learned tagger and where it meets the parse. The models ship with the package; the sentences are invented."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.annotate import annotate
from retold.annotate.learned import load_reader
from retold.annotate.tagger.decode import load
from retold.data import __file__ as data
from retold.errors import ModelMissing
from retold.records import Annotated
from retold.settings import AnnotateSettings, Settings

MODELS = Path(data).parent / "models"
NEWS = (
    "TARNBY - The harbour board will raise its fees by a tenth in May, chairwoman Ines Marlow told the Tarnby Courier on Friday.\n"
    "Marlow said the board had “no other way” to pay for the new breakwater, which broke in the storms of last winter.\n"
    "According to the fishermen's union, half of its members could not pay the higher fees.\n"
    "“We will tie up our boats in protest,” said Jonas Keel, who speaks for the union.\n"
    "The town hopes to settle the quarrel before the season begins."
)


def tagged(report: Callable[..., Any], pipeline: Any, text: str = NEWS, tagger: str = "fast") -> Annotated:
    return annotate([report(text)], settings=Settings(annotate=AnnotateSettings(tagger=tagger)), pipeline=pipeline)[0]


@pytest.mark.parametrize("tagger", ["fast", "accurate"])
def test_reported_clauses_are_found_with_who_says_them(report: Callable[..., Any], pipeline: Any, tagger: str) -> None:
    found = tagged(report, pipeline, tagger=tagger)
    text = found.article.text
    said = {" ".join(text[a:b] for a, b in q.spans): q.speaker.canonical if q.speaker else None for q in found.quotations}
    raised = next(words for words in said if "The harbour board will raise its fees by a tenth in May" in words)
    assert said[raised] == "Ines Marlow"
    assert said["We will tie up our boats in protest,"] == "Jonas Keel"
    assert any("half of its members could not pay" in words for words in said)


def test_marks_keep_what_stands_between_them(report: Callable[..., Any], pipeline: Any) -> None:
    found = tagged(report, pipeline)
    text = found.article.text
    direct = [text[a:b] for q in found.quotations if q.kind == "direct" for a, b in q.spans]
    mixed = [text[a:b] for q in found.quotations if q.kind == "mixed" for a, b in q.marked]
    assert direct == ["We will tie up our boats in protest,"]
    assert mixed == ["no other way"]


def test_an_article_of_nothing_but_blanks_has_none(report: Callable[..., Any], pipeline: Any) -> None:
    assert tagged(report, pipeline, " \n \n").quotations == ()


@settings(max_examples=40, deadline=None)
@given(text=st.text(alphabet="ab said“”\"‘’'.,\n—é😀", max_size=160))
def test_any_text_is_tagged_within_its_bounds(text: str) -> None:
    tagger = load(MODELS / "fast")
    for piece in tagger.tag(text):
        for start, end in (*piece.spans, *filter(None, (piece.source, piece.cue))):
            assert 0 <= start < end <= len(text)
        assert 0 <= piece.confidence <= 1


def test_several_texts_at_once_are_tagged_as_one_by_one() -> None:
    tagger = load(MODELS / "fast")
    texts = [NEWS, "", NEWS.split("\n")[1]]
    together = [[p.spans for p in found] for found in tagger.tag_all(texts)]
    assert together == [[p.spans for p in tagger.tag(text)] for text in texts]


def test_no_tagger_is_loaded_for_rules() -> None:
    assert load_reader("rules") is None


def test_an_unknown_tagger_is_said_to_be_missing() -> None:
    with pytest.raises(ModelMissing, match="choose fast, accurate or rules"):
        load_reader("nobody's")


def test_a_damaged_model_is_not_run(tmp_path: Path) -> None:
    shutil.copytree(MODELS / "fast", tmp_path / "own")
    (tmp_path / "own" / "model.onnx").write_bytes(b"torn")
    with pytest.raises(ModelMissing, match="another digest"):
        load_reader(str(tmp_path / "own"))


@pytest.mark.parametrize("name", ["fast", "accurate"])
def test_a_model_that_ships_says_what_it_was_made_from_and_is_small(name: str) -> None:
    card = (MODELS / name / "CARD.md").read_text(encoding="utf-8")
    assert "PolNeAR states no licence" in card
    assert "Apache-2.0" in card
    assert (MODELS / name / "model.onnx").stat().st_size <= 30_000_000
    told = json.loads((MODELS / name / "model.json").read_text(encoding="utf-8"))
    assert set(told) >= {"sha256", "options"}
    assert told["sha256"] in card


def test_a_damaged_tokenizer_is_said_to_be_so(tmp_path: Path) -> None:
    shutil.copytree(MODELS / "fast", tmp_path / "own")
    (tmp_path / "own" / "tokenizer.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelMissing, match="can't be loaded"):
        load_reader(str(tmp_path / "own"))


def test_options_of_a_newer_model_are_said_to_be_unknown(tmp_path: Path) -> None:
    shutil.copytree(MODELS / "fast", tmp_path / "own")
    told = json.loads((MODELS / "fast" / "model.json").read_text(encoding="utf-8"))
    (tmp_path / "own" / "model.json").write_text(json.dumps(told | {"options": {"of_tomorrow": 1}}), encoding="utf-8")
    with pytest.raises(ModelMissing, match="of_tomorrow"):
        load_reader(str(tmp_path / "own"))


def test_a_network_that_was_left_out_is_replaced_with_a_warning(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    learned = import_module("retold.annotate.learned")
    monkeypatch.setattr(learned, "_folder", lambda name: tmp_path if name == "accurate" else MODELS / name)
    load_reader.cache_clear()
    with pytest.warns(UserWarning, match="'fast' stands in"):
        assert load_reader("accurate") is load_reader("fast")
    monkeypatch.setattr(learned, "_folder", lambda _: tmp_path)
    load_reader.cache_clear()
    with pytest.warns(UserWarning, match="rules over a parse stand in"):
        assert load_reader("fast") is None
    load_reader.cache_clear()
