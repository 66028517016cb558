"""How outlets introduce one remark: "said" here, "admitted" there."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ...records import Annotated, Quotation, Utterance
from .candidates import Candidate, Named
from .choices import Choices
from .places import place, shared
from .words import Sentence, Told, base

_COMMON = 3
"""Words and names around two cues that both must have: with fewer they may introduce two remarks."""
_SURE = 0.7
"""How sure it is that two cues introduce one remark, compared with the likeness of two places."""


def find_cues(told: Told, articles: Sequence[Annotated], utterances: Sequence[Utterance], choices: Choices) -> Iterator[Candidate]:
    """Yield the remarks that outlets introduce by words of different colour."""
    quotations = {quotation.id: quotation for one in articles for quotation in one.quotations}
    sentences = defaultdict[str, list[Sentence]](list)
    for sentence in told.sentences:
        sentences[sentence.article].append(sentence)
    for utterance in utterances:
        names: dict[tuple[str, str], Named] = {}
        for rendition in utterance.renditions:
            named = _named(quotations.get(rendition.quotation), sentences[rendition.article], told, choices)
            if named is not None:
                names.setdefault((rendition.article, named.colour), named)
        told_by = _of_one_remark(_one_each(names))
        if len({named.colour for named in told_by}) > 1 and len({named.place.article for named in told_by}) > 1:
            whose = f"how {utterance.speaker}’s words are introduced" if utterance.speaker else "how one remark is introduced"
            yield Candidate(topic=whose, thing="cues", names=told_by, sure=_SURE)


def _one_each(names: Mapping[tuple[str, str], Named]) -> tuple[Named, ...]:
    """For each article its coloured cue, else its plain one."""
    chosen: dict[str, Named] = {}
    for (article, _), named in sorted(names.items()):
        if article not in chosen or chosen[article].plain:
            chosen[article] = named
    return tuple(chosen.values())


def _of_one_remark(names: Sequence[Named]) -> tuple[Named, ...]:
    """Those whose sentence has words of another's of different colour around its cue: the rest introduce another remark."""
    return tuple(one for one in names if any(one.colour != other.colour and shared(one.place, other.place) >= _COMMON for other in names))


def _named(quotation: Quotation | None, sentences: Sequence[Sentence], told: Told, choices: Choices) -> Named | None:
    """The cue of a quotation with its colour; None: it has none, or one that the table does not know."""
    if quotation is None or quotation.cue is None:
        return None
    start, end = quotation.cue
    number = bisect_right(sentences, start, key=lambda sentence: sentence.span[0]) - 1
    if number < 0:
        return None
    sentence = sentences[number]
    at = [n for n, word in enumerate(sentence.words) if start <= word.start < end]
    words = base(told.texts[sentence.article][start:end])
    colour = next((choices.cues[form] for form in (" ".join(words), *words) if form in choices.cues), None)
    if colour is None or not at:
        return None
    return Named(place=place(told, sentence, at[0], at[-1]), colour=f"cue/{colour}", plain=colour == 0)
