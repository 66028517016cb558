"""The sampled stories through Retold's verbs."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.judging.sample import stories
from evaluation.stages import Stages, Told, tell

SAMPLED = 60
"""Stories that are sampled unless told otherwise: some 180 articles."""


def told_stories(shared: Path, number: int, stages: Stages, work: Path) -> list[Told]:
    """The first stories of the sample, compared; their records are written under ``work``.

    Raises ``OSError`` where the shared folder has no such stories.
    """
    from rich.console import Console
    from rich.progress import track

    told = []
    sample = stories(shared, number)
    for place, (story, records) in enumerate(track(sample.items(), "comparing", console=Console(stderr=True), transient=True)):
        file = work / f"sampled-{place}.jsonl"
        file.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
        told.append(tell(story, (str(file),), stages))
    return told
