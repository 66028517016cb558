"""The brief rendered by itself: every sentence with what bears it, in every format."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from retold.compare.brief import brief
from retold.errors import UsageError
from retold.records import Brief, BriefEvidence, BriefSection, BriefSentence, Dossier, dossier_from_json
from retold.render import render
from retold.render.brief import BRIEFS, render_brief
from retold.render.brief.terminal import brief_terminal
from retold.render.views.brief import brief_parts
from tests.compare.brief.telling import article, dossier, dossiers
from tests.render.strict_page import Page

TEXT = "The weir is <b>closed</b>.\nThe gate [stays] *open* \x1b[31mtoday."
SECTIONS = (
    BriefSection(
        title="Summary",
        sentences=(
            BriefSentence(text="The weir is <b>closed</b>.", evidence=(BriefEvidence(article="echo", start=0, end=26),)),
            BriefSentence(
                text="The gate [stays] *open*.",
                evidence=(BriefEvidence(article="echo", start=27, end=50), BriefEvidence(article="gone", start=0, end=3)),
            ),
        ),
    ),
    BriefSection(title="Risks", sentences=(BriefSentence(text="It may rain.", evidence=(BriefEvidence(article="wire", start=0, end=4),)),)),
)


@pytest.fixture
def told() -> Dossier:
    echo = article("echo", TEXT, outlet="Sundmar <Echo>", url="https://echo.example/weir")
    wire = article("wire", "Rain is near.", url="javascript:alert(1)")
    return dossier(echo, wire, brief=Brief(sections=SECTIONS))


def test_the_view_numbers_all_sentences_and_leaves_out_what_the_dossier_lacks(told: Dossier) -> None:
    parts = brief_parts(told)
    assert [(p.anchor, p.title, [s.number for s in p.sentences]) for p in parts] == [
        ("brief-1", "Summary", [1, 2]),
        ("brief-2", "Risks", [3]),
    ]
    assert [s.names for s in parts[0].sentences] == [("Sundmar <Echo>",), ("Sundmar <Echo>",)]
    assert [(b.words, b.url) for b in parts[1].sentences[0].borne] == [("Rain", None)]


@pytest.mark.parametrize("format", BRIEFS)
def test_every_format_tells_every_sentence(told: Dossier, format: str) -> None:
    text = render_brief(told, format)
    assert text.endswith("\n")
    for plain in ("Summary", "Risks", "It may rain.", "Wire"):
        assert plain.lower() in text.lower()


@pytest.mark.parametrize("format", BRIEFS)
def test_a_dossier_without_a_brief_says_so(format: str) -> None:
    text = render_brief(dossier(), format)
    assert format == "json" or "No sentence could be made that the reports bear." in text


def test_another_format_is_refused(told: Dossier) -> None:
    with pytest.raises(UsageError, match="a brief has no format 'tei'; choose one of terminal, markdown, html, json"):
        render_brief(told, "tei")


def test_json_is_the_dossier_with_its_brief(told: Dossier) -> None:
    assert dossier_from_json(render_brief(told, "json")) == told


def test_html_escapes_everything_and_loads_nothing(told: Dossier) -> None:
    html = render_brief(told, "html")
    Page(html)
    assert "<b>" not in html
    assert "javascript:" not in html
    assert "<script" not in html
    assert 'href="https://echo.example/weir"' in html


def test_markdown_keeps_markup_as_text(told: Dossier) -> None:
    text = render_brief(told, "markdown")
    assert "\\*open\\*" in text
    assert "<b>" not in text
    assert "\\[3\\] **Wire**: “Rain”" in text


@pytest.mark.parametrize("width", [30, 80, 200])
def test_a_terminal_s_width_is_kept_and_nothing_is_obeyed(told: Dossier, width: int) -> None:
    text = brief_terminal(told, width=width)
    assert max(map(len, text.splitlines())) <= width
    assert "\x1b" not in text


@given(dossiers())
@settings(max_examples=15)
def test_any_brief_can_be_rendered(told: Dossier) -> None:
    whole = replace(told, brief=brief(told))
    for format in BRIEFS:
        assert render_brief(whole, format) == render_brief(whole, format)


def test_markdown_holds_nothing_that_a_terminal_obeys() -> None:
    text = "The weir \x1b[31mis\x9b1m \u202eclosed."
    section = BriefSection(title="Summary", sentences=(BriefSentence(text=text, evidence=(BriefEvidence(article="e", start=0, end=9),)),))
    story = dossier(article("e", text), brief=Brief(sections=(section,)))
    for shown in (render_brief(story, "markdown"), render(story, "markdown")):
        assert not set("\x1b\x9b\u202e") & set(shown)
        assert "closed" in shown
