"""Remarks that several reports tell: who said it, to whom and when, in the base's words; and where the words were changed."""

from __future__ import annotations

import re

from ...records import BriefEvidence, Rendition, Span, StoryQuotation, Utterance
from ..passages import overlap
from .days import written
from .drafts import Draft, joined, passages
from .story import Material, Told

_LEAST, _MOST = 7, 50
"""Words of a remark that is told."""
_FEW = 4
"""Words of a changed sentence; fewer don't tell what it is about."""
_END = re.compile(r"[.!?]\s+")
_SURE = 0.7
"""Confidence of a quotation's speaker below which it is not told."""
_ILL = re.compile(r"(?:it|this|that|these|those|he|she|they|and|but|so|yes|no|because|which|who|there)\b", re.IGNORECASE)
_PLACES = {
    "statement": "in a statement",
    "interview": "in an interview",
    "news conference": "at a news conference",
    "press conference": "at a press conference",
    "tweet": "in a tweet",
    "speech": "in a speech",
    "letter": "in a letter",
    "briefing": "at a briefing",
}
_LISTENER = re.compile(r"(?:the )?[A-Z][\w’'&. -]+|reporters|lawmakers|journalists|senators|supporters|a (?:crowd|reporter|court|judge)")


def remarks(story: Material, told_before: Told, most: int) -> list[Draft]:
    """The remarks that most independent sources tell, in whole sentences of speakers who are known by name; none told before."""
    quotations = {quotation.id: quotation for quotation in story.dossier.quotations}
    told = [u for u in story.dossier.utterances if len({r.article for r in u.renditions}) > 1]
    told.sort(key=lambda u: (-story.sources(sorted({r.article for r in u.renditions})), -len(u.renditions), u.id))
    drafts = (_draft(story, u, quotations) for u in told if not _has(told_before, u))
    return [draft for draft in drafts if draft is not None][:most]


def altered(story: Material, most: int) -> list[Draft]:
    """Remarks of which one report has words that mean something else: the sentence that was changed, and what became of it."""
    quotations = {quotation.id: quotation for quotation in story.dossier.quotations}
    drafts: list[Draft] = []
    for utterance in story.dossier.utterances:
        base, speaker = utterance.renditions[0], _speaker(story, quotations[utterance.base])
        for other in utterance.renditions[1:] if speaker is not None else ():
            grave = [v for v in other.variants if v.changes_meaning == "yes" and v.base is not None and v.here is not None]
            if other.article == base.article or other.of_words != "changed" or not grave or speaker is None:
                continue
            was = _around(story, base, grave[0].base)
            now = _around(story, other, grave[0].here)
            one, two = story.outlet(base.article), story.outlet(other.article)
            if was is None or now is None or one == two:
                continue
            evidence = [*passages(base.article, [was[1]]), *passages(other.article, [now[1]]), *speaker[1]]
            text = f"{one} quotes {speaker[0]} as saying “{was[0]}”, {two} as saying “{now[0]}”."
            drafts.append(Draft(text=text, evidence=joined(evidence), own=(one, two, "quotes as saying")))
            break
    return drafts[:most]


def _around(story: Material, rendition: Rendition, place: Span | None) -> tuple[str, Span] | None:
    """The sentence of a rendition that holds a place, on one line, and where it stands; None: it can't be quoted."""
    piece = next((s for s in rendition.spans if place is not None and s[0] <= place[0] and place[1] <= s[1]), None)
    if piece is None or place is None:
        return None
    text = story.articles[rendition.article].text
    ends = [m.end() for m in _END.finditer(text, piece[0], piece[1])]
    start = max([piece[0], *(end for end in ends if end <= place[0])])
    end = min([piece[1], *(end for end in ends if end >= place[1])])
    words = " ".join(text[start:end].split()).strip(" ,;:.")
    clean = not any(mark in words for mark in '“”"\n')
    return (words, (start, end)) if clean and _FEW <= len(words.split()) <= _MOST else None


def _draft(story: Material, utterance: Utterance, quotations: dict[str, StoryQuotation]) -> Draft | None:
    base, quotation = utterance.renditions[0], quotations[utterance.base]
    words, speaker = _quoted(story, base), _speaker(story, quotation)
    if words is None or speaker is None or quotation.kind != "direct" or not words[:1].isupper() or _ILL.match(words):
        return None
    name, who = speaker
    around = _sentence(story, base.article, base.spans)
    occasion = utterance.occasion or quotation.occasion
    when = f" on {written(occasion.date)}" if occasion and occasion.date and quotation.occasion and quotation.occasion.date else ""
    listener = quotation.addressee if quotation.addressee and _LISTENER.fullmatch(quotation.addressee) else None
    place = (
        "" if listener else next((told for label, told in _PLACES.items() if quotation.occasion and label in quotation.occasion.label), "")
    )
    said = f"{name} told {listener}{when}" if listener else f"{name} said{f' {place}' if place else ''}{when}"
    ending = words if words[-1] in ".!?" else f"{words.rstrip(',;:–— ')}."
    others = [e for r in utterance.renditions[1:] for e in passages(r.article, r.spans)]
    evidence = joined([*passages(base.article, base.spans), *around, *who, *others])
    return Draft(text=f"{said}: “{ending}”", evidence=evidence, own=("said told", place, when))


def _has(told: Told, utterance: Utterance) -> bool:
    """Whether a sentence that holds one of an utterance's renditions was told."""
    return any(m.article == r.article and any(overlap(m.span, span) for span in r.spans) for m in told.made for r in utterance.renditions)


def _quoted(story: Material, rendition: Rendition) -> str | None:
    """The words of a rendition on one line where they stand in one piece; None: they do not, or are too few or too many."""
    if len(rendition.spans) != 1:
        return None
    words = " ".join(story.articles[rendition.article].text[slice(*rendition.spans[0])].split()).strip(" ,;:")
    marks = words.count("“") != words.count("”") or '"' in words or "“" in words
    return words if _LEAST <= len(words.split()) <= _MOST and not marks else None


def _speaker(story: Material, quotation: StoryQuotation) -> tuple[str, tuple[BriefEvidence, ...]] | None:
    """The speaker in full with the passages that show it; None: not known well enough."""
    speaker = quotation.speaker
    if speaker is None or speaker.span is None or quotation.uncertain or quotation.confidence < _SURE:
        return None
    person = story.writer.people.known(speaker.canonical, quotation.article)
    if person is None:
        return None
    return person.name, (BriefEvidence(article=quotation.article, start=speaker.span[0], end=speaker.span[1]), person.place)


def _sentence(story: Material, article: str, spans: tuple[Span, ...]) -> tuple[BriefEvidence, ...]:
    """The sentence around spans, which holds the speaker, the listener and the day."""
    number = story.writer.holding(article, spans)
    return passages(article, [story.writer.cuts[article].sentences[number]]) if number is not None else ()
