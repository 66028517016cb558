"""Words cut out of an article stand by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.compare.timeline.trimming import balanced, short, undated


@pytest.mark.parametrize(
    ("clause", "date", "words"),
    [
        ("On Monday, the ferry sank off Osk", "Monday", "the ferry sank off Osk"),
        ("the ferry sank off Osk on Monday.", "Monday", "the ferry sank off Osk"),
        ("the ferry sank just last week off Osk", "last week", "the ferry sank off Osk"),
        ("Orr has run the port since 2014", "2014", "Orr has run the port since 2014"),
        ("the vote is on Friday", "Friday", "the vote is on Friday"),
        ("term starts May 12", "May 12", "term starts May 12"),
        ("homes stood by the end of 2016", "2016", "homes stood by the end of 2016"),
        ("quays close for the rest of May", "May", "quays close for the rest of May"),
        ("Monday's vote failed", "Monday", "Monday's vote failed"),
        ("crews worked in 2015 and early 2016", "2015", "crews worked in 2015 and early 2016"),
        ("OSK, Vellmar — The ferry sank on Monday", "Monday", "The ferry sank"),
    ],
)
def test_a_date_is_taken_out_where_nothing_is_left_loose(clause: str, date: str, words: str) -> None:
    start = clause.index(date)
    assert undated(clause, (0, len(clause)), (start, start + len(date))) == words


@given(st.lists(st.text('abc“”,–"', min_size=1, max_size=6), max_size=40).map(" ".join), st.integers(4, 20))
def test_words_are_never_more_than_asked_for(words: str, most: int) -> None:
    found = short(words, most)
    assert len(found.split()) <= most
    assert words.startswith(found.removesuffix("…"))
    assert found == words or len(words.split()) > most


@given(st.text('ab “”()"', max_size=30))
def test_marks_and_brackets_come_in_pairs(words: str) -> None:
    found = balanced(words)
    assert found.count("“") == found.count("”")
    assert found.count('"') % 2 == 0
    assert found.count("(") == found.count(")")
    assert [c for c in found if c in "ab "] == [c for c in words if c in "ab "]
