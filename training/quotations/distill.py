"""A small network learns from the teachers' soft targets on labelled and unlabelled articles."""

from __future__ import annotations

import pathlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from training.quotations.data import UNSEEN, Article, Labelled, batches, labelled, windows
from training.quotations.network import Network, Outputs, split
from training.quotations.soft import Soft
from training.quotations.train import Plan, fit, gold_loss, link_loss, tag_divergence


@dataclass(frozen=True)
class Lesson:
    """Articles (as they are, and with straight marks), what the teachers say of each, and which of them have gold labels."""

    plain: list[Article]
    straight: list[Article]
    soft: list[Soft]
    gold: list[bool]


def lessons(lesson: Lesson, plan: Plan) -> Iterator[Labelled]:
    """Batches for ever, a third of the articles with straight marks; an unlabelled article's links are the teachers'."""
    rng = random.Random(plan.seed)
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
            yield b


def soft_tensor(b: Labelled, lesson: Lesson) -> tuple[Tensor, Tensor]:
    """The teachers' log-probabilities in the batch's places, and where they stand."""
    target = np.zeros((*b.x.ids.shape, 7), dtype=np.float32)
    asked = np.zeros(b.x.ids.shape, dtype=bool)
    for row, (n, _) in enumerate(b.keys):
        target[row, b.x.firsts[row]] = lesson.soft[n].tags[b.x.words[row]]
        asked[row, b.x.firsts[row]] = True
    return torch.from_numpy(target), torch.from_numpy(asked)


def taught(out: Outputs, b: Labelled, lesson: Lesson, plan: Plan, gold_weight: float) -> Tensor:
    """The loss of quotations: soft targets everywhere, gold besides where there is any."""
    target, asked = soft_tensor(b, lesson)
    loss = (1 - gold_weight) * tag_divergence(out.tags, target, asked)
    if (b.tags != UNSEEN).any():
        loss = loss + gold_weight * gold_loss(out, b, replace(plan, link_weight=0.0))
    links = link_loss(out.source, torch.from_numpy(b.sources)) + 0.5 * link_loss(out.cue, torch.from_numpy(b.cues))
    return loss + plan.link_weight * links


def distill(student: Network, lesson: Lesson, plan: Plan, keep: pathlib.Path, steps: int, gold_weight: float) -> None:
    """Train `student` on quotations alone; writes averaged weights to `keep`."""

    def loss(raw: list[Tensor], b: Labelled) -> Tensor:
        return taught(split(raw[-1], torch.from_numpy(b.x.lengths)), b, lesson, plan, gold_weight)

    fit(student, lessons(lesson, plan), loss, plan, steps, keep)
