"""Who does what to whom, where a word of the table is a predicate: two acts on different people are not one act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ...records import Annotated, Argument, Assertion, Record
from .candidates import Named
from .entities import Entities
from .places import shared

_ROLE = 0.06
"""Likeness added there where one word is all that the places have in common otherwise: a short clause has little else around it."""
_TWO = 2
"""Words, names and actors that two places must have in common: one is chance."""
_ENOUGH = 0.28
"""Likeness from which two words in common are enough."""
_PRONOUNS = frozenset("he she it they we i you who which that this these those one some any all none".split())
_OTHER = 0.2
"""What the likeness of two places is multiplied by where their predicates have other targets."""
_SAME = 1.3
"""And where the same acts, or it befalls the same."""


class Acts(Record, frozen=True):
    """The assertions of a story."""

    at: dict[tuple[str, int], Assertion]
    """By (article id, where the predicate begins)."""
    inside: dict[tuple[str, int], tuple[Assertion, ...]]
    """By (article id, number of the sentence)."""
    entities: Entities

    @staticmethod
    def of(articles: Sequence[Annotated], entities: Entities) -> Acts:
        """The assertions of all articles."""
        inside = defaultdict[tuple[str, int], list[Assertion]](list)
        for one in articles:
            for assertion in one.assertions:
                inside[one.article.id, assertion.sentence].append(assertion)
        return Acts(
            at={(one.article.id, a.predicate[0]): a for one in articles for a in one.assertions},
            inside={key: tuple(held) for key, held in inside.items()},
            entities=entities,
        )

    def agreement(self, one: Named, other: Named, alike: float) -> float:
        """The likeness of two places with who acts and whom it befalls in the clauses around taken into account.

        Where both words are predicates, other targets speak against one act. 0 where the places have hardly a word or an actor in common.
        """
        left, right = self._roles(one), self._roles(other)
        common = shared(one.place, other.place)
        if common < _TWO and not any(role.startswith("actor") for role in left & right):
            return 0.0
        targets = self._target(one), self._target(other)
        if all(targets) and not targets[0] & targets[1]:
            return alike * _OTHER
        actors = self._actor(one), self._actor(other)
        if all(actors) and not actors[0] & actors[1] and not (all(targets) and targets[0] & targets[1]):
            return alike * _OTHER
        if not left & right:
            return alike if common > _TWO or alike >= _ENOUGH else 0.0
        return alike * _SAME + (_ROLE if common < _TWO else 0.0)

    def _roles(self, named: Named) -> frozenset[str]:
        """Who acts and whom it befalls in the smallest clause around a name."""
        here = named.place
        start, end = here.span
        around = [a for a in self.inside.get((here.article, here.sentence.number), ()) if a.span[0] <= start and end <= a.span[1]]
        if not around:
            return frozenset()
        clause = min(around, key=lambda a: (a.span[1] - a.span[0], a.predicate))
        return frozenset(
            f"{role} {key}"
            for role, argument in (("actor", clause.actor), ("target", clause.target))
            if argument is not None and not argument.span[0] <= start < argument.span[1]
            for key in _keys(here.article, argument, self.entities)
            if key not in _PRONOUNS
        )

    def _actor(self, named: Named) -> frozenset[str]:
        """Who does what a predicate says; empty where the name is no predicate."""
        assertion = self.at.get((named.place.article, named.place.span[0]))
        who = assertion.actor if assertion else None
        return _keys(named.place.article, who, self.entities) - _PRONOUNS if who else frozenset()

    def _target(self, named: Named) -> frozenset[str]:
        """Whom or what a predicate befalls: its target, else who does it; empty where the name is no predicate."""
        article = named.place.article
        assertion = self.at.get((article, named.place.span[0]))
        whom = (assertion.target or assertion.actor) if assertion else None
        return _keys(article, whom, self.entities) - _PRONOUNS if whom else frozenset()


def _keys(article: str, argument: Argument, entities: Entities) -> frozenset[str]:
    """By what a noun group is known: its head and the name in the story."""
    if argument.name is None:
        return frozenset([argument.head.lower()])
    return frozenset([argument.head.lower(), entities.keys.get((article, argument.name), argument.name)])
