"""Each sentence of a brief held against its evidence: every content word, name, number and day must stand there, quotations to the letter.

What is denied or only possible in the evidence must not be told as fact, nor the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from ...annotate.dates import find_dates
from ...annotate.folding import fold
from ...records import BriefEvidence, BriefSentence, Date, Dossier, Record
from ..lexicon import lexicon
from .drafts import Draft, joined

_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*(?:[’'][^\W_]+)*")
_QUOTED = re.compile('“([^“”]*)”|"([^"]*)"')
_LETTERS = re.compile(r"[\W_]+")
_NOT = "not"
_REACH = 3
"""Content words behind a negation or a "could" that it governs."""
_DENIED = "not n't never no nor neither without hardly cannot fail refuse deny denied decline declined".split()
_UNREAL = (
    "could may might would if reportedly allegedly alleged expected plans planned likely unlikely possibly perhaps should must".split()
)


class Problem(Record, frozen=True):
    """What speaks against a sentence."""

    what: str
    """A clause: "“bought” does not stand in its evidence"."""


class Witness:
    """Checks sentences against the articles of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._articles = {article.id: article for article in dossier.articles}

    def borne(self, drafts: Iterable[Draft]) -> tuple[BriefSentence, ...]:
        """The sentences that their evidence bears, no text twice."""
        kept = {draft.text: draft for draft in reversed(list(drafts)) if not self.problems(draft)}
        return tuple(
            BriefSentence(text=draft.text, evidence=tuple(map(self._bare, draft.evidence))) for draft in reversed(list(kept.values()))
        )

    def problems(self, draft: Draft) -> list[Problem]:
        """What speaks against a sentence; empty: nothing."""
        texts = [text for one in draft.evidence if (text := self._text(one))]
        if not texts or len(texts) < len(draft.evidence):
            return [Problem("it has no evidence" if not draft.evidence else "its evidence stands nowhere")]
        own = " ".join(draft.own)
        told = draft.text
        problems = [Problem(f"the words “{words}” are quoted otherwise") for words in _quotations(told) if not _verbatim(words, texts)]
        dates = find_dates(told, [(0, len(told))], None)
        there = [(d.start, d.end) for one in draft.evidence for d in self._dates(one)]
        kept = list(told)
        for found in dates:
            words = told[slice(*found.span)]
            if found.start is not None and (_within(found, there) or words in own):
                kept[found.span[0] : found.span[1]] = " " * len(words)
        problems += self._unknown("".join(kept), own, texts)
        return problems or [*_turned(told, own, texts)]

    def _unknown(self, told: str, own: str, texts: Sequence[str]) -> list[Problem]:
        bases = {base for text in [*texts, own] for base in _bases(text)}
        missing = [word for word in _WORD.findall(told) if not _known(word, bases)]
        return [Problem(f"“{word}” does not stand in its evidence") for word in dict.fromkeys(missing)]

    def _text(self, one: BriefEvidence) -> str:
        article = self._articles.get(one.article)
        return article.text[one.start : one.end] if article and 0 <= one.start < one.end <= len(article.text) else ""

    def _bare(self, one: BriefEvidence) -> BriefEvidence:
        """Evidence without the blanks at its ends, unless it is nothing but blanks."""
        words = self._text(one)
        start = one.start + len(words) - len(words.lstrip())
        return replace(one, start=start, end=start + len(words.strip())) if words.strip() else one

    def _dates(self, one: BriefEvidence) -> tuple[Date, ...]:
        article = self._articles[one.article]
        return find_dates(article.text, [(one.start, one.end)], article.published if article.published_doubt is None else None)


def _quotations(text: str) -> Iterator[str]:
    for match in _QUOTED.finditer(text):
        yield match[1] if match[1] is not None else match[2]


def _verbatim(words: str, texts: Iterable[str]) -> bool:
    """Whether the words stand in one of the texts in this order with nothing between; marks and spaces aside."""
    sought = f" {_letters(words)} "
    return not sought.strip() or any(sought in f" {_letters(text)} " for text in texts)


def _letters(text: str) -> str:
    return _LETTERS.sub(" ", fold(text)).strip()


def _within(found: Date, there: Iterable[tuple[str | None, str | None]]) -> bool:
    """Whether a day told is one of the days there, or a stretch that holds one of them or begins with it."""
    first, last = found.start or "", found.end or found.start or ""
    return any(start is not None and (start == first or first <= start <= (end or start) <= last) for start, end in there)


def _bases(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        yield from _forms(word)


@cache
def _forms(word: str) -> tuple[str, ...]:
    """What a word counts as: its base form, its parts, its number."""
    plain = re.sub(r"[’']s?$", "", fold(word))
    number = lexicon().numbers.get(plain)
    return (plain, lexicon().lemma(plain), *([str(number)] if number is not None else []), plain.replace(",", ""))


def _known(word: str, bases: set[str]) -> bool:
    plain = fold(word)
    return plain in lexicon().function or plain in _FRAME or any(form in bases for form in _forms(word))


_FRAME = frozenset("on in at the of that and or to by for said".split())
"""Words that the brief may put in anywhere."""


def _turned(told: str, own: str, texts: Sequence[str]) -> Iterator[Problem]:
    """Words that are denied or only possible on one side alone."""
    supplied = set(_bases(own))
    for cues, what in ((frozenset(_DENIED), "denied"), (frozenset(_UNREAL), "only possible")):
        here, flat_here = _governed(told, cues)
        there, flat_there = set[str](), set[str]()
        for text in texts:
            marked, flat = _governed(text, cues)
            there |= marked
            flat_there |= flat
        for word in sorted((here - there - supplied) & flat_there):
            yield Problem(f"“{word}” is {what} here and not in its evidence")
        for word in sorted((flat_here - flat_there - supplied) & there):
            yield Problem(f"“{word}” is {what} in its evidence and not here")


def _governed(text: str, cues: frozenset[str]) -> tuple[set[str], set[str]]:
    """Base forms of content words that stand behind a cue, and of those that stand without one."""
    marked: set[str] = set()
    flat: set[str] = set()
    left = 0
    for match in re.finditer(r"[^\W_]+(?:[’'][^\W_]+)*|[.;:!?]", text):
        word = fold(match.group())
        if (word in cues and match.group() != "May") or (_NOT in cues and word.endswith(("n't", "n’t"))):
            left = _REACH
        elif not word[0].isalnum():
            left = 0
        elif word not in lexicon().function and not match.group()[0].isupper():
            (marked if left else flat).add(lexicon().lemma(re.sub(r"[’']s?$", "", word)))
            left = max(0, left - 1)
    return marked, flat


def sentence_of(draft: Draft) -> BriefSentence:
    """A draft as a sentence of the brief."""
    return BriefSentence(text=draft.text, evidence=joined(draft.evidence))
