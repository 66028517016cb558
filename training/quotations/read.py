"""The network that ships as "fast": thinned from the teacher, it learns quotations from the teachers and grammar from a spaCy pipeline."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional as F

from training.quotations.data import UNSEEN, Article, Labelled
from training.quotations.distill import Lesson, lessons, taught
from training.quotations.grammar import Grammar
from training.quotations.inventory import Inventory
from training.quotations.network import Network, Reading, Shape, split, split_grammar
from training.quotations.train import Plan, fit, link_loss

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Labels:
    """A grammar by the words of the quotation tagger, one entry a word (UNSEEN: no token begins there, or it is not labelled).

    `heads` are word numbers; -1: a root.
    """

    tags: Ints
    relations: Ints
    kinds: Ints
    begins: Ints
    heads: Ints


def labels(article: Article, grammar: Grammar, known: Inventory) -> Labels:
    """A grammar laid on an article's words: a token stands at the first word that begins in it."""
    starts = np.array(article.words.starts)
    n = len(starts)
    at = np.searchsorted(starts, grammar.spans[:, 0], "left")
    inside = (at < n) & (starts[np.minimum(at, n - 1)] < grammar.spans[:, 1])
    out = Labels(*(np.full(n, UNSEEN) for _ in range(5)))
    number = ({t: k for k, t in enumerate(known.tags)}, {t: k for k, t in enumerate(known.relations)})
    kind = {t: k for k, t in enumerate(known.kinds)}
    for k in range(len(at)):
        w = at[k]
        tag = number[0].get(grammar.tags[k])
        if not inside[k] or tag is None or out.tags[w] != UNSEEN:
            continue
        out.tags[w], out.kinds[w], out.begins[w] = tag, kind[grammar.kinds[k]], int(grammar.begins[k])
        head = int(grammar.heads[k])
        relation = number[1].get(grammar.relations[k])
        if head >= 0 and inside[head] and relation is not None:
            out.relations[w], out.heads[w] = relation, -1 if head == k else at[head]
    return out


@dataclass(frozen=True)
class Asked:
    """Labels of a batch, windows by pieces."""

    tags: Tensor
    relations: Tensor
    kinds: Tensor
    begins: Tensor
    heads: Tensor


def asked(b: Labelled, all_labels: Sequence[Labels]) -> Asked:
    """A batch's grammar labels in the places of its pieces."""
    out = {k: np.full(b.x.ids.shape, UNSEEN) for k in ("tags", "relations", "kinds", "begins", "heads")}
    for row, (n, _) in enumerate(b.keys):
        own, words, firsts = all_labels[n], np.array(b.x.words[row]), np.array(b.x.firsts[row])
        for k in ("tags", "relations", "kinds", "begins"):
            out[k][row, firsts] = getattr(own, k)[words]
        place = np.full(len(own.tags) + 2, UNSEEN)
        place[words], place[-1] = firsts, 0  # -1: a root, at position 0
        heads = own.heads[words]
        out["heads"][row, firsts] = np.where(heads == UNSEEN, UNSEEN, place[np.where(heads == UNSEEN, 0, heads)])
    return Asked(**{k: torch.from_numpy(v) for k, v in out.items()})


def grammar_loss(out: Reading, want: Asked) -> Tensor:
    """Sum of the mean cross-entropies of the five judgements."""

    def each(scores: Tensor, target: Tensor) -> Tensor:
        return F.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=UNSEEN)

    seen = want.begins != UNSEEN
    begins = F.binary_cross_entropy_with_logits(out.begins[seen], want.begins[seen].float())
    return (
        each(out.tags, want.tags)
        + each(out.relations, want.relations)
        + each(out.kinds, want.kinds)
        + begins
        + link_loss(out.arcs, want.heads)
    )


@dataclass(frozen=True)
class Course:
    """How a network learns to read: its shape (without grammar), plan and steps, and the labels' share beside the soft targets."""

    shape: Shape
    plan: Plan
    steps: int
    gold: float


GRAMMAR = 0.15  # weight of the grammar's loss


def learn_to_read(
    network: Network, lesson: Lesson, all_labels: Sequence[Labels], counts: tuple[int, int, int], course: Course, keep: pathlib.Path
) -> None:
    """Train `network` on quotations and grammar together; writes averaged weights to `keep`."""
    plan = course.plan

    def loss(raw: list[Tensor], b: Labelled) -> Tensor:
        lengths = torch.from_numpy(b.x.lengths)
        grammar = grammar_loss(split_grammar(raw[-1], lengths, counts), asked(b, all_labels))
        return taught(split(raw[-1], lengths), b, lesson, plan, course.gold) + GRAMMAR * grammar

    fit(network, lessons(lesson, plan), loss, plan, course.steps, keep)
