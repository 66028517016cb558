"""Traditions through annotate and compare, and the counts that come of it, with the two baselines beside."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from evaluation.traditions.baselines import BASELINES, guess
from evaluation.traditions.operations import Severity
from evaluation.traditions.scores import counts
from evaluation.traditions.tradition import Tradition, tradition
from retold.records import Annotated, Article, Dossier

CHECKED: Mapping[int, int] = {5: 8, 20: 4, 60: 1}
"""How many traditions of each size are measured in every run: 180 reports for each severity."""

Annotate = Callable[[Iterable[Article]], list[Annotated]]
Compare = Callable[[Sequence[Annotated]], Dossier]


class Outcome(msgspec.Struct, frozen=True):
    """What was counted at one severity."""

    digest: str
    """SHA-256 over the reports and their truth: other traditions, other floors."""
    sizes: dict[int, Counter[str]]
    baselines: dict[str, Counter[str]]
    seconds: float
    """Processor time of annotate and compare."""

    @property
    def total(self) -> Counter[str]:
        """All sizes together."""
        return sum(self.sizes.values(), Counter[str]())


def run(severity: Severity, seeds: Mapping[int, int], annotate: Annotate, compare: Compare) -> Outcome:
    """Measure as many traditions of each size as ``seeds`` says, the same ones every time."""
    whole = hashlib.sha256()
    sizes, baselines, seconds = dict[int, Counter[str]](), {name: Counter[str]() for name in BASELINES}, 0.0
    for size, wanted in seeds.items():
        sizes[size] = Counter[str]()
        for seed in range(wanted):
            truth = tradition(seed, size, severity)
            whole.update(msgspec.json.encode(_fixed(truth), order="sorted"))
            before = time.process_time()
            dossier = compare(annotate(truth.articles))
            seconds += time.process_time() - before
            sizes[size].update(counts(truth, dossier))
            for name, rank in BASELINES.items():
                baselines[name].update(guess(truth, rank))
    return Outcome(whole.hexdigest(), sizes, baselines, round(seconds, 2))


def _fixed(truth: Tradition) -> object:
    """What of a tradition does not depend on how Retold reads it."""
    return [
        [(one.id, one.outlet, one.published, one.text) for one in truth.articles],
        truth.edges,
        truth.remarks,
        truth.withheld,
        truth.roots,
    ]
