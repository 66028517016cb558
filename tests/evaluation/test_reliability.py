"""Confidence beside what is right."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation import reliability
from evaluation.reliability import EDGES, Band, Judged
from evaluation.verdicts import Kind, Verdict
from retold.records import Article, Quotation, Speaker

JUDGED = st.lists(st.builds(Judged, confidence=st.floats(0, 1), right=st.booleans()))
ARTICLE = Article(id="a", outlet=None, url=None, title=None, text="Rain", digest="")


def verdict(kind: Kind, name: str = "a/q1", speaker: str | None = "Bor", story: str = "", type_: Any = "speech") -> Verdict:
    said = Speaker(name=speaker, canonical=speaker, span=None) if speaker else None
    quotation = Quotation(id=name, kind="direct", type=type_, spans=((0, 4),), speaker=said, confidence=0.7)
    return Verdict(kind=kind, article=ARTICLE, story=story, found=quotation)


@given(quotations=JUDGED)
def test_every_quotation_lies_in_the_band_of_its_confidence(quotations: list[Judged]) -> None:
    found = reliability.bands(quotations)
    assert sum(band.n for band in found) == len(quotations)
    assert [band.low for band in found] == sorted({band.low for band in found})
    for band in found:
        inside = [q for q in quotations if band.low <= q.confidence < band.high or (q.confidence == band.high == 1.0)]
        assert band.n == len(inside)
        assert band.right == pytest.approx(sum(q.right for q in inside) / len(inside))
        assert band.low - 1e-9 <= band.confidence <= band.high + 1e-9


@given(quotations=JUDGED)
def test_the_error_is_a_share(quotations: list[Judged]) -> None:
    assert 0 <= reliability.error(reliability.bands(quotations)) <= 1


def test_the_error_is_the_mean_distance_weighted_by_number() -> None:
    found = [
        Band(low=0.6, high=0.7, n=30, confidence=0.6, right=0.5),
        Band(low=0.9, high=1.0, n=10, confidence=0.9, right=1.0),
    ]
    assert reliability.error(found) == pytest.approx(0.1)
    assert reliability.calibrated(found) == 90.0
    assert reliability.calibrated([]) is None


def test_a_quotation_counts_once_and_is_right_only_where_all_its_verdicts_are() -> None:
    assert reliability.judged([verdict("right"), verdict("boundary"), verdict("right", "a/q2")]) == [Judged(0.7, False), Judged(0.7, True)]
    assert len(reliability.judged([verdict("right", story="one"), verdict("right", story="other")])) == 2


@pytest.mark.parametrize(
    "left_out",
    [
        verdict("speaker", speaker=None),
        verdict("unclear"),
        verdict("type", type_="other"),
        Verdict(kind="missed", article=ARTICLE, wanted=((0, 4),)),
    ],
)
def test_what_claims_nothing_is_not_judged(left_out: Verdict) -> None:
    assert reliability.judged([left_out]) == []


def test_the_table_has_a_row_for_every_band() -> None:
    found = [Band(low=0.9, high=1.0, n=12, confidence=0.95, right=0.75)]
    lines = reliability.table({"mill": found, "hill": []}).splitlines()
    assert lines[0].split() == ["confidence", "mill", "hill"]
    assert len(lines) == len(EDGES) + 1
    assert lines[-2].split() == ["0.9", "to", "1.0", "12", "of", "95:", "75", "right", "–"]
    assert lines[-1].split() == ["mean", "error", "20.0", "points", "0.0", "points"]
