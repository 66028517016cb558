"""Indirect speech as a rendition: what one outlet prints inside marks, another tells in its own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..records import Annotated, Quotation, Reason, Rendition, Utterance
from ..settings import UtteranceSettings
from .alignment import containment, weight
from .speakers import Voices
from .tokens import Token, tokenize


def add_indirect(
    utterances: Sequence[Utterance], articles: Sequence[Annotated], voices: Voices, settings: UtteranceSettings
) -> tuple[Utterance, ...]:
    """Add to each utterance the indirect quotations of its speaker, in articles that have no other rendition of it, that hold its words.

    An indirect quotation goes to the utterance that it holds most of, and to none where it holds less than ``settings.indirect``.
    """
    texts = {a.article.id: a.article.text for a in articles}
    taken = defaultdict[str, list[Rendition]](list)
    by_speaker = defaultdict[str | None, list[Utterance]](list)
    for utterance in utterances:
        by_speaker[utterance.speaker].append(utterance)
    bases = {u.id: tokenize(texts[u.renditions[0].article], u.renditions[0].spans) for u in utterances}
    for annotated in articles:
        for quotation in annotated.quotations:
            if quotation.type == "speech" and not quotation.marked and quotation.speaker is not None:
                speaker = voices.name(annotated.article.id, quotation.speaker.canonical)
                tokens = tokenize(annotated.article.text, quotation.spans)
                options = [u for u in by_speaker[speaker] if all(r.article != annotated.article.id for r in u.renditions)]
                found = _best(options, bases, tokens, settings)
                if found is not None:
                    taken[found[0]].append(_rendition(quotation, annotated.article.id, found[1]))
    return tuple(_with(u, taken[u.id]) for u in utterances)


def _best(
    options: Sequence[Utterance], bases: Mapping[str, Sequence[Token]], tokens: Sequence[Token], settings: UtteranceSettings
) -> tuple[str, float] | None:
    held = [(containment(bases[u.id], tokens), u.id) for u in options if weight(bases[u.id]) >= settings.telling_words]
    best = max(held, default=(0.0, ""))
    return (best[1], best[0]) if best[0] >= settings.indirect and weight(tokens) >= settings.telling_words else None


def _rendition(quotation: Quotation, article: str, held: float) -> Rendition:
    return Rendition(
        quotation=quotation.id,
        article=article,
        spans=quotation.spans,
        relation="indirect",
        confidence=round(quotation.confidence * held, 4),
        reasons=(
            Reason(what="words", text=f"told without marks, it holds {held:.0%} of the utterance’s words", weight=round(held, 3)),
            Reason(what="speaker", text="the article gives it to the same speaker", weight=0.0),
        ),
    )


def _with(utterance: Utterance, more: list[Rendition]) -> Utterance:
    if not more:
        return utterance
    best: dict[str, Rendition] = {}
    for rendition in sorted(more, key=lambda r: (-r.confidence, r.spans)):
        best.setdefault(rendition.article, rendition)
    return Utterance(
        id=utterance.id,
        speaker=utterance.speaker,
        occasion=utterance.occasion,
        base=utterance.base,
        renditions=(*utterance.renditions, *_in_order(best.values())),
    )


def _in_order(renditions: Iterable[Rendition]) -> Iterator[Rendition]:
    yield from sorted(renditions, key=lambda r: (r.article, r.spans))
