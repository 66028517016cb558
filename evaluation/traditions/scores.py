"""What Retold finds in a tradition beside what is true of it: counts that add up over traditions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import msgspec

from evaluation.traditions.operations import OPERATIONS
from evaluation.traditions.tradition import Tradition
from retold.records import Dossier, Edge, Span

Pair = frozenset[str]
Place = tuple[int, int, str, str]
"""Start, end, utterance and relation of a span of a rendition."""
FOLD = {
    **dict.fromkeys(("base", "same", "part"), "unchanged"),
    **dict.fromkeys(("spliced", "style", "reworded"), "edited"),
    "changed": "changed",
}
"""Relations in three classes, as the scorer of the real stories has them."""


class Link(msgspec.Struct, frozen=True):
    """An edge among the reports as it was found, by Retold or by a baseline."""

    from_: str
    to: str
    directed: bool
    kind: str = ""


def links(dossier: Dossier) -> list[Link]:
    """The edges among the reports of a dossier."""
    inside = {article.id for article in dossier.articles}
    return [Link(edge.from_, edge.to, edge.directed, edge.kind) for edge in dossier.derivation.edges if edge.from_ in inside]


def derivation_counts(truth: Tradition, found: Sequence[Link]) -> Counter[str]:
    """Links, directions and kinds. Reports of one lost source are siblings: a likeness between them is right, a direction is not.

    ``k`` siblings want ``k - 1`` likenesses, whichever; more among them count neither for nor against.
    """
    true = {frozenset((edge.from_, edge.to)): edge for edge in truth.edges}
    level = {pair for kin in truth.withheld.values() for pair in map(frozenset, combinations(kin, 2))} - set(true)
    count = Counter[str]()
    count.update(f"gold.{edge.operation}" for edge in truth.edges)
    for pair, link in {frozenset((link.from_, link.to)): link for link in found}.items():
        edge = true.get(pair)
        if edge is None:
            count["siblings.directed"] += link.directed and pair in level
            count["false"] += link.directed or pair not in level
            count["false.directed"] += link.directed
            continue
        count[f"found.{edge.operation}"] += 1
        if link.directed:
            count[f"directed.{edge.operation}"] += 1
            right = (link.from_, link.to) == (edge.from_, edge.to)
            count[f"right.{edge.operation}"] += right
            count[f"kind.{edge.operation}"] += right and link.kind == edge.kind
    count.update(_siblings(truth, [pair for pair in _undirected(found) if pair in level]))
    for what in ("gold", "found", "directed", "right", "kind"):
        count[what] = sum(count[f"{what}.{operation}"] for operation in (*OPERATIONS, "siblings"))
    return count


def _undirected(found: Iterable[Link]) -> list[Pair]:
    return [frozenset((link.from_, link.to)) for link in found if not link.directed]


def _siblings(truth: Tradition, level: Sequence[Pair]) -> Counter[str]:
    count = Counter[str]()
    for kin in truth.withheld.values():
        joined = {one: one for one in kin}
        count["gold.siblings"] += len(kin) - 1
        for pair in level:
            if pair <= set(kin):
                one, other = (joined[name] for name in sorted(pair))
                count["found.siblings"] += one != other
                joined = {name: (one if root == other else root) for name, root in joined.items()}
    return count


def outside_counts(truth: Tradition, edges: Sequence[Edge]) -> Counter[str]:
    """Reports with a lost source: told by an edge from an unseen source, or by a likeness to a report that is not their parent.

    A lost source of a single report that nothing names leaves no trace and is not asked for; naming one further up is no fault.
    """
    inside = {article.id for article in truth.articles}
    true = {frozenset((edge.from_, edge.to)) for edge in truth.edges}
    naming = {article for articles in truth.named.values() for article in articles}
    wanted = {one for kin in truth.withheld.values() for one in kin if len(kin) > 1 or one in naming}
    told = {edge.to for edge in edges if edge.from_ not in inside}
    told |= {
        one
        for edge in edges
        if not edge.directed and edge.from_ in inside
        for one in (edge.from_, edge.to)
        if {edge.from_, edge.to} not in true
    }
    return Counter({"outside.gold": len(wanted), "outside.found": len(wanted & told), "outside.false": len(told - wanted - naming)})


def remark_counts(truth: Tradition, dossier: Dossier) -> Counter[str]:
    """Pairs of quotations in different reports that render one remark, and relations in three classes; indirect ones are left out."""
    places: dict[str, list[Place]] = defaultdict(list)
    for utterance in dossier.utterances:
        for rendition in utterance.renditions:
            places[rendition.article] += [(*span, utterance.id, rendition.relation) for span in rendition.spans]
    marked = [one for one in truth.remarks if one.relation != "indirect"]
    met = [_met(one.span, places[one.article]) for one in marked]
    count = Counter[str]({"remarks.gold": len(marked), "remarks.found": sum(one is not None for one in met)})
    labels = [(one.article, one.remark, found[0] if found else None) for one, found in zip(marked, met, strict=True)]
    count["pairs.gold"] = _pairs((article, remark) for article, remark, _ in labels)
    count["pairs.found"] = _pairs((article, label) for article, _, label in labels if label)
    count["pairs.right"] = _pairs((article, f"{remark} {label}") for article, remark, label in labels if label)
    whole = {one.remark for one in marked if one.relation == "same"}
    for one, found in zip(marked, met, strict=True):
        if one.remark in whole and found:
            kind = FOLD[one.relation]
            count[f"relation.{kind}"] += 1
            count[f"relation.right.{kind}"] += FOLD.get(found[1]) == kind
    return count


def _met(span: Span, places: Sequence[Place]) -> tuple[str, str] | None:
    """Utterance and relation of what covers most of ``span``, half of it at least."""
    best = max(places, key=lambda place: min(span[1], place[1]) - max(span[0], place[0]), default=None)
    if best is None or 2 * (min(span[1], best[1]) - max(span[0], best[0])) < span[1] - span[0]:
        return None
    return best[2], best[3]


def _pairs(labelled: Iterable[tuple[str, str]]) -> int:
    """How many pairs of one label stand in different articles."""
    by_label: dict[str, Counter[str]] = defaultdict(Counter)
    for article, label in labelled:
        by_label[label][article] += 1
    return sum((sum(seen.values()) ** 2 - sum(n * n for n in seen.values())) // 2 for seen in by_label.values())


def counts(truth: Tradition, dossier: Dossier) -> Counter[str]:
    """Everything that is counted for one tradition."""
    found = dossier.derivation
    roots = Counter(
        {
            "roots.gold": truth.roots,
            "roots.off": abs(found.independent_sources.confirmed + found.independent_sources.possible - truth.roots),
        }
    )
    return derivation_counts(truth, links(dossier)) + outside_counts(truth, found.edges) + remark_counts(truth, dossier) + roots


def percent(part: float, whole: float) -> float | None:
    """Part of a hundred, one decimal; None of nothing."""
    return round(100 * part / whole, 1) if whole else None


def f1(right: int, wrong: int, gold: int) -> float | None:
    """The harmonic mean of precision and recall, of a hundred."""
    return percent(2 * right, right + wrong + gold)


def figures(of: Mapping[str, int]) -> dict[str, float]:
    """Percentages by name, higher is better; what nothing was asked of is left out."""
    three = [
        p for kind in ("unchanged", "edited", "changed") if (p := percent(of[f"relation.right.{kind}"], of[f"relation.{kind}"])) is not None
    ]
    found = {
        "edges": f1(of["found"], of["false"], of["gold"]),
        "arrows": f1(of["right"], of["directed"] - of["right"] + of["false.directed"], of["gold"] - of["gold.siblings"]),
        "direction": percent(of["right"], of["directed"]),
        "decided": percent(of["directed"], of["found"] - of["found.siblings"]),
        "kind": percent(of["kind"], of["right"]),
        **{operation: percent(of[f"found.{operation}"], of[f"gold.{operation}"]) for operation in (*OPERATIONS, "siblings")},
        "outside": f1(of["outside.found"], of["outside.false"], of["outside.gold"]),
        "roots": percent(max(0, of["roots.gold"] - of["roots.off"]), of["roots.gold"]),
        "pairs": f1(of["pairs.right"], of["pairs.found"] - of["pairs.right"], of["pairs.gold"]),
        "relation3": round(sum(three) / len(three), 1) if three else None,
        "changed": percent(of["relation.right.changed"], of["relation.changed"]),
    }
    return {key: value for key, value in found.items() if value is not None}
