"""Count in how many stories each word stands, for ``src/retold/data/frequencies.tsv``.

    python training/make_frequencies.py STORIES.jsonl[.gz] > src/retold/data/frequencies.tsv

STORIES holds one article a line, {story, title, text}. A story counts a word by the share of its articles that have it, so
that a story told often counts no more than another. Words of fewer than three stories are left out: what only one story has
is no common word. The table that ships was counted on 518 English news stories of 2012 to 2020 (1,937 articles): it holds
numbers of stories and single words, nothing of their text.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from retold.group.vectors import stem, words
from retold.records import Article

LEAST = 3
"""Stories."""


def count(records: Iterable[dict[str, Any]]) -> tuple[int, dict[str, float]]:
    """Number of stories, and for each word in how many of them it stands."""
    stories: dict[str, list[frozenset[str]]] = defaultdict(list)
    for record in records:
        article = Article(id="", outlet=None, url=None, title=record.get("title"), text=record["text"], digest="")
        stories[record["story"]].append(frozenset(map(stem, words(article))))
    counts: dict[str, float] = defaultdict(float)
    for reports in stories.values():
        for report in reports:
            for word in report:
                counts[word] += 1 / len(reports)
    return len(stories), dict(counts)


def table(stories: int, counts: dict[str, float]) -> str:
    """The file's text: a comment, the number of stories, then a line for each count with its words."""
    by_count: dict[int, list[str]] = defaultdict(list)
    for word, having in counts.items():
        if having >= LEAST:
            by_count[round(having)].append(word)
    lines = [f"{having}\t{' '.join(sorted(by_count[having]))}" for having in sorted(by_count, reverse=True)]
    return (
        "\n".join(["# number of stories; then: in how many of them, words. Made by training/make_frequencies.py", str(stories), *lines])
        + "\n"
    )


def main() -> None:
    """Read the file named on the command line and print the table."""
    path = Path(sys.argv[1])
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    print(table(*count(json.loads(line) for line in text.split("\n") if line.strip())), end="")


if __name__ == "__main__":
    main()
