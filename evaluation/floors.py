"""Floors: figures that must hold on the very data they were pinned on."""

from __future__ import annotations

import math
from pathlib import Path

import msgspec

BASELINE = Path(__file__).with_name("baseline.json")

Figures = dict[str, dict[str, float]]
"""Figures by set and name."""


class Pinned(msgspec.Struct, frozen=True):
    """The floors of one set."""

    data: str
    """SHA-256 of the gold's files; another digest means that the figures can't be compared."""
    floors: dict[str, float]
    """Lowest figure allowed, by the figure's name."""


class Baseline(msgspec.Struct, frozen=True):
    """What baseline.json holds."""

    scorer: str | None
    """SHA-256 of the scorer; None: floors were pinned without it."""
    sets: dict[str, Pinned]


def load(path: Path = BASELINE) -> Baseline:
    """Read the floors.

    Raises ``OSError`` where there is no such file, ``msgspec.ValidationError`` where it has another form.
    """
    return msgspec.json.decode(path.read_bytes(), type=Baseline)


def save(baseline: Baseline, path: Path = BASELINE) -> None:
    """Write the floors so that a change shows line by line."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(baseline, order="sorted"), indent=2) + b"\n")


def broken(measured: Figures, digests: dict[str, str], scorer: str | None, baseline: Baseline) -> list[str]:
    """A sentence for every floor that does not hold. Sets that were not measured are not judged.

    Without a scorer only the checks by passage are measured, so the scorer's floors are not judged either.
    """
    faults = []
    if scorer is not None and scorer != baseline.scorer:
        faults.append("the scorer is not the one that the floors were measured with; look at the figures, then pin them anew")
    for name, figures in measured.items():
        pinned = baseline.sets.get(name)
        if pinned is None:
            faults.append(f"{name}: has no floors; pin them")
            continue
        if digests[name] != pinned.data:
            faults.append(f"{name}: the data are not those that the floors were measured on; look at the figures, then pin them anew")
        for figure, floor in pinned.floors.items():
            if figure in figures:
                if figures[figure] < floor:
                    faults.append(f"{name}: {figure} is {figures[figure]:g}, below its floor of {floor:g}")
            elif scorer is not None:
                faults.append(f"{name}: {figure} has a floor of {floor:g} and was not measured")
    return faults


def pin(measured: Figures, digests: dict[str, str], scorer: str | None, baseline: Baseline) -> Baseline:
    """The baseline with the floors of the measured sets at what they reach, rounded down to whole numbers.

    The fraction leaves room for another build of the same model; figures never pinned are pinned too.
    """
    sets = dict(baseline.sets)
    for name, figures in measured.items():
        kept = sets[name].floors if name in sets and scorer is None else {}
        sets[name] = Pinned(data=digests[name], floors={**kept, **{figure: float(math.floor(value)) for figure, value in figures.items()}})
    return Baseline(scorer=scorer or baseline.scorer, sets=sets)
