"""Disputes inside one remark: two outlets quote the same words, but for a number, a name or a word that changes what was said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...records import Annotated, Span, Statement, Utterance, Variant
from ..passages import overlap
from .claims import Told
from .differences import Difference, Kind, listing, quoted

__all__ = ["rendition_differences"]

_KINDS: dict[str, Kind] = {"number": "number", "name": "actor"}
"""Negations and modal words that collation sees altered were dispute in one of six read: outlets cut remarks at different places."""
_SURE = 0.75
"""Judged: what collation says changes the meaning, between renditions of one utterance."""
_AROUND = 45
"""Characters before and behind the altered words that are shown with them."""


def rendition_differences(utterances: Sequence[Utterance], told: Told) -> Iterator[Difference]:
    """Find words that outlets change inside one remark so that it means something else, one difference for each remark and kind."""
    quotations = {q.id: one.article.id for one in told.annotated.values() for q in one.quotations}
    for utterance in utterances:
        base = quotations[utterance.base]
        altered = defaultdict[Kind, dict[str, Variant]](dict)
        for rendition in utterance.renditions:
            if rendition.article == base or rendition.relation == "indirect":
                continue
            for variant in rendition.variants:
                kind = _kind(variant, told.annotated[base], told.annotated[rendition.article])
                if kind is not None:
                    altered[kind].setdefault(rendition.article, variant)
        for kind, variants in sorted(altered.items()):
            yield _difference(kind, utterance, base, variants, told)


def _kind(variant: Variant, base: Annotated, here: Annotated) -> Kind | None:
    """What an altered word makes uncertain; None: nothing that another kind of search would call a dispute."""
    if variant.kind != "substitution" or variant.changes_meaning != "yes" or variant.base is None or variant.here is None:
        return None
    if variant.of == "words":  # "they ruined it", "it ruined it"
        return "actor" if _acts(variant.base, base) and _acts(variant.here, here) else None
    return _KINDS.get(variant.of)


def _acts(span: Span, annotated: Annotated) -> bool:
    """Whether a span is who does what a clause tells."""
    return any(one.actor is not None and overlap(one.actor.span, span) == span[1] - span[0] for one in annotated.assertions)


def _difference(kind: Kind, utterance: Utterance, base: str, variants: dict[str, Variant], told: Told) -> Difference:
    first = next(iter(variants.values()))
    speaker = utterance.speaker
    told_by = [(base, first.base), *((article, variant.here) for article, variant in sorted(variants.items()))]
    statements = tuple(
        Statement(article=article, spans=(span,), says=_shown(article, span, utterance, told), attributed_to=speaker)
        for article, span in told_by
        if span
    )
    have = [f"{told.name(one.article)} {quoted(one.says)}" for one in statements]
    return Difference(
        kind=kind,
        topic=f"{speaker or 'somebody'} quoted: {quoted(statements[0].says)}",
        explanation=f"In one remark{f' of {speaker}' if speaker else ''}, {listing(have)}: the words were changed on the way.",
        statements=statements,
        confidence=_SURE,
    )


def _shown(article: str, span: Span, utterance: Utterance, told: Told) -> str:
    """The altered words with a few words of the remark before and behind."""
    text = told.annotated[article].article.text
    pieces = (piece for rendition in utterance.renditions if rendition.article == article for piece in rendition.spans)
    first, last = next(((a, b) for a, b in pieces if a <= span[0] and span[1] <= b), span)
    start, end = first, last
    if first < span[0] - _AROUND:
        before = text[span[0] - _AROUND : span[0]]
        start = span[0] - len(before.split(" ", 1)[-1]) if " " in before else span[0]
    if span[1] + _AROUND < last:
        behind = text[span[1] : span[1] + _AROUND]
        end = span[1] + (len(behind.rsplit(" ", 1)[0]) if " " in behind else 0)
    return told.text(article, (start, end))
