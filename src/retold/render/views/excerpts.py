"""Words of an article cut to what a reader needs: the altered places with a little around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...records import Record, Span

_AROUND = 45  # characters kept beside an altered place
_LEAST = 25  # characters; a shorter gap is not worth an ellipsis


class Excerpt(Record, frozen=True, kw_only=True):
    """A stretch of words, altered or not."""

    text: str
    altered: bool


def excerpt(text: str, spans: Sequence[Span], altered: Sequence[Span], *, shorten: bool = True) -> tuple[Excerpt, ...]:
    """The words of ``spans``, those of ``altered`` told apart; with ``shorten`` long stretches between altered places are cut to "…".

    Spans, between which the article interrupts, are joined by "” … “"; white space is folded.
    """
    parts: list[Excerpt] = []
    for number, span in enumerate(spans):
        if number:
            parts.append(Excerpt(text="” … “", altered=False))
        stretches = list(_stretches(span, altered))
        for i, (part, is_altered) in enumerate(stretches):
            words = _fold(text[part[0] : part[1]])
            if not is_altered and shorten:
                words = _cut(words, i > 0, i < len(stretches) - 1)
            parts.append(Excerpt(text=words, altered=is_altered))
    return tuple(parts)


def one_line(text: str, width: int) -> str:
    """Text on one line of at most ``width`` characters, cut at a word with "…"."""
    words = " ".join(text.split())
    if len(words) <= width:
        return words
    return words[: max(1, width - 1)].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _stretches(span: Span, altered: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    at = span[0]
    for start, end in sorted(altered):
        a, b = max(start, at), min(end, span[1])
        if a >= b:
            continue
        if at < a:
            yield (at, a), False
        yield (a, b), True
        at = b
    if at < span[1]:
        yield (at, span[1]), False


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
    head = words[:_AROUND].rsplit(" ", 1)[0] if behind else ""
    tail = words[-_AROUND:].split(" ", 1)[-1] if before else ""
    return f"{head} … {tail}" if behind else f"… {tail}" if before else head
