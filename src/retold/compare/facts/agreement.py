"""Facts that are not in dispute: those that independent sources agree on, and those that one article alone states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...records import Argument, Fact, OnlyHere, Span
from ...settings import FactSettings
from ..passages import overlap
from .claims import Claim, Told, statement_of
from .differences import in_words, outlets_of
from .independence import Sources
from .likeness import LIGHT, cosine, dated_apart
from .lineup import Group
from .pairing import asserted
from .topics import act_of

__all__ = ["agreed_facts", "single_facts"]

_LEAST = 4
"""Content words of a clause that is told as a fact."""


def agreed_facts(
    groups: Sequence[Group], disputed: dict[str, list[Span]], told: Told, sources: Sources, settings: FactSettings
) -> Iterator[Fact]:
    """What two or more independent sources state alike, the most widely told first, at most ``settings.agreed``.

    ``disputed``: the passages in dispute, by article: a matter in dispute is not told as agreed.
    """
    found = []
    for group in groups:
        claims = _alike(group, told, settings)
        count = sources.count(claim.article for claim in claims)
        touched = any(overlap(claim.span, span) for claim in claims for span in disputed.get(claim.article, ()))
        if count >= 2 and not touched:
            found.append((count, len(claims), _weight(claims[0], told), claims))
    found.sort(key=lambda one: (-one[0], -one[1], -one[2], one[3][0].key))
    shown = set[tuple[str, Span]]()
    for count, _, _, claims in found:
        if len(shown) >= settings.agreed or (claims[0].article, claims[0].sentence) in shown:
            continue
        shown.add((claims[0].article, claims[0].sentence))
        statements = tuple(statement_of(claim, told) for claim in sorted(claims, key=lambda claim: claim.key))
        yield Fact(
            id="",
            agreement="agreed",
            kind=None,
            topic=_sentence(claims[0]),
            explanation=f"{in_words(count).capitalize()} independent sources {_state(claims)}: {outlets_of(statements, told)}.",
            independent_sources=count,
            statements=statements,
        )


def single_facts(only_here: Sequence[OnlyHere], told: Told, settings: FactSettings) -> Iterator[Fact]:
    """What stands in one article only, the weightiest clause of each sentence, at most ``settings.single``; a sentence that the article
    prints twice is told once.
    """
    spans = {one.article: one.spans for one in only_here}
    best: dict[tuple[str, Span], Claim] = {}
    for claim in told.claims:
        if _tells(claim) and any(overlap(claim.sentence, span) for span in spans.get(claim.article, ())):
            key = (claim.article, claim.sentence)
            if key not in best or _weight(claim, told) > _weight(best[key], told):
                best[key] = claim
    ordered = sorted(best.values(), key=lambda claim: (-_weight(claim, told), claim.key))
    once: dict[tuple[str, str], Claim] = {}
    for claim in ordered:
        once.setdefault((claim.article, told.text(claim.article, claim.sentence).casefold()), claim)
    for claim in [*once.values()][: settings.single]:
        yield Fact(
            id="",
            agreement="single",
            kind=None,
            topic=act_of(claim, told),
            explanation=f"Only {told.name(claim.article)} tells it.",
            independent_sources=1,
            statements=(statement_of(claim, told, span=claim.sentence),),
        )


def _alike(group: Group, told: Told, settings: FactSettings) -> list[Claim]:
    """The claims of a group that say the same, one an article, the one that tells most first; empty where it says next to nothing."""
    whole = [claim for claim in group.claims if not claim.headline and _tells(claim) and _stands_alone(claim, told)]
    if not whole:
        return []
    best = max(whole, key=lambda claim: (_weight(claim, told), claim.key))
    alike: dict[str, Claim] = {best.article: best}
    for claim in sorted(group.claims, key=lambda claim: (claim.headline, -_weight(claim, told), claim.key)):
        same = cosine(claim.terms, best.terms, told.weight) >= settings.same_words and not dated_apart(claim.dates, best.dates)
        if same and claim.assertion.negated == best.assertion.negated and claim.assertion.standing == best.assertion.standing:
            alike.setdefault(claim.article, claim)
    return list(alike.values())


def _state(claims: Sequence[Claim]) -> str:
    speakers = {claim.attributed_to for claim in claims}
    return f"have it from {speakers.pop()}" if len(speakers) == 1 and None not in speakers else "state it"


def _tells(claim: Claim) -> bool:
    """Whether a clause says who does what: "it means" and "to come" do not."""
    assertion = claim.assertion
    return assertion.actor is not None and len(claim.terms) >= _LEAST and (assertion.lemma not in LIGHT or assertion.target is not None)


_PRONOUN = re.compile(r"(?:he|she|it|they|we|you|i|who|that|which|this|these|those|there|one|some|all|both)\b", re.IGNORECASE)
_LONG = 160
"""Characters of a clause above which it tells more than one thing."""


def _stands_alone(claim: Claim, told: Told) -> bool:
    """Whether a clause reads as a sentence: a finite verb, and a subject in front that is known by name or noun."""
    subject = _subject(claim)
    cut = claim.text.count("“") != claim.text.count("”") or claim.text.count('"') % 2
    if subject is None or claim.assertion.kind == "noun" or len(claim.text) > _LONG or cut:
        return False
    start = claim.assertion.predicate[0]
    known = not _PRONOUN.match(told.text(claim.article, subject.span)) or (subject.name is not None and " " in subject.name)
    return known and subject.span[1] <= start and claim.span[0] == subject.span[0] and asserted(claim, told)


def _subject(claim: Claim) -> Argument | None:
    """What stands in front of the predicate as its subject."""
    before = [a for a in (claim.assertion.actor, claim.assertion.target) if a is not None and a.span[0] < claim.assertion.predicate[0]]
    return min(before, key=lambda argument: argument.span, default=None)


def _sentence(claim: Claim) -> str:
    """The clause with its subject by name, as a sentence begins."""
    subject = _subject(claim)
    words = claim.text
    if subject is not None and subject.name and _PRONOUN.match(words):
        words = subject.name + words[subject.span[1] - subject.span[0] :]
    words = words.strip(" ,;:—–-")
    return words[:1].upper() + words[1:]


def _weight(claim: Claim, told: Told) -> float:
    """How much a claim tells: the weight of its words, names and figures counted double."""
    return sum(told.weight.get(term, 0.0) for term in sorted(claim.terms)) + len(claim.names) + len(claim.quantities)
