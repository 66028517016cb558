"""How well a table tells words of one meaning from words of one topic, on pairs judged by hand (``pairs.tsv``)."""

from __future__ import annotations

import pathlib
from collections import defaultdict

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from retold.compare.senses import Senses

PAIRS = pathlib.Path(__file__).with_name("pairs.tsv")
ALIKE = ("same", "derived", "near")
APART = ("topic", "unrelated")


def cosines(table: Senses) -> dict[str, list[float]]:
    """The cosines of the pairs of each label; 0 where the table does not hold both words."""
    found: dict[str, list[float]] = defaultdict(list)
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        label, one, other = line.split("\t")
        found[label].append(float(table.cosines([one], [other])[0, 0]))
    return found


def curve(found: dict[str, list[float]]) -> tuple[float, float]:
    """Middle and slope of the logistic curve from the root of the cosine to likeness, both sides weighing the same."""
    alike, apart = ([x for label in labels for x in found[label]] for labels in (ALIKE, APART))
    fit = LogisticRegression(C=100.0, class_weight="balanced").fit(np.sqrt([*alike, *apart])[:, None], [1] * len(alike) + [0] * len(apart))
    slope = float(fit.coef_[0, 0])
    return -float(fit.intercept_[0]) / slope, slope


def figures(found: dict[str, list[float]]) -> dict[str, float]:
    """Area under the curve: all that is alike against each sort of what is not, and each sort of what is against topic and unrelated."""
    alike, apart = ([x for label in labels for x in found[label]] for labels in (ALIKE, APART))
    out = {f"alike from {label}": _area(alike, found[label]) for label in (*APART, "opposite")}
    return (
        out
        | {f"{label} from topic and unrelated": _area(found[label], apart) for label in ALIKE}
        | {"alike from both": _area(alike, apart)}
    )


def _area(higher: list[float], lower: list[float]) -> float:
    return round(float(roc_auc_score([1] * len(higher) + [0] * len(lower), higher + lower)), 3)
