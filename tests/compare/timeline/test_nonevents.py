"""Date expressions that date no event."""

from __future__ import annotations

import pytest

from retold.annotate.dates import find_dates
from retold.compare.timeline.nonevents import is_no_event
from retold.records import Assertion


@pytest.mark.parametrize(
    ("sentence", "none"),
    [
        ("The ferry sank on Monday.", False),
        ("As of Monday the quay was shut.", True),
        ("Fares have doubled over the past two years.", True),
        ("Every Monday the choir sings.", True),
        ("It falls on a Monday.", True),
        ("More boats sail than in 2019.", True),
        ("They adopted Agenda 2030 at Osk.", True),
        ("It ran in the Monday edition of the Post.", True),
        ("The wing holds two Sept. 11 conspirators.", True),
        ("The ferry sank on Sept. 11.", False),
        ("The ferry sank last week.", False),
        ("Rates fell from March 2030 to May 2030.", False),
    ],
)
def test_what_dates_an_event(sentence: str, none: bool) -> None:
    found = find_dates(sentence, [(0, len(sentence))], "2031-02-05")[0]
    assert is_no_event(sentence, found, (0, len(sentence)), None, told=False, ends=()) == none


def test_of_a_list_of_dates_the_first_one_stands_for_all() -> None:
    sentence = "Boats sail on Monday, Tuesday and Friday."
    found = find_dates(sentence, [(0, len(sentence))], "2031-02-05")
    ends = [date.span[1] for date in found]
    assert [is_no_event(sentence, date, (0, len(sentence)), None, told=False, ends=ends) for date in found] == [False, True, True]


@pytest.mark.parametrize(
    ("sentence", "verb", "fields", "none"),
    [
        ("The vote is on Friday.", "is", {"kind": "state"}, False),
        ("Orr is ill, as doctors found on Friday.", "is", {"kind": "state"}, True),
        ("The ferry did not sail on Friday.", "sail", {"negated": True}, True),
        ("The ferry sailed on Friday.", "sailed", {}, False),
    ],
)
def test_how_things_stand_is_no_event(sentence: str, verb: str, fields: dict[str, object], none: bool) -> None:
    (found,) = find_dates(sentence, [(0, len(sentence))], "2031-02-05")
    start = sentence.index(verb)
    given = {"kind": "verb", "span": (0, len(sentence)), "sentence": 0, "predicate": (start, start + len(verb)), "lemma": verb, **fields}
    assert is_no_event(sentence, found, (0, len(sentence)), Assertion(**given), told=False, ends=()) == none  # type: ignore[arg-type]
