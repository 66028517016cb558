"""Likeness of meaning: what counts as alike, and that all ways of asking agree."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.compare.senses import alike, base_forms, coverage, opposed, senses

KNOWN = sorted(senses().rows)
WORDS = st.one_of(
    st.sampled_from(KNOWN), st.text("abdegimnorstu", min_size=1, max_size=9), st.sampled_from(["arrested", "took over", "zorvan"])
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("arrest", "arrested"),
        ("arrest", "apprehend"),
        ("abduct", "kidnap"),
        ("abduction", "kidnapping"),
        ("death", "die"),
        ("removal", "remove"),
        ("suspension", "suspend"),
        ("explosion", "blast"),
        ("lawmaker", "legislator"),
        ("shut down", "close"),
        ("truce", "ceasefire"),
        ("airplane", "plane"),
        ("detain", "arrest"),
    ],
)
def test_the_same_act_or_thing(one: str, other: str) -> None:
    assert alike(one, other) > 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rise", "fall"),
        ("win", "lose"),
        ("open", "closed"),
        ("buying", "sold"),
        ("guilty", "innocent"),
        ("imports", "exports"),
    ],
)
def test_opposites_are_nothing_alike(one: str, other: str) -> None:
    assert alike(one, other) == 0
    assert opposed(one, other)
    assert opposed(other, one)


@pytest.mark.parametrize(("one", "other"), [("arrest", "bridge"), ("ferry", "budget"), ("oil", "judge"), ("doctor", "hospital")])
def test_other_things(one: str, other: str) -> None:
    assert alike(one, other) < 0.35


def test_a_name_is_like_itself_only() -> None:
    assert alike("zorvan", "zorvan") == 1
    assert alike("zorvan", "kelbrit") == 0
    assert alike("zorvan", "minister") == 0


def test_what_is_unknown_is_judged_by_its_form() -> None:
    assert "zorvanization" not in senses().rows
    assert alike("zorvanized", "zorvanize") == 1
    assert 0.5 < alike("zorvanization", "zorvanize") < 1


@pytest.mark.parametrize(
    ("written", "base"),
    [("imposed", "impose"), ("impos", "impose"), ("stopped", "stop"), ("bodies", "body"), ("gunmen", "gunman"), ("praize", "praise")],
)
def test_base_forms(written: str, base: str) -> None:
    assert base in base_forms(written)


@given(WORDS, WORDS)
def test_alike_has_no_direction_and_stays_in_bounds(one: str, other: str) -> None:
    assert 0 <= alike(one, other) <= 1
    assert alike(one, other) == pytest.approx(alike(other, one))
    assert alike(one, one) == 1
    assert not opposed(one, other) or alike(one, other) == 0


@given(st.lists(WORDS, max_size=6), st.lists(WORDS, max_size=6))
def test_the_matrix_says_what_the_function_says(one: list[str], other: list[str]) -> None:
    matrix = senses().alike_matrix(one, other)
    assert matrix.shape == (len(one), len(other))
    assert np.allclose(matrix, np.array([[alike(a, b) for b in other] for a in one]).reshape(matrix.shape), atol=1e-5)


@given(st.lists(WORDS, max_size=6), st.lists(WORDS, max_size=6))
def test_cosines_are_those_of_what_the_table_holds(one: list[str], other: list[str]) -> None:
    cosines = senses().cosines(one, other)
    assert cosines.shape == (len(one), len(other))
    assert ((cosines >= 0) & (cosines <= 1)).all()
    assert all(cosines[i, j] == 0 for i, a in enumerate(one) for j, b in enumerate(other) if None in (senses().row(a), senses().row(b)))


@given(st.lists(WORDS, min_size=1, max_size=6), st.lists(WORDS, max_size=6))
def test_coverage_grows_with_what_covers(one: list[str], other: list[str]) -> None:
    assert coverage(one, one) == pytest.approx(1)
    assert 0 <= coverage(one, other) <= coverage(one, [*other, one[0]]) + 1e-6
    assert coverage(one, []) == 0


def test_coverage_weighs_words() -> None:
    weight = {"arrest": 3.0, "bridge": 1.0}
    assert coverage(["arrest", "bridge"], ["apprehend"], weight.__getitem__) == pytest.approx(0.75 * alike("arrest", "apprehend"), abs=0.05)


def test_the_table_is_whole() -> None:
    table = senses()
    assert table.table.shape[0] == len(table.rows)
    assert np.isfinite(table.table.data).all()
    for pairs in (table.opposites, table.equivalents):
        assert all(row in pairs[other] and row != other for row, others in pairs.items() for other in others)
