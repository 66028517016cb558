"""A small network learns from the teachers' soft targets on labelled and unlabelled articles."""

from __future__ import annotations

import json
import pathlib
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor, nn

from training.quotations.data import UNSEEN, Article, Labelled, batches, labelled, windows
from training.quotations.network import Network, split
from training.quotations.soft import Soft
from training.quotations.train import Average, Plan, gold_loss, link_loss, optimiser, tag_divergence, tensors


@dataclass(frozen=True)
class Lesson:
    """Articles (as they are, and with straight marks), what the teachers say of each, and which of them have gold labels."""

    plain: list[Article]
    straight: list[Article]
    soft: list[Soft]
    gold: list[bool]


def lesson_batches(lesson: Lesson, plan: Plan, rng: random.Random) -> Iterator[tuple[Labelled, list[tuple[int, object]], list[Article]]]:
    """Batches for ever, labelled and unlabelled articles mixed; an unlabelled one's links are the teachers'."""
    while True:
        mixed = []
        for p, s, soft, gold in zip(lesson.plain, lesson.straight, lesson.soft, lesson.gold, strict=True):
            a = s if rng.random() < 1 / 3 else p
            mixed.append(a if gold else replace(a, sources=soft.sources.tolist(), cues=soft.cues.tolist()))
        for group in batches(windows(mixed, plan.window, rng), mixed, plan.pieces, rng):
            b = labelled(group, mixed)
            for row, (n, _) in enumerate(group):
                if not lesson.gold[n]:
                    b.tags[row] = UNSEEN
            yield b, list(group), mixed


def soft_tensor(b: Labelled, lesson: Lesson) -> tuple[Tensor, Tensor]:
    """The teachers' log-probabilities in the batch's places, and where they stand."""
    target = np.zeros((*b.x.ids.shape, 7), dtype=np.float32)
    asked = np.zeros(b.x.ids.shape, dtype=bool)
    for row, (n, _) in enumerate(b.keys):
        target[row, b.x.firsts[row]] = lesson.soft[n].tags[b.x.words[row]]
        asked[row, b.x.firsts[row]] = True
    return torch.from_numpy(target), torch.from_numpy(asked)


def distill(student: Network, lesson: Lesson, plan: Plan, keep: pathlib.Path, steps: int, gold_weight: float = 0.3) -> None:
    """Train `student`: soft targets everywhere, gold besides where there is any; writes averaged weights to `keep`."""
    rng = random.Random(plan.seed)
    torch.manual_seed(plan.seed)
    opt = optimiser(student, plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        opt, lambda s: min((s + 1) / plan.warm_up, max(0.02, (steps - s) / max(1, steps - plan.warm_up)))
    )
    average = Average(student, plan.average)
    student.train()
    begun, seen = time.monotonic(), 0.0
    for step, (b, _, _) in enumerate(lesson_batches(lesson, plan, rng)):
        if step >= steps:
            break
        with torch.autocast("cpu", dtype=torch.bfloat16):
            raw = student(*tensors(b))[-1]
        out = split(raw, torch.from_numpy(b.x.lengths))
        target, asked = soft_tensor(b, lesson)
        loss = (1 - gold_weight) * tag_divergence(out.tags, target, asked)
        if (b.tags != UNSEEN).any():
            loss = loss + gold_weight * gold_loss(out, b, replace(plan, link_weight=0.0))
        loss = loss + plan.link_weight * (
            link_loss(out.source, torch.from_numpy(b.sources)) + 0.5 * link_loss(out.cue, torch.from_numpy(b.cues))
        )
        opt.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(student.parameters(), 1.0)
        opt.step()
        schedule.step()
        average.update(student, step)
        seen += loss.item()
        if (step + 1) % 20 == 0:
            print(
                json.dumps({"step": step + 1, "of": steps, "loss": round(seen / 20, 4), "s": round(time.monotonic() - begun)}), flush=True
            )
            seen = 0.0
        if (step + 1) % 100 == 0:
            torch.save(average.weights, keep)
    torch.save(average.weights, keep)


def shallow(weights: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """The weights of a network's first layers and the head that stands after them."""
    return {
        k: v
        for k, v in weights.items()
        if not k.startswith(("layers.", "heads."))
        or (k.startswith("layers.") and int(k.split(".")[1]) < layers)
        or k.startswith(f"heads.{layers}.")
    }
