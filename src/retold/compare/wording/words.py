"""The words of a story as wording looks at them: base forms by sentence, what is quoted, whose names they are, how much they tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

from ...annotate.states import state_of
from ...records import Annotated, Record, Span
from ..lexicon import american, lexicon
from ..speakers import Voices
from ..tokens import key_of
from .entities import Entities

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)*|\d[\d.,]*\d|\d")
_TIGHT = re.compile(r"(?:[’']s?)?[\s\-‐‑“”\"‘’']*")
"""What may stand between two words of one phrase: a possessive, white space, a hyphen, quotation marks."""
_REMARK = 4
"""Words in quotation marks from which they are a speaker's and not the outlet's choice; fewer are scare quotes or a word taken up."""
_KEPT = 1 << 15


class Word(NamedTuple):
    """One word of a sentence."""

    lemma: str
    form: str
    """As printed, in lower case."""
    start: int
    end: int
    content: bool
    """Not of grammar."""
    tight: bool
    """Only white space, a hyphen, a possessive or quotation marks stand between it and the word before in its sentence."""
    capital: bool
    quoted: bool
    """Stands in somebody's remark."""
    name: str | None
    """Whose name it belongs to, one for all articles; a state for its adjectives too."""


class Sentence(NamedTuple):
    """One sentence of one article."""

    article: str
    number: int
    """In ``Annotated.sentences``."""
    span: Span
    words: tuple[Word, ...]
    title: bool


class Told(Record, frozen=True):
    """The sentences of all articles of a story, in order of articles and places, and the weight of each word."""

    sentences: tuple[Sentence, ...]
    weight: dict[str, float]
    """Natural logarithm of all sentences over those that hold the word."""
    texts: dict[str, str]
    """By article id."""
    entities: Entities
    names: frozenset[str]
    """Of persons, bodies, places and states, as ``Word.name`` has them."""
    states: frozenset[str]
    """Those of these that are states."""
    bearers: frozenset[str]
    """Those of these that are persons or bodies."""

    def text(self, article: str, span: Span) -> str:
        """The words of a span on one line."""
        return " ".join(self.texts[article][span[0] : span[1]].split())


def tell(articles: Sequence[Annotated], voices: Voices) -> Told:
    """Read the words of all articles of a story."""
    entities = Entities.of(articles, voices)
    sentences = tuple(sentence for one in sorted(articles, key=lambda a: a.article.id) for sentence in _sentences(one, entities))
    names = frozenset(word.name for s in sentences for word in s.words if word.name)
    held = Counter(lemma for s in sentences for lemma in {word.lemma for word in s.words} | {word.name for word in s.words if word.name})
    return Told(
        sentences=sentences,
        weight={lemma: log((1 + len(sentences)) / count) for lemma, count in held.items()},
        texts={one.article.id: one.article.text for one in articles},
        entities=entities,
        names=names,
        states=frozenset(name for name in names if _state(name) == name),
        bearers=frozenset(entities.key(one.article.id, name) for one in articles for name in one.names if name.kind != "place")
        - frozenset(name for name in names if _state(name)),
    )


def base(words: str) -> tuple[str, ...]:
    """Base forms of the words of a phrase, as ``Word.lemma`` has them."""
    return tuple(_lemma(match.group())[0] for match in _WORD.finditer(words))


def _sentences(annotated: Annotated, entities: Entities) -> Iterator[Sentence]:
    article, text = annotated.article.id, annotated.article.text
    remarks = [span for q in annotated.quotations if q.type == "speech" for span in q.marked if len(text[slice(*span)].split()) >= _REMARK]
    quoted = _covered(remarks)
    named = {place: entities.key(article, name) for name in annotated.names for place in range(*name.span)}
    titles = [part.span for part in annotated.article.parts if part.kind == "title"]
    for number, span in enumerate(annotated.sentences):
        words = tuple(_words(text, span, quoted, named))
        if words:
            title = any(a < span[1] and span[0] < b for a, b in titles)
            yield Sentence(article=article, number=number, span=span, words=words, title=title)


def _words(text: str, span: Span, quoted: frozenset[int], named: dict[int, str]) -> Iterator[Word]:
    before = span[0]
    for match in _WORD.finditer(text, *span):
        lemma, content = _lemma(match.group())
        start, end = match.span()
        tight = start != span[0] and _TIGHT.fullmatch(text, before, start) is not None
        capital = text[start].isupper()
        name = named.get(start) or (_state(match.group()) if capital else None)
        yield Word(lemma, match.group().lower(), start, end, content, tight, capital, start in quoted, name)
        before = end


@lru_cache(maxsize=_KEPT)
def _lemma(text: str) -> tuple[str, bool]:
    """Base form of a word, and whether it is none of grammar."""
    if text[0].isdigit():
        return text.replace(",", "").rstrip("."), True
    key = key_of(text)
    if (key == "us" and text.isupper()) or text in ("U.S.", "U.S"):
        return "usa", True
    folded = american(key)
    words = lexicon()
    return words.lemma(folded), folded not in words.function and len(folded) > 1


@lru_cache(maxsize=_KEPT)
def _state(word: str) -> str | None:
    return state_of(word)


def _covered(spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(place for span in spans for place in range(*span))
