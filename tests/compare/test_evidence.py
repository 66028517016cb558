"""The evidence that two remarks are one, on invented remarks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.compare.evidence import Said, find_said, reasons, reasons_of, weigh
from retold.compare.pieces import find_pieces
from retold.compare.speakers import Voices, find_voices
from retold.records import Alias, Annotated, Article, Part, Quotation, Record, Span, Speaker
from retold.settings import UtteranceSettings

USE = UtteranceSettings()
DESTROYED = "The board lied to the fishermen many times, and they ruined his harbour for good."
RUINED = "The board lied to the fishermen and it is as if they destroyed the harbour he had built."
TOLLS = "Nobody who fishes here will pay a toll before the eels come back to the lagoon."


class Line(Record, frozen=True):
    """What an article quotes."""

    words: str
    by: str | None = "Ottoline Brandvik"
    title: bool = False


def report(article: str, *lines: Line) -> Annotated:
    text, quotations, parts, sentences = "", list[Quotation](), list[Part](), list[Span]()
    for number, line in enumerate(lines):
        start = len(text) + 1
        text += f"“{line.words}”" + ("\n\n" if line.title else " said somebody.\n\n")
        span = (start, start + len(line.words))
        parts += [Part(kind="title", span=(start - 1, span[1] + 1))] if line.title else []
        sentences.append((start - 1, len(text) - 2))
        speaker = Speaker(name=line.by, canonical=line.by, span=None) if line.by else None
        quotations.append(
            Quotation(
                id=f"{article}/q{number}", kind="direct", type="speech", spans=(span,), marked=(span,), speaker=speaker, confidence=1.0
            )
        )
    people = sorted({line.by for line in lines if line.by})
    aliases = tuple(Alias(canonical=name, kind="person", forms=(name,)) for name in people)
    record = Article(id=article, outlet=None, url=None, title=None, text=text, parts=tuple(parts), digest=article)
    return Annotated(article=record, analysed=True, quotations=tuple(quotations), sentences=tuple(sentences), aliases=aliases)


def said(*articles: Annotated) -> tuple[list[Said], Voices]:
    voices = find_voices(articles)
    return find_said(find_pieces(articles, voices), articles, voices), voices


def test_an_article_that_quotes_two_like_remarks_heard_two() -> None:
    (one, other), voices = said(report("herald", Line(DESTROYED), Line(RUINED)))
    assert weigh(one, other, voices, USE).apart
    (one, other), voices = said(report("herald", Line(DESTROYED)), report("courier", Line(RUINED)))
    assert not weigh(one, other, voices, USE).apart


@pytest.mark.parametrize(
    "again", [Line("they ruined his harbour for good"), Line("Board lied to fishermen, ruined harbour he had built", title=True)]
)
def test_a_remark_taken_up_again_or_in_the_title_is_the_same(again: Line) -> None:
    (one, other), voices = said(report("herald", Line(DESTROYED), again))
    assert not weigh(one, other, voices, USE).apart


def test_words_printed_in_the_articles_own_quotation_are_taken_from_it() -> None:
    (long, short), voices = said(report("herald", Line(DESTROYED), Line("ruined his harbour")))
    (apart, elsewhere), others = said(report("herald", Line(DESTROYED)), report("courier", Line("ruined his harbour")))
    assert weigh(long, short, voices, USE).article > 0 == weigh(apart, elsewhere, others, USE).article


def test_the_reasons_name_the_common_words_and_the_speaker() -> None:
    (one, other), voices = said(report("herald", Line(DESTROYED)), report("courier", Line(RUINED)))
    told = {r.what: r.text for r in reasons(one, other, voices, USE)}
    assert "fishermen" in told["words"]
    assert "courier" in told["words"]
    assert "Ottoline Brandvik" in told["speaker"]


@pytest.mark.parametrize(
    ("there", "why"),
    [
        ("They took all the measures today.", "in one run"),
        ("They took a ferry, then a cart, then a bus to see which measures the council had meant.", "far apart"),
        ("It was they who took the eels out of the lagoon.", "too few"),
    ],
)
def test_a_doubt_says_what_is_doubted(there: str, why: str) -> None:
    (one, other), voices = said(report("herald", Line("took measures")), report("courier", Line(there)))
    assert [why in r.text for r in reasons(one, other, voices, USE) if r.what == "words" and r.weight < 0] == [True]


def test_what_only_an_editor_joins_is_not_said_to_have_the_same_words() -> None:
    (one, other), voices = said(report("herald", Line(DESTROYED)), report("courier", Line(TOLLS, by="Magnus Saltveit")))
    assert weigh(one, other, voices, USE).apart
    assert "the articles name two speakers" in {r.text for r in reasons(one, other, voices, USE)}


def test_a_remark_that_stands_alone_has_no_reasons() -> None:
    every, voices = said(report("herald", Line(DESTROYED)), report("courier", Line(TOLLS)))
    assert reasons_of([(one.piece,) for one in every], every, voices, USE) == {}


LINES = st.builds(
    Line,
    st.sampled_from([DESTROYED, RUINED, TOLLS, "ruined his harbour", "a toll", "They", "Pay a toll for the eels, the harbour said."]),
    st.sampled_from(["Ottoline Brandvik", "Magnus Saltveit", None]),
    st.booleans(),
)


@given(st.lists(LINES, min_size=1, max_size=3), st.lists(LINES, min_size=1, max_size=3))
def test_the_score_is_the_sum_of_its_reasons_and_symmetric(here: list[Line], there: list[Line]) -> None:
    pieces, voices = said(report("herald", *here), report("courier", *there))
    for one in pieces:
        for other in pieces:
            terms = weigh(one, other, voices, USE)
            assert terms == weigh(other, one, voices, USE)
            if not terms.apart:
                assert sum(r.weight for r in reasons(one, other, voices, USE)) == pytest.approx(terms.score, abs=0.01)
