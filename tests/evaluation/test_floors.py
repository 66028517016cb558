"""The gate: it fails below a floor, on other data, on another scorer; and it can be pinned."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation import floors
from evaluation.figures import TITLES
from evaluation.sets import digest

HELD = floors.Baseline(scorer="s", sets={"mill": floors.Pinned(data="d", floors={"quoted.found": 93.0})})
PERCENT = st.floats(0, 100)


def test_a_figure_at_its_floor_holds() -> None:
    assert floors.broken({"mill": {"quoted.found": 93.0}}, {"mill": "d"}, "s", HELD) == []


def test_a_figure_below_its_floor_breaks_it() -> None:
    (fault,) = floors.broken({"mill": {"quoted.found": 92.9}}, {"mill": "d"}, "s", HELD)
    assert fault == "mill: quoted.found is 92.9, below its floor of 93"


@pytest.mark.parametrize(("data", "scorer"), [("other", "s"), ("d", "other")])
def test_other_data_or_another_scorer_breaks_the_gate(data: str, scorer: str) -> None:
    (fault,) = floors.broken({"mill": {"quoted.found": 99.0}}, {"mill": data}, scorer, HELD)
    assert "pin them anew" in fault


def test_a_pinned_figure_must_be_measured_where_the_scorer_is_there() -> None:
    assert len(floors.broken({"mill": {}}, {"mill": "d"}, "s", HELD)) == 1
    assert floors.broken({"mill": {}}, {"mill": "d"}, None, HELD) == []


def test_a_figure_not_yet_pinned_breaks_nothing() -> None:
    assert floors.broken({"mill": {"quoted.found": 93.0, "facts.found": 0.0}}, {"mill": "d"}, "s", HELD) == []


def test_a_set_without_floors_breaks_the_gate() -> None:
    assert floors.broken({"hill": {}}, {"hill": "d"}, "s", HELD) == ["hill: has no floors; pin them"]


def test_a_set_that_was_not_measured_is_not_judged() -> None:
    assert floors.broken({}, {}, None, HELD) == []


@given(figures=st.dictionaries(st.sampled_from(sorted(TITLES)), PERCENT), scorer=st.none() | st.just("s"))
def test_what_is_pinned_holds_and_is_at_most_one_point_below(figures: dict[str, float], scorer: str | None) -> None:
    pinned = floors.pin({"hill": figures}, {"hill": "x"}, scorer, HELD)
    assert floors.broken({"hill": figures}, {"hill": "x"}, scorer, pinned) == []
    assert all(0 <= figures[name] - floor < 1 for name, floor in pinned.sets["hill"].floors.items())
    assert pinned.sets["mill"] == HELD.sets["mill"]
    assert pinned.scorer == "s"


def test_pinning_without_the_scorer_keeps_its_floors() -> None:
    pinned = floors.pin({"mill": {"passages.only": 80.4}}, {"mill": "d"}, None, HELD)
    assert pinned.sets["mill"].floors == {"quoted.found": 93.0, "passages.only": 80.0}


def test_a_saved_baseline_comes_back_one_floor_a_line(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    floors.save(HELD, file)
    assert floors.load(file) == HELD
    assert '"quoted.found": 93.0' in [line.strip() for line in file.read_text("utf-8").splitlines()]


def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_text('{"sets": []}', "utf-8")
    with pytest.raises(msgspec.ValidationError):
        floors.load(file)


def test_the_pinned_figures_are_known_percentages() -> None:
    baseline = floors.load()
    for pinned in baseline.sets.values():
        assert set(pinned.floors) <= set(TITLES)
        assert all(0 <= floor <= 100 for floor in pinned.floors.values())


def test_a_digest_changes_with_a_byte_and_with_a_name(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"a")
    other.write_bytes(b"a")
    assert digest([one]) != digest([other])
    before = digest([one, other])
    assert before == digest([other, one])
    one.write_bytes(b"b")
    assert digest([one, other]) != before
