"""The printed report."""

from __future__ import annotations

import pytest

from evaluation.briefs import Brief
from evaluation.entries import Entry
from evaluation.floors import Baseline, Pinned
from evaluation.passages import AlterationTold, Edges, Found, Passages, Roots
from evaluation.table import cell, counted, details, table

BASELINE = Baseline(scorer=None, sets={"mill": Pinned(data="d", floors={"quoted.found": 93.0, "quoted.precision": 95.0})})


@pytest.mark.parametrize(
    ("value", "floor", "text"),
    [
        (97.6, 97.0, " 97.6 ≥ 97"),
        (97.0, 97.0, " 97.0 ≥ 97"),
        (91.0, 92.5, " 91.0 < 92.5 BROKEN"),
        (88.1, None, " 88.1"),
        (None, None, "–"),
        (None, 5.0, "–   floor 5"),
    ],
)
def test_cell(value: float | None, floor: float | None, text: str) -> None:
    assert cell(value, floor) == text


def test_table_sets_side_by_side() -> None:
    lines = table({"mill": {"quoted.found": 90.0}, "hill": {"quoted.found": 99.0, "passages.only": 50.0}}, BASELINE).splitlines()
    assert lines[0].split() == ["mill", "hill"]
    assert lines[1].split() == ["quotations", "found", "90.0", "<", "93", "BROKEN", "99.0"]
    assert lines[2].split() == ["quotations,", "precision", "–", "floor", "95", "–"]
    assert lines[3].split() == ["only", "in", "one", "report", "–", "50.0"]
    assert len(lines) == 4
    assert lines[0].index("hill") == lines[1].index(" 99.0")


def test_details_name_what_was_missed_and_leave_empty_lists_out() -> None:
    seen = Passages(
        altered=(
            AlterationTold(utterance="sluice", article="second", told=True, relation="changed", kinds=("modality ×2",), wanted=None),
            AlterationTold(utterance="geese", article="second", told=False, relation=None, kinds=(), wanted="number"),
        ),
        only_in_one=(Found(what="rain", article="first", found=False),),
        furniture_quoted=(),
        heads=(Found(what="date unknown", article="first", found=False), Found(what="outlet Mill Post", article="first", found=True)),
        furniture_marked=None,
        merged_occasions=(),
        roots=Roots(wanted=("a", "b"), confirmed=("a",), possible=(), count=1),
        edges=Edges(missing=("a → b",), extra=()),
        texts_changed=(),
        single=(Found(what="hail", article="second", found=False), Found(what="snow", article="second", found=True)),
        timeline=(
            Entry(what="2031-03-10 flood", told=("first",), missed=("second",), instead=("2031-03 (month)",)),
            Entry(what="1999 drought", told=(), missed=("first",)),
        ),
        brief=Brief(sentences=4, bare=("sluice: It rained.",), astray=()),
    )
    text = details("mill", seen)
    assert "told   sluice in second: changed; modality ×2" in text
    assert "MISSED geese in second: no rendition (wanted: number)" in text
    assert "MISSED first: rain" in text
    assert "1 confirmed (a)" in text
    assert "a → b" in text
    assert "first: date unknown" in text
    assert "Mill Post" not in text
    assert "second: hail" in text
    assert "snow" not in text
    assert "told   2031-03-10 flood (first; not by second; there: 2031-03 (month))" in text
    assert "MISSED 1999 drought (not by first)" in text
    assert "positions" not in text
    assert "brief: 4 sentences" in text
    assert "sluice: It rained." in text
    assert "outside the reports" not in text
    assert "edges too many" not in text
    assert "occasions merged" not in text


def test_counts_of_the_scorer_stand_in_words() -> None:
    scores = {"found_by_kind": {"date": [1, 2], "wording": [0, 3]}, "kind_right": [1, 1], "false_disputes": [2, 5], "reported_disputes": 9}
    text = counted({"mill": scores})
    assert "mill: date 1 of 2, wording 0 of 3" in text
    assert "kind right 1 of 1 met, 2 of 5 agreements disputed, 9 disputes reported" in text
