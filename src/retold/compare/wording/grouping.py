"""Names of different colour in places that are alike, each with its counterparts in the other articles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from .candidates import Candidate, Named
from .places import likeness
from .topics import topic_of
from .words import Told

_MOST = 0.1
"""The most that adjusting adds to a likeness near the least."""
_NEAR = 0.02
"""Likeness below which nothing else makes two places alike."""
_LIKE_THE_PAIR = 0.5
"""Share of the likeness of the first two that a further name must have to both."""
_SLACK = 1e-9
"""Likeness that sums in another order may differ by."""

Adjust = Callable[[Named, Named, float], float]
"""The likeness of two places with more taken into account than the words around."""


def group(topic: str, named: Sequence[Named], least: float, told: Told, adjust: Adjust) -> Iterator[Candidate]:
    """Yield groups around the pairs of different colour that are most alike, ``least`` at least; each place is told once.

    Two places are counterparts where neither has another place in the other's article, of whatever colour, that is more alike.
    """
    fit = _fit(named, least, adjust)
    article = [one.place.article for one in named]
    best = _best(fit, article)
    near = {(one.place.article, one.place.sentence.number, one.colour) for one in named}
    pairs = [
        (-fit[a, b], a, b)
        for a, b in np.argwhere(fit >= least).tolist()
        if a < b and article[a] != article[b] and named[a].colour != named[b].colour
        and not _both(named[a], named[b], near)
        and fit[a, b] >= max(best[a, article[b]], best[b, article[a]]) - _SLACK
    ]  # fmt: skip
    free = set(range(len(named)))
    for less, a, b in sorted(pairs):
        if a in free and b in free:
            members = [a, b]
            for other in sorted(set(article) - {article[a], article[b]}):
                rest = [(-(fit[i, a] + fit[i, b]) / 2, i) for i in sorted(free) if article[i] == other]
                if rest and -min(rest)[0] >= max(least, _LIKE_THE_PAIR * -less):
                    members.append(min(rest)[1])
            free -= set(members)
            names = tuple(named[i] for i in sorted(members))
            whole = topic_of(topic, [name.place for name in names], told)
            yield Candidate(topic=whole, thing=topic, names=names, sure=min(1.0, -float(less)))


def _fit(named: Sequence[Named], least: float, adjust: Adjust) -> npt.NDArray[np.float64]:
    """Likeness of every two places, adjusted where it may reach ``least``."""
    fit = likeness([one.place for one in named])
    for a, b in np.argwhere(fit >= max(_NEAR, least - _MOST)).tolist():
        if a < b and named[a].place.article != named[b].place.article:
            fit[a, b] = fit[b, a] = adjust(named[a], named[b], float(fit[a, b]))
    return fit


def _both(one: Named, other: Named, near: Collection[tuple[str, int, str]]) -> bool:
    """Whether the sentence of either has the other's colour too: who uses both words does not choose between them."""
    here, there = one.place, other.place
    return (here.article, here.sentence.number, other.colour) in near or (there.article, there.sentence.number, one.colour) in near


def _best(fit: npt.NDArray[np.float64], article: Sequence[str]) -> dict[tuple[int, str], float]:
    """(place, other article) → how alike the place there is that is most alike."""
    best: dict[tuple[int, str], float] = {}
    for a, b in np.argwhere(fit > 0).tolist():
        if article[a] != article[b]:
            best[a, article[b]] = max(best.get((a, article[b]), 0.0), float(fit[a, b]))
    return best
