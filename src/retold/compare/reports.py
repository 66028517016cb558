"""The articles of a story prepared for derivation: sentences, alignments, kinship and sources named, each computed once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations

from ..read.outlets import Outlets
from ..records import Annotated, Record, Span
from ..settings import DerivationSettings
from .kinship import Kinship, kinship
from .mentions import Credits, Mention, credits_of, declared_keys, outlet_keys
from .passages import Alignment, Passages, align, passages
from .pieces import Piece

Shared = tuple[tuple[Piece, ...], tuple[Piece, ...]]
"""Pieces of one article and pieces of another that render one utterance."""


class Reports(Record, frozen=True):
    """Everything that derivation looks at; all keys are article ids."""

    annotated: Mapping[str, Annotated]
    passages: Mapping[str, Passages]
    alignments: Mapping[tuple[str, str], Alignment]
    """By (smaller id, larger id)."""
    kin: Mapping[tuple[str, str], Kinship]
    """By (from, to)."""
    credits: Mapping[str, Credits]
    pieces: Mapping[str, tuple[Piece, ...]]
    """In order of their places."""
    shared: Mapping[tuple[str, str], tuple[Shared, ...]]
    """By (from, to), one entry for each utterance that both render."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Article ids in order."""
        return tuple(self.annotated)

    def text(self, article: str, span: Span) -> str:
        """Return the words of ``span`` on one line."""
        return " ".join(self.annotated[article].article.text[span[0] : span[1]].split())

    def name(self, article: str) -> str:
        """Return what a reader calls the article: its outlet, else its id."""
        return self.annotated[article].article.outlet or article

    def named(self, mention: Mention, by: str) -> Iterator[str]:
        """Articles of the outlet that ``mention`` names, ``by`` itself left out."""
        return (article for article, credit in self.credits.items() if article != by and mention.key in credit.keys)


def prepare(articles: Sequence[Annotated], clusters: Sequence[Sequence[Piece]], outlets: Outlets, settings: DerivationSettings) -> Reports:
    """Prepare the articles of one story; neither their order nor that of the clusters makes a difference."""
    annotated = {one.article.id: one for one in sorted(articles, key=lambda one: one.article.id)}
    sentences = {article: passages(one, settings) for article, one in annotated.items()}
    alignments = {pair: align(sentences[pair[0]], sentences[pair[1]], settings) for pair in combinations(annotated, 2)}
    story_keys = frozenset(key for one in annotated.values() for key in outlet_keys(one.article, outlets) | declared_keys(one.article))
    return Reports(
        annotated=annotated,
        passages=sentences,
        alignments=alignments,
        kin={(a, b): kinship(alignments[min(a, b), max(a, b)], b, settings) for a, b in permutations(annotated, 2)},
        credits={article: credits_of(one, outlets, story_keys) for article, one in annotated.items()},
        pieces=_by_article(clusters, annotated),
        shared=_shared(clusters, annotated),
    )


def _by_article(clusters: Sequence[Sequence[Piece]], annotated: Mapping[str, Annotated]) -> dict[str, tuple[Piece, ...]]:
    found: dict[str, list[Piece]] = {article: [] for article in annotated}
    for piece in (piece for cluster in clusters for piece in cluster):
        found[piece.article].append(piece)
    return {article: tuple(sorted(pieces, key=_place)) for article, pieces in found.items()}


def _shared(clusters: Sequence[Sequence[Piece]], annotated: Mapping[str, Annotated]) -> dict[tuple[str, str], tuple[Shared, ...]]:
    found: dict[tuple[str, str], list[Shared]] = defaultdict(list)
    for cluster in clusters:
        by_article: dict[str, list[Piece]] = defaultdict(list)
        for piece in sorted(cluster, key=_place):
            by_article[piece.article].append(piece)
        for a, b in permutations(sorted(by_article.keys() & annotated.keys()), 2):
            found[a, b].append((tuple(by_article[a]), tuple(by_article[b])))
    return {pair: tuple(sorted(shared, key=lambda both: _place(both[1][0]))) for pair, shared in found.items()}


def _place(piece: Piece) -> tuple[str, tuple[Span, ...], str]:
    return (piece.article, piece.spans, piece.quotation)
