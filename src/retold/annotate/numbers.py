"""Numbers as English news writes them, read from tokens: `7.5 billion`, `thirty-two`, `half a dozen`, `tens of thousands`, `two-thirds`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from .tokens import Token

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(k|m|mn|mm|b|bn|t|tn|trn)?$")
_SUFFIXES: Final = {"k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12, "tn": 1e12, "trn": 1e12}
SMALL: Final = {
    w: n
    for n, w in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
        nineteen""".split()
    )
}
_TENS: Final = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_MAGNITUDES: Final = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "mln": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "tn": 1e12,
}
_VAGUE: Final = {
    "dozens": 12.0,
    "scores": 20.0,
    "tens": 10.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
_LEAST = 2  # of what a plural names: "dozens" are 24 or more
_SPANS: Final = frozenset("second minute hour week fortnight month year decade century mile".split())
"""Units before which "a" may be a one."""
_BEFORE_SPANS: Final = frozenset("than under over about within around nearly almost least for just roughly approximately".split())
_PARTS: Final = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
STARTS: Final = frozenset({*SMALL, *_TENS, *_VAGUE, "a", "an", "half", "several", "few", "hundred", "thousand"})
"""Lower-case words that a number may begin with, besides digits."""


class Number(NamedTuple):
    """A number with the tokens it is written in."""

    first: int
    last: int
    low: float
    high: float | None
    """None: no upper bound ("dozens")."""
    part: bool = False
    """True: a part of a whole ("half of", "two-thirds"); the values are percent of it."""
    suffix: str = ""
    """The letter glued to the digits ("k", "m"), which may as well be a unit."""
    digits: bool = False
    """True: it begins with digits."""
    scale: float = 1.0
    """What a magnitude behind the digits or first words multiplies them by."""


def number_at(tokens: Sequence[Token], at: int) -> Number | None:
    """The number that begins with a token; None: none does."""
    token = tokens[at]
    found = None
    if "0" <= token.text[0] <= "9":
        found = _in_digits(tokens, at)
    elif token.lower_ in STARTS:
        found = _in_words(tokens, at)
    return None if found is None or max(found.low, found.high or 0.0) > _GREATEST else found


_GREATEST = 1e18
"""Value above which digits count nothing: the number of an account, or one that no float holds."""


def _in_digits(tokens: Sequence[Token], at: int) -> Number | None:
    match = _DIGITS.match(tokens[at].lower_)
    if match is None:
        return None
    value = float(match[1].replace(",", "") + (match[2] or ""))
    if match[3]:
        last, total = at, value * _SUFFIXES[match[3]]
    else:
        last, total = _magnified(tokens, at, value)
    return Number(at, last, total, total, suffix=match[3] or "", digits=True, scale=total / value if value else 1.0)


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower_ if at < len(tokens) else ""


def _behind(tokens: Sequence[Token], last: int) -> int:
    """Number of the next token that is no hyphen."""
    return last + 2 if _word(tokens, last + 1) == "-" else last + 1


def _magnified(tokens: Sequence[Token], last: int, value: float) -> tuple[int, float]:
    """A value with the magnitudes behind it: "7.5 billion", "two hundred thousand"."""
    while (factor := _MAGNITUDES.get(_word(tokens, at := _behind(tokens, last)))) is not None:
        last, value = at, value * factor
    return last, value


def _in_words(tokens: Sequence[Token], at: int) -> Number | None:
    word = tokens[at].lower_
    if word in _VAGUE:
        return _vague(tokens, at)
    if word in {"several", "few"} or (word == "a" and _word(tokens, at + 1) == "few"):
        first = at + (word == "a")
        last, value = _magnified(tokens, first, _LEAST)
        return Number(at, last, value, None) if last > first else None
    if word == "half":
        return _half(tokens, at)
    if word in {"a", "an"} or (word == "one" and _word(tokens, at + 1) in _PARTS):
        return _one(tokens, at)
    return _part(tokens, at) or _counted_up(tokens, at)


def _vague(tokens: Sequence[Token], at: int) -> Number | None:
    last, low = at, _LEAST * _VAGUE[tokens[at].lower_]
    of = _word(tokens, at + 1) == "of"
    if of and _word(tokens, at + 2) in _VAGUE:
        last, low = at + 2, low / _LEAST * _VAGUE[tokens[at + 2].lower_]
        low = low if tokens[at].lower_ == "tens" else low * _LEAST
    elif tokens[at].lower_ in {"scores", "tens"} and not of:
        return None
    low = 2e4 if tokens[at].lower_ == "tens" and low == 1e4 else low
    return Number(at, last, low, None)


def _half(tokens: Sequence[Token], at: int) -> Number | None:
    """`half a million`, `half-dozen`, `half of the members`, `half the members`, `half an hour`."""
    article = _word(tokens, at + 1) in {"a", "an", "-"}
    if article and _word(tokens, at + 2) in _MAGNITUDES:
        last, value = _magnified(tokens, at + 1, 0.5)
        return Number(at, last, value, value)
    if article:
        return Number(at, at + 1, 0.5, 0.5)
    return Number(at, at, 50.0, 50.0, part=True) if _word(tokens, at + 1) in {"of", "the", "its", "their", "all"} else None


def _one(tokens: Sequence[Token], at: int) -> Number | None:
    """`a hundred`, `a dozen`, `a third of`, `one-quarter`; a bare "a" is no number."""
    behind = _word(tokens, _behind(tokens, at))
    if behind in _MAGNITUDES:
        last, value = _magnified(tokens, at, 1.0)
        return Number(at, *_added(tokens, last, value))
    if _word(tokens, at + 1) in _SPANS and _measures(tokens, at):
        return Number(at, at, 1.0, 1.0)
    return _part(tokens, at)


def _measures(tokens: Sequence[Token], at: int) -> bool:
    """Whether "an hour" says how long: bound before it, or "earlier" behind; "$5 an hour" and "a year of trouble" do not."""
    before = tokens[at - 1].lower_ if at else ""
    return before in _BEFORE_SPANS or _word(tokens, at + 2) in {"later", "earlier", "apart", "long"}


def _part(tokens: Sequence[Token], at: int) -> Number | None:
    """`two-thirds`, `three quarters of`, `a third of`: percent of a whole."""
    times = 1 if tokens[at].lower_ in {"a", "an"} else SMALL.get(tokens[at].lower_)
    name = _behind(tokens, at)
    whole = _PARTS.get(_word(tokens, name).removesuffix("s")) if name < len(tokens) else None
    hyphen = name == at + 2
    if whole is None or not times or times >= whole or (_word(tokens, name + 1) != "of" and not (hyphen and times > 1)):
        return None
    return Number(at, name, 100 * times / whole, 100 * times / whole, part=True)


def _added(tokens: Sequence[Token], last: int, value: float) -> tuple[int, float, float]:
    """What "and twenty" adds to "a hundred"."""
    if _word(tokens, last + 1) == "and" and value >= 100:
        further = _counted_up(tokens, last + 2) if last + 2 < len(tokens) else None
        if further is not None and further.low < 100 <= value and _MAGNITUDES.get(_word(tokens, last)):
            return further.last, value + further.low, value + further.low
    return last, value, value


def _counted_up(tokens: Sequence[Token], at: int) -> Number | None:
    """`three`, `thirty-two`, `two hundred and fifty thousand`."""
    word = tokens[at].lower_
    if word in {"hundred", "thousand"}:
        return None  # without a number before it, the reader of what stands before has taken it
    value: float | None = SMALL.get(word)
    last = at
    if word in _TENS:
        value = _TENS[word]
        ones = SMALL.get(_word(tokens, _behind(tokens, at)))
        if ones is not None and 0 < ones < 10 and (_behind(tokens, at) == at + 2 or _word(tokens, at + 1) in SMALL):
            last, value = _behind(tokens, at), value + ones
    if value is None:
        return None
    last, total = _magnified(tokens, last, float(value))
    return Number(at, *_added(tokens, last, total), scale=total / value if value else 1.0)
