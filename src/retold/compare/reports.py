"""The articles of a story as derivation and only_here look at them: sentences, kinship and sources named, each computed once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from ..read.outlets import Outlets
from ..records import Annotated, Record, Span
from ..settings import DerivationSettings
from .kinship import Kinship, kinship, unrelated
from .links import align
from .mentions import Credits, Mention, credits_of, declared_keys, outlet_keys
from .passages import Passages, passages
from .pieces import Piece

Shared = tuple[tuple[Piece, ...], tuple[Piece, ...]]
"""Pieces of one article and pieces of another that render one utterance."""


class Reports(Record, frozen=True):
    """Everything that derivation looks at, and only_here; all keys are article ids."""

    annotated: Mapping[str, Annotated]
    passages: Mapping[str, Passages]
    kin: Mapping[tuple[str, str], Kinship]
    """Of every two, by (from, to)."""
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
    """Prepare the articles of one story; neither their order nor that of the clusters makes a difference.

    ``clusters`` are groups of quotation pieces that render one utterance, of one member or more.
    """
    annotated = {one.article.id: one for one in sorted(articles, key=lambda one: one.article.id)}
    sentences = {article: passages(one, settings) for article, one in annotated.items()}
    story_keys = frozenset(key for one in annotated.values() for key in outlet_keys(one.article, outlets) | declared_keys(one.article))
    return Reports(
        annotated=annotated,
        passages=sentences,
        kin=_kin(sentences, settings),
        credits={article: credits_of(one, outlets, story_keys) for article, one in annotated.items()},
        pieces=_by_article(clusters, annotated),
        shared=_shared(clusters, annotated),
    )


def _kin(sentences: Mapping[str, Passages], settings: DerivationSettings) -> dict[tuple[str, str], Kinship]:
    kin = {(a, b): unrelated(sentences[a], sentences[b]) for a, b in permutations(sentences, 2)}
    for alignment in align(tuple(sentences.values()), settings):
        one, other = alignment.left.article, alignment.right.article
        kin[one, other], kin[other, one] = kinship(alignment, other, settings), kinship(alignment, one, settings)
    return kin


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
