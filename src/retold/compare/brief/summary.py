"""The summary: the lead that most independent sources tell, and what most of them tell beside it."""

from __future__ import annotations

from .drafts import Draft
from .sentences import Made
from .story import Material, Told, likeness

_LEADS = (0.9, 0.6, 0.4, 0.3, 0.2, 0.2)
"""Added to the first sentences of a report, which sum it up."""
_WORDS = 38
"""Words of a sentence; longer ones are hard to read."""
_LONG, _QUOTED, _ANCHORED, _AGREED, _SAME = 0.3, 0.5, 0.3, 0.25, 1.6
"""Taken for length, for a quotation in front, for "last week" that needs its outlet; added for an agreed fact; taken for what is told."""
_GIST = 2.0
"""Weight of how near a sentence is to what headlines and leads share."""
_FIRST = 2
"""Sentences of a report that may open the summary."""
_REPEATS = 0.5
"""Share of words in common from which a sentence repeats one before it."""


def summary(story: Material, told: Told, most: int) -> list[Draft]:
    """At most ``most`` sentences, the lead first; what is chosen is noted in ``told``."""
    scored = [(score(story, made), made) for place in story.places() if (made := story.made(*place)) is not None]
    drafts: list[Draft] = []
    known: frozenset[str] = frozenset()
    while scored and len(drafts) < most:
        able = [(s, made) for s, made in scored if drafts or (made.number < _FIRST and not made.draft.text.startswith("“"))] or scored
        _, best = max(able, key=lambda one: (one[0] - _SAME * _nearest(one[1], told), one[1].article, -one[1].number))
        scored = [(s, made) for s, made in scored if made is not best and likeness(made, best) < _REPEATS]
        again = None if told.repeats(best) else story.writer.make(best.article, best.number, known=known, told=told.words)
        if again is not None:
            drafts.append(story.borne(again))
            told.add(again)
            known |= again.known
    return drafts


def score(story: Material, made: Made) -> float:
    """How much a sentence says of the story: who else tells it, and how early it stands."""
    support = story.support(made)
    value = support.weight + (_LEADS[made.number] if made.number < len(_LEADS) else 0.0)
    value += _GIST * story.gist(made) + _AGREED * (story.agreed(made) > 1)
    value -= _QUOTED * made.draft.text.startswith("“") + _ANCHORED * bool(made.draft.own)
    return value - _LONG * max(0, len(made.draft.text.split()) - _WORDS) / 10


def _nearest(made: Made, told: Told) -> float:
    return max((likeness(made, other) for other in told.made), default=0.0)
