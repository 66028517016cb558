"""Scores of heads to a tree: every word of a sentence hangs on one other, and only one on nothing."""

from __future__ import annotations

import numpy as np

from .tags import Floats, log_softmax

ROOT = -1


def tree(scores: Floats) -> list[int]:
    """The head of each word of a sentence, ROOT for one of them; no cycles.

    ``scores`` has a row a word: first of being the root, then of hanging on each word. The likeliest root is taken, then for each other
    word its best head; a cycle is broken where that costs least and leads to the root.
    """
    n = len(scores)
    chances = log_softmax(scores)
    root = int(chances[:, 0].argmax())
    among = chances[:, 1:]
    np.fill_diagonal(among, -np.inf)
    heads: list[int] = among.argmax(1).tolist() if n > 1 else [ROOT]
    heads[root] = ROOT
    while loose := _loose(heads):
        held = sorted(set(range(n)) - set(loose))
        cycle = _cycle(heads, loose[0])
        cost = among[cycle][:, held] - among[cycle, [heads[k] for k in cycle]][:, None]
        word, head = np.unravel_index(int(cost.argmax()), cost.shape)
        heads[cycle[int(word)]] = held[int(head)]
    return heads


def _loose(heads: list[int]) -> list[int]:
    """The words from which no way leads to the root, in order."""
    unknown, held, loose, on_the_way = range(4)
    state = [unknown] * len(heads)
    for start in range(len(heads)):
        way, at = list[int](), start
        while at != ROOT and state[at] == unknown:
            state[at] = on_the_way
            way.append(at)
            at = heads[at]
        verdict = held if at == ROOT or state[at] == held else loose
        for word in way:
            state[word] = verdict
    return [word for word, told in enumerate(state) if told == loose]


def _cycle(heads: list[int], start: int) -> list[int]:
    """The words of the cycle that ``start`` leads into."""
    seen: list[int] = []
    at = start
    while at not in seen:
        seen.append(at)
        at = heads[at]
    return seen[seen.index(at) :]
