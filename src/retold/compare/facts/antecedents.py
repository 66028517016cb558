"""A pronoun whose paragraph was dropped: one sentence in two reports, and its "he" is another man in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from ...annotate.folding import fold, name_key, spells
from ...records import Annotated, Quotation, Record, Span, Statement
from ..passages import overlap, stems
from ..speakers import Voice
from .claims import Told
from .differences import Difference, quoted
from .likeness import cosine

__all__ = ["pronoun_differences"]

_PRONOUNS = frozenset({"he", "she"})
_LEAST_STEMS = 5
"""Content words of a sentence below which two reports may have it by chance: "He did not say more"."""
_BEFORE = 0.5
"""Likeness (cosine of stems) of the sentences before from which nothing was dropped, so that "he" is the same man."""


class _Said(Record, frozen=True, kw_only=True):
    """A sentence in which a pronoun speaks."""

    article: str
    sentence: Span
    before: Span
    voice: Voice


def pronoun_differences(told: Told) -> Iterator[Difference]:
    """Find sentences that stand in the same words in two articles, where the pronoun that speaks means another person in each.

    Reports cut from one copy drop paragraphs; what is left then credits the last man named. Only where the sentences in front differ.
    """
    found = defaultdict[tuple[str, ...], list[_Said]](list)
    for annotated in told.annotated.values():
        for said in _said(annotated, told):
            found[name_key(told.text(said.article, said.sentence))].append(said)
    done: set[tuple[tuple[str, Span], ...]] = set()
    for some in found.values():
        for one, other in combinations(some, 2):
            places = ((one.article, one.sentence), (other.article, other.sentence))
            if one.article != other.article and places not in done and _apart(one, other, told):
                done.add(places)
                yield _difference(one, other, told)


def _said(annotated: Annotated, told: Told) -> Iterator[_Said]:
    text = annotated.article.text
    for quotation in annotated.quotations:
        voice = _person(quotation, annotated.article.id, told)
        number = next((n for n, s in enumerate(annotated.sentences) if quotation.cue is not None and overlap(s, quotation.cue)), 0)
        if voice is not None and number > 0 and len(stems(text[slice(*annotated.sentences[number])])) >= _LEAST_STEMS:
            sentence, before = annotated.sentences[number], annotated.sentences[number - 1]
            yield _Said(article=annotated.article.id, sentence=sentence, before=before, voice=voice)


def _person(quotation: Quotation, article: str, told: Told) -> Voice | None:
    """The person for whom a pronoun speaks; None: no pronoun does, or it can't be told for whom."""
    speaker = quotation.speaker
    if speaker is None or quotation.uncertain or fold(speaker.name) not in _PRONOUNS:
        return None
    voice = told.voices.voice(told.voices.name(article, speaker.canonical))
    return voice if voice is not None and voice.kind == "person" else None


def _apart(one: _Said, other: _Said, told: Told) -> bool:
    """Whether two pronouns mean two persons, each told in another context."""
    first, second = (name_key(said.voice.name) for said in (one, other))
    if set(first) & set(second) or spells(first, second) or spells(second, first):
        return False
    before = [stems(told.text(said.article, said.before)) for said in (one, other)]
    return cosine(before[0], before[1], told.weight) < _BEFORE


def _difference(one: _Said, other: _Said, told: Told) -> Difference:
    words = told.text(one.article, one.sentence)
    sides: Sequence[_Said] = (one, other)
    whose = " and ".join(f"{said.voice.name} in {told.name(said.article)}" for said in sides)
    return Difference(
        kind="attribution",
        topic=f"who said {quoted(words)}",
        explanation=f"One sentence, {quoted(words)}, follows other paragraphs, so that its pronoun means {whose}.",
        statements=tuple(
            Statement(
                article=said.article, spans=(said.sentence,), says=told.text(said.article, said.sentence), attributed_to=said.voice.name
            )
            for said in sides
        ),
        confidence=0.7,
    )
