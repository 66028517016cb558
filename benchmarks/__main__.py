"""``python -m benchmarks``: medians of several runs, in processor time, beside peers in the same run."""

from __future__ import annotations

import argparse
import os
import sys
from importlib.resources import as_file
from pathlib import Path

from benchmarks import compare
from benchmarks.annotate import report
from benchmarks.memory import long
from benchmarks.stages import reports, stages
from benchmarks.startup import CommandError, startup
from retold.data import story_folder
from retold.errors import ModelMissing
from retold.settings import AnnotateSettings

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("startup", "stages", "annotate", "compare")


def main() -> int:
    """Print the figures; 2 where a timed command fails."""
    for library in ("OMP", "OPENBLAS", "MKL", "BLIS"):  # one thread each, ours and the peers'; read when they are first imported
        os.environ[f"{library}_NUM_THREADS"] = "1"
    parser = _parser()
    options = parser.parse_args()
    if min(options.runs, options.articles, options.jobs, options.long or 2) < 1 or options.long == 1:
        parser.error("--runs, --articles and --jobs must be 1 or more, --long 2 or more")
    shared = options.shared if options.shared.is_dir() else None
    if shared is None:
        print(f"{options.shared} is not there: measured on the invented story instead")
    try:
        if options.long:
            print(f"a stream of {options.long} articles, tagger {options.tagger}")
            for line in long(options.long, options.tagger, options.jobs, shared):
                print(line, flush=True)
            return 0
        for part in options.only or PARTS:
            _print(part, options, shared)
    except (CommandError, ModelMissing) as fault:
        print(f"benchmarks: {fault}", file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed and memory beside what a user would pick instead.")
    parser.add_argument("--only", action="append", choices=PARTS, help="measure only this; may be given twice (all)")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with the labelled stories")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="runs a median is taken over (5)")
    parser.add_argument("--articles", type=int, default=24, metavar="N", help="articles that annotate is timed on (24)")
    parser.add_argument("--jobs", type=int, nargs="?", const=2, default=1, metavar="N", help="also the speed-up of N processes (2)")
    parser.add_argument("--long", type=int, metavar="N", help="only annotate N articles in a stream and print the memory taken")
    parser.add_argument(
        "--tagger", default=AnnotateSettings().tagger, help="tagger to look at closely; also the folder of a model (%(default)s)"
    )
    return parser


def _print(part: str, options: argparse.Namespace, shared: Path | None) -> None:
    if part == "startup":
        print(f"start-up, median processor time of {options.runs} runs")
        print("\n".join(startup(options.runs)), end="\n\n")
    elif part == "stages":
        with as_file(story_folder()) as own:
            told = reports(shared, own / "articles")
            print(f"{told.name} ({len(told.files)} files), models loaded, median processor time of {options.runs} runs")
            print("\n".join(stages(told, options.runs)), end="\n\n")
    elif part == "compare":
        for line in compare.report(shared, options.runs):
            print(line, flush=True)
    else:
        print("\n".join(report(shared, options.runs, options.articles, options.jobs, options.tagger)), flush=True)


if __name__ == "__main__":
    sys.exit(main())
