"""The stories that are sampled: always the same ones, whatever changes in Retold."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from evaluation.sets import SHARED_SETS, by_story

VOLUME = Path("data", "stories-dev.jsonl.gz")
"""Within the shared folder: many stories without gold."""


def key(words: str) -> str:
    """Twelve hexadecimal digits of the SHA-256 of words, in place of a name or a text that must not be kept."""
    return hashlib.sha256(words.encode("utf-8")).hexdigest()[:12]


def labelled(shared: Path) -> set[str]:
    """Names of the stories that have gold, and that rules may have been written for."""
    return {story for name in SHARED_SETS for story in by_story(shared / "stories" / name / "articles.jsonl")}


def stories(shared: Path, number: int) -> dict[str, list[dict[str, Any]]]:
    """The records of ``number`` stories without gold by their names, those first whose names have the lowest digests.

    Raises ``OSError`` where the shared folder has no such file.
    """
    known = labelled(shared)
    told: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with gzip.open(shared / VOLUME, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["story"] not in known:
                told[record["story"]].append(record)
    return {story: told[story] for story in first(told, number)}


def spread(stories: Mapping[str, str], most: int) -> list[str]:
    """Items in the order of their digests, at most ``most`` of a story; ``stories`` are the items' stories by the items' ids."""
    taken: Counter[str] = Counter()
    chosen = []
    for name in first(stories, len(stories)):
        taken[stories[name]] += 1
        if taken[stories[name]] <= most:
            chosen.append(name)
    return chosen


def first(names: Iterable[str], number: int) -> list[str]:
    """A sample that no order nor chance decides, and that a larger one contains."""
    return sorted(names, key=key)[:number]
