"""Quotations, indirect ones too, on a corpus of attributions (PolNeAR's development part)."""

from __future__ import annotations

import gzip
import time
from pathlib import Path
from typing import Any

import msgspec

from evaluation.gold import GoldDocument
from evaluation.predictions import attributions, write
from evaluation.scorer import run
from evaluation.stages import Stages
from evaluation.verdicts import Verdict, attributed
from retold.records import Annotated

CORPORA: dict[str, str | None] = {"polnear-dev": None, "polnear-dev-accurate": "accurate"}
"""The columns of the corpus, each with its tagger; None: the default."""


class Attributed(msgspec.Struct, frozen=True):
    """The corpus as one setting annotates it."""

    annotated: tuple[Annotated, ...]
    documents: dict[str, GoldDocument]
    """By id."""
    seconds: float
    """Processor time, loading the model included."""


def corpus(shared: Path) -> Path:
    """Where the corpus lies in the shared folder."""
    return shared / "data" / "polnear-dev.jsonl.gz"


def attribute(path: Path, stages: Stages, work: Path) -> Attributed:
    """Read and annotate a gzipped JSON Lines corpus; files are written under ``work``.

    Raises ``OSError`` where it can't be read and ``msgspec.ValidationError`` where it has another form.
    """
    with gzip.open(path, "rb") as lines:
        documents = {one.id: one for one in (msgspec.json.decode(line, type=GoldDocument) for line in lines if line.strip())}
    inputs = write(work / "attributions.jsonl", ({"id": one.id, "text": one.text} for one in documents.values()))
    before = time.process_time()
    annotated = tuple(stages.annotate(stages.read([str(inputs)]).articles))
    return Attributed(annotated=annotated, documents=documents, seconds=time.process_time() - before)


def score(found: Attributed, path: Path, scorer: Path, work: Path) -> dict[str, Any]:
    """The scorer's ``quotations``; predictions are written under ``work``."""
    return run(scorer, "quotations", path, write(work / "attributions.predicted.jsonl", map(attributions, found.annotated)))


def verdicts(found: Attributed) -> list[Verdict]:
    """What is to be said of each attribution."""
    return [one for annotated in found.annotated for one in attributed(annotated, found.documents[annotated.article.id].quotes)]
