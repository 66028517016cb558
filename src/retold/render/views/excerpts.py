"""Words of a rendition cut to what a reader needs: the altered places with a little around them."""

from __future__ import annotations

from collections.abc import Sequence

from ...records import Record
from .runs import Run

_AROUND = 45  # characters kept beside an altered place
_LEAST = 25  # characters; a shorter gap is not worth an ellipsis
_INTERRUPTED = "” … “"
OMITTED = "…"
"""Stands, marked as altered, where words were left out."""


class Excerpt(Record, frozen=True, kw_only=True):
    """A stretch of words, altered or not."""

    text: str
    altered: bool


def excerpt(runs: Sequence[Run], *, shorten: bool = True) -> tuple[Excerpt, ...]:
    """The words of the runs, those altered told apart; with ``shorten`` long stretches between altered places are cut to "…".

    Where the article interrupts, "” … “" stands; where words were left out beside unaltered ones, ``OMITTED``. White space is folded.
    """
    telling = [run for number, run in enumerate(runs) if run.state != "omitted" or _alone(runs, number)]
    parts: list[Excerpt] = []
    for number, run in enumerate(telling):
        if run.state == "gap":
            parts.append(Excerpt(text=_INTERRUPTED, altered=False))
        elif run.state == "omitted":
            _space(parts)
            parts.append(Excerpt(text=OMITTED, altered=True))
        elif run.state == "same":
            words = _fold(run.text)
            if number and telling[number - 1].state == "omitted" and words[:1].isalnum():
                words = " " + words
            parts.append(Excerpt(text=_cut(words, *_beside(telling, number)) if shorten else words, altered=False))
        else:
            parts += _marked(_fold(run.text))
    return tuple(part for part in parts if part.text)


def one_line(text: str, width: int) -> str:
    """Text on one line of at most ``width`` characters, cut at a word with "…"."""
    words = " ".join(text.split())
    if len(words) <= width:
        return words
    return words[: max(1, width - 1)].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _alone(runs: Sequence[Run], number: int) -> bool:
    """Whether words left out stand between unaltered ones: beside others an alteration is marked already."""
    return 0 < number < len(runs) - 1 and all(runs[at].state == "same" for at in (number - 1, number + 1))


def _space(parts: list[Excerpt]) -> None:
    if parts and not parts[-1].text[-1:].isspace():
        parts.append(Excerpt(text=" ", altered=False))


def _marked(words: str) -> list[Excerpt]:
    """Altered words, the blanks at their ends left out of the mark."""
    bare = words.strip()
    ends = (" " if words[:1].isspace() else "", " " if words[-1:].isspace() and bare else "")
    parts = (Excerpt(text=ends[0], altered=False), Excerpt(text=bare, altered=True), Excerpt(text=ends[1], altered=False))
    return [part for part in parts if part.text]


def _beside(runs: Sequence[Run], number: int) -> tuple[bool, bool]:
    """Whether an altered place stands before a run, and one behind it, with no interruption between."""
    before = number > 0 and runs[number - 1].state != "gap"
    return before, number < len(runs) - 1 and runs[number + 1].state != "gap"


def _fold(text: str) -> str:
    folded = " ".join(text.split())
    return (" " if text[:1].isspace() else "") + folded + (" " if text[-1:].isspace() and folded else "")


def _cut(words: str, behind: bool, before: bool) -> str:
    """Keep what stands beside altered places: the head where one stands behind it, the tail where one follows."""
    if not behind and not before:
        return words if len(words) <= 4 * _AROUND else one_line(words, 3 * _AROUND)
    room = _AROUND * (behind + before)
    if len(words) <= room + _LEAST:
        return words
    head = words[:_AROUND].rsplit(" ", 1)[0] + " " if behind else ""
    tail = " " + words[-_AROUND:].split(" ", 1)[-1] if before else ""
    return f"{head}…{tail}"
