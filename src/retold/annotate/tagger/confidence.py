"""How sure a tagged content is: the share of such contents that are right, fitted on PolNeAR dev by logistic regression."""

from __future__ import annotations

import math

from .tags import Run

FEATURES = ("mean", "near", "start", "end", "source", "no_source", "cue", "no_cue", "length", "quoted", "one")
Link = tuple[Run | None, float]


def logit(probability: float) -> float:
    """Log-odds, kept within 7 of zero."""
    p = min(max(probability, 1e-3), 1 - 1e-3)
    return math.log(p / (1 - p))


def features(r: Run, near: float, source: Link, cue: Link, quoted: bool) -> tuple[float, ...]:
    """What tells a right content from a wrong one; in the order of FEATURES. `near` is what boundaries.limits says."""
    sure = (logit(p) for p in (r.probability, near, r.start, r.stop, source[1]))
    return (*sure, source[0] is None, logit(cue[1]), cue[0] is None, math.log(r.end - r.first), quoted, 1.0)


def confidence(values: tuple[float, ...], weights: tuple[float, ...]) -> float:
    """Probability that the words of a content overlap a gold content's by 80% of their union."""
    return 1 / (1 + math.exp(-sum(v * w for v, w in zip(values, weights, strict=True))))
