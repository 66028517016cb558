"""Which tellings tell one event: their dates agree, each as exactly as it is told, and their words, acts or speakers do too."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from math import fsum, log, sqrt

from ...annotate.folding import fold
from ...records import Date
from ...settings import TimelineSettings
from ..reports import Reports
from ..senses import alike
from .tellings import Telling

_OWN = 0.6
"""Weight of the clauses' likeness; the rest is the sentences'."""
_SURE = 1.0
_SAME_SPEAKER = 0.6
"""Factor on what is needed where one speaker is stated for both."""
_ACTED = 0.1
"""Likeness of the clauses below which like acts are those of others."""
_REMARKS = 0.15
"""Likeness of what is said below which two remarks are two, however alike the sentences around."""
_OTHER_SPEAKER = 1.5
"""Factor where two are: outlets may name a body or its spokesman."""
_RANK = {"day": 0, "week": 1, "month": 2, "season": 3, "span": 3, "year": 4, "decade": 5}


def rank(date: Date) -> tuple[int, str, str]:
    """How exact a date is, the most exact first; then by its days."""
    return _RANK[date.precision], date.start or "", date.end or ""


def agree(one: Date, other: Date) -> bool:
    """Whether two resolved dates can mean one time: the same, or one inside the other."""
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return False
    inside = one.start <= other.start and other.end <= one.end
    return inside or (other.start <= one.start and one.end <= other.end)


def group_tellings(tellings: Sequence[Telling], reports: Reports, settings: TimelineSettings) -> tuple[tuple[Telling, ...], ...]:
    """Group the tellings by event, best pairs first; a group holds none whose dates disagree. Order makes no difference.

    Reprints tell in the same words: they are compared once, however many there are.
    """
    copies = _copies(tellings)
    first = [own[0] for own in copies]
    likeness = Likeness(first, reports, settings)
    scores = {(i, k): score for i, k in _pairs(first) if (score := likeness.score(i, k)) is not None}
    home = list(range(len(first)))
    groups = {number: [number] for number in home}
    for (i, k), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        a, b = home[i], home[k]
        if a == b or not _fit(groups[a], groups[b], first, scores):
            continue
        for number in groups[b]:
            home[number] = a
        groups[a] += groups.pop(b)
    return tuple(tuple(telling for number in sorted(group) for telling in copies[number]) for group in groups.values())


def _copies(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings of the same words, time and speaker, in order of the first of each."""
    found = defaultdict[tuple[object, ...], list[Telling]](list)
    for one in sorted(
        tellings, key=lambda one: (one.article, one.date.span, one.date.start or "", one.date.end or "", one.event, one.speaker or "")
    ):
        found[one.terms, one.date.start, one.date.end, one.speaker, one.addressee].append(one)
    return list(found.values())


def _pairs(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs whose dates agree: those that begin on one day, and those of which one is less exact than a day."""
    by_day = defaultdict[str, list[int]](list)
    wide = []
    for number, one in enumerate(tellings):
        if one.date.start == one.date.end:
            by_day[one.date.start or ""].append(number)
        else:
            wide.append(number)
    for own in by_day.values():
        yield from combinations(own, 2)
    for i in wide:
        for k in range(len(tellings)):
            other = tellings[k]
            if i != k and (other.date.start == other.date.end or i < k) and agree(tellings[i].date, other.date):
                yield (i, k) if i < k else (k, i)


def _fit(one: Sequence[int], other: Sequence[int], tellings: Sequence[Telling], scores: Mapping[tuple[int, int], float]) -> bool:
    """Whether all dates of two groups agree, and at least half of the pairs across are alike."""
    pairs = [(min(i, k), max(i, k)) for i in one for k in other]
    if not all(agree(tellings[i].date, tellings[k].date) for i, k in pairs):
        return False
    return 2 * sum(pair in scores for pair in pairs) >= len(pairs)


class Likeness:
    """Likeness of two tellings by number: weighted words in common, the act, the sentences lined up, the speaker."""

    def __init__(self, tellings: Sequence[Telling], reports: Reports, settings: TimelineSettings) -> None:
        self.tellings = tellings
        self.settings = settings
        seen = Counter(term for one in tellings for term in one.terms | one.around)
        self.weight = {term: log(1 + len(tellings) / count) ** 2 for term, count in seen.items()}
        self.own = [self._length(one.terms) for one in tellings]
        self.around = [self._length(one.around) for one in tellings]
        self.reports = reports
        self.linked: dict[tuple[str, str], frozenset[tuple[int, int]]] = {}

    def score(self, i: int, k: int) -> float | None:
        """Likeness where it is enough, None where it is not."""
        one, other = self.tellings[i], self.tellings[k]
        if one.utterances & other.utterances:
            return _SURE
        needed = self.settings.same_day if one.date.precision == other.date.precision else self.settings.same_time
        if one.speaker and other.speaker:
            if one.speaker == other.speaker:
                there, here = _party(one.addressee), _party(other.addressee)
                if there and here:
                    return _SURE if there == here and one.date.start == other.date.start else None
                needed *= _SAME_SPEAKER
            else:
                needed *= _OTHER_SPEAKER
        own = self._cosine(one.terms, other.terms, self.own[i] * self.own[k])
        if one.speaker and other.speaker and own < _REMARKS:
            return None
        words = _OWN * own + (1 - _OWN) * self._cosine(one.around, other.around, self.around[i] * self.around[k])
        if words < needed - self.settings.act - self.settings.linked or not words:
            return None
        score = words + (self.settings.linked if self._are_linked(one, other) else 0.0)
        if needed - self.settings.act <= score < needed and own >= _ACTED and self._act_alike(one, other):
            score += self.settings.act
        return min(score, _SURE) if score >= needed else None

    def _act_alike(self, one: Telling, other: Telling) -> bool:
        return bool(one.acts & other.acts) or any(_sense(*sorted((a, b))) >= self.settings.sense for a in one.acts for b in other.acts)

    def _length(self, terms: frozenset[str]) -> float:
        return sqrt(fsum(self.weight[term] for term in terms))

    def _cosine(self, one: frozenset[str], other: frozenset[str], lengths: float) -> float:
        common = one & other
        return fsum(self.weight[term] for term in common) / lengths if common and lengths else 0.0

    def _are_linked(self, one: Telling, other: Telling) -> bool:
        if one.sentence is None or other.sentence is None or one.article == other.article:
            return False
        pair = (one.article, other.article)
        if pair not in self.linked:
            self.linked[pair] = frozenset(self.reports.kin[pair].ordered)
        return (one.sentence, other.sentence) in self.linked[pair]


@lru_cache(maxsize=65536)  # a story asks for the same few verbs many times
def _sense(one: str, other: str) -> float:
    return alike(one, other)


def _party(name: str | None) -> str:
    return fold(name).removeprefix("the ") if name else ""
