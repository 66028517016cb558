"""Likeness of meaning of English words: the recipe of ``src/retold/data/senses.npz``."""
