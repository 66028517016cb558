"""The drawn timeline in a browser: legible on a phone and on a desk, in both themes, with and without scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Page

from retold.records import Dossier, TimelineEvent
from retold.render.html import render_html

Opened = Callable[..., Page]
BOXES = """Array.from(document.querySelectorAll("#chart text")).map((part) => {
  const box = part.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]; })"""
LETTERS = """(() => {
  const drawing = document.querySelector("#chart svg");
  const zoom = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
  return Array.from(drawing.querySelectorAll("tspan")).map((text) => parseFloat(getComputedStyle(text).fontSize) * zoom); })()"""
INSIDE = """(() => {
  const frame = document.querySelector("#chart svg").getBoundingClientRect();
  return Array.from(document.querySelectorAll("#chart text")).every((t) => t.getBoundingClientRect().right <= frame.right + 1); })()"""


@pytest.fixture
def told(full_tale: Dossier) -> str:
    passage = full_tale.timeline[0].told_by
    days = ["1874", "2030-03/2031-02", "2031-02-24/2031-03-02", "2031-03-03", "2031-03-04", "2031-03-04", "2031-03-09"]
    words = "WWM harbour masters and WWM pilots of Vellmar agreed on WWM tolls for the winter, which nobody had asked them to do"
    found = tuple(TimelineEvent(date=d, precision="span", event=words, told_by=passage, ahead=d > "2031-03-05") for d in days)
    return render_html(msgspec.structs.replace(full_tale, timeline=found))


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (380, "light")])
@pytest.mark.parametrize("javascript", [True, False])
def test_it_can_be_read_and_nothing_overlaps(open_page: Opened, told: str, width: int, scheme: str, javascript: bool) -> None:
    page = open_page(told, width=width, scheme=scheme, javascript=javascript)
    boxes: list[list[float]] = page.evaluate(BOXES)
    assert len(boxes) == 7 + page.locator("#chart .gap-mark").count()
    assert not [
        (a, b)
        for n, a in enumerate(boxes)
        for b in boxes[n + 1 :]
        if min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 1.5
    ]
    assert min(page.evaluate(LETTERS)) >= 11
    assert page.evaluate(INSIDE)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_it_grows_and_comes_back(open_page: Opened, told: str) -> None:
    page = open_page(told)

    def wide() -> Any:
        return page.evaluate("document.querySelector('#chart svg').getBoundingClientRect().width")

    fit = wide()
    page.click("#timeline [data-zoom='1.25']")
    assert wide() > fit
    page.click("#timeline [data-zoom='fit']")
    assert wide() == fit
