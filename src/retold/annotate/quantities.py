"""Quantities: numbers in English news with their bounds, units and what they count.

A number is read from its tokens (``numbers``), then what stands before and behind it (``bounds``, ``units``) and what grammar says it
counts (``counted``). Numbers that only name or order something are left out: years, clock times, scores, "Flight 17", "No. 3".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ..records import Date, Quantity
from .bounds import bounds_of
from .counted import counted_by, noun_of
from .numbers import STARTS, Number, number_at
from .parse import Paragraph
from .tokens import Token
from .units import MONEY, SYMBOLS, TIME, unit_behind

_LABELS: Final = frozenset(
    """no no. number page chapter section article channel room gate phase level category grade flight route bill type size version tier
    stage episode round lot ward apartment suite box district highway interstate act resolution title part volume class group pier top
    # @ / € covid""".split()
)
"""Words that a number behind them names one of: "Flight 17"."""
_TALLIES: Final = frozenset("vote ruling decision majority margin split verdict".split())
_CLOCK: Final = frozenset("a.m. p.m. am pm a.m p.m o’clock o'clock gmt utc bst est edt et hrs st nd rd th /".split())
_YEARS = range(1700, 2100)
_OLDEST = 115  # years of age


class _Reading(NamedTuple):
    """A quantity as its tokens tell it, before what qualifies it."""

    first: int
    last: int
    low: float
    high: float | None
    unit: str | None = None
    counted: str | None = None
    number: int = 0
    """The last token of the number itself, whose place in the grammar tells what it counts."""


def find_quantities(paragraphs: Sequence[Paragraph], dates: Sequence[Date]) -> tuple[Quantity, ...]:
    """The quantities of an article's title and body, in order, none overlapping another; what ``dates`` hold is none.

    A part of a whole ("a third of", "one in three", "half the members") is told in percent; an age has the unit "year" and counts "age".
    """
    starts = [d.span[0] for d in dates]
    found: list[Quantity] = []
    for paragraph in paragraphs:
        tokens = paragraph.doc.tokens
        done = 0
        for at, token in enumerate(tokens):
            if not ("0" <= token.text[0] <= "9" or token.lower_ in STARTS) or at < done:  # most are neither: see first, ask then
                continue
            number = number_at(tokens, at)
            if number is None:
                continue
            place = paragraph.start(tokens[number.first])
            before = bisect_right(starts, place) - 1
            dated = before >= 0 and place < dates[before].span[1]
            for reading in () if dated else _readings(tokens, number):
                found.append(_quantity(paragraph, tokens, reading, done))
                done = max(done, reading.last + 1)
            done = max(done, number.last + 1)
    return tuple(found)


def _quantity(paragraph: Paragraph, tokens: Sequence[Token], reading: _Reading, floor: int) -> Quantity:
    bounds = bounds_of(tokens, reading.first, reading.last)
    first = max(bounds.first, floor)
    low: float | None = reading.low
    high = reading.high
    if reading.unit in TIME and tokens[first].lower_ == "over" and reading.low < 10:
        first, bounds = reading.first, bounds._replace(bound=None)  # "over two days": while they last
    if bounds.bound == "low":
        high = None
    elif bounds.bound == "high" and high is not None:
        low = None
    group = None
    if reading.counted is None:
        group = counted_by(tokens, bounds.last if tokens[bounds.last].lower_ in {"more", "so"} else reading.last)
    if group is not None and reading.unit is not None and not _measures(tokens, reading, group[1]):
        group = None
    return Quantity(
        span=(paragraph.start(tokens[first]), paragraph.end(tokens[bounds.last])),
        low=low,
        high=high,
        about=bounds.about,
        unit=reading.unit,
        counted=reading.counted or (noun_of(group[0]) if group is not None else None),
        counted_span=(paragraph.start(group[1]), paragraph.end(group[0])) if group is not None else None,
    )


def _measures(tokens: Sequence[Token], reading: _Reading, first: Token) -> bool:
    """Whether a measure is one of the noun behind it: `tons of grain`, `a 20-mile bridge`, but not `two hours police waited`."""
    between = {t.lower_ for t in tokens[reading.last + 1 : first.i]}
    hyphen = any(t.text == "-" for t in tokens[reading.number : reading.last])
    return "of" in between or hyphen or tokens[reading.last].dep_ in {"nmod", "compound", "amod"} or reading.unit == "percent"


