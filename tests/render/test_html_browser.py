"""The page in a browser: loads nothing, runs nothing of an article's, works by keyboard, on a phone, and without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from retold.records import Dossier
from retold.render.html import render_html
from tests.render.contrast import CONTRAST

Opened = Callable[..., Page]


@pytest.fixture
def opened(open_page: Opened) -> Opened:
    """Opens a dossier's page."""

    def open_dossier(dossier: Dossier, **how: object) -> Page:
        return open_page(render_html(dossier), **how)

    return open_dossier


@pytest.mark.parametrize("name", ["tale", "full_tale", "crowd", "nothing"])
def test_nothing_is_loaded_and_nothing_overflows(opened: Opened, name: str, request: pytest.FixtureRequest) -> None:
    dossier = request.getfixturevalue(name)
    for width, scheme in ((1280, "light"), (1280, "dark"), (360, "light")):
        page = opened(dossier, width=width, scheme=scheme)
        assert page.title() == f"{dossier.story} · Retold"
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"wider than {width} pixels"


def test_an_outlet_leads_to_the_passage_beside_the_base_and_back(opened: Opened, tale: Dossier) -> None:
    page = opened(tale)
    link = page.locator(".tellings .to", has_text="Tidewater Daily")
    link.focus()
    page.keyboard.press("Enter")
    assert page.locator(".column:visible h3").all_text_contents() == [
        "Ferry line will open in spring, minister tells the Post",
        "Minister: night ferries are coming",
    ]
    lit = " ".join(page.locator(".p.here, .q.here").all_text_contents())
    assert "We have bought fourteen ships" in lit
    assert "we will not raise the fares" in lit
    assert page.evaluate("document.activeElement.textContent").startswith("We have bought fourteen ships")
    box = page.evaluate("document.activeElement.getBoundingClientRect().top")
    assert 0 < box < 900
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "Tidewater Daily"
    assert page.locator(".here").count() == 0
    assert not page.is_visible("#back")


def test_an_edge_shows_its_evidence_from_the_drawing_and_the_list(opened: Opened, tale: Dossier) -> None:
    page = opened(tale)
    summary = page.locator(".edges summary", has_text="condensed")
    summary.focus()
    page.keyboard.press("Enter")
    item = page.locator(".edges > li.on")
    assert "Northlight names the Harbour Post." in (item.text_content() or "")
    page.locator(".edges > li.on .to", has_text="told the Harbour Post on Tuesday").click()
    assert page.locator(".p.here").all_text_contents() == ["told the Harbour Post on Tuesday", "told the Harbour Post that"]


def test_the_filter_finds_words_speakers_and_outlets(opened: Opened, tale: Dossier) -> None:
    page = opened(tale)
    for words, heard in (("FOURTEEN ships", "Marit Oskelund"), ("brandt", "Tollef Brandt"), ("radio", "Marit Oskelund")):
        page.fill("#filter", words)
        assert page.locator(".speaker:visible h3").all_text_contents() == [heard]
        assert page.text_content("#filter-says") == "1 of 3 remarks"
    page.fill("#filter", "timetable")
    assert page.locator(".singles li:visible").count() == 1
    page.press("#filter", "Escape")
    assert page.locator(".speaker:visible").count() == 2


def test_a_relation_is_explained_on_focus_until_escape(opened: Opened, tale: Dossier) -> None:
    page = opened(tale)
    badge = page.locator(".tellings .rel-changed")
    page.keyboard.press("Tab")
    badge.focus()
    shown = "getComputedStyle(document.querySelector('.tellings .rel-changed'), '::after').display"
    assert page.evaluate(shown) == "block"
    page.keyboard.press("Escape")
    assert page.evaluate(shown) == "none"


def test_everything_is_reached_by_tab_with_visible_focus(opened: Opened, tale: Dossier) -> None:
    page = opened(tale)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    reached: list[str] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => { const e = document.activeElement; const s = getComputedStyle(e);
            return e === document.body ? null : [e.tagName + "#" + e.id + "." + e.className, s.outlineStyle !== "none"]; }"""
        )
        if found is None:
            break
        assert found[1], f"{found[0]} has no visible focus"
        reached.append(found[0])
    text = " ".join(reached)
    assert all(part in text for part in ("BUTTON#theme", "INPUT#filter", "SUMMARY", "A#.to", "A#.rel", "BUTTON#show-all", "DIV#a1-text"))


def test_the_theme_follows_the_button(opened: Opened, tale: Dossier) -> None:
    page = opened(tale, scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) == light
    page.click("#theme")
    assert page.text_content("#theme") == "Theme: dark"
    assert page.evaluate(ground) != light


def test_colours_keep_their_contrast(opened: Opened, full_tale: Dossier) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1 for text, measured on every element with text of its own against the ground painted under it."""
    for scheme in ("light", "dark"):
        page = opened(full_tale, scheme=scheme)
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        page.click("#show-all")
        assert page.evaluate(CONTRAST) == [], scheme


def test_without_scripts_all_is_there(opened: Opened, tale: Dossier) -> None:
    page = opened(tale, javascript=False)
    assert page.locator(".column:visible").count() == len(tale.articles)
    assert page.locator(".edges > li:visible").count() == len(tale.derivation.edges)
    assert page.locator(".needs-js:visible").count() == 0
    page.locator(".tellings .to", has_text="Tidewater Daily").click()
    assert page.locator(":target").text_content() == "We have bought fourteen ships, and we will raise the fares before the summer,"


def test_an_article_s_text_is_the_same_in_the_browser(opened: Opened, tale: Dossier) -> None:
    page = opened(tale)
    page.click("#show-all")
    for number, article in enumerate(tale.articles, 1):
        assert (page.text_content(f"#a{number}-text") or "").strip("\n") == article.text


def test_folded_furniture_opens(opened: Opened, tale: Dossier) -> None:
    page = opened(tale)
    button = page.locator("#a1 .furniture-toggle")
    assert button.get_attribute("aria-expanded") == "true"
    button.click()
    assert page.locator("#a1 .furniture:visible").count() == 0
    button.click()
    assert page.locator("#a1 .furniture:visible").count() == 2


def test_print_shows_what_is_folded(opened: Opened, tale: Dossier) -> None:
    page = opened(tale)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.is_visible("#only li")
    assert not page.is_visible("nav")
    assert page.pdf().startswith(b"%PDF")
