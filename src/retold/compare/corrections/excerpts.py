"""Finding the words that an editor gives among the quotations of the reports, however their marks, dashes and capitals are set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...annotate.folding import fold
from ...records import Annotated, Article, Quotation, Record, Span
from ..pieces import Piece, find_pieces
from ..speakers import Voices

Place = tuple[str, tuple[Span, ...]]
"""A piece as one run knows it: id of its quotation, and its spans."""

_GAP = re.compile(r"…|\.\s?\.\s?\.")
_NOBODY = Voices(voices=(), of={})


class Printed(Record, frozen=True, kw_only=True):
    """Words as an article quotes them."""

    article: str
    quotation: str
    spans: tuple[Span, ...]
    said: tuple[str, ...]
    """The words said, folded."""
    stretch: tuple[str, ...]
    """The same with what stands between them ("he said"), as one copies it from the page."""


class Quoted(Record, frozen=True, kw_only=True):
    """All words quoted in the reports of a story."""

    names: dict[str, str]
    """Id of an article → what a reader calls it: its outlet, else its id."""
    quotations: tuple[Printed, ...]
    pieces: tuple[Printed, ...]

    def articles(self, name: str) -> frozenset[str]:
        """Ids of the articles that an editor calls so: the one of this id, else all of this outlet."""
        if name in self.names:
            return frozenset([name])
        wanted = _bare(name)
        return frozenset(i for i in self.names if _bare(i) == wanted) or frozenset(
            i for i, outlet in self.names.items() if _bare(outlet) == wanted
        )


def quoted(articles: Sequence[Annotated]) -> Quoted:
    """Everything that these articles quote; their order makes no difference."""
    by_id = {a.article.id: a for a in sorted(articles, key=lambda a: a.article.id)}
    return Quoted(
        names={i: a.article.outlet or i for i, a in by_id.items()},
        quotations=tuple(_printed(a.article, q, q.spans) for a in by_id.values() for q in a.quotations),
        pieces=tuple(_printed(by_id[p.article].article, p, p.spans) for p in find_pieces(tuple(by_id.values()), _NOBODY)),
    )


def find_words(words: str, among: Iterable[Printed]) -> tuple[Printed, ...]:
    """What holds these words: in each article what consists of nothing else, or else all that has them within."""
    runs = runs_of_words(words)
    found = [one for one in among if _holds(one.said, runs) or _holds(one.stretch, runs)]
    whole = {one.article for one in found if runs == (one.said,)}
    return tuple(one for one in found if one.article not in whole or runs == (one.said,))


def runs_of_words(words: str) -> tuple[tuple[str, ...], ...]:
    """The words on both sides of each "…", folded: without capitals, accents and punctuation; sides without a word are left out."""
    return tuple(run for part in _GAP.split(words) if (run := _words(part)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", fold(text)))


def _bare(name: str) -> str:
    return " ".join(_words(name)).removeprefix("the ")


def _printed(article: Article, one: Quotation | Piece, spans: tuple[Span, ...]) -> Printed:
    text = article.text
    return Printed(
        article=article.id,
        quotation=one.id if isinstance(one, Quotation) else one.quotation,
        spans=spans,
        said=tuple(word for a, b in spans for word in _words(text[a:b])),
        stretch=_words(text[spans[0][0] : spans[-1][1]]) if spans else (),
    )


def _holds(said: tuple[str, ...], runs: Sequence[tuple[str, ...]]) -> bool:
    """Whether the runs stand in ``said`` in this order."""
    start = 0
    for run in runs:
        end = next((n + len(run) for n in range(start, len(said) - len(run) + 1) if said[n : n + len(run)] == run), None)
        if end is None:
            return False
        start = end
    return True
