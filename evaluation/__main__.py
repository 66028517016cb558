"""``python -m evaluation``: read, annotate and compare the labelled stories, score them, hold them to their floors."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from evaluation import floors, gold, passages, polnear, scorer
from evaluation.figures import figures
from evaluation.misses import misses
from evaluation.sets import OWN_SET, SHARED_SETS, GoldSet, by_story, digest, own_set, shared_set
from evaluation.stages import Stages, Told, retold_stages, tell
from evaluation.table import details, table

ROOT = Path(__file__).resolve().parent.parent


class Measured(msgspec.Struct, frozen=True):
    """One set, measured."""

    figures: dict[str, float]
    scores: dict[str, dict[str, Any]]
    passages: passages.Passages
    misses: list[str]
    seconds: float


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """The command's options."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description="Scores on hand-made gold, beside their floors.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with the labelled stories and the scorer")
    parser.add_argument("--sets", nargs="+", choices=(*SHARED_SETS, OWN_SET), help="only these sets")
    parser.add_argument("--pasted", action="store_true", help="feed a story's text files, not its records, where it has them")
    parser.add_argument("--polnear", type=int, metavar="N", help="also score the first N documents of the corpus of attributions")
    parser.add_argument("--misses", action="store_true", help="also print every miss behind the averages")
    parser.add_argument("--json", action="store_true", help="print everything as one JSON object")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="exit with 1 where a floor does not hold")
    what.add_argument("--pin", action="store_true", help="write what is measured into baseline.json as the new floors")
    return parser.parse_args(given)


def measure(gold_set: GoldSet, score_with: Path | None, stages: Stages, work: Path) -> Measured:
    """Run one set through the stages and score it."""
    stories: list[Told] = [tell(story, inputs, stages) for story, inputs in gold_set.inputs.items()]
    scores = scorer.scores(score_with, gold_set, stories, work) if score_with else {}
    texts = {
        story: {record["article"]: record["text"] for record in records}
        for story, records in by_story(gold_set.folder / "articles.jsonl").items()
    }
    known = gold.load(gold_set.folder)
    seen = passages.check(stories, known, texts)
    return Measured(
        figures=figures(scores, seen),
        scores=scores,
        passages=seen,
        misses=misses(stories, known),
        seconds=round(sum(told.seconds for told in stories), 2),
    )


def report(measured: dict[str, Measured], baseline: floors.Baseline, *, with_misses: bool) -> str:
    """Table, checks by passage, misses where wanted, times."""
    seconds = ", ".join(f"{name} {one.seconds:g} s" for name, one in measured.items())
    parts = [table({name: one.figures for name, one in measured.items()}, baseline)]
    parts += [details(name, one.passages) for name, one in measured.items()]
    if with_misses:
        parts += ["\n".join([f"misses in {name}", *one.misses]) for name, one in measured.items()]
    return "\n\n".join([*parts, f"processor time: {seconds} (the first set loads the model)"])


def main(given: Sequence[str] | None = None, stages: Stages | None = None, baseline_file: Path = floors.BASELINE) -> int:
    """Run the command; the exit status is 1 where ``--check`` finds a floor broken, else 0."""
    options = arguments(given)
    stages = stages or retold_stages()
    available = options.shared.is_dir()
    score_with = options.shared / "eval" / "score.py" if available else None
    wanted = options.sets or [*SHARED_SETS, OWN_SET]
    if not available:
        print("skipped: cuba-dialogue, dev and all of the scorer's figures (the folder given by --shared is absent)", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        sets = [shared_set(name, options.shared, work, pasted=options.pasted) for name in SHARED_SETS if available and name in wanted]
        sets += [own_set(work)] if OWN_SET in wanted else []
        measured = {one.name: measure(one, score_with, stages, work) for one in sets}
        corpus = options.shared / "data" / "polnear-dev.jsonl.gz"
        attributed = polnear.score(corpus, options.polnear, score_with, stages, work) if options.polnear and score_with else None
    baseline = floors.load(baseline_file)
    reached = {name: one.figures for name, one in measured.items()}
    known = ({one.name: one.digest for one in sets}, digest([score_with]) if score_with else None, baseline)
    if options.pin:
        baseline = floors.pin(reached, *known)
        floors.save(baseline, baseline_file)
    faults = floors.broken(reached, known[0], known[1], baseline)
    if options.json:
        whole = {"sets": measured, "attributions": attributed, "broken": faults}
        print(json.dumps(msgspec.to_builtins(whole), ensure_ascii=False))
    else:
        print(report(measured, baseline, with_misses=options.misses))
        if attributed:
            print(f"\nattributions, first {options.polnear}: {json.dumps(attributed, ensure_ascii=False)}")
        print("\n" + "\n".join(faults or ["every floor holds"]))
    return int(options.check and bool(faults))


def command() -> int:
    """``main``, with a sentence in place of a traceback where a file or the scorer fails; the exit status is then 2."""
    try:
        return main()
    except (OSError, msgspec.MsgspecError, scorer.ScorerError) as fault:
        print(f"evaluation: {fault}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(command())
