"""What a speaker quotes of others. The sentences are invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retold.annotate.drafts import Draft
from retold.annotate.marks import find_passages
from retold.annotate.names import find_names
from retold.annotate.nested import nest
from retold.annotate.parse import parse
from retold.annotate.speakers import Resolver
from retold.records import Nested, Speaker


class Quoted(NamedTuple):
    """A nested quotation as an editor would note it down."""

    words: str
    speaker: str | None
    cue: str | None


Nest = Callable[..., list[Quoted]]


def draft_of(text: str, paragraphs: list[Any], words: str | None, speaker: str | None) -> Draft:
    """What stands in the first marks of a text as a direct draft; with ``words`` these, in reported speech."""
    passages = [p for own in find_passages(text, [p.span for p in paragraphs]) for p in own]
    start = text.index(words) if words is not None else 0
    span = (start, start + len(words)) if words is not None else passages[0].inner
    inside = [p.inner for p in passages if span[0] <= p.inner[0] and p.inner[1] <= span[1]]
    return Draft(
        paragraph=paragraphs[0],
        kind="indirect" if words is not None else "direct",
        type="speech",
        spans=[span],
        marked=inside,
        speaker=Speaker(name=speaker, canonical=speaker, span=None) if speaker else None,
    )


@pytest.fixture(scope="module")
def nested(pipeline: Any, report: Callable[..., Any]) -> Nest:
    def find(text: str, words: str | None = None, speaker: str | None = "Jonas Keel") -> list[Quoted]:
        [paragraphs] = parse([report(text)], pipeline)
        resolver = Resolver(names=find_names(paragraphs, text), paragraphs=paragraphs, text=text)
        found = nest(draft_of(text, paragraphs, words, speaker), resolver)
        return [
            Quoted(
                " | ".join(text[a:b] for a, b in n.spans),
                n.speaker.canonical if n.speaker else None,
                text[slice(*n.cue)] if n.cue else None,
            )
            for n in found
        ]

    return find


@pytest.mark.parametrize(
    "text",
    [
        "“Marlow told me ‘never again’,” Jonas Keel said.",
        "\"Marlow told me 'never again',\" Jonas Keel said.",
        '"Marlow told me “never again”," Jonas Keel said.',
        "‘Marlow told me “never again”,’ Jonas Keel said.",
    ],
)
def test_marks_inside_marks(nested: Nest, text: str) -> None:
    assert nested(text) == [Quoted("never again", "Marlow", "told")]


@pytest.mark.parametrize(
    ("said", "words", "speaker", "cue"),
    [
        ("The harbour board has told us that the fees will double", "the fees will double", "harbour board", "told"),
        ("The fees will double, the harbour board told us", "The fees will double", "harbour board", "told"),
        ("According to the harbour board, the fees will double in May", "the fees will double in May", "harbour board", "According"),
        ("The fees will double in May, according to the harbour board", "The fees will double in May", "harbour board", "according"),
        ("We were told by the harbour board that the fees would double", "the fees would double", "harbour board", "told"),
        ("We were told that the fees would double", "the fees would double", None, "told"),
        ("They told us that the fees would double", "the fees would double", None, "told"),
        ("I said then that the fees would double", "the fees would double", "Jonas Keel", "said"),
        ("We have said that the fees will double", "the fees will double", "Jonas Keel", "said"),
        ("Theo Brandt came to us and he promised that nobody would pay", "nobody would pay", "Theo Brandt", "promised"),
        ("‘You must leave tonight,’ the officer told us. So we left", "You must leave tonight,", "officer", "told"),
        ("The minister called our plan ‘a gift to the rich’", "a gift to the rich", "minister", "called"),
        ("The mayor asked us whether we would go", "whether we would go", "mayor", "asked"),
    ],
)
def test_what_a_speaker_quotes(nested: Nest, said: str, words: str, speaker: str | None, cue: str) -> None:
    assert nested(f"“{said},” said Jonas Keel.") == [Quoted(words, speaker, cue)]


@pytest.mark.parametrize(
    "said",
    [
        "It is this ‘never again’ talk that I dislike",
        "The song ‘Harbour of Gold’ is about my mother",
        "The board reports all ‘significant’ repairs",
        "They will say that the fees are too high",
        "If the board says that the fees are too high, we will go",
        "Did the board say that the fees would double?",
        "We never said that the fees would double",
        "Nobody told us that the fees would double",
        "I say that the fees are too high",
        "I would say that the fees are fair",
        "I hope that the board says that the fees are too high",
        "The results suggest that the fees are too high",
        "The minister explained what he had planned for the harbour",
        "It says that everybody shall be free",
    ],
)
def test_what_nobody_is_quoted_with(nested: Nest, said: str) -> None:
    assert nested(f"“{said},” said Jonas Keel.") == []


def test_nothing_is_nested_in_marks_that_set_off_a_term(pipeline: Any, report: Callable[..., Any]) -> None:
    text = "The “board told us that fees will double” song was played."
    [paragraphs] = parse([report(text)], pipeline)
    draft = draft_of(text, paragraphs, None, None)
    draft.type = "other"
    assert nest(draft, Resolver(names=find_names(paragraphs, text), paragraphs=paragraphs, text=text)) == ()


def test_a_report_in_a_report_in_a_report(nested: Nest) -> None:
    text = "Ines Marlow said Jonas Keel claimed the mayor had told him the bridge was closed."
    assert nested(text, "Jonas Keel claimed the mayor had told him the bridge was closed", "Ines Marlow") == [
        Quoted("the mayor had told him the bridge was closed", "Jonas Keel", "claimed"),
        Quoted("the bridge was closed", "mayor", "told"),
    ]


def test_somebody_quoted_as_saying(nested: Nest) -> None:
    text = "Ines Marlow said that the Gazette had quoted Jonas Keel as saying that the bridge was closed."
    inner = "the Gazette had quoted Jonas Keel as saying that the bridge was closed"
    assert nested(text, inner, "Ines Marlow") == [Quoted("the bridge was closed", "Jonas Keel", "saying")]


def test_she_in_reported_speech_is_its_speaker_unless_it_could_be_another(nested: Nest) -> None:
    alone = "Ines Marlow said that she had told the board the bridge was closed."
    two = "Ines Marlow said that Lena Orr was there and that she had told the board the bridge was closed."
    inner = "she had told the board the bridge was closed"
    assert nested(alone, inner, "Ines Marlow") == [Quoted("the bridge was closed", "Ines Marlow", "told")]
    assert nested(two, f"Lena Orr was there and that {inner}", "Ines Marlow") == [Quoted("the bridge was closed", None, "told")]


def test_she_in_marks_is_never_who_speaks(nested: Nest) -> None:
    text = "“She wrote to me that the boat had sunk,” Ines Marlow said."
    assert nested(text, speaker="Ines Marlow") == [Quoted("the boat had sunk", None, "wrote")]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            "The bridge was closed, Ines Marlow said, according to Lena Orr.",
            "The bridge was closed, Ines Marlow said, according to Lena Orr",
        ),
        (
            "The gate was shut, while Lena Orr said that the bridge was closed, Ines Marlow said.",
            "The gate was shut, while Lena Orr said that the bridge was closed",
        ),
    ],
)
def test_what_may_be_the_writers_own_attribution_is_left_alone(nested: Nest, text: str, inner: str) -> None:
    assert nested(text, inner, "Ines Marlow") == []


def test_a_clause_keeps_both_marks_of_the_words_set_off_in_it(nested: Nest) -> None:
    text = "Ines Marlow said that Lena Orr had told her the bridge was “a ruin.”"
    inner = text[text.index("Lena Orr") :]
    assert nested(text, inner, "Ines Marlow") == [Quoted("the bridge was “a ruin.”", "Lena Orr", "told")]


def test_an_office_that_two_hold_stays_an_office(nested: Nest) -> None:
    holders = "President Ines Marlow met President Theo Brandt in Osterby."
    assert nested(f"“The president told us that the bridge was closed,” said Jonas Keel. {holders}") == [
        Quoted("the bridge was closed", "president", "told")
    ]


WORDS = st.sampled_from(
    "the board told us that said Keel he I we “ ” ‘ ’ \" ' fees will double , . : — according to Lena Orr 😀 had called it never".split()
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(words=st.lists(WORDS, min_size=3, max_size=40), cut=st.tuples(st.integers(0, 12), st.integers(0, 12)), marked=st.booleans())
def test_all_that_is_nested_stands_in_its_quotation(
    pipeline: Any, report: Callable[..., Any], words: list[str], cut: tuple[int, int], marked: bool
) -> None:
    text = " ".join(words)
    start, end = min(cut[0], len(text) - 1), max(min(cut[0], len(text) - 1) + 1, len(text) - cut[1])
    [paragraphs] = parse([report(text)], pipeline)
    resolver = Resolver(names=find_names(paragraphs, text), paragraphs=paragraphs, text=text, heard=[(0, "Lena Orr")])
    draft = Draft(paragraph=paragraphs[0], kind="direct", type="speech", spans=[(start, end)], marked=[(start, end)] if marked else [])
    draft.speaker = Speaker(name="Keel", canonical="Keel", span=None)
    found: tuple[Nested, ...] = nest(draft, resolver)
    assert resolver.heard == [(0, "Lena Orr")]
    for n in found:
        for a, b in (*n.spans, n.cue or (start, end)):
            assert start <= a < b <= end
        assert any(c.isalnum() for c in text[n.spans[0][0] : n.spans[0][1]])
    assert [n.spans[0][0] for n in found] == sorted(n.spans[0][0] for n in found)
