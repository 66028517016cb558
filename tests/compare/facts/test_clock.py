"""Times of day."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.compare.facts.claims import Told
from retold.compare.facts.clock import clock_differences, find_clocks
from retold.compare.facts.differences import Difference
from retold.settings import FactSettings

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]


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


def conversions(tell: Tell, one: str, other: str) -> list[Difference]:
    told = tell({"Lantern": ("2031-03-05", one), "Gazette": ("2031-03-05", other)})
    return list(clock_differences((), told, FactSettings()))


@pytest.mark.parametrize("zone", ["PST", "(1936 GMT)"])
def test_one_clock_that_is_two_moments_is_a_dispute(tell: Tell, zone: str) -> None:
    (one,) = conversions(
        tell, f"The ferry Halmar left at 11:36 a.m. {zone}.", "The Halmar left the pier at 11:36 a.m. (0336 GMT) for Vellmar."
    )
    assert {statement.article for statement in one.statements} == {"lantern", "gazette"}


def test_morning_and_evening_are_a_dispute(tell: Tell) -> None:
    (one,) = conversions(tell, "The ferry Halmar left at 11:36 a.m. for Orrin.", "The Halmar left the pier at 11:36 p.m. for Orrin.")
    assert {statement.says for statement in one.statements} == {"11:36 a.m.", "11:36 p.m."}


@pytest.mark.parametrize(
    "other",
    [
        "The Halmar left the pier at 11:36 a.m. local time.",
        "The Halmar left the pier at 11:36 a.m. (1936 GMT).",
        "The Halmar left the pier at 11:36 a.m. (1836 GMT).",  # "PST" is often written in summer
        "Bread was sold at 11:36 p.m. in town.",
    ],
)
def test_clocks_that_go_together(tell: Tell, other: str) -> None:
    assert conversions(tell, "The ferry Halmar left at 11:36 a.m. PST for the island.", other) == []


def test_a_conversion_that_cannot_be(tell: Tell) -> None:
    (one,) = conversions(tell, "The ferry Halmar left at 11:36 a.m. PST (0336 GMT).", "Bakers of Orrin sold bread.")
    assert [statement.article for statement in one.statements] == ["lantern"]
