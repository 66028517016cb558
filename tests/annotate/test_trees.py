"""Heads of a sentence: always a tree, and the best one where the best heads are a tree."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from retold.annotate.tagger.trees import ROOT, tree


@given(st.integers(1, 9).flatmap(lambda n: arrays.arrays(np.float32, (n, n + 1), elements=st.floats(-20, 20, width=32))))
def test_there_is_one_root_and_no_cycle(scores: np.ndarray) -> None:
    heads = tree(scores)
    assert heads.count(ROOT) == 1
    for start in range(len(heads)):
        way = [start]
        while heads[way[-1]] != ROOT:
            way.append(heads[way[-1]])
            assert len(way) <= len(heads)


@given(st.integers(2, 8).flatmap(lambda n: st.tuples(*(st.integers(-1, k - 1) for k in range(n)))))
def test_clear_scores_are_followed(order: tuple[int, ...]) -> None:
    heads = [ROOT, *(max(0, h) for h in order[1:])]
    scores = np.zeros((len(heads), len(heads) + 1), dtype=np.float32)
    for word, head in enumerate(heads):
        scores[word, head + 1] = 9
    assert tree(scores) == heads


def test_a_cycle_is_broken_where_that_costs_least() -> None:
    scores = np.full((3, 4), -9, dtype=np.float32)
    scores[0, 0] = 5  # the root
    scores[1, 3], scores[2, 2] = 5, 5  # the other two on one another
    scores[1, 1], scores[2, 1] = 1, 4
    assert tree(scores) == [ROOT, 2, 0]
    assert all(h == ROOT or 0 <= h < 3 for h in itertools.chain(tree(scores)))
