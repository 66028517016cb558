"""Average-link clustering."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.group.cluster import clusters, threshold
from retold.settings import GroupSettings

SETTINGS = GroupSettings()


def test_joins_what_is_alike() -> None:
    assert clusters({(0, 1): 0.3, (1, 2): 0.02, (2, 3): 0.3}, 5, 0.04, SETTINGS) == [(0, 1), (2, 3), (4,)]


def test_averages_over_all_pairs() -> None:
    chain = {(0, 1): 0.4, (1, 2): 0.09}
    assert clusters(chain, 3, 0.04, SETTINGS) == [(0, 1, 2)]
    assert clusters(chain, 3, 0.05, SETTINGS) == [(0, 1), (2,)]


def test_two_close_groups_need_more_than_loose_ones() -> None:
    across = {(i, j): 0.05 for i in (0, 1) for j in (2, 3)}
    assert clusters({(0, 1): 0.4, (2, 3): 0.4} | across, 4, 0.04, SETTINGS) == [(0, 1), (2, 3)]
    assert clusters({(0, 1): 0.09, (2, 3): 0.09} | across, 4, 0.04, SETTINGS) == [(0, 1, 2, 3)]


def test_copies_do_not_make_a_group_close() -> None:
    across = {(i, j): 0.05 for i in (0, 1) for j in (2, 3)}
    assert clusters({(0, 1): 0.95, (2, 3): 0.95} | across, 4, 0.04, SETTINGS) == [(0, 1, 2, 3)]


def test_the_threshold_grows_with_the_set_and_stops() -> None:
    sizes = [threshold(count, SETTINGS) for count in (0, 2, 12, 60, 400, 10_000, 10_000_000)]
    assert sizes[0] == sizes[2] == SETTINGS.apart
    assert sizes == sorted(sizes)
    assert sizes[-1] == SETTINGS.story


_LIKENESS = st.integers(0, 9).flatmap(
    lambda count: st.tuples(
        st.just(count),
        st.dictionaries(
            st.tuples(st.integers(0, max(count - 1, 0)), st.integers(0, max(count - 1, 0))).filter(lambda pair: pair[0] < pair[1]),
            st.floats(0.01, 1),
        )
        if count > 1
        else st.just({}),
    )
)


@given(_LIKENESS, st.floats(0.02, 0.9))
def test_every_item_is_in_one_cluster(drawn: tuple[int, dict[tuple[int, int], float]], least: float) -> None:
    count, likeness = drawn
    found = clusters(likeness, count, least, SETTINGS)
    assert sorted(i for items in found for i in items) == list(range(count))
    assert found == sorted(found)
    assert clusters(dict(reversed(likeness.items())), count, least, SETTINGS) == found


@given(_LIKENESS, st.floats(0.02, 0.9))
def test_what_was_joined_is_alike_by_some_pair(drawn: tuple[int, dict[tuple[int, int], float]], least: float) -> None:
    count, likeness = drawn
    for items in clusters(likeness, count, least, SETTINGS):
        assert len(items) == 1 or any(value >= least for (i, j), value in likeness.items() if i in items and j in items)
