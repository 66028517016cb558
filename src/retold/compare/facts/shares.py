"""Disputes of share: "one of them was carrying a baby" where another report has "all but three were carrying babies"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from ...annotate.folding import fold
from ...records import Span, Statement
from ..lexicon import lexicon
from .claims import Claim, Told
from .differences import Difference, Side, difference_of
from .likeness import LIGHT, cosine, same_act, same_noun
from .together import joined, sides_of

__all__ = ["share_differences"]

_SHARES: tuple[tuple[str, float, float], ...] = (
    (r"none|no one|nobody", 0.0, 0.0),
    (r"(?:only |just )?one", 0.0, 0.34),
    (r"(?:only |just )?(?:two|three)", 0.0, 0.49),
    (r"(?:only )?a (?:few|handful)|hardly any|almost none|very few|few|a minority|a fraction", 0.0, 0.34),
    (r"about half|nearly half|half", 0.4, 0.6),
    (r"most|(?:the|a) (?:vast |great |large |overwhelming )?majority|the bulk|more than half", 0.51, 0.99),
    (r"nearly all|almost all|virtually all|practically all|all but \w+", 0.8, 0.99),
    (r"all|every one|each|both|every single one", 1.0, 1.0),
)
"""Words for a part of a set, to the least and greatest share that they mean; "some" and "many" may be any."""
_SHARE = tuple((re.compile(rf"(?:{words})(?: \w+)? of\b|(?:{words})$", re.IGNORECASE), low, high) for words, low, high in _SHARES)
_SURE = 0.6
_AROUND = 0.12
"""Likeness of the clauses or sentences (cosine) from which like acts on like things are told of one set."""
_LIKE = 0.9
"""Likeness of acts and of things from which they are the same."""


class _Share(NamedTuple):
    """The part of a set of which a clause tells something."""

    claim: Claim
    span: Span
    low: float
    high: float


def share_differences(told: Told) -> Iterator[Difference]:
    """Find what articles tell of parts of one set that exclude each other: acts and objects are the same, the shares apart."""
    shares = [share for claim in told.claims if (share := _share(claim, told)) is not None]
    about = [(one, other) for one, other in combinations(shares, 2) if _one_matter(one, other, told)]
    known = {(one.claim.article, other.claim.key) for pair in about if not _apart(*pair) for one, other in (pair, pair[::-1])}
    pairs = [(one, other) for one, other in about if _clash(one, other) and not {_knows(one, other), _knows(other, one)} & known]
    for members in joined(pairs, lambda share: share.claim.key):
        sides = sides_of(sorted(members, key=lambda share: (share.low, share.claim.key)), _apart)
        yield _difference(sides, told)


def _share(claim: Claim, told: Told) -> _Share | None:
    """What share of a set a clause is about; None: its actor, or whom it is done to, is no part of one."""
    assertion = claim.assertion
    holder = assertion.actor or (assertion.target if assertion.target and assertion.target.span[0] < assertion.predicate[0] else None)
    if holder is None or assertion.lemma in LIGHT - {"be", "have"}:
        return None
    words = fold(told.text(claim.article, (holder.span[0], assertion.predicate[0])))
    for pattern, low, high in _SHARE:
        if pattern.match(words) or pattern.fullmatch(fold(told.text(claim.article, holder.span))):
            return _Share(claim, holder.span, low, high) if not assertion.negated or high == 0.0 else None
    return None


def _apart(one: _Share, other: _Share) -> bool:
    return one.high < other.low or other.high < one.low


def _clash(one: _Share, other: _Share) -> bool:
    return one.claim.article != other.claim.article and _apart(one, other)


def _knows(one: _Share, other: _Share) -> tuple[str, tuple[str, int]]:
    """That the article of ``one`` tells of the share of ``other``, besides."""
    return (one.claim.article, other.claim.key)


def _one_matter(one: _Share, other: _Share, told: Told) -> bool:
    """Whether both tell the same of the parts: like acts on like objects, or like states, in like sentences."""
    here, there = one.claim, other.claim
    if same_act(here.assertion.lemma, there.assertion.lemma) < _LIKE:
        return False
    a, b = _thing(one), _thing(other)
    if a is None or b is None:
        if (a is None) != (b is None) or here.assertion.kind == "state":
            return False
    elif same_noun(a, b) < _LIKE:
        return False
    clause = cosine(here.terms, there.terms, told.weight)
    return max(clause, cosine(here.around, there.around, told.weight)) >= _AROUND


def _thing(share: _Share) -> str | None:
    """Base form of what the parts do something to, or are."""
    target = share.claim.assertion.target
    return lexicon().lemma(fold(target.head)) if target is not None and target.span != share.span else None


def _difference(sides: list[list[_Share]], told: Told) -> Difference:
    made = [
        Side(
            says=side[0].claim.text,
            statements=tuple(
                Statement(
                    article=share.claim.article,
                    spans=(share.claim.span,),
                    says=share.claim.text,
                    attributed_to=share.claim.attributed_to,
                    hedge=share.claim.hedge,
                )
                for share in side
            ),
        )
        for side in sides
    ]
    first = sides[0][0].claim
    target = first.assertion.target
    what = told.text(first.article, target.span) if target is not None else ""
    verb = told.text(first.article, first.assertion.predicate)
    return difference_of("number", f"how many: {verb} {what}".strip(), made, told, confidence=_SURE)
