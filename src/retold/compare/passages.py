"""Sentences of two articles lined up: which says what the other says, in which order, and in how far the same words.

Two sentences are compared by the weight of the content words they share, over the geometric mean of what each holds (cosine
of binary vectors). A word weighs the less, the more sentences of these two articles hold it: weights depend on the pair
alone, so that a further article in the story changes no alignment.
"""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..records import Annotated, Record, Span
from ..settings import DerivationSettings

_WORD = re.compile(r"[A-Za-z0-9]+(?:['’][a-z]+)?(?:[.,]\d+)*")
_UNITED_STATES = re.compile(r"\b(?:United States(?: of America)?|U\.S\.A?\.?|USA?)(?![A-Za-z])")
_STOP_WORDS = (
    "a an the and or but if of to in on at by for with from as is are was were be been being it its he she they them his her their "
    "we our you your i my me us this that these those who which what when where while not no nor so than then there also has have "
    "had do does did will would can could may might must shall should said says say saying told added about into over after before "
    "up out more most other some any all such only own same just very too"
)
_STOP = frozenset(_STOP_WORDS.split())
_ENDINGS = (("iness", "y"), ("ies", "y"), ("ied", "y"), ("edly", ""), ("ing", ""), ("ed", ""), ("ly", ""), ("es", ""), ("s", ""))
_DAYS_AND_MONTHS = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october "
    "november december"
)
CALENDAR = frozenset(_DAYS_AND_MONTHS.split())


class Passage(Record, frozen=True):
    """A sentence as it is compared."""

    span: Span
    words: tuple[str, ...]
    """All words in lower case, in order."""
    terms: frozenset[str]
    """Stems of the content words, numbers included."""
    details: frozenset[str]
    """Numbers, names, weekdays and months, in lower case: what a rewriter loses before anything else."""
    quoted: bool
    """True where the larger part stands in quotation marks: two reporters who never met have the same words there."""


class Passages(Record, frozen=True):
    """The sentences of one article that are long enough to be compared, with an index from stems to sentences."""

    article: str
    sentences: tuple[Passage, ...]
    index: Mapping[str, tuple[int, ...]]


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
    ordered: tuple[Link, ...]
    """The heaviest set of links that keeps the order of both articles, no sentence twice."""


def passages(annotated: Annotated, settings: DerivationSettings) -> Passages:
    """Return the sentences of the body (title left out) that have enough content words to be compared."""
    article = annotated.article
    titles = [part.span for part in article.parts if part.kind == "title"]
    marked = [span for quotation in annotated.quotations for span in quotation.marked]
    body = [span for span in annotated.sentences if not any(overlap(span, title) > 0 for title in titles)]
    capitals = [_capitals(article.text[start:end]) for start, end in body]
    # A capital at the beginning of a sentence is a name's if the word has one elsewhere too.
    names = frozenset(word for found in capitals for word, begins in found if not begins)
    sentences = [_passage(article.text, span, marked, found, names) for span, found in zip(body, capitals, strict=True)]
    kept = tuple(sentence for sentence in sentences if len(sentence.terms) >= settings.min_terms)
    index: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(kept):
        for term in sentence.terms:
            index[term].append(number)
    return Passages(article=article.id, sentences=kept, index={term: tuple(numbers) for term, numbers in index.items()})


def align(one: Passages, other: Passages, settings: DerivationSettings) -> Alignment:
    """Line up the sentences of two articles; the order of the two arguments makes no difference."""
    left, right = (one, other) if one.article <= other.article else (other, one)
    scores = _scores(left, right, settings.link)
    best_left: dict[int, tuple[float, int]] = {}
    best_right: dict[int, tuple[float, int]] = {}
    for (i, j), score in scores.items():
        if (score, -j) > best_left.get(i, (0.0, 0)):
            best_left[i] = (score, -j)
        if (score, -i) > best_right.get(j, (0.0, 0)):
            best_right[j] = (score, -i)
    pairs = {(i, -j) for i, (_, j) in best_left.items()} | {(-i, j) for j, (_, i) in best_right.items()}
    links = tuple(_link(left, right, i, j, scores[i, j]) for i, j in sorted(pairs))
    mutual = [link for link in links if -best_left[link.left][1] == link.right and -best_right[link.right][1] == link.left]
    return Alignment(left=left, right=right, links=links, ordered=_heaviest_in_order(mutual))


