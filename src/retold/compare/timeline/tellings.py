"""Tellings: each dated clause of each article, with what is needed to see whether two tell one event."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ...records import Annotated, Assertion, Date, Quotation, Record, Span, Utterance
from ...settings import TimelineSettings
from ..passages import overlap
from ..reports import Reports
from ..speakers import Voices
from .days import Dated
from .doubts import coming_week, doubt_of, last_week, next_day
from .narration import clause_around, narrated
from .nonevents import is_no_event
from .noun_groups import describes_noun, named
from .remarks import remark_of, source_of
from .sayings import said
from .terms import terms_of
from .trimming import Clause

_APART = frozenset({"title", "dateline", "date", "byline"})
_PERSONAL = re.compile(r"\b(?:I|we|us|our|my|me|you|your|[Ii]t['’]s)\b")
_AIMED = re.compile(r"(?<!from)\s(?:to|for)\s$")
_WHOLE = 5
"""Words of a noun group that tells an event ("the arrest of two pilots by the guard"); a shorter one leaves it to its verb."""
_OPEN = frozenset({"ahead", "possible", "duty", "wish", "asked", "condition"})
_UNREAL = _OPEN - {"ahead"}


class Telling(Record, frozen=True):
    """One article's telling of a dated event."""

    article: str
    date: Date
    clause: Span
    event: str
    """Its own words for the event, fit to stand alone."""
    dangling: int
    """What a reader misses who has only these words: pronouns without a name, words cut off."""
    terms: frozenset[str]
    """Stems of the clause."""
    around: frozenset[str]
    """Stems of the sentence."""
    acts: frozenset[str]
    """Base forms of the predicates in the clause; of a remark none."""
    sentence: int | None
    """Number of the sentence in the article's passages; None: too short to be compared."""
    speaker: str | None = None
    """Canonical name of who says it on that day; None: an event that is told, not a remark."""
    addressee: str | None = None
    utterances: frozenset[str] = frozenset()
    """Ids of the utterances that the remark renders."""
    ahead: bool = False
    next_day: str | None = None
    """The day after the report's, where that may be meant ("Tuesday" in a report of Monday)."""
    doubt: str | None = None


def find_tellings(
    dated: Mapping[str, Dated], reports: Reports, utterances: Sequence[Utterance], voices: Voices, settings: TimelineSettings
) -> tuple[Telling, ...]:
    """Return the tellings of all articles, in order of article and date expression."""
    of: dict[str, set[str]] = defaultdict(set)
    for utterance in utterances:
        for rendition in utterance.renditions:
            of[rendition.quotation].add(utterance.id)
    return tuple(telling for id in sorted(dated) for telling in _Article(dated[id], reports, of, voices, settings).tellings())


