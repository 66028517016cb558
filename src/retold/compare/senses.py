"""Likeness of meaning of English words, by a small table that ships: ``arrest`` and ``detain``, ``abduction`` and ``kidnap``.

The table (``data/senses.npz``) holds for each of the common base forms of nouns, verbs and adjectives the concepts that it
stands for, by weight, and pairs of opposites; ``training/senses`` made it from WordNet, its card tells what it is good for.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations
from typing import TYPE_CHECKING

from .lexicon import american, lexicon

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

    import numpy as np
    import numpy.typing as npt
    from scipy.sparse import csr_matrix

    Floats = npt.NDArray[np.float32]

# What is cut from a written form, and what is put there instead; the last three undo what `Lexicon.lemma` and `american` do too much.
_ENDINGS = tuple(pair.split(":") for pair in "ies:y ied:y es: s: ed: ed:e ing: ing:e men:man :e ize:ise yze:yse".split())
_DOUBLED = frozenset("bdfgklmnprstvz")
COVERS = 0.5
"""Likeness from which a word covers another."""
_EQUIVALENT = 0.8
"""Likeness of two words that collation takes for the same, where the table has less."""
_DERIVED = 0.9
"""Likeness of two words of one stem of which the table does not hold both."""


def base_forms(word: str) -> list[str]:
    """Return the word, then what it can be an inflection of, likeliest first; some are no words."""
    found = [word, lexicon().irregular.get(word, word)]
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if word.endswith(ending) and len(stem) + len(instead) >= 3:
            found.append(stem + instead)
            if ending in {"ed", "ing"} and not instead and len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in _DOUBLED:
                found.append(stem[:-1])
    return list(dict.fromkeys(found))


@dataclass(frozen=True)
class Senses:
    """The table, made ready for look-up. Words are given in lower case; inflected forms and verbs with a particle ("take over") do too."""

    rows: Mapping[str, int]
    """Number of each word's row."""
    table: csr_matrix
    """Weights of concepts (words, concepts); rows are of length 1 but for what was left out."""
    opposites: Mapping[int, frozenset[int]]
    """Row of a word to those of its opposites."""
    equivalents: Mapping[int, frozenset[int]]
    """Row of a word to those of the words that collation takes for the same."""
    middle: float
    """Square root of the cosine at which half of the pairs mean the same or nearly the same."""
    slope: float
    """Steepness of the logistic curve from that root to likeness."""

    def row(self, word: str) -> int | None:
        """Number of the row of a word, of its base form, or of a particle verb's base form; None: the table does not hold it."""
        if word in self.rows:
            return self.rows[word]
        first, blank, rest = word.partition(" ")
        forms = (form + blank + rest for start in dict.fromkeys((first, american(first))) for form in base_forms(start))
        return next((self.rows[form] for form in forms if form in self.rows), None)

    def cosines(self, one: Sequence[str], other: Sequence[str]) -> Floats:
        """Return the cosine of each word of ``one`` with each of ``other``; 0 where the table does not hold both."""
        return self._cosines(self._rows(one), self._rows(other))

    def alike_matrix(self, one: Sequence[str], other: Sequence[str]) -> Floats:
        """Return ``alike`` of each word of ``one`` with each of ``other``, (len(one), len(other)), much faster than one by one.

        Where many sentences are compared, one matrix of all their distinct words is the fastest.
        """
        import numpy as np

        left, right = self._rows(one), self._rows(other)
        roots = np.sqrt(self._cosines(left, right))
        out = np.where(roots > 0, 1 / (1 + np.exp(self.slope * (self.middle - roots))), 0).astype(np.float32)
        out[(left[:, None] == right) & (left[:, None] >= 0)] = 1.0
        for i, row in enumerate(left.tolist()):
            if row in self.equivalents:
                here = np.isin(right, list(self.equivalents[row]))
                out[i, here] = np.maximum(out[i, here], _EQUIVALENT)
            if row in self.opposites:
                out[i, np.isin(right, list(self.opposites[row]))] = 0.0
        for i, j in np.argwhere((left[:, None] < 0) | (right < 0)).tolist():
            out[i, j] = _by_form(one[i], other[j])
        return out

    def alike(self, one: str, other: str) -> float:
        """Return how likely two words mean the same or nearly the same, 0 to 1; see the function ``alike``."""
        import numpy as np

        first, second = self.row(one), self.row(other)
        if first is None or second is None:
            return _by_form(one, other)
        if first == second:
            return 1.0
        if second in self.opposites.get(first, ()):
            return 0.0
        here, there = (slice(*self.table.indptr[row : row + 2]) for row in (first, second))
        common, i, j = np.intersect1d(self.table.indices[here], self.table.indices[there], assume_unique=True, return_indices=True)
        cosine = min(1.0, float(self.table.data[here][i] @ self.table.data[there][j]))
        likeness = 1 / (1 + math.exp(self.slope * (self.middle - math.sqrt(cosine)))) if len(common) else 0.0
        return max(likeness, _EQUIVALENT if second in self.equivalents.get(first, ()) else 0.0)

    def _rows(self, words: Sequence[str]) -> npt.NDArray[np.int64]:
        """Rows of words, -1 where the table does not hold one."""
        import numpy as np

        return np.array([-1 if row is None else row for row in map(self.row, words)], np.int64)

    def _cosines(self, left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]) -> Floats:
        import numpy as np

        out = np.zeros((len(left), len(right)), np.float32)
        known, others = np.flatnonzero(left >= 0), np.flatnonzero(right >= 0)
        if len(known) and len(others):
            out[np.ix_(known, others)] = (self.table[left[known]] @ self.table[right[others]].T).toarray()
        return out.clip(0, 1)


