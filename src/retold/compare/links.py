"""Sentences of the articles of a story lined up, two articles at a time: which says what the other says, in which order, and in how
far in the same words.

Two sentences are compared by the weight of the content words they share, over the geometric mean of what each holds (cosine
of binary vectors). A word weighs the less, the more sentences of these two articles hold it: weights depend on the pair
alone, so that a further article in the story changes no alignment. One article is compared with all later ones at a time, in
arrays: what is not alike costs next to nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..records import Record
from ..settings import DerivationSettings
from .passages import Passages, sequences

_Numbers = npt.NDArray[np.int64]
_Weights = npt.NDArray[np.float64]

_DIGITS = 9
"""Decimals of a score: sums in another order differ by less, so that what is alike counts as alike."""
_CELLS = 1 << 22
"""Pairs of sentences looked at together; 100 MB."""
_COMMON = 8
"""Sentences of two articles that may hold a word, however short the articles are."""


class Link(Record, frozen=True):
    """Two sentences that say the same thing."""

    left: int
    right: int
    score: float
    """0 to 1: cosine of their weighted content words."""
    verbatim: float
    """0 to 1: three-word sequences in common, over those of the shorter sentence."""


class Alignment(Record, frozen=True):
    """What two articles have in common. ``left`` and ``right`` are ordered by article id."""

    left: Passages
    right: Passages
    links: tuple[Link, ...]
    """Every sentence's best partner, in order of the left article; a sentence may be partner of several."""
    common: int
    """How much they have in common: pairs of neighbouring content words that both have. What passes from one article to another by way
    of a third can only lose: of three in a row the outer two have least in common (Chow and Liu, IEEE Trans. Inform. Theory 14, 1968,
    build trees so)."""
    ordered: tuple[Link, ...]
    """The heaviest set of links that keeps the order of both articles, no sentence twice."""


def align(articles: Sequence[Passages], settings: DerivationSettings) -> Iterator[Alignment]:
    """Line up the sentences of every two articles; the order of ``articles`` makes no difference. Two that have no sentence in common
    are left out."""
    held = _Held(sorted(articles, key=lambda one: one.article))
    runs = _runs(held.articles)
    pairs = [_pairs(one) for one in held.articles]
    for one in range(len(held.articles)):
        for others in held.portions(one):
            rows = zip(*(column.tolist() for column in _partners(held, one, others, settings.link)), strict=True)
            for other, found in groupby(rows, key=lambda row: row[0]):
                links, mutual = [], []
                for _, left, right, score, both in found:
                    link = Link(left=left, right=right, score=score, verbatim=_verbatim(runs[one][left], runs[other][right]))
                    links.append(link)
                    if both:
                        mutual.append(link)
                yield Alignment(
                    left=held.articles[one],
                    right=held.articles[other],
                    links=tuple(links),
                    common=len(pairs[one] & pairs[other]),
                    ordered=_heaviest_in_order(mutual),
                )


