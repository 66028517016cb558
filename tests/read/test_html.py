"""Pages: text, metadata, and pages without an article."""

from __future__ import annotations

import pytest

from retold.errors import UnreadableInput
from retold.read import read
from retold.read.html import declared_encoding, looks_like_html, read_page
from retold.settings import ReadSettings

BODY = """<article><h1>Old mill burns at Quillmere</h1>
<p>QUILLMERE (Reuters) - The old mill of Quillmere burned down on Tuesday night, and two firemen were hurt when its roof fell in.</p>
<p>“We heard the beams crack and ran for the gate,” said Odo Trask, who leads the fire brigade of the town.</p>
<p>Mayor Hanne Lysk said the town would rebuild the mill, which had stood beside the river since 1811.</p>
<p>&lt;script&gt; was the odd name of the boat that lay beside it.</p>
<p>© 2031 Quillmere Courier. All rights reserved.</p></article>"""
LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "x"},
{"@type": ["NewsArticle"], "headline": "Old mill burns at Quillmere &amp; two hurt", "datePublished": "2031-06-04T22:10:00+02:00",
"author": [{"@type": "Person", "name": "Petra Oslan"}, "Jon Vask"],
"publisher": {"@type": "Organization", "name": "Quillmere Courier"}}]}</script>"""
GRAPH = """<meta property="og:title" content="Old mill burns at Quillmere"><meta property="og:site_name" content="Quillmere Courier">
<meta property="article:published_time" content="2031-06-04T22:10:00+02:00">"""
LIMITS = ReadSettings()


def page(head: str, body: str = BODY) -> str:
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Mill | Courier</title>{head}</head><body>{body}</body></html>"
    )


def test_json_ld_gives_title_byline_outlet_and_time() -> None:
    raw = read_page(page(LINKED), "mill.html", "mill", LIMITS)
    assert raw.title == "Old mill burns at Quillmere & two hurt"
    assert raw.outlet == "Quillmere Courier"
    assert raw.byline == ("Petra Oslan", "Jon Vask")
    assert (raw.published, raw.published_from) == ("2031-06-04T22:10:00+02:00", "page")


def test_opengraph_gives_them_where_there_is_no_json_ld() -> None:
    raw = read_page(page(GRAPH), "mill.html", "mill", LIMITS)
    assert (raw.title, raw.outlet) == ("Old mill burns at Quillmere", "Quillmere Courier")
    assert raw.published == "2031-06-04T22:10:00+02:00"


def test_htmldate_finds_the_date_where_no_tag_says_it() -> None:
    raw = read_page(page("", f"<time datetime='2019-06-04' pubdate>4 June</time>{BODY}"), "mill.html", "mill", LIMITS)
    assert (raw.published, raw.published_from) == ("2019-06-04", "page")


@pytest.mark.parametrize(
    "linked",
    [
        "{",
        "[]",
        "null",
        '{"@graph": 3}',
        '{"@type": "NewsArticle"}',
        "[" * 5000,
        '{"@type":"NewsArticle","headline":7,"author":{"name":[{}]}}',
    ],
)
def test_broken_json_ld_is_passed_over(linked: str) -> None:
    raw = read_page(page(f'<script type="application/ld+json">{linked}</script>{GRAPH}'), "mill.html", "mill", LIMITS)
    assert raw.title == "Old mill burns at Quillmere"


def test_a_page_becomes_an_article_with_marked_parts(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "mill.html").write_text(page(LINKED), "utf-8")
    (article,) = read([tmp_path / "mill.html"]).articles
    assert article.id == "mill"
    assert article.credit == ("Reuters",)
    assert "<script> was the odd name" in article.text
    assert {part.kind for part in article.parts} == {"title", "dateline", "copyright"}
    assert (article.published, article.published_from) == ("2031-06-04T22:10:00+02:00", "page")


@pytest.mark.parametrize("body", ["", "<nav><a href='/'>Home</a></nav>", "<p>Please turn on JavaScript.</p>"])
def test_a_page_without_an_article_is_refused(body: str) -> None:
    with pytest.raises(UnreadableInput, match="no article"):
        read_page(page("", body), "empty.html", "empty", LIMITS)


@pytest.mark.parametrize(
    ("text", "page_like"),
    [
        ("<!DOCTYPE html>\n<html>", True),
        ("  <?xml version='1.0'?>\n<html xmlns='x'>", True),
        ("<!-- saved -->\n<HTML>", True),
        ("<article><p>x</p></article>", True),
        ("The tag <html> opens a page.", False),
        ("<3 from the whole team", False),
        ("", False),
    ],
)
def test_a_page_is_told_from_a_text_that_mentions_tags(text: str, page_like: bool) -> None:
    assert looks_like_html(text) is page_like


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b'<meta charset="koi8-r">', "koi8-r"),
        (b"<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>", "windows-1251"),
        (b"charset=utf-8 in a plain text", None),
    ],
)
def test_the_declared_encoding_is_found(data: bytes, encoding: str | None) -> None:
    assert declared_encoding(data) == encoding
