"""What teachers say of articles, word by word: the soft targets that students learn from, computed once."""

from __future__ import annotations

import json
import pathlib
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from retold.annotate.tagger.pieces import Speller
from training.quotations.data import NONE, UNSEEN, Article, batches, labelled, records, unlabelled, windows
from training.quotations.network import Network, split
from training.quotations.train import tensors

LEAST_BEGIN = 0.2  # a word is asked for its links where the teachers' mean probability that it begins a content is at least this


@dataclass(frozen=True)
class Soft:
    """One article: log-probabilities of tags (words, 7); word numbers of the likeliest source and cue (-1 none, -100 not asked)."""

    tags: npt.NDArray[np.float16]
    sources: npt.NDArray[np.int64]
    cues: npt.NDArray[np.int64]


def unlabelled_articles(shared: pathlib.Path, spell: Speller) -> list[Article]:
    """The articles of stories-dev, without every story that the project's own gold scores on (by name, by url and by opening)."""
    scored: list[dict[str, Any]] = []
    for name in ("stories/dev/articles.jsonl", "stories/cuba-dialogue/articles.jsonl", "check/articles.jsonl"):
        scored.extend(records(shared / name) if (shared / name).exists() else [])
    left_out = {r["story"] for r in scored} | {r["url"] for r in scored if r.get("url")} | {opening(r["text"]) for r in scored}
    out = []
    for r in records(shared / "data/stories-dev.jsonl.gz"):
        if not {r["story"], r["url"], opening(r["text"])} & left_out and 400 < len(r["text"]) < 20_000:
            out.append(unlabelled(r["url"], r["text"], spell))
    return out


def opening(text: str) -> str:
    """The first letters and digits of a text: the same for a reprint."""
    return "".join(c for c in text.lower() if c.isalnum())[:120]


@torch.no_grad()
def soft_targets(teachers: list[Network], articles: list[Article], window: int = 256, pieces: int = 8192) -> list[Soft]:
    """Mean of the teachers' log-probabilities, each article read once in windows of `window` pieces."""
    out = [Soft(np.zeros((len(a.tags), 7), dtype=np.float16), np.full(len(a.tags), UNSEEN), np.full(len(a.tags), UNSEEN)) for a in articles]
    for t in teachers:
        t.eval()
    for n, group in enumerate(batches(windows(articles, window), articles, pieces)):
        b = labelled(group, articles)
        lengths = torch.from_numpy(b.x.lengths)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            raws = [t(*tensors(b))[-1] for t in teachers]
        outs = [split(r, lengths) for r in raws]
        tags = torch.stack([o.tags.log_softmax(-1) for o in outs]).mean(0).numpy()
        source = torch.stack([o.source.softmax(-1) for o in outs]).mean(0).argmax(-1).numpy()
        cue = torch.stack([o.cue.softmax(-1) for o in outs]).mean(0).argmax(-1).numpy()
        for row, (a, _) in enumerate(group):
            numbers, firsts = np.array(b.x.words[row]), np.array(b.x.firsts[row])
            word_at = {0: NONE} | dict(zip(firsts.tolist(), numbers.tolist(), strict=True))
            out[a].tags[numbers] = tags[row, firsts]
            for w, f in zip(numbers.tolist(), firsts.tolist(), strict=True):
                if tags[row, f, 1] > np.log(LEAST_BEGIN):
                    out[a].sources[w] = word_at.get(int(source[row, f]), UNSEEN)
                    out[a].cues[w] = word_at.get(int(cue[row, f]), UNSEEN)
        if n % 20 == 0:
            print(json.dumps({"soft": n, "windows": len(group)}), flush=True)
    return out


def mean(readings: list[list[Soft]]) -> list[Soft]:
    """The mean of several readings of the same articles; links are the first reading's, where it was asked for them."""
    out = []
    for same in zip(*readings, strict=True):
        tags = np.stack([s.tags.astype(np.float32) for s in same]).mean(0)
        tags -= np.log(np.exp(tags).sum(-1, keepdims=True))
        sources, cues = same[0].sources, same[0].cues
        for s in same[1:]:
            sources, cues = np.where(sources == UNSEEN, s.sources, sources), np.where(cues == UNSEEN, s.cues, cues)
        out.append(Soft(tags.astype(np.float16), sources, cues))
    return out
