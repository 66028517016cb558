"""Disputes of number: the same things counted, or the same sum, length or time measured, with values that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...records import Quantity, Span, Statement
from ...settings import FactSettings
from .claims import Told
from .counts import Count, CountPair, line_up_counts
from .differences import Difference, Side, difference_of
from .together import joined, sides_of
from .topics import thing_of
from .values import apart

__all__ = ["number_differences"]


def number_differences(told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find numbers of one thing that do not go together; quantities are lined up by what they count."""
    pairs = [pair for pair in line_up_counts(told, settings) if pair.sure >= settings.least]
    for members in joined(((pair.left, pair.right) for pair in pairs), lambda count: count.key):
        keys = {count.key for count in members}
        about = [pair for pair in pairs if pair.left.key in keys]
        sides = _sides(about, settings)
        if len(sides) > 1 and not _parts(sides):
            yield _difference(about, sides, told)


def _sides(pairs: Sequence[CountPair], settings: FactSettings) -> list[list[Count]]:
    """The quantities of pairs, those that can mean the same together, the smallest first."""
    counts = {count.key: count for pair in pairs for count in (pair.left, pair.right)}
    ordered = [count for _, count in sorted(counts.items(), key=lambda item: (_size(item[1].quantity), item[0]))]
    return sides_of(ordered, lambda one, other: apart(one.quantity, other.quantity, settings) > 0)


def _parts(sides: Sequence[Sequence[Count]]) -> bool:
    """Whether an article has two of the numbers in its own voice: it counts parts, or tells another time."""
    voices = [{(count.article, count.claim.attributed_to) for count in side} for side in sides]
    return any(voices[one] & voices[other] for one in range(len(voices)) for other in range(one))


def _difference(pairs: Sequence[CountPair], sides: Sequence[Sequence[Count]], told: Told) -> Difference:
    made = [
        Side(says=told.text(side[0].article, _shown(side[0])), statements=tuple(_statement(count, told) for count in side))
        for side in sides
    ]
    best = max(pairs, key=lambda pair: pair.sure)
    return difference_of("number", thing_of(best.left, told), made, told, confidence=best.sure, grows=best.left.quantity.unit is None)


def _statement(count: Count, told: Told) -> Statement:
    claim = count.claim
    return Statement(
        article=count.article,
        spans=(_shown(count),),
        says=told.text(count.article, _shown(count)),
        attributed_to=claim.attributed_to,
        hedge=claim.hedge,
    )


def _size(quantity: Quantity) -> float:
    return quantity.low if quantity.low is not None else quantity.high or 0.0


def _shown(count: Count) -> Span:
    """The number with the noun counted, where they stand together."""
    span, counted = count.quantity.span, count.quantity.counted_span
    if counted is None or counted[0] > span[1] + 40:
        return span
    return (min(span[0], counted[0]), max(span[1], counted[1]))