class _Article:
    """One article while its dates are looked at."""

    def __init__(
        self, dated: Dated, reports: Reports, utterances: Mapping[str, set[str]], voices: Voices, settings: TimelineSettings
    ) -> None:
        self.dated = dated
        self.one: Annotated = dated.annotated
        self.id = self.one.article.id
        self.text = self.one.article.text
        self.utterances = utterances
        self.voices = voices
        self.settings = settings
        self.starts = [start for start, _ in self.one.sentences]
        self.numbers = {passage.span: number for number, passage in enumerate(reports.passages[self.id].sentences)}
        self.apart = [part.span for part in self.one.article.parts if part.kind in _APART]
        self.ends = frozenset(found.span[1] for found in dated.dates)
        self.verbs = [claim.predicate[0] for claim in self.one.assertions if claim.kind != "noun"]
        self.claims: dict[Span, list[Assertion]] = defaultdict(list)
        for claim in self.one.assertions:
            for number in claim.dates:
                self.claims[self.one.dates[number].span].append(claim)

    def tellings(self) -> Iterator[Telling]:
        for found in self.dated.dates:
            sentence = self._sentence(found.span)
            if found.start is None or sentence is None or any(overlap(found.span, part) for part in self.apart):
                continue
            telling = self._telling(found, sentence)
            if telling is not None:
                yield telling

    def _sentence(self, span: Span) -> Span | None:
        number = bisect_right(self.starts, span[0]) - 1
        return self.one.sentences[number] if number >= 0 and span[1] <= self.one.sentences[number][1] else None

    def _telling(self, found: Date, sentence: Span) -> Telling | None:
        source = source_of(self.one, found.span)
        if source is not None and _PERSONAL.search(self.text, *sentence):
            return None
        group = named(self.text, sentence, found, self.verbs)
        if group is None and describes_noun(self.text, sentence, found):
            return None
        claim = self._claim(found.span) if group is None else None
        if claim is not None and len(claim.dates) > 1 and _AIMED.search(self.text, *(sentence[0], found.span[0])):
            return None
        remark = remark_of(self.one, found.span, sentence, claim) if group is None else None
        if is_no_event(self.text, found, sentence, claim, told=remark is not None or group is not None, ends=self.ends):
            return None
        if remark is None and self._unclear_week(found, claim):
            return None
        found = self._told(found, claim, remark)
        later = self.dated.day is not None and (found.start or "") > self.dated.day.isoformat()
        if claim and claim.standing in _UNREAL and not later:
            return None
        told = group or self._worded(found, sentence, claim, remark)
        if told is None:
            return None
        ahead = remark is None and (later or (claim is not None and claim.standing in _OPEN))
        return Telling(
            article=self.id,
            date=found,
            clause=told.span,
            event=told.text + ("" if group else self._according(source, told.text)),
            dangling=told.dangling,
            terms=terms_of(self._without(told.span, found.span)).union(
                *(terms_of(self.text[a:b]) for a, b in (remark.spans if remark else ()))
            ),
            around=terms_of(self._without(told.span if group else sentence, found.span)),
            acts=frozenset() if remark else frozenset(c.lemma for c in self._within(told.span)),
            sentence=self.numbers.get(sentence),
            speaker=self.voices.name(self.id, remark.speaker.canonical) if remark and remark.speaker else None,
            addressee=remark.addressee if remark else None,
            utterances=frozenset(self.utterances.get(remark.id, ())) if remark else frozenset(),
            ahead=ahead,
            next_day=None if ahead else next_day(self.text, found, self.dated),
            doubt=doubt_of(self.text, found, self.dated, ahead=later if claim is None else claim.standing != "done"),
        )

    def _told(self, found: Date, claim: Assertion | None, remark: Quotation | None) -> Date:
        """The date; a bare weekday as the last one where its clause tells what was done or said, as the coming one where it foretells."""
        verb = self.text[slice(*claim.predicate)].split(maxsplit=1)[0].lower() if claim else ""
        present = claim is not None and claim.kind != "noun" and (verb == claim.lemma.partition(" ")[0] or verb.endswith("s"))
        if remark is not None or (claim is not None and claim.standing == "done" and not present):
            return last_week(self.text, found, self.dated)
        return coming_week(self.text, found, self.dated) if claim is not None and claim.standing == "ahead" else found

    def _unclear_week(self, found: Date, claim: Assertion | None) -> bool:
        """Whether a day without a number stands in the past beside a verb in the present: "sails on Monday" may be the coming one, and
        "sails yesterday" is the caption of a picture."""
        verb = self.text[slice(*claim.predicate)].split(maxsplit=1)[0].lower() if claim and claim.kind == "verb" else ""
        told = claim is not None and claim.standing == "done" and verb.endswith("s") and verb not in {"was", "has"}
        past = self.dated.day is not None and (found.start or "") < self.dated.day.isoformat()
        bare = found.precision == "day" and not any(char.isdigit() for char in self.text[slice(*found.span)])
        return told and past and bare and claim is not None and verb != claim.lemma.partition(" ")[0]

    def _according(self, source: Quotation | None, words: str) -> str:
        """Whose word it is, unless the words name them."""
        name = self.voices.name(self.id, source.speaker.canonical) if source and source.speaker else None
        known = name is None or bool(terms_of(name) & terms_of(words))
        return "" if known else f", according to {name}"

    def _within(self, span: Span) -> Iterator[Assertion]:
        """Assertions whose predicates stand inside a span."""
        return (claim for claim in self.one.assertions if span[0] <= claim.predicate[0] < span[1])

    def _claim(self, span: Span) -> Assertion | None:
        """The innermost assertion that the date belongs to."""
        own = [claim for claim in self.claims.get(span, ()) if claim.span[0] <= span[0] < claim.span[1]]
        own.sort(key=lambda claim: (claim.span[1] - claim.span[0], claim.predicate))
        whole = [claim for claim in own if claim.kind != "noun" or len(self._without(claim.span, span).split()) >= _WHOLE]
        return next(iter([*whole, *own]), None)

    def _worded(self, found: Date, sentence: Span, claim: Assertion | None, remark: Quotation | None) -> Clause | None:
        if remark is not None and remark.speaker is not None:
            name = self.voices.name(self.id, remark.speaker.canonical) or remark.speaker.canonical
            if " " not in name and re.search(rf"\b{re.escape(name.lower())}\b", self.text[slice(*sentence)]):
                return None  # "officials of the port said": whose is not told by the noun alone
            return said(self.text, remark, name, found.span, self.settings)
        if claim is None and self.one.assertions:
            return None
        if claim is not None and claim.span[0] in self.verbs and claim.span[0] != claim.predicate[0]:
            return None  # "told them so and left on Monday": the subject stands in front
        clause = claim.span if claim and not _hangs(claim) else clause_around(self.text, sentence, found.span)
        return narrated(self.text, (clause, sentence), found.span, claim, self.settings)

    def _without(self, span: Span, hidden: Span) -> str:
        start, end = span
        return f"{self.text[start : max(start, hidden[0])]} {self.text[min(end, hidden[1]) : end]}"


def _hangs(claim: Assertion) -> bool:
    """Whether a clause begins with its verb, what does it standing in front: "damage exceeding the budget"."""
    return claim.kind == "verb" and claim.span[0] == claim.predicate[0] and claim.actor is not None and claim.actor.span[1] <= claim.span[0]
