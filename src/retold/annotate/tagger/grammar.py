"""What the network tells of each word besides quotations: its part of speech, what it depends on, what kind of name it belongs to."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .pieces import Words
from .tags import Floats, Ints

CLOSED = frozenset("IN DT CC TO MD PRP PRP$ WDT WP WP$ WRB EX POS PDT RP".split())
"""Tags of the words of grammar, of which English makes no new ones."""


@dataclass(frozen=True)
class Inventory:
    """What the grammar heads tell apart, in the order of their scores, and the width of the link to the head."""

    tags: tuple[tuple[str, str], ...]
    """Penn Treebank tag and universal part of speech."""
    relations: tuple[str, ...]
    kinds: tuple[str, ...]
    """Kinds of names as spaCy calls them; the first is none."""
    arc: int
    row_of: dict[str, int]
    """Number of a part of speech."""
    against: Floats
    """What speaks against each relation (log-odds, 0 or less): two rows a part of speech, to a head of it on the left and on the right."""

    @property
    def size(self) -> int:
        """Numbers a piece."""
        return len(self.tags) + len(self.relations) + len(self.kinds) + 1 + 2 * self.arc

    @functools.cached_property
    def cuts(self) -> Ints:
        """Where in a piece's numbers relations, kinds, the sentence's begin, queries and keys start."""
        return np.cumsum([len(self.tags), len(self.relations), len(self.kinds), 1, self.arc])

    @functools.cached_property
    def closed(self) -> npt.NDArray[np.bool_]:
        """Which tags are those of words of grammar."""
        return np.array([tag in CLOSED for tag, _ in self.tags])


@dataclass(frozen=True)
class Grammar:
    """The grammar of a text's words, one row a word: tag, kind, scores of relations, whether a sentence begins, its link.

    How likely word i hangs on word j grows with ``queries[i] @ keys[j]``; that it is a root, with ``roots[i]``.
    """

    inventory: Inventory
    tags: Ints
    relations: Floats
    kinds: Ints
    begins: npt.NDArray[np.bool_]
    queries: Floats
    keys: Floats
    roots: Floats


def empty(words: Words, inventory: Inventory) -> Grammar:
    """A grammar that tells nothing yet, to be filled window by window."""
    n = len(words.starts)
    tags, kinds = (np.zeros(n, dtype=np.int64) for _ in range(2))
    relations = np.zeros((n, len(inventory.relations)), dtype=np.float32)
    queries, keys = (np.zeros((n, inventory.arc), dtype=np.float32) for _ in range(2))
    return Grammar(inventory, tags, relations, kinds, np.zeros(n, dtype=bool), queries, keys, np.zeros(n, dtype=np.float32))


def fill(grammar: Grammar, read: Words, words: list[int], rows: Floats, first: Floats) -> None:
    """Write down one window: ``rows`` are the grammar heads' numbers of ``words``, ``first`` those of the window's position 0.

    Words of grammar are single pieces of the vocabulary; a word of several ("in" + "es") is none of them, whatever its first piece is.
    """
    known = grammar.inventory
    tags, relations, kinds, begins, queries, keys = np.split(rows, known.cuts, axis=1)
    several = np.array([len(read.pieces[w]) > 1 for w in words])
    tags = np.where(several[:, None] & known.closed, -np.inf, tags)
    grammar.tags[words], grammar.relations[words], grammar.kinds[words] = tags.argmax(1), relations, kinds.argmax(1)
    grammar.begins[words] = begins[:, 0] > 0
    scaled = queries / np.float32(known.arc**0.5)
    grammar.queries[words], grammar.keys[words] = scaled, keys
    grammar.roots[words] = scaled @ first[known.cuts[-1] :]
