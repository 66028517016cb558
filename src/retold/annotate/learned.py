"""Where what is learned and the rules meet: the networks' contents as reported clauses of a line's tokens.

Marks decide what is a direct quotation and rules who speaks it; the tagger decides which other clauses are reported, who is their
source and which words are the cue. Its spans are turned into tokens, so that names, roles and pronouns are resolved in one place.
"""

from __future__ import annotations

import functools
import warnings
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..errors import ModelMissing
from ..records import Article, QuotationType, Record, Span
from .attribution import nearest_noun
from .cues import ATTITUDE, NOUNS, SAYING
from .grammar import grammar_lines
from .marks import Passage
from .parse import Paragraph, body_lines
from .statements import Clause, unsaid
from .subjects import heard, is_cue, quoted_person, subject_of, unheld
from .tokens import Token

if TYPE_CHECKING:
    from .tagger.decode import Piece, Tagger

_RELATIVE = frozenset({"who", "which", "that"})
_LEAST = 2  # words of a content worth reporting
_STRAY = 2  # characters beyond the marks that are still just marks

RULES = "rules"
"""The setting that stands for no network."""
FAST = "fast"
"""The network that reads grammar, beside whichever finds quotations."""
SHIPPED = frozenset({FAST, "accurate"})
"""The networks that come with the package."""


class Content(Record, frozen=True, kw_only=True):
    """What the tagger found: a reported content in one paragraph with its source and cue."""

    span: Span
    source: Span | None
    cue: Span | None
    attitude: bool
    confidence: float
    piece: int = 0
    """Number of what was found, in the article: parts that "he said" interrupts are of one."""


def read_lines(article: Article, tagger: Tagger) -> tuple[list[Paragraph], list[list[Content]]]:
    """Title and body of an article as lines with their grammar, and the contents of each line in order.

    One article a run: what the network is quantised by is the run, and an article's quotations must not hang on its neighbours.
    """
    lines = body_lines(article)
    read = tagger.read([_shown(article.text, [span for span, _ in lines])])[0]
    paragraphs = grammar_lines(article.text, lines, read)
    numbered = list(_numbered(read.contents))
    return paragraphs, [_in_line(numbered, p.span) for p in paragraphs]


@functools.cache
def load_reader(name: str) -> Tagger | None:
    """Load the networks once in a process: "fast", "accurate" or a folder with a model; None for "rules".

    Beside a model that reads no grammar stands the fast one. Where one that ships was left out, a warning says so, and the fast one or, if
    that is missing, "rules" stand in. Raises ``ModelMissing`` where there is none of that name, where its file is not
    the one its card describes, or where the libraries that run it are not installed.
    """
    if name == RULES:
        return None
    left_out = [n for n in dict.fromkeys((name, FAST)) if n in SHIPPED and not (_folder(n) / "model.onnx").is_file()]
    if name in left_out and FAST not in left_out:
        warnings.warn(f"the network {name!r} was left out of this installation: {FAST!r} stands in for it", stacklevel=2)
        return load_reader(FAST)
    if FAST in left_out and name in SHIPPED:
        warnings.warn(f"the network {FAST!r} was left out of this installation: rules over a parse stand in for it", stacklevel=2)
        return None
    tagger = _load(name)
    if tagger.inventory is None:
        tagger.beside = _load(FAST)
        if tagger.beside.inventory is None:
            raise ModelMissing(f"the network {FAST!r} reads no grammar: install the package again, or choose rules")
    return tagger


@functools.cache
def _load(name: str) -> Tagger:
    folder = _folder(name)
    if not (folder / "model.json").is_file():
        raise ModelMissing(f"there is no quotation tagger {name!r}: choose fast, accurate or rules, or name a folder with a model")
    try:
        from .tagger.decode import load

        return load(folder)
    except Exception as error:  # tokenizers and onnxruntime raise bare ones on a damaged file
        raise ModelMissing(f"the quotation tagger {name!r} can't be loaded: {error}") from error


def _folder(name: str) -> Path:
    return Path(str(files("retold.data") / "models" / name)) if name in SHIPPED else Path(name)


def _shown(text: str, lines: Sequence[Span]) -> str:
    """The text with all but its lines blanked out; offsets stay."""
    shown, at = [], 0
    for start, end in lines:
        shown.append(" " * (start - at - 1) + "\n" if start > at else "")
        shown.append(text[start:end])
        at = end
    return "".join(shown)


def _numbered(pieces: Sequence[Piece]) -> Iterator[tuple[int, Piece]]:
    """The contents with their numbers; those in a row that one cue gives to one source are of one number."""
    number, last = -1, None
    for piece in pieces:
        one = piece.cue is not None and piece.source is not None and (piece.source, piece.cue) == last
        number, last = number + (not one), (piece.source, piece.cue)
        yield number, piece


def _in_line(numbered: Sequence[tuple[int, Piece]], line: Span) -> list[Content]:
    return [
        Content(span=(a, b), source=p.source, cue=p.cue, attitude=p.type == "attitude", confidence=p.confidence, piece=n)
        for n, p in numbered
        for a, b in p.spans
        if line[0] <= a and b <= line[1]
    ]


