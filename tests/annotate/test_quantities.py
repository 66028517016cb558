"""Numbers with their bounds, units and what they count."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.annotate.dates import find_dates
from retold.annotate.parse import Paragraph
from retold.annotate.quantities import find_quantities
from retold.annotate.tokens import Line, Token, cut
from retold.records import Annotated, Quantity

Annotate = Callable[..., Annotated]


def bare(text: str) -> Paragraph:
    """A line cut into tokens, without grammar: all hang on the last one before a verb's place, so nothing is counted for certain."""
    return Paragraph(span=(0, len(text)), doc=Line(text, [Token(i, a, text[a:b]) for i, (a, b) in enumerate(cut(text))]))


def found(text: str) -> list[tuple[str, Quantity]]:
    """What stands in a text, dates left out, with its own words."""
    dates = find_dates(text, [(0, len(text))], "2031-05-06")
    return [(text[q.span[0] : q.span[1]], q) for q in find_quantities([bare(text)], dates)]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "about", "unit"),
    [
        ("They lost 12 nets.", "12", 12, 12, False, None),
        ("They lost thirty-two nets.", "thirty-two", 32, 32, False, None),
        ("They lost two hundred and fifty nets.", "two hundred and fifty", 250, 250, False, None),
        ("They lost more than 30 nets.", "more than 30", 30, None, False, None),
        ("They lost no fewer than 30 nets.", "no fewer than 30", 30, None, False, None),
        ("They lost up to forty nets.", "up to forty", None, 40, False, None),
        ("They lost nearly 300 nets.", "nearly 300", 300, 300, True, None),
        ("They lost an estimated 1,200 nets.", "an estimated 1,200", 1200, 1200, True, None),
        ("They lost just under 300 nets.", "just under 300", None, 300, True, None),
        ("They lost 300 or so nets.", "300 or so", 300, 300, True, None),
        ("They lost 300-plus nets.", "300-plus", 300, None, False, None),
        ("They lost dozens of nets.", "dozens", 24, None, False, None),
        ("They lost hundreds of nets.", "hundreds", 200, None, False, None),
        ("They lost tens of thousands of nets.", "tens of thousands", 20_000, None, False, None),
        ("They lost half a dozen nets.", "half a dozen", 6, 6, False, None),
        ("They lost a dozen nets.", "a dozen", 12, 12, False, None),
        ("The bridge cost $7.5 billion in all.", "$7.5 billion", 7.5e9, 7.5e9, False, "dollar"),
        ("The bridge cost £2m in all.", "£2m", 2e6, 2e6, False, "pound"),
        ("The bridge cost US$300K in all.", "US$300K", 3e5, 3e5, False, "dollar"),
        ("The bridge cost millions of dollars.", "millions of dollars", 2e6, None, False, "dollar"),
        ("It cost between $2 and $3 million.", "between $2 and $3 million", 2e6, 3e6, False, "dollar"),
        ("It rained for 20 to 30 days.", "20 to 30 days", 20, 30, False, "day"),
        ("It rained for 20-30 days.", "20-30 days", 20, 30, False, "day"),
        ("About 63% left.", "About 63%", 63, 63, True, "percent"),
        ("Only 63 per cent left.", "63 per cent", 63, 63, False, "percent"),
        ("A third of them left.", "A third", 100 / 3, 100 / 3, False, "percent"),
        ("Two-thirds left.", "Two-thirds", 200 / 3, 200 / 3, False, "percent"),
        ("One in three left.", "One in three", 100 / 3, 100 / 3, False, "percent"),
        ("Nine out of 10 left.", "Nine out of 10", 90, 90, False, "percent"),
        ("A one-in-three chance is left.", "one-in-three", 100 / 3, 100 / 3, False, "percent"),
        ("It rained for less than an hour.", "less than an hour", None, 1, False, "hour"),
        ("An hour later it rained.", "An hour", 1, 1, False, "hour"),
        ("It fell to 12 degrees Celsius.", "12 degrees Celsius", 12, 12, False, "degree Celsius"),
        ("It lies 40 nautical miles away.", "40 nautical miles", 40, 40, False, "nautical mile"),
        ("It lies five kilometers away.", "five kilometers", 5, 5, False, "kilometre"),
    ],
)
def test_a_number_with_its_bounds_and_unit(text: str, words: str, low: float, high: float, about: bool, unit: str | None) -> None:
    ((own, quantity),) = found(text)
    assert (own, quantity.about, quantity.unit) == (words, about, unit)
    assert [quantity.low, quantity.high] == pytest.approx([low, high])


