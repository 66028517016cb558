"""Values: what two numbers can both mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.compare.facts.values import apart, comparable, meant
from retold.records import Quantity
from retold.settings import FactSettings

SETTINGS = FactSettings()


def exact(value: float, unit: str | None = None) -> Quantity:
    return Quantity(span=(0, 1), low=value, high=value, unit=unit)


def about(value: float, unit: str | None = None) -> Quantity:
    return Quantity(span=(0, 1), low=value, high=value, about=True, unit=unit)


def at_least(value: float) -> Quantity:
    return Quantity(span=(0, 1), low=value, high=None)


AGREE = [
    (about(300), exact(298)),
    (at_least(30), exact(32)),
    (at_least(24), exact(36)),
    (exact(300), exact(298)),
    (exact(1.2e6), exact(1_183_000)),
    (exact(2, "hour"), exact(115, "minute")),
    (exact(15, "kilometre"), exact(9, "mile")),
    (exact(5, "dollar"), exact(5, "euro")),
    (at_least(30), at_least(50)),
    (exact(12, "hour"), exact(12)),
    (Quantity(span=(0, 1), low=20, high=30), exact(25)),
]
APART = [
    (exact(12), exact(15)),
    (exact(12), at_least(15)),
    (about(20), exact(14)),
    (exact(3, "hour"), exact(45, "minute")),
    (at_least(2000), at_least(200_000)),
    (exact(5, "dollar"), exact(6, "dollar")),
    (Quantity(span=(0, 1), low=None, high=10), exact(12)),
    (exact(298), exact(299)),
]


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_agree(one: Quantity, other: Quantity) -> None:
    assert apart(one, other, SETTINGS) == apart(other, one, SETTINGS) == 0


@pytest.mark.parametrize(("one", "other"), APART)
def test_apart(one: Quantity, other: Quantity) -> None:
    assert apart(one, other, SETTINGS) == apart(other, one, SETTINGS) > 0


def test_no_value_says_nothing() -> None:
    nothing = Quantity(span=(0, 1), low=None, high=None)
    assert meant(nothing, SETTINGS) is None
    assert apart(nothing, exact(3), SETTINGS) == 0


_VALUES = st.floats(min_value=0, max_value=1e9, allow_nan=False)
_QUANTITIES = st.builds(
    lambda low, width, about, unit: Quantity(span=(0, 1), low=low, high=None if width is None else low + width, about=about, unit=unit),
    _VALUES,
    st.one_of(st.none(), st.just(0.0), st.floats(min_value=0, max_value=1e6)),
    st.booleans(),
    st.sampled_from([None, "hour", "minute", "mile", "kilometre", "dollar", "percent"]),
)


@given(_QUANTITIES, _QUANTITIES)
def test_neither_side_comes_first(one: Quantity, other: Quantity) -> None:
    assert apart(one, other, SETTINGS) == apart(other, one, SETTINGS)
    assert 0 <= apart(one, other, SETTINGS) <= 1


@given(_QUANTITIES)
def test_a_quantity_agrees_with_itself(one: Quantity) -> None:
    assert apart(one, one, SETTINGS) == 0


@given(_QUANTITIES, _QUANTITIES)
def test_only_one_scale_is_compared(one: Quantity, other: Quantity) -> None:
    if not comparable(one, other):
        assert apart(one, other, SETTINGS) == 0
