"""The drawing in a browser, with three reports and with sixty: legible, whole, and every edge shows its evidence by mouse and key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from retold.render.html import render_html
from tests.render.traditions import tradition

Opened = Callable[..., Page]
ENDS = pytest.mark.parametrize("count", [3, 60])
BOXES = """(selector) => {
  const within = document.querySelector("#graph svg").getBoundingClientRect();
  return Array.from(document.querySelectorAll(selector)).map((part) => {
    const box = part.getBoundingClientRect();
    return [box.left - within.left, box.top - within.top, box.right - within.left, box.bottom - within.top]; });
}"""
LETTERS = """(() => {
  const drawing = document.querySelector("#graph svg");
  const zoom = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
  return Array.from(drawing.querySelectorAll("text")).map((text) => parseFloat(getComputedStyle(text).fontSize) * zoom);
})()"""
SIZE = "(() => { const box = document.querySelector('#graph svg').getBoundingClientRect(); return [box.width, box.height]; })()"
IN_VIEW = "(element) => { const b = element.getBoundingClientRect(); return b.bottom > 0 && b.top < window.innerHeight && b.height > 0; }"


@pytest.fixture
def opened(open_page: Opened) -> Opened:
    """Opens the page of a tradition of so many reports."""

    def open_tradition(count: int, **how: Any) -> Page:
        return open_page(render_html(tradition(count)), **{"width": 1400, **how})

    return open_tradition


def meet(boxes: list[list[float]]) -> list[tuple[list[float], list[float]]]:
    """Pairs of boxes that share more than a pixel either way."""
    return [
        (a, b)
        for n, a in enumerate(boxes)
        for b in boxes[n + 1 :]
        if min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 1
    ]


@ENDS
@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (390, "light")])
def test_names_and_labels_stand_apart_and_can_be_read(opened: Opened, count: int, width: int, scheme: str) -> None:
    page = opened(count, width=width, scheme=scheme)
    assert meet(page.evaluate(BOXES, "#graph .node text")) == []
    assert meet(page.evaluate(BOXES, "#graph .node rect")) == []
    assert meet(page.evaluate(BOXES, "#graph svg text")) == []
    assert min(page.evaluate(LETTERS)) >= 10
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@ENDS
def test_all_reports_and_edges_are_drawn_inside(opened: Opened, count: int) -> None:
    dossier = tradition(count)
    page = opened(count)
    outside = {e.from_ for e in dossier.derivation.edges if e.from_.startswith("unseen:")}
    assert page.locator("#graph .node").count() == count + len(outside)
    assert page.locator("#graph .node.unseen").count() == len(outside)
    assert page.locator("#graph .arc").count() == len(dossier.derivation.edges) == page.locator(".edges > li").count()
    assert page.locator("#graph .arc.alike").count() == sum(not e.directed for e in dossier.derivation.edges)
    wide, high = page.evaluate(SIZE)
    for left, top, right, bottom in page.evaluate(BOXES, "#graph .node rect, #graph .arc .line, #graph svg text"):
        assert left >= -1
        assert top >= -1
        assert right <= wide + 1
        assert bottom <= high + 1
    shown = page.evaluate("[document.getElementById('graph').scrollWidth, document.getElementById('graph').scrollHeight]")
    assert shown[0] >= wide - 1
    assert shown[1] >= high - 1


@ENDS
def test_names_stay_in_their_boxes(opened: Opened, count: int) -> None:
    page = opened(count)
    for text, box in zip(page.evaluate(BOXES, "#graph .node text"), page.evaluate(BOXES, "#graph .node rect"), strict=True):
        assert text[0] >= box[0]
        assert text[2] <= box[2]


@ENDS
def test_enter_and_click_on_an_edge_show_its_evidence(opened: Opened, count: int) -> None:
    page = opened(count)
    edges = tradition(count).derivation.edges
    for number in (1, len(edges)):
        name = page.locator("#graph .arc").nth(number - 1).get_attribute("data-arcs")
        arc = page.locator(f'#graph .arc[data-arcs="{name}"]')
        item = page.locator(f"#{name}")
        arc.focus()
        assert item.locator("details").get_attribute("open") is not None
        assert "on" in (item.get_attribute("class") or "")
        assert (page.text_content("#shown") or "") in " ".join((item.locator("summary").inner_text()).split())
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == name
        assert item.locator("ul").first.evaluate(IN_VIEW)
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.dataset.arcs") == name
        arc.locator("text").click()
        assert page.evaluate("document.activeElement.id") == name
        assert item.locator("ul").first.evaluate(IN_VIEW)
        page.keyboard.press("Escape")


@ENDS
def test_enter_and_click_on_a_report_show_its_edges(opened: Opened, count: int) -> None:
    page = opened(count)
    node = page.locator("#graph .node", has_text="Osk Herald 1").first
    names = (node.get_attribute("data-arcs") or "").split()
    assert names
    node.focus()
    assert page.locator(".edges > li.on").count() == len(names)
    assert page.locator("#graph .arc.on").count() == len(names)
    assert page.locator(".edges > li.on details[open]").count() == len(names)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == names[0]
    page.locator("#theme").focus()
    node.click()
    assert page.evaluate("document.activeElement.id") == names[0]


def test_a_report_without_an_edge_leads_to_its_text(opened: Opened) -> None:
    page = opened(60)
    lone = page.locator('#graph .node[data-arcs=""]').first
    lone.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.classList.contains('column')")


def test_it_is_made_larger_and_moved(opened: Opened) -> None:
    page = opened(60)
    wide = "document.querySelector('#graph svg').getBoundingClientRect().width"
    before = page.evaluate(wide)
    page.click("#zoom-in")
    assert page.evaluate(wide) > before * 1.2
    page.click("#zoom-fit")
    assert page.evaluate(wide) == before
    page.locator("#graph").scroll_into_view_if_needed()
    corner = page.locator("#graph").bounding_box()
    assert corner is not None
    top = page.evaluate("document.getElementById('graph').scrollTop")
    page.mouse.move(corner["x"] + 200, corner["y"] + 300)
    page.mouse.down()
    page.mouse.move(corner["x"] + 200, corner["y"] + 100, steps=4)
    page.mouse.up()
    assert page.evaluate("document.getElementById('graph').scrollTop") == top + 200


def test_a_narrow_window_says_that_the_drawing_goes_on(opened: Opened) -> None:
    assert opened(3, width=390).is_visible("#sideways")
    assert not opened(3, width=1400).is_visible("#sideways")


def test_without_scripts_an_edge_leads_to_its_item(opened: Opened) -> None:
    page = opened(3, javascript=False)
    page.locator("#graph .arc text").first.click()
    assert page.locator(".edges > li:target").count() == 1
