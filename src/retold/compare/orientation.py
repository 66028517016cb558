"""Which of two kindred articles gave and which took: the signs that tell, each with a weight and passages to check it by.

Weights are natural logarithms of odds, kept low, so that it takes two signs or a strong one to state a direction: an interview
of its own is strong; lost details and altered quotations count as often as they occur; time only tips a balance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from math import sqrt

from ..records import Evidence, Record, Span
from ..settings import DerivationSettings
from .credits import sentences_near
from .passages import Passages
from .pieces import Piece
from .reports import Reports

_BRACKETS = re.compile(r"[(\[][^)\]]{1,40}[)\]]")
_CONTRACTION = re.compile(r"\w[’'](?:re|ve|ll|d|m|t|s)\b")
_WORDS = 24
"""Words of a quotation that are shown."""
_SHOWN = 4
"""Passages shown for one sign; more would not be looked at."""


class Sign(Record, frozen=True):
    """One reason to believe that ``to`` was made from ``from_``."""

    weight: float
    """Natural logarithm of the odds; 0: worth showing, but telling no direction."""
    evidence: Evidence


def signs(reports: Reports, from_: str, to: str, settings: DerivationSettings) -> tuple[Sign, ...]:
    """Return the signs for ``from_`` → ``to``; those for the opposite direction are had by exchanging the two."""
    found = (
        *_own_interview(reports, from_, to, settings),
        *_lost_details(reports, from_, to, settings),
        *_altered(reports, from_, to, settings),
    )
    return (*found, *_wholly_contained(reports, from_, to, settings), *_earlier(reports, from_, to, settings))


def _own_interview(reports: Reports, from_: str, to: str, settings: DerivationSettings) -> Iterator[Sign]:
    """``from_`` says that the remark was made to it, ``to`` does not say to whom."""
    shared = reports.kin[to, from_].explained
    article = reports.annotated[from_].article
    places = [mention.span for mention in reports.credits[from_].own if mention.how == "told" and mention.span]
    told = [span for span in places if sentences_near(reports.passages[from_], article.text, span) & shared]
    if not told or any(mention.how == "told" for mention in reports.credits[to].own):
        return
    name = reports.name(from_)
    words = f"{name} reports it as told to itself: “{reports.text(from_, told[0])}”; {reports.name(to)} has no such interview"
    yield Sign(weight=settings.weight_interview, evidence=Evidence(what="credit", text=words, from_spans=tuple(told[:_SHOWN])))


def _lost_details(reports: Reports, from_: str, to: str, settings: DerivationSettings) -> Iterator[Sign]:
    """Numbers, names and dates that the other side's whole text lacks: a rewriter loses more of them than it adds.

    Of a text carried in the same words neither this nor its length tells a direction: one that was cut looks like that, whoever
    carried it first.
    """
    kin = reports.kin[from_, to]
    if kin.verbatim >= settings.near_copy:
        return
    here, there = reports.passages[from_], reports.passages[to]
    lost = _only_here(kin.ordered, here, there)
    added = _only_here(tuple((j, i) for i, j in kin.ordered), there, here)
    n, m = sum(len(words) for _, _, words in lost), sum(len(words) for _, _, words in added)
    surplus = (n - m) / sqrt(n + m) if n > m else 0.0
    if n < settings.lost_details or surplus < 1.0:
        return
    words = ", ".join(sorted({word for _, _, words in lost for word in words})[:6])
    text = f"{n} details of the sentences in common are missing from {reports.name(to)} ({words}), {m} are new there"
    spans = [(here.sentences[i].span, there.sentences[j].span) for i, j, _ in lost[:_SHOWN]]
    evidence = Evidence(what="details", text=text, from_spans=_unique(a for a, _ in spans), to_spans=_unique(b for _, b in spans))
    yield Sign(weight=min(settings.weight_most, surplus), evidence=evidence)


def _only_here(pairs: Iterable[tuple[int, int]], here: Passages, there: Passages) -> list[tuple[int, int, frozenset[str]]]:
    found = [(i, j, here.sentences[i].details - there.words) for i, j in pairs]
    return [entry for entry in found if entry[2]]


def _altered(reports: Reports, from_: str, to: str, settings: DerivationSettings) -> Iterator[Sign]:
    """Quotations that read as an editor left them in ``to``: smoothed, spelled out, with words gone from within."""
    changed: list[tuple[int, Piece, Piece]] = []
    for here, there in reports.shared.get((from_, to), ()):
        for piece in there:
            original = max(here, key=lambda one: (_common(one, piece), one.spans))
            if not _same_words(original.text, piece.text):
                changed.append((_smoothed(original.text, piece.text), original, piece))
    if changed:
        changed.sort(key=lambda entry: (-entry[0], -len(entry[1].text), entry[2].spans))
        _, original, piece = changed[0]
        quoted = [" … ".join(reports.text(one.article, span) for span in one.spans) for one in (original, piece)]
        before, after = _beside(quoted[0], quoted[1])
        text = f"altered words inside quotation marks: “{before}” became “{after}”"
        evidence = Evidence(
            what="altered",
            text=text,
            from_spans=_unique(span for _, one, _ in changed[:_SHOWN] for span in one.spans),
            to_spans=_unique(span for _, _, one in changed[:_SHOWN] for span in one.spans),
        )
        yield Sign(weight=min(settings.weight_most, sum(entry[0] for entry in changed) * settings.weight_altered), evidence=evidence)


def _same_words(one: str, other: str) -> bool:
    """Return whether one is a part of the other, marks and capitals aside; fragments too short to tell count as such."""
    words = [" ".join(_tokens(text)) for text in (one, other)]
    return words[0] in words[1] or words[1] in words[0] or min(len(text.split()) for text in words) < 5


def _smoothed(original: str, altered: str) -> int:
    """Count what an editor does to words and a transcriber does not: resolve brackets and contractions, drop words within."""
    before, after = _tokens(original), _tokens(altered)
    resolved = _BRACKETS.search(original) and not _BRACKETS.search(altered)
    spelled_out = len(_CONTRACTION.findall(original)) > len(_CONTRACTION.findall(altered))
    cut = _subsequence(after, before) and " ".join(after) not in " ".join(before) and "…" not in altered and "..." not in altered
    return sum(map(bool, (resolved, spelled_out, cut)))


def _wholly_contained(reports: Reports, from_: str, to: str, settings: DerivationSettings) -> Iterator[Sign]:
    """A much shorter text of which nearly nothing is its own; weak, since a text may also be expanded."""
    kin, back = reports.kin[from_, to], reports.kin[to, from_]
    shorter = kin.length < settings.contained and back.share < settings.contained
    if kin.share >= settings.contained and shorter and kin.verbatim < settings.near_copy:
        text = f"{kin.share:.0%} of {reports.name(to)} stands in {reports.name(from_)}, and {back.share:.0%} the other way round"
        yield Sign(weight=settings.weight_contained, evidence=Evidence(what="details", text=text))


def _earlier(reports: Reports, from_: str, to: str, settings: DerivationSettings) -> Iterator[Sign]:
    a, b = (reports.annotated[article].article for article in (from_, to))
    if a.published and b.published and not (a.published_doubt or b.published_doubt) and _before(a.published, b.published):
        text = f"{reports.name(from_)} is dated {a.published}, {reports.name(to)} {b.published}"
        yield Sign(weight=settings.weight_time, evidence=Evidence(what="time", text=text))


def _before(one: str, other: str) -> bool:
    """Return whether one ISO date or date-time lies before another, by days where either has no time."""
    if len(one) > 10 and len(other) > 10:
        try:
            first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
        except ValueError:
            return one[:10] < other[:10]
        if (first.tzinfo is None) == (second.tzinfo is None):
            return first < second
    return one[:10] < other[:10]


def _common(one: Piece, other: Piece) -> int:
    return len(set(_tokens(one.text)) & set(_tokens(other.text)))


def _tokens(text: str) -> list[str]:
    """Words in lower case; an apostrophe is one however it is typed, and a mark around words is none."""
    words = (word.strip("'") for word in re.findall(r"[\w’']+", text.lower().replace("’", "'")))
    return [word for word in words if word]


def _subsequence(short: list[str], long: list[str]) -> bool:
    words = iter(long)
    return all(word in words for word in short)


def _short(text: str) -> str:
    pieces = text.split()
    return " ".join(pieces) if len(pieces) <= _WORDS else " ".join(pieces[:_WORDS]) + " …"


def _beside(one: str, other: str) -> tuple[str, str]:
    """Two texts cut alike, so that the first word in which they differ is shown."""
    pieces = one.split(), other.split()
    same = next((n for n, (a, b) in enumerate(zip(*pieces, strict=False)) if _tokens(a) != _tokens(b)), min(map(len, pieces)))
    start = max(0, same - _WORDS // 2)
    before, after = ("… " * bool(start) + _short(" ".join(listed[start:])) for listed in pieces)
    return before, after


def _unique(spans: Iterator[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans)))
