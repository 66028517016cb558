"""Simulated traditions: what is true of them holds in their texts, and nothing but the arguments decides them."""

from __future__ import annotations

import re
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.traditions import OPERATIONS, SEVERITIES, Severity, Tradition, tradition
from evaluation.traditions.draft import Draft, House, Line, Person, Spoken, render
from evaluation.traditions.operations import KINDS, derive
from evaluation.traditions.reports import write_report
from evaluation.traditions.world import make_world

severities = st.sampled_from(SEVERITIES)


def text_of(truth: Tradition) -> dict[str, str]:
    return {article.id: article.text for article in truth.articles}


def trigrams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", re.sub(r"[“\"][^”\"]*[”\"]", " ", text.lower()))
    return set(zip(words, words[1:], words[2:], strict=False))


def held(one: str, other: str) -> float:
    """Share of the word trigrams of ``other`` that ``one`` has, remarks left out."""
    mine = trigrams(other)
    return len(mine & trigrams(one)) / len(mine)


@settings(max_examples=25)
@given(seed=st.integers(0, 10**6), size=st.integers(2, 40), severity=severities)
def test_the_truth_is_about_the_reports_and_has_no_cycle(seed: int, size: int, severity: Severity) -> None:
    truth = tradition(seed, size, severity)
    texts = text_of(truth)
    assert len(texts) == len(truth.articles) == size
    assert [article.id for article in truth.articles] == sorted(texts)
    parents: dict[str, set[str]] = {name: set() for name in texts}
    for edge in truth.edges:
        assert edge.kind in {KINDS[edge.operation], "mixed"}
        parents[edge.to].add(edge.from_)
    while free := {name for name, above in parents.items() if not above & set(parents)}:
        for name in free:
            del parents[name]
    assert not parents
    lost = {name.lower().replace(" ", "-").replace("'", "") for name in truth.withheld}
    assert not lost & set(texts)
    assert all(set(children) <= set(texts) and children for children in truth.withheld.values())
    assert 1 <= truth.roots <= size + len(truth.withheld)


@settings(max_examples=25)
@given(seed=st.integers(0, 10**6), size=st.integers(2, 30), severity=severities)
def test_remarks_stand_where_the_truth_says(seed: int, size: int, severity: Severity) -> None:
    truth = tradition(seed, size, severity)
    texts = text_of(truth)
    for one in truth.remarks:
        start, end = one.span
        text = texts[one.article]
        assert text[start:end].strip()
        inside = text[:start].count("“") > text[:start].count("”") if "“" in text else text[:start].count('"') % 2 == 1
        assert inside == (one.relation != "indirect")
        assert one.relation != "base"
    for text in texts.values():
        assert not re.search(r"[{}<>|]", text), "a template shows through"
        assert "“" not in text or '"' not in text


@given(seed=st.integers(0, 50), severity=severities)
@settings(max_examples=5)
def test_the_same_arguments_give_the_same_tradition(seed: int, severity: Severity) -> None:
    assert tradition(seed, 8, severity) == tradition(seed, 8, severity)
    assert text_of(tradition(seed, 8, severity)) != text_of(tradition(seed + 1, 8, severity))


def test_all_operations_lost_sources_and_odd_dates_occur() -> None:
    truth = [tradition(seed, 40, "middling") for seed in range(3)]
    assert {edge.operation for one in truth for edge in one.edges} == set(OPERATIONS)
    assert any(len(children) > 1 for one in truth for children in one.withheld.values())
    dates = [article.published for one in truth for article in one.articles]
    assert 0.05 < dates.count(None) / len(dates) < 0.35
    credited = [edge.credited for one in truth for edge in one.edges]
    assert 0.05 < sum(credited) / len(credited) < 0.4, "most rewriters drop the credit"


def test_a_credited_parent_is_named_in_the_text() -> None:
    truth = tradition(1, 60, "light")
    outlets = {article.id: article.outlet for article in truth.articles}
    credited = [edge for edge in truth.edges if edge.credited]
    assert credited
    assert all(f"{outlets[edge.from_]}" in text_of(truth)[edge.to] for edge in credited)


def test_the_more_is_changed_the_less_is_left() -> None:
    means = []
    for severity in SEVERITIES:
        truth = [tradition(seed, 40, severity) for seed in range(2)]
        shares = [held(text_of(one)[e.from_], text_of(one)[e.to]) for one in truth for e in one.edges if e.operation == "rewrite"]
        means.append(sum(shares) / len(shares))
    assert means == sorted(means, reverse=True)


def test_independent_reports_share_remarks_but_hardly_any_narration() -> None:
    shares, remarks = [], 0
    for seed in range(4):
        rng = Random(seed)
        world = make_world(rng, 6)
        drafts = [write_report(world, rng, house, ()) for house in world.houses]
        texts = [render(draft, world.people, house).text for draft, house in zip(drafts, world.houses, strict=True)]
        shares += [held(one, other) for one, other in combinations(texts, 2)]
        spoken = [{one.text for line in draft.lines for one in line.spoken} for draft in drafts]
        remarks += sum(bool(one & other) for one, other in combinations(spoken, 2))
    assert sorted(shares)[len(shares) // 2] < 0.12
    assert remarks > len(shares) / 2


@pytest.mark.parametrize("size", [0, 1, 401])
def test_a_size_out_of_bounds_is_refused_in_a_sentence(size: int) -> None:
    with pytest.raises(ValueError, match="a tradition has 2 to 400 reports"):
        tradition(0, size)


def test_a_person_is_introduced_wherever_the_first_mention_falls() -> None:
    people = {"mayor": Person("Rosa Vance", "mayor of Velling", "she")}
    lines = (
        Line(topic="a", words="{mayor} came."),
        Line(topic="b", words="“{0},” said {mayor}.", spoken=(Spoken(remark="r", text="we wait", relation="same"),)),
    )
    house = House(name="Border Argus", straight=True, titles=True)
    draft = Draft(title="Velling", lines=lines, forms={"mayor": "behind"}, told=None)
    page = render(draft, people, house)
    assert page.text == 'Velling\n\nRosa Vance, the mayor of Velling, came.\n\n"We wait," said Ms Vance.'
    assert [page.text[slice(*span)] for _, span in page.spoken] == ["We wait"]
    cut = render(Draft(title="Velling", lines=lines[1:], forms={"mayor": "behind"}, told=None), people, house)
    assert cut.text.endswith('"We wait," said Rosa Vance, the mayor of Velling.')


@pytest.mark.parametrize("severity", SEVERITIES)
def test_operations_do_what_they_are_called(severity: Severity) -> None:
    rng = Random(3)
    world = make_world(rng, 4)
    one, other = (write_report(world, rng, house, ()) for house in world.houses[:2])
    topics = {line.topic for line in one.lines}
    condensed = derive("condensed", severity, [one], world, rng)
    assert len(condensed.lines) < 0.7 * len(one.lines)
    translated = derive("translated", severity, [one], world, rng)
    assert [line.topic for line in translated.lines if line.topic not in topics] == []
    mixed = {line.topic for line in derive("mixed", severity, [one, other], world, rng).lines}
    assert mixed & topics
    assert mixed & {line.topic for line in other.lines} - topics
