"""Is a quotation right as often as its confidence says? Bands of confidence against the share that is right, as a table."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from evaluation.verdicts import Verdict

EDGES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Limits of the bands; a confidence at a limit belongs to the band above it, 1 to the last."""


class Judged(msgspec.Struct, frozen=True):
    """One quotation that names a speaker."""

    confidence: float
    right: bool
    """Its words are the gold's (as the scorer counts them) and so is its speaker."""


class Band(msgspec.Struct, frozen=True):
    """The quotations of like confidence."""

    low: float
    high: float
    n: int
    confidence: float
    """Mean; 0 to 1."""
    right: float
    """Share; 0 to 1."""


def judged(verdicts: Iterable[Verdict]) -> list[Judged]:
    """Each quotation that names a speaker, once, in order; right where nothing said of it is an error.

    Left out is what can't be judged: quotations without a speaker, for their confidence is in none, and those whose speaker the gold
    describes in words that can't be compared.
    """
    of: dict[tuple[str, str], list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.found is not None and verdict.found.speaker is not None and verdict.found.type != "other":
            of[verdict.story, verdict.found.id].append(verdict)
    kept = [said for said in of.values() if all(verdict.kind != "unclear" for verdict in said)]
    return [Judged(said[0].found.confidence, all(v.kind == "right" for v in said)) for said in kept if said[0].found]


def bands(quotations: Sequence[Judged]) -> list[Band]:
    """The bands that hold a quotation, lowest first."""
    of: dict[int, list[Judged]] = defaultdict(list)
    for one in quotations:
        of[sum(one.confidence >= edge for edge in EDGES[1:-1])].append(one)
    return [
        Band(
            low=EDGES[number],
            high=EDGES[number + 1],
            n=len(here),
            confidence=sum(one.confidence for one in here) / len(here),
            right=sum(one.right for one in here) / len(here),
        )
        for number, here in sorted(of.items())
    ]


def error(found: Sequence[Band]) -> float:
    """Expected calibration error, 0 to 1: how far confidence and the share that is right lie apart, weighted by n (Naeini et al. 2015)."""
    return sum(band.n * abs(band.confidence - band.right) for band in found) / max(1, sum(band.n for band in found))


def calibrated(found: Sequence[Band]) -> float | None:
    """100 where confidence is borne out, less by the calibration error in points; None without quotations."""
    return round(100 * (1 - error(found)), 1) if found else None


def table(columns: Mapping[str, Sequence[Band]]) -> str:
    """One row a band, for each set how many quotations, their mean confidence and how many in a hundred are right."""
    width = max(26, *(len(name) + 2 for name in columns))
    lines = [f"{'confidence':<12}" + "".join(f"{name:<{width}}" for name in columns).rstrip()]
    for low, high in itertools.pairwise(EDGES):
        row = ""
        for found in columns.values():
            band = next((band for band in found if band.low == low), None)
            text = f"{band.n:5} of {100 * band.confidence:3.0f}: {100 * band.right:3.0f} right" if band else "    –"
            row += f"{text:<{width}}"
        lines.append(f"{low:.1f} to {high:.1f}  {row}".rstrip())
    errors = "".join(f"{f'{100 * error(found):5.1f} points':<{width}}" for found in columns.values())
    return "\n".join([*lines, f"{'mean error':<12}{errors}".rstrip()])
