"""How much of one article another explains: an alignment seen from one side, with the kind of derivation it would be."""

from __future__ import annotations

from collections.abc import Iterable

from ..records import EdgeKind, Record, Span
from ..settings import DerivationSettings
from .links import Alignment
from .passages import Passages


class Kinship(Record, frozen=True):
    """What ``to`` has in common with ``from_``; numbers are indices of sentences in their ``Passages``."""

    from_: str
    to: str
    share: float
    """0 to 1: sentences of ``to`` that have a partner."""
    narration: float
    """0 to 1: sentences of ``to`` outside quotation marks that have a firm partner."""
    verbatim: float
    """0 to 1: mean share of common word sequences over the sentences explained."""
    length: float
    """Words of ``to`` over words of ``from_``."""
    common: int
    """As in ``Alignment``."""
    explained: frozenset[int]
    firm: int
    """Sentences of narration with a firm partner."""
    ordered: tuple[tuple[int, int], ...]
    """(sentence of ``from_``, sentence of ``to``), in the order of both."""


def kinship(alignment: Alignment, to: str, settings: DerivationSettings) -> Kinship:
    """Look at ``alignment`` as if ``to`` had been made from the other article."""
    turned = alignment.left.article == to
    here, there = (alignment.left, alignment.right) if turned else (alignment.right, alignment.left)
    best: dict[int, tuple[float, float]] = {}
    for link in alignment.links:
        number = link.left if turned else link.right
        best[number] = max(best.get(number, (0.0, 0.0)), (link.score, link.verbatim))
    firm = sum(score >= settings.firm_link and not here.sentences[number].quoted for number, (score, _) in best.items())
    return Kinship(
        from_=there.article,
        to=to,
        share=len(best) / max(1, len(here.sentences)),
        narration=firm / max(1, here.narrated),
        verbatim=sum(verbatim for _, verbatim in best.values()) / max(1, len(best)),
        length=here.length / max(1, there.length),
        common=alignment.common,
        explained=frozenset(best),
        firm=firm,
        ordered=tuple((link.right, link.left) if turned else (link.left, link.right) for link in alignment.ordered),
    )


def unrelated(here: Passages, there: Passages) -> Kinship:
    """Kinship of ``there`` to ``here`` where no sentence of one says what one of the other says."""
    length = there.length / max(1, here.length)
    return Kinship(
        from_=here.article,
        to=there.article,
        share=0.0,
        narration=0.0,
        verbatim=0.0,
        length=length,
        common=0,
        explained=frozenset(),
        firm=0,
        ordered=(),
    )


def are_kin(one: Kinship, other: Kinship, settings: DerivationSettings) -> bool:
    """Return whether the narration of the two shares more than two reporters of one event would; symmetric."""
    return (
        max(
            (kin.narration for kin in (one, other) if kin.firm >= settings.kin_links and len(kin.ordered) >= settings.kin_links),
            default=0.0,
        )
        >= settings.kin
    )


def is_near_copy(kin: Kinship, settings: DerivationSettings) -> bool:
    """Return whether nearly all of ``to`` stands in ``from_``, for the most part in the same words."""
    return kin.share >= settings.near_copy and kin.verbatim >= settings.near_copy


def kind_of(kin: Kinship, several: bool, settings: DerivationSettings) -> EdgeKind:
    """Name the derivation of ``to``; ``several``: it has other parents besides."""
    if kin.length >= settings.condensed and is_near_copy(kin, settings):
        return "copy"
    if several or kin.share < 0.5:
        return "mixed"
    return "condensed" if kin.length < settings.condensed else "rewrite"


def spans_of(sentences: Passages, numbers: Iterable[int]) -> tuple[Span, ...]:
    """Return the spans of these sentences, in order."""
    return tuple(sentences.sentences[number].span for number in sorted(set(numbers)))
