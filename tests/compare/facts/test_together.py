"""Pairs to groups, members to sides."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.compare.facts.together import gathered, joined, sides_of

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20)


@given(PAIRS)
def test_every_member_stands_in_one_group_with_all_its_partners(pairs: list[tuple[int, int]]) -> None:
    groups = [set(group) for group in joined(pairs, lambda member: member)]
    assert sum(len(group) for group in groups) == len({member for pair in pairs for member in pair})
    assert all(any(set(pair) <= group for group in groups) for pair in pairs)


@given(PAIRS)
def test_no_group_falls_apart(pairs: list[tuple[int, int]]) -> None:
    for group in joined(pairs, lambda member: member):
        reached = {group[0]}
        for _ in group:
            reached |= {member for pair in pairs if reached & set(pair) for member in pair}
        assert reached == set(group)


@given(st.lists(st.integers(0, 30)), st.integers(1, 5))
def test_no_side_holds_a_clash_and_nobody_is_lost(members: list[int], near: int) -> None:
    sides = sides_of(members, lambda one, other: abs(one - other) > near)
    assert sorted(member for side in sides for member in side) == sorted(members)
    assert all(abs(a - b) <= near for side in sides for a in side for b in side)


@given(st.lists(st.frozensets(st.integers(0, 8), min_size=1, max_size=3), max_size=12, unique=True))
def test_what_is_gathered_shares_a_place_with_what_stood_there_before(items: list[frozenset[int]]) -> None:
    groups = gathered(items, lambda item: item)
    assert sorted(map(sorted, (item for group in groups for item in group))) == sorted(map(sorted, items))
    for number, group in enumerate(groups):
        assert [items.index(item) for item in group] == sorted(items.index(item) for item in group)
        for at, item in enumerate(group[1:], 1):
            assert item & frozenset[int]().union(*group[:at])
        for earlier in groups[:number]:
            before = [one for one in earlier if items.index(one) < items.index(group[0])]
            assert not group[0] & frozenset[int]().union(*before)
