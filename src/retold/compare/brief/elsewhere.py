"""Whether another report tells what one report seems to tell alone: a part of it, or the same of the same in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from ..passages import stems
from .cutting import Cut
from .sentences import Made

_PARTS = re.compile(r",?\s+(?:and|but|while|as well as|after|before|who|which|where)\s+|;\s+|,\s+")
_HALVES = re.compile(r",?\s+(?:and|but)\s+|;\s+")
_NAME = re.compile(r"[A-Z][\w’'-]*\w")
_LEAST, _FEWEST = 3, 2
"""Content words from which a part of a sentence tells something; and half of one joined by "and", all of which stand elsewhere."""
_PART, _NAMED, _NAMED_TWICE = 0.6, 0.5, 0.35
"""Share of the content words of a part, or of a whole sentence of which one or two names are shared, that must stand elsewhere; read
by eye."""


class Elsewhere:
    """What every report tells, one sentence and two neighbours at a time."""

    def __init__(self, cuts: Mapping[str, Cut]) -> None:
        self._told = {article: list(_windows(cut)) for article, cut in cuts.items()}

    def tells(self, made: Made, text: str) -> bool:
        """Whether a report but that of the sentence, whose words in the report are ``text``, tells a part of it."""
        parts = [part for words in _PARTS.split(text) if len(part := stems(words)) >= _LEAST]
        halves = [half for words in _HALVES.split(text) if len(half := stems(words)) >= _FEWEST]
        names = frozenset(stem for name in _NAME.findall(text) for stem in stems(name))
        return any(
            _same(made.terms, names, window)
            or any(_share(part, window) >= _PART for part in parts)
            or any(half <= window for half in halves)
            for article, windows in self._told.items()
            if article != made.article
            for window in windows
        )


def _same(terms: frozenset[str], names: frozenset[str], window: frozenset[str]) -> bool:
    """Whether sentences name the same and share much of what they say."""
    least = _NAMED_TWICE if len(names & window) > 1 else _NAMED
    return (not names or bool(names & window)) and _share(terms, window) >= least


def _windows(cut: Cut) -> Iterator[frozenset[str]]:
    terms = [stems(cut.article.text[slice(*span)]) for span in cut.sentences]
    yield from terms
    yield from (one | other for one, other in pairwise(terms))


def _share(part: frozenset[str], whole: frozenset[str]) -> float:
    return len(part & whole) / max(1, len(part))