def _by_form(one: str, other: str) -> float:
    """Likeness of two words of which the table does not hold both."""
    words = lexicon()
    if one == other:
        return 1.0
    if words.opposite(one, other):
        return 0.0
    if not set(base_forms(one)).isdisjoint(base_forms(other)):
        return 1.0
    return max(_EQUIVALENT * words.equivalent(one, other), _DERIVED * words.related(one, other))


def read_senses(file: Path | Traversable) -> Senses:
    """Read a table that ``training/senses`` has made."""
    import numpy as np
    from scipy.sparse import csr_matrix

    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as held:
        words = held["words"].tobytes().decode("ascii").split("\n")
        starts = np.concatenate([[0], np.cumsum(held["counts"], dtype=np.int64)])
        weights = held["weights"].astype(np.float32) / held["steps"]
        concepts = held["concepts"].astype(np.int32)
        pairs = held["opposites"].tolist()
        middle, slope = held["curve"].tolist()
    rows = {word: row for row, word in enumerate(words)}
    words_of = lexicon()
    # what collation takes for opposites and for the same counts here too
    pairs += [(rows[a], rows[b]) for a, b in map(sorted, words_of.opposites) if a in rows and b in rows]
    groups: dict[int, list[int]] = {}
    for word, numbers in words_of.senses.items():
        for number in numbers if word in rows else ():
            groups.setdefault(number, []).append(rows[word])
    return Senses(
        rows=rows,
        table=csr_matrix((weights, concepts, starts), shape=(len(words), int(concepts.max()) + 1)),
        opposites=_both_ways(pairs),
        equivalents=_both_ways(pair for group in groups.values() for pair in combinations(group, 2)),
        middle=middle,
        slope=slope,
    )


def _both_ways(pairs: Iterable[Sequence[int]]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = {}
    for a, b in pairs:
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return {row: frozenset(others) for row, others in found.items()}


@cache
def senses() -> Senses:
    """The table that ships with the package."""
    return read_senses(files("retold.data") / "senses.npz")


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> float:
    """Return how likely two English words (lower case, base forms preferred) mean the same or nearly the same act or thing, 0 to 1.

    Words and what is derived from them are alike (``arrest``, ``arrested``); opposites are 0. Of a word that the table does not hold
    only its form is judged: names are best not asked for.
    """
    return senses().alike(one, other)


@lru_cache(maxsize=65536)
def opposed(one: str, other: str) -> bool:
    """Return whether two words are opposites, by the table, by collation's list, or by a negating prefix of a word that neither holds."""
    table = senses()
    first, second = table.row(one), table.row(other)
    if first is None or second is None:
        return lexicon().opposite(one, other)
    return second in table.opposites.get(first, ())


def coverage(one: Sequence[str], other: Sequence[str], weight: Callable[[str], float] = lambda _: 1.0) -> float:
    """Return how much of the words of ``one`` has its like among those of ``other``, 0 to 1.

    Each word counts by its weight (its rarity, say) and by its closest word of ``other``, where that is ``COVERS`` alike or more: what is
    less alike shares a topic and covers nothing. The measure is that of Mihalcea, Corley and Strapparava (2006), one way.
    """
    total = sum(map(weight, one))
    if not other or total <= 0:
        return 0.0
    best = senses().alike_matrix(one, other).max(axis=1)
    return float(sum(weight(word) * likeness for word, likeness in zip(one, best.tolist(), strict=True) if likeness >= COVERS)) / total
