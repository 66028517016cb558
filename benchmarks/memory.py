"""Memory while a stream of articles is annotated: ``python -m benchmarks.memory``, in a process where nothing else was loaded."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.texts import articles, cycled
from retold.annotate.stream import BATCH, annotate_stream
from retold.settings import AnnotateSettings, Settings

TEXTS = 200
"""Different texts that a stream cycles through."""


def resident() -> float:
    """Memory of this process and those it started, in megabytes; where /proc is absent the most that this one ever had."""
    pages = [_pages(pid) for pid in ("self", *_children())]
    if None not in pages:
        return sum(p for p in pages if p) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def _pages(pid: str) -> int | None:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    except OSError:
        return None


def _children() -> list[str]:
    lists = Path("/proc/self/task").glob("*/children")
    return [pid for found in lists for pid in found.read_text("ascii").split()]


def long(number: int, tagger: str, jobs: int, shared: Path | None) -> Iterator[str]:
    """Annotate a stream of ``number`` articles: memory after the first batch, at half and at the end, the most, articles a second."""
    _, base = articles(shared, min(number, TEXTS))
    settings = Settings(annotate=AnnotateSettings(tagger=tagger))
    marks = {min(BATCH, number): "start", number // 2: "half", number: "end"}
    most, began = 0.0, time.perf_counter()
    for seen, _ in enumerate(annotate_stream(cycled(base, number), settings=settings, jobs=jobs), 1):
        if seen % BATCH == 0 or seen in marks:
            most = max(most, now := resident())
            if seen in marks:
                yield f"{marks[seen]:<6}{seen:>7} articles{now:8.0f} MB"
    taken = time.perf_counter() - began
    yield f"most{'':<19}{most:7.0f} MB"
    yield f"{number / taken:.1f} articles a second in {jobs} process{'es' * (jobs > 1)}, by the clock"


def of_process(number: int, tagger: str, jobs: int, shared: Path | None) -> list[str]:
    """The lines of ``long``, measured in a fresh process; its error in one line where it fails."""
    command = [sys.executable, "-m", "benchmarks.memory", str(number), "--tagger", tagger, "--jobs", str(jobs)]
    done = subprocess.run([*command, *(["--shared", str(shared)] if shared else [])], capture_output=True, text=True, check=False)
    return (done.stdout or done.stderr[-300:]).splitlines()


def main() -> None:
    """Print the figures of one stream."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory", description="Memory while a stream of articles is annotated.")
    parser.add_argument("number", type=int, metavar="N", help="articles")
    parser.add_argument("--tagger", default=AnnotateSettings().tagger)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--shared", type=Path)
    options = parser.parse_args()
    for line in long(options.number, options.tagger, options.jobs, options.shared):
        print(line, flush=True)


if __name__ == "__main__":
    main()
