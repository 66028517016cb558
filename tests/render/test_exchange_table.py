"""CSV of the timeline: a row an event and report, and no cell that a spreadsheet runs."""

from __future__ import annotations

import csv
from io import StringIO

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.records import Dossier, Passage
from retold.render import render
from retold.render.exchange.table import COLUMNS, safe


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def test_each_report_that_tells_an_event_has_a_row(full_tale: Dossier) -> None:
    post, tide = full_tale.articles[0], full_tale.articles[2]
    told = (*full_tale.timeline[0].told_by, Passage(article=tide.id, spans=((0, 8), (9, 12))))
    text = render(msgspec.structs.replace(full_tale, timeline=(msgspec.structs.replace(full_tale.timeline[0], told_by=told),)), "csv")
    found = rows(text)
    assert tuple(found[0]) == COLUMNS
    assert [(row["number"], row["when"], row["article"]) for row in found] == [("1", "4 Mar 2031", post.id), ("1", "4 Mar 2031", tide.id)]
    assert found[1]["spans"] == "0-8 9-12"
    assert found[1]["words"] == f"{tide.text[:8]} … {tide.text[9:12].strip()}"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_no_cell_begins_a_formula(cell: str) -> None:
    assert safe(cell).startswith("'")


@given(st.text())
def test_any_event_stays_one_cell(words: str) -> None:
    from retold.records import Derivation, IndependentSources, TimelineEvent

    empty = Derivation(independent_sources=IndependentSources(confirmed=0, possible=0))
    event = TimelineEvent(date="2031", precision="year", event=words, told_by=(Passage(article="x", spans=()),))
    dossier = Dossier(retold="0", settings="0", story="s", articles=(), derivation=empty, timeline=(event,))
    (row,) = rows(render(dossier, "csv"))
    assert row["event"] == safe(words)
    assert not row["event"].startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("format", ["csv", "ics"])
def test_no_terminal_obeys_what_is_exported(full_tale: Dossier, format: str) -> None:
    event = msgspec.structs.replace(full_tale.timeline[0], event="\x1b]8;;x\x07 the \u2066ferry\u2069 \x9b31m sails")
    text = render(msgspec.structs.replace(full_tale, timeline=(event,)), format)
    assert not set("\x1b\x07\x9b\u2066\u2069") & set(text)
    assert "ferry" in text
