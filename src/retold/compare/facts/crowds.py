"""Disputes of size: how many people come together at one event, whatever they are called: "thousands" and "hundreds of thousands"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

import msgspec

from ...records import Quantity, Record, Span
from ...settings import FactSettings
from ..passages import overlap
from ..senses import alike
from .claims import Claim, Told, statement_of
from .differences import Difference, Side, difference_of
from .likeness import PEOPLE
from .sites import sites_in
from .together import sides_of
from .values import apart

__all__ = ["crowd_differences"]

_COMING = frozenset(
    """attend gather draw flock march rally protest demonstrate celebrate descend participate line pack fill join assemble mourn crowd
    attract pour converge throng swarm cheer chant parade congregate expect""".split()
) | {"turn out", "take part", "show up", "come out", "come together", "see in", "ring in", "take to"}
"""What is told of people who come together."""
_FEWEST = 20.0
"""People that make a crowd; fewer are a party to something else."""
_REACH = 8.0
"""Times as great as a bound that the size of a crowd can be: who knows of hundreds does not say dozens."""
_PERSON = 0.3
"""Likeness of meaning to "person" from which a noun counts people; cars, seats and firms have 0."""
_LATELY = 8
"""Days around an article's own date within which a dated gathering is taken for the one told without a date."""
_SURE = 0.7
"""Judged: people gather at one site about once in a story."""


class _Crowd(Record, frozen=True, kw_only=True):
    """People who come together, as one clause counts them."""

    claim: Claim
    quantity: Quantity
    shown: Span
    sites: frozenset[str]
    """Towns, squares and buildings that its sentence names."""


def crowd_differences(told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find gatherings at one site whose sizes cannot both hold, one difference for each site."""
    crowds = _crowds(told)
    settings = msgspec.structs.replace(settings, reach=_REACH)
    clashes = defaultdict[str, list[tuple[_Crowd, _Crowd]]](list)
    for one, other in combinations(crowds, 2):
        shared = one.sites & other.sites
        if one.claim.article == other.claim.article or not shared or not _of_one_time(one.claim, other.claim, told):
            continue
        if not apart(one.quantity, other.quantity, settings):
            continue
        if not _knows(one, other, crowds, settings) and not _knows(other, one, crowds, settings):
            clashes[min(shared)].append((one, other))
    for site, found in sorted(clashes.items()):
        yield _difference(site, found, told, settings)


def _crowds(told: Told) -> list[_Crowd]:
    found = dict[tuple[str, Span], _Crowd]()
    for claim in told.claims:
        if claim.assertion.lemma not in _COMING or claim.assertion.negated or _awaited_by_somebody(claim):
            continue
        annotated = told.annotated[claim.article]
        sites = sites_in(annotated, claim.sentence)
        for quantity in annotated.quantities:
            if _counts_people(quantity, claim) and (quantity.low or quantity.high or 0.0) >= _FEWEST:
                shown = _shown(quantity)
                found.setdefault((claim.article, quantity.span), _Crowd(claim=claim, quantity=quantity, shown=shown, sites=sites))
    return [found[key] for key in sorted(found)]


def _awaited_by_somebody(claim: Claim) -> bool:
    """Whether it is somebody who expects them: "the town expects 300 coaches"; those who "are expected" are people."""
    target = claim.assertion.target
    return claim.assertion.lemma == "expect" and (target is None or target.span[0] > claim.assertion.predicate[0])


def _counts_people(quantity: Quantity, claim: Claim) -> bool:
    """Whether a quantity counts those who come, in what the clause has for actor or target."""
    if quantity.unit is not None:
        return False
    noun = quantity.counted
    people = noun is None or noun in PEOPLE or noun == "goer" or alike(noun, "person") >= _PERSON
    return people and any(one is not None and overlap(one.span, quantity.span) for one in (claim.assertion.actor, claim.assertion.target))


def _shown(quantity: Quantity) -> Span:
    counted = quantity.counted_span or quantity.span
    return (min(quantity.span[0], counted[0]), max(quantity.span[1], counted[1]))


def _of_one_time(one: Claim, other: Claim, told: Told) -> bool:
    """Whether two gatherings may be one: of days in common, or dated about when the articles were written."""
    here, there = _days(one, told), _days(other, told)
    return any(a[0] <= b[1] and b[0] <= a[1] for a in here for b in there)


def _days(claim: Claim, told: Told) -> list[tuple[int, int]]:
    """First and last day of its dates, as ordinals; the days around the article's own where it has none."""
    dates = [(day.start, day.end) for day in claim.dates if day.start and day.end]
    if dates:
        return [(date.fromisoformat(start).toordinal() - 1, date.fromisoformat(end).toordinal() + 1) for start, end in dates]
    published = told.day(claim.article)
    at = date.fromisoformat(published).toordinal() if published else 0
    return [(at - _LATELY, at + _LATELY)] if published else [(0, date.max.toordinal())]


def _knows(one: _Crowd, other: _Crowd, crowds: Sequence[_Crowd], settings: FactSettings) -> bool:
    """Whether the article of ``one`` has a crowd of the size of ``other`` at the same site: it tells of two."""
    return any(
        crowd.claim.article == one.claim.article and crowd.sites & other.sites and not apart(crowd.quantity, other.quantity, settings)
        for crowd in crowds
    )


def _difference(site: str, found: Sequence[tuple[_Crowd, _Crowd]], told: Told, settings: FactSettings) -> Difference:
    crowds = {(crowd.claim.article, crowd.shown): crowd for pair in found for crowd in pair}
    ordered = [crowd for _, crowd in sorted(crowds.items(), key=lambda item: (item[1].quantity.low or 0.0, item[0]))]
    sides = sides_of(ordered, lambda one, other: apart(one.quantity, other.quantity, settings) > 0)
    made = [
        Side(
            says=told.text(side[0].claim.article, side[0].shown),
            statements=tuple(statement_of(crowd.claim, told, span=crowd.shown) for crowd in side),
        )
        for side in sides
    ]
    return difference_of("number", f"people at {site.title()}", made, told, confidence=_SURE)
