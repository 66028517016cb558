"""``python -m evaluation.traditions``: simulated traditions of any size, scored, by hand; ``python -m evaluation`` holds the floors."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from evaluation.traditions.operations import SEVERITIES
from evaluation.traditions.run import Outcome, run
from evaluation.traditions.table import tables
from evaluation.traditions.tradition import Tradition, tradition


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """The command's options."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.traditions", description="Derivation measured on simulated traditions.")
    parser.add_argument("--reports", type=int, nargs="+", default=[5, 20, 60], metavar="N", help="sizes of the traditions (2 to 400)")
    parser.add_argument("--seeds", type=int, default=3, metavar="N", help="traditions of each size and severity")
    parser.add_argument("--severity", nargs="+", choices=SEVERITIES, default=list(SEVERITIES), help="how much is changed")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="instead write the reports as text files and the truth as truth.json")
    return parser.parse_args(given)


def write(truth: Tradition, folder: Path) -> None:
    """One tradition as files, to be looked at."""
    folder.mkdir(parents=True, exist_ok=True)
    for article in truth.articles:
        (folder / f"{article.id}.txt").write_text(article.text, "utf-8")
    known = {"edges": truth.edges, "remarks": truth.remarks, "withheld": truth.withheld, "named": truth.named, "roots": truth.roots}
    (folder / "truth.json").write_text(json.dumps(msgspec.to_builtins(known), indent=1, ensure_ascii=False) + "\n", "utf-8")


def main(given: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0."""
    options = arguments(given)
    if options.write:
        for severity in options.severity:
            for size in options.reports:
                for seed in range(options.seeds):
                    write(tradition(seed, size, severity), options.write / f"{severity}-{size}-{seed}")
        return 0
    from retold.annotate import annotate
    from retold.compare import compare

    outcomes: dict[str, Outcome] = {
        severity: run(severity, dict.fromkeys(options.reports, options.seeds), annotate, compare) for severity in options.severity
    }
    print(tables(outcomes))
    seconds = ", ".join(f"{name} {one.seconds:g} s" for name, one in outcomes.items())
    print(f"\nprocessor time: {seconds}")
    return 0


def command() -> int:
    """``main``, with a sentence in place of a traceback where an argument is out of bounds; the exit status is then 2."""
    try:
        return main()
    except (OSError, ValueError) as fault:
        print(f"evaluation.traditions: {fault}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(command())
