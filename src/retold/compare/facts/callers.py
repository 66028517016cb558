"""A term in quotation marks credited to two: "what aides called “orphan wards”" in one report, "we call these orphan wards" in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...annotate.folding import fold, name_key
from ...records import Annotated, Quotation, Record, Span, Statement
from ..passages import overlap
from .claims import Told
from .differences import Difference, quoted

__all__ = ["caller_differences"]

_CALLED = re.compile(
    r"""\b(?:what|which)\s+(?P<who>(?!(?:he|she|they|we|i|you|it|is|was|are)\b)[\w.’'-]+(?:\s+[\w.’'-]+){0,3}?)\s+
    (?:have\s+|has\s+|had\s+)?
    (?:call(?:s|ed)?|dub(?:s|bed)?|term(?:s|ed)?|label(?:s|l?ed)?|describe[sd]?|refer(?:s|red)?\s+to)\s+(?:as\s+)?
    (?:the\s+|an?\s+|her\s+|his\s+|its\s+|their\s+)?[“"‘](?P<term>[^“”"‘’.!?]{3,60}?)[,”"’]""",
    re.VERBOSE | re.IGNORECASE,
)
"""What somebody called “something”: the caller and the term."""
_LEAST_WORDS = 2
"""Words of a term below which anybody may use it."""


class _Term(Record, frozen=True, kw_only=True):
    """A term in marks with who is said to call something so."""

    article: str
    who: str
    span: Span
    """The clause from the caller to the term."""
    words: tuple[str, ...]


def caller_differences(told: Told) -> Iterator[Difference]:
    """Find terms that one article has somebody call something, and that another has in the words of a person who is not named there."""
    for annotated in told.annotated.values():
        for term in _terms(annotated):
            used = next((use for other in told.annotated.values() if other is not annotated for use in _uses(other, term, told)), None)
            if used is not None:
                yield _difference(term, *used, told)


def _terms(annotated: Annotated) -> Iterator[_Term]:
    quotations = [span for quotation in annotated.quotations if quotation.kind == "direct" for span in quotation.spans]
    for match in _CALLED.finditer(annotated.article.text):
        words = name_key(match["term"])
        if len(words) >= _LEAST_WORDS and not any(overlap(span, match.span("who")) for span in quotations):
            yield _Term(article=annotated.article.id, who=match["who"], span=(match.start("who"), match.end("term")), words=words)


def _uses(annotated: Annotated, term: _Term, told: Told) -> Iterator[tuple[Annotated, Quotation, str]]:
    """Quotations of a person that hold the term in their own words, by another than the one who is said to call it so."""
    text = annotated.article.text
    for quotation in annotated.quotations:
        voice = told.voices.voice(told.voices.name(annotated.article.id, quotation.speaker.canonical if quotation.speaker else None))
        if quotation.kind == "indirect" or quotation.uncertain or voice is None or voice.kind != "person":
            continue
        said = name_key(" ".join(text[a:b] for a, b in quotation.marked))
        held = any(said[n : n + len(term.words)] == term.words for n in range(len(said)))
        names = {word for form in (voice.name, *voice.aliases) for word in name_key(form)}
        if held and not names & set(name_key(term.who)) and not fold(term.who).startswith(("critics", "opponents")):
            yield annotated, quotation, voice.name


def _difference(term: _Term, annotated: Annotated, quotation: Quotation, speaker: str, told: Told) -> Difference:
    called = told.text(term.article, term.span)
    words, here, there = " ".join(term.words), told.name(term.article), told.name(annotated.article.id)
    spans = tuple(_holding(annotated, quotation, term.words)) or quotation.marked
    return Difference(
        kind="attribution",
        topic=f"who says {quoted(words)}",
        explanation=f"{here} credits {quoted(words)} to {term.who}, {there} has it in the words of {speaker}.",
        statements=(
            Statement(article=term.article, spans=(term.span,), says=called, attributed_to=term.who),
            Statement(article=annotated.article.id, spans=spans, says=told.text(annotated.article.id, spans[0]), attributed_to=speaker),
        ),
        confidence=0.6,
    )


def _holding(annotated: Annotated, quotation: Quotation, words: tuple[str, ...]) -> Iterator[Span]:
    """The sentences of a quotation that hold the words."""
    for span in quotation.marked:
        for sentence in annotated.sentences:
            shared = (max(span[0], sentence[0]), min(span[1], sentence[1]))
            said = name_key(annotated.article.text[shared[0] : shared[1]]) if shared[0] < shared[1] else ()
            if any(said[n : n + len(words)] == words for n in range(len(said))):
                yield shared
