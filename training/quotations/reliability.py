"""Reliability table: of the contents that the tagger gives a confidence, how many are right."""

from __future__ import annotations

import pathlib

from retold.annotate.tagger.decode import Tagger
from training.quotations.data import records

EDGES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def reliability(tagger: Tagger, gold: pathlib.Path) -> list[dict[str, float]]:
    """One row a band of confidence: how many contents, their mean confidence, the share that overlaps gold by 80% (in characters)."""
    bands: list[list[tuple[float, bool]]] = [[] for _ in EDGES[1:]]
    for r in records(gold):
        spans = [(a, b) for q in r["quotes"] for a, b in q["content"]]
        for p in tagger.tag(r["text"], joined=False):
            a, b = p.spans[0]
            right = any((min(b, e) - max(a, s)) >= 0.8 * (max(b, e) - min(a, s)) for s, e in spans)
            bands[sum(p.confidence >= e for e in EDGES[1:])].append((p.confidence, right))
    return [
        {
            "from": low,
            "contents": len(b),
            "confidence": round(sum(c for c, _ in b) / len(b), 3),
            "right": round(sum(r for _, r in b) / len(b), 3),
        }
        for low, b in zip(EDGES, bands, strict=False)
        if b
    ]
