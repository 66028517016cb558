"""The clauses of an article as positions are read from them: an assertion, who says it, and how far it reaches."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from ...records import Annotated, Argument, Assertion, Quotation, Record, Span
from .about import Bounds
from .holders import Holder, Scene

_GOES_ON = re.compile(r"[”\"’'] (?!(?:said|says|told|added|he|she|they|it|the \w+ said|according)\b)[a-z]")
_AUXILIARIES = re.compile(
    r"(?:\s+(?:has|have|had|is|are|was|were|will|would|could|can|may|might|did|does|do|been|being|not|also|now|still|[a-z]+ly))+\s*$"
)


class Stand(Record, frozen=True):
    """A stance in one clause."""

    stance: str
    holder: Holder
    about: Span
    span: Span
    """From whom to about what."""
    toward: str | None = None
    quotation: Quotation | None = None
    verbatim: bool = False
    """Whether ``about`` is what was said, within its marks."""
    told: bool = False
    """Whether it is read from what was said, not named."""


class Clause(Record, frozen=True, dict=True):
    """An assertion with what stands around it."""

    scene: Scene
    assertion: Assertion
    quotation: Quotation | None
    """The innermost that holds it."""
    marked: Span | None
    """The piece in quotation marks that holds its predicate."""
    bounds: Bounds
    before: Argument | None
    """The last subject before it in its sentence."""

    @property
    def text(self) -> str:
        """The article's."""
        return self.scene.annotated.article.text

    @cached_property
    def holder(self) -> Holder | None:
        """Who does what the clause asserts; None: nobody who is known."""
        return self.scene.holder(self.assertion.actor, self.quotation, self.before)


def clauses(scene: Scene) -> Iterator[Clause]:
    """The clauses of an article in the order of its assertions."""
    annotated = scene.annotated
    quotations = {q.id: q for q in annotated.quotations}
    finite = sorted({a.predicate[0] for a in annotated.assertions if a.kind != "noun"})
    subjects = sorted({a.actor.span[0] for a in annotated.assertions if a.actor is not None and a.actor.span[1] <= a.predicate[0]})
    before: tuple[int, Argument | None] = (-1, None)
    for assertion in annotated.assertions:
        quotation = quotations.get(assertion.quotation) if assertion.quotation else None
        sentence = annotated.sentences[assertion.sentence]
        if quotation is not None:
            quotation = _nested(quotation, assertion)
        marked = _holding(quotation, assertion)
        runs_on = marked is not None and quotation is not None and _runs_on(annotated.article.text, marked[1], sentence[1])
        end = sentence[1] if marked is None or runs_on else min(sentence[1], marked[1])
        if assertion.kind == "noun":
            end = _before_verb(annotated, assertion, end)
        after = assertion.predicate[1]
        bounds = Bounds(end, _within(finite, after, end), _within(subjects, after, end), marked[1] if marked and runs_on else None)
        yield Clause(scene, assertion, quotation, marked, bounds, before[1] if before[0] == assertion.sentence else None)
        if assertion.actor is not None and assertion.actor.name and assertion.kind != "noun":
            before = (assertion.sentence, assertion.actor)


def _before_verb(annotated: Annotated, noun: Assertion, end: int) -> int:
    """Where the verb begins whose subject a noun is: `Orr's promise to sail | has worried them`."""
    inside = (
        a.predicate[0]
        for a in annotated.assertions
        if a.sentence == noun.sentence and a.actor is not None and a.actor.span[0] <= noun.predicate[0] < a.actor.span[1] <= a.predicate[0]
    )
    verb = min(inside, default=end)
    before = _AUXILIARIES.search(annotated.article.text, noun.predicate[1], verb) if verb < end else None
    return before.start() if before else min(verb, end)


def _runs_on(text: str, close: int, end: int) -> bool:
    """Whether the clause goes on behind a closing mark: `“would love to see” new talks`."""
    return bool(_GOES_ON.match(text, close, end)) and text[close - 1].isalnum()


def _within(places: Sequence[int], start: int, end: int) -> frozenset[int]:
    return frozenset(places[bisect_left(places, start) : bisect_right(places, end)])


def _nested(quotation: Quotation, assertion: Assertion) -> Quotation:
    """The quotation with the speaker of what it quotes in turn, where that holds the assertion."""
    at = assertion.predicate[0]
    inner = next((n for n in quotation.nested if any(a <= at < b for a, b in n.spans)), None)
    return quotation if inner is None else msgspec.structs.replace(quotation, speaker=inner.speaker)


def _holding(quotation: Quotation | None, assertion: Assertion) -> Span | None:
    pieces = quotation.marked if quotation else ()
    return next((m for m in pieces if m[0] <= assertion.predicate[0] < m[1]), None)
