"""The sentences of an article as they are compared: words, stems of the content words, and details."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

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
    content: tuple[str, ...]
    """The same in order, each as often as it stands there."""
    details: frozenset[str]
    """Numbers, names, weekdays and months, in lower case: what a rewriter loses before anything else."""
    quoted: bool
    """True where the larger part stands in quotation marks: two reporters who never met have the same words there."""


class Passages(Record, frozen=True):
    """The sentences of one article that are long enough to be compared."""

    article: str
    sentences: tuple[Passage, ...]
    words: frozenset[str]
    """All words of these sentences, with "'s" and without."""
    length: int
    """Words of these sentences, each as often as it stands there."""
    narrated: int
    """Sentences outside quotation marks."""


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
    kept = tuple(sentence for sentence in sentences if len(sentence.terms) >= max(1, settings.min_terms))
    words = frozenset(word for sentence in kept for word in sentence.words)
    return Passages(
        article=article.id,
        sentences=kept,
        words=words | {word.removesuffix("'s") for word in words},
        length=sum(len(sentence.words) for sentence in kept),
        narrated=sum(not sentence.quoted for sentence in kept),
    )


def stems(text: str) -> frozenset[str]:
    """Return the stems of the content words and the numbers of ``text``."""
    return frozenset(_stems(_words(text)))


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
    content = _stems(words)
    quoted = sum(overlap(span, piece) for piece in marked)
    figures = frozenset(word for word in words if word[0].isdigit() or word in CALENDAR)
    return Passage(
        span=span,
        words=words,
        terms=frozenset(content),
        content=content,
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


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(_stem(word) for word in words if len(word) > 1 and word not in _STOP)


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
