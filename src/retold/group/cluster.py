"""Average-link clustering: the two most alike groups are joined, as long as their articles are alike enough on average.

Unweighted average linkage (Sokal and Michener 1958, "A statistical method for evaluating systematic relationships"), over
the pairs that share anything at all.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping

from retold.settings import GroupSettings


def threshold(count: int, settings: GroupSettings) -> float:
    """The likeness that holds a story together in a set of ``count`` articles.

    A small set mostly tells one story, in a large one two articles are seldom of the same: between the two the threshold
    grows with the logarithm of the count.
    """
    grown = math.log(max(count, settings.small) / settings.small) / math.log(settings.large / settings.small)
    return settings.apart + (settings.story - settings.apart) * min(grown, 1.0)


def clusters(likeness: Mapping[tuple[int, int], float], count: int, least: float) -> list[tuple[int, ...]]:
    """Part ``count`` items by the likeness of their pairs (i < j; a missing pair is 0): no two clusters are alike by ``least``.

    Returns ascending indices, the cluster of the first item first. Ties go to the pair with the lowest indices.
    """
    members: dict[int, tuple[int, ...]] = {i: (i,) for i in range(count)}
    sums: dict[int, dict[int, float]] = {i: {} for i in range(count)}
    for (i, j), value in sorted(likeness.items()):
        sums[i][j] = sums[j][i] = value
    queue = [(-value, i, j) for (i, j), value in likeness.items() if value >= least]
    heapq.heapify(queue)
    new = count
    while queue:
        _, i, j = heapq.heappop(queue)
        if i not in members or j not in members:
            continue
        joined = members[new] = tuple(sorted(members.pop(i) + members.pop(j)))
        linked: dict[int, float] = {}
        for other, value in (*sums.pop(i).items(), *sums.pop(j).items()):
            if other in members:
                linked[other] = linked.get(other, 0.0) + value
        sums[new] = linked
        for other, value in linked.items():
            sums[other][new] = value
            average = value / (len(joined) * len(members[other]))
            if average >= least:
                heapq.heappush(queue, (-average, other, new))
        new += 1
    return sorted(members.values())
