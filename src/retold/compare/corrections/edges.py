"""Setting the edges of the derivation as an editor decided: taken out, turned, added; the sources are counted anew."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...annotate.folding import fold
from ...records import Correction, Derivation, Edge, Evidence, IndependentSources
from ...settings import Settings
from ..derivation import assemble
from ..kinship import kind_of, spans_of
from ..reports import Reports
from ..sources import UNSEEN
from .circles import way_down
from .decisions import Decisions, EdgeDecision


def correct_edges(
    derivation: Derivation, decisions: Decisions, reports: Reports, *, settings: Settings
) -> tuple[Derivation, tuple[Correction, ...]]:
    """Return the derivation with the editor's edges, and all corrections with what became of these.

    An edge that the editor states is certain (confidence 1). Where it closes a circle, the weakest computed edge of the circle goes, and
    the correction says so.
    """
    if not decisions.edges:
        return derivation, decisions.corrections
    edges, told = list(derivation.edges), list(decisions.corrections)
    for decision in sorted(decisions.edges, key=lambda one: one.holds):  # what is not goes first
        edges, told[decision.entry] = _apply(decision, edges, told[decision.entry], reports, settings)
    found = assemble(reports, edges)
    return replace(found, independent_sources=_owned(found.independent_sources, found.edges)), tuple(told)


def _owned(sources: IndependentSources, edges: Sequence[Edge]) -> IndependentSources:
    """The sources, those outside the reports that an editor states given as decided: nothing in the reports names them."""
    said = {edge.from_: edge.evidence[0].text for edge in edges if edge.decided and edge.from_.startswith(UNSEEN)}
    roots = (replace(root, because=f"decided by an editor: {said[root.name]}") if root.name in said else root for root in sources.roots)
    return replace(sources, roots=tuple(roots))


def _apply(
    decision: EdgeDecision, edges: list[Edge], told: Correction, reports: Reports, settings: Settings
) -> tuple[list[Edge], Correction]:
    decision = _as_known(decision, edges)
    if not decision.holds:
        return _without(decision, edges, told)
    made = _edge(decision, edges, reports, settings)
    rest = [edge for edge in edges if not _between(edge, decision)]
    dropped: list[Edge] = []
    while made.directed and (circle := way_down(made.to, made.from_, (edge for edge in rest if edge.directed))):
        weakest = min((e for e in circle if not e.decided), key=lambda e: (e.confidence, e.share, e.to, e.from_))
        dropped.append(weakest)
        rest.remove(weakest)
    return [*rest, made], replace(told, text="; ".join([told.text, *(_dropped(edge, reports) for edge in dropped)]))


def _as_known(decision: EdgeDecision, edges: Sequence[Edge]) -> EdgeDecision:
    """The decision with its unseen source spelt as the computed edges spell it."""
    known = {fold(edge.from_): edge.from_ for edge in edges if edge.from_.startswith(UNSEEN)}
    return replace(decision, from_=known.get(fold(decision.from_), decision.from_))


def _without(decision: EdgeDecision, edges: list[Edge], told: Correction) -> tuple[list[Edge], Correction]:
    gone = [e for e in edges if (e.from_, e.to) == (decision.from_, decision.to) or (not e.directed and _between(e, decision))]
    if gone:
        return [edge for edge in edges if edge not in gone], told
    turned = any(_between(edge, decision) for edge in edges)
    why = "the edge found here goes the other way" if turned else "no such edge is found here"
    return edges, replace(told, text=f"{told.text}: {why}", applied=False)


def _edge(decision: EdgeDecision, edges: Sequence[Edge], reports: Reports, settings: Settings) -> Edge:
    """The edge that the editor states, on top of what was computed for it."""
    directed = decision.kind != "likeness"
    found = next((edge for edge in edges if _between(edge, decision)), None)
    if found is not None and (not directed or (found.directed and found.to == decision.to)):
        evidence = (_evidence(found.from_, found.to, decision.text, reports), *found.evidence)
        return replace(found, kind=decision.kind or found.kind, directed=directed, confidence=1.0, evidence=evidence)
    if decision.from_.startswith(UNSEEN):
        kind, share = decision.kind or "mixed", float(decision.kind == "copy")  # of what nobody sees only a copy tells how much
    else:
        kin = reports.kin[decision.from_, decision.to]
        several = any(edge.directed and edge.to == decision.to and not _between(edge, decision) for edge in edges)
        kind, share = decision.kind or kind_of(kin, several, settings.derivation), round(kin.share, 4)
    evidence = (_evidence(decision.from_, decision.to, decision.text, reports),)
    return Edge(from_=decision.from_, to=decision.to, directed=directed, kind=kind, share=share, confidence=1.0, evidence=evidence)


def _evidence(from_: str, to: str, text: str, reports: Reports) -> Evidence:
    """The editor's word, beside the passages that two articles have in common."""
    ordered = () if from_.startswith(UNSEEN) else reports.kin[from_, to].ordered
    return Evidence(
        what="editor",
        text=text,
        from_spans=spans_of(reports.passages[from_], (i for i, _ in ordered)) if ordered else (),
        to_spans=spans_of(reports.passages[to], (j for _, j in ordered)) if ordered else (),
    )


def _between(edge: Edge, decision: EdgeDecision) -> bool:
    return {edge.from_, edge.to} == decision.ends


def _dropped(edge: Edge, reports: Reports) -> str:
    names = [reports.name(end) for end in (edge.from_, edge.to)]
    return f"so {names[1]} no longer counts as made from {names[0]} ({edge.kind}, found with confidence {edge.confidence:.2f})"
