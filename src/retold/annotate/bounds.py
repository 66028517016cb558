"""What stands before and behind a number and makes it a bound or a rough figure: `at least`, `just under`, `some`, `or so`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from .tokens import Token

Bound = Literal["low", "high"]

_LOW = """
more than | over | well over | at least | no fewer than | no less than | not less than | not fewer than | upwards of | upward of |
in excess of | greater than | above | well above | exceeding | a minimum of | a low of | as few as | as little as | far more than |
north of | not under
"""
_HIGH = """
up to | as many as | as much as | as long as | as high as | fewer than | less than | under | well under | below | well below | no
more than | not more than | no longer than | at most | a maximum of | within | far fewer than
"""
_ABOUT = """
about | around | approximately | roughly | nearly | almost | some | an estimated | estimated | close to | approaching | circa |
virtually | perhaps | in the region of | on the order of | somewhere around | an average of | anywhere from | maybe
"""
_ABOUT_LOW = (
    "just over | slightly more than | a little over | a little more than | just above | slightly over | little more than | just more than"
)
_ABOUT_HIGH = """
just under | slightly less than | slightly fewer than | a little under | a little less than | just below | just short of | just shy
of | little less than | just less than
"""
_KINDS: Final[dict[tuple[str, ...], tuple[Bound | None, bool]]] = {}
for _group, _kind in (
    (_LOW, ("low", False)),
    (_HIGH, ("high", False)),
    (_ABOUT, (None, True)),
    (_ABOUT_LOW, ("low", True)),
    (_ABOUT_HIGH, ("high", True)),
):
    for _phrase in _group.split("|"):
        _KINDS[tuple(_phrase.split())] = _kind  # type: ignore[assignment]
_LASTS: Final = frozenset(phrase[-1] for phrase in _KINDS)
_BEHIND: Final[dict[tuple[str, ...], tuple[Bound | None, bool]]] = {
    ("or", "more"): ("low", False),
    ("or", "so"): (None, True),
    ("or", "fewer"): ("high", False),
    ("or", "less"): ("high", False),
    ("and", "counting"): ("low", False),
    ("+",): ("low", False),
    ("plus",): ("low", False),
    ("-", "plus"): ("low", False),
    ("-", "odd"): (None, True),
    ("-", "some"): (None, True),
}
_LONGEST = 4


class Bounds(NamedTuple):
    """What qualifies a number, with the tokens it reaches from and to."""

    first: int
    last: int
    bound: Bound | None = None
    about: bool = False


def bounds_of(tokens: Sequence[Token], first: int, last: int) -> Bounds:
    """What qualifies the number that stands in tokens ``first`` to ``last``, unit included."""
    found = Bounds(first, last)
    while found.first and tokens[found.first - 1].lower_ in _LASTS:
        words = tuple(t.lower_ for t in tokens[max(0, found.first - _LONGEST) : found.first])
        for n in range(len(words)):
            kind = _KINDS.get(words[n:])
            if kind is not None:
                found = Bounds(found.first - len(words) + n, last, found.bound or kind[0], found.about or kind[1])
                break
        else:
            break
    for size in (2, 1):
        kind = _BEHIND.get(tuple(t.lower_ for t in tokens[last + 1 : last + 1 + size]))
        if kind is not None:
            return found._replace(last=last + size, bound=found.bound or kind[0], about=found.about or kind[1])
    return found
