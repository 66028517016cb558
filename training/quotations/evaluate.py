"""Predictions in the scorer's format, for PolNeAR's form; and the tagger's speed on one core."""

from __future__ import annotations

import json
import pathlib
import subprocess
import sys
import time
from typing import Any

from retold.annotate.tagger.decode import Piece, Tagger
from training.quotations.data import records


def prediction(text: str, pieces: list[Piece]) -> list[dict[str, Any]]:
    """Quotations as score.py reads them; the speaker's name is the words of the linked source."""
    return [
        {"spans": [list(s) for s in p.spans], "speaker": text[p.source[0] : p.source[1]] if p.source else None,
         "canonical": text[p.source[0] : p.source[1]] if p.source else None, "confidence": round(p.confidence, 4)}
        for p in pieces
    ]  # fmt: skip


def score(tagger: Tagger, gold: pathlib.Path, scorer: pathlib.Path, out: pathlib.Path) -> dict[str, Any]:
    """Write predictions for `gold` to `out` and run the scorer on them."""
    with out.open("w", encoding="utf-8") as f:
        for r in records(gold):
            f.write(json.dumps({"id": r["id"], "quotations": prediction(r["text"], tagger.tag(r["text"]))}) + "\n")
    done = subprocess.run([sys.executable, str(scorer), "quotations", str(gold), str(out)], capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def speed(tagger: Tagger, gold: pathlib.Path, words: int = 640, at_most: int = 60) -> float:
    """Articles of `words` words a second, by processor time of this process (one thread): tagging and decoding, all in all."""
    lines = [line for r in records(gold) for line in r["text"].split("\n") if line.strip()]
    articles, now, size = [], [], 0
    for line in lines:
        now.append(line)
        size += len(line.split())
        if size >= words:
            articles.append("\n".join(now))
            now, size = [], 0
    articles = articles[:at_most]
    total = sum(len(a.split()) for a in articles)
    tagger.tag(articles[0])
    begun = time.process_time()
    for a in articles:
        tagger.tag(a)
    return total / words / (time.process_time() - begun)
