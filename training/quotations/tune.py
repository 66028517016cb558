"""Decoding options chosen on the development part: the shift of content tags, the score of 'no source', the confidence's scale."""

from __future__ import annotations

import json
import pathlib
from dataclasses import asdict, replace
from typing import Any, cast

import numpy as np

from retold.annotate.tagger.decode import Options, Tagger
from retold.annotate.tagger.tags import Floats
from training.quotations.data import records
from training.quotations.evaluate import score

SHIFTS = (-0.3, 0.3)
LEASTS = (0.3, 0.35)
RIDGE = 4.0
NONES = (-0.5, 0.5)
FARS = (-20.0, -6.0)


class Remembered:
    """A network that runs each batch once and then remembers: options are tried on the same scores."""

    def __init__(self, tagger: Tagger) -> None:
        self._tagger, self._seen = tagger, dict[bytes, Floats]()

    def run(self, outputs: Any, inputs: dict[str, Any]) -> list[Floats]:
        key = inputs["ids"].tobytes()
        if key not in self._seen:
            self._seen[key] = self._tagger._network.run(None, inputs)[0]
        return [self._seen[key]]


def tune(tagger: Tagger, gold: pathlib.Path, scorer: pathlib.Path, scratch: pathlib.Path) -> tuple[Options, dict[str, Any]]:
    """The options with the best sum of o80 and speaker F1 (one option after another), and the figures with them."""
    network = Remembered(tagger)

    def tried(options: Options) -> tuple[float, Options, dict[str, Any]]:
        figures = score(tagger.but(options, network), gold, scorer, scratch)
        value = figures["o80"]["f1"] + figures["speaker"]["f1"]
        kept = {k: getattr(options, k) for k in ("shift", "none", "far", "least")}
        print(json.dumps(kept | {k: figures[k]["f1"] for k in ("exact", "o80", "speaker")}), flush=True)
        return value, options, figures

    best = tried(tagger.options)
    for name, values in (("far", FARS), ("shift", SHIFTS), ("none", NONES)):
        best = max([best, *(tried(replace(best[1], **cast(Any, {name: v}))) for v in values)], key=lambda x: x[0])
    best = max(
        [best, *(tried(fitted(network, tagger, replace(best[1], shift=v), gold, f)) for v in (0.2, 0.5) for f in LEASTS)],
        key=lambda x: x[0],
    )
    return tried(fitted(network, tagger, best[1], gold, best[1].least))[1:]


def fitted(network: Remembered, tagger: Tagger, options: Options, gold: pathlib.Path, least: float, fold: int | None = None) -> Options:
    """The options with the confidence fitted for them: logistic regression of 'right' (o80). `fold` 0 or 1 fits on half the articles."""
    plain = tagger.but(replace(options, least=0.0), network)
    rows, right = [], []
    for n, r in enumerate(records(gold)):
        if fold is not None and n % 2 != fold:
            continue
        spans = [tuple(s) for q in r["quotes"] for s in q["content"]]
        for p in plain.tag(r["text"], joined=False):
            a, b = p.spans[0]
            near = max(((min(b, e) - max(a, s)) / (max(b, e) - min(a, s)) for s, e in spans), default=0.0)
            rows.append(p.features)
            right.append(near >= 0.8)
    x, y = np.array(rows, dtype=float), np.array(right, dtype=float)
    theta = np.zeros(x.shape[1])
    for _ in range(25):  # Newton's method, with a little ridge
        chance = 1 / (1 + np.exp(-x @ theta))
        slope = (x * (chance * (1 - chance))[:, None]).T @ x + RIDGE * np.eye(len(theta))
        theta = theta + np.linalg.solve(slope, x.T @ (y - chance) - RIDGE * theta)
    return replace(options, weights=tuple(round(float(t), 3) for t in theta), least=least)


def options_of(options: Options) -> dict[str, Any]:
    """For model.json."""
    return asdict(options)
