"""The network's grammar as lines of tokens, the way a parser would give them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..records import Span
from .lemmas import lemma
from .parse import Paragraph
from .tokens import Line, Token, cut

if TYPE_CHECKING:
    from .tagger.decode import Read
    from .tagger.grammar import Grammar


def grammar_lines(text: str, lines: Sequence[tuple[Span, bool]], read: Read) -> list[Paragraph]:
    """Lines (span, whether it is the title) of a text that the network has read, with their grammar."""
    import numpy as np

    assert read.grammar is not None  # the network that is asked has grammar heads
    starts = np.array(read.words.starts)
    found = []
    for span, title in lines:
        line = text[span[0] : span[1]]
        spans = cut(line)
        # a token is known by the first word that begins in it; one without ("3million" has one for two) by the word it stands in
        first = [a + span[0] for a, _ in spans]
        at = np.searchsorted(starts, first, "left")
        at = np.where((at < len(starts)) & (starts[np.minimum(at, len(starts) - 1)] < [b + span[0] for _, b in spans]), at, at - 1)
        found.append(Paragraph(span=span, doc=_line(line, spans, at.tolist(), read.grammar), title=title))
    return found


def _line(line: str, spans: Sequence[Span], at: list[int], grammar: Grammar) -> Line:
    known = grammar.inventory
    tags, kinds, begins = (part[at].tolist() for part in (grammar.tags, grammar.kinds, grammar.begins))
    tokens = []
    for i, (a, b) in enumerate(spans):
        token = Token(i, a, line[a:b])
        token.tag_, token.pos_ = known.tags[tags[i]]
        token.ent_type_ = known.kinds[kinds[i]]
        token.lemma_ = lemma(token.lower_, token.tag_)
        token.is_sent_start = begins[i] or i == 0
        tokens.append(token)
    bounds = [t.i for t in tokens if t.is_sent_start] + [len(tokens)]
    for start, end in itertools.pairwise(bounds):
        _attach(tokens[start:end], at[start:end], grammar)
    _relate(tokens, at, grammar)
    return Line(line, tokens)


def _attach(tokens: Sequence[Token], at: list[int], grammar: Grammar) -> None:
    """Hang the tokens of a sentence on one another."""
    import numpy as np

    from .tagger.trees import ROOT, tree

    scores = np.empty((len(tokens), len(tokens) + 1), dtype=np.float32)
    scores[:, 0] = grammar.roots[at]
    scores[:, 1:] = grammar.queries[at] @ grammar.keys[at].T
    for token, head in zip(tokens, tree(scores), strict=True):
        if head != ROOT:
            token.head = tokens[head]


def _relate(tokens: Sequence[Token], at: list[int], grammar: Grammar) -> None:
    """Tell what each token is to its head: its scores, less what speaks against them (no noun is an object of an article)."""
    known = grammar.inventory
    rows = [2 * known.row_of[t.head.pos_] + (t.head.i > t.i) for t in tokens]
    best = (grammar.relations[at] + known.against[rows]).argmax(1).tolist()
    for token, relation in zip(tokens, best, strict=True):
        token.dep_ = "ROOT" if token.head is token else known.relations[relation]
