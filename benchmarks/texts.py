"""Articles of one length, so that articles a second mean the same wherever they are counted."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import count, islice
from pathlib import Path

import msgspec

from retold.data import story_files
from retold.records import Article

WORDS = 640
"""Words of an article; the mean of the 924 articles of PolNeAR's train and dev parts, on which taggers are compared."""


class Report(msgspec.Struct, frozen=True):
    """What is used of a record of stories-dev."""

    text: str
    date: str | None = None


def articles(shared: Path | None, number: int) -> tuple[str, list[Article]]:
    """Where the texts come from, in words, and ``number`` articles of ``WORDS`` words: real ones where the folder shared is there."""
    real = shared / "data" / "stories-dev.jsonl.gz" if shared else None
    if real is not None and real.is_file():
        return "real reports", [_article(r, i) for i, r in enumerate(_spread(real, number))]
    own = [Report(text=file.read_text("utf-8"), date="2031-05-06") for _, file in story_files()]
    return "the invented story, joined", [_article(r, i) for i, r in enumerate(islice(_joined(_cycle(own)), number))]


def cycled(base: list[Article], number: int) -> Iterator[Article]:
    """``number`` articles: the same texts over and over, each time with other ids."""
    for i in range(number):
        yield msgspec.structs.replace(base[i % len(base)], id=f"{base[i % len(base)].id}-{i}")


def _spread(path: Path, number: int) -> list[Report]:
    """Reports from all over the file, cut or joined to length."""
    with gzip.open(path, "rb") as lines:
        records = [msgspec.json.decode(line, type=Report) for line in lines]
    whole = list(_joined(iter(records)))
    step = max(1, len(whole) // number)
    return list(islice(_cycle(whole[::step]), number))


def _joined(reports: Iterator[Report]) -> Iterator[Report]:
    """Reports of at least ``WORDS`` words, short ones with the next ones behind them, cut after that many."""
    for first in reports:
        text = first.text
        while (end := _end(text)) is None:
            following = next(reports, None)
            if following is None:
                return
            text = f"{text}\n\n{following.text}"
        yield Report(text=text[:end], date=first.date)


def _end(text: str) -> int | None:
    """Where the last word wanted ends; None: the text is shorter."""
    last = next(islice(re.finditer(r"\S+", text), WORDS - 1, None), None)
    return last.end() if last else None


def _cycle(reports: Iterable[Report]) -> Iterator[Report]:
    kept = list(reports)
    return (kept[i % len(kept)] for i in count())


def _article(report: Report, number: int) -> Article:
    digest = hashlib.sha256(report.text.encode("utf-8", "replace")).hexdigest()
    return Article(
        id=f"b{number}", outlet=None, url=None, title=None, published=report.date, language="en", text=report.text, digest=digest
    )
