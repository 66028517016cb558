"""What one report tells as certain and another only as appearing so ("it appears that"), or at second hand ("the Lantern reports that")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ...annotate.cues import SAYING
from ...annotate.folding import fold, name_key
from ...read.outlets import load_outlets
from ...records import Statement
from ..lexicon import lexicon
from .claims import Claim, Told, statement_of
from .differences import Difference
from .likeness import cosine, same_act
from .pairing import SAME_ACT, VAGUE
from .telling import explained, telling_of
from .together import gathered
from .topics import act_of

__all__ = ["hearsay_differences", "is_media", "second_hand"]

_REAL = frozenset({"done", "going on"})
_LIKE = 0.25
"""Likeness of the clauses, and of their sentences (cosine of stems), below which the same verb tells two matters."""
_SECOND = 0.35
"""The same for what is told at second hand: reports of one event quote each other's outlets on many matters."""
_LEAST_STEMS = 3
_HEDGES = frozenset(
    """reportedly allegedly apparently supposedly purportedly seemingly presumably evidently appear appears appeared appearing seem seems
    seemed suspected suspect believed thought reported alleged purported rumored rumoured said understood""".split()
)
"""Hedges of an article's own voice; what is charged or foretold ("likely") is left out."""
_MEDIA = frozenset(
    """report reports media newspaper newspapers newswire wire outlet outlets broadcaster broadcasters press network networks television
    tabloid tabloids magazine channel station website websites radio paper papers""".split()
)
"""Last words of names for those who report at second hand, whose names no list holds."""


def hearsay_differences(told: Told) -> Iterator[Difference]:
    """Find what one article hedges in its own voice or has from other media, and another states as a fact or has from those concerned.

    Lined up by the act, by shared words of the clause and by shared words of the sentence: each alone brings two matters together. An
    article that is itself the one cited is no second side.
    """
    claims = [claim for claim in told.claims if _weighty(claim)]
    by_article = defaultdict[str, list[Claim]](list)
    for claim in claims:
        by_article[claim.article].append(claim)
    clashes = list[_Clash]()
    for unsure in claims:
        if _hedged(unsure) or (second_hand(unsure) and _speech(unsure, told) and not _is_the_source(unsure.article, unsure, told)):
            clashes.extend(_Clash(unsure, sure, like) for like, sure in _sure(unsure, by_article, told))
    clashes.sort(key=lambda c: (-c.like, c.unsure.key, c.sure.key))
    for joined in gathered(clashes, lambda c: ((claim.article, claim.sentence) for claim in (c.unsure, c.sure))):
        yield _difference(joined, told)


class _Clash(NamedTuple):
    """What one article is unsure of and another is not."""

    unsure: Claim
    sure: Claim
    like: float


def second_hand(claim: Claim) -> bool:
    """Whether an article has it from other media."""
    return claim.quoted and claim.attributed_to is not None and is_media(claim.attributed_to)


@lru_cache(maxsize=1024)
def is_media(name: str) -> bool:
    """Whether a name is that of an outlet or agency, or of media in general."""
    return load_outlets().by_form(name) is not None or not _MEDIA.isdisjoint(fold(name).split()[-1:])


def _weighty(claim: Claim) -> bool:
    assertion = claim.assertion
    tells = assertion.lemma not in VAGUE and assertion.kind != "noun" and len(claim.terms) >= _LEAST_STEMS
    return tells and not claim.headline and assertion.standing in _REAL


def _hedged(claim: Claim) -> bool:
    return claim.hedge is not None and not claim.quoted and fold(claim.hedge).split()[-1] in _HEDGES


def _sure(unsure: Claim, by_article: Mapping[str, Sequence[Claim]], told: Told) -> Iterator[tuple[float, Claim]]:
    """The best claim of each other article that tells the same without the doubt, with its likeness."""
    least = _LIKE if _hedged(unsure) else _SECOND
    for article, claims in by_article.items():
        if article == unsure.article or _is_the_source(article, unsure, told):
            continue
        found = [(like, claim) for claim in claims if (like := _likeness(unsure, claim, told)) >= least]
        if found and not any(claim.hedge for _, claim in found):
            like, best = max(found, key=lambda one: (one[0], one[1].key))
            telling = telling_of(best, told)
            if telling.flat or (_speech(best, told) and (_hedged(unsure) or telling.distance < _WORD)):
                yield like, best


def _speech(claim: Claim, told: Told) -> bool:
    """Whether somebody says it, not thinks or fears it."""
    quotation = next((q for q in told.annotated[claim.article].quotations if q.id == claim.assertion.quotation), None)
    if quotation is None or quotation.cue is None or quotation.type != "speech":
        return False
    return any(lexicon().lemma(word) in SAYING for word in fold(told.text(claim.article, quotation.cue)).split())


_WORD = 0.5
"""Distance of a telling from which it is merely somebody's word."""


def _is_the_source(article: str, unsure: Claim, told: Told) -> bool:
    """Whether an article is of the very outlet that is cited."""
    outlets, outlet = load_outlets(), told.annotated[article].article.outlet
    cited = outlets.by_form(unsure.attributed_to or "")
    if outlet is None:
        return False
    words = set(name_key(unsure.attributed_to or "")) - _MEDIA - {"the"}
    same_words = bool(words) and words <= set(name_key(outlet))
    return same_words or (cited is not None and cited in (outlets.by_form(outlet), outlets.by_domain(outlet)))


def _likeness(one: Claim, other: Claim, told: Told) -> float:
    """0 to 1: the lesser of the likeness of clauses and of sentences; 0 for other acts, and for acts of others."""
    if one.assertion.negated != other.assertion.negated or same_act(one.assertion.lemma, other.assertion.lemma) < SAME_ACT:
        return 0.0
    for mine, theirs in ((one.actor, other.actor), (one.target, other.target)):
        if mine and theirs and mine != theirs:
            return 0.0
    return min(cosine(one.terms, other.terms, told.weight), cosine(one.around, other.around, told.weight))


def _difference(clashes: Sequence[_Clash], told: Told) -> Difference:
    has, shown = defaultdict[str, list[Statement]](list), set[str]()
    for claim in (claim for clash in clashes for claim in (clash.unsure, clash.sure)):
        if claim.article not in shown:
            shown.add(claim.article)
            has[_words(claim, told)].append(statement_of(claim, told))
    return Difference(
        kind="attribution",
        topic=f"how sure it is that {act_of(clashes[0].unsure, told)}",
        explanation=explained(has, told, grows=False),
        statements=tuple(statement for some in has.values() for statement in some),
        confidence=round(min(1.0, 0.4 + clashes[0].like / 2), 6),
    )


def _words(claim: Claim, told: Told) -> str:
    if claim.hedge is None and second_hand(claim):
        return f"it at second hand, from {claim.attributed_to}"
    return telling_of(claim, told).words
