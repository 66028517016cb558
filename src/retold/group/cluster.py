"""Average-link clustering: the two most alike groups are joined, as long as their articles are alike enough on average.

Unweighted average linkage (Sokal and Michener 1958, "A statistical method for evaluating systematic relationships") over the
pairs that are alike at all. What is enough depends on the groups: two that are close in themselves and loosely linked
are two stories on one matter, where the same link would hold a loose group together.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping
from typing import NamedTuple

from retold.settings import GroupSettings


def threshold(count: int, settings: GroupSettings) -> float:
    """The likeness that holds a story together in a set of ``count`` articles.

    A small set mostly tells one story, in a large one two articles are seldom of the same: the threshold grows with the set.
    """
    grown = math.pow(max(count, settings.small) / settings.small, settings.growth)
    return min(settings.apart * grown, settings.story)


class _Group(NamedTuple):
    """A group of items on the way."""

    items: tuple[int, ...]
    pairs: int
    """Pairs inside it that are no copies of each other."""
    inner: float
    """Sum of the likeness of these pairs."""

    def joined(self, other: _Group, average: float, copies: float) -> _Group:
        """Both in one; ``average`` is the likeness across. Copies of one text don't make a group a close one."""
        pairs = len(self.items) * len(other.items) * (average < copies)
        return _Group(tuple(sorted(self.items + other.items)), self.pairs + other.pairs + pairs, self.inner + other.inner + pairs * average)

    def needed(self, other: _Group, least: float, settings: GroupSettings) -> float:
        """The average likeness that joins the two."""
        if not (self.pairs and other.pairs):
            return least
        looser = min(self.inner / self.pairs, other.inner / other.pairs)
        return max(least, min(settings.close * looser, settings.most * least))


def clusters(likeness: Mapping[tuple[int, int], float], count: int, least: float, settings: GroupSettings) -> list[tuple[int, ...]]:
    """Part ``count`` items by the likeness of their pairs (i < j; a missing pair is 0) until no two groups are alike enough.

    Returns ascending indices, the group of the first item first. Ties go to the pair with the lowest indices.
    """
    groups: dict[int, _Group] = {i: _Group((i,), 0, 0.0) for i in range(count)}
    sums: dict[int, dict[int, float]] = {i: {} for i in range(count)}
    for (i, j), value in sorted(likeness.items()):
        sums[i][j] = sums[j][i] = value
    queue = [(-value, i, j) for (i, j), value in likeness.items() if value >= least]
    heapq.heapify(queue)
    while queue:
        away, i, j = heapq.heappop(queue)
        if i not in groups or j not in groups or -away < groups[i].needed(groups[j], least, settings):
            continue
        new, count = count, count + 1
        linked = {other: value for other, value in sums.pop(i).items() if other in groups and other != j}
        for other, value in sums.pop(j).items():
            if other in groups and other != i:
                linked[other] = linked.get(other, 0.0) + value
        groups[new] = groups.pop(i).joined(groups.pop(j), -away, settings.copies)
        sums[new] = linked
        for other, value in linked.items():
            sums[other][new] = value
            average = value / (len(groups[new].items) * len(groups[other].items))
            if average >= least:
                heapq.heappush(queue, (-average, other, new))
    return sorted(group.items for group in groups.values())
