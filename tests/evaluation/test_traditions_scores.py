"""Scores of simulated traditions, on truths small enough to count by eye."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.traditions import SEVERITIES, Severity, Tradition, TrueEdge, TrueRendition, tradition
from evaluation.traditions import __main__ as command
from evaluation.traditions.baselines import BASELINES, guess
from evaluation.traditions.operations import KINDS, Operation
from evaluation.traditions.run import run
from evaluation.traditions.scores import Link, counts, derivation_counts, figures, outside_counts, remark_counts
from evaluation.traditions.table import tables
from retold.records import (
    Annotated,
    Article,
    Derivation,
    Dossier,
    Edge,
    EdgeKind,
    IndependentSources,
    Relation,
    Rendition,
    Root,
    Span,
    Utterance,
)


def article(name: str, text: str = "Rain fell over the mill.", published: str | None = None) -> Article:
    return Article(id=name, outlet=name, url=None, title=None, text=text, published=published, digest="")


def true(from_: str, to: str, operation: Operation = "rewrite") -> TrueEdge:
    return TrueEdge(from_=from_, to=to, operation=operation, kind=KINDS[operation], credited=False)


def truth(*edges: TrueEdge, lost: dict[str, tuple[str, ...]] | None = None, remarks: Sequence[TrueRendition] = ()) -> Tradition:
    names = {name for edge in edges for name in (edge.from_, edge.to)} | {name for kin in (lost or {}).values() for name in kin}
    names |= {one.article for one in remarks}
    articles = tuple(article(name) for name in sorted(names))
    return Tradition(articles=articles, edges=edges, remarks=tuple(remarks), withheld=lost or {}, named={}, roots=1)


def edge(from_: str, to: str, kind: EdgeKind = "rewrite", *, directed: bool = True) -> Edge:
    return Edge(from_=from_, to=to, directed=directed, kind=kind, share=0.5, confidence=0.5, evidence=())


def dossier(of: Tradition, *edges: Edge, utterances: Sequence[Utterance] = (), roots: int = 1) -> Dossier:
    found = tuple(Root(name=str(number), standing="confirmed", because="") for number in range(roots))
    sources = IndependentSources(confirmed=roots, possible=0, roots=found)
    derivation = Derivation(edges=edges, independent_sources=sources)
    return Dossier(retold="", settings="", story="", articles=of.articles, utterances=tuple(utterances), derivation=derivation)


def told(of: Tradition) -> Dossier:
    """A dossier that has everything right."""
    edges = [edge(one.from_, one.to, one.kind) for one in of.edges]
    for kin in of.withheld.values():
        edges += [edge(f"unseen:{min(kin)}", one) for one in kin]
        edges += [edge(kin[0], one, "likeness", directed=False) for one in kin[1:]]
    by_remark: dict[str, list[Rendition]] = {}
    for one in of.remarks:
        rendition = Rendition(quotation="", article=one.article, spans=(one.span,), relation=one.relation, confidence=1.0)
        by_remark.setdefault(one.remark, []).append(rendition)
    utterances = [
        Utterance(id=name, speaker=None, occasion=None, base="", renditions=tuple(found)) for name, found in sorted(by_remark.items())
    ]
    return dossier(of, *edges, utterances=utterances, roots=of.roots)


@settings(max_examples=10)
@given(seed=st.integers(0, 1000), size=st.integers(4, 25), severity=st.sampled_from(SEVERITIES))
def test_the_truth_itself_reaches_every_figure(seed: int, size: int, severity: Severity) -> None:
    known = tradition(seed, size, severity)
    reached = figures(counts(known, told(known)))
    assert {name: value for name, value in reached.items() if value < 100 and name not in {"edges", "outside"}} == {}
    shared = [set(one) & set(other) for one, other in combinations(known.withheld.values(), 2)]
    if not any(len(common) > 1 for common in shared):  # two that mixed the same two lost sources need one likeness, not two
        assert reached.get("edges", 100.0) == 100.0


def test_links_directions_and_kinds_are_counted_apart() -> None:
    known = truth(true("a", "b", "copy"), true("b", "c"), true("c", "d", "condensed"))
    found = [
        Link("a", "b", True, "copy"),
        Link("c", "b", True, "rewrite"),
        Link("c", "d", False, "likeness"),
        Link("a", "d", True, "mixed"),
    ]
    reached = figures(derivation_counts(known, found))
    assert reached["edges"] == 85.7, "three of three, one too many"
    assert reached["arrows"] == 33.3, "one of three right, three stated"
    assert reached["direction"] == 50.0
    assert reached["decided"] == 66.7
    assert reached["kind"] == 100.0
    assert (reached["copy"], reached["rewrite"], reached["condensed"]) == (100.0, 100.0, 100.0)


def test_reports_of_one_lost_source_are_level() -> None:
    known = truth(lost={"Mill Wire": ("a", "b", "c")})
    alike = [Link("a", "b", False), Link("b", "c", False), Link("a", "c", False)]
    assert figures(derivation_counts(known, alike[:2]))["edges"] == 100.0
    assert figures(derivation_counts(known, alike))["edges"] == 100.0, "a third likeness adds nothing and harms nothing"
    assert figures(derivation_counts(known, alike[:1]))["siblings"] == 50.0
    directed = derivation_counts(known, [Link("a", "b", True), Link("b", "c", False)])
    assert directed["false"] == directed["siblings.directed"] == 1
    assert figures(directed)["edges"] == 50.0


def test_a_lost_source_is_told_by_an_unseen_one_or_by_a_likeness() -> None:
    known = truth(true("a", "b"), lost={"Mill Wire": ("c", "d"), "Hill Post": ("e",)})
    right = [edge("unseen:Mill Wire", "c"), edge("c", "d", directed=False)]
    assert outside_counts(known, right) == {"outside.gold": 2, "outside.found": 2, "outside.false": 0}
    undecided = [edge("a", "b", directed=False)]
    assert outside_counts(known, undecided)["outside.false"] == 0, "a true link without direction claims no other source"
    assert outside_counts(known, [edge("unseen:Mill Wire", "a")])["outside.false"] == 1


def rendered(remark: str, name: str, span: Span, relation: Relation = "same") -> TrueRendition:
    return TrueRendition(remark=remark, article=name, span=span, relation=relation)


def test_pairs_of_remarks_and_relations_are_counted() -> None:
    remarks = [
        rendered("r", "a", (0, 10)),
        rendered("r", "b", (0, 10), "changed"),
        rendered("s", "c", (0, 10)),
        rendered("r", "c", (20, 30)),
    ]
    known = truth(remarks=remarks)
    places = [("a", (0, 10), "base"), ("b", (2, 9), "reworded"), ("c", (0, 9), "same")]
    renditions = tuple(
        Rendition(quotation="", article=name, spans=(span,), relation=relation, confidence=1.0)  # type: ignore[arg-type]
        for name, span, relation in places
    )
    count = remark_counts(
        known, dossier(known, utterances=[Utterance(id="u", speaker=None, occasion=None, base="", renditions=renditions)])
    )
    assert (count["pairs.gold"], count["pairs.found"], count["pairs.right"]) == (3, 3, 1)
    assert (count["remarks.gold"], count["remarks.found"]) == (4, 3)
    assert (count["relation.changed"], count["relation.right.changed"]) == (1, 0)
    assert (count["relation.unchanged"], count["relation.right.unchanged"]) == (2, 2)


def test_baselines_take_the_longer_and_the_earlier() -> None:
    words = "The mill by the weir closed its gates on Friday after floods had torn two of its wheels away."
    later = article("long", f"{words} Nobody was there.", "2031-05-02")
    earlier = article("short", words, "2031-05-01")
    known = msgspec.structs.replace(truth(true("short", "long")), articles=(later, earlier))
    by_length, by_time = (guess(known, rank) for rank in BASELINES.values())
    assert (by_length["found"], by_length["right"], by_length["given.right"]) == (1, 0, 0)
    assert (by_time["found"], by_time["right"], by_time["given.right"]) == (1, 1, 1)
    apart = msgspec.structs.replace(known, articles=(later, article("short", "Geese came back to Velling in great numbers this year.")))
    assert guess(apart, BASELINES["longer is source"])["found"] == 0


def bare(articles: Iterable[Article]) -> list[Annotated]:
    return [Annotated(article=one, analysed=True) for one in articles]


def blind(annotated: Sequence[Annotated]) -> Dossier:
    nothing = Derivation(independent_sources=IndependentSources(confirmed=0, possible=0))
    return Dossier(retold="", settings="", story="", articles=tuple(one.article for one in annotated), derivation=nothing)


def test_a_run_counts_every_size_and_prints_every_operation() -> None:
    outcome = run("light", {4: 2, 9: 1}, bare, blind)
    again = run("light", {4: 2, 9: 1}, bare, blind)
    assert outcome.digest == again.digest != run("light", {4: 1, 9: 1}, bare, blind).digest
    assert outcome.total["gold"] == outcome.sizes[4]["gold"] + outcome.sizes[9]["gold"] > 0
    assert figures(outcome.total)["edges"] == 0.0
    printed = tables({"light": outcome})
    for title in ("4 reports", "9 reports", *KINDS, "siblings", *BASELINES):
        assert title in printed


def test_reports_can_be_written_to_be_looked_at(tmp_path: Path) -> None:
    assert command.main(["--reports", "5", "--seeds", "1", "--severity", "heavy", "--write", str(tmp_path)]) == 0
    folder = tmp_path / "heavy-5-0"
    assert len(list(folder.glob("*.txt"))) == 5
    known = json.loads((folder / "truth.json").read_text("utf-8"))
    assert {one["article"] for one in known["remarks"]} <= {file.stem for file in folder.glob("*.txt")}


def test_a_size_out_of_bounds_ends_in_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["traditions", "--reports", "1", "--write", "nowhere"])
    assert command.command() == 2
    assert "evaluation.traditions: a tradition has 2 to 400 reports, not 1" in capsys.readouterr().err
