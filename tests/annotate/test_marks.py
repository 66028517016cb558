"""Quotation marks: which open, which close, and which are none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.annotate.marks import Passage, find_passages
from retold.records import Span

MARKS = ['"', "“", "”", "„", "‟", "«", "»", "‹", "›", "‘", "’", "‚", "'", "`", "``", "''", "〝", "〞", "＂", "â€œ", "â€\x9d", "&quot;"]


def lines(text: str) -> list[Span]:
    """Spans of the lines that hold anything, trimmed, as the parser gives them."""
    return [m.span() for m in re.finditer(r"\S(?:[^\n]*\S)?", text)]


def found(text: str) -> list[list[str]]:
    return [[text[slice(*p.inner)] for p in own] for own in find_passages(text, lines(text))]


def one_line(text: str) -> list[str]:
    [own] = found(text)
    return own


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"The bridge will open," Marlow said.', ["The bridge will open,"]),
        ("“The bridge will open,” Marlow said.", ["The bridge will open,"]),
        ("«The bridge will open», said Marlow.", ["The bridge will open"]),
        ("« The bridge will open », said Marlow.", ["The bridge will open"]),
        ("„The bridge will open“, said Marlow.", ["The bridge will open"]),
        ("„The bridge will open”, said Marlow.", ["The bridge will open"]),
        ("”The bridge will open,” said Marlow.", ["The bridge will open,"]),
        ("``The bridge will open,'' said Marlow.", ["The bridge will open,"]),
        ("‘‘The bridge will open,’’ said Marlow.", ["The bridge will open,"]),
        ("‹The bridge will open›, said Marlow.", ["The bridge will open"]),
        ("&quot;The bridge will open,&quot; said Marlow.", ["The bridge will open,"]),
        ("â€œThe bridge will open,â€\x9d said Marlow.", ["The bridge will open,"]),
        ("â\x80\x9cThe bridge will open,â\x80\x9d said Marlow.", ["The bridge will open,"]),
        ('("The bridge" is what they call it.)', ["The bridge"]),
        ('They wanted it—"now or never"—and got it.', ["now or never"]),
    ],
)
def test_every_style_of_double_marks(text: str, inner: list[str]) -> None:
    assert one_line(text) == inner


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("‘The bridge will open,’ said Marlow.", ["The bridge will open,"]),
        ("'The bridge will open,' said Marlow.", ["The bridge will open,"]),
        ("‘It isn’t ours,’ she said. ‘It’s theirs.’", ["It isn’t ours,", "It’s theirs."]),
        ("'It isn't ours,' she said. 'It's theirs.'", ["It isn't ours,", "It's theirs."]),
        ("‘The workers’ hut is the builders’ own,’ she said.", ["The workers’ hut is the builders’ own,"]),
        ("'The workers' pay is late,' she said.", ["The workers' pay is late,"]),
        ("‘’Tis late,’ said Brandt.", ["’Tis late,"]),
        ("‘Rock ’n’ roll is dead,’ said Brandt.", ["Rock ’n’ roll is dead,"]),
        ("The ‘free’ bus costs ‘more than a boat’, he said.", ["free", "more than a boat"]),
    ],
)
def test_single_marks_beside_apostrophes(text: str, inner: list[str]) -> None:
    assert one_line(text) == inner


@pytest.mark.parametrize(
    "text",
    [
        "The builders' yard and the bakers' hall are safe, said Brandt.",
        "The builders’ yard and the bakers’ hall are safe, said Brandt.",
        "She grew up in the '90s and in the ’80s, by her mother's stall.",
        "Get 'em while they're hot, the bakers' boy cried.",
        'The plank was 6" wide and 12" long.',
        "Brandt, 5'11\", stooped.",
        "Nobody spoke a word, and nobody's dog barked.",
        "O'Hara and D'Souza met at Nia’s house.",
    ],
)
def test_apostrophes_and_inches_are_no_quotation_marks(text: str) -> None:
    assert one_line(text) == []


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“He told me, ‘You will never build it,’ and left,” she said.", ["He told me, ‘You will never build it,’ and left,"]),
        ("\"He told me 'you will never build it' and left,\" she said.", ["He told me 'you will never build it' and left,"]),
        ("‘He told me, “Never,” and left,’ she said.", ["He told me, “Never,” and left,"]),
        ("“She called it “a trap” and left,” he said.", ["She called it “a trap” and left,"]),
        ('"She is "very" angry," he said.', ['She is "very" angry,']),
        ("“‘Enough,’ my mother said, ‘is a feast,’” she recalled.", ["‘Enough,’ my mother said, ‘is a feast,’"]),
    ],
)
def test_nested_marks_belong_to_the_passage_around_them(text: str, inner: list[str]) -> None:
    assert one_line(text) == inner


def test_two_passages_in_one_line() -> None:
    assert one_line('"We won," she said. "We did," he said.') == ["We won,", "We did,"]
    assert one_line("‘We won,’ she said. ‘We did,’ he said.") == ["We won,", "We did,"]


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "Marlow said: “The bridge will open.\nThe trams run again on Friday.\nBrandt called it “late”."
    [first, second, third] = find_passages(text, lines(text))
    assert [text[slice(*p.inner)] for p in first] == ["The bridge will open."]
    assert not first[0].closed
    assert second == []
    assert [text[slice(*p.inner)] for p in third] == ["late"]


def test_an_unclosed_mark_stops_before_the_next_opening_one() -> None:
    assert one_line("“The bridge will open. “It will not close,” she said.") == ["The bridge will open.", "It will not close,"]


def test_a_quotation_runs_over_paragraphs_that_each_open_again() -> None:
    text = "“The bridge will open.\n“It will not close.\n“That is all,” Marlow said."
    first, second, third = (own[0] for own in find_passages(text, lines(text)))
    assert [first.closed, second.closed, third.closed] == [False, False, True]
    assert found(text) == [["The bridge will open."], ["It will not close."], ["That is all,"]]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"')])
def test_a_quotation_runs_over_paragraphs_without_marks_between(opening: str, closing: str) -> None:
    text = f"{opening}The bridge will open.\nIt will not close.\nThat is all,{closing} Marlow said."
    passages = find_passages(text, lines(text))
    assert found(text) == [["The bridge will open."], ["It will not close."], ["That is all,"]]
    assert [own[0].continues for own in passages] == [False, True, True]


# -- for any text ------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [*MARKS, " ", "\n", ",", ".", "?", "—", "s", "n", "6", "90s", "The bridge", "said Marlow", "it", "é", "\xa0", "\u2028"]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)


def passages_of(text: str) -> list[tuple[Span, list[Passage]]]:
    spans = lines(text)
    return list(zip(spans, find_passages(text, spans), strict=True))


@given(TEXTS)
def test_passages_lie_in_their_paragraph_in_order_without_overlap(text: str) -> None:
    for (start, end), own in passages_of(text):
        at = start
        for p in own:
            assert at <= p.outer[0] < p.outer[1] <= end
            at = p.outer[1]


@given(TEXTS)
def test_the_inner_span_lies_in_the_outer_and_is_trimmed(text: str) -> None:
    for _, own in passages_of(text):
        for p in own:
            assert p.outer[0] <= p.inner[0] < p.inner[1] <= p.outer[1]
            words = text[slice(*p.inner)]
            assert words == words.strip()
            assert p.continues or p.inner[0] > p.outer[0]


@given(TEXTS.filter(lambda t: not any(m in t for m in MARKS)))
def test_a_text_without_marks_has_no_passage(text: str) -> None:
    assert all(own == [] for _, own in passages_of(text))


@given(TEXTS)
def test_passages_of_one_paragraph_do_not_depend_on_the_text_around(text: str) -> None:
    for (start, end), own in passages_of(text):
        alone = find_passages(text[start:end], [(0, end - start)])[0]
        if not any(p.continues for p in own):
            assert [(p.outer[0] - start, p.outer[1] - start) for p in own] == [p.outer for p in alone]


WORDS = st.lists(st.sampled_from("the bridge will open soon and nobody knows why".split()), min_size=1, max_size=8).map(" ".join)


@given(WORDS, st.sampled_from([("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("``", "''"), ("‘", "’"), ("'", "'")]), WORDS)
def test_words_between_marks_are_found_whatever_the_marks(words: str, marks: tuple[str, str], around: str) -> None:
    assert one_line(f"{around} {marks[0]}{words},{marks[1]} {around}.") == [f"{words},"]