def clauses(paragraph: Paragraph, contents: Sequence[Content], passages: Sequence[Passage]) -> list[Clause]:
    """The contents that are not just what stands inside marks, as reported clauses with cue and subject where they have them."""
    found = []
    for content in contents:
        tokens = paragraph.tokens(content.span)
        marked = sum(_overlap(content.span, p.outer) for p in passages)
        if content.span[1] - content.span[0] - marked > _STRAY and sum(not t.is_punct for t in tokens) >= _LEAST:
            cue = _cue(paragraph, content.cue)
            subject = _owner(paragraph, content.span) or _subject(paragraph, content.source, cue)
            if (cue is not None and (unsaid(cue) or heard(cue) or _impersonal(cue))) or (subject is None and not marked):
                continue
            said = not content.attitude and any(t.pos_ in {"VERB", "AUX"} for t in tokens)
            span = _trimmed(paragraph, content.span)
            kind: QuotationType = "speech" if said else "attitude"
            found.append(Clause(span=span, cue=cue, subject=subject, type=kind, confidence=content.confidence, piece=content.piece))
    return found


def _impersonal(cue: Token) -> bool:
    """Whether a cue tells what seems or is thought, and nobody who thinks so: `is seen as`, `appears to`."""
    return cue.lemma_ in {"seem", "appear"} or (cue.lemma_ in ATTITUDE | {"see", "view"} and unheld(cue))


def _trimmed(paragraph: Paragraph, span: Span) -> Span:
    """A content without the comma that sets it off, and without the "as saying" before it."""
    tokens = paragraph.tokens(span)
    as_saying = len(tokens) > 2 and tokens[0].lower_ == "as" and tokens[1].tag_ == "VBG"
    start = paragraph.start(tokens[2]) if as_saying else span[0]
    return start, paragraph.start(tokens[-1]) if tokens[-1].text in {",", ";", ":"} else span[1]


class Voice(NamedTuple):
    """Who the tagger thinks says what stands inside marks."""

    subject: Token
    cue: Token | None
    confidence: float


def piece_of(contents: Sequence[Content], passage: Passage) -> int | None:
    """Number of what the tagger found that a marked passage is a part of; None: of nothing."""
    inside = (c for c in contents if 2 * _overlap(c.span, passage.outer) > passage.inner[1] - passage.inner[0])
    return next((c.piece for c in inside), None)


def voice_of(paragraph: Paragraph, contents: Sequence[Content], passage: Passage) -> Voice | None:
    """Who says what stands inside marks; None: the tagger has no opinion."""
    inside = [c for c in contents if c.source is not None and 2 * _overlap(c.span, passage.outer) > passage.inner[1] - passage.inner[0]]
    best = max(inside, key=lambda c: c.confidence, default=None)
    if best is None:
        return None
    cue = _cue(paragraph, best.cue)
    subject = _subject(paragraph, best.source, cue)
    return Voice(subject, cue, best.confidence) if subject is not None else None


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _subject(paragraph: Paragraph, source: Span | None, cue: Token | None) -> Token | None:
    """The head of a source; where somebody quotes another ("the paper quoted X as saying"), that is X; where there is none, the cue's."""
    found = (quoted_person(cue) if cue is not None else None) or _head(paragraph, source)
    if found is None and cue is not None and is_cue(cue):
        sentence = cue.sent
        near = subject_of(cue) or nearest_noun(sentence, cue.i - sentence.start)
        found = near if near is not None and near.pos_ in {"PROPN", "PRON"} else None
    return found


def _owner(paragraph: Paragraph, span: Span) -> Token | None:
    """Whose words a content is where a noun tells it: `she dismissed X’s claim that …`."""
    tokens = paragraph.tokens(span)
    inside = {t.i for t in tokens}
    root = next((t for t in tokens if t.head.i not in inside), None)
    if root is None or root.dep_ not in {"acl", "ccomp", "relcl"} or root.head.lemma_ not in NOUNS or root.head.pos_ != "NOUN":
        return None
    owner = next((c for c in root.head.children if c.dep_ == "poss"), None)
    return owner if owner is not None and owner.pos_ in {"PROPN", "PRON"} else None


def _head(paragraph: Paragraph, span: Span | None) -> Token | None:
    """The token of a source that governs its other tokens; of a relative pronoun, what it stands for; of a noun before a noun, that."""
    tokens = [t for t in paragraph.tokens(span) if not t.is_punct] if span is not None else []
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), None)
    if head is not None and head.lower_ in _RELATIVE and head.head.dep_ == "relcl":
        return head.head.head
    while head is not None and head.dep_ in {"compound", "nmod", "amod"} and head.head.i > head.i and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    return head


def _cue(paragraph: Paragraph, span: Span | None) -> Token | None:
    """The word of a cue that says: its verb of saying or attitude, else its last word."""
    tokens = [t for t in paragraph.tokens(span) if not t.is_punct] if span is not None else []
    known = (t for t in tokens if t.lemma_ in SAYING | ATTITUDE or t.lower_ == "according")
    return next(known, tokens[-1] if tokens else None)
