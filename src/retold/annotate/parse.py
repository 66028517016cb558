"""Lines of an article with their grammar: paragraphs whose tokens know their place in the article."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ..errors import ModelMissing
from ..records import Article, Record, Span
from .lemmas import lemma
from .tokens import Line, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BREAKS = "\n\r\u2028\u2029\x0b\x0c\x85"


class Paragraph(Record, frozen=True, kw_only=True):
    """One line of the title or body with its grammar."""

    span: Span
    doc: Line
    """``text[span]``; offsets into it start at ``span[0]``."""
    title: bool = False
    """True: the line is the article's headline."""

    def start(self, token: Token) -> int:
        """Offset of a token in the article's text."""
        return self.span[0] + token.idx

    def end(self, token: Token) -> int:
        """Offset behind a token in the article's text."""
        return self.span[0] + token.idx + len(token.text)

    def tokens(self, span: Span) -> Sequence[Token]:
        """Tokens that begin inside ``span`` (offsets in the article's text)."""
        return self.doc.within(span[0] - self.span[0], span[1] - self.span[0])

    def sentences(self) -> Iterator[Span]:
        """Spans of the sentences, white space trimmed, in the article's text."""
        for sentence in self.doc.sents:
            yield self.start(sentence[0]), self.end(sentence[-1])


@functools.cache
def load_pipeline(name: str) -> Any:
    """Load a spaCy pipeline once in a process.

    Raises ``ModelMissing`` where it is not installed.
    """
    try:
        import spacy

        return spacy.load(name)
    except (ImportError, OSError) as error:
        raise ModelMissing(
            f"the language model {name} is not installed in this environment; run make setup, or name another in the settings"
        ) from error


def body_lines(article: Article) -> list[tuple[Span, bool]]:
    """Split what is not furniture into lines: ``(span, is_title)``, trimmed, in order, none empty."""
    text, lines = article.text, []
    titles = [p.span for p in article.parts if p.kind == "title"]
    skipped = sorted(article.furniture + tuple(p.span for p in article.parts if p.kind == "dateline"))
    for start, end in _outside(skipped, len(text)):
        for a, b in _split(text, start, end):
            lines.append(((a, b), any(s <= a and b <= e for s, e in titles)))
    return lines


def parse(articles: Sequence[Article], pipeline: Any) -> Iterator[list[Paragraph]]:
    """Parse title and body of each article with spaCy, line by line, in one stream; furniture and dateline are not parsed."""
    lines = [body_lines(a) for a in articles]
    texts = (a.text[s:e] for a, own in zip(articles, lines, strict=True) for (s, e), _ in own)
    docs: Iterable[Doc] = pipeline.pipe(texts, batch_size=64)
    stream = iter(docs)
    for own in lines:
        yield [Paragraph(span=span, doc=line_of(next(stream)), title=title) for span, title in own]


def line_of(doc: Doc) -> Line:
    """A spaCy document as a line, without the tokens that are white space."""
    kept = {t.i: Token(n, t.idx, t.text) for n, t in enumerate(t for t in doc if not t.is_space)}
    begins = False
    for theirs in doc:
        begins = begins or bool(theirs.is_sent_start)
        token = kept.get(theirs.i)
        if token is None:
            continue
        token.tag_, token.pos_, token.dep_, token.ent_type_ = theirs.tag_, theirs.pos_, theirs.dep_, theirs.ent_type_
        token.lemma_ = lemma(token.lower_, token.tag_)
        token.head = kept.get(theirs.head.i, token)
        token.is_sent_start, begins = begins, False
    return Line(doc.text, list(kept.values()))


def _outside(spans: Iterable[Span], length: int) -> Iterator[Span]:
    at = 0
    for start, end in spans:
        if start > at:
            yield at, start
        at = max(at, end)
    if at < length:
        yield at, length


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for i in range(start, end + 1):
        if i == end or text[i] in _BREAKS:
            a, b = at, i
            while a < b and text[a].isspace():
                a += 1
            while b > a and text[b - 1].isspace():
                b -= 1
            if a < b:
                yield a, b
            at = i + 1
