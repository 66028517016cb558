"""``python -m evaluation``: read, annotate and compare the labelled stories, score them, hold them to their floors."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from evaluation import floors, measure, polnear, reliability, scorer, volume
from evaluation.judging import judgements
from evaluation.measure import TOGETHER, Measured
from evaluation.sets import OWN_SET, SHARED_SETS, digest, own_set, shared_set
from evaluation.stages import Stages, retold_stages, tell
from evaluation.table import counted, details, table
from evaluation.traditions.operations import SEVERITIES, Severity
from evaluation.traditions.table import tables
from retold.errors import RetoldError

ROOT = Path(__file__).resolve().parent.parent
TRADITIONS: dict[str, Severity] = {f"traditions-{severity}": severity for severity in SEVERITIES}
"""Columns of simulated traditions, by how much is changed in them."""
SAMPLE = "stories-dev"
"""Column of sampled stories without gold, as far as a reader judged what is reported there."""
ALL_SETS = (*SHARED_SETS, OWN_SET, *polnear.CORPORA, SAMPLE, *TRADITIONS)
SLOW = ("polnear-dev-accurate", SAMPLE, *TRADITIONS)
"""Columns that ``--quick`` leaves out."""


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """The command's options."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description="Scores on hand-made gold, beside their floors.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with the labelled stories and the scorer")
    parser.add_argument("--sets", nargs="+", choices=ALL_SETS, help="only these sets")
    parser.add_argument("--quick", action="store_true", help=f"leave out {', '.join(SLOW)}")
    parser.add_argument("--pasted", action="store_true", help="feed a story's text files, not its records, where it has them")
    parser.add_argument(
        "--misses",
        nargs="?",
        const="all",
        choices=("all", "quotations", "disputes"),
        help="also print every miss behind the averages, or of quotations or disputes only",
    )
    parser.add_argument("--json", action="store_true", help="print everything as one JSON object")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="exit with 1 where a floor does not hold")
    what.add_argument("--pin", action="store_true", help="write what is measured into baseline.json as the new floors")
    what.add_argument("--tagger", metavar="NAME", help="measure with this quotation tagger instead of the default one")
    what.add_argument(
        "--all",
        metavar="FILE",
        help="instead annotate every article of FILE; exit with 1 where one raises an error or a direct quotation has no marks",
    )
    return parser.parse_args(given)


def measured(options: argparse.Namespace, make: Callable[[str | None], Stages], work: Path) -> dict[str, Measured]:
    """All columns that are wanted and whose gold is there, in the order of the tables. Nothing is annotated twice."""
    shared: Path = options.shared
    available = shared.is_dir()
    score_with = shared / "eval" / "score.py" if available else None
    wanted = set(options.sets or ALL_SETS) - set(SLOW if options.quick else ())
    stages = make(options.tagger)
    sets = [shared_set(name, shared, work, pasted=options.pasted) for name in SHARED_SETS if available and name in wanted]
    sets += [own_set(work)] if OWN_SET in wanted else []
    told = {one.name: [tell(story, inputs, stages) for story, inputs in one.inputs.items()] for one in sets}
    columns = {one.name: measure.stories(one, told[one.name], score_with, work) for one in sets}
    simulated = {name: measure.traditions(severity, stages) for name, severity in TRADITIONS.items() if name in wanted}
    if score_with is None:
        return columns | simulated
    if real := measure.real_stories(told):
        columns[TOGETHER] = measure.all_stories([one for one in sets if one.name in SHARED_SETS], real, score_with, work)
    for name, tagger in polnear.CORPORA.items():
        if name in wanted:
            columns[name] = measure.corpus(shared, score_with, make(tagger) if tagger else stages, work)
    if SAMPLE in wanted and judgements.FILE.exists() and (shared / "data" / "stories-dev.jsonl.gz").is_file():
        columns[SAMPLE] = measure.judged(shared, stages, work)
    return columns | simulated


def report(columns: dict[str, Measured], baseline: floors.Baseline, misses: str | None) -> str:
    """Tables, checks by passage, reliability, misses where wanted, times."""
    reached = {name: one.figures for name, one in columns.items()}
    apart = (polnear.CORPORA, (SAMPLE,), TRADITIONS)
    told = {name: of for name, of in reached.items() if not any(name in group for group in apart)}
    groups = (told, *({name: of for name, of in reached.items() if name in group} for group in apart))
    parts = [table(of, baseline) for of in groups if of]
    if outcomes := {name: one.outcome for name, one in columns.items() if one.outcome}:
        parts.append(tables(outcomes))
    if bands := {name: one.bands for name, one in columns.items() if one.bands}:
        parts += ["quotations that name a speaker, by confidence: how many, their mean confidence, how many in a hundred are right"]
        parts += [reliability.table(bands)]
    if facts := {name: one.scores["facts"] for name, one in columns.items() if "facts" in one.scores}:
        parts.append(counted(facts))
    parts += ["\n".join(one.judged) for one in columns.values() if one.judged]
    if misses in {None, "all"}:
        parts += [details(name, one.passages) for name, one in columns.items() if one.passages]
    for name, one in columns.items():
        for what, lines in one.misses.items():
            if misses in {"all", what} and lines:
                parts.append("\n".join([f"misses in {name}, {what}", *(f"  {line}" for line in lines)]))
    seconds = ", ".join(f"{name} {one.seconds:g} s" for name, one in columns.items() if one.seconds is not None)
    return "\n\n".join([*parts, f"processor time: {seconds} (the first set loads the model)"])


def main(given: Sequence[str] | None = None, stages: Stages | None = None, baseline_file: Path = floors.BASELINE) -> int:
    """Run the command; the exit status is 1 where ``--check`` finds a floor broken or ``--all`` a fault, else 0."""
    options = arguments(given)

    def make(tagger: str | None) -> Stages:
        return stages or retold_stages(tagger)

    if options.all:
        seen = volume.run(options.all, make(None))
        print(json.dumps(msgspec.to_builtins(seen), ensure_ascii=False) if options.json else volume.report(seen))
        return int(not seen.sound)
    if not options.shared.is_dir():
        print(
            "skipped: cuba-dialogue, dev, polnear-dev and all of the scorer's figures (the folder given by --shared is absent)",
            file=sys.stderr,
        )
    with tempfile.TemporaryDirectory() as folder:
        columns = measured(options, make, Path(folder))
    baseline = floors.load(baseline_file)
    reached, digests = ({name: getattr(one, what) for name, one in columns.items()} for what in ("figures", "digest"))
    known = (digests, digest([options.shared / "eval" / "score.py"]) if options.shared.is_dir() else None)
    if options.pin:
        baseline = floors.pin(reached, *known, baseline)
        floors.save(baseline, baseline_file)
    faults = floors.broken(reached, *known, baseline)
    if options.json:
        print(json.dumps(msgspec.to_builtins({"sets": columns, "broken": faults}), ensure_ascii=False))
    else:
        print(report(columns, baseline, options.misses))
        print("\n" + "\n".join(faults or ["every floor holds"]))
    return int(options.check and bool(faults))


def command() -> int:
    """``main``, with a sentence in place of a traceback where a file or the scorer fails; the exit status is then 2."""
    try:
        return main()
    except (OSError, msgspec.MsgspecError, scorer.ScorerError, RetoldError) as fault:
        print(f"evaluation: {fault}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(command())
