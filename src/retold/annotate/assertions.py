"""Assertions: what each clause of an article asserts, with who does what to whom, how real it is said to be, and who says it.

A verb, a noun that stands for one ("the arrest of Orr") and "X is Y" are alike here, so that reports which put one event into different
grammar can be lined up. Where grammar is not plain, an argument is left out rather than guessed.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from ..records import Assertion, Date, Quantity, Quotation, Span
from .arguments import Cast, spanning
from .base_forms import base_form
from .deeds import is_deed
from .frames import Frame, frame_of_noun, frame_of_verb
from .names import Names
from .parse import Paragraph
from .standing import Judge
from .tokens import Token

_SKIPPED: Final = frozenset({"aux", "auxpass", "amod", "compound", "prep", "nmod", "det", "punct", "case", "advmod", "mark", "neg"})
"""Relations in which a verb asserts nothing by itself: "the rising sea", "including", "according to"."""
_VERBS: Final = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_RAISING: Final = frozenset("appear seem tend".split())
_LEADING: Final = frozenset("likely unlikely set due able unable certain sure bound poised ready willing unwilling expected about".split())
"""Adjectives that do the same behind "is"."""
_LEFT_OUT: Final = frozenset({"punct", "cc", "ccomp", "advcl", "relcl", "acl", "parataxis", "mark", "dep", "appos", "meta"})
_LEFT_OUT_OF_NOUNS: Final = frozenset({"punct", "cc", "relcl", "acl", "appos", "conj", "parataxis", "dep", "ccomp"})


class _Draft(NamedTuple):
    """A predicate with what was found about it, before numbers are given."""

    paragraph: Paragraph
    token: Token
    kind: Literal["verb", "noun", "state"]
    sentence: int
    frame: Frame


def find_assertions(
    paragraphs: Sequence[Paragraph],
    names: Names,
    dates: Sequence[Date],
    quantities: Sequence[Quantity],
    quotations: Sequence[Quotation],
) -> tuple[Assertion, ...]:
    """The assertions of an article's title and body, in order of their predicates.

    ``dates`` and ``quantities`` are numbered as they are given; each belongs to the nearest predicate above it in the grammar, one that
    belongs to a noun also to the verb above that. Raises nothing.
    """
    skipped = frozenset(p.start(t) for d in dates for p in _holding(paragraphs, d.span) for t in p.tokens(d.span))
    cast = Cast(paragraphs, names, quotations, skipped)
    drafts = list(_drafts(paragraphs, cast))
    of = {d.token: n for n, d in enumerate(drafts)}
    dated = _shared(paragraphs, [d.span for d in dates], of)
    counted = _shared(paragraphs, [q.counted_span or q.span for q in quantities], of)
    said = sorted((s, q.id) for q in quotations for s in q.spans)
    judge = Judge()
    return tuple(_assertion(d, judge, _saying(said, d), tuple(counted.get(n, ())), tuple(dated.get(n, ()))) for n, d in enumerate(drafts))


def _drafts(paragraphs: Sequence[Paragraph], cast: Cast) -> Iterator[_Draft]:
    sentence = -1
    for paragraph in paragraphs:
        for token in paragraph.doc:
            tag = token.tag_
            if token.is_sent_start or token.i == 0:
                sentence += 1
            if tag in _VERBS:
                if token.dep_ not in _SKIPPED and token.text[-1].isalpha() and not _compounded(token) and not _empty(token):
                    frame = frame_of_verb(paragraph, token, cast)
                    yield _Draft(paragraph, token, "state" if frame.state else "verb", sentence, frame)
            elif tag in {"NN", "NNS"} and token.dep_ != "compound" and is_deed(base_form(token.lower_, tag)):
                found = frame_of_noun(paragraph, token, cast)
                if found is not None:
                    yield _Draft(paragraph, token, "noun", sentence, found)
            elif tag in {"NN", "NNS"} and token.dep_ == "appos" and token.head.pos_ == "PROPN" and token.is_alpha:
                actor, target = cast.argument(paragraph, token.head), cast.argument(paragraph, token)
                if actor is not None and target is not None and actor.name is not None:
                    yield _Draft(paragraph, token, "state", sentence, Frame("be", actor, target, (), True))


def _empty(verb: Token) -> bool:
    """Whether a verb only carries another: `is to sail`, `is going to sail`, `has to sail`, `appears to sail`."""
    below = (g for c in verb.children for g in (c.children if c.dep_ == "acomp" and c.lower_ in _LEADING else (c,)))
    infinitive = next((c for c in below if c.dep_ == "xcomp"), None)
    if infinitive is None or not any(c.lower_ == "to" and c.dep_ == "aux" for c in infinitive.children):
        return False
    lemma = base_form(verb.lower_, verb.tag_)
    if lemma == "be":
        return not any(c.dep_ in {"attr", "acomp"} and c.lower_ not in _LEADING for c in verb.children)
    return lemma in _RAISING or lemma == "have" or (lemma == "go" and verb.tag_ == "VBG")


def _compounded(verb: Token) -> bool:
    """Whether a verb is but a part of a word with hyphens: `state-run`, `a break-in`."""
    tokens, at = verb.doc.tokens, verb.i
    behind = at + 1 < len(tokens) and tokens[at + 1].text == "-" and not verb.whitespace_
    before = at > 0 and tokens[at - 1].text == "-" and not tokens[at - 1].whitespace_
    return behind or (before and verb.tag_ in {"VBN", "VBG"})


def _assertion(draft: _Draft, judge: Judge, quotation: str | None, quantities: tuple[int, ...], dates: tuple[int, ...]) -> Assertion:
    paragraph, token, frame = draft.paragraph, draft.token, draft.frame
    noun = token.tag_[:2] == "NN"
    standing = (judge.noun if draft.kind == "noun" else judge.verb)(token) if not (noun and draft.kind == "state") else None
    end = token
    for child in token.children:
        if child.dep_ == "prt" and child.i == token.i + 1:
            end = child
    hedge = standing.hedge if standing is not None else None
    return Assertion(
        span=spanning(paragraph, token, _LEFT_OUT_OF_NOUNS if noun else _LEFT_OUT),
        sentence=draft.sentence,
        predicate=(paragraph.start(token), paragraph.end(end)),
        lemma=frame.lemma,
        kind=draft.kind,
        actor=frame.actor,
        target=frame.target,
        others=frame.others,
        negated=standing is not None and standing.negated,
        standing=standing.kind if standing is not None else "done",
        hedge=(paragraph.start(hedge), paragraph.end(hedge)) if hedge is not None else None,
        quotation=quotation,
        quantities=quantities,
        dates=dates,
    )


def _holding(paragraphs: Sequence[Paragraph], span: Span) -> list[Paragraph]:
    """The paragraph that a span begins in, as a list of one or none."""
    at = bisect.bisect_right(paragraphs, span[0], key=lambda p: p.span[0]) - 1
    return [paragraphs[at]] if at >= 0 and span[0] < paragraphs[at].span[1] else []


def _shared(paragraphs: Sequence[Paragraph], spans: Sequence[Span], of: dict[Token, int]) -> dict[int, list[int]]:
    """For each predicate the numbers of the spans that belong to it."""
    found: dict[int, list[int]] = {}
    for number, span in enumerate(spans):
        for paragraph in _holding(paragraphs, span):
            for owner in _owners(paragraph, span, of):
                found.setdefault(owner, []).append(number)
    return found


def _owners(paragraph: Paragraph, span: Span, of: dict[Token, int]) -> Iterator[int]:
    """The nearest predicate above a span; if that is a noun, the nearest verb above it too."""
    inside = paragraph.tokens(span)
    if not inside:
        return
    first, last = inside[0].i, inside[-1].i
    token = next((t for t in inside if not first <= t.head.i <= last or t.head is t), inside[0])
    while True:
        owner = of.get(token)
        if owner is not None:
            yield owner
            if token.tag_[:2] == "VB":
                return
        if token.head is token:
            return
        token = token.head


def _saying(said: Sequence[tuple[Span, str]], draft: _Draft) -> str | None:
    """The innermost quotation that holds a predicate."""
    at = draft.paragraph.start(draft.token)
    for span, name in reversed(said[: bisect.bisect_right(said, at, key=lambda s: s[0][0])]):
        if at < span[1]:
            return name
    return None
