"""What stands in one article only: sentences of its body that no other article of the story has in any words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ..records import Annotated, OnlyHere
from ..settings import Settings
from .passages import align, passages


def only_here(articles: Sequence[Annotated], *, settings: Settings) -> tuple[OnlyHere, ...]:
    """Return for every article, in order of ids, the sentences that have no partner elsewhere; articles without any are left out.

    Sentences of fewer than ``settings.derivation.min_terms`` content words are not told.
    """
    held = {one.article.id: passages(one, settings.derivation) for one in articles}
    told_elsewhere: dict[str, set[int]] = {article: set() for article in held}
    for one, other in combinations(sorted(held), 2):
        for link in align(held[one], held[other], settings.derivation).links:
            told_elsewhere[one].add(link.left)
            told_elsewhere[other].add(link.right)
    found = []
    for article in sorted(held):
        spans = tuple(s.span for number, s in enumerate(held[article].sentences) if number not in told_elsewhere[article])
        if spans:
            found.append(OnlyHere(article=article, spans=spans))
    return tuple(found)
