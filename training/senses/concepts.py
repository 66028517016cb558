"""Words by WordNet: over which concepts a word's meanings spread, linked concepts sharing them (spreading activation, Collins 1975)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from training.senses.wordnet import PERSON, Key, WordNet

Matrix = npt.NDArray[np.float32]

DERIVED, ABOVE, LIKE = 0.8, 0.6, 0.6  # how much of a meaning goes on to what it derives from, to its kind, to a like adjective
STEPS = 4
LEAST = 0.02  # activation that is passed on
SHARE = 0.3  # power of a meaning's share: the senses of the news are seldom the commonest of WordNet's texts
RARITY = 1.2  # power of a concept's rarity
LENDING = 5  # words that lend their concepts to one that WordNet does not have
WITNESSES = 25  # words near to one that tell which of its meanings is meant as a rule (McCarthy and others 2004)
WITNESS = 0.6  # power of what they tell
DOUBT = 0.02  # added to what they tell, so that no meaning is ruled out
KEPT = 0.025  # part of a word's length from which a concept is kept: a third of them, and hardly worse


def spread(words: Sequence[str], wordnet: WordNet, heard: Matrix) -> sp.csr_matrix:
    """Words by concepts; rows have length 1 before small parts, and concepts that one word alone has, are left out.

    ``heard`` (words, width) holds an encoder's unit vectors: near words tell which meanings of a word matter, and lend theirs to a word
    that WordNet does not have.
    """
    number = {key: k for k, key in enumerate(wordnet.meanings)}
    senses = [(k, number[key], share**SHARE) for k, word in enumerate(words) for key, share in sorted(wordnet.senses.get(word, {}).items())]
    rows, columns, weights = (np.array(part) for part in zip(*senses, strict=True))
    active = _active(wordnet, number)
    used = np.unique(columns)
    rarity = np.log(len(used) / (1 + np.asarray((active[used] > 0.05).sum(0)).ravel())).clip(0) ** RARITY
    meanings = _unit(active @ sp.diags(rarity))[columns]
    shape = (len(words), len(rows))
    each = np.arange(len(rows))
    first = _unit(sp.csr_matrix((weights, (rows, each)), shape=shape) @ meanings)
    told = weights * _witnessed(rows, meanings, first, heard) ** WITNESS
    out = _unit(sp.csr_matrix((told, (rows, each)), shape=shape) @ meanings)
    out = _unit(_lent(out, heard) @ out)
    out.data[out.data < KEPT] = 0
    out.eliminate_zeros()
    return sp.csr_matrix(out[:, np.flatnonzero(np.asarray((out > 0).sum(0)).ravel() > 1)])


def _active(wordnet: WordNet, number: dict[Key, int]) -> sp.csr_matrix:
    """Concepts by concepts: what becomes active with each."""
    links = _links(wordnet, number)
    here = total = sp.identity(len(number), format="csr")
    for _ in range(STEPS):
        here = here @ links
        here.data[here.data < LEAST] = 0
        here.eliminate_zeros()
        total = total + here
    return sp.csr_matrix(total)


def _links(wordnet: WordNet, number: dict[Key, int]) -> sp.csr_matrix:
    rows, columns, weights = [], [], []
    for key, meaning in wordnet.meanings.items():
        # who does it is not what is done: "killer" is kept apart from "kill"
        derived = {other for _, other, _ in meaning.derived if PERSON not in (wordnet.meanings[other].file, meaning.file)}
        above = LIKE if key[0] == "a" else ABOVE
        for others, weight in ((derived, DERIVED), (set(meaning.above), above)):
            for other in sorted(others):
                rows.append(number[key])
                columns.append(number[other])
                weights.append(weight / len(others) ** 0.5)
    return sp.csr_matrix((weights, (rows, columns)), shape=(len(number), len(number)))


def _witnessed(rows: npt.NDArray[np.int64], meanings: sp.csr_matrix, words: sp.csr_matrix, heard: Matrix) -> npt.NDArray[np.float64]:
    """For each meaning of each word how well the words near that word bear it out, the best at 1 (meanings,)."""
    out = np.ones(len(rows))
    starts = np.searchsorted(rows, np.arange(words.shape[0] + 1))
    for word, (start, end) in enumerate(itertools.pairwise(starts)):
        if end - start > 1:
            near = heard @ heard[word]
            near[word] = -1
            which = np.argpartition(-near, WITNESSES)[:WITNESSES]
            told = (meanings[start:end] @ words[which].T) @ near[which].clip(0) ** 2 + DOUBT
            out[start:end] = told / told.max()
    return out


def _lent(spreads: sp.csr_matrix, heard: Matrix) -> sp.csr_matrix:
    """Words by words: the identity, but for a word without concepts its nearest words that have some."""
    have = np.asarray(spreads.getnnz(1)) > 0
    lent = sp.lil_matrix(sp.diags(have.astype(float)))
    known = np.flatnonzero(have)
    for k in np.flatnonzero(~have):
        near = heard[known] @ heard[k]
        for j in np.argsort(-near, kind="stable")[:LENDING]:
            lent[k, known[j]] = float(near[j])
    return sp.csr_matrix(lent)


def _unit(matrix: sp.spmatrix) -> sp.csr_matrix:
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(1)).ravel())
    return sp.csr_matrix(sp.diags(1 / np.maximum(lengths, 1e-9)) @ matrix)
