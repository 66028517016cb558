"""PolNeAR's form ({id, text, quotes: [{content, source, cue}]}) to labelled words, and labelled windows to batches."""

from __future__ import annotations

import gzip
import json
import pathlib
import random
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from retold.annotate.tagger.pieces import Batch, Speller, Window, Words, batch, pack, read_words

TAGS = ("O", "B-content", "I-content", "B-source", "I-source", "B-cue", "I-cue")
NONE, UNSEEN = -1, -100  # link of a content: to nothing; not labelled, or outside the window
SMALL = 0.2  # share of articles whose windows are cut small
CURLY_TO_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True)
class Article:
    """A labelled article: `tags` and the two links have one entry a word; links are word numbers of the target's first word."""

    id: str
    text: str
    words: Words
    tags: list[int]
    sources: list[int]
    cues: list[int]


@dataclass(frozen=True)
class Labelled:
    """One batch with its labels, windows by pieces (-100 where nothing is asked)."""

    x: Batch
    tags: npt.NDArray[np.int64]
    sources: npt.NDArray[np.int64]
    cues: npt.NDArray[np.int64]
    keys: list[tuple[int, int]]  # article number and window number, for soft targets


def records(path: pathlib.Path) -> list[dict[str, Any]]:
    """The lines of a .jsonl or .jsonl.gz file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def speller(tokenizer_json: pathlib.Path) -> Speller:
    """Word pieces of MiniLM's vocabulary."""
    tokenizer = Tokenizer.from_file(str(tokenizer_json))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Speller(lambda word: tokenizer.encode(word, add_special_tokens=False).ids)


def read_article(record: dict[str, Any], spell: Speller, straight: bool = False, limit: int = 250) -> Article:
    """One record with its labels on words; `straight` writes curly marks straight (the offsets stay); `limit` as in read_words."""
    text = record["text"].translate(CURLY_TO_STRAIGHT) if straight else record["text"]
    words = read_words(text, spell, limit)
    n = len(words.starts)
    tags, sources, cues = [0] * n, [UNSEEN] * n, [UNSEEN] * n
    starts, ends = np.array(words.starts), np.array(words.ends)

    def covered(span: list[int]) -> tuple[int, int]:
        return int(np.searchsorted(ends, span[0], "right")), int(np.searchsorted(starts, span[1], "left"))

    def paint(span: list[int], begin: int) -> int:
        a, b = covered(span)
        if a < b:
            tags[a] = begin
            tags[a + 1 : b] = [begin + 1] * (b - a - 1)
        return a

    for q in record["quotes"]:
        source = min((paint(s, 3) for s in sorted(q["source"], reverse=True)), default=NONE)
        cue = min((paint(s, 5) for s in sorted(q["cue"], reverse=True)), default=NONE)
        for span in q["content"]:
            a, b = covered(span)
            if a < b:
                sources[a], cues[a] = source, cue
    for q in record["quotes"]:
        for span in q["content"]:
            paint(span, 1)
    return Article(record["id"], text, words, tags, sources, cues)


def unlabelled(record_id: str, text: str, spell: Speller, straight: bool = False, limit: int = 250) -> Article:
    """An article without labels, for a teacher to label."""
    return read_article({"id": record_id, "text": text, "quotes": []}, spell, straight, limit)


def windows(articles: list[Article], size: int, rng: random.Random | None = None) -> list[tuple[int, Window]]:
    """All windows of all articles; with `rng`, of a size between 5/8 and all of `size` an article, so that cuts differ by epoch.

    A fifth of the articles is then cut small, paragraph by paragraph for the most part: a text may be no longer than that.
    """
    out: list[Any] = []
    for n, article in enumerate(articles):
        here = size
        if rng is not None:
            here = rng.randint(16, size // 2) if rng.random() < SMALL else rng.randint(size * 5 // 8, size)
        out.extend((n, w) for w in pack(article.words, here))
    return out


def batches(
    items: list[tuple[int, Window]], articles: list[Article], pieces: int, rng: random.Random | None = None
) -> list[list[tuple[int, Window]]]:
    """Windows of like length together, each batch about `pieces` pieces; in random order with `rng`."""

    def length(item: tuple[int, Window]) -> int:
        words = articles[item[0]].words
        return sum(sum(map(len, words.pieces[a:b])) + 1 for a, b in item[1].runs)

    sized = sorted(((length(i) + (rng.random() * 24 if rng else 0), k) for k, i in enumerate(items)), reverse=True)
    out: list[list[tuple[int, Window]]] = [[]]
    longest = 0.0
    for size, k in sized:
        if out[-1] and max(longest, size) * (len(out[-1]) + 1) > pieces:
            out.append([])
            longest = 0.0
        out[-1].append(items[k])
        longest = max(longest, size)
    if rng:
        rng.shuffle(out)
    return out


def labelled(items: list[tuple[int, Window]], articles: list[Article]) -> Labelled:
    """Arrays of one batch."""
    x = batch([(articles[n].words, w) for n, w in items])
    tags, sources, cues = (np.full(x.ids.shape, -100, dtype=np.int64) for _ in range(3))
    for row, (n, _) in enumerate(items):
        article = articles[n]
        place = dict(zip(x.words[row], x.firsts[row], strict=True))
        tags[row, x.firsts[row]] = [article.tags[w] for w in x.words[row]]
        for word, first in place.items():
            if article.sources[word] != UNSEEN:
                sources[row, first] = 0 if article.sources[word] == NONE else place.get(article.sources[word], -100)
                cues[row, first] = 0 if article.cues[word] == NONE else place.get(article.cues[word], -100)
    return Labelled(x, tags, sources, cues, [(n, w.runs[0][0]) for n, w in items])
