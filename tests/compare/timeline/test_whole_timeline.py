"""The timeline of an invented story, from its texts."""

from __future__ import annotations

import pytest

import retold
from retold.compare.timeline import timeline
from retold.compare.timeline.days import date_reports
from retold.records import Annotated, TimelineEvent
from tests.compare.timeline.told import SETTINGS, derivation, prepared

POST = """The ferry Kestrel sank off Osk on Monday with nine cars aboard, the coast guard of Vellmar said.

Harbour minister Marit Oskelund told the Harbour Post on Wednesday that the ferry line would close for a month.

The Kestrel was built in 1987. On Tuesday, divers found the bell of the Kestrel near the lighthouse.

If the council agrees on Friday, the tolls may fall. As of Wednesday, the quay was shut.

The inquiry into the loss of the Kestrel will open on March 3, 2031."""

TIDE = """The Kestrel, a ferry with nine cars aboard, sank on Monday off Osk.

Marit Oskelund, the harbour minister, told the Harbour Post on Wednesday that the line would close for a month.

Many in Osk remember the 1974 uprising. The old ferry was built in 1987 in Vellmar."""


@pytest.fixture(scope="module")
def story() -> list[Annotated]:
    post = retold.read_text(POST, id="post", outlet="Harbour Post", published="2031-02-05")
    tide = retold.read_text(TIDE, id="tide", outlet="Tide")
    return retold.annotate([post, tide])


@pytest.fixture(scope="module")
def events(story: list[Annotated]) -> tuple[TimelineEvent, ...]:
    return retold.compare(story).timeline


def passages(story: list[Annotated], event: TimelineEvent) -> dict[str, str]:
    texts = {one.article.id: one.article.text for one in story}
    return {p.article: " | ".join(texts[p.article][slice(*span)] for span in p.spans) for p in event.told_by}


def on(events: tuple[TimelineEvent, ...], date: str) -> list[TimelineEvent]:
    return [event for event in events if event.date == date]


def test_one_line_an_event_however_many_tell_it(story: list[Annotated], events: tuple[TimelineEvent, ...]) -> None:
    (sank,) = on(events, "2031-02-03")
    assert set(passages(story, sank)) == {"post", "tide"}
    assert "sank" in sank.event
    assert "Monday" not in sank.event
    assert sank.precision == "day"


def test_the_undated_report_is_dated_through_the_other(events: tuple[TimelineEvent, ...]) -> None:
    (told,) = on(events, "2031-02-05")
    assert "Oskelund" in told.event
    assert {p.article for p in told.told_by} == {"post", "tide"}
    assert told.doubt is None  # one of the two bears its own date


def test_what_happens_is_told_without_its_date(events: tuple[TimelineEvent, ...]) -> None:
    (found,) = on(events, "2031-02-04")
    assert found.event == "Divers found the bell of the Kestrel near the lighthouse"
    assert [event.event for event in on(events, "1974")] == ["1974 uprising"]
    assert len(on(events, "1987")) == 1


def test_what_lies_ahead_says_so_and_what_hangs_on_an_if_is_left_out(events: tuple[TimelineEvent, ...]) -> None:
    (inquiry,) = on(events, "2031-03-03")
    assert inquiry.ahead
    assert [event for event in events if event.ahead] == [inquiry]


def test_events_come_in_order_with_passages_that_hold_their_dates(story: list[Annotated], events: tuple[TimelineEvent, ...]) -> None:
    assert [event.date for event in events] == ["1974", "1987", "2031-02-03", "2031-02-04", "2031-02-05", "2031-03-03"]
    lengths = {one.article.id: len(one.article.text) for one in story}
    for event in events:
        for passage in event.told_by:
            assert all(0 <= start < end <= lengths[passage.article] for start, end in passage.spans)
            assert all(before[1] <= after[0] for before, after in zip(passage.spans, passage.spans[1:], strict=False))


def test_the_order_of_the_articles_makes_no_difference(story: list[Annotated], events: tuple[TimelineEvent, ...]) -> None:
    assert retold.compare(list(reversed(story))).timeline == events


def test_a_story_without_dates_has_no_timeline() -> None:
    from retold.compare.speakers import find_voices

    bare = [retold.annotate([retold.read_text("The ferry sank off Osk.", id="bare")])[0]]
    reports = prepared(bare)
    assert timeline(reports, (), find_voices(bare), derivation(), settings=SETTINGS) == ()
    assert date_reports(reports, derivation(), SETTINGS.timeline)["bare"].day is None
