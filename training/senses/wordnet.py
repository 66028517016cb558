"""WordNet's files: which meanings a word has and how often each, what its meanings are derived from, opposed to, and a kind of.

The format is that of the manual pages wndb(5WN) and senseidx(5WN); versions 3.0 and 3.1 read alike.
"""

from __future__ import annotations

import pathlib
from collections import defaultdict
from dataclasses import dataclass, field

PARTS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
PERSON = 18  # number of the file of nouns for persons
UNSEEN = 0.3  # times that a sense is taken to occur beyond those counted: rare senses stay possible

Key = tuple[str, int]  # part of speech, offset


@dataclass
class Meaning:
    """A synset."""

    words: list[str]
    file: int
    gloss: str
    derived: list[tuple[str, Key, str]] = field(default_factory=list)
    """Own word, meaning and word that it derives from or that derives from it."""
    opposed: list[tuple[str, Key, str]] = field(default_factory=list)
    above: list[Key] = field(default_factory=list)
    """What it is a kind of; of an adjective, what it is nearly the same as."""


@dataclass
class WordNet:
    """All meanings, and the meanings of each word with the share of its occurrences (they add up to 1)."""

    meanings: dict[Key, Meaning]
    senses: dict[str, dict[Key, float]]
    seen: dict[str, float]
    """How often each word occurs in the texts that WordNet counted."""


def written(lemma: str) -> str:
    """A word as the table writes it: blanks for underscores, without an adjective's marker."""
    return lemma.partition("(")[0].lower().replace("_", " ")


def read_wordnet(folder: pathlib.Path) -> WordNet:
    """Read ``data.*`` and ``index.sense`` of the folder ``dict`` of a WordNet."""
    meanings: dict[Key, Meaning] = {}
    for part, name in FILES.items():
        for line in (folder / f"data.{name}").read_text(encoding="utf-8", errors="replace").split("\n"):
            if line and not line.startswith(" "):
                _read_meaning(part, line, meanings)
    for key, meaning in meanings.items():
        for links in (meaning.derived, meaning.opposed):
            links[:] = [(own, other, _word(meanings, other, word)) for own, other, word in links if other in meanings]
        meaning.above = [k for k in meaning.above if k in meanings and k != key]
    counts: dict[str, dict[Key, float]] = defaultdict(dict)
    for line in (folder / "index.sense").read_text(encoding="utf-8").split("\n"):
        if line:
            sense, offset, _, seen = line.split(" ")
            lemma, _, rest = sense.partition("%")
            key = (PARTS[rest[0]], int(offset))
            counts[written(lemma)][key] = counts[written(lemma)].get(key, UNSEEN) + int(seen)
    senses = {word: {key: n / sum(found.values()) for key, n in found.items()} for word, found in counts.items()}
    return WordNet(meanings, senses, {word: sum(found.values()) for word, found in counts.items()})


def _read_meaning(part: str, line: str, meanings: dict[Key, Meaning]) -> None:
    data, _, gloss = line.partition(" | ")
    fields = data.split()
    count = int(fields[3], 16)
    words = [written(fields[4 + 2 * k]) for k in range(count)]
    meaning = Meaning(words, int(fields[1]), gloss.partition('; "')[0].strip())
    at = 4 + 2 * count
    for k in range(int(fields[at])):
        symbol, offset, where, ends = fields[at + 1 + 4 * k : at + 5 + 4 * k]
        other = ("a" if where == "s" else where, int(offset))
        if symbol in {"@", "&"}:
            meaning.above.append(other)
        elif symbol in {"+", "!", "\\", "<"} and ends != "0000":
            link = (words[int(ends[:2], 16) - 1], other, ends[2:])
            (meaning.opposed if symbol == "!" else meaning.derived).append(link)
    meanings[part, int(fields[0])] = meaning


def _word(meanings: dict[Key, Meaning], key: Key, number: str) -> str:
    """The word that a link's target number stands for."""
    return meanings[key].words[int(number, 16) - 1] if number.isalnum() and len(number) == 2 else number
