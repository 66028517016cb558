"""Every figure that is printed and may be pinned: a percentage, higher is better."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from evaluation.passages import Passages, Roots, same_source

TITLES = {
    "quoted.found": "quotations found",
    "quoted.precision": "quotations, precision",
    "quoted.canonical": "speakers by full name",
    "quoted.other": "not speech told apart (F1)",
    "attributed.exact": "attributed, exactly (F1)",
    "attributed.o80": "attributed, four fifths (F1)",
    "attributed.speaker": "and to the right one (F1)",
    "attributed.direct": "direct ones found",
    "attributed.mixed": "mixed ones found",
    "attributed.indirect": "indirect ones found",
    "confidence.calibrated": "confidence borne out",
    "utterances.pairs": "utterances, pairs (F1)",
    "utterances.macro": "utterances, each (F1)",
    "utterances.relation": "relations",
    "utterances.relation3": "relations in three (mean)",
    "utterances.occasions": "no occasions merged",
    "derivation.edges": "edges (F1)",
    "derivation.direction": "edges, direction",
    "derivation.exact": "exactly the gold's edges",
    "derivation.outside": "unseen sources (F1)",
    "derivation.named": "unseen sources by name",
    "derivation.roots": "independent sources",
    "facts.found": "disputes found",
    "facts.numbers": "of number and date",
    "facts.kind": "kinds of disputes",
    "facts.agreed": "agreements not disputed",
    "facts.wording": "differences of wording",
    "traditions.edges": "edges, undirected (F1)",
    "traditions.arrows": "edges, directed (F1)",
    "traditions.direction": "directions stated, right",
    "traditions.decided": "directions stated at all",
    "traditions.kind": "kinds of edges",
    "traditions.copy": "copies found",
    "traditions.rewrite": "rewrites found",
    "traditions.condensed": "condensed ones found",
    "traditions.translated": "translated ones found",
    "traditions.mixed": "parents of mixed found",
    "traditions.siblings": "lost sources' reports joined",
    "traditions.outside": "lost sources (F1)",
    "traditions.roots": "number of roots",
    "traditions.pairs": "remarks, pairs (F1)",
    "traditions.relation3": "remarks, relations in three",
    "traditions.changed": "changed remarks told",
    "judged.disputes": "disputes judged real",
    "judged.single": "single facts judged so",
    "judged.wording": "wording worth a reader",
    "judged.timeline": "events judged right",
    "judged.positions": "positions judged right",
    "judged.brief": "sentences judged true",
    "passages.altered": "alterations told",
    "passages.only": "only in one report",
    "passages.single": "of these, single facts",
    "timeline.told": "timeline, events told",
    "timeline.whole": "by all who tell them",
    "positions.told": "positions told",
    "positions.whole": "by all who tell them so",
    "brief.evidence": "brief, all with evidence",
    "passages.furniture": "no quotation of furniture",
    "passages.marked": "furniture marked",
    "passages.heads": "outlets and dates read",
    "passages.texts": "texts untouched",
}
"""Figures by key, in the order of the table."""

_SCORES: dict[str, tuple[str, Callable[[dict[str, Any]], float | None]]] = {
    "quoted.found": ("quoted", lambda s: s["found"]),
    "quoted.precision": ("quoted", lambda s: s["precision"]),
    "quoted.canonical": ("quoted", lambda s: s["canonical_accuracy"]),
    "quoted.other": ("quoted", lambda s: s["other"]["f1"]),
    "attributed.exact": ("quotations", lambda s: s["exact"]["f1"]),
    "attributed.o80": ("quotations", lambda s: s["o80"]["f1"]),
    "attributed.speaker": ("quotations", lambda s: s["speaker"]["f1"]),
    "attributed.direct": ("quotations", lambda s: s["o80_recall_by_type"].get("direct")),
    "attributed.mixed": ("quotations", lambda s: s["o80_recall_by_type"].get("mixed")),
    "attributed.indirect": ("quotations", lambda s: s["o80_recall_by_type"].get("indirect")),
    "utterances.pairs": ("utterances", lambda s: s["pairs"]["f1"]),
    "utterances.macro": ("utterances", lambda s: s["macro_f1"]),
    "utterances.relation": ("utterances", lambda s: s["relation_accuracy"]),
    "utterances.relation3": ("utterances", lambda s: s["relation3_mean"]),
    "derivation.edges": ("derivation", lambda s: s["edges"]["f1"]),
    "derivation.direction": ("derivation", lambda s: s["direction_accuracy"]),
    "derivation.outside": ("derivation", lambda s: s["outside"]["f1"] if s["outside_named"][1] else None),
    "derivation.named": (
        "derivation",
        lambda s: percent(*s["outside_named"]),
    ),
    "facts.found": ("facts", lambda s: s["found"] if s["conflicts"] else None),
    "facts.numbers": ("facts", lambda s: _of_kinds(s, "number", "date")),
    "facts.kind": ("facts", lambda s: percent(*s["kind_right"])),
    "facts.agreed": ("facts", lambda s: percent(s["false_disputes"][1] - s["false_disputes"][0], s["false_disputes"][1])),
    "facts.wording": ("facts", lambda s: _of_kinds(s, "wording")),
}


def _of_kinds(scores: dict[str, Any], *kinds: str) -> float | None:
    """Percentage of the conflicts of some kinds that were found."""
    counts = [scores["found_by_kind"][kind] for kind in kinds if kind in scores["found_by_kind"]]
    return percent(sum(found for found, _ in counts), sum(size for _, size in counts))


def percent(part: int, whole: int) -> float | None:
    """``part`` in a hundred of ``whole``; None of nothing."""
    return round(100 * part / whole, 1) if whole else None


def share(hits: Collection[object]) -> float | None:
    """Percentage of true values; None of none."""
    return percent(sum(map(bool, hits)), len(hits))


def clean(faults: Collection[object]) -> float:
    """100 where there is no fault, else 0."""
    return 0.0 if faults else 100.0


def roots_right(roots: Roots) -> float:
    """100 where the confirmed sources are the wanted ones, each once, and counted so; else the share (F1) that is right."""
    hits = sum(any(same_source(want, got) for got in roots.confirmed) for want in roots.wanted)
    size = len(roots.wanted) + max(len(roots.confirmed), roots.count)
    return round(200 * hits / size, 1) if size else 0.0


def _seen(passages: Passages) -> dict[str, float | None]:
    """The figures of the checks by passage."""
    return {
        "utterances.occasions": clean(passages.merged_occasions),
        "derivation.exact": clean([*passages.edges.missing, *passages.edges.extra]),
        "derivation.roots": roots_right(passages.roots) if passages.roots else None,
        "passages.altered": share([alteration.told for alteration in passages.altered]),
        "passages.only": share([only.found for only in passages.only_in_one]),
        "passages.single": share([only.found for only in passages.single]),
        "timeline.told": share([entry.found for entry in passages.timeline]),
        "timeline.whole": share([not entry.missed for entry in passages.timeline]),
        "positions.told": share([entry.found for entry in passages.positions]),
        "positions.whole": share([not entry.missed for entry in passages.positions]),
        "brief.evidence": clean([*passages.brief.bare, *passages.brief.astray]) if passages.brief else None,
        "passages.furniture": clean(passages.furniture_quoted),
        "passages.marked": None if passages.furniture_marked is None else round(100 * passages.furniture_marked, 1),
        "passages.heads": share([head.found for head in passages.heads]),
        "passages.texts": clean(passages.texts_changed),
    }


def figures(scores: dict[str, dict[str, Any]], passages: Passages | None = None, calibrated: float | None = None) -> dict[str, float]:
    """The figures of one column; a task that was not scored, or of which the gold tells nothing, has no figure.

    ``calibrated`` is what ``reliability.calibrated`` says.
    """
    found = _seen(passages) if passages else {}
    found["confidence.calibrated"] = calibrated
    for name, (task, of) in _SCORES.items():
        if task in scores:
            found[name] = of(scores[task])
    return {name: value for name in TITLES if (value := found.get(name)) is not None}
