"""The simulator's tables: by severity and size, by operation, and beside the baselines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from evaluation.traditions.operations import OPERATIONS
from evaluation.traditions.run import Outcome
from evaluation.traditions.scores import f1, figures, percent

CELL = 26
WIDTH = 42

Reader = Literal["edges", "arrows", "direction", "decided", "kind", "outside", "roots", "pairs", "relation3", "changed"]
ROWS: dict[Reader, str] = {
    "edges": "edges, whatever their direction (F1)",
    "arrows": "edges with their direction (F1)",
    "direction": "directions that are stated: right",
    "decided": "edges found whose direction is stated",
    "kind": "kind, where the direction is right",
    "outside": "reports with a lost source (F1)",
    "roots": "independent sources, their number",
    "pairs": "remarks, pairs (F1)",
    "relation3": "relations in three (mean)",
    "changed": "changed remarks told",
}


def tables(outcomes: Mapping[str, Outcome]) -> str:
    """All tables; one column for each severity."""
    head = " " * WIDTH + "".join(f"{name:<{CELL}}" for name in outcomes).rstrip()
    sizes = list(next(iter(outcomes.values())).sizes)
    parts = ["\n".join([head, *(line for size in sizes for line in _by_size(outcomes, size))])]
    parts += [
        "\n".join(["by operation: edges found (of how many); their directions right (of those stated)", head, *_by_operation(outcomes)])
    ]
    parts += [
        "\n".join(
            ["baselines: edges as a near-duplicate finder has them (F1); directions right when given the true links", *_baselines(outcomes)]
        )
    ]
    return "\n\n".join(parts)


def _by_size(outcomes: Mapping[str, Outcome], size: int) -> list[str]:
    by_column = [figures(one.sizes[size]) for one in outcomes.values()]
    lines = [f"{size} reports"]
    for key, title in ROWS.items():
        cells = "".join(f"{_number(of.get(key)):<{CELL}}" for of in by_column)
        lines.append(f"  {title:<{WIDTH - 2}}{cells}".rstrip())
    return lines


def _by_operation(outcomes: Mapping[str, Outcome]) -> list[str]:
    lines = []
    for operation in (*OPERATIONS, "siblings"):
        cells = []
        for one in outcomes.values():
            of = one.total
            found = f"{_number(percent(of[f'found.{operation}'], of[f'gold.{operation}']))} ({of[f'gold.{operation}']})"
            right = f"{_number(percent(of[f'right.{operation}'], of[f'directed.{operation}']))} ({of[f'directed.{operation}']})"
            cells.append(found if operation == "siblings" else f"{found}; {right}")
        lines.append(f"  {operation:<{WIDTH - 2}}" + "".join(f"{cell:<{CELL}}" for cell in cells).rstrip())
    return lines


def _baselines(outcomes: Mapping[str, Outcome]) -> list[str]:
    lines = []
    for name in next(iter(outcomes.values())).baselines:
        every = [one.baselines[name] for one in outcomes.values()]
        cells = [f"{_number(f1(of['found'], of['false'], of['gold']))}; {_number(percent(of['given.right'], of['given']))}" for of in every]
        lines.append(f"  {name:<{WIDTH - 2}}" + "".join(f"{cell:<{CELL}}" for cell in cells).rstrip())
    return lines


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"
