"""Quotations, indirect ones too, on the first documents of a corpus of attributions (PolNeAR's development part)."""

from __future__ import annotations

import gzip
import itertools
import json
from pathlib import Path
from typing import Any

from evaluation.predictions import attributions, write
from evaluation.scorer import run
from evaluation.stages import Stages


def first(corpus: Path, number: int) -> list[dict[str, Any]]:
    """The first documents of a gzipped JSON Lines corpus."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in itertools.islice(lines, number)]


def score(corpus: Path, number: int, scorer: Path, stages: Stages, work: Path) -> dict[str, Any]:
    """The scorer's ``quotations`` on the first ``number`` documents; files are written under ``work``."""
    documents = first(corpus, number)
    gold = write(work / "attributions.gold.jsonl", documents)
    inputs = write(work / "attributions.jsonl", ({"id": document["id"], "text": document["text"]} for document in documents))
    annotated = stages.annotate(stages.read([str(inputs)]).articles)
    return run(scorer, "quotations", gold, write(work / "attributions.predicted.jsonl", map(attributions, annotated)))
