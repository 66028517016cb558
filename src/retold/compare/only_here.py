"""What stands in one article only: sentences of its body whose matter no other article of the story has in any words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from math import fsum, log

import numpy as np
import numpy.typing as npt

from ..records import OnlyHere, Span, Utterance
from ..settings import DerivationSettings, Settings
from .passages import CALENDAR, Passage, Passages, overlap
from .reports import Reports

_SLACK = 1e-9
"""Weight that sums in another order may differ by."""


def only_here(reports: Reports, utterances: Sequence[Utterance] = (), *, settings: Settings) -> tuple[OnlyHere, ...]:
    """Return for every article, in order of ids, the sentences that have no partner elsewhere; articles without any are left out.

    A sentence has a partner where it is aligned with one, or where one sentence or two in a row of another article hold most of its
    words and names, or where it holds a rendition of one of ``utterances`` that another article renders too. Sentences of fewer than
    ``settings.derivation.min_terms`` content words are not told.
    """
    held = [reports.passages[article] for article in reports.ids]
    told_elsewhere: dict[str, set[int]] = {article: set() for article in reports.ids}
    for (_, article), kin in reports.kin.items():
        told_elsewhere[article] |= kin.explained
    quoted = _renditions(utterances)
    words = _Words(held)
    found = []
    for place, one in enumerate(held):
        spans = tuple(
            s.span
            for number, s in enumerate(one.sentences)
            if number not in told_elsewhere[one.article]
            and not any(overlap(s.span, span) for span in quoted[one.article])
            and not words.cover(s, place, _share_needed(number, settings.derivation))
        )
        if spans:
            found.append(OnlyHere(article=one.article, spans=spans))
    return tuple(found)


def _renditions(utterances: Sequence[Utterance]) -> defaultdict[str, list[Span]]:
    """Spans of remarks that more than one article tells, by article."""
    found = defaultdict[str, list[Span]](list)
    for utterance in utterances:
        if len({r.article for r in utterance.renditions}) > 1:
            for rendition in utterance.renditions:
                found[rendition.article].extend(rendition.spans)
    return found


def _share_needed(number: int, settings: DerivationSettings) -> float:
    """The first two sentences of a report sum the story up: what others tell in the body covers them sooner."""
    return settings.lead_told_elsewhere if number < 2 else settings.told_elsewhere


class _Words:
    """The words of a story: which sentences hold them, and how much each tells: little where most sentences have it."""

    def __init__(self, held: Sequence[Passages]) -> None:
        self.sentences = list(chain(*(one.sentences for one in held)))
        self.article = np.repeat(np.arange(len(held)), [len(one.sentences) for one in held])
        self.goes_on: npt.NDArray[np.bool_] = np.append(self.article[1:] == self.article[:-1], False)
        """For each sentence, whether the next is of the same article."""
        seen = Counter(term for sentence in self.sentences for term in sentence.terms)
        self.weight = {term: log(1 + len(self.sentences) / count) for term, count in seen.items()}
        places = defaultdict[str, list[int]](list)
        for number, sentence in enumerate(self.sentences):
            for term in sentence.terms:
                places[term].append(number)
        self.places = {term: np.array(numbers) for term, numbers in places.items()}

    def cover(self, sentence: Passage, article: int, share: float) -> bool:
        """Whether one sentence, or two in a row, of another article hold ``share`` of a sentence's weight and a third of its names."""
        least = share * fsum(self.weight[term] for term in sentence.terms)
        names = sentence.details - CALENDAR
        for window in self._windows(sentence, article, least - _SLACK):
            terms = sentence.terms & frozenset[str]().union(*(s.terms for s in window))
            there = frozenset[str]().union(*(s.details for s in window))
            if fsum(self.weight[term] for term in terms) >= least - _SLACK and 3 * len(names & there) >= len(names):
                return True
        return False

    def _windows(self, sentence: Passage, article: int, least: float) -> Iterator[list[Passage]]:
        """Sentences of other articles, each with the next, that together may hold so much of a sentence's weight."""
        weights = np.zeros(len(self.sentences) + 1)
        for term in sorted(sentence.terms):
            weights[self.places[term]] += self.weight[term]
        weights[:-1][self.article == article] = 0.0
        for number in np.flatnonzero((weights[:-1] > 0) & (weights[:-1] + weights[1:] * self.goes_on >= least)).tolist():
            yield self.sentences[number : number + 1 + int(self.goes_on[number])]
