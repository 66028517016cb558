"""The shared scorer, run as a person would run it: a process that prints one JSON object."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.gold import CONFLICTS
from evaluation.predictions import rows, write
from evaluation.sets import GoldSet
from evaluation.stages import Told

TASKS = {"quoted": "quotes.jsonl", "utterances": "utterances.jsonl", "derivation": "derivation.jsonl", "facts": CONFLICTS}
"""The scorer's tasks, each with the file of gold that it needs."""


class ScorerError(Exception):
    """The scorer did not print a score; the text is its last line."""


def run(scorer: Path, task: str, gold: Path, predictions: Path) -> dict[str, Any]:
    """The scores of one task.

    Raises ``ScorerError`` where the scorer ends with an error.
    """
    command = [sys.executable, str(scorer), task, str(gold), str(predictions)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ScorerError(f"{scorer} {task}: {(done.stderr.strip().splitlines() or ['no message'])[-1]}")
    scores: dict[str, Any] = json.loads(done.stdout)
    return scores


def scores(scorer: Path, gold: GoldSet, stories: Sequence[Told], work: Path) -> dict[str, dict[str, Any]]:
    """The scores of a set by task, where it has the gold; predictions are written under ``work``."""
    tasks = [task for task, file in TASKS.items() if (gold.folder / file).exists()]
    return {task: run(scorer, task, gold.folder, write(work / f"{gold.name}.{task}.jsonl", rows(task, stories))) for task in tasks}
