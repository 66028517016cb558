"""Words of one speaker that outlets quote differently in a way that may change what was said."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from rapidfuzz.fuzz import ratio

from ...records import Annotated, Rendition, Span, Utterance, Variant
from .candidates import Candidate, Named, one_colour
from .places import place, shared
from .words import Sentence, Told

_COMMON = 3
"""Words around the words changed that both renditions must have: with fewer they may be two remarks."""
_MOST = 6
"""Words on either side; more are another translation of the whole."""
_SPELLING = 70
"""Likeness of letters, of 100, from which two words are one word spelt or inflected otherwise."""
_RELATIONS = frozenset({"changed", "reworded"})
_DAYS = 2
"""Days between two reports up to which they quote one occasion."""
_SURE = {"yes": 0.5, "maybe": 0.3}
"""How telling a variant is by whether it changes the meaning, compared with the likeness of two places."""


def find_altered(told: Told, articles: Sequence[Annotated], utterances: Sequence[Utterance]) -> Iterator[Candidate]:
    """Yield the gravest word put for another in the renditions of each remark."""
    days = {one.article.id: one.article.published for one in articles if one.article.published_doubt is None}
    sentences = defaultdict[str, list[Sentence]](list)
    for sentence in told.sentences:
        sentences[sentence.article].append(sentence)
    for utterance in utterances:
        base = next((r for r in utterance.renditions if r.relation == "base"), None)
        found = [(v, r) for r in utterance.renditions if r.relation in _RELATIONS for v in r.variants if _tells(v)] if base else []
        if base is None or not found:
            continue
        variant, rendition = max(found, key=lambda pair: (_SURE[pair[0].changes_meaning], _length(pair[0]), pair[1].article))
        names = tuple(
            named for side, span in ((base, variant.base), (rendition, variant.here)) if (named := _named(sentences, told, side, span))
        )
        apart = _apart(days.get(base.article), days.get(rendition.article))
        if len(names) > 1 and base.article != rendition.article and not apart:
            whose = f"{utterance.speaker}’s words" if utterance.speaker else "one remark"
            if _other_words(*names):
                yield Candidate(topic=f"{whose}, as quoted", thing="altered", names=names, sure=_SURE[variant.changes_meaning])


def _apart(one: str | None, other: str | None) -> bool:
    """Whether reports are of days so far apart that a speaker who repeats a phrase may have said it twice."""
    try:
        return abs((date.fromisoformat((one or "")[:10]) - date.fromisoformat((other or "")[:10])).days) > _DAYS
    except ValueError:
        return False


def _other_words(one: Named, other: Named) -> bool:
    """Whether two variants are other words in one sentence: neither another spelling nor another passage."""
    content = all(any(w.content for w in n.place.sentence.words[n.place.first : n.place.last + 1]) for n in (one, other))
    short = content and all(named.place.last - named.place.first < _MOST for named in (one, other))
    synonyms = one_colour(one.colour, other.colour)
    return short and not synonyms and shared(one.place, other.place) >= _COMMON and ratio(one.colour, other.colour) < _SPELLING


def _tells(variant: Variant) -> bool:
    return variant.kind == "substitution" and variant.of == "words" and variant.changes_meaning in _SURE


def _length(variant: Variant) -> int:
    return sum(b - a for a, b in (variant.base or (0, 0), variant.here or (0, 0)))


def _named(sentences: dict[str, list[Sentence]], told: Told, rendition: Rendition, span: Span | None) -> Named | None:
    """The words of a variant with their place."""
    here = sentences[rendition.article]
    number = bisect_right(here, span[0], key=lambda sentence: sentence.span[0]) - 1 if span else -1
    if span is None or number < 0:
        return None
    at = [n for n, word in enumerate(here[number].words) if span[0] <= word.start < span[1]]
    if not at:
        return None
    return Named(place=place(told, here[number], at[0], at[-1]), colour=told.text(rendition.article, span).lower())
