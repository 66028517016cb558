"""A quotation in the making, and how it gets its speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..records import QuotationKind, QuotationType, Span, Speaker
from .cues import SAYING, SPOKESPEOPLE
from .names import Names
from .parse import Paragraph
from .roles import OFFICES
from .speakers import Resolver
from .tokens import Token

_OF = re.compile(r"\s(?:of|for|at|from|in|with|to)\s[^,.;:“”\"]+,\s")
_PRONOUN, _DESCRIPTION = 0.95, 0.85  # share of those that mean whom the resolver says; read by eye on thirty articles
_NOBODY = frozenset("ADP CCONJ SCONJ PART PUNCT SYM AUX VERB ADV INTJ".split())
_NUMBERS = frozenset("dozens hundreds thousands scores some many several most few number group majority couple one two three".split())
NO_CUE = "no word of saying stands beside it"


@dataclass
class Draft:
    """A quotation in the making."""

    paragraph: Paragraph
    kind: QuotationKind
    type: QuotationType
    spans: list[Span]
    marked: list[Span]
    cue: Token | None = None
    cue_paragraph: Paragraph | None = None
    speaker: Speaker | None = None
    because: str | None = None
    confidence: float = 0.5
    whole: bool = False
    open_end: bool = False
    outer_end: int = 0


def speak(draft: Draft, subject: Token | None, paragraph: Paragraph, resolver: Resolver) -> None:
    """Resolve the subject of a cue and give it the quotation."""
    if subject is None:
        draft.because = "its word of saying has no subject"
        return
    if subject.pos_ in _NOBODY:
        draft.because = f"“{subject.text}” is no name"
        return
    span = phrase_of(subject, paragraph, resolver.names)
    draft.speaker = resolver.resolve(span)
    if draft.speaker is None:
        draft.because = f"nobody before it fits “{subject.text}”"
        return
    resolver.hear(max(span[0], draft.spans[0][0]), draft.speaker.canonical)
    if draft.speaker.canonical in resolver.text[span[0] : span[1]]:
        return
    # a pronoun or a description is another guess on top
    draft.confidence *= _PRONOUN if subject.pos_ == "PRON" else _DESCRIPTION if subject.pos_ == "NOUN" else 1


def phrase_of(head: Token, paragraph: Paragraph, names: Names) -> Span:
    """The mention around the head of a subject: its name where it has one, also in apposition, else its noun phrase."""
    for name in names.names:
        if name.span[0] <= paragraph.start(head) < name.span[1]:
            return name.span
    for child in head.children:
        if child.dep_ in {"appos", "flat"}:
            for name in names.names:
                if name.kind == "person" and name.span[0] <= paragraph.start(child) < name.span[1]:
                    return name.span
    named = _holder(head, paragraph, names)
    if named is not None:
        return named
    left = head
    for token in head.lefts:
        cue = token.tag_ in {"VBD", "VBN"} and token.lemma_ in SAYING  # `…,” added Marlow` read as an adjective
        if token.dep_ in {"det", "compound", "amod", "poss", "nummod", "nmod", "quantmod", "npadvmod"} and not cue:
            left = min(left, token.left_edge, key=lambda t: t.i)
    start, end = paragraph.start(left), paragraph.end(_counted(head))
    behind = [n for n in names.names if n.kind == "person" and 0 <= n.span[0] - end <= 2 and n.span[1] <= paragraph.span[1]]
    return (start, behind[0].span[1]) if behind else (start, end)


def _counted(head: Token) -> Token:
    """Whom a number counts: `dozens of scholars`."""
    if head.lower_ not in _NUMBERS:
        return head
    return next((g for c in head.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), head)


def _holder(head: Token, paragraph: Paragraph, names: Names) -> Span | None:
    """The person named between commas behind an office: "a spokeswoman for the harbour board, Lena Orr, said"."""
    if head.lower_ not in OFFICES | SPOKESPEOPLE:
        return None
    end, text = paragraph.end(head), paragraph.doc.text
    for name in names.names:
        if name.kind == "person" and end < name.span[0] < end + 90 and name.span[1] <= paragraph.span[1]:
            between = text[end - paragraph.span[0] : name.span[0] - paragraph.span[0]]
            behind = text[name.span[1] - paragraph.span[0] :].lstrip()[:1]
            if _OF.fullmatch(between) and behind in {",", ".", "", "—", "–", ":"}:
                return name.span
    return None
