"""The report: figures of all sets side by side with their floors, then what the checks by passage saw."""

from __future__ import annotations

from typing import Any

from evaluation.entries import Entry
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


def entry(one: Entry) -> str:
    """An entry of a key: who tells it in the dossier, who should, and what stands there instead."""
    parts = [", ".join(one.told), f"not by {', '.join(one.missed)}" if one.missed else ""]
    parts.append(f"there: {', '.join(one.instead)}" if one.instead else "")
    return f"{'told  ' if one.found else 'MISSED'} {one.what} ({'; '.join(filter(None, parts))})"


def counted(scores: dict[str, dict[str, Any]]) -> str:
    """What the scorer counted of facts, a line a set: found of the gold's, and how many disputes were reported at all."""
    lines = ["places where reports differ"]
    for name, of in scores.items():
        kinds = ", ".join(f"{kind} {found} of {size}" for kind, (found, size) in of["found_by_kind"].items())
        (right, met), (false, agree) = of["kind_right"], of["false_disputes"]
        lines.append(f"  {name}: {kinds}")
        lines.append(
            f"    kind right {right} of {met} met, {false} of {agree} agreements disputed, {of['reported_disputes']} disputes reported"
        )
    return "\n".join(lines)


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
    lines += listed("not among the single facts", [f"{one.article}: {one.what}" for one in passages.single if not one.found])
    lines += listed("timeline", [entry(one) for one in passages.timeline]) + listed("positions", [entry(one) for one in passages.positions])
    if brief := passages.brief:
        lines += [f"  brief: {brief.sentences} sentences"]
        lines += listed("without evidence", list(brief.bare)) + listed("with evidence outside the reports", list(brief.astray))
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
