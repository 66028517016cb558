"""Processor time of read, annotate and compare with the model loaded, beside spaCy's full pipeline on the same texts."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import msgspec

from benchmarks.peers import spacy_pipeline


class Reports(msgspec.Struct, frozen=True):
    """The reports that are timed."""

    name: str
    files: tuple[str, ...]


class Times(msgspec.Struct, frozen=True):
    """Processor seconds of one run."""

    read: float
    annotate: float
    compare: float
    peer: float

    @property
    def whole(self) -> float:
        """The three stages together."""
        return self.read + self.annotate + self.compare


def reports(folder: Path | None, own: Path) -> Reports:
    """Five real reports of one story where the shared folder is there, else the invented story."""
    real = sorted(map(str, (folder / "stories" / "cuba-dialogue" / "articles").glob("*.txt"))) if folder else []
    if real:
        return Reports(name="five real reports", files=tuple(real))
    return Reports(name="the invented story", files=tuple(sorted(map(str, own.glob("*.txt")))))


def timed(call: Callable[[], Any]) -> tuple[float, Any]:
    """Processor seconds of a call, and what it returned."""
    before = time.process_time()
    returned = call()
    return time.process_time() - before, returned


def once(files: tuple[str, ...], pipeline: Callable[[str], object]) -> Times:
    """One run of the three stages and of the peer."""
    from retold.annotate import annotate
    from retold.compare import compare
    from retold.read import read

    reading_time, reading = timed(lambda: read(files))
    annotate_time, annotated = timed(lambda: annotate(reading.articles))
    compare_time, _ = timed(lambda: compare(annotated))
    peer_time, _ = timed(lambda: [pipeline(article.text) for article in reading.articles])
    return Times(read=reading_time, annotate=annotate_time, compare=compare_time, peer=peer_time)


def peak() -> float:
    """The process's highest resident memory so far, in megabytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def stages(told: Reports, runs: int) -> list[str]:
    """Medians of ``runs`` runs after one that loads the models, with their ratio to the peer."""
    pipeline = spacy_pipeline() or blank
    before = peak()
    once(told.files, pipeline)
    taken = [once(told.files, pipeline) for _ in range(runs)]
    peer = median(run.peer for run in taken)
    rows = {
        "read": median(run.read for run in taken),
        "annotate": median(run.annotate for run in taken),
        "compare": median(run.compare for run in taken),
        "all three": median(run.whole for run in taken),
    }
    if pipeline is blank:
        lines = [f"{name:<18}{value:7.3f} s" for name, value in rows.items()]
    else:
        lines = [f"{name:<18}{value:7.3f} s  {value / peer:.2f} × spaCy's full pipeline" for name, value in rows.items()]
        lines.append(f"{'spaCy':<18}{peer:7.3f} s")
    return [*lines, f"{'peak memory':<18}{peak():7.0f} MB, {before:.0f} of them before the first article is read"]


def blank(_: str) -> None:
    """Stand in for spaCy where it is not installed."""