class _Held:
    """Which sentences hold which words: one entry for every word of every sentence, in order of articles, sentences and words."""

    def __init__(self, articles: Sequence[Passages]) -> None:
        self.articles = articles
        sentences = [sentence for one in articles for sentence in one.sentences]
        number_of = {word: number for number, word in enumerate(sorted({word for s in sentences for word in s.terms}))}
        self.words = len(number_of)
        self.size: _Numbers = np.array([len(one.sentences) for one in articles], dtype=np.int64)
        """Sentences of each article."""
        self.first: _Numbers = np.concatenate(([0], np.cumsum(self.size)))
        """Number of the first sentence of each article, counted over all; then of the end."""
        self.article_of: _Numbers = np.repeat(np.arange(len(articles)), self.size)
        """Article of each sentence."""
        self.word: _Numbers = np.array([n for s in sentences for n in sorted(number_of[word] for word in s.terms)], dtype=np.int64)
        self.sentence: _Numbers = np.repeat(np.arange(len(sentences)), np.array([len(s.terms) for s in sentences], dtype=np.int64))
        self.entry: _Numbers = np.searchsorted(self.sentence, self.first)
        """Number of the first entry of each article; then of the end."""
        once, back, times = np.unique(self.article_of[self.sentence] * self.words + self.word, return_inverse=True, return_counts=True)
        self.times: _Numbers = times[back]
        """For each entry, how many sentences of its article hold the word."""
        self.once: tuple[_Numbers, _Numbers, _Numbers] = (once // max(1, self.words), once % max(1, self.words), times)
        """Article, word and number of its sentences that hold it, each word of an article once."""

    def portions(self, one: int) -> Iterator[range]:
        """Cut the articles behind ``one`` into such as are looked at together."""
        start, most = one + 1, _CELLS // max(1, int(self.size[one]))
        while start < len(self.articles):
            stop = max(start + 1, int(np.searchsorted(self.first, self.first[start] + most, side="right")) - 1)
            yield range(start, stop)
            start = stop


class _Partners(NamedTuple):
    """Sentences of one article and their partners in others, in order of article, left and right; one entry for each two."""

    article: _Numbers
    left: _Numbers
    right: _Numbers
    score: _Weights
    mutual: npt.NDArray[np.bool_]
    """Each is the best partner of the other."""


def _partners(held: _Held, one: int, others: range, least: float) -> _Partners:
    """The best partner, of ``least`` likeness, of each sentence of ``one`` in each of ``others``, and the other way round."""
    article, left, right, score = _scores(held, one, others, least)
    best_right = _firsts(np.lexsort((right, -score, left, article)), left, article)
    best_left = _firsts(np.lexsort((left, -score, right, article)), right, article)
    kept = np.flatnonzero(best_left | best_right)
    kept = kept[np.lexsort((right[kept], left[kept], article[kept]))]
    return _Partners(article[kept], left[kept], right[kept], score[kept], (best_left & best_right)[kept])


def _firsts(order: _Numbers, sentence: _Numbers, article: _Numbers) -> npt.NDArray[np.bool_]:
    """Which entries come first in ``order`` of all of the same article and sentence."""
    new = np.ones(len(order), dtype=np.bool_)
    new[1:] = (np.diff(sentence[order]) != 0) | (np.diff(article[order]) != 0)
    first = np.zeros(len(order), dtype=np.bool_)
    first[order[new]] = True
    return first


def _scores(held: _Held, one: int, others: range, least: float) -> tuple[_Numbers, _Numbers, _Numbers, _Weights]:
    """Article, its sentence here, the one there, and cosine, of every two sentences that share a word and reach ``least``."""
    own, theirs = (slice(held.entry[a], held.entry[b]) for a, b in ((one, one + 1), (others.start, others.stop)))
    times = np.zeros(held.words, dtype=np.int64)
    times[held.word[own]] = held.times[own]
    word, sentence = held.word[theirs], held.sentence[theirs]
    number, total = times[word] + held.times[theirs], held.size[one] + held.size[held.article_of[sentence]]
    weight = _squared(number, total)
    # A word in a third of all sentences names the topic; it tells no sentence from another and makes most of the work.
    telling = np.flatnonzero((times[word] > 0) & (number <= np.maximum(_COMMON, total // 3)))
    place, entry = matches(held.word[own], word[telling])
    columns = int(held.first[others.stop] - held.first[others.start])
    column = sentence - held.first[others.start]
    cell = (held.sentence[own][place] - held.first[one]) * columns + column[telling][entry]
    dots = np.bincount(cell, weights=weight[telling][entry])
    cell = np.flatnonzero(dots)
    left, right = cell // max(1, columns), cell % max(1, columns)
    article = held.article_of[held.first[others.start] + right]
    norms = _norms(held, one, others, times)[article - others.start, left] * np.bincount(column, weights=weight)[right]
    score = np.minimum(1.0, np.round(dots[cell] / np.sqrt(norms), _DIGITS))
    kept = np.flatnonzero(score >= least)
    article = article[kept]
    return article, left[kept], right[kept] + held.first[others.start] - held.first[article], score[kept]


def _norms(held: _Held, one: int, others: range, times: _Numbers) -> _Weights:
    """Square of the length of each sentence of ``one`` (columns) as weighed together with each of ``others`` (rows)."""
    own = slice(held.entry[one], held.entry[one + 1])
    words, column = np.unique(held.word[own], return_inverse=True)
    column_of = np.full(held.words, -1, dtype=np.int64)
    column_of[words] = np.arange(len(words))
    article, word, there = held.once
    at = np.flatnonzero((article >= others.start) & (article < others.stop) & (column_of[word] >= 0))
    number = np.tile(times[words], (len(others), 1))
    number[article[at] - others.start, column_of[word[at]]] += there[at]
    total = held.size[one] + held.size[others.start : others.stop, np.newaxis]
    begins = np.searchsorted(held.sentence[own], np.arange(held.first[one], held.first[one + 1]))
    return np.add.reduceat(_squared(number, total)[:, column], begins, axis=1)


def _squared(number: _Numbers, total: _Numbers) -> _Weights:
    """Square of the weight of a word that ``number`` of ``total`` sentences hold."""
    return np.asarray(np.log1p(total / number) ** 2)


def matches(here: _Numbers, there: _Numbers) -> tuple[_Numbers, _Numbers]:
    """All places of the same number in two arrays: indices into ``here`` and into ``there``, in order of the latter."""
    order = np.argsort(here, kind="stable")
    start, end = (np.searchsorted(here[order], there, side=side) for side in ("left", "right"))
    found = end - start
    step = np.arange(found.sum()) - np.repeat(np.cumsum(found) - found, found)
    return order[np.repeat(start, found) + step], np.repeat(np.arange(len(there)), found)


def _runs(articles: Sequence[Passages]) -> list[list[frozenset[int]]]:
    """The three-word sequences of each sentence of each article, as numbers."""
    known: dict[tuple[str, ...], int] = {}
    return [[frozenset(known.setdefault(run, len(known)) for run in sequences(s.words)) for s in one.sentences] for one in articles]


def _pairs(article: Passages) -> frozenset[tuple[str, str]]:
    """Neighbouring content words of an article, each two once."""
    return frozenset(pair for sentence in article.sentences for pair in pairwise(sentence.content))


def _verbatim(here: frozenset[int], there: frozenset[int]) -> float:
    return len(here & there) / min(len(here), len(there))


def _heaviest_in_order(links: Sequence[Link]) -> tuple[Link, ...]:
    """Return the heaviest chain of links that rises on both sides (a longest increasing subsequence with weights).

    ``links`` is a matching, ordered by its left side. The frontier, the lightest right end for every weight reached, is kept
    sorted, so that a link costs a binary search.
    """
    rights: list[int] = []
    chains: list[tuple[float, int]] = []  # total weight and index of the last link, rising with ``rights``
    previous: list[int] = []
    for number, link in enumerate(links):
        at = bisect_left(rights, link.right)
        weight, before = chains[at - 1] if at else (0.0, -1)
        previous.append(before)
        total = weight + link.score
        end = at
        while end < len(rights) and chains[end][0] <= total:
            end += 1
        rights[at:end] = [link.right]
        chains[at:end] = [(total, number)]
    chain = []
    at = chains[-1][1] if chains else -1
    while at >= 0:
        chain.append(links[at])
        at = previous[at]
    return tuple(reversed(chain))
