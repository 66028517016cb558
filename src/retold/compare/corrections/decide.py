"""What an editor's entries speak of in these reports: names and words → quotations, pieces and articles of this run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Literal

from ...records import Annotated, Correction
from ..sources import UNSEEN
from .contradictions import refuse_contradictions
from .decisions import Decisions, EdgeDecision, Passages, SpeakerDecision
from .excerpts import Place, Printed, Quoted, find_words, quoted
from .file import ApartEntry, Corrections, EdgeEntry, Entry, Excerpt, SameEntry, SpeakerEntry
from .sentences import called, sentence, shortened


class _NotHere(Exception):
    """Why an entry speaks of nothing in these reports: half a sentence."""


def decide(corrections: Corrections | None, articles: Sequence[Annotated]) -> Decisions:
    """Find what the entries speak of; the order of ``articles`` makes no difference.

    An entry whose articles or words these reports lack becomes a ``Correction`` that is not applied. Raises ``CorrectionsError`` where
    two entries contradict each other.
    """
    if corrections is None or not corrections.entries:
        return Decisions()
    here = quoted(articles)
    told, made = list[Correction](), list[SpeakerDecision | Passages | EdgeDecision]()
    same, apart = list[Passages](), list[Passages]()
    for number, entry in enumerate(corrections.entries):
        text = sentence(entry, here)
        try:
            found = tuple(_resolve(number, entry, f"{text}: {entry.note}" if entry.note else text, here))
        except _NotHere as reason:
            found, text = (), f"{text}: {reason}"
        text = "; ".join([text, *(why for one in found if isinstance(one, Passages) for why in one.lacking)])
        made += found
        (same if isinstance(entry, SameEntry) else apart).extend(one for one in found if isinstance(one, Passages))
        told.append(Correction(what=_what(entry), text=text, note=entry.note, applied=bool(found)))
    decisions = Decisions(
        corrections=tuple(told),
        speakers=tuple(one for one in made if isinstance(one, SpeakerDecision)),
        same=tuple(same),
        apart=tuple(apart),
        edges=tuple(one for one in made if isinstance(one, EdgeDecision)),
    )
    refuse_contradictions(decisions)
    return decisions


# ---------------------------------------------------------------------------------------------- one entry


def _what(entry: Entry) -> Literal["speaker", "same", "apart", "edge", "no-edge"]:
    if isinstance(entry, EdgeEntry):
        return "edge" if entry.is_ else "no-edge"
    return "speaker" if isinstance(entry, SpeakerEntry) else "same" if isinstance(entry, SameEntry) else "apart"


def _resolve(number: int, entry: Entry, text: str, here: Quoted) -> Iterator[SpeakerDecision | Passages | EdgeDecision]:
    if isinstance(entry, SpeakerEntry):
        for one in _said(entry, here):
            yield SpeakerDecision(quotation=one.quotation, speaker=" ".join(entry.speaker.split()), where=entry.where)
    elif isinstance(entry, EdgeEntry):
        from_, to = entry.from_ if entry.from_.startswith(UNSEEN) else _article(entry.from_, here), _article(entry.to, here)
        if from_ == to:
            raise _NotHere("both are the same report")
        yield EdgeDecision(entry=number, from_=from_, to=to, kind=entry.kind, holds=entry.is_, text=text, where=entry.where)
    else:
        yield _passages(entry, text, here)


def _passages(entry: SameEntry | ApartEntry, text: str, here: Quoted) -> Passages:
    """The passages that these reports have, two or more."""
    found, lacking = dict[frozenset[Place], None](), list[_NotHere]()
    for excerpt in entry.passages:
        try:
            found[_passage(excerpt, here)] = None
        except _NotHere as reason:
            lacking.append(reason)
    if len(found) < 2 and lacking:
        raise lacking[0]
    if len(found) < 2 or (isinstance(entry, ApartEntry) and any(a & b for a, b in combinations(found, 2))):
        raise _NotHere("they are the same passage of one quotation")
    return Passages(passages=tuple(found), text=text, where=entry.where, lacking=tuple(map(str, lacking)))


def _article(name: str, here: Quoted) -> str:
    found = sorted(here.articles(name))
    if not found:
        raise _NotHere(f"no report here is called {name}")
    if len(found) > 1:
        raise _NotHere(f"{len(found)} reports are by {name}; name one by its id, {' or '.join(found)}")
    return found[0]


def _said(entry: SpeakerEntry, here: Quoted) -> tuple[Printed, ...]:
    """The quotation meant, or in every report those meant."""
    if entry.article is not None:
        return (_only(entry.words, entry.article, here, here.quotations),)
    found = find_words(entry.words, here.quotations)
    if not found:
        raise _NotHere("no quotation in these reports has these words")
    return found


def _passage(excerpt: Excerpt, here: Quoted) -> frozenset[Place]:
    """The piece meant, or all pieces of the quotation where the words go beyond one of them."""
    ids = here.articles(excerpt.article)
    if find_words(excerpt.words, (piece for piece in here.pieces if piece.article in ids)):
        piece = _only(excerpt.words, excerpt.article, here, here.pieces)
        return frozenset([(piece.quotation, piece.spans)])
    quotation = _only(excerpt.words, excerpt.article, here, here.quotations).quotation
    places = frozenset((piece.quotation, piece.spans) for piece in here.pieces if piece.quotation == quotation)
    if not places:
        raise _NotHere(f"“{shortened(excerpt.words)}” stands in {called(excerpt.article, here)} without quotation marks, or is no speech")
    return places


def _only(words: str, article: str, here: Quoted, among: Sequence[Printed]) -> Printed:
    ids = here.articles(article)
    if not ids:
        raise _NotHere(f"no report here is called {article}")
    found = find_words(words, (one for one in among if one.article in ids))
    if not found:
        raise _NotHere(f"no quotation in {called(article, here)} has the words “{shortened(words)}”")
    if len(found) > 1:
        raise _NotHere(f"{len(found)} quotations in {called(article, here)} have the words “{shortened(words)}”; give more of them")
    return found[0]
