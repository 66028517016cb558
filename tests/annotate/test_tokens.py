"""Lines cut into tokens, and what hangs on what."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.annotate.tokens import Line, Token, cut


@pytest.mark.parametrize(
    ("line", "tokens"),
    [
        ("Marlow didn’t say.", "Marlow|did|n’t|say|."),
        ("It can't, he's sure; they've gone.", "It|ca|n't|,|he|'s|sure|;|they|'ve|gone|."),
        ("the ferry line’s U.S. office", "the|ferry|line|’s|U.S.|office"),
        ("Gov. Ines O’Dell paid $3.5 million at 6:30 a.m.", "Gov.|Ines|O’Dell|paid|$|3.5|million|at|6:30|a.m."),
        ("a 10-year-old, 1,250 boats", "a|10|-|year|-|old|,|1,250|boats"),
        ("see www.tarnby-courier.com/news and @tarnby", "see|www.tarnby-courier.com/news|and|@tarnby"),
        ("“We’re … done” -- no.", "“|We|’re|…|done|”|--|no|."),
        ("J. Keel and J.R. Orr", "J.|Keel|and|J.R.|Orr"),
    ],
)
def test_a_line_is_cut_as_grammar_wants_it(line: str, tokens: str) -> None:
    assert "|".join(line[a:b] for a, b in cut(line)) == tokens


@given(st.text(max_size=200))
def test_tokens_cover_all_but_white_space_in_order(line: str) -> None:
    spans = cut(line)
    covered = {i for a, b in spans for i in range(a, b)}
    assert all(a < b for a, b in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    assert {i for i, c in enumerate(line) if not c.isspace()} <= covered


def line_of(words: str, heads: list[int], begins: list[bool] | None = None) -> Line:
    tokens, at = [], 0
    for i, word in enumerate(words.split()):
        tokens.append(Token(i, at, word))
        at += len(word) + 1
    for token, head, begin in zip(tokens, heads, begins or [False] * len(heads), strict=True):
        token.head, token.is_sent_start = tokens[head], begin
    return Line(words, tokens)


def test_what_hangs_on_a_token() -> None:
    line = line_of("the old mayor said so", [2, 2, 3, 3, 3])
    said = line[3]
    assert [t.text for t in said.children] == ["mayor", "so"]
    assert [t.text for t in said.lefts] == ["mayor"]
    assert said.left_edge.text == "the"
    assert [t.text for t in line[2].subtree] == ["the", "old", "mayor"]
    assert line[4].nbor(-1) is said
    assert line[2].whitespace_
    assert not line[4].whitespace_


def test_there_is_no_token_beyond_a_line() -> None:
    line = line_of("so it is", [2, 2, 2])
    with pytest.raises(IndexError):
        line[0].nbor(-1)
    with pytest.raises(IndexError):
        line[2].nbor()


@given(st.lists(st.booleans(), min_size=1, max_size=30))
def test_every_token_stands_in_the_one_sentence_that_holds_it(begins: list[bool]) -> None:
    line = line_of(" ".join("w" * (1 + i % 3) for i in range(len(begins))), list(range(len(begins))), begins)
    sentences = line.sents
    assert [t for s in sentences for t in s] == line.tokens
    for sentence in sentences:
        assert all(list(t.sent) == list(sentence) for t in sentence)
        assert sentence.start == sentence[0].i


@given(st.lists(st.integers(1, 6), min_size=1, max_size=20), st.integers(0, 60), st.integers(0, 60))
def test_tokens_within_a_stretch_begin_there(sizes: list[int], start: int, end: int) -> None:
    line = line_of(" ".join("w" * n for n in sizes), list(range(len(sizes))))
    assert [t for t in line if start <= t.idx < end] == list(line.within(start, end))


@pytest.mark.parametrize("run", ["_" * 20_000, "a-" * 10_000, "a." * 10_000, "http" * 5_000])
def test_a_long_run_without_a_blank_is_cut_all_the_same(run: str) -> None:
    assert cut(run)[-1][1] == len(run)
