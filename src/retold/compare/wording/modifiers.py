"""One noun with modifiers that colour it differently: "the displaced passenger", "an unauthorized passenger"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...records import Annotated
from ...settings import WordingSettings
from .candidates import Candidate, Named, one_colour
from .choices import Choices
from .grouping import group
from .places import place, shared
from .words import Sentence, Told

_GENERAL = frozenset(
    "day week month year time way thing people man woman one part number percent world state country case lot kind first last".split()
)
"""Nouns that stand for too much to be one thing in two places."""
_LOOSE = frozenset("group attack official member leader president report move plan force party law bill comment".split())
"""Nouns of which a story has several: their places must be more alike."""
_LOOSER = 3.0
"""Times as much."""
_TWO = 2
"""Words or names that two places must have in common: one is chance."""
_LONGEST = 4
"""Words from the one that colours to the head."""


def find_modifiers(told: Told, articles: Sequence[Annotated], choices: Choices, settings: WordingSettings) -> Iterator[Candidate]:
    """Yield the nouns that articles of the story modify by different words that colour, in places that are alike."""
    groups = {one.article.id: _noun_groups(one) for one in articles}
    found = defaultdict[str, list[Named]](list)
    for sentence in told.sentences:
        for first, last in _coloured(sentence, groups[sentence.article], choices):
            head = sentence.words[last]
            if head.lemma not in _GENERAL and not head.name:
                found[head.lemma].append(_named(told, sentence, first, last, choices))
    for noun, named in sorted(found.items()):
        if len({one.place.article for one in named}) > 1 and len({one.colour for one in named}) > 1:
            yield from group(f"what the {noun} is called", named, settings.alike_noun, told, _coloured_differently)


def _coloured_differently(one: Named, other: Named, likeness: float) -> float:
    """The likeness of two places that have two words or names in common (one is chance) and whose modifiers are no synonyms, else 0."""
    loose = one.place.sentence.words[one.place.last].lemma in _LOOSE
    if shared(one.place, other.place) < _TWO or one_colour(one.colour, other.colour):
        return 0.0
    return likeness / _LOOSER if loose else likeness


def _noun_groups(annotated: Annotated) -> dict[int, int]:
    """Where each noun group of an article that is no name begins and ends."""
    return {
        argument.span[0]: argument.span[1]
        for assertion in annotated.assertions
        for argument in (assertion.actor, assertion.target, *assertion.others)
        if argument is not None and argument.name is None
    }


def _coloured(sentence: Sentence, groups: dict[int, int], choices: Choices) -> Iterator[tuple[int, int]]:
    """First and last word of the noun groups with a word that colours before their head."""
    end, at = 0, 0
    while at < len(sentence.words):
        word = sentence.words[at]
        end = max(end, groups.get(word.start, 0))
        size = 0 if word.quoted else choices.colouring(sentence, at)
        if size:
            last = _head(sentence, at + size, end)
            if last is not None:
                yield at, last
                at = last
        at += 1


def _head(sentence: Sentence, start: int, end: int) -> int | None:
    """The head of the noun group whose modifiers go up to ``start``: the last word of the group the grammar saw, else of a run of nouns."""
    last = start - 1
    while last + 1 < len(sentence.words) and last + 1 < start + _LONGEST:
        word = sentence.words[last + 1]
        inside = word.start < end
        if not (inside or (word.tight and word.content and (last < start or word.form == word.lemma))):
            break
        last += 1
    return last if last >= start and sentence.words[last].content else None


def _named(told: Told, sentence: Sentence, first: int, last: int, choices: Choices) -> Named:
    loaded = {sentence.words[n].form for at in range(first, last) for n in range(at, at + choices.colouring(sentence, at))}
    here = place(told, sentence, first, last, {sentence.words[last].lemma})
    return Named(place=here, colour=" ".join(sorted(loaded)))
