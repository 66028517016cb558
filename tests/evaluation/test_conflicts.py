"""Misses on facts: what is not found, found as another kind, or disputed though it agrees."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.conflicts import NEAR, conflict_misses, meets
from evaluation.figures import figures
from evaluation.gold import Gold, GoldConflict, GoldReading, covered, near
from evaluation.stages import Told
from retold.records import Fact, Passage, Span, Statement, Wording

AT: dict[str, Span] = {"first": (16, 38), "second": (1, 24)}
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda at: (at[0], at[0] + at[1])), max_size=4)


def conflict(kind: str = "status", **changes: Any) -> GoldConflict:
    readings = {name: GoldReading(says="opens", spans=[span]) for name, span in AT.items()}
    return GoldConflict(**{"topic": "sluice", "kind": kind, "readings": readings, "story": "sluice", **changes})


def fact(kind: str | None = "status", agreement: str = "disputed", at: dict[str, Span] = AT) -> Fact:
    statements = tuple(Statement(article=name, spans=(span,), says="it opens") for name, span in at.items())
    given: Any = {"agreement": agreement, "kind": kind}
    return Fact(id="f", topic="sluice", explanation="", independent_sources=1, statements=statements, **given)


def misses(told: Told, conflicts: list[GoldConflict], *facts: Fact, wording: tuple[Wording, ...] = ()) -> list[str]:
    known = Gold(quotations=[], utterances=[], derivation=[], key=None, conflicts=conflicts)
    dossier = msgspec.structs.replace(told.dossier, facts=facts, wording=wording)
    return list(conflict_misses(msgspec.structs.replace(told, dossier=dossier), known))


def test_a_dispute_at_the_place_and_of_the_kind_is_no_miss(told: Told) -> None:
    assert misses(told, [conflict()], fact()) == []


def test_what_is_not_disputed_is_missed_with_both_passages(told: Told) -> None:
    (line,) = misses(told, [conflict()])
    assert line == "missed sluice: status, sluice | first: e may open the sluice. / second: We will open the sluice"
    (line,) = misses(told, [conflict()], fact(agreement="agreed"))
    assert line.endswith("| told as agreed")


def test_another_kind_is_told(told: Told) -> None:
    (line,) = misses(told, [conflict()], fact("date"))
    assert line.startswith("kind sluice: status, sluice | date: first: it opens")


def test_an_agreement_may_be_disputed_only_where_a_real_conflict_stands_too(told: Told) -> None:
    (line,) = misses(told, [conflict(agree=True)], fact())
    assert line.startswith("disputed sluice: status, sluice")
    assert misses(told, [conflict(agree=True), conflict()], fact()) == []
    assert misses(told, [conflict(agree=True)]) == []


def test_a_wording_is_met_by_an_entry_of_wording_or_by_a_dispute(told: Told) -> None:
    entry = Wording(topic="sluice", names=tuple(Passage(article=name, spans=(span,)) for name, span in AT.items()))
    assert misses(told, [conflict("wording")], wording=(entry,)) == []
    (line,) = misses(told, [conflict("wording")], fact("status"))
    assert line.startswith("kind sluice: wording, sluice | status: ")
    assert len(misses(told, [conflict("wording")])) == 1
    assert len(misses(told, [conflict("status")], wording=(entry,))) == 1


def test_conflicts_of_another_story_are_not_looked_for(told: Told) -> None:
    assert misses(told, [conflict(story="mill")]) == []


@pytest.mark.parametrize(("gap", "met"), [(NEAR - 1, True), (NEAR, False)])
def test_two_articles_must_be_met_and_near_is_the_scorers(gap: int, met: bool) -> None:
    far = fact(at={"first": AT["first"], "second": (24 + gap, 30 + gap)})
    assert meets(conflict(), far.statements) is met
    assert not meets(conflict(), far.statements[:1])


@given(one=SPANS, other=SPANS)
def test_near_without_slack_is_a_common_character(one: list[Span], other: list[Span]) -> None:
    assert near(one, other) is bool(covered(one) & covered(other))
    assert near(one, other) is near(other, one)


def scores(**changes: Any) -> dict[str, dict[str, Any]]:
    kinds = {"date": [1, 2], "number": [2, 2], "wording": [1, 4]}
    found = {"conflicts": 8, "found": 50.0, "found_by_kind": kinds, "kind_right": [1, 3], "false_disputes": [1, 5], "reported_disputes": 7}
    return {"facts": {**found, **changes}}


def test_figures_of_facts_are_percentages_of_which_more_is_better() -> None:
    assert figures(scores()) == {
        "facts.found": 50.0,
        "facts.numbers": 75.0,
        "facts.kind": 33.3,
        "facts.agreed": 80.0,
        "facts.wording": 25.0,
    }


def test_what_the_gold_does_not_have_has_no_figure() -> None:
    assert figures(scores(conflicts=0, found_by_kind={}, kind_right=[0, 0], false_disputes=[0, 0])) == {}
