"""Posts that a page embeds without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.annotate.posts import Post, find_posts

Said = Callable[..., list[Any]]


def posts(text: str) -> list[tuple[list[str], str]]:
    return [([text[slice(*s)] for s in p.spans], text[slice(*p.author)]) for p in find(text)]


def find(text: str) -> list[Post]:
    return list(find_posts(text, [m.span() for m in re.finditer(r"\S(?:[^\n]*\S)?", text)]))


@pytest.mark.parametrize(
    ("text", "lines", "author"),
    [
        ("We open at noon! — Tarnby Bakery (@tarnbybakes) May 4, 2031", ["We open at noon!"], "Tarnby Bakery"),
        ("We open at noon!\n— Tarnby Bakery (@tarnbybakes) May 4, 2031", ["We open at noon!"], "Tarnby Bakery"),
        ("We open at noon! pic.twitter.com/x9 — Tarnby Bakery (@tarnbybakes)", ["We open at noon!"], "Tarnby Bakery"),
        ("We open at noon! https://bakery.example/a — Tarnby Bakery (@tarnbybakes)", ["We open at noon!"], "Tarnby Bakery"),
        ("We open - at noon! – Ilka Roth (@ilka_r) May 4, 2031", ["We open - at noon!"], "Ilka Roth"),
    ],
)
def test_a_signature_with_a_handle_ends_a_post(text: str, lines: list[str], author: str) -> None:
    assert posts(text) == [(lines, author)]


@pytest.mark.parametrize(
    "text", ["Ilka Roth (@ilka_r) posts daily.", "The bridge — a ruin — opened.", "Write to ilka@bakery.example — Ilka Roth"]
)
def test_no_post_without_a_signature(text: str) -> None:
    assert posts(text) == []


def test_a_post_is_a_quotation_of_its_author(said: Said) -> None:
    [q] = said("We are open again. See you at noon! — Tarnby Bakery (@tarnbybakes) May 4, 2031")
    assert (q.words, q.speaker, q.kind, q.type) == ("We are open again. See you at noon!", "Tarnby Bakery", "direct", "speech")


def test_a_post_in_marks_is_quoted_once(said: Said) -> None:
    found = said("“We are open again. See you at noon!” — Tarnby Bakery (@tarnbybakes) May 4, 2031")
    assert [q.words for q in found] == ["We are open again. See you at noon!"]


@given(
    st.lists(
        st.sampled_from(["— ", "Ilka Roth ", "(@ilka_r)", " May 4, 2031", "words ", "\n", "pic.twitter.com/x ", "-", "@"]), max_size=25
    )
)
def test_posts_of_any_text_lie_in_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    for post in find(text):
        assert 0 <= post.author[0] < post.author[1] <= len(text)
        for start, end in post.spans:
            assert 0 <= start < end <= post.author[0]


def test_a_post_is_by_whom_its_handle_spells(said: Callable[..., list[Any]]) -> None:
    text = "Ines Marlow wrote from the ferry.\nStill no coffee on this boat — ines m. (@inesmarlow) May 4, 2031"
    assert [q.speaker for q in said(text) if q.record.marked] == ["Ines Marlow"]
