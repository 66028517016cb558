"""The page as text: complete, escaped, well-formed, the same every time, with every link leading somewhere."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise

import msgspec
import pytest

from retold.records import Dossier, dossier_from_json, to_json
from retold.render.html import render_html
from retold.render.html.columns import safe_url
from retold.render.views.overview import counts
from retold.render.views.passages import Places
from retold.render.views.remarks import remarks_by_speaker
from tests.render.strict_page import Page


@pytest.mark.parametrize("name", ["tale", "full_tale", "crowd", "nothing"])
def test_pages_are_well_formed_and_links_lead_somewhere(name: str, request: pytest.FixtureRequest) -> None:
    html = render_html(request.getfixturevalue(name))
    page = Page(html)
    assert [key for key, count in page.ids.items() if count > 1] == []
    local = [link["href"][1:] for link in page.links if (link["href"] or "").startswith("#")]  # type: ignore[index]
    assert set(local) <= set(page.ids)
    lit = {name for link in page.links for key in ("data-all", "data-with") for name in (link.get(key) or "").split()}
    assert lit <= set(page.ids)
    assert page.named <= set(page.ids)
    assert page.scripts == 1
    assert page.headings[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(page.headings))


def test_the_same_dossier_gives_the_same_bytes(full_tale: Dossier) -> None:
    assert render_html(full_tale) == render_html(dossier_from_json(to_json(full_tale)))


def test_text_of_articles_stays_text_and_whole(tale: Dossier) -> None:
    html = render_html(tale)
    assert '<script>alert("osk")' not in html
    assert "&lt;script&gt;alert(&quot;osk&quot;)&lt;/script&gt;" in html
    bodies = re.findall(r'<div class="text" [^>]*>\n(.*?)\n</div>\n</article>', html, re.DOTALL)
    texts = [unescape(re.sub(r"<[^>]*>", "", body)) for body in bodies]
    assert texts == [article.text for article in tale.articles]


def test_spans_that_run_out_of_the_text_do_no_harm(tale: Dossier) -> None:
    utterance = tale.utterances[1]
    beyond = msgspec.structs.replace(utterance.renditions[1], spans=((-5, 3), (10_000, 20_000)))
    broken = msgspec.structs.replace(utterance, renditions=(utterance.renditions[0], beyond))
    Page(render_html(msgspec.structs.replace(tale, utterances=(broken,))))


def test_an_outlet_s_name_stays_text_in_the_drawing(tale: Dossier) -> None:
    outlet = msgspec.structs.replace(tale.articles[0], outlet="</text><img src=x onerror=alert(1)>")
    html = render_html(msgspec.structs.replace(tale, articles=(outlet, *tale.articles[1:])))
    assert "<img" not in html
    Page(html)


def test_the_policy_allows_nothing_from_elsewhere(tale: Dossier) -> None:
    html = render_html(tale)
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', html).group(1))  # type: ignore[union-attr]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert not re.search(r"<[^>]*\s(?:src|on\w+|style)=", html.split("<script", maxsplit=1)[0])


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://post.example/a?b=1", True),
        ("http://post.example", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        ("data:text/html,x", False),
        ("//post.example/a", False),
        ("https:///a", False),
        ("http://[bad", False),
        ("https://post.example/\n", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_links(url: str | None, followed: bool) -> None:
    assert (safe_url(url) == url) is (followed or url is None)


def test_links_to_the_outlet_tell_it_nothing(tale: Dossier) -> None:
    outward = [link for link in Page(render_html(tale)).links if not (link["href"] or "").startswith("#")]
    assert [link["href"] for link in outward] == ["https://post.example/ferry?a=1&b=2"]
    assert "noreferrer" in (outward[0]["rel"] or "")


def test_the_head_counts(tale: Dossier, nothing: Dossier) -> None:
    assert counts(tale) == (
        "5 reports",
        "1 independent source (1 more possible)",
        "2 remarks told by more than one outlet",
        "1 of them altered",
    )
    assert counts(nothing)[0] == "0 reports"


def test_everything_found_is_shown(full_tale: Dossier) -> None:
    text = unescape(re.sub(r"<[^>]*>", "", render_html(full_tale).split("<script", maxsplit=1)[0]))
    for words in (
        "Ferry to Osk <opens>",
        "stands apart: it could not be compared.",
        "is not in English (ar)",
        "its address says 2031/03/05.",
        "Not read: notes|draft.pdf",
        "3 of 4 passages follow in the same order.",
        "Its own interview with Oskelund.",
        "“four” → “fourteen”",
        "negation, changes the meaning",
        "⟦If the council asks for night trips,⟧",
        "She added that the quay at Osk still lacks a crane.",
        "harbour-post-early, 3 Mar 2031",
        "0123456789ab",
        "A ferry line opens.",
        "Names for the same thing",
        "Timeline",
        "Positions",
    ):
        assert words in text, words
    assert full_tale.articles[0].digest in text


def test_empty_lists_have_no_heading(tale: Dossier) -> None:
    html = render_html(tale)
    assert not any(f'id="{name}"' in html for name in ("facts", "wording", "timeline", "positions"))


def test_an_outlet_that_says_it_twice_stands_once(tale: Dossier) -> None:
    utterance = tale.utterances[1]
    twice = msgspec.structs.replace(utterance, renditions=(*utterance.renditions, utterance.renditions[1]))
    remark = remarks_by_speaker(msgspec.structs.replace(tale, utterances=(twice,)), Places(tale.articles))[0].remarks[0]
    assert [outlet.name for outlet in remark.base.outlets] == ["Tidewater Daily", "Northlight"]
