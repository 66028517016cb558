"""Claims that one report alone calls false: "Orr falsely claimed", where the other has "Orr claimed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...annotate.folding import fold
from ...records import Statement
from ...settings import FactSettings
from .claims import Claim, Told, statement_of
from .differences import Difference
from .likeness import cosine
from .lineup import Pair
from .stages import stages
from .telling import explained
from .topics import act_of

__all__ = ["called_false"]

_LIKE = 0.2
"""Likeness of clauses (cosine of their stems) below which two claims of one person are two matters."""
_CUE = 80
"""Characters before a clause in which the words that introduce it stand."""


def called_false(pairs: Sequence[Pair], told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find claims of one person that one article calls false and another tells without a verdict."""
    done: set[tuple[str, int]] = set()
    for pair in pairs:
        found = _called_false(pair, told)
        if found is not None and found.confidence >= settings.least and not done & {pair.left.key, pair.right.key}:
            done |= {pair.left.key, pair.right.key}
            yield found


def _called_false(pair: Pair, told: Told) -> Difference | None:
    left, right = pair.left, pair.right
    like = cosine(left.terms, right.terms, told.weight)
    if not left.attributed_to or left.attributed_to != right.attributed_to or like < _LIKE:
        return None
    verdicts = [_verdict(claim, told) for claim in (left, right)]
    if bool(verdicts[0]) == bool(verdicts[1]):
        return None
    false, plain, verdict = (left, right, verdicts[0]) if verdicts[0] else (right, left, verdicts[1])
    has = {f"it as “{verdict}” said by {left.attributed_to}": false, f"it as the word of {left.attributed_to}, without a verdict": plain}
    return _difference(has, f"whether it is true: {act_of(plain, told)}", 0.5 + like / 2, told)


def _verdict(claim: Claim, told: Told) -> str | None:
    """The adverb by which the article calls the claim false ("falsely claimed"); None: it does not."""
    before = (max(claim.sentence[0], claim.span[0] - _CUE), claim.span[0])
    return next((word for word in fold(told.text(claim.article, before)).split() if word in stages().rejected), None)


def _difference(has: dict[str, Claim], topic: str, sure: float, told: Told) -> Difference:
    sides: dict[str, list[Statement]] = {words: [statement_of(claim, told)] for words, claim in has.items()}
    return Difference(
        kind="attribution",
        topic=topic,
        explanation=explained(sides, told, grows=False),
        statements=tuple(statement for some in sides.values() for statement in some),
        confidence=sure,
    )
