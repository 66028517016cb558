"""Tellings are grouped by event: every telling once, no two dates in a group that disagree, whatever the order."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from retold.compare.timeline.events import written
from retold.compare.timeline.same_event import agree, group_tellings, rank
from retold.compare.timeline.tellings import Telling
from retold.records import Date
from retold.render.views.timeline import days_of
from tests.compare.timeline.told import SETTINGS, day, prepared, report, telling

REPORTS = prepared([report(name, "x") for name in ("post", "tide", "north")])
MONTH = Date(span=(0, 0), start="2031-02-01", end="2031-02-28", precision="month")
DATES = st.sampled_from(
    [day("2031-02-03"), day("2031-02-04"), MONTH, Date(span=(0, 0), start="2031-01-01", end="2031-12-31", precision="year")]
)
WORDS = st.lists(st.sampled_from("ferry sank Osk harbour minister signed treaty Vellmar toll quay burned".split()), min_size=1, max_size=6)
TELLINGS = st.lists(
    st.builds(
        lambda article, date, words, speaker: telling(article, date, " ".join(words), speaker=speaker),
        st.sampled_from(["post", "tide", "north"]),
        DATES,
        WORDS,
        st.sampled_from([None, None, "Orr", "Varn"]),
    ),
    max_size=8,
)


def groups(tellings: list[Telling]) -> tuple[tuple[Telling, ...], ...]:
    return group_tellings(tellings, REPORTS, SETTINGS.timeline)


@given(TELLINGS)
def test_each_telling_stands_in_one_group_and_its_dates_agree(tellings: list[Telling]) -> None:
    found = groups(tellings)
    assert sorted(map(repr, tellings)) == sorted(repr(one) for group in found for one in group)
    assert all(agree(a.date, b.date) for group in found for a in group for b in group)


@given(TELLINGS, st.randoms())
def test_order_makes_no_difference(tellings: list[Telling], random: Random) -> None:
    mixed = list(tellings)
    random.shuffle(mixed)
    assert {frozenset(map(repr, group)) for group in groups(mixed)} == {frozenset(map(repr, group)) for group in groups(tellings)}


@given(DATES, DATES)
def test_dates_agree_both_ways_and_are_written_as_they_are(one: Date, other: Date) -> None:
    assert agree(one, other) == agree(other, one)
    assert agree(one, one)
    assert [d.isoformat() for d in days_of(written(one)) or ()] == [one.start, one.end]


def test_the_more_exact_date_stands_first() -> None:
    assert min([MONTH, day("2031-02-04")], key=rank).precision == "day"


def test_a_month_and_a_day_in_it_are_one_event_where_the_words_are_alike() -> None:
    exact = telling("post", day("2031-02-03"), "The ferry sank off Osk with nine cars aboard")
    rough = telling("tide", MONTH, "A ferry sank off Osk with nine cars")
    assert len(groups([exact, rough])) == 1
    assert len(groups([exact, telling("tide", MONTH, "The council of Vellmar voted on the tolls")])) == 2


def test_one_occasion_is_one_event_and_two_are_two() -> None:
    said = telling("post", day("2031-02-03"), "the fares stay as they are", speaker="Varn", addressee="the Lantern")
    more = telling("tide", day("2031-02-03"), "a new quay for the fishermen", speaker="Varn", addressee="Lantern")
    assert len(groups([said, telling("tide", day("2031-02-03"), "the fares stay", speaker="Varn", addressee="the Post")])) == 2
    assert len(groups([said, more])) == 1
