"""Fine-tuning on gold labels: the teacher, with a second exit half-way that becomes the fast model's start."""

from __future__ import annotations

import itertools
import json
import pathlib
import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.quotations.data import Article, Labelled, batches, labelled, windows
from training.quotations.network import Network, Outputs, split

Loss = Callable[[list[Tensor], Labelled], Tensor]


@dataclass(frozen=True)
class Plan:
    """How to train. Rates are AdamW's; `pieces` is the size of a batch in word pieces."""

    epochs: float = 3.0
    rate: float = 1.5e-4
    head_rate: float = 7.5e-4
    warm_up: int = 60
    pieces: int = 4096
    window: int = 256
    smoothing: float = 0.03
    link_weight: float = 0.15
    early_weight: float = 0.5
    average: float = 0.99  # decay of the running average of weights, which is what is kept
    seed: int = 1


def tensors(b: Labelled) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """The network's four inputs."""
    x = b.x
    return torch.from_numpy(x.ids), torch.from_numpy(x.depth), torch.from_numpy(x.case), torch.from_numpy(x.lengths)


def link_loss(scores: Tensor, target: Tensor) -> Tensor:
    """Cross-entropy over the window's positions for the pieces that begin a content."""
    rows = target != -100
    return F.cross_entropy(scores[rows], target[rows]) if rows.any() else scores.sum() * 0.0


def gold_loss(out: Outputs, b: Labelled, plan: Plan) -> Tensor:
    """Tags and both links against gold."""
    tags = F.cross_entropy(out.tags.flatten(0, 1), torch.from_numpy(b.tags).flatten(), ignore_index=-100, label_smoothing=plan.smoothing)
    links = link_loss(out.source, torch.from_numpy(b.sources)) + 0.5 * link_loss(out.cue, torch.from_numpy(b.cues))
    return tags + plan.link_weight * links


def tag_divergence(student: Tensor, teacher: Tensor, asked: Tensor) -> Tensor:
    """Kullback-Leibler divergence of tag distributions, mean over the asked pieces."""
    return F.kl_div(student[asked].log_softmax(-1), teacher[asked].log_softmax(-1), log_target=True, reduction="batchmean")


class Average:
    """Running average of a network's weights: smoother than its last step."""

    def __init__(self, network: nn.Module, decay: float) -> None:
        self.decay = decay
        self.weights = {k: v.detach().clone() for k, v in network.state_dict().items()}

    def update(self, network: nn.Module, step: int) -> None:
        decay = min(self.decay, (1 + step) / (10 + step))
        with torch.no_grad():
            for k, v in network.state_dict().items():
                self.weights[k].lerp_(v, 1 - decay)


def optimiser(network: Network, plan: Plan) -> torch.optim.Optimizer:
    """AdamW; heads and the new input tables learn five times as fast; no decay on norms and biases."""
    new = {id(p) for m in (network.heads, network.depth, network.case) for p in m.parameters()}
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for p in network.parameters():
        groups.setdefault((id(p) in new, p.dim() > 1), []).append(p)
    return torch.optim.AdamW(
        [{"params": ps, "lr": plan.head_rate if n else plan.rate, "weight_decay": 0.01 if d else 0.0} for (n, d), ps in groups.items()],
        fused=True,
    )


def stream(articles: tuple[list[Article], list[Article]], plan: Plan, rng: random.Random) -> Iterator[Labelled]:
    """Batches for ever; each epoch cuts and shuffles anew, a third of the articles with straight marks."""
    plain, straight = articles
    while True:
        mixed = [s if rng.random() < 1 / 3 else p for p, s in zip(plain, straight, strict=True)]
        for group in batches(windows(mixed, plan.window, rng), mixed, plan.pieces, rng):
            yield labelled(group, mixed)


def steps_of(articles: list[Article], plan: Plan) -> int:
    """Optimiser steps of the whole training."""
    return int(plan.epochs * len(batches(windows(articles, plan.window * 13 // 16), articles, plan.pieces)))


def fit(
    network: Network,
    examples: Iterable[Labelled],
    loss: Callable[[list[Tensor], Labelled], Tensor],
    plan: Plan,
    steps: int,
    keep: pathlib.Path,
) -> None:
    """Train for `steps` batches: AdamW, warm-up, linear decay. `loss` is given the raw numbers of each exit.

    Writes the averaged weights to `keep` (also along the way, so that a stop loses little).
    """
    torch.manual_seed(plan.seed)
    opt = optimiser(network, plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        opt, lambda s: min((s + 1) / plan.warm_up, max(0.02, (steps - s) / max(1, steps - plan.warm_up)))
    )
    average = Average(network, plan.average)
    network.train()
    begun, seen = time.monotonic(), 0.0
    for step, b in enumerate(itertools.islice(examples, steps)):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            raw = network(*tensors(b))
        told = loss(raw, b)
        opt.zero_grad()
        told.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        opt.step()
        schedule.step()
        average.update(network, step)
        seen += told.item()
        if (step + 1) % 20 == 0:
            print(
                json.dumps({"step": step + 1, "of": steps, "loss": round(seen / 20, 4), "s": round(time.monotonic() - begun)}), flush=True
            )
            seen = 0.0
        if (step + 1) % 100 == 0:
            torch.save(average.weights, keep)
    torch.save(average.weights, keep)


def train(network: Network, articles: tuple[list[Article], list[Article]], plan: Plan, keep: pathlib.Path) -> None:
    """Train on gold; an early exit learns from the labels and from the last exit, half each."""

    def loss(raw: list[Tensor], b: Labelled) -> Tensor:
        outs = [split(r, torch.from_numpy(b.x.lengths)) for r in raw]
        told = gold_loss(outs[-1], b, plan)
        asked = torch.from_numpy(b.tags) != -100
        for early in outs[:-1]:
            told = told + plan.early_weight * (
                0.5 * gold_loss(early, b, plan) + 0.5 * tag_divergence(early.tags, outs[-1].tags.detach(), asked)
            )
        return told

    fit(network, stream(articles, plan, random.Random(plan.seed)), loss, plan, steps_of(articles[0], plan), keep)
