"""compare by the number of reports."""

from __future__ import annotations

import gzip
import json
from math import log
from pathlib import Path

import pytest

from benchmarks import compare
from benchmarks.compare import Cost, Set, beside, grown, growth_of, loglinear, real_sets, renditions, report, row, simulated_sets, stated
from benchmarks.peers import collatex
from retold.records import Annotated
from retold.settings import Settings


@pytest.fixture(scope="module")
def simulated() -> list[Set]:
    return simulated_sets([4, 3])


def costs(articles: tuple[Annotated, ...], power: float) -> list[Cost]:
    """Made-up costs of one and of many reports that grow with a power of their number."""
    sets = [Set(name="simulated", articles=articles[:1] * number) for number in (10, 40, 160)]
    return [Cost(of=one, seconds=0.01 * one.size**power, memory=1.0, found="nothing") for one in sets]


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_growth_is_the_power_of_the_number_of_reports(simulated: list[Set], power: float) -> None:
    few, more, most = costs(simulated[0].articles, power)
    assert growth_of(few, most) == pytest.approx(power)
    assert f"as n^{power:.2f}" in row(more, few)
    assert "as n^" not in row(few, None)
    assert f"from 10 to 160 reports time grows as n^{power:.2f}" in " ".join(grown([few, more, most]))
    assert list(grown([few])) == []


def test_the_power_of_n_log_n_lies_between_one_and_two_and_falls() -> None:
    assert 10 * log(10) * 4 ** loglinear(10, 40) == pytest.approx(40 * log(40))
    assert 1 < loglinear(100, 200) < loglinear(10, 20) < 2


def test_sets_grow_and_hold_as_many_reports_as_wanted(simulated: list[Set]) -> None:
    assert [one.size for one in simulated] == [3, 4]
    assert all(one.analysed for of in simulated for one in of.articles)


def test_real_reports_are_the_first_of_the_largest_story(tmp_path: Path) -> None:
    assert real_sets(None, [2]) == real_sets(tmp_path, [2]) == []
    (tmp_path / "data").mkdir()
    lines = [{"story": "large" if n % 2 else "small", "text": f"Report {n} of the ferry strike came at noon."} for n in range(6)]
    lines.append({"story": "large", "text": "The ferries of Saltmarsh sail again.", "date": "2031-05-06"})
    (tmp_path / "data" / "stories-dev.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, lines)).encode()))
    found = real_sets(tmp_path, [2, 29, 30])
    assert [one.size for one in found] == [2, 4], "no more than there are, each number once"
    assert [one.article.text for one in found[-1].articles] == [line["text"] for line in lines if line["story"] == "large"]
    assert found[-1].articles[-1].article.published == "2031-05-06"


def test_the_report_names_all_sets_and_where_the_time_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare, "collatex", lambda: (None, "CollateX is missing"))
    lines = list(report(None, 1, simulated=(3, 4)))
    assert [line.split()[1] for line in lines if line.startswith("simulated")] == ["3", "4"]
    assert "where the time of 4 simulated reports goes" in lines
    assert lines[-1] == "CollateX is missing"


def test_the_peer_collates_the_same_renditions(monkeypatch: pytest.MonkeyPatch) -> None:
    sets = simulated_sets([6])
    given: list[list[str]] = []
    monkeypatch.setattr(compare, "collatex", lambda: (given.extend, ""))
    head, line = beside(sets, 1)
    clusters = renditions(sets[0].articles, Settings())
    assert clusters, "several reports tell one remark"
    assert given == [[piece.text for piece in cluster] for cluster in clusters]
    assert f"{sum(map(len, given))} renditions of {len(given)} remarks" in line
    assert "CollateX" in head


def test_collatex_is_there_or_is_said_to_be_missing() -> None:
    peer, missing = collatex()
    assert (peer is None) == bool(missing)
    if peer is not None:
        peer([["the ferry sails at noon", "the ferry sailed at noon"]])


def test_each_stage_behind_the_derivation_is_measured_by_itself(simulated: list[Set]) -> None:
    lines = list(stated(simulated, 1))
    assert lines[1].split() == ["facts", "wording", "timeline", "positions", "brief", "together"]
    for line, one in zip(lines[2:], simulated, strict=True):
        assert line.startswith(f"  {one.name}")
        assert f"{one.size:>4} reports" in line
        *taken, together = (float(word) for word in line.split("reports")[1].split("  as")[0].split())
        assert sum(taken) == pytest.approx(together, abs=0.03)
