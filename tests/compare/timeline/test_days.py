"""An undated report is placed among the dated ones where they tell what it tells, or where it was made from one of them."""

from __future__ import annotations

from datetime import date

from retold.compare.timeline.days import Dated, date_reports
from retold.records import Annotated, Derivation
from tests.compare.timeline.told import SETTINGS, derivation, prepared, report

MINISTER = "The harbour minister of Vellmar told reporters on Wednesday that seven new ferries would serve the outer islands."
REWORDED = "On Wednesday the Vellmar harbour minister said to reporters that the outer islands would be served by seven new ferries."
STRIKE = "Dock workers at the northern quay had walked out on Monday over unpaid night shifts and broken cranes."
STRUCK = "Over broken cranes and unpaid night shifts, dock workers at the northern quay walked out on Monday."
OTHER = "The lighthouse keepers of Osk painted their stairs green on Thursday, to nobody's surprise."


def placed(*articles: Annotated, made: Derivation | None = None) -> dict[str, Dated]:
    return date_reports(prepared(articles), made or derivation(), SETTINGS.timeline)


def test_a_report_with_a_date_keeps_it() -> None:
    dated = placed(report("post", MINISTER, published="2031-02-05"))["post"]
    assert (dated.day, dated.through) == (date(2031, 2, 5), None)


def test_sentences_in_common_tell_the_week() -> None:
    found = placed(report("post", MINISTER, STRIKE, published="2031-02-06"), report("tide", REWORDED, STRUCK))["tide"]
    assert found.through == "Post"
    assert [(d.start, d.precision) for d in found.dates] == [("2031-02-05", "day"), ("2031-02-03", "day")]


def test_a_rewrite_follows_what_it_was_made_from() -> None:
    post = report("post", MINISTER, published="2031-02-04")
    assert placed(post, report("tide", OTHER), made=derivation(("post", "tide")))["tide"].day == date(2031, 2, 6)


def test_a_single_report_on_another_matter_places_nothing() -> None:
    found = placed(report("post", MINISTER, published="2031-02-05"), report("tide", OTHER))["tide"]
    assert (found.day, found.through, found.dates[0].start) == (None, None, None)


def test_the_address_tells_where_the_date_is_in_doubt() -> None:
    url = "https://tide.example/2031/02/05/ferries"
    found = placed(report("tide", MINISTER, published="2031-05-20", url=url, doubt="The record says otherwise."))["tide"]
    assert (found.day, found.through) == (date(2031, 2, 5), "its address")


def test_the_day_of_collecting_dates_no_report() -> None:
    url = "https://tide.example/2031/02/06/ferries"
    tide = report("tide", REWORDED, published="2031-05-20", url=url, doubt="The record says otherwise.")
    found = placed(tide, report("post", MINISTER, published="2031-05-20"))
    assert found["post"].day is not None
    assert found["post"].day < date(2031, 2, 12)
    assert found["post"].dates[0].start == "2031-02-05"


def test_the_order_of_the_articles_makes_no_difference() -> None:
    three = (report("post", MINISTER, STRIKE, published="2031-02-06"), report("tide", REWORDED), report("north", STRUCK, OTHER))
    assert placed(*three) == placed(*reversed(three))
