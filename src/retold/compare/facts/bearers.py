"""Disputes of age about somebody whom one report does not name: "a 19-year-old was found" where another has "Oda Merrin, 21, was found"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...records import Quantity, Span, Statement
from ..passages import overlap, stems
from .ages import Age, ages_of
from .claims import Claim, Told
from .differences import Difference, Side, difference_of
from .likeness import cosine

__all__ = ["bearer_differences"]

_FATES = frozenset(
    """find arrest kill shoot rescue injure wound charge detain free release stab hospitalize hospitalise convict sentence acquit jail
    drown capture execute deport kidnap abduct""".split()
)
"""What is done to somebody once in a story."""
_UNNAMED = re.compile(r"\b(?:a|an|another)(?: [a-z]+)? $", re.IGNORECASE)
_AROUND = 0.08
"""Likeness of the passages (cosine), the sentences before and behind with them, from which the fate is that of one person."""
_SURE = 0.55


class _Bearer(NamedTuple):
    """Somebody of an age to whom something was done."""

    age: Age
    claim: Claim
    terms: frozenset[str]
    """Stems of the sentence that tells it, the one before and the one behind."""


def bearer_differences(told: Told) -> Iterator[Difference]:
    """Find persons of another age where one article names them and another does not, by what was done to them.

    Neither article tells the other's age of anybody, and each has one person only to whom that was done.
    """
    ages = {article: ages_of(annotated, told) for article, annotated in told.annotated.items()}
    named = _sole([bearer for claim in told.claims for bearer in _named(claim, ages[claim.article], told)])
    for unnamed in _sole([bearer for claim in told.claims for bearer in _unnamed(claim, told)]):
        for bearer in named:
            article, other = unnamed.age.article, bearer.age.article
            if article == other or bearer.claim.assertion.lemma != unnamed.claim.assertion.lemma:
                continue
            if bearer.age.years in _years(article, told) or unnamed.age.years in _years(other, told):
                continue
            if abs(bearer.age.years - unnamed.age.years) > 1 and cosine(unnamed.terms, bearer.terms, told.weight) >= _AROUND:
                sides = [_side(unnamed.age, told), _side(bearer.age, told)]
                yield difference_of("number", f"age of {bearer.claim.target}", sides, told, confidence=_SURE)
                break


def _sole(bearers: Sequence[_Bearer]) -> list[_Bearer]:
    """The first telling of those to whom an article tells something done that it tells of no other of an age."""
    by_fate = defaultdict[tuple[str, str], list[_Bearer]](list)
    for bearer in bearers:
        by_fate[bearer.age.article, bearer.claim.assertion.lemma].append(bearer)
    return [some[0] for some in by_fate.values() if len({bearer.age.years for bearer in some}) == 1]


def _named(claim: Claim, ages: dict[str, list[Age]], told: Told) -> Iterator[_Bearer]:
    if claim.assertion.lemma in _FATES and not claim.assertion.negated and claim.target in ages:
        yield _Bearer(ages[claim.target][0], claim, _around(claim, told))


def _unnamed(claim: Claim, told: Told) -> Iterator[_Bearer]:
    """ "another 19-year-old was found": the age in what something is done to, where it names nobody."""
    target = claim.assertion.target
    if claim.assertion.lemma not in _FATES or claim.assertion.negated or target is None or claim.target is not None:
        return
    text = told.annotated[claim.article].article.text
    for quantity in claim.quantities:
        if _is_age(quantity) and overlap(quantity.span, target.span) and _UNNAMED.search(text[: quantity.span[0]][-20:]):
            yield _Bearer(Age(claim.article, _shown(quantity, target.span), int(quantity.low or 0)), claim, _around(claim, told))


def _is_age(quantity: Quantity) -> bool:
    return quantity.counted == "age" and quantity.unit == "year" and quantity.low == quantity.high


def _shown(quantity: Quantity, target: Span) -> Span:
    return (min(target[0], quantity.span[0]), max(target[1], quantity.span[1]))


def _years(article: str, told: Told) -> set[float | None]:
    """All ages that an article tells."""
    return {quantity.low for quantity in told.annotated[article].quantities if quantity.counted == "age"}


def _around(claim: Claim, told: Told) -> frozenset[str]:
    sentences = told.annotated[claim.article].sentences
    at = sentences.index(claim.sentence)
    around = sentences[max(0, at - 1) : at + 2]
    return stems(told.text(claim.article, (around[0][0], around[-1][1])))


def _side(age: Age, told: Told) -> Side:
    statement = Statement(article=age.article, spans=(age.span,), says=told.text(age.article, age.span))
    return Side(says=statement.says, statements=(statement,))
