"""A content's limits, weighed: among the starts and ends that the tag scores leave open, those that most likely lie near the right ones.

Words at a disputed limit (a trailing clause) stand or fall together, so the chance that a content reaches as far as a
word is the least probability on the way there, not the product; where it stops is what that chance loses from word to word.
"""

from __future__ import annotations

import numpy as np

from .tags import CONTENT, Floats, Ints, Run

WORTH = 0.04  # starts and ends of less probability are not weighed
MOST = 10  # nor more of them than this
ENOUGH = 0.8  # overlap over union, in words, from which limits count as near the right ones


def limits(r: Run, p: Floats, paragraph: Ints, counted: Floats, margin: float) -> tuple[int, int, float]:
    """Best first and end word of a content run, and the probability that they are near the right ones.

    `p` are tag probabilities (words, 7), `counted` is 1 for a word and 0 for a punctuation mark.
    Limits move only where that gains `margin` of probability: exact limits are worth something too.
    """
    begin, go = p[:, CONTENT], p[:, CONTENT + 1]
    core = r.first + int((begin + go)[r.first : r.end].argmax())
    where = paragraph[core]
    low = int(np.searchsorted(paragraph, where))
    high = int(np.searchsorted(paragraph, where, "right"))
    right = np.minimum.accumulate(np.append(1.0, go[core + 1 : high]))  # chance of reaching core, core + 1, ...
    ends = right - np.append(right[1:], 0.0)
    # to the left, word k belongs if k + 1 goes on with it and k itself begins or goes on
    step = np.minimum(go[low + 1 : core + 1], begin[low:core] + go[low:core])[::-1]
    left = np.minimum.accumulate(np.append(1.0, step))
    starts = left - np.append(left[1:], 0.0)
    s = np.argsort(-starts)[:MOST]
    s = s[starts[s] >= WORTH]
    e = np.argsort(-ends)[:MOST]
    e = e[ends[e] >= WORTH]
    weight = (starts[s][:, None] * ends[e][None, :]).ravel()
    first = np.repeat(core - s, len(e))
    end = np.tile(core + 1 + e, len(s))
    total = np.append(0.0, np.cumsum(counted))
    a = np.maximum(first[:, None], first[None, :])
    b = np.minimum(end[:, None], end[None, :])
    c = np.minimum(first[:, None], first[None, :])
    d = np.maximum(end[:, None], end[None, :])
    near = (total[b] - total[a]) >= ENOUGH * np.maximum(total[d] - total[c], 1e-9)
    gain = near.astype(np.float64) @ weight
    best = int((gain + 1e-3 * weight).argmax())
    kept = _near_share(r, first, end, weight, total)
    if gain[best] < kept + margin:
        return r.first, r.end, min(kept, 1.0)
    return int(first[best]), int(end[best]), float(min(gain[best], 1.0))


def _near_share(r: Run, first: Ints, end: Ints, weight: Floats, total: Floats) -> float:
    """The probability that a run's limits, as they are, are near the right ones."""
    both = total[np.minimum(end, r.end)] - total[np.maximum(first, r.first)]
    either = total[np.maximum(end, r.end)] - total[np.minimum(first, r.first)]
    return float(weight[both >= ENOUGH * np.maximum(either, 1e-9)].sum())
