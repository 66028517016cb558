"""The most telling names out of all that were found: surest, of most colours, in most articles; each place and topic told once."""

from __future__ import annotations

from collections.abc import Sequence

from ...records import Passage, Span, Wording
from ...settings import WordingSettings
from .candidates import Candidate, Named
from .words import Sentence, Told

_LEFT, _RIGHT = 3, 4
"""Words before and behind a name that a reader is shown with it."""
_COMMON = 0.7
"""What common words weigh beside others."""
_ARTICLES_COUNT = 6
"""Articles beyond which another one adds nothing to how telling an entry is."""


def most_telling(found: Sequence[Candidate], told: Told, settings: WordingSettings) -> tuple[Wording, ...]:
    """The entries worth a reader's time, best first."""
    kept: list[Candidate] = []
    for one in sorted(found, key=lambda one: (-_weight(one), one.topic, [named.place.span for named in one.names])):
        if len(kept) < settings.most and not _told(one, kept, settings):
            kept.append(one)
    return tuple(_entry(one, told) for one in kept)


def _weight(one: Candidate) -> float:
    """How telling: sure, several colours, several articles."""
    coloured = {named.colour for named in one.names if not named.plain}
    plain = any(named.plain for named in one.names)
    spread = min(len(one.articles), _ARTICLES_COUNT) - 2
    common = _COMMON if all(named.common for named in one.names) else 1.0
    return common * (0.3 + one.sure) * (1.0 + 0.3 * (len(coloured) + plain - 2)) * (1.0 + 0.1 * spread)


def _told(one: Candidate, kept: Sequence[Candidate], settings: WordingSettings) -> bool:
    """Whether the reader has it already, or had enough of its sort."""
    if any(_same(one, other) for other in kept):
        return True
    sort = [other for other in kept if other.thing == one.thing]
    least = settings.again_there if any(len(one.articles & other.articles) > 1 for other in sort) else settings.again
    return len(sort) >= settings.of_one_sort or (bool(sort) and one.sure < least)


def _same(one: Candidate, other: Candidate) -> bool:
    """Whether two entries tell one thing: under one topic, or in the same places of two articles or more."""
    if one.topic == other.topic:
        return True
    common = {named.place.article for named in one.names for known in other.names if _overlap(named, known)}
    return len(common) > 1


def _overlap(one: Named, other: Named) -> bool:
    a, b = one.place.span, other.place.span
    return one.place.article == other.place.article and a[0] < b[1] and b[0] < a[1]


def _entry(one: Candidate, told: Told) -> Wording:
    names = sorted(one.names, key=lambda named: (named.place.article, named.place.span))
    return Wording(topic=one.topic, names=tuple(_passage(named, told) for named in names))


def _passage(named: Named, told: Told) -> Passage:
    here = named.place
    span = _shown(here.sentence, here.first, here.last)
    return Passage(article=here.article, spans=(span,), text=told.text(here.article, span))


def _shown(sentence: Sentence, first: int, last: int) -> Span:
    """The word with its neighbours up to a mark of punctuation, words of grammar at the ends left out."""
    words, start, end = sentence.words, first, last
    while start > 0 and first - start < _LEFT and words[start].tight:
        start -= 1
    while end + 1 < len(words) and end - last < _RIGHT and words[end + 1].tight:
        end += 1
    while start < first and not words[start].content:
        start += 1
    while end > last and not words[end].content:
        end -= 1
    return words[start].start, words[end].end
