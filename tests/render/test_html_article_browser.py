"""Annotated articles in a browser: nothing is loaded, nothing overflows, pointer and keyboard show who speaks, colours can be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from retold.render.html import render_article, render_articles
from tests.render.articles import ferry
from tests.render.contrast import CONTRAST

Opened = Callable[..., Page]
TIP = """(words) => { const mark = Array.from(document.querySelectorAll("mark")).find((m) => m.textContent.startsWith(words));
  const tip = getComputedStyle(mark, "::before");
  return tip.content === "none" || tip.display === "none" ? null : mark.dataset.tip; }"""
FITS = "document.documentElement.scrollWidth <= window.innerWidth"


@pytest.mark.parametrize("javascript", [True, False])
def test_nothing_overflows_and_the_script_in_the_text_stays_text(open_page: Opened, javascript: bool) -> None:
    for width, scheme in ((1280, "light"), (1280, "dark"), (360, "light")):
        page = open_page(render_articles([ferry(), ferry()]), width=width, scheme=scheme, javascript=javascript)
        assert page.title() == "Who says what in 2 articles · Retold"
        assert '<script>alert("osk")</script>' in (page.locator(".text").first.text_content() or "")
        if javascript:
            assert page.evaluate(FITS), f"wider than {width} pixels"


def point_at(page: Page, words: str) -> None:
    """Move the pointer to where the passage begins."""
    corner = """(words) => { const mark = Array.from(document.querySelectorAll("mark")).find((m) => m.textContent.startsWith(words));
      mark.scrollIntoView({ block: "center" }); const box = mark.getClientRects()[0]; return [box.x, box.y]; }"""
    x, y = page.evaluate(corner, words)
    page.mouse.move(x + 6, y + 8)


def test_a_passage_tells_who_says_it_on_hover_and_focus(open_page: Opened) -> None:
    page = open_page(render_articles([ferry()]), width=360)
    assert page.evaluate(TIP, "Captain Brandt") is None
    point_at(page, "Captain Brandt")
    assert page.evaluate(TIP, "Captain Brandt").startswith("Marit Oskelund (“she”)")
    point_at(page, "no boat")
    assert page.evaluate(TIP, "no boat").startswith("Tollef Brandt (“Captain Brandt”), quoted by")
    assert page.evaluate(TIP, "Captain Brandt") is None
    page.mouse.move(0, 0)
    page.locator("mark", has_text="Somebody should").focus()
    assert page.evaluate(TIP, "Somebody").startswith("a pilot?\n")
    assert page.evaluate(FITS)


def test_every_quotation_is_reached_by_tab_with_visible_focus(open_page: Opened) -> None:
    page = open_page(render_articles([ferry()]))
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => { const e = document.activeElement;
            return e === document.body ? null : [e.textContent, getComputedStyle(e).outlineStyle !== "none"]; }"""
        )
        if found is None:
            break
        assert found[1], f"{found[0]} has no visible focus"
        reached.append(found[0])
    for words in ("Ferry stays in port", "the “ice queen” of Osk would stay in port", "no boat of mine goes out", "Nobody does."):
        assert words in reached


def test_the_list_leads_to_the_passage(open_page: Opened) -> None:
    page = open_page(render_articles([ferry()]), javascript=False)
    page.locator("summary", has_text="7 quotations in a list").click()
    page.locator(".notes a", has_text="Somebody should have asked us,").click()
    assert page.locator(":target").text_content() == "Somebody should have asked us,"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_keep_their_contrast(open_page: Opened, scheme: str) -> None:
    page = open_page(render_articles([ferry(), ferry()]), scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize(
    ("body", "scheme", "dark"),
    [
        ('data-jp-theme-light="true"', "dark", False),
        ('data-jp-theme-light="false"', "light", True),
        ('class="vscode-light"', "dark", False),
        ('class="vscode-dark"', "light", True),
        ("", "light", False),
        ("", "dark", True),
    ],
)
def test_in_a_notebook_it_follows_the_notebook_s_theme(open_page: Opened, body: str, scheme: str, dark: bool) -> None:
    page = open_page(f"<!doctype html><meta charset=utf-8><link rel=icon href=data:,><body {body}>{render_article(ferry())}", scheme=scheme)
    assert page.evaluate(CONTRAST) == []
    ground = page.evaluate("getComputedStyle(document.querySelector('.retold')).backgroundColor")
    assert (ground == "rgb(21, 24, 28)") is dark
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_a_notebook_s_own_style_does_not_set_it_askew(open_page: Opened) -> None:
    rules = ".out ul:not(.inline) { padding-left: 2em } .out h2:not(:first-child) { margin-top: 9em } .out p { margin-bottom: 5em }"
    own = f"<style>{rules}</style>"
    shape = "Array.from(document.querySelectorAll('.retold *')).map((e) => Math.round(e.getBoundingClientRect().height))"
    head = "<!doctype html><meta charset=utf-8><link rel=icon href=data:,>"
    alone, inside = (open_page(f"{head}{style}<div class=out>{render_article(ferry())}</div>").evaluate(shape) for style in ("", own))
    assert inside == alone


def test_print_shows_the_list(open_page: Opened) -> None:
    page = open_page(render_articles([ferry()]))
    page.emulate_media(media="print")
    assert page.locator(".notes li").first.bounding_box() is not None
    assert page.pdf().startswith(b"%PDF")