@pytest.mark.parametrize("text", ["The 20-month-old girl slept.", "The girl, aged 20 months, slept.", "The nine-year-old slept."])
def test_an_age_counts_age(text: str) -> None:
    ((_, quantity),) = found(text)
    assert quantity.counted == "age"
    assert quantity.unit in {"month", "year"}


@pytest.mark.parametrize(
    "text",
    [
        "It was 1987 again.",
        "It opens at 5 p.m. sharp.",
        "It opens at 17:30 sharp.",
        "They won 3-1 at home.",
        "Call 0555 123 456 now.",
        "Read chapter 12 aloud.",
        "Read No. 12 aloud.",
        "One never knows.",
        "It pays by an hour of work.",
        "It was a 9/11 moment.",
        "He may one day return.",
        "On May 3, 2031, it rained.",
    ],
)
def test_what_names_or_orders_is_no_quantity(text: str) -> None:
    assert found(text) == []


def test_the_two_sides_of_a_tally_are_two() -> None:
    assert [q.low for _, q in found("It passed 51-49 at night.")] == [51, 49]


@pytest.mark.parametrize(
    ("text", "counted", "group"),
    [
        ("Police freed 30 Tarnby ferrymen on Monday.", "ferryman", "Tarnby ferrymen"),
        ("Dozens of young scholars left the town.", "scholar", "young scholars"),
        ("About 200 people were hurt.", "people", "people"),
        ("A 15-member council met in the town.", "member", "member"),
        ("The ship carried 600 tons of grain.", "grain", "grain"),
    ],
)
def test_what_a_number_counts(annotated: Annotate, text: str, counted: str, group: str) -> None:
    (quantity,) = annotated(text).quantities
    assert quantity.counted == counted
    assert quantity.counted_span is not None
    assert text[slice(*quantity.counted_span)] == group


def test_a_number_alone_counts_nothing(annotated: Annotate) -> None:
    (quantity,) = annotated("Only 21 were freed, the mayor said.").quantities
    assert (quantity.low, quantity.counted) == (21, None)


PIECES = st.sampled_from(
    """12 1,200 3.5 0 007 1999 thirty two - – to and between or in out of a an half dozen dozens hundreds of million billion $ £ % percent
    day days -year-old old , . ( ) more than about some up to at least plus + third quarter one several few degrees C May 2031 5pm 17:30
    ferries people""".split()
)


@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_whatever_stands_in_a_line_quantities_are_in_order_apart_and_sane(text: str) -> None:
    quantities = [q for _, q in found(text)] if text else []
    ends = [0]
    for quantity in quantities:
        start, end = quantity.span
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)
        assert text[start:end] == text[start:end].strip()
        assert re.search(r"\w", text[start:end])
        assert quantity.low is not None or quantity.high is not None
        assert quantity.low is None or quantity.high is None or 0 <= quantity.low <= quantity.high
        assert (quantity.counted_span is None) or quantity.counted is not None


@pytest.mark.parametrize("digits", ["9" * 400, "9" * 5000, "1" + " billion" * 60, "5²", "202²"])
def test_digits_that_no_number_holds_are_no_quantity(annotated: Annotate, digits: str) -> None:
    quantities = annotated(f"Orr, {digits}, counted {digits} ferries in the harbour.").quantities
    assert all(q.high is None or q.high <= 1e18 for q in quantities)
