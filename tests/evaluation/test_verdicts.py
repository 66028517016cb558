"""Every passage of the gold and every quotation found gets its verdict, and together they give the scorer's averages."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.gold import GoldAttribution, GoldQuotation
from evaluation.stages import Told
from evaluation.verdicts import ERRORS, Verdict, attributed, quoted
from retold.records import Annotated, Article, Quotation, Span, Speaker

TEXT = 'Ana Bor said: "We may open it." Lena Orr of the mill said rain fell. "No," said Bor, "never." Rain fell on "geese".'
WHERE = [i for i, c in enumerate(TEXT) if c == " "]
CUTS = st.tuples(st.sampled_from([0, *WHERE]), st.sampled_from([*WHERE, len(TEXT)])).filter(lambda cut: cut[0] < cut[1])
SPANS = st.lists(CUTS, min_size=1, max_size=2)
NAMES = st.sampled_from(["", "Ana Bor", "Bor", "Lena Orr"])
TYPES = st.sampled_from(["speech", "speech", "other"])
ARTICLE = Article(id="a", outlet=None, url=None, title=None, text=TEXT, digest="")


def found(number: int, spans: list[Span], name: str, kind: Any = "speech") -> Quotation:
    speaker = Speaker(name=name, canonical=name, span=None) if name else None
    return Quotation(id=f"a/q{number}", kind="direct", type=kind, spans=tuple(spans), marked=(), speaker=speaker, confidence=0.5)


def annotated(*quotations: Quotation) -> Annotated:
    return Annotated(article=ARTICLE, analysed=True, quotations=quotations)


FOUND = st.lists(st.tuples(SPANS, NAMES, TYPES), max_size=4).map(
    lambda rows: annotated(*(found(n, spans, name, kind) for n, (spans, name, kind) in enumerate(rows)))
)


def write(path: Path, row: dict[str, Any]) -> Path:
    path.write_text(json.dumps(row) + "\n", "utf-8")
    return path


def counted(verdicts: list[Verdict]) -> Counter[str]:
    return Counter(verdict.kind for verdict in verdicts)


@given(here=FOUND, rows=st.lists(st.tuples(SPANS, NAMES), max_size=4))
def test_verdicts_on_attributions_add_up_to_the_scorers_figures(
    scorer: ModuleType, tmp_path_factory: pytest.TempPathFactory, here: Annotated, rows: list[tuple[list[Span], str]]
) -> None:
    gold = [GoldAttribution(content=spans, source_text=name, type="direct") for spans, name in rows]
    folder = tmp_path_factory.mktemp("score")
    predicted = [{"spans": q.spans, "speaker": q.speaker.name if q.speaker else None} for q in here.quotations]
    figures = scorer.quotations(
        write(folder / "gold.jsonl", {"id": "a", "text": TEXT, "quotes": msgspec.to_builtins(gold)}),
        write(folder / "found.jsonl", {"id": "a", "quotations": predicted}),
    )
    verdicts = attributed(here, gold)
    alike = [v for v in verdicts if v.kind in {"right", "speaker", "unclear"}]
    assert figures["gold"] == sum(bool(v.wanted) for v in verdicts)
    assert figures["predicted"] == sum(v.found is not None for v in verdicts)
    assert figures["o80"] == scorer.prf(len(alike), figures["predicted"], figures["gold"])
    right = sum(v.kind == "right" and bool(v.who) for v in alike)
    named, asked = sum(v.found is not None and bool(v.named) for v in verdicts), sum(bool(v.who) for v in verdicts)
    assert figures["speaker"] == scorer.prf(right, named, asked)


@given(here=FOUND, rows=st.lists(st.tuples(SPANS, NAMES, st.sampled_from(["speech", "other"])), max_size=4))
def test_verdicts_on_passages_in_marks_add_up_to_the_scorers_figures(
    scorer: ModuleType, tmp_path_factory: pytest.TempPathFactory, here: Annotated, rows: list[tuple[list[Span], str, str]]
) -> None:
    gold = [GoldQuotation(article="a", spans=spans, speaker=name or None, kind=kind, story="s") for spans, name, kind in rows]
    folder = tmp_path_factory.mktemp("score")
    write(folder / "articles.jsonl", {"story": "s", "article": "a", "text": TEXT})
    (folder / "quotes.jsonl").write_text("".join(json.dumps(msgspec.to_builtins(one)) + "\n" for one in gold), "utf-8")
    predicted = [{"spans": q.spans, "type": q.type, "canonical": q.speaker.canonical if q.speaker else None} for q in here.quotations]
    figures = scorer.quoted(folder, write(folder / "found.jsonl", {"story": "s", "article": "a", "quotations": predicted}))
    verdicts = quoted(here, gold, {})
    speech = [v for v in verdicts if v.wanted and not (v.kind == "type" and v.found and v.found.type != "other")]
    got = [v for v in speech if v.kind in {"right", "speaker", "unclear"}]
    assert figures["gold_speech"] == len(speech)
    assert figures["found"] == round(100 * len(got) / max(1, len(speech)), 1)
    full = [v for v in got if v.who in {"Ana Bor", "Lena Orr"}]
    assert figures["canonical"] == [sum(v.kind == "right" for v in full), len(full)]
    assert (figures["precision"] == 100.0) is (counted(verdicts)["spurious"] == 0)


@given(here=FOUND, rows=st.lists(st.tuples(SPANS, NAMES), max_size=4))
def test_every_verdict_is_about_something_and_errors_have_a_title(here: Annotated, rows: list[tuple[list[Span], str]]) -> None:
    passages = [GoldQuotation(article="a", spans=spans, speaker=name or None) for spans, name in rows]
    attributions = [GoldAttribution(content=spans, source_text=name, type="direct") for spans, name in rows]
    for verdict in [*quoted(here, passages, {}), *attributed(here, attributions)]:
        assert verdict.wanted or verdict.found
        assert verdict.kind in {*ERRORS, "right", "unclear"}
        assert (verdict.found is None) == (verdict.kind == "missed")


def at(words: str) -> list[Span]:
    start = TEXT.index(words)
    return [(start, start + len(words))]


def test_each_kind_of_error_in_marks() -> None:
    gold = [
        GoldQuotation(article="a", spans=at("We may open it."), speaker="Ana Bor"),
        GoldQuotation(article="a", spans=[*at("No,"), *at("never.")], speaker="Ana Bor"),
        GoldQuotation(article="a", spans=at("geese"), kind="other"),
    ]
    here = annotated(found(1, at("We may open it."), "Lena Orr"), found(2, at("never."), "Ana Bor"), found(3, at("geese"), ""))
    assert [v.kind for v in quoted(here, gold, {})] == ["speaker", "boundary", "type", "spurious"]
    assert [v.kind for v in quoted(annotated(), gold, {})] == ["missed", "missed"]
    term = annotated(found(1, at("We may open it."), "", "other"))
    assert [v.kind for v in quoted(term, gold[:1], {})] == ["type"]


def test_the_storys_name_counts_before_the_articles(told: Told) -> None:
    second = told.annotated[1]
    gold = [GoldQuotation(article="second", spans=[(1, 25)], speaker="Ana Bor")]
    (short,) = quoted(second, gold, {})
    (full,) = quoted(second, gold, {q.id: q.speaker for q in told.dossier.quotations})
    assert (short.named, full.named) == ("Bor", "Ana Bor")


def test_a_piece_beside_the_one_that_was_compared_is_no_second_find() -> None:
    gold = [GoldQuotation(article="a", spans=at("We may open it."), speaker="Ana Bor")]
    here = annotated(found(1, at("We may open it."), "Ana Bor"), found(2, at("open it."), "Ana Bor"))
    assert [(v.kind, v.wanted != ()) for v in quoted(here, gold, {})] == [("right", True), ("boundary", False)]


def test_a_speaker_that_the_gold_does_not_tell_is_not_judged() -> None:
    said = at("rain fell")
    here = annotated(found(1, said, "Lena Orr"))
    assert [v.kind for v in attributed(here, [GoldAttribution(content=said, type="indirect")])] == ["unclear"]
    assert [v.kind for v in quoted(here, [GoldQuotation(article="a", spans=said, speaker="guards of the mill")], {})] == ["unclear"]
