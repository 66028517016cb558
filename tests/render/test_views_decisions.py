"""An editor's decisions, and the reasons for what was found, in all outputs."""

from __future__ import annotations

import re
from html import unescape

import pytest

from retold.records import Dossier
from retold.render.html import render_html
from retold.render.markdown import render_markdown
from retold.render.terminal import render_terminal
from retold.render.views.decisions import decision_line, decisions
from retold.render.views.grounds import ground_line, grounds
from tests.render.decided import decided
from tests.render.strict_page import Page

DECISIONS = (
    "Northlight took from the Harbour Post.",
    "I rang them <both>",
    "Two remarks on the quay are apart",
)


def plain(text: str, marks: str = r"[│├└─]|\\(?=\W)") -> str:
    """Words of an output on one line, without markup."""
    return " ".join(unescape(re.sub(marks, "", text)).split())


@pytest.fixture
def outputs(tale: Dossier) -> dict[str, str]:
    """What a reader sees, format by format; nothing is explained where that must be asked for."""
    dossier = decided(tale)
    return {
        "terminal": plain(render_terminal(dossier)),
        "html": plain(render_html(dossier).split("<script", maxsplit=1)[0].split("</style>", maxsplit=1)[1], "<[^>]*>"),
        "markdown": plain(render_markdown(dossier)),
    }


def test_applied_decisions_come_first_and_the_others_say_why(tale: Dossier) -> None:
    found = decisions(decided(tale))
    assert [d.applied for d in found] == [True, False]
    assert [decision_line(d) for d in found] == [
        "Northlight took from the Harbour Post. (“I rang them <both>”)",
        "Two remarks on the quay are apart; not applied",
    ]


def test_every_output_tells_them_and_says_that_an_editor_decided(outputs: dict[str, str]) -> None:
    for name, text in outputs.items():
        for words in DECISIONS:
            assert words in text, (name, words)
        assert "not applied" in text, name
        assert re.search("decided by an editor", text, re.IGNORECASE), name
        assert "An editor says so." in text, name


def test_nothing_is_said_of_editors_where_there_was_none(tale: Dossier) -> None:
    for text in (render_terminal(tale), render_markdown(tale), render_html(tale)):
        assert "decided by an editor" not in text.lower()
    assert not any(edge.decided for edge in tale.derivation.edges)


def test_reasons_are_shown_when_asked_for(tale: Dossier, outputs: dict[str, str]) -> None:
    dossier = decided(tale)
    assert "7 of 9 telling words" not in outputs["terminal"] + outputs["markdown"]
    assert "7 of 9 telling words" in outputs["html"]
    for text in (plain(render_terminal(dossier, explain=True)), plain(render_markdown(dossier, explain=True)), outputs["html"]):
        for words in ("90% sure", "+0.62 words", "−0.15 place in the report", "The sentences around tell other things."):
            assert words in text


def test_all_evidence_of_an_edge_is_shown_when_asked_for(tale: Dossier) -> None:
    dossier = decided(tale)
    assert "Northlight names the Harbour Post." not in plain(render_terminal(dossier))
    explained = plain(render_terminal(dossier, explain=True))
    assert "decided by an editor: An editor says so. · credit: Northlight names the Harbour Post." in explained


@pytest.mark.parametrize("width", [40, 80])
def test_explained_and_decided_it_still_fits(tale: Dossier, width: int) -> None:
    shown = render_terminal(decided(tale), width=width, explain=True)
    assert max(map(len, shown.splitlines())) <= width


def test_the_page_stays_well_formed(tale: Dossier) -> None:
    html = render_html(decided(tale))
    page = Page(html)
    assert [key for key, count in page.ids.items() if count > 1] == []
    assert "<both>" not in html


def test_an_editor_s_word_comes_first_and_is_not_weighed(tale: Dossier) -> None:
    rendition = decided(tale).utterances[0].renditions[1]
    found = grounds([rendition], {rendition.article: "Tidewater Daily"})[0]
    assert found.outlet == "Tidewater Daily"
    assert [ground_line(g) for g in found.reasons] == [
        "decided by an editor: An editor put the two together.",
        "+0.62 words: 7 of 9 telling words are the same.",
        "−0.15 place in the report: The sentences around tell other things.",
    ]
    assert [g.against for g in found.reasons] == [False, False, True]
    assert grounds([tale.utterances[0].renditions[0]], {}) == ()
