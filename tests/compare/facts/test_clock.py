"""Times of day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.compare.facts.clock import find_clocks


@pytest.mark.parametrize(
    ("text", "local", "greenwich"),
    [
        ("It left at 11:36 a.m. for Vellmar.", 696, None),
        ("It left at 11:36 a.m. (1936 GMT) for Vellmar.", 696, 1176),
        ("It left around 7 p.m. for Vellmar.", 1140, None),
        ("It left at 18:05 CET for Vellmar.", 1085, 1025),
        ("It left shortly after 12 a.m. for Vellmar.", 0, None),
        ("It left at 9:00 am local time (0030 GMT).", 540, 30),
    ],
)
def test_reads_times_of_day(text: str, local: int, greenwich: int | None) -> None:
    (clock,) = find_clocks(text, (0, len(text)))
    assert (clock.local, clock.greenwich) == (local, greenwich)
    assert text[clock.span[0]].isdigit()


@pytest.mark.parametrize(
    "text", ["It cost about 11.36 in all.", "It left at 12 with 3 men.", "It left at 7:30 p.m. ET.", "The 9 p.m. slot."]
)
def test_other_numbers_are_none(text: str) -> None:
    assert find_clocks(text, (0, len(text))) == []


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_is_read(hour: int, minute: int) -> None:
    text = f"at {hour:02}:{minute:02}"
    (clock,) = find_clocks(text, (0, len(text)))
    assert clock.local == hour * 60 + minute
