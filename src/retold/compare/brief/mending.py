"""Changes to a sentence that leave its sense as it is, noted by their places in the article and carried out together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...records import BriefEvidence, Record, Span
from ..lexicon import lexicon

_SPACES = re.compile(r"\s+")
_BEFORE_POINT = re.compile(r"\s+([,.;:!?])")
_LOOSE_MARK = re.compile(r"(?<=“) +| +(?=”)")
_STRAIGHT = re.compile(r"\"([^\"“”]*)\"")

_SHORT, _LONG = 4, 8
"""Letters of a first word in capitals from which it may, and from which it must be no abbreviation."""


class Edit(Record, frozen=True, kw_only=True):
    """Words of a sentence and what takes their place."""

    span: Span
    words: str = ""
    because: tuple[BriefEvidence, ...] = ()
    """Passages elsewhere that bear the new words."""


def mended(text: str, sentence: Span, edits: Iterable[Edit]) -> str:
    """The sentence on one line with all edits; of two that overlap the first one given wins."""
    kept: list[Edit] = []
    for edit in edits:
        if not any(edit.span[0] < other.span[1] and other.span[0] < edit.span[1] for other in kept):
            kept.append(edit)
    pieces, at = [], sentence[0]
    for edit in sorted(kept, key=lambda one: one.span):
        pieces += [text[at : edit.span[0]], edit.words]
        at = edit.span[1]
    words = _SPACES.sub(" ", "".join([*pieces, text[at : sentence[1]]])).strip()
    words = _BEFORE_POINT.sub(r"\1", words).replace(",,", ",")
    first = words.split(" ", 1)[0]
    if len(first) > 1 and first.isupper() and first.lower() in lexicon().classes["preposition"] | lexicon().classes["article"]:
        words = first.lower() + words[len(first) :]
    elif _is_shouted(first, text):
        words = first.capitalize() + words[len(first) :]
    return capital(_LOOSE_MARK.sub("", _STRAIGHT.sub(r"“\1”", words)))


def _is_shouted(word: str, text: str) -> bool:
    """Whether the capitals of a first word are those of a lead, and not of an abbreviation."""
    if len(word) < _SHORT or not (word.isalpha() and word.isupper()):
        return False
    return len(word) >= _LONG or re.search(rf"\b(?:{word.lower()}|{word.capitalize()})\b", text) is not None


def capital(words: str) -> str:
    """With a capital at the beginning, behind an opening mark too."""
    at = next((n for n, char in enumerate(words) if char.isalnum()), None)
    return words if at is None else words[:at] + words[at].upper() + words[at + 1 :]


def bare(text: str, quoted: Iterable[Span], sentence: Span) -> str:
    """A sentence with everything in quotation marks blanked, each character at its place."""
    words = list(text[slice(*sentence)])
    for start, end in quoted:
        for at in range(max(start, sentence[0]), min(end, sentence[1])):
            words[at - sentence[0]] = "\x00"
    return "".join(words)
