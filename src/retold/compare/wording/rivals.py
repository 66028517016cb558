"""Rival words of the table: words of different colour for one act, actor or thing, in places that are alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from ...settings import WordingSettings
from .acts import Acts
from .called import bearers
from .candidates import Candidate, Named
from .choices import Choices, Found, Thing
from .grouping import group
from .places import place
from .words import Told


def find_rivals(told: Told, acts: Acts, choices: Choices, settings: WordingSettings) -> Iterator[Candidate]:
    """Yield the things of the table that articles of the story give names of different colour."""
    found = defaultdict[Thing, list[Found]](list)
    for sentence in told.sentences:
        for one in choices.find(sentence):
            # What stands beside its bearer's name is told by name.
            if not sentence.words[one.first].quoted and not any(bearers(one, told)):
                found[one.choice.thing].append(one)
    for thing, here in sorted(found.items()):
        named = _named(told, here, settings)
        if len({one.colour for one in named}) > 1 and len({one.place.article for one in named}) > 1:
            least = settings.alike_common if thing.common else settings.alike
            yield from group(thing.topic, named, least, told, acts.agreement)


def _named(told: Told, found: Sequence[Found], settings: WordingSettings) -> list[Named]:
    """The places of one thing's words, so many of each colour in an article at most."""
    own = {word.lemma for one in found for word in one.sentence.words[one.first : one.last + 1]}
    seen: Counter[tuple[str, int]] = Counter()
    named = []
    for one in found:
        colour = one.choice.colour
        seen[one.sentence.article, colour] += 1
        if seen[one.sentence.article, colour] <= settings.uses:
            here = place(told, one.sentence, one.first, one.last, own)
            named.append(Named(place=here, colour=f"{one.choice.thing.number}/{colour}", plain=colour == 0, common=one.choice.thing.common))
    return named
