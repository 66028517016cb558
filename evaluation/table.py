"""The report: figures of all sets side by side with their floors, then what the checks by passage saw."""

from __future__ import annotations

from evaluation.figures import TITLES
from evaluation.floors import Baseline, Figures
from evaluation.passages import Passages

CELL = 20


def cell(value: float | None, floor: float | None) -> str:
    """ "97.6 ≥ 97", "91.0 < 92 BROKEN", "88.1" without a floor, "–" without a figure."""
    if value is None:
        return "–" if floor is None else f"–   floor {floor:g}"
    if floor is None:
        return f"{value:5.1f}"
    return f"{value:5.1f} ≥ {floor:g}" if value >= floor else f"{value:5.1f} < {floor:g} BROKEN"


def table(measured: Figures, baseline: Baseline) -> str:
    """One row a figure, one column a set."""
    width = max(map(len, TITLES.values())) + 2
    lines = [" " * width + "".join(f"{name:<{CELL}}" for name in measured).rstrip()]
    for figure, title in TITLES.items():
        cells = []
        for name, figures in measured.items():
            pinned = baseline.sets.get(name)
            cells.append(cell(figures.get(figure), pinned.floors.get(figure) if pinned else None))
        if any(text != "–" for text in cells):
            lines.append(f"{title:<{width}}" + "".join(f"{text:<{CELL}}" for text in cells).rstrip())
    return "\n".join(lines)


def listed(title: str, entries: list[str]) -> list[str]:
    """A titled list, or nothing where there are no entries."""
    return [f"  {title}", *(f"    {entry}" for entry in entries)] if entries else []


def details(name: str, passages: Passages) -> str:
    """What the checks by passage saw in one set."""
    altered = [
        f"{'told  ' if one.told else 'MISSED'} {one.utterance} in {one.article}: {one.relation or 'no rendition'}"
        + (f"; {' · '.join(one.kinds)}" if one.kinds else "")
        + (f" (wanted: {one.wanted})" if one.wanted and not one.told else "")
        for one in passages.altered
    ]
    only = [f"{'told  ' if one.found else 'MISSED'} {one.article}: {one.what}" for one in passages.only_in_one]
    lines = [name, *listed("altered inside quotation marks", altered), *listed("in one report only", only)]
    if roots := passages.roots:
        lines.append(f"  independent sources: {roots.count} confirmed ({', '.join(roots.confirmed) or 'none named'})")
        lines.append(f"    wanted: {', '.join(roots.wanted)}; possible besides: {', '.join(roots.possible) or 'none'}")
    lines += listed("edges missing", list(passages.edges.missing))
    lines += listed("edges too many", list(passages.edges.extra))
    lines += listed("occasions merged", list(passages.merged_occasions))
    lines += listed("not read", [f"{head.article}: {head.what}" for head in passages.heads if not head.found])
    lines += listed("quoted out of page furniture", list(passages.furniture_quoted))
    lines += listed("texts missing or changed", list(passages.texts_changed))
    return "\n".join(lines)