def _readings(tokens: Sequence[Token], number: Number) -> Iterator[_Reading]:
    """What a number and those joined to it mean; nothing where it only names or orders."""
    first, unit = _currency(tokens, number.first)
    if unit is None and _names(tokens, number):
        return
    whole = _share(tokens, number)
    if whole is not None:
        yield whole
        return
    behind = unit_behind(tokens, number.last)
    last = number.last
    if unit is None and behind is not None:
        unit, last = behind
    elif behind is not None and behind[0] in MONEY:
        last = behind[1]
    joined = _joined(tokens, number, last, unit)
    if joined is not None:
        yield from joined
        return
    if number.part:
        yield _Reading(first, number.last, number.low, number.high, "percent", number=number.last)
        return
    counted = "age" if _is_age(tokens, first, last, unit) else None
    if counted is not None:
        unit = unit or "year"
        last = _to_old(tokens, last)
    elif unit is None and _money_of(tokens, number) is not None:
        last, unit = number.last + 2, _money_of(tokens, number)
    elif unit is None and (not _counts(tokens, number) or number.suffix in {"m", "b", "t"}):
        return
    elif unit == "day" and tokens[number.first].lower_ == "one" and bounds_of(tokens, first, last).first == first:
        return  # "may one day"
    yield _Reading(first, last, number.low, number.high, unit, counted, number.last)


def _currency(tokens: Sequence[Token], first: int) -> tuple[int, str | None]:
    """Where a number begins with the sign of its currency, and that currency."""
    unit = SYMBOLS.get(tokens[first - 1].text) if first else None
    if unit is None:
        return first, None
    country = first > 1 and tokens[first - 2].text in {"US", "A", "C", "NZ", "HK", "S", "AU", "CA"}
    glued = country and tokens[first - 2].idx + len(tokens[first - 2].text) == tokens[first - 1].idx
    return first - (2 if glued else 1), unit


def _money_of(tokens: Sequence[Token], number: Number) -> str | None:
    """The currency of `millions of dollars`."""
    found = unit_behind(tokens, number.last + 1) if _lower(tokens, number.last + 1) == "of" else None
    return found[0] if found is not None and found[0] in MONEY else None


