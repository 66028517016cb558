"""What a person, body or state is called: words of different colour right beside one name, or in apposition to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from .candidates import Candidate, Named
from .choices import Choices, Found, Thing
from .places import JOINS, before, behind, place
from .topics import called
from .words import Sentence, Told

_APPOSITION = 9
"""Words behind "Orr, a" in which the description ends."""
_ARTICLES = frozenset({"a", "an", "the"})
_COLOURS = 2
"""Colours of one article that are shown for one name."""
_SURE = 0.6
"""How sure it is that a word beside a name names its bearer, compared with the likeness of two places."""


def find_called(told: Told, choices: Choices) -> Iterator[Candidate]:
    """Yield the names that stand beside words of different colour in different articles."""
    actors = defaultdict[tuple[str, Thing], list[Named]](list)
    epithets = defaultdict[str, list[Named]](list)
    for sentence in told.sentences:
        for found in choices.find(sentence):
            for name in bearers(found, told):
                actors[name, found.choice.thing].append(_named(found, told))
        for name, named in _epithets(sentence, told, choices):
            epithets[name].append(named)
    for (name, thing), here in sorted(actors.items()):
        of = name in told.states or (name in told.entities.persons and thing.behind)
        yield from _candidate(f"{thing.topic} of {name}" if of else called(name), here)
    for name, here in sorted(epithets.items()):
        yield from _candidate(called(name), here)


def _candidate(topic: str, here: Sequence[Named]) -> Iterator[Candidate]:
    names = _chosen(here)
    if len({one.colour for one in names}) > 1 and len(_articles(names)) > 1:
        yield Candidate(topic=topic, thing=topic, names=names, sure=_SURE)


def _articles(here: Sequence[Named]) -> set[str]:
    return {one.place.article for one in here}


def bearers(found: Found, told: Told) -> Iterator[str]:
    """Whom a choice names, from the name it stands beside."""
    thing, sentence = found.choice.thing, found.sentence
    if thing.kind == "actor" and not sentence.words[found.first].quoted:
        owner = behind(sentence, found.first)
        if owner is not None and (thing.of_states if owner in told.states else thing.behind):
            yield owner
        named = before(sentence, found.last) or _apposed(sentence, found.first)
        if named is not None and named != owner and named in told.bearers:
            yield named


def _named(found: Found, told: Told) -> Named:
    colour = found.choice.colour
    here = place(told, found.sentence, found.first, found.last)
    return Named(place=here, colour=f"{found.choice.thing.number}/{colour}" if colour else "plain", plain=colour == 0)


def _epithets(sentence: Sentence, told: Told, choices: Choices) -> Iterator[tuple[str, Named]]:
    """Loaded words before a name or in apposition to it, with the name."""
    for at, word in enumerate(sentence.words):
        size = 0 if word.quoted or word.name else choices.colouring(sentence, at)
        if size and not _accuses(sentence, at):
            name = before(sentence, at + size - 1) or _apposed(sentence, at)
            if name is not None and name in told.bearers:
                yield name, Named(place=place(told, sentence, at, at + size - 1), colour=word.lemma)


def _accuses(sentence: Sentence, at: int) -> bool:
    """Whether a form in -ed may be a verb ("critics accused Orr"): no article, mark or adjective before it shows that it is none."""
    word = sentence.words[at]
    return word.form.endswith("ed") and at > 0 and word.tight and sentence.words[at - 1].lemma not in _ARTICLES


def _apposed(sentence: Sentence, first: int) -> str | None:
    """The name to which the words from ``first`` on are in apposition: "Orr, a hardline cleric"."""
    for at in range(first, max(0, first - _APPOSITION), -1):
        word, previous = sentence.words[at], sentence.words[at - 1]
        if word.lemma in _ARTICLES:
            return previous.name if not word.tight and not previous.quoted else None
        if not word.tight or not (word.content or previous.lemma in JOINS):
            return None
    return None


def _chosen(here: Sequence[Named]) -> tuple[Named, ...]:
    """For each article the first use of each of its commonest colours, coloured ones before plain ones."""
    by_article = defaultdict[str, list[Named]](list)
    for one in here:
        by_article[one.place.article].append(one)
    chosen = []
    for article in sorted(by_article):
        count = Counter(one.colour for one in by_article[article])
        first = {one.colour: one for one in reversed(by_article[article])}
        colours = sorted(count, key=lambda colour: (first[colour].plain, -count[colour], colour))[:_COLOURS]
        chosen += [first[colour] for colour in colours]
    return tuple(chosen)
