"""Words that versions of one text choose differently: a loaded word or adverb added, cut or put for another in a sentence else alike."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from ..reports import Reports
from .candidates import Candidate, Named, one_colour
from .choices import Choices
from .places import place
from .topics import topic_of
from .words import Sentence, Told

_TOPIC = "a word added, cut or changed"
_ALIKE = 0.7
"""Share of the words of two sentences that stand in both in one order, from which they are versions of one (difflib's ratio)."""
_MOST = 4
"""Words that one word may stand for; more are another passage."""


def find_versions(told: Told, reports: Reports, choices: Choices) -> Iterator[Candidate]:
    """Yield the places where sentences that are versions of one differ in a word that colours."""
    at = {(sentence.article, sentence.span): sentence for sentence in told.sentences}
    coloured = {key: frozenset(_coloured(sentence, choices)) for key, sentence in at.items()}
    for (left, right), kin in sorted(reports.kin.items()):
        for here, there in kin.ordered if left < right else ():
            one_key = (left, reports.passages[left].sentences[here].span)
            other_key = (right, reports.passages[right].sentences[there].span)
            if one_key in at and other_key in at and coloured[one_key] != coloured[other_key]:
                yield from _differences(at[one_key], at[other_key], coloured[one_key] ^ coloured[other_key], told)


def _coloured(sentence: Sentence, choices: Choices) -> Iterator[str]:
    for number, word in enumerate(sentence.words):
        if not word.quoted and not word.name and (word.form in choices.adverbs or choices.colouring(sentence, number) == 1):
            yield word.form


def _differences(one: Sentence, other: Sentence, telling: frozenset[str], told: Told) -> Iterator[Candidate]:
    left, right = [word.lemma for word in one.words], [word.lemma for word in other.words]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.quick_ratio() < _ALIKE or matcher.ratio() < _ALIKE:
        return
    for what, a, b, c, d in matcher.get_opcodes():
        words = {word.form for word in (*one.words[a:b], *other.words[c:d])}
        if what != "equal" and max(b - a, d - c) <= _MOST and words & telling and min(a, c) > 0:
            sides = ((one, a, b), (other, c, d))
            names = tuple(_side(told, sentence, first, end) for sentence, first, end in sides)
            if one_colour(names[0].colour, names[1].colour):
                continue
            topic = topic_of(_TOPIC, [name.place for name in names], told)
            yield Candidate(topic=topic, thing=_TOPIC, names=names, sure=matcher.ratio() / 2)


def _side(told: Told, sentence: Sentence, first: int, end: int) -> Named:
    """The words from ``first`` on; where there are none, the words around their place."""
    absent = first == end
    here = (
        place(told, sentence, max(0, first - 1), min(first, len(sentence.words) - 1)) if absent else place(told, sentence, first, end - 1)
    )
    return Named(place=here, colour=" ".join(word.lemma for word in sentence.words[first:end]), plain=absent)
