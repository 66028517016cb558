"""Headlines that say more than their text: as fact what the text attributes, as done what it calls possible, or a larger number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ...records import Quantity
from ...settings import FactSettings
from ..passages import stems
from .attribution import contestable
from .claims import Claim, Told, statement_of
from .differences import Difference, quoted
from .likeness import same_act, same_noun
from .lineup import Group
from .pairing import SAME_ACT
from .status import level_of
from .telling import telling_of
from .values import apart, comparable

__all__ = ["headline_differences"]

_DOUBT = 0.8
"""Distance of the text from what it tells above which a flat headline goes beyond it, whatever the matter."""
_COMMON = 2
"""Content words or names, besides the predicate, that a claim of the text must share with the headline to be what it sums up."""


def headline_differences(groups: Sequence[Group], told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find headlines that go beyond their own article; what other articles tell of the matter stands beside.

    Both statements are of one article. A headline that names its source ("…, minister says") goes beyond nothing.
    """
    beside = {claim.key: group for group in groups for claim in group.claims}
    by_article = defaultdict[str, list[Claim]](list)
    for claim in told.claims:
        by_article[claim.article].append(claim)
    for claims in by_article.values():
        body = [claim for claim in claims if not claim.headline]
        for claim in claims:
            if claim.headline:
                found = _beyond(claim, body, told)
                if found is not None and found.confidence >= settings.least:
                    yield _with_others(found, [claim, *body], beside, told)
                    break


def _beyond(headline: Claim, body: Sequence[Claim], told: Told) -> Difference | None:
    same = [claim for claim in body if _same_matter(headline, claim)]
    if not same:
        return None
    return _stronger(headline, same, told) or _flatter(headline, same, told) or _larger(headline, same, told)


def _same_matter(headline: Claim, claim: Claim) -> bool:
    act = same_act(headline.assertion.lemma, claim.assertion.lemma)
    if act < SAME_ACT:
        return False
    own = stems(headline.assertion.lemma) | stems(claim.assertion.lemma)
    common = len((headline.terms & claim.terms) - own)
    return common >= min(_COMMON, len(headline.terms - own))


def _flatter(headline: Claim, same: Sequence[Claim], told: Told) -> Difference | None:
    """The headline states what the text only has somebody say, or hedges."""
    if headline.quoted or headline.hedge or _names_source(headline, told):
        return None
    tellings = [(telling_of(claim, told), claim) for claim in same]
    if any(telling.flat for telling, _ in tellings):
        return None
    telling, claim = min(tellings, key=lambda both: (both[0].distance, both[1].key))
    if claim.attributed_to and claim.attributed_to == headline.actor:
        return None
    if not (contestable(headline) or contestable(claim) or telling.distance > _DOUBT):
        return None
    return _difference("attribution", headline, claim, f"the text has {telling.words}", telling.distance * 0.8, told)


def _stronger(headline: Claim, same: Sequence[Claim], told: Told) -> Difference | None:
    """The headline has as done or certain what the text has as possible, wished for or not so."""
    levels = [(level, claim) for claim in same if (level := level_of(claim)) is not None]
    own = level_of(headline)
    if own is None or not levels or own.name not in ("done", "ahead"):
        return None
    best, claim = max(levels, key=lambda both: (both[0].rank, both[1].key))
    if best.rank >= own.rank or {best.name, own.name} == {"ahead", "done"}:  # headlines tell what is to come in the present tense
        return None
    return _difference("status", headline, claim, "the text does not go so far", 0.7, told)


def _larger(headline: Claim, same: Sequence[Claim], told: Told) -> Difference | None:
    """The headline has a larger number than anything that the text has of the kind."""
    every = told.annotated[headline.article].quantities
    for quantity in headline.quantities:
        others = [q for q in every if q.span[0] >= headline.sentence[1] and comparable(quantity, q) and _same_counted(quantity, q)]
        lower = [q for q in others if apart(quantity, q, FactSettings()) and (q.high or 0) < (quantity.low or 0)]
        if others and len(lower) == len(others):
            claim = next((c for c in same if any(q.span == lower[0].span for q in c.quantities)), None)
            if claim is not None:
                return _difference("number", headline, claim, "the text has a smaller number", 0.6, told)
    return None


def _same_counted(one: Quantity, other: Quantity) -> bool:
    if one.counted is None or other.counted is None:
        return one.counted is other.counted and one.unit == other.unit
    return same_noun(one.counted, other.counted) >= SAME_ACT


def _names_source(headline: Claim, told: Told) -> bool:
    """Whether the headline credits somebody or keeps its distance by quotation marks: "Harbour closed: mayor", "'Sabotage' on ferry"."""
    line = told.text(headline.article, headline.sentence)
    return ":" in line or any(mark in line for mark in "‘’“”\"'")


def _difference(kind: str, headline: Claim, claim: Claim, what: str, sure: float, told: Told) -> Difference:
    name = told.name(headline.article)
    return Difference(
        kind=kind,  # type: ignore[arg-type]
        topic=f"headline and text: {quoted(headline.text)}",
        explanation=f"The headline of {name} says more than its text: it has {quoted(headline.text)}, but {what} ({quoted(claim.text)}).",
        statements=(statement_of(headline, told), statement_of(claim, told)),
        confidence=sure,
    )


def _with_others(found: Difference, claims: Sequence[Claim], beside: Mapping[tuple[str, int], Group], told: Told) -> Difference:
    """With what other articles tell of the same matter, so that a reader sees who else has the headline's reading."""
    spans = {span for statement in found.statements for span in statement.spans}
    groups = [beside[claim.key] for claim in claims if claim.span in spans and claim.key in beside]
    others = {c.key: c for group in groups for c in group.claims if c.article != found.statements[0].article and not c.headline}
    return msgspec.structs.replace(
        found, statements=(*found.statements, *(statement_of(claim, told) for _, claim in sorted(others.items())))
    )
