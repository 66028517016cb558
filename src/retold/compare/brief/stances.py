"""Positions: what actors are open to, refuse, demand, offer, threaten or deny, in the sentences that tell it."""

from __future__ import annotations

import re
from collections import Counter

from ...records import Position, Record
from ..positions.grouping import group_positions
from .drafts import Draft
from .sentences import Made
from .story import Material, Told


class Stand(Record, frozen=True):
    """A position with the sentence that tells it."""

    position: Position
    made: Made
    articles: int
    """Articles that tell it."""


def stands(story: Material) -> list[Stand]:
    """The positions that whole sentences tell, the most widely told first; no sentence twice."""
    actors = Counter(position.state or position.actor for position in story.dossier.positions)
    found: list[Stand] = []
    for group in group_positions(story.dossier.positions):
        for position in group:
            if position.article in story.apart:
                continue
            number = story.writer.holding(position.article, position.spans)
            made = story.made(position.article, number) if number is not None else None
            if made is not None and names(made.draft.text, position.actor) and not any(s.made is made for s in found):
                found.append(Stand(position, made, len({p.article for p in group})))
                break
    return sorted(found, key=lambda s: (-s.articles, -actors[s.position.state or s.position.actor], s.made.number, s.made.article))


def positions(story: Material, told: Told, most: int) -> list[Draft]:
    """At most ``most`` sentences, an actor's together."""
    chosen: list[Stand] = []
    for stand in stands(story):
        if len(chosen) < most and not told.repeats(stand.made):
            chosen.append(stand)
            told.add(stand.made)
    order = {actor: number for number, actor in reversed(list(enumerate(s.position.actor for s in chosen)))}
    return [story.borne(stand.made) for stand in sorted(chosen, key=lambda s: order[s.position.actor])]


def names(text: str, actor: str) -> bool:
    """Whether a sentence names an actor by the whole name."""
    return bool(re.search(rf"(?<!\w){re.escape(actor)}(?!\w)", text))
