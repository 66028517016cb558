"""Where the learned tagger and the parse meet: the tagger's contents as reported clauses of a paragraph's tokens.

Marks decide what is a direct quotation and rules who speaks it; the tagger decides which other clauses are reported, who is their
source and which words are the cue. Its spans are turned into tokens of the parse, so that names, roles and pronouns are resolved in
one place.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ModelMissing
from ..records import Article, QuotationType, Record, Span
from .cues import ATTITUDE, SAYING
from .marks import Passage
from .parse import Paragraph
from .statements import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .tagger.decode import Piece, Tagger

_RELATIVE = frozenset({"who", "which", "that"})
_LEAST = 3  # words of a content worth reporting


RULES = "rules"
"""The setting that stands for no tagger."""


@functools.cache
def load_tagger(name: str) -> Tagger | None:
    """Load a tagger once in a process: one that ships ("fast", "accurate") or a folder with a model; None for "rules".

    Raises ``ModelMissing`` where there is none of that name, where its file is not the one its card describes, or where the libraries that
    run it are not installed.
    """
    if name == RULES:
        return None
    shipped = Path(str(files("retold.data") / "models" / name))
    folder = shipped if shipped.is_dir() else Path(name)
    if not (folder / "model.json").is_file():
        raise ModelMissing(f"there is no quotation tagger {name!r}: choose rules, fast or accurate, or name a folder with a model")
    try:
        from .tagger.decode import load

        return load(folder)
    except (ImportError, ValueError, OSError, KeyError) as error:
        raise ModelMissing(f"the quotation tagger {name!r} can't be loaded: {error}") from error


class Content(Record, frozen=True, kw_only=True):
    """What the tagger found: a reported content in one paragraph with its source and cue."""

    span: Span
    source: Span | None
    cue: Span | None
    attitude: bool
    confidence: float


def tag(article: Article, paragraphs: Sequence[Paragraph], tagger: Tagger) -> list[list[Content]]:
    """Tag an article's title and body; the contents of each paragraph in order. Furniture is blanked out, offsets stay."""
    text = article.text
    shown = [" "] * len(text)
    for paragraph in paragraphs:
        start, end = paragraph.span
        shown[start:end] = text[start:end]
        if end < len(text):
            shown[end] = "\n"
    pieces = tagger.tag("".join(shown), joined=False)
    return [[c for p in pieces for c in _contents(p, paragraph.span)] for paragraph in paragraphs]


def _contents(piece: Piece, paragraph: Span) -> list[Content]:
    return [
        Content(span=(a, b), source=piece.source, cue=piece.cue, attitude=piece.type == "attitude", confidence=piece.confidence)
        for a, b in piece.spans
        if paragraph[0] <= a and b <= paragraph[1]
    ]


def clauses(paragraph: Paragraph, contents: Sequence[Content], passages: Sequence[Passage]) -> list[Clause]:
    """The contents that are not just what stands inside marks, as reported clauses with cue and subject."""
    found = []
    for content in contents:
        subject, cue = _head(paragraph, content.source), _cue(paragraph, content.cue)
        span = _clause(paragraph, content.span)
        outside = span[1] - span[0] - sum(_overlap(span, p.outer) for p in passages)
        enough = len([t for t in paragraph.tokens(span) if not t.is_punct and not t.is_space]) >= _LEAST
        if subject is not None and cue is not None and subject.lower_ not in _RELATIVE and outside > 2 and enough:
            kind: QuotationType = "attitude" if content.attitude else "speech"
            found.append(Clause(span=span, cue=cue, subject=subject, type=kind, confidence=content.confidence))
    return found


def _clause(paragraph: Paragraph, span: Span) -> Span:
    """A content without the "that" before it."""
    tokens = [t for t in paragraph.tokens(span) if not t.is_space]
    return (paragraph.start(tokens[1]), span[1]) if len(tokens) > 1 and tokens[0].lower_ == "that" and tokens[0].dep_ == "mark" else span


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _head(paragraph: Paragraph, span: Span | None) -> Token | None:
    """The token of a source that governs its other tokens."""
    tokens = [t for t in paragraph.tokens(span) if not t.is_punct and not t.is_space] if span is not None else []
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), None)


def _cue(paragraph: Paragraph, span: Span | None) -> Token | None:
    """The word of a cue that says: its verb of saying or attitude, else its last word."""
    tokens = [t for t in paragraph.tokens(span) if not t.is_punct and not t.is_space] if span is not None else []
    known = (t for t in tokens if t.lemma_.lower() in SAYING | ATTITUDE or t.lower_ == "according")
    return next(known, tokens[-1] if tokens else None)
