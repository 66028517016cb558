"""Days as articles print them, with the words around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.compare.facts.claims import Told
from retold.compare.facts.days import days_of
from retold.read import read_text
from retold.records import Annotated

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
PIECES = st.sampled_from(
    ["The ferry left", "on Monday", "Jan. 5, 2031", "in May 2030", "at noon.", "Mayor Orr said", "\n", "(Oda Merrin/Lantern)", " "]
)


def test_a_day_knows_what_happened_then(tell: Tell) -> None:
    told = tell({"Lantern": ("2031-03-05", "The council met. Harbour guards closed the pier on March 3, 2031, after the storm.")})
    (one,) = days_of(told.annotated["lantern"])
    assert (one.words, one.form, one.year, one.start) == ("March 3, 2031", "day", True, date(2031, 3, 3))
    assert "close" in one.acts
    assert "pier" in one.terms
    assert "council" not in one.around


def test_an_abbreviated_month_ends_no_sentence(tell: Tell) -> None:
    told = tell({"Lantern": ("2031-03-05", "Harbour guards closed the pier on Saturday, Jan. 4, 2031, in the rain.")})
    (one,) = days_of(told.annotated["lantern"])
    assert {"guard", "rain"} <= one.around


@given(st.lists(PIECES, max_size=12))
def test_spans_stand_in_their_clause(pieces: list[str]) -> None:
    article = read_text(" ".join(pieces) or "x", id="a", published="2031-03-05")
    found = days_of(Annotated(article=article, analysed=True))
    ends = [0]
    for one in found:
        assert ends[-1] <= one.span[0] < one.span[1] <= len(article.text)
        assert one.clause[0] <= one.span[0]
        assert one.span[1] <= one.clause[1]
        assert one.clause[1] <= len(article.text)
        assert one.start <= one.end
        ends.append(one.span[1])


@pytest.mark.parametrize("text", ["The pier is 400 feet long.", "It may rain."])
def test_no_day(text: str) -> None:
    assert days_of(Annotated(article=read_text(text, id="a", published="2031-03-05"), analysed=True)) == []