def _names(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a number only names or orders: an item, a time of day, a score, a part of a word."""
    token, before = tokens[number.first], tokens[number.first - 1] if number.first else None
    after = tokens[number.last + 1] if number.last + 1 < len(tokens) else None
    if after is not None and after.lower_ in _CLOCK:
        return True
    if number.digits and ((token.text[0] == "0" and token.text[1:2].isdigit()) or (after is not None and after.text.isdigit())):
        return True  # a telephone number
    if before is None:
        return after is not None and after.text in ".):" and number.digits
    if (
        before.lower_ in _LABELS
        or (before.text.isdigit() and number.digits)
        or (before.text in {"-", "–", ":", "."} and before.idx + len(before.text) == token.idx)
    ):
        return True
    proper = before.pos_ == "PROPN" and token.head.i <= token.i and token.dep_ != "appos" and unit_behind(tokens, number.last) is None
    return proper or (not number.digits and token.text[0].isupper() and _beside_name(tokens, number))


def _beside_name(tokens: Sequence[Token], number: Number) -> bool:
    after = tokens[number.last + 1] if number.last + 1 < len(tokens) else None
    return after is not None and after.tag_ == "NNP"


def _share(tokens: Sequence[Token], number: Number) -> _Reading | None:
    """`one in three`, `nine out of 10`: percent."""
    at, words = number.last + 1, [t.lower_ for t in tokens[number.last + 1 : number.last + 4]]
    skip = 1 if words[:1] == ["in"] else 2 if words[:2] == ["out", "of"] else 3 if words == ["-", "in", "-"] else 0
    other = number_at(tokens, at + skip) if skip and at + skip < len(tokens) else None
    if other is None or other.high is None or number.high is None or not number.high < other.high:
        return None
    if other.part or number.part or (skip != 2 and (other.high > 1000 or unit_behind(tokens, other.last) is not None)):
        return None
    percent = 100 * number.high / other.high
    return _Reading(number.first, other.last, percent, percent, "percent", number=other.last)


def _joined(tokens: Sequence[Token], number: Number, last: int, unit: str | None) -> list[_Reading] | None:
    """A range, or the two sides of a tally; None: the number stands alone; empty: a score, a telephone number."""
    link = tokens[last + 1].lower_ if last + 1 < len(tokens) else ""
    first, _ = _currency(tokens, number.first)
    before = tokens[first - 1].lower_ if first else ""
    if not (link in {"to", "-", "–", "or"} or (link == "and" and before == "between")) or number.high is None:
        return None
    at = last + 2
    own = SYMBOLS.get(tokens[at].text) if at < len(tokens) else None
    other = number_at(tokens, at + (own is not None)) if at + (own is not None) < len(tokens) else None
    if other is None or other.high is None or other.part or number.part:
        return None
    dashed = link in {"-", "–"}
    behind = unit_behind(tokens, other.last)
    unit = own or unit or (behind[0] if behind else None)
    end = behind[1] if behind is not None and (unit is None or behind[0] == unit) else other.last
    low = number.high
    if other.scale > 1 and number.scale == 1 and low * other.scale < other.high:  # "2 to 3 million"
        low *= other.scale
    start = first - 1 if link == "and" else first
    plural = unit is not None or counted_by(tokens, other.last) is not None
    if low < other.high and plural and before != "from" and not (link == "to" and unit is None and _voted(tokens, number)):
        counted = "age" if _is_age(tokens, first, end, unit) else None
        return [_Reading(start, _to_old(tokens, end) if counted else end, low, other.high, unit, counted, other.last)]
    if not dashed:
        return None
    further = tokens[other.last + 1].text if other.last + 1 < len(tokens) else ""
    if further in {"-", "–"} or not (min(low, other.high) >= 10 or _lower(tokens, other.last + 1) in _TALLIES):
        return []
    return [_Reading(number.first, number.last, low, low), _Reading(other.first, other.last, other.high, other.high)]


def _lower(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower_ if at < len(tokens) else ""


def _voted(tokens: Sequence[Token], number: Number) -> bool:
    return any(t.lower_ in {"vote", "voted", "won", "beat", "by"} for t in tokens[max(0, number.first - 3) : number.first])


def _is_age(tokens: Sequence[Token], first: int, last: int, unit: str | None) -> bool:
    """`aged 9`, `20-month-old`, `Orr, 52,`."""
    before = tokens[first - 1].lower_ if first else ""
    if before in {"aged", "age", "ages"} or (unit in TIME and _to_old(tokens, last) > last):
        return True
    after = tokens[last + 1].text if last + 1 < len(tokens) else ""
    between = (before, after) in {(",", ","), ("(", ")"), (",", "."), (",", ";")}
    named = first > 1 and tokens[first - 2].pos_ == "PROPN" and tokens[first - 2].ent_type_ in {"PERSON", ""}
    value = tokens[first].text
    return unit is None and between and named and first == last and value.isdecimal() and len(value) < 4 and int(value) <= _OLDEST


def _to_old(tokens: Sequence[Token], last: int) -> int:
    """The last token of an age: of "20-month-old" that of "old", or "olds"."""
    at = last + 1 + (_lower(tokens, last + 1) == "-")
    return at if _lower(tokens, at) in {"old", "olds"} else last


def _counts(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a number without a unit says how many: no year, no "one" that stands for somebody."""
    word = tokens[number.first]
    if number.first == number.last and number.digits and word.text.isdecimal() and len(word.text) == 4 and int(word.text) in _YEARS:
        return word.head.i > word.i and word.head.tag_ in {"NNS", "NNPS"}
    if number.first == number.last and word.lower_ == "one":
        bound = bounds_of(tokens, number.first, number.last).first < number.first
        return bound or (
            _lower(tokens, number.last + 1) != "of" and word.dep_ == "nummod" and word.head.i > word.i and word.head.tag_ == "NN"
        )
    address = number.digits and word.dep_ == "nummod" and word.head.i > word.i and word.head.tag_ == "NNP"
    return not (address and number.first == number.last)  # "10 Tarn Street"
