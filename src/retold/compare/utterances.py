"""Which pieces render one utterance: what was said once, on one occasion.

``evidence`` weighs pairs of pieces. Groups grow from the best pair on, and never over a stated difference of speaker or occasion.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import fsum

from msgspec.structs import replace

from ..records import Span
from ..settings import UtteranceSettings
from .evidence import Said, Terms, told, weigh, wording
from .pieces import Piece
from .speakers import Voices

_RAREST = 3
"""Words by which a piece is found however many others have them."""


def find_utterances(said: Sequence[Said], voices: Voices, settings: UtteranceSettings) -> tuple[tuple[Piece, ...], ...]:
    """Group the pieces of a story by utterance; pieces that stand alone are groups of one.

    ``said`` is what ``find_said`` makes of all of them. The result does not depend on its order: groups and their members come in order of
    article and span.
    """
    every = sorted(said, key=lambda one: _place(one.piece))
    copies = _alike(every, settings)
    wordings = [replace(every[own[0]], articles=frozenset(every[i].piece.article for i in own)) for own in copies]
    pairs = {
        (i, k): pair
        for i, k in _candidates(wordings)
        if (pair := weigh(wordings[i], wordings[k], voices, settings)).score >= settings.link or pair.apart
    }
    groups = [sorted(i for wording in group for i in copies[wording]) for group in _grow(wordings, pairs, voices, settings)]
    return tuple(sorted((tuple(every[i].piece for i in group) for group in groups), key=lambda g: _place(g[0])))


def _alike(said: Sequence[Said], settings: UtteranceSettings) -> list[list[int]]:
    """Pieces of the same telling words, speaker and occasion, by number: copies are weighed once, however many articles print them."""
    found = defaultdict[tuple[object, ...], list[int]](list)
    for number, one in enumerate(said):
        own = (number,) if one.weight < settings.telling_words or one.heading else ()
        found[(wording(one), one.piece.speaker, one.addressee, one.day, *own)].append(number)
    return list(found.values())


def _place(piece: Piece) -> tuple[str, tuple[Span, ...], str]:
    return piece.article, piece.spans, piece.quotation


def _candidates(said: Sequence[Said]) -> Iterable[tuple[int, int]]:
    """Pairs that share a content word, from an index of words; words of more than a third of the pieces find those only of which they
    are among the rarest, as in a remark that every article carries."""
    words = [{t.lemma for t in one.tokens if t.kind != "function"} or {t.lemma for t in one.tokens} for one in said]
    index = defaultdict[str, list[int]](list)
    for i, lemmas in enumerate(words):
        for lemma in lemmas:
            index[lemma].append(i)
    rarest = [set(sorted(lemmas, key=lambda lemma: (len(index[lemma]), lemma))[:_RAREST]) for lemmas in words]
    found: set[tuple[int, int]] = set()
    common = max(40, len(said) // 3)
    for lemma, members in index.items():
        found.update(itertools.combinations(members if len(members) <= common else [i for i in members if lemma in rarest[i]], 2))
    return sorted(found)


def _grow(said: Sequence[Said], pairs: Mapping[tuple[int, int], Terms], voices: Voices, settings: UtteranceSettings) -> list[set[int]]:
    """Join groups from the best pair on, unless a member of one is apart from a member of the other or the groups hardly fit."""
    home: dict[int, set[int]] = {i: {i} for i in range(len(said))}
    order = sorted((p for p in pairs.items() if not p[1].apart), key=lambda p: (-round(p[1].score, 9), p[0]))
    known = dict(pairs)

    def between(i: int, k: int) -> Terms:
        key = (min(i, k), max(i, k))
        if key not in known:
            known[key] = weigh(said[key[0]], said[key[1]], voices, settings)
        return known[key]

    refused: set[frozenset[tuple[int, int]]] = set()  # groups by their first member and size, which tell a group that has grown
    for (i, k), _ in order:
        one, other = home[i], home[k]
        both = frozenset({(min(one), len(one)), (min(other), len(other))})
        if one is other or both in refused:
            continue
        if not _fit(one, other, said, between, settings):
            refused.add(both)
            continue
        one |= other
        home.update(dict.fromkeys(other, one))
    return list({id(group): group for group in home.values()}.values())


def _fit(one: set[int], other: set[int], said: Sequence[Said], between: Callable[[int, int], Terms], settings: UtteranceSettings) -> bool:
    """Whether two groups tell one utterance: no two members apart, alike on the whole, and the joining one told in the fullest piece."""
    across = [between(a, b) for a in one for b in other]
    if any(p.apart for p in across) or fsum(p.score for p in across) / len(across) < settings.group:
        return False
    fullest, joining = (one, other) if max(said[a].weight for a in one) >= max(said[b].weight for b in other) else (other, one)
    top = max(fullest, key=lambda a: (said[a].weight, -a))
    return all(told(said[top], said[b], settings) >= settings.words for b in joining)  # else joined by way of a third piece only
