"""Days and months as articles print them, in pictures' captions too, each with the words that say what happened then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ...annotate.date_forms import matches
from ...annotate.dates import find_dates
from ...annotate.folding import fold
from ...records import Annotated, Span
from ..lexicon import lexicon
from ..passages import CALENDAR, stems
from .claims import Told
from .likeness import LIGHT

__all__ = ["NamedDay", "days_of", "find_days"]

_TELLS = frozenset({"title", "dateline", "caption", "summary"})
"""Parts of an article in which it tells the story itself; elsewhere ("related", "navigation") a date is another story's."""
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”’')\]]*(?=\s+[A-Z“\"‘'])|(?=\n)|$)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|Mr|Mrs|Ms|Dr|St|Gen|Sen)|\b[A-Z])\.$"
)
_YEAR = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")
_FORMS = frozenset({"day", "month", "weekday"})
_BEFORE, _BEHIND = 80, 40
"""Characters before and behind a date that say what it dates: a clause's length."""


class NamedDay(NamedTuple):
    """A date in an article."""

    article: str
    span: Span
    words: str
    """As printed, on one line."""
    form: str
    """day (with its number), month or weekday."""
    year: bool
    """It names its year."""
    start: date
    end: date
    terms: frozenset[str]
    """Stems of the words around it, without dates."""
    around: frozenset[str]
    """The same of its sentence."""
    acts: frozenset[str]
    """Base forms of the words around it that can be what happened."""
    clause: Span
    """The words around it."""
    caption: bool


def find_days(told: Told) -> dict[str, list[NamedDay]]:
    """The days, weekdays and months that each article names, by article id."""
    return {article: days_of(annotated) for article, annotated in told.annotated.items()}


def days_of(annotated: Annotated) -> list[NamedDay]:
    """The days, weekdays and months that an article names, in order; those that cannot be resolved are left out."""
    article = annotated.article
    aside = [part.span for part in article.parts if part.kind not in _TELLS]
    captions = [part.span for part in article.parts if part.kind == "caption"]
    found = []
    for sentence in _sentences(article.text):
        if any(a < sentence[1] and sentence[0] < b for a, b in aside):
            continue
        caption = any(a < sentence[1] and sentence[0] < b for a, b in captions)
        for form, match in matches(article.text, sentence):
            if form in _FORMS and (day := _day(annotated, sentence, form, match.span(), caption)) is not None:
                found.append(day)
    return found


def _day(annotated: Annotated, sentence: Span, form: str, span: Span, caption: bool) -> NamedDay | None:
    article = annotated.article
    known = next((one for one in annotated.dates if one.span == span), None)
    days = (known,) if known is not None else find_dates(article.text, [span], article.published)
    if not days or days[0].start is None or days[0].end is None:
        return None
    words = " ".join(article.text[slice(*span)].split())
    clause = (_word(article.text, sentence[0], span[0] - _BEFORE), _end(article.text, sentence[1], span[1] + _BEHIND))
    around = f"{article.text[clause[0] : span[0]]} {article.text[span[1] : clause[1]]}"
    return NamedDay(
        article=article.id,
        span=span,
        words=words,
        form=form,
        year=_YEAR.search(words) is not None,
        start=date.fromisoformat(days[0].start),
        end=date.fromisoformat(days[0].end),
        terms=_terms(around),
        around=_terms(article.text[slice(*sentence)]),
        acts=frozenset(_acts(around)),
        clause=clause,
        caption=caption,
    )


def _terms(words: str) -> frozenset[str]:
    return frozenset(term for term in stems(words) if term not in CALENDAR and not term.isdigit())


def _acts(words: str) -> Iterator[str]:
    """Base forms of the words that end as past forms of verbs do, or have an irregular one."""
    table = lexicon()
    for word in re.findall(r"\b[a-z]{4,}\b", words):
        lemma = table.lemma(fold(word))
        if lemma != word and not word.endswith("s") and lemma not in LIGHT:
            yield lemma


def _word(text: str, start: int, at: int) -> int:
    """The first beginning of a word from ``at`` on, not before ``start``."""
    if at <= start:
        return start
    space = text.find(" ", at)
    return space + 1 if space >= 0 else at


def _end(text: str, end: int, at: int) -> int:
    """The last end of a word up to ``at``, not behind ``end``."""
    return end if at >= end else max(text.rfind(" ", 0, at + 1), at - _BEHIND)


def _sentences(text: str) -> Iterator[Span]:
    """Sentences, of furniture too; a dot behind an abbreviation ends none."""
    start: int | None = None
    for match in _SENTENCE.finditer(text):
        begun = match.start() if start is None else start
        if _ABBREVIATED.search(match.group()) and text[match.end() : match.end() + 1] not in ("", "\n"):
            start = begun
            continue
        start = None
        yield (begun, match.end())
