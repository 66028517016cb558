"""Which pieces render one utterance: what was said once, on one occasion.

``evidence`` weighs pairs of pieces. Groups grow from the best pair on, and never over a stated difference of speaker or occasion.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..records import Annotated, Span
from ..settings import UtteranceSettings
from .evidence import Said, Terms, prepare, told, weigh
from .pieces import Piece
from .speakers import Voices

_RAREST = 3
"""Words by which a piece is found however many others have them."""


def find_utterances(
    pieces: Sequence[Piece], articles: Sequence[Annotated], voices: Voices, settings: UtteranceSettings
) -> tuple[tuple[Piece, ...], ...]:
    """Group the pieces of a story by utterance; pieces that stand alone are groups of one.

    The result does not depend on the order of ``pieces``: groups and their members come in order of article and span.
    """
    said = prepare(sorted(pieces, key=_place), articles, voices)
    pairs = {
        (i, k): pair
        for i, k in _candidates(said)
        if (pair := weigh(said[i], said[k], voices, settings)).score >= settings.link or pair.apart
    }
    groups = _grow(said, pairs, voices, settings)
    return tuple(sorted((tuple(said[i].piece for i in sorted(g)) for g in groups), key=lambda g: _place(g[0])))


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

    for (i, k), _ in order:
        one, other = home[i], home[k]
        if one is other:
            continue
        across = [between(a, b) for a in one for b in other]
        if any(p.apart for p in across) or sum(p.score for p in across) / len(across) < settings.group:
            continue
        fullest, joining = (one, other) if max(said[a].weight for a in one) >= max(said[b].weight for b in other) else (other, one)
        top = max(fullest, key=lambda a: (said[a].weight, -a))
        if any(told(said[top], said[b], settings) < settings.words for b in joining):
            continue  # joined by way of a third piece only
        one |= other
        home.update(dict.fromkeys(other, one))
    unique: list[set[int]] = []
    for group in home.values():
        if not any(group is g for g in unique):
            unique.append(group)
    return unique
