"""Which quotation a date expression belongs to: as the day it was said, or inside it, as its speaker's own word for a time."""

from __future__ import annotations

import re
from typing import Final

from ...records import Annotated, Assertion, Quotation, Span
from ..passages import overlap

_NEAR: Final = 60
"""Characters between a cue and the day of what it tells."""
_TELLING: Final = 3
"""Words of a remark that tells something by itself."""
_BESIDES: Final = re.compile(r"[a-z]+ing\b")


def remark_of(one: Annotated, date: Span, sentence: Span, claim: Assertion | None) -> Quotation | None:
    """The quotation that the date says the day of: `said on Monday`, `met them on Monday, warning that …`; None: it dates no remark.

    ``claim`` is what the date belongs to.
    """
    text = one.article.text
    for quotation in one.quotations:
        cue = quotation.cue
        if cue is None or quotation.type != "speech" or quotation.speaker is None or not overlap(cue, sentence):
            continue
        if any(overlap(date, span) for span in quotation.spans) or sum(len(text[a:b].split()) for a, b in quotation.spans) < _TELLING:
            continue
        if claim is None:
            found = max(date[0] - cue[1], cue[0] - date[1]) <= _NEAR
        elif overlap(claim.predicate, cue):
            found = True
        else:
            same = claim.actor is not None and claim.actor.name == quotation.speaker.canonical
            found = same and claim.kind == "verb" and bool(_BESIDES.match(text, *cue)) and claim.predicate < cue
        if found:
            return quotation
    return None


def source_of(one: Annotated, date: Span) -> Quotation | None:
    """The innermost quotation that holds a date: what it dates is its speaker's word."""
    own = [(b - a, q.id, q) for q in one.quotations for a, b in q.spans if q.type == "speech" and a <= date[0] and date[1] <= b]
    return min(own, default=(0, "", None), key=lambda entry: entry[:2])[2]
