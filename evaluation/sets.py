"""The sets of stories that are scored: where their reports and their gold lie."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import defaultdict
from collections.abc import Sequence
from importlib.resources import as_file
from pathlib import Path
from typing import Any

import msgspec

from retold.data import story_folder

SHARED_SETS = ("cuba-dialogue", "dev")
OWN_SET = "port-ansel"


class GoldSet(msgspec.Struct, frozen=True):
    """One column of the table."""

    name: str
    folder: Path
    """Holds articles.jsonl and the gold."""
    inputs: dict[str, tuple[str, ...]]
    """What ``read`` is given for each story, by the story's name."""
    digest: str
    """SHA-256 over the names and bytes of the gold's files."""


def digest(files: list[Path]) -> str:
    """SHA-256 over names and bytes of files, in order of their names; hexadecimal."""
    whole = hashlib.sha256()
    for file in sorted(files, key=lambda path: path.name):
        whole.update(f"{file.name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def gold_files(folder: Path) -> list[Path]:
    """The files that a set's figures depend on."""
    return sorted([*folder.glob("*.jsonl"), *folder.glob("gold.json"), *folder.glob("articles/*.txt")])


def by_story(articles: Path) -> dict[str, list[dict[str, Any]]]:
    """The records of an articles.jsonl, story by story."""
    stories: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in articles.read_bytes().splitlines():
        if line.strip():
            record = json.loads(line)
            stories[record["story"]].append(record)
    return dict(stories)


def as_input(record: dict[str, Any]) -> dict[str, Any]:
    """The record that ``read`` takes for an article of the gold: its key there becomes its id."""
    kept = {field: record[field] for field in ("outlet", "url", "date", "title", "text") if record.get(field) is not None}
    return {"id": record["article"], **kept}


def shared_set(name: str, shared: Path, work: Path, *, pasted: bool = False) -> GoldSet:
    """A set of the shared folder, a JSON Lines file a story written under ``work``.

    ``pasted`` feeds the text files of its folder articles instead, where it has one, as a person would paste them.
    """
    folder = shared / "stories" / name
    inputs: dict[str, tuple[str, ...]] = {}
    texts = sorted(folder.glob("articles/*.txt"))
    for number, (story, records) in enumerate(by_story(folder / "articles.jsonl").items()):
        file = work / f"{name}-{number}.jsonl"
        file.write_text("".join(json.dumps(as_input(record), ensure_ascii=False) + "\n" for record in records), "utf-8")
        inputs[story] = tuple(map(str, texts)) if pasted and texts else (str(file),)
    return GoldSet(name=name, folder=folder, inputs=inputs, digest=digest(gold_files(folder)))


def own_set(work: Path) -> GoldSet:
    """The invented story, copied under ``work``; its reports are read as text, as a person would paste them."""
    folder = work / OWN_SET
    with as_file(story_folder()) as packaged:
        shutil.copytree(packaged, folder)
    known = digest(gold_files(folder))
    texts = sorted(folder.glob("articles/*.txt"))
    records = [{"story": OWN_SET, "article": text.stem, "text": text.read_bytes().decode("utf-8")} for text in texts]
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (folder / "articles.jsonl").write_text(lines, "utf-8")
    return GoldSet(name=OWN_SET, folder=folder, inputs={OWN_SET: tuple(map(str, texts))}, digest=known)


def together(sets: Sequence[GoldSet], folder: Path) -> Path:
    """The articles and quotations of several sets as one gold folder; gives it back."""
    folder.mkdir()
    for name in ("articles.jsonl", "quotes.jsonl", "utterances.jsonl", "derivation.jsonl"):
        whole = b"".join(line + b"\n" for one in sets for line in (one.folder / name).read_bytes().splitlines() if line.strip())
        (folder / name).write_bytes(whole)
    return folder
