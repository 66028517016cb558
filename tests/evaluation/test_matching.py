"""What counts as the same passage and the same name is what the scorer takes for it."""

from __future__ import annotations

import itertools
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation import matching
from evaluation.gold import covered

TEXT = "The mill, says Bor, is “shut, quite shut”. Ana Bor’s geese went 7 miles — “home”, she said.\nNo. Rain!"
SPANS = st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda pair: (min(pair), max(pair))), max_size=6)
NAMES = st.lists(st.sampled_from(["Ana", "Bor", "ana", "the", "miller", "O’Bor", "Élan", "—"]), max_size=3).map(" ".join)


@given(spans=SPANS)
def test_words_and_units_are_the_scorers(scorer: ModuleType, spans: list[tuple[int, int]]) -> None:
    assert matching.at(TEXT, spans) == scorer.tokens(TEXT, spans)
    assert [list(unit) for unit in matching.joined(TEXT, spans)] == scorer.joined(TEXT, [list(span) for span in spans])


@given(one=NAMES, other=NAMES)
def test_names_are_the_same_where_the_scorer_says_so(scorer: ModuleType, one: str, other: str) -> None:
    assert matching.same_name(one, other) == scorer.same_name(one, other)


@given(spans=SPANS)
def test_units_hold_all_words_and_no_two_of_them_touch(spans: list[tuple[int, int]]) -> None:
    units = matching.joined(TEXT, spans)
    assert covered(units) >= covered(spans)
    assert all(matching.at(TEXT, [(a[1], b[0])]) for a, b in itertools.pairwise(units))


@given(wanted=st.lists(st.frozensets(st.integers(0, 9))), got=st.lists(st.frozensets(st.integers(0, 9))))
def test_pairs_are_one_to_one_and_no_likelier_one_was_free(wanted: list[frozenset[int]], got: list[frozenset[int]]) -> None:
    chosen = matching.pairs(wanted, got)
    of_wanted, of_got = {i: share for share, i, _ in chosen}, {j: share for share, _, j in chosen}
    assert len(of_wanted) == len(of_got) == len(chosen)
    for i, a in enumerate(wanted):
        for j, b in enumerate(got):
            if a & b:
                assert max(of_wanted.get(i, 0.0), of_got.get(j, 0.0)) >= len(a & b) / len(a | b)


@pytest.mark.parametrize(
    ("wanted", "got", "like", "other"),
    [
        ("Ana Bor", "Bor", True, False),
        ("anonymous miller", "the miller", True, False),
        ("Upper Mill Agency", "UMA", True, False),
        ("UMA", "Upper Mill Agency", True, False),
        ("Ana Bor", "Lena Orr", False, True),
        ("pilot of flight 7", "Lena Orr", False, False),
        ("Ana Bor", "Lena Bor", False, False),
        ("Ana Bor", "", False, False),
    ],
)
def test_descriptions_are_alike_different_or_neither(wanted: str, got: str, like: bool, other: bool) -> None:
    assert matching.like_name(wanted, got) is like
    assert matching.other_name(wanted, got) is other


def test_a_full_name_is_asked_for_only_where_it_stands() -> None:
    assert matching.full_name("Ana Bor", TEXT)
    assert not matching.full_name("Bor", TEXT)
    assert not matching.full_name("Lena Orr", TEXT)
    assert matching.same_person("Ana Bor", "Mrs Ana Bor")
    assert not matching.same_person("Ana Bor", "Bor")
    assert not matching.same_person("Ana Bor", "")
