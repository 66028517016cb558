"""The whole brief: every sentence borne by its evidence, on invented dossiers of all kinds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from retold import annotate, compare, read_text
from retold.compare.brief import LENGTHS, brief
from retold.compare.brief.drafts import Draft
from retold.compare.brief.evidence import Witness
from retold.data import story_files
from retold.errors import UsageError
from retold.records import (
    Brief,
    BriefSentence,
    Derivation,
    Dossier,
    Edge,
    Evidence,
    Fact,
    IndependentSources,
    OnlyHere,
    Position,
    Root,
    Statement,
    StorySpeaker,
)
from tests.compare.brief.telling import article, dossier, dossiers, span

OWN = "Sources"


def sentences(told: Brief, title: str | None = None) -> list[BriefSentence]:
    return [s for section in told.sections for s in section.sentences if title is None or section.title == title]


def texts(told: Brief, title: str) -> list[str]:
    return [sentence.text for sentence in sentences(told, title)]


@pytest.fixture(scope="module")
def harbour() -> Dossier:
    """The dossier of the invented story that ships."""
    articles = [read_text(file.read_text("utf-8"), id=name.removesuffix(".txt")) for name, file in story_files()]
    return compare(annotate(articles))


@given(dossiers())
@settings(max_examples=100)
def test_no_sentence_without_evidence(told: Dossier) -> None:
    sizes = {one.id: len(one.text) for one in told.articles}
    for length in LENGTHS:
        for sentence in sentences(brief(told, length=length)):  # type: ignore[arg-type]
            assert sentence.evidence
            assert all(0 <= one.start < one.end <= sizes[one.article] for one in sentence.evidence)


@given(dossiers())
@settings(max_examples=60)
def test_every_sentence_reads_as_one(told: Dossier) -> None:
    for section in brief(told, length="full").sections:
        assert section.sentences
        for sentence in section.sentences:
            plain = re.sub("“[^”]*”", "", sentence.text)
            assert re.search(r"[.!?]”?$", sentence.text)
            assert not sentence.text[0].islower() or any(sentence.text.startswith(one.outlet or one.id) for one in told.articles)
            assert not re.match(r"(?:But|And|Meanwhile|However|He|She|They|It)\b", plain)
            assert sentence.text.count("“") == sentence.text.count("”")
            assert "  " not in sentence.text


@given(dossiers())
@settings(max_examples=30)
def test_what_is_told_of_the_story_is_borne_word_for_word(told: Dossier) -> None:
    witness = Witness(told)
    outlets = tuple(one.outlet or one.id for one in told.articles)
    own = (*outlets, "Only reports reported that on differ The numbers dates places", "14 March 2031", "16 March 2031")
    own = (*own, "What does open to refuse want deny is Has agreed talks do are", "on whose word it is how far has gone")
    for section in brief(told, length="full").sections:
        for sentence in section.sentences if section.title != OWN else ():
            assert not witness.problems(Draft(text=sentence.text, evidence=sentence.evidence, own=own))


@given(dossiers())
@settings(max_examples=20)
def test_the_same_dossier_gives_the_same_brief(told: Dossier) -> None:
    assert brief(told) == brief(told)


@pytest.mark.parametrize("length", LENGTHS)
def test_a_dossier_without_articles_has_an_empty_brief(length: Any) -> None:
    assert brief(dossier(), length=length) == Brief(sections=())


def test_another_length_is_refused() -> None:
    with pytest.raises(UsageError, match="no brief of length 'endless'; choose one of short, normal, full"):
        brief(dossier(), length="endless")  # type: ignore[arg-type]


def test_the_shipped_story(harbour: Dossier) -> None:
    told = brief(harbour)
    titles = [section.title for section in told.sections]
    assert titles[0] == "Summary"
    assert titles[-1] == OWN
    assert 3 <= len(texts(told, "Summary")) <= 6
    assert any("might have held" in t and "would have held" in t for t in texts(told, "Where the reports differ"))
    assert "At least two of the six reports show reporting of their own or name the source drawn on." in texts(told, OWN)
    assert "Coastline Today rewrites a report by The Vessen Lantern." in texts(told, OWN)
    assert any(t.startswith("What is ") for t in texts(told, "Questions and answers"))


def test_longer_briefs_tell_more(harbour: Dossier) -> None:
    short, normal, full = (len(sentences(brief(harbour, length=length))) for length in ("short", "normal", "full"))  # type: ignore[arg-type]
    assert short < normal < full


def test_the_story_apart_is_not_told(harbour: Dossier) -> None:
    from retold.records import Apart

    everything = tuple(Apart(article=a.id, because="so") for a in harbour.articles)
    told = brief(replace(harbour, apart=everything))
    assert {section.title for section in told.sections} <= {OWN, "Where the reports differ", "Key points"}


VILLAGE = "The village of Sundmar has 90 fishers and one old church."
WEIR = f"Police Commissioner Ola Strand said 14 seals were found dead at the weir on Tuesday.\n\n{VILLAGE}"
ECHO = "Some 20 seals were found dead at the weir in Sundmar, Ola Strand said in a statement."


def told_of_seals(**fields: Any) -> Dossier:
    return dossier(article("weir post", WEIR), article("eel echo", ECHO, published=None), **fields)


def test_a_dispute_has_both_sides_in_their_own_words() -> None:
    statements = (
        Statement(article="weir post", spans=(span(WEIR, "14 seals were found dead at the weir"),), says="14 seals"),
        Statement(article="eel echo", spans=(span(ECHO, "Some 20 seals were found dead at the weir"),), says="Some 20 seals"),
    )
    fact = Fact(
        id="f1", agreement="disputed", kind="number", topic="dead seals", explanation="", independent_sources=2, statements=statements
    )
    assert texts(brief(told_of_seals(facts=(fact,))), "Where the reports differ") == [
        "The numbers differ: Weir Post reports “14 seals were found dead at the weir” and Eel Echo has “Some 20 seals were found dead "
        "at the weir”."
    ]


def test_what_one_article_alone_tells_is_said_to_be_so() -> None:
    told = told_of_seals(only_here=(OnlyHere(article="weir post", spans=(span(WEIR, VILLAGE),)),))
    found = texts(brief(told), "On one source only") + texts(brief(told), "Summary")
    assert any(VILLAGE.removeprefix("The ") in text for text in found)


@pytest.mark.parametrize(
    ("line", "told"), [("Watch the film (Tidewire)", False), ("Photos of the quay (Tidewire)", False), ("SUNDMAR (Tidewire)", True)]
)
def test_a_source_is_taken_from_only_where_more_than_a_picture_is_credited(line: str, told: bool) -> None:
    text = f"{line}\n\n{VILLAGE}"
    evidence = Evidence(what="credit", text="names Tidewire", to_spans=(span(text, "(Tidewire)"),))
    edge = Edge(from_="unseen:Tidewire", to="a", directed=True, kind="copy", share=1.0, confidence=0.95, evidence=(evidence,))
    root = Root(name="unseen:Tidewire", standing="confirmed", because="named")
    counts = IndependentSources(confirmed=1, possible=0, roots=(root,))
    found = texts(brief(dossier(article("a", text), derivation=Derivation(edges=(edge,), independent_sources=counts))), OWN)
    assert ("A carries a report by Tidewire." in found) is told
    assert ("The report shows reporting of its own or names the source drawn on." in found) is told


def test_nothing_is_counted_where_no_source_is_sure() -> None:
    counts = IndependentSources(confirmed=0, possible=1, roots=(Root(name="a", standing="possible", because="nothing shows"),))
    found = texts(brief(dossier(article("a", VILLAGE), derivation=Derivation(independent_sources=counts))), OWN)
    assert found == ["This brief rests on one report, by A.", "The report was published on 14 March 2031."]


@pytest.mark.parametrize(
    ("answer", "stance", "asked"),
    [
        ("Torvald Enger has refused to open the weir before the autumn.", "refuses", True),
        ("Hanna Brovik kept the weir shut, even as Torvald Enger refused to fish.", "refuses", False),
        ("Torvald Enger has always supported the eel fishers of Sundmar.", "supports", True),
        ("Torvald Enger has always supported Hanna Brovik of Sundmar.", "supports", False),
    ],
)
def test_a_question_is_asked_only_where_the_sentence_answers_it(answer: str, stance: str, asked: bool) -> None:
    text = f"{answer}\n\nIt rained."
    stand = Position(actor="Torvald Enger", stance=stance, toward=None, about="it", occasion=None, article="a", spans=(span(text, answer),))
    names = (StorySpeaker(name="Torvald Enger", aliases=("Enger",)), StorySpeaker(name="Hanna Brovik", aliases=("Brovik",)))
    told = brief(dossier(article("a", text), positions=(stand,), speakers=names))
    assert bool(texts(told, "Questions and answers")) is asked


def test_whom_one_report_alone_names_no_question_is_about() -> None:
    text = "Torvald Enger has refused to open the weir before the autumn."
    stand = Position(actor="Torvald Enger", stance="refuses", toward=None, about="it", occasion=None, article="a", spans=((0, len(text)),))
    names = (StorySpeaker(name="Torvald Enger", aliases=("Enger",)),)
    found = [
        brief(dossier(article("a", text), article("b", other), positions=(stand,), speakers=names))
        for other in ("Nobody fishes.", "Enger fishes.")
    ]
    assert [bool(texts(told, "Questions and answers")) for told in found] == [False, True]


def test_a_question_is_answered_by_a_position() -> None:
    text = "Sundmar has refused to open the weir before the autumn.\n\nIn Sundmar, nobody fishes.\n\nPeople left Sundmar in 2030."
    stand = Position(
        actor="Sundmar",
        stance="refuses",
        toward=None,
        about="to open the weir",
        occasion=None,
        article="a",
        spans=(span(text, "Sundmar has refused"),),
    )
    found: Sequence[str] = texts(brief(dossier(article("a", text), positions=(stand,))), "Questions and answers")
    assert found == ["What does Sundmar refuse? Sundmar has refused to open the weir before the autumn."]
