"""A rendition's words cut into runs: what is as in the base, what differs, what was left out and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Literal

from ...records import Record, Rendition, Span, Variant

RunState = Literal["same", "changed", "added", "moved", "omitted", "gap"]

_SEVERITY = {"yes": 2, "maybe": 1, "no": 0}
_STATES: dict[str, RunState] = {"substitution": "changed", "addition": "added", "transposition": "moved"}
_WORD = re.compile(r"\w+")
_POINTS = re.compile(r"[^\w\s]*")
_BLANK = re.compile(r"\s+")


class Run(Record, frozen=True):
    """Words in a row that stand alike to the base."""

    text: str
    """The rendition's words; the base's for "omitted"; empty for "gap"."""
    state: RunState
    """"gap": the article interrupts the quotation here."""
    variant: Variant | None = None
    instead: str = ""
    """The base's words for "changed" and "moved"."""


class Words(Record, frozen=True):
    """An article's text with the spans of one rendition in it."""

    text: str
    spans: tuple[Span, ...]


def plain(words: Words) -> str:
    """The words of the spans on one line, interruptions shown as an ellipsis."""
    return " … ".join(piece for span in words.spans if (piece := one_line(words.text[slice(*span)])))


def one_line(text: str) -> str:
    """Runs of blank characters made one space."""
    return _BLANK.sub(" ", text).strip()


def rendition_runs(base: Words, here: Words, variants: Sequence[Variant]) -> tuple[Run, ...]:
    """The rendition's words in order; joined without "omitted" runs they are the words of its spans."""
    telling = [v for v in variants if not is_typography(v)]
    shown = sorted((v for v in telling if v.here is not None), key=lambda v: -_SEVERITY[v.changes_meaning])
    gaps = _gaps(base, here, telling, variants)
    runs: list[Run] = []
    for number, (start, end) in enumerate(here.spans):
        if number:
            runs.append(Run(text="", state="gap"))
        last = number == len(here.spans) - 1
        inside = [gap for gap in gaps if gap[0] <= end or last]
        gaps = gaps[len(inside) :]
        runs += _span_runs(base.text, here.text, (start, end), shown, inside)
    return tuple(runs)


def is_typography(variant: Variant) -> bool:
    """Whether nobody would hear the difference: marks, capitals, dashes. Such variants are not shown."""
    return variant.of == "typography" and variant.changes_meaning == "no"


def base_runs(base: Words, renditions: Iterable[Rendition]) -> tuple[Run, ...]:
    """The base's words, those that some rendition alters marked "changed" with the gravest variant."""
    touched = [v for r in renditions for v in r.variants if v.base is not None and _SEVERITY[v.changes_meaning]]
    mirrored = sorted((_mirror(v) for v in touched), key=lambda v: -_SEVERITY[v.changes_meaning])
    runs: list[Run] = []
    for number, span in enumerate(base.spans):
        if number:
            runs.append(Run(text="", state="gap"))
        runs += _span_runs("", base.text, span, mirrored, [])
    return tuple(runs)


def _mirror(variant: Variant) -> Variant:
    return Variant(
        kind="substitution", of=variant.of, changes_meaning=variant.changes_meaning, base=None, here=variant.base, note=variant.note
    )


def _span_runs(base: str, text: str, span: Span, shown: Sequence[Variant], gaps: Sequence[tuple[int, Variant]]) -> list[Run]:
    """Runs of one span; ``shown`` is in order of weight, the first that covers a place wins."""
    start, end = span
    cuts = {start, end} | {min(max(offset, start), end) for offset, _ in gaps}
    for variant in shown:
        cuts |= {offset for offset in variant.here or () if start < offset < end}
    points = sorted(cuts)
    runs: list[Run] = []
    waiting = list(gaps)
    for here, there in zip(points, [*points[1:], end], strict=True):
        while waiting and min(max(waiting[0][0], start), end) <= here:
            variant = waiting.pop(0)[1]
            runs.append(Run(text=_words(base, variant.base), state="omitted", variant=variant))
        if here == there:
            continue
        over = next((v for v in shown if v.here is not None and v.here[0] <= here and there <= v.here[1]), None)
        _append(runs, text[here:there], over, _words(base, over.base) if over else "")
    return runs


