"""Tag scores to valid tags, and tags to runs of one label."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

TAGS = 7
CONTENT, SOURCE, CUE = 1, 3, 5  # the B tag of each; I is one more
FORBIDDEN = np.float32(-1e4)
SURELY_NOTHING = 5.0  # log-odds from which 'O' cuts a text for Viterbi: below 1% of words can then be tagged otherwise


@dataclass(frozen=True)
class Run:
    """A run of words of one label in one window; positions in the window's list of words, end exclusive."""

    label: int
    first: int
    end: int
    probability: float  # geometric mean of its tags' probabilities
    start: float  # probability that its first word begins it
    stop: float  # probability that the word after it does not go on with it


def _transitions() -> Floats:
    """0 where a tag may follow another, FORBIDDEN where it may not (an I only after its own B or I)."""
    t = np.zeros((TAGS, TAGS), dtype=np.float32)
    for begin in (CONTENT, SOURCE, CUE):
        t[:, begin + 1] = FORBIDDEN
        t[[begin, begin + 1], begin + 1] = 0
    return t


TRANSITIONS = _transitions()


def viterbi(parts: list[Floats]) -> list[Ints]:
    """Best valid tag sequences of several runs of words (n, 7), all at once."""
    lengths = [len(p) for p in parts]
    longest = max(lengths)
    scores = np.zeros((longest, len(parts), TAGS), dtype=np.float32)  # words that pad are 'O' for certain
    scores[:, :, 1:] = FORBIDDEN
    for k, p in enumerate(parts):
        scores[: lengths[k], k] = p
    best = scores[0] + TRANSITIONS[0]
    back = np.zeros((longest, len(parts), TAGS), dtype=np.int64)
    for i in range(1, longest):
        reach = best[:, :, None] + TRANSITIONS
        back[i] = reach.argmax(1)
        best = reach.max(1) + scores[i]
    tags = np.zeros((longest, len(parts)), dtype=np.int64)
    tags[-1] = best.argmax(1)
    row = np.arange(len(parts))
    for i in range(longest - 1, 0, -1):
        tags[i - 1] = back[i, row, tags[i]]
    return [tags[:n, k] for k, n in enumerate(lengths)]


def valid_tags(windows: list[tuple[Floats, Ints]]) -> list[Ints]:
    """Tags of each window's words: the best of each word where valid, else Viterbi. A window is (scores, paragraph of each word)."""
    out = [scores.argmax(1) for scores, _ in windows]
    parts: list[tuple[int, int, int]] = []
    for k, (scores, paragraph) in enumerate(windows):
        fresh = np.append(True, paragraph[1:] != paragraph[:-1])
        before = np.where(fresh, 0, np.append(0, out[k][:-1]))
        wrong = TRANSITIONS[before, out[k]] < 0
        if not wrong.any():
            continue
        cuts = fresh | (scores[:, 0] - scores[:, 1:].max(1) > SURELY_NOTHING)
        bounds = [*np.flatnonzero(cuts).tolist(), len(scores)]
        parts.extend((k, a, b) for a, b in pairwise(bounds) if wrong[a:b].any())
    if parts:
        for (k, a, b), tags in zip(parts, viterbi([windows[k][0][a:b] for k, a, b in parts]), strict=True):
            out[k][a:b] = tags
    return out


def log_softmax(x: Floats) -> Floats:
    """Row by row."""
    top = x.max(-1, keepdims=True)
    out: Floats = x - top - np.log(np.exp(x - top).sum(-1, keepdims=True))
    return out


def runs_of(tags: Ints, logs: Floats) -> list[Run]:
    """Runs of one label, with their probabilities; `logs` are log-probabilities (words, 7)."""
    begins = np.flatnonzero(tags % 2).tolist()
    out: list[Run] = []
    for i in begins:
        label, j = int(tags[i]), i + 1
        while j < len(tags) and tags[j] == label + 1:
            j += 1
        here = logs[np.arange(i, j), tags[i:j]]
        stop = 1 - float(np.exp(logs[j, label + 1])) if j < len(tags) else 1.0
        out.append(Run(label, i, j, float(np.exp(here.mean())), float(np.exp(here[0])), stop))
    return out
