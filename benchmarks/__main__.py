"""``python -m benchmarks``: medians of several runs, in processor time, beside peers in the same run."""

from __future__ import annotations

import argparse
import sys
from importlib.resources import as_file
from pathlib import Path

from benchmarks.stages import reports, stages
from benchmarks.startup import CommandError, startup
from retold.data import story_folder

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Print the figures; 2 where a timed command fails."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed and memory beside what a user would pick instead.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with the labelled stories")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="runs a median is taken over (5)")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs must be 1 or more")
    print(f"start-up, median processor time of {options.runs} runs")
    try:
        print("\n".join(startup(options.runs)))
    except CommandError as fault:
        print(f"benchmarks: {fault}", file=sys.stderr)
        return 2
    with as_file(story_folder()) as own:
        told = reports(options.shared if options.shared.is_dir() else None, own / "articles")
        print(f"\n{told.name} ({len(told.files)} files), models loaded, median processor time of {options.runs} runs")
        print("\n".join(stages(told, options.runs)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