def stems(text: str) -> frozenset[str]:
    """Return the stems of the content words and the numbers of ``text``."""
    return frozenset(_stem(word) for word in _words(text) if len(word) > 1 and word not in _STOP)


def overlap(one: Span, other: Span) -> int:
    """Return how many code points two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def sequences(words: Sequence[str], length: int = 3) -> frozenset[tuple[str, ...]]:
    """Return all runs of ``length`` words; a shorter text is one run."""
    if len(words) < length:
        return frozenset([tuple(words)])
    return frozenset(tuple(words[i : i + length]) for i in range(len(words) - length + 1))


def _passage(text: str, span: Span, marked: Iterable[Span], capitals: Iterable[tuple[str, bool]], names: frozenset[str]) -> Passage:
    raw = text[span[0] : span[1]]
    words = tuple(_words(raw))
    quoted = sum(overlap(span, piece) for piece in marked)
    figures = frozenset(word for word in words if word[0].isdigit() or word in CALENDAR)
    return Passage(
        span=span,
        words=words,
        terms=stems(raw),
        details=figures | frozenset(word for word, begins in capitals if not begins or word in names),
        quoted=quoted * 2 > span[1] - span[0],
    )


def _capitals(raw: str) -> list[tuple[str, bool]]:
    """Return the capitalised words of a sentence, each with whether it begins a sentence or a quotation."""
    text = _UNITED_STATES.sub("Usa", fold(raw))
    found = []
    for match in _WORD.finditer(text):
        word = match.group().lower().removesuffix("'s")
        before = text[: match.start()].rstrip()
        if match.group()[0].isupper() and word not in _STOP:
            found.append((word, not before or before[-1] in ".!?\"'(:"))
    return found


def _words(text: str) -> list[str]:
    return [match.group().lower() for match in _WORD.finditer(_UNITED_STATES.sub("Usa", fold(text)))]


def fold(text: str) -> str:
    """Without accents, with straight marks: outlets differ in both."""
    if text.isascii():
        return text
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return plain.translate({ord(c): '"' for c in "“”„«»"} | {ord(c): "'" for c in "‘’"})


def _stem(word: str) -> str:
    """Cut the commonest English endings; both sides of a comparison are cut alike, so a crude stem does no harm."""
    word = word.removesuffix("'s")
    for ending, rest in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)] + rest
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def _scores(left: Passages, right: Passages, least: float) -> dict[tuple[int, int], float]:
    """Cosine of every two sentences that share a word and reach ``least``."""
    total = len(left.sentences) + len(right.sentences)
    weight_of = [0.0] + [math.log(1 + total / count) for count in range(1, total + 1)]
    # A word in a third of all sentences names the topic; it tells no sentence from another and makes most of the work.
    common = max(8, total // 3)
    dots: dict[tuple[int, int], float] = defaultdict(float)
    for term, here in left.index.items():
        there = right.index.get(term)
        if there is None or len(here) + len(there) > common:
            continue
        squared = weight_of[len(here) + len(there)] ** 2
        for i in here:
            for j in there:
                dots[i, j] += squared
    norms_left = {i: _norm(left.sentences[i], left, right, weight_of) for i in {i for i, _ in dots}}
    norms_right = {j: _norm(right.sentences[j], left, right, weight_of) for j in {j for _, j in dots}}
    cosines = {(i, j): dot / math.sqrt(norms_left[i] * norms_right[j]) for (i, j), dot in dots.items()}
    return {pair: min(1.0, score) for pair, score in cosines.items() if score >= least}


def _norm(sentence: Passage, left: Passages, right: Passages, weight_of: Sequence[float]) -> float:
    return sum(weight_of[len(left.index.get(term, ())) + len(right.index.get(term, ()))] ** 2 for term in sorted(sentence.terms))


def _link(left: Passages, right: Passages, i: int, j: int, score: float) -> Link:
    here, there = sequences(left.sentences[i].words), sequences(right.sentences[j].words)
    return Link(left=i, right=j, score=score, verbatim=len(here & there) / min(len(here), len(there)))


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
