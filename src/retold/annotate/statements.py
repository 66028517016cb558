"""Indirect speech: clauses that a cue's verb governs without quotation marks ("X said that …", "according to X, …")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..records import QuotationType, Span
from .cues import ATTITUDE
from .parse import Paragraph
from .subjects import is_cue, subject_of
from .tokens import Token

_LEAST = 3  # words of a clause worth reporting


@dataclass(frozen=True)
class Clause:
    """A reported clause with its cue and the head of its subject."""

    span: Span
    cue: Token | None
    subject: Token | None
    type: QuotationType
    confidence: float = 0.7
    """0 to 1: that it is reported, and from here to there."""
    piece: int | None = None
    """Number of what the tagger found, of which it is a part; None: the tagger did not find it."""


def find_clauses(paragraph: Paragraph) -> Iterator[Clause]:
    """Yield the reported clauses of a paragraph in the order of their cues, outermost first where they nest."""
    for token in paragraph.doc:
        lemma = token.lemma_
        if token.lower_ == "according":
            yield from according_clause(paragraph, token)
            continue
        says = is_cue(token, beside_marks=False)
        if says and unsaid(token):
            continue
        passive = any(c.dep_ == "auxpass" for c in token.children)
        if not says and (passive or lemma not in ATTITUDE or token.pos_ != "VERB"):
            continue
        subject = subject_of(token)
        if subject is None or subject.lower_ in {"it", "there", "i", "you", "we", "which", "that", "what"}:
            continue
        for child in token.children:
            if child.dep_ == "ccomp" or (child.dep_ == "xcomp" and not says and any(c.lower_ == "to" for c in child.children)):
                span = clause_span(paragraph, child, token)
                if span is not None:
                    yield Clause(span=span, cue=token, subject=subject, type="speech" if says else "attitude")


def unsaid(cue: Token) -> bool:
    """Whether a cue says that something was not said: `did not say whether …`, `declined to say …`."""
    refused = cue.lemma_ == "decline" or (cue.dep_ == "xcomp" and cue.head.lemma_ in {"decline", "refuse"})
    nobody = any(c.dep_ == "nsubjpass" and c.lower_ == "it" for c in cue.children)  # "it is said that"
    helpers = {c.lower_ for c in cue.children if c.dep_ == "aux"}
    unreal = "have" in helpers and bool(helpers & {"could", "would", "might", "should"})  # "she could have said"
    return refused or nobody or unreal or any(c.dep_ == "neg" or (c.dep_ == "det" and c.lower_ == "no") for c in cue.children)


def according_clause(paragraph: Paragraph, token: Token) -> Iterator[Clause]:
    """`…, according to X`: the clause it hangs on, without the phrase itself."""
    source = next((g for c in token.children if c.lower_ == "to" for g in c.children if g.dep_ == "pobj"), None)
    head = token.head
    if source is None or head.i == token.i or head.pos_ not in {"VERB", "AUX"}:
        return
    tokens = sorted((t for t in head.subtree if t.i not in {x.i for x in token.subtree}), key=lambda t: t.i)
    run = [t for t in tokens if t.i < token.i] if head.i < token.i else [t for t in tokens if t.i > source.i]
    while run and run[-1].is_punct:
        run.pop()
    while run and run[0].is_punct:
        run.pop(0)
    if len(run) >= _LEAST:
        yield Clause(span=(paragraph.start(run[0]), paragraph.end(run[-1])), cue=token, subject=source, type="speech")


def clause_span(paragraph: Paragraph, root: Token, cue: Token) -> Span | None:
    """The contiguous stretch of a clause's subtree on its side of the cue; punctuation at the ends left out, a leading "that" kept."""
    tokens = list(root.subtree)
    tokens = [t for t in tokens if (t.i > cue.i) == (root.i > cue.i)]
    while tokens and tokens[0].is_punct and tokens[0].text not in "“\"‘'[(":
        tokens.pop(0)
    while tokens and tokens[-1].is_punct and tokens[-1].text not in "”\"’'])%":
        tokens.pop()
    if sum(not t.is_punct for t in tokens) < _LEAST:
        return None
    return paragraph.start(tokens[0]), paragraph.end(tokens[-1])


def without_that(paragraph: Paragraph, span: Span) -> Span:
    """A clause without the "that" that introduces it."""
    first = paragraph.tokens(span)[:2]
    introduced = len(first) == 2 and first[0].lower_ == "that" and (first[0].dep_ == "mark" or first[1].pos_ in {"DET", "PRON", "PROPN"})
    return (paragraph.start(first[1]), span[1]) if introduced else span
