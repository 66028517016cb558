"""Disputes that a report announces itself: "Accounts differ. Orr thinks it took five minutes. For Keel it was an hour." """

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from math import inf

from ...records import Annotated, Quantity, Statement
from ...settings import FactSettings
from .claims import Told
from .differences import Difference, Side, difference_of
from .values import apart, comparable, meant

__all__ = ["announced_differences"]

_CUE = re.compile(
    r"\b(?:accounts?|versions?|stories|reports|estimates|figures|tolls|counts|witnesses|recollections)(?: \w+){0,3} "
    r"(?:differ|differed|vary|varied|varying|conflict|conflicted|diverge|diverged|disagree|disagreed|contradict\w*)\b"
    r"|\b(?:conflicting|contradictory|differing|varying) (?:accounts|versions|reports|estimates|figures|tolls|claims|stories)\b",
    re.IGNORECASE,
)
"""How a report says that those it tells of do not agree."""
_BEHIND = 3
"""Sentences behind such a one in which both numbers are looked for."""
_SURE = 0.7
"""Judged: the report itself says that they differ."""


def announced_differences(told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find numbers that an article sets against each other in so many words; of reports with the same words one difference."""
    found = defaultdict[tuple[str, float, float], list[tuple[Statement, Statement]]](list)
    for annotated in told.annotated.values():
        for one, other in _pairs(annotated, settings):
            low, high = sorted((one, other), key=lambda quantity: (_size(quantity, settings), quantity.span))
            key = (low.unit or low.counted or "", _size(low, settings), _size(high, settings))
            found[key].append((_statement(low, annotated, told), _statement(high, annotated, told)))
    for (measure, _, _), pairs in sorted(found.items()):
        sides = [Side(says=pairs[0][n].says, statements=tuple(pair[n] for pair in pairs)) for n in (0, 1)]
        yield difference_of("number", f"{measure}s: accounts that differ", sides, told, confidence=_SURE)


def _pairs(annotated: Annotated, settings: FactSettings) -> Iterator[tuple[Quantity, Quantity]]:
    """Of every announcement the first two numbers of one measure, in different sentences behind it, that cannot both hold."""
    text = annotated.article.text
    for number, sentence in enumerate(annotated.sentences):
        if not _CUE.search(text, *sentence):
            continue
        behind = annotated.sentences[number : number + 1 + _BEHIND]
        near = [(at, q) for at, span in enumerate(behind) for q in annotated.quantities if span[0] <= q.span[0] < span[1]]
        for (at, one), (further, other) in combinations(near, 2):
            alike = (one.unit == other.unit and one.counted == other.counted) or (comparable(one, other) and one.unit and other.unit)
            if at != further and alike and (one.unit or one.counted) and one.counted != "age" and apart(one, other, settings):
                yield one, other
                break


def _size(quantity: Quantity, settings: FactSettings) -> float:
    """The least that it means, in its scale's own unit; the most, where it has no lower bound."""
    value = meant(quantity, settings)
    return 0.0 if value is None else value.low if value.low > -inf else value.high


def _statement(quantity: Quantity, annotated: Annotated, told: Told) -> Statement:
    """The whole sentence: who is said to think so stands in it, and so does a "not"."""
    article, start = annotated.article.id, quantity.span[0]
    sentence = next(span for span in annotated.sentences if span[0] <= start < span[1])
    clauses = [claim for claim in told.claims if claim.article == article and claim.span[0] <= start < claim.span[1]]
    speaker = next((claim.attributed_to for claim in clauses if claim.attributed_to), None)
    return Statement(article=article, spans=(sentence,), says=told.text(article, sentence), attributed_to=speaker)
