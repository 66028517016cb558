"""Quantities compared by their values: what a number can mean, and when two cannot mean the same."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from ...records import Quantity
from ...settings import FactSettings

__all__ = ["Range", "apart", "comparable", "later_knows", "meant", "too_far"]

_SCALES: dict[str, tuple[str, float]] = {
    "second": ("time", 1.0),
    "minute": ("time", 60.0),
    "hour": ("time", 3600.0),
    "day": ("time", 86_400.0),
    "week": ("time", 604_800.0),
    "month": ("time", 2_629_800.0),
    "year": ("time", 31_557_600.0),
    "decade": ("time", 315_576_000.0),
    "century": ("time", 3_155_760_000.0),
    "millimetre": ("length", 0.001),
    "centimetre": ("length", 0.01),
    "metre": ("length", 1.0),
    "kilometre": ("length", 1000.0),
    "inch": ("length", 0.0254),
    "foot": ("length", 0.3048),
    "yard": ("length", 0.9144),
    "mile": ("length", 1609.344),
    "nautical mile": ("length", 1852.0),
    "kph": ("speed", 1.0),
    "mph": ("speed", 1.609344),
    "knot": ("speed", 1.852),
    "gram": ("mass", 0.001),
    "kilogram": ("mass", 1.0),
    "tonne": ("mass", 1000.0),
    "ounce": ("mass", 0.02835),
    "hectare": ("area", 10_000.0),
    "acre": ("area", 4046.856),
    "square metre": ("area", 1.0),
    "square foot": ("area", 0.092903),
    "square kilometre": ("area", 1e6),
    "square mile": ("area", 2.589988e6),
    "litre": ("volume", 1.0),
    "gallon": ("volume", 3.785),
}
"""Unit, as ``annotate`` calls it, to its scale and its size in the scale's own unit (second, metre, km/h, kilogram, m², litre)."""


class Range(NamedTuple):
    """Least and greatest value that a number can mean, in its scale's own unit."""

    low: float
    high: float
    vague: bool
    """A bound is missing, or the number is said to be rough."""


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether both are measured on one scale: kilometres and miles, hours and minutes; never two currencies."""
    return _scale(one)[0] == _scale(other)[0]


def meant(quantity: Quantity, settings: FactSettings) -> Range | None:
    """What a quantity can mean, leaving ``settings.about`` of room around what is said to be rough; None: it has no value."""
    if quantity.low is None and quantity.high is None:
        return None
    size = _scale(quantity)[1]
    room = settings.about if quantity.about else 0.0
    low = -inf if quantity.low is None else quantity.low * size * (1 - room)
    high = inf if quantity.high is None else quantity.high * size * (1 + room)
    return Range(low, high, quantity.about or quantity.low is None or quantity.high is None)


def apart(one: Quantity, other: Quantity, settings: FactSettings) -> float:
    """0: both can mean the same; up to 1: how far from it they are.

    A rounded number stands for a finer one ("300", 298). "More than 30" can be any greater number, "dozens" too, but not one
    ``settings.reach`` times as great: nobody who knows of hundreds of thousands says thousands.
    """
    here, there = meant(one, settings), meant(other, settings)
    if here is None or there is None or not comparable(one, other) or _rounded(one, other) or _rounded(other, one):
        return 0.0
    if here.low > there.high or there.low > here.high:
        return 0.8 if here.vague or there.vague else 1.0
    low, high = sorted((_least(here), _least(there)))
    if low > 0 and high / low >= settings.reach and inf in {here.high, there.high}:
        return 0.75
    return 0.0


def too_far(one: Quantity, other: Quantity, settings: FactSettings) -> bool:
    """Whether two values are so far from each other that no report errs so: "$70" a share and "$105 billion" in all are two things."""
    ranges = meant(one, settings), meant(other, settings)
    low, high = sorted(_least(value) for value in ranges if value is not None) if None not in ranges else (0.0, 0.0)
    return low > 0 and high / low > _TOO_FAR


_TOO_FAR = 150.0
"""Times as great as another that a value is where both are of two things; read: a petition told with 2,000 and 300,000 names was one."""


def later_knows(earlier: Quantity, later: Quantity) -> bool:
    """Whether the later number is the greater: tolls and sums grow as more becomes known."""
    return (earlier.low or 0.0) < (later.low if later.low is not None else later.high or 0.0)


def _least(value: Range) -> float:
    return value.low if value.low > -inf else value.high


def _scale(quantity: Quantity) -> tuple[str, float]:
    unit = quantity.unit or ""
    return _SCALES.get(unit, (unit, 1.0))


def _rounded(coarse: Quantity, fine: Quantity) -> bool:
    """Whether ``coarse`` is ``fine`` rounded to its own figures: 300 for 298, 1.2 million for 1,183,000, two hours for 115 minutes."""
    if coarse.low is None or coarse.low != coarse.high or fine.low is None or fine.high is None:
        return False
    value, low, high = coarse.low, *(edge * _scale(fine)[1] / _scale(coarse)[1] for edge in (fine.low, fine.high))
    if value <= 0:
        return low <= value <= high
    step = _step(value)
    if step <= 1 and _scale(coarse)[1] == _scale(fine)[1]:
        return low <= value <= high
    room = min(step / 2, _ROUND * value)
    return low - room <= value <= high + room


_ROUND = 0.05
"""Relative difference that rounding makes at most."""


def _step(value: float) -> float:
    """The place to which a number is rounded, judged by the zeros at its end: 100 for 300, 0.1 for 1.2, 1 for 298."""
    step = 1.0
    if value != int(value):
        return 0.1
    while value % (step * 10) == 0 and step < value:
        step *= 10
    return step
