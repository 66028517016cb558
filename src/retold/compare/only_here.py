"""What stands in one article only: sentences of its body whose matter no other article of the story has in any words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from ..records import Annotated, OnlyHere, Span, Utterance
from ..settings import DerivationSettings, Settings
from .passages import CALENDAR, Passage, Passages, align, overlap, passages


def only_here(articles: Sequence[Annotated], utterances: Sequence[Utterance] = (), *, settings: Settings) -> tuple[OnlyHere, ...]:
    """Return for every article, in order of ids, the sentences that have no partner elsewhere; articles without any are left out.

    A sentence has a partner where it is aligned with one, or where one sentence or two in a row of another article hold most of its
    words and names, or where it holds a rendition of one of ``utterances`` that another article renders
    too. Sentences of fewer than ``settings.derivation.min_terms`` content words are not told.
    """
    held = {one.article.id: passages(one, settings.derivation) for one in articles}
    told_elsewhere: dict[str, set[int]] = {article: set() for article in held}
    for one, other in combinations(sorted(held), 2):
        for link in align(held[one], held[other], settings.derivation).links:
            told_elsewhere[one].add(link.left)
            told_elsewhere[other].add(link.right)
    quoted = _renditions(utterances)
    weights = _weights(held)
    found = []
    for article in sorted(held):
        spans = tuple(
            s.span
            for number, s in enumerate(held[article].sentences)
            if number not in told_elsewhere[article]
            and not any(overlap(s.span, span) for span in quoted[article])
            and not _covered(s, article, held, weights, _share_needed(number, settings.derivation))
        )
        if spans:
            found.append(OnlyHere(article=article, spans=spans))
    return tuple(found)


def _renditions(utterances: Sequence[Utterance]) -> defaultdict[str, list[Span]]:
    """Spans of remarks that more than one article tells, by article."""
    found = defaultdict[str, list[Span]](list)
    for utterance in utterances:
        if len({r.article for r in utterance.renditions}) > 1:
            for rendition in utterance.renditions:
                found[rendition.article].extend(rendition.spans)
    return found


def _weights(held: Mapping[str, Passages]) -> dict[str, float]:
    """How much a word tells in this story: little where most sentences have it."""
    seen = Counter(term for own in held.values() for sentence in own.sentences for term in sentence.terms)
    total = sum(len(own.sentences) for own in held.values())
    return {term: math.log(1 + total / count) for term, count in seen.items()}


def _share_needed(number: int, settings: DerivationSettings) -> float:
    """The first two sentences of a report sum the story up: what others tell in the body covers them sooner."""
    return settings.lead_told_elsewhere if number < 2 else settings.told_elsewhere


def _covered(sentence: Passage, article: str, held: Mapping[str, Passages], weights: Mapping[str, float], share: float) -> bool:
    """Whether one sentence, or two in a row, of another article hold ``share`` of a sentence's weight and a third of its names."""
    whole = sum(weights[term] for term in sentence.terms)
    names = sentence.details - CALENDAR
    for other, own in held.items():
        if other == article:
            continue
        shared: dict[int, float] = defaultdict(float)
        for term in sentence.terms:
            for number in own.index.get(term, ()):
                shared[number] += weights[term]
        for number, weight in shared.items():
            if weight + shared.get(number + 1, 0.0) < share * whole:
                continue
            window = own.sentences[number : number + 2]
            terms = sentence.terms & frozenset[str]().union(*(s.terms for s in window))
            there = frozenset[str]().union(*(s.details for s in window))
            if sum(weights[term] for term in terms) >= share * whole and 3 * len(names & there) >= len(names):
                return True
    return False
