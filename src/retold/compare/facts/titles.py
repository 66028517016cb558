"""Titles that stand beside a text, not in it, and state flatly what the text only has as reported, alleged or likely."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...records import Annotated, Span, Statement
from ..passages import overlap, stems
from .claims import Told
from .differences import Difference, quoted

__all__ = ["title_differences"]

_KEEPS_AWAY = re.compile(
    r"[:?‘’“”\"']|\b(?:sa(?:ys?|id)|report\w*|claim\w*|alleg\w+|accus\w+|may|might|could|would|should|likely|possibl\w+|apparent\w*|suspect\w*"
    r"|according|sources?|appears?|seems?|think\w*|believ\w+|warn\w*|fear\w*|threat\w*|urg\w+|calls?|wants?|den(?:y|ies)|tells?|vow\w*|plan\w*"
    r"|poll|study|how|why|what|whether|if|to|will|not|no|set|expected|rumou?r\w*|purported\w*|charged|feared|thought)\b",
    re.IGNORECASE,
)
"""Words and marks by which a title keeps its distance, or tells what is to come: then it goes beyond nothing."""
_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|apparently|purportedly|supposedly|unconfirmed|it appears|appears? to(?: have)?|may have|might have"
    r"|seems? to have|(?:is|are|was|were) (?:believed|thought|alleged|rumou?red|suspected|said) to)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"[\s“\"]*If\b")
_LEAST = 4
"""Content words that a title must have to say what its text is held against."""
_SHARE = 0.6
"""Share of the title's stems that a sentence must have to be what it sums up."""
_BESIDE = 0.5
"""The same for the sentence of another article that is shown beside."""
_LEAD = 4
"""Sentences of a text that a title can sum up: the first ones."""
_AROUND, _NAMED = 60, 2
"""Characters around a hedge, in its clause, and how many of the title's stems they must hold for it to hedge what the title states."""
_CLAUSE = re.compile(r"[,;:]|\b(?:that|which|who|because|after|before|when|while|and|but)\b")
_SURE = 0.6


def title_differences(told: Told) -> Iterator[Difference]:
    """Find titles that state flatly what each sentence of the text that has their words hedges; other articles stand beside.

    A title outside the text has no span: the statements are of the texts, the title is in the explanation.
    """
    for article, annotated in told.annotated.items():
        title = " ".join((annotated.article.title or "").split())
        terms = stems(title)
        if len(terms) < _LEAST or _KEEPS_AWAY.search(title) or any(part.kind == "title" for part in annotated.article.parts):
            continue
        text = annotated.article.text
        same = [span for span in annotated.sentences if len(terms & stems(text[slice(*span)])) >= _SHARE * len(terms)]
        hedge = _hedge(annotated, same[0], terms) if same and same[0] in annotated.sentences[:_LEAD] else None
        if hedge is not None and all(_hedge(annotated, span, terms) or _IF.match(text, *span) for span in same[1:]):
            yield _difference(article, title, same[0], hedge, told)


def _hedge(annotated: Annotated, sentence: Span, terms: frozenset[str]) -> str | None:
    """The word by which a sentence keeps its distance from what ``terms`` tell: they stand around it, outside quotation marks."""
    text = annotated.article.text
    marked = [span for quotation in annotated.quotations for span in quotation.marked]
    for match in _HEDGE.finditer(text, *sentence):
        before = _CLAUSE.split(text[max(sentence[0], match.start() - _AROUND) : match.start()])[-1]
        behind = _CLAUSE.split(text[match.end() : min(sentence[1], match.end() + _AROUND)])[0]
        if len(stems(f"{before} {behind}") & terms) >= _NAMED and not any(overlap(match.span(), span) for span in marked):
            return match[0]
    return None


def _difference(article: str, title: str, sentence: Span, hedge: str, told: Told) -> Difference:
    shown = told.text(article, sentence)
    own = Statement(article=article, spans=(sentence,), says=shown, hedge=hedge)
    beside = [found for other in told.annotated if other != article and (found := _beside(other, title, told)) is not None]
    name = told.name(article)
    return Difference(
        kind="attribution",
        topic=f"headline and text: {quoted(title)}",
        explanation=f"The headline of {name} says more than its text: it is {quoted(title)}, but the text has “{hedge}” ({quoted(shown)}).",
        statements=(own, *beside),
        confidence=_SURE,
    )


def _beside(article: str, title: str, told: Told) -> Statement | None:
    """The sentence of another article that has most of the title's words."""
    annotated, terms = told.annotated[article], stems(title)
    shares: Sequence[tuple[int, int]] = [
        (len(terms & stems(annotated.article.text[slice(*span)])), -number) for number, span in enumerate(annotated.sentences)
    ]
    share, number = max(shares, default=(0, 0))
    if share < _BESIDE * len(terms):
        return None
    span = annotated.sentences[-number]
    return Statement(article=article, spans=(span,), says=told.text(article, span), hedge=_hedge(annotated, span, terms))
