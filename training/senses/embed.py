"""Vectors of words by the input table of a sentence encoder: what stands near a word where WordNet does not have it."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from training.senses.concepts import Matrix

TABLE = "embeddings.word_embeddings.weight"


def heard(folder: pathlib.Path, words: Sequence[str]) -> Matrix:
    """Unit vectors (words, width): the mean of a word's pieces in the table of all-MiniLM-L6-v2, less the mean of all words."""
    held = load_file(str(folder / "model.safetensors"))
    table = held[TABLE] if TABLE in held else held["bert." + TABLE]
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    pieces = [tokenizer.encode(word, add_special_tokens=False).ids for word in words]
    vectors = np.stack([table[ids].astype(np.float32).mean(0) for ids in pieces])
    vectors -= vectors.mean(0)
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), np.float32)