def _append(runs: list[Run], text: str, variant: Variant | None, instead: str) -> None:
    """Add words, to the last run if they stand alike."""
    state = _STATES.get(variant.kind, "changed") if variant else "same"
    if runs and runs[-1].state == state and runs[-1].variant is variant:
        runs[-1] = Run(text=runs[-1].text + text, state=state, variant=variant, instead=instead)
    else:
        runs.append(Run(text=text, state=state, variant=variant, instead=instead))


def _words(text: str, span: Span | None) -> str:
    return one_line(text[slice(*span)]) if span else ""


class Placed(Record, frozen=True):
    """A variant with its place on both sides, empty where words were left out or added."""

    variant: Variant
    base: Span
    here: Span


def placed(base: Words, here: Words, variants: Sequence[Variant]) -> tuple[Placed, ...]:
    """The variants that are more than typography, in the order of the rendition."""
    telling = [v for v in variants if not is_typography(v) and (v.base or v.here)]
    if not telling or not base.spans or not here.spans:
        return ()
    anchors = _anchors(base, here, variants)
    back = [(ours, theirs) for theirs, ours in anchors]
    found = []
    for variant in telling:
        theirs = variant.base or _empty(_place(variant.here or (0, 0), back, here, base))
        ours = variant.here or _empty(_place(theirs, anchors, base, here))
        found.append(Placed(variant=variant, base=theirs, here=ours))
    return tuple(sorted(found, key=lambda p: (p.here, p.base)))


def _empty(offset: int) -> Span:
    return offset, offset


def _gaps(base: Words, here: Words, telling: Sequence[Variant], variants: Sequence[Variant]) -> list[tuple[int, Variant]]:
    """Omissions with the place in the rendition where the omitted words would stand, in order; all variants help to find it."""
    left_out = [(v.base, v) for v in telling if v.here is None and v.base is not None]
    if not left_out or not here.spans:
        return []
    anchors = _anchors(base, here, variants)
    placed = [(_place(span, anchors, base, here), span, variant) for span, variant in left_out]
    return [(offset, variant) for offset, _, variant in sorted(placed, key=lambda gap: gap[:2])]


def _place(span: Span, anchors: Sequence[tuple[Span, Span]], base: Words, here: Words) -> int:
    """Behind the last anchor before the omitted words and its punctuation, else ahead of the first one behind them.

    Where only the anchor behind stands in the same piece of the base, ahead of that.
    """
    before = max((pair for pair in anchors if pair[0][1] <= span[0]), default=None)
    behind = min((pair for pair in anchors if pair[0][0] >= span[1]), default=None)
    if before and behind and _piece(base, before[0]) != _piece(base, span) == _piece(base, behind[0]):
        return behind[1][0]
    if before:
        match = _POINTS.match(here.text, before[1][1])
        return match.end() if match else before[1][1]
    return behind[1][0] if behind else here.spans[0][0]


def _piece(words: Words, span: Span) -> int:
    """Which of the spans holds it; -1 for none."""
    return next((number for number, (start, end) in enumerate(words.spans) if start <= span[0] < end), -1)


def _anchors(base: Words, here: Words, variants: Sequence[Variant]) -> list[tuple[Span, Span]]:
    """Places of the same words in both texts.

    The alignment is not recorded, so words outside all variants are lined up again; variants with both sides are anchors too.
    """
    theirs = _loose(base, [v.base for v in variants if v.base])
    ours = _loose(here, [v.here for v in variants if v.here])
    matcher = SequenceMatcher(None, [word for word, _ in theirs], [word for word, _ in ours], autojunk=False)
    blocks = matcher.get_matching_blocks()
    anchors = [(theirs[block.a + step][1], ours[block.b + step][1]) for block in blocks for step in range(block.size)]
    return anchors + [(v.base, v.here) for v in variants if v.base and v.here and v.kind == "substitution"]


def _loose(words: Words, taken: Sequence[Span]) -> list[tuple[str, Span]]:
    """Words outside the taken spans, folded, with their places."""
    found: list[tuple[str, Span]] = []
    for start, end in words.spans:
        for match in _WORD.finditer(words.text, start, end):
            if not any(s < match.end() and match.start() < e for s, e in taken):
                found.append((match.group().casefold(), match.span()))
    return found
