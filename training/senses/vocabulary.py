"""Which words the table holds: base forms that news uses, verbs with a particle, and what else WordNet's own texts have."""

from __future__ import annotations

import gzip
import itertools
import json
import pathlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from retold.compare.lexicon import lexicon
from retold.compare.senses import base_forms
from training.senses.wordnet import WordNet

WORD = re.compile(r"(?<![\w'’-])[a-z]+(?![\w'’-]|[.][a-z])")
PARTICLES = frozenset("up down out off over away back in on through apart aside forward together".split())
LEAST = 3  # articles
LEAST_UNKNOWN = 15  # articles, for a word that WordNet does not have
COUNTED = 1.0  # occurrences in WordNet's own count, rare senses' shares included, from which a word is taken that the news did not have


def texts(files: Iterable[pathlib.Path]) -> Iterator[str]:
    """The texts of JSON Lines files, gzipped or not, each record with a ``text``."""
    for path in files:
        raw = path.read_bytes()
        for line in (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8").split("\n"):
            if line.strip():
                yield json.loads(line)["text"]


def bases(word: str, wordnet: WordNet) -> list[str]:
    """Base forms of a written word that WordNet has ("meeting", "meet"); the word itself where it has none."""
    return [form for form in base_forms(word) if form in wordnet.senses] or [word]


def vocabulary(articles: Iterable[str], wordnet: WordNet, most: int) -> list[str]:
    """The words, sorted: first those that most articles have in lower case (names stay out), then the commonest others of WordNet."""
    having: Counter[str] = Counter()
    for text in articles:
        words = [bases(w, wordnet) for w in WORD.findall(text)]
        having.update({form for forms in words for form in forms})
        having.update({f"{v} {p[0]}" for verbs, p in itertools.pairwise(words) if p[0] in PARTICLES for v in verbs})
    words_of = lexicon()
    closed = words_of.function | words_of.calendar | set(words_of.numbers) | set(words_of.ordinals) | set(words_of.titles)
    known = [w for w, n in having.most_common() if n >= (LEAST if w in wordnet.senses else LEAST_UNKNOWN)]
    further = sorted((w for w in wordnet.senses if wordnet.seen[w] >= COUNTED), key=lambda w: (-wordnet.seen[w], w))
    wanted = [w for w in dict.fromkeys([*known, *further]) if w not in closed and _fits(w, wordnet)]
    return sorted(wanted[:most])


def _fits(word: str, wordnet: WordNet) -> bool:
    """A word of letters, or a verb with its particle."""
    verb, _, particle = word.partition(" ")
    if particle:
        return particle in PARTICLES and any(key[0] == "v" for key in wordnet.senses.get(word, ()))
    return len(verb) > 2 and verb.isascii() and verb.isalpha()
