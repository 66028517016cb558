"""The stage as a whole: what holds for any article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.annotate import annotate
from retold.annotate.parse import load_pipeline
from retold.errors import ModelMissing
from retold.records import Annotated, Article, Part
from retold.settings import AnnotateSettings, Settings

MARKS = ['"', "“", "”", "„", "«", "»", "‘", "’", "'", "``", "''", "&quot;"]
PHRASES = [
    "The bridge will open",
    "said Ines Marlow",
    "Theo Brandt said",
    "he said",
    "she told the Courier",
    "according to Northgate Ferries",
    "the minister",
    "a spokeswoman for the company",
    "who",
    "on Monday",
    "— Ilka Roth (@ilka_r) May 4, 2031",
    "so-called",
    "nobody knows why",
    "AND",
    "é\u0301",
    "😀",
]
PIECES = st.sampled_from([*MARKS, *MARKS, " ", " ", "\n", "\r\n", ",", ".", "?", ":", "—", "\u00ad", "\xa0", *PHRASES])
RULES = Settings(annotate=AnnotateSettings(tagger="rules"))
TEXTS = st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=80)


def spans_of(done: Annotated) -> list[tuple[int, int]]:
    spans = [*done.sentences, *(n.span for n in done.names), *(d.span for d in done.dates)]
    for q in done.quotations:
        spans += [*q.spans, *q.marked]
        spans += [s for s in (q.cue, q.speaker.span if q.speaker else None) if s is not None]
    return spans


@settings(max_examples=60)
@given(text=TEXTS)
def test_any_text_is_annotated_within_itself(text: str, pipeline: Any, report: Callable[..., Article]) -> None:
    [done] = annotate([report(text)], pipeline=pipeline)
    assert done.analysed
    assert done.article.text == text
    for start, end in spans_of(done):
        assert 0 <= start < end <= len(text)


@settings(max_examples=60)
@given(text=TEXTS)
def test_quotations_of_any_text_are_well_formed(text: str, pipeline: Any, report: Callable[..., Article]) -> None:
    [done] = annotate([report(text)], pipeline=pipeline)
    assert len({q.id for q in done.quotations}) == len(done.quotations)
    assert [q.spans[0] for q in done.quotations] == sorted(q.spans[0] for q in done.quotations)
    for q in done.quotations:
        assert q.id.startswith("a/q")
        assert list(q.spans) == sorted(q.spans)
        assert (q.speaker is None) == (q.unknown_because is not None)
        assert 0 <= q.confidence <= 1
        assert (q.kind == "indirect") == (not q.marked)
        if q.kind == "direct":
            assert q.marked == q.spans
        for a, b in q.marked:
            assert any(s <= a and b <= e for s, e in q.spans)


@settings(max_examples=60)
@given(words=st.lists(st.sampled_from(PHRASES[:9]), min_size=1, max_size=6).map(" ".join), marks=st.sampled_from(["“”", '""', "«»", "„“"]))
def test_the_marks_stay_outside_what_is_quoted(words: str, marks: str, pipeline: Any, report: Callable[..., Article]) -> None:
    text = f"{marks[0]}{words}, and nobody knows it,{marks[1]} Ines Marlow said."
    [done] = annotate([report(text)], pipeline=pipeline, settings=RULES)
    direct = [q for q in done.quotations if q.kind == "direct"]
    assert [text[a:b] for q in direct for a, b in q.spans] == [f"{words}, and nobody knows it,"]


@settings(max_examples=40)
@given(lines=st.lists(st.lists(PIECES, min_size=1, max_size=8).map("".join), min_size=3, max_size=6), hidden=st.integers(0, 5))
def test_furniture_is_never_read(lines: list[str], hidden: int, pipeline: Any, report: Callable[..., Article]) -> None:
    lines = [" ".join(line.split()) for line in lines]
    hidden %= len(lines)
    start = sum(len(line) + 1 for line in lines[:hidden])
    span = (start, start + len(lines[hidden]))
    given_ = {"parts": (Part(kind="related", span=span),), "furniture": (span,)} if span[0] < span[1] else {}
    [done] = annotate([report("\n".join(lines), **given_)], pipeline=pipeline)
    assert given_ == {} or not any(a < span[1] and span[0] < b for a, b in spans_of(done))


def test_the_quotation_of_a_caption_is_not_quoted(annotated: Callable[..., Annotated]) -> None:
    text = "Ines Marlow at the quay. “My bridge,” she said.\n“The bridge will open in spring,” said Theo Brandt."
    end = text.index("\n")
    done = annotated(text, parts=(Part(kind="caption", span=(0, end)),), furniture=((0, end),))
    assert [text[slice(*q.spans[0])] for q in done.quotations] == ["The bridge will open in spring,"]


def test_the_title_is_read_and_the_dateline_is_not(annotated: Callable[..., Annotated]) -> None:
    title = "“We will not pay,” says mayor"
    text = "OSTERBY (Tarnby News) — “We will not pay for a rotten bridge,” Ines Marlow said."
    at = len(title) + 2
    done = annotated(text, title=title, parts=(Part(kind="dateline", span=(at, at + text.index("“"))),))
    assert [(q.spans[0][0] < at, q.speaker and q.speaker.canonical) for q in done.quotations] == [
        (True, "Ines Marlow"),
        (False, "Ines Marlow"),
    ]
    assert {n.text for n in done.names} == {"Ines Marlow"}


@pytest.mark.parametrize("language", ["es", "de", "fr", "ko"])
def test_another_language_comes_back_unanalysed(language: str, annotated: Callable[..., Annotated]) -> None:
    done = annotated("“El puente abrirá en primavera”, dijo Ines Marlow.", language=language)
    assert not done.analysed
    assert spans_of(done) == []
    assert done.article.language == language


def test_a_text_too_short_to_tell_its_language_is_analysed(annotated: Callable[..., Annotated]) -> None:
    assert annotated("“No,” said Ines Marlow.", language=None).analysed


def test_articles_come_back_in_the_order_given(pipeline: Any, report: Callable[..., Article]) -> None:
    english, spanish = "“No,” said Ines Marlow.", "“No”, dijo Ines Marlow."
    articles = [report(english, id="c"), report(spanish, id="a", language="es"), report(english, id="b"), report("", id="d")]
    done = annotate(articles, pipeline=pipeline)
    assert [d.article for d in done] == articles
    assert [d.analysed for d in done] == [True, False, True, True]
    assert [q.id for d in done for q in d.quotations] == ["c/q1", "b/q1"]


def test_an_article_is_annotated_alike_alone_and_among_others(pipeline: Any, report: Callable[..., Article]) -> None:
    first = report("“The bridge will open,” Ines Marlow said on Monday. “It is safe.”", id="x")
    second = report("Theo Brandt met Paul Keller. “It is not safe,” he said.\n“We wait.”", id="y")
    assert annotate([first, second], pipeline=pipeline) == [*annotate([first], pipeline=pipeline), *annotate([second], pipeline=pipeline)]


def test_nothing_given_nothing_loaded() -> None:
    assert annotate([], settings=Settings(annotate=AnnotateSettings(tagger="rules", pipeline="no_such_model"))) == []


def test_a_missing_language_model_is_told_in_a_sentence(report: Callable[..., Article]) -> None:
    with pytest.raises(ModelMissing, match="no_such_model is not installed"):
        annotate([report("Hello.")], settings=Settings(annotate=AnnotateSettings(tagger="rules", pipeline="no_such_model")))
    with pytest.raises(ModelMissing):
        load_pipeline("no_such_model")


def test_sentences_are_in_order_and_trimmed(annotated: Callable[..., Annotated]) -> None:
    text = "  The bridge opened.  Nobody came. \n\n It closed again. "
    assert [text[slice(*s)] for s in annotated(text).sentences] == ["The bridge opened.", "Nobody came.", "It closed again."]


def test_line_ends_of_windows_and_odd_spaces_shift_nothing(annotated: Callable[..., Annotated]) -> None:
    text = "The\xa0quay was wet.\r\n“The bridge\xad will open,” Ines Marlow said.\r\n"
    [q] = annotated(text).quotations
    assert text[slice(*q.spans[0])] == "The bridge\xad will open,"
    assert q.cue is not None
    assert text[slice(*q.cue)] == "said"
