"""Markdown: everything is there, and nothing in an article's text is markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from retold.records import Dossier, dossier_from_json, to_json
from retold.render.markdown import escaped, render_markdown

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def spoken(markdown: str) -> tuple[str, set[str]]:
    """The text that a reader of Markdown sees, and the kinds of inline marks it found."""
    tokens = READER.parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    blocks = {token.type for token in tokens}
    return "".join(child.content or " " * (child.type == "softbreak") for child in inline), {c.type for c in inline} | blocks


@given(st.text(st.one_of(st.sampled_from("ab1 *_`~[]()<>!#+-=.|\\&;:/$^{}\n"), st.characters(exclude_categories=["C"])), max_size=40))
def test_no_text_is_markup(text: str) -> None:
    seen, kinds = spoken(escaped(text))
    assert seen == " ".join(text.split())
    assert kinds <= {"text", "text_special", "inline", "paragraph_open", "paragraph_close"}


@pytest.mark.parametrize(
    "text", ["*a*", "a**b**", "_a_", "~~a~~", "`a`", "<b>a</b>", "[a](b)", "![a](b)", "<a@b.c>", "&lt;", "\\*a\\*", "a\\", "<!-- a -->"]
)
def test_marks_inside_a_line_stay_text(text: str) -> None:
    seen, kinds = spoken(f"before {escaped(text)} behind")
    assert seen == f"before {text} behind"
    assert kinds <= {"text", "text_special", "inline", "paragraph_open", "paragraph_close"}


def test_a_bar_does_not_end_a_cell() -> None:
    seen, kinds = spoken(f"| head |\n| --- |\n| {escaped('a | b')} |\n")
    assert seen == "heada | b"
    assert "td_open" in kinds


@pytest.mark.parametrize("text", ["1. first", "- item", "# head", "> quote", "---", "===", "&amp; &lt;", "    code", "```", "![x](y)"])
def test_what_begins_a_block_stays_text(text: str) -> None:
    assert spoken(escaped(text)) == (" ".join(text.split()), spoken(escaped("a"))[1] | ({"text_special"} & spoken(escaped(text))[1]))


def test_the_tale(full_tale: Dossier) -> None:
    markdown = render_markdown(full_tale)
    for words in (
        "# Ferry to Osk \\<opens\\>\n",
        "**Vellmar Radio** may bear a wrong date, 9 Mar 2031",
        "Not read: notes\\|draft.pdf",
        "- **Harbour Post → Tidewater Daily**: rewrite",
        "- **KNA** (possible, not among the reports)",
        "> “We have bought four ships, and we will not raise the fares before the summer, … If the council",
        "“We have bought **fourteen** ships, and we will ~~⟦not⟧~~ raise the fares before the summer, … ~~⟦If the council",
        "  - **Changes the meaning: “four” became “fourteen” (a number)**; **dropped “not” (a negation)**; also dropped “If the",
        "— Tidewater Daily (and in the same words: Northlight)",
        "Tell them \\</script\\> & \\<b\\>bold\\</b\\> is not a timetable",
        "## Only here",
        "- A ferry line opens. (Harbour Post)",
        full_tale.articles[0].digest,
    ):
        assert words in markdown, words
    assert "html_inline" not in spoken(markdown)[1]
    assert "s_open" in spoken(markdown)[1]


def test_with_reasons_every_difference_is_told(full_tale: Dossier) -> None:
    explained = render_markdown(full_tale, explain=True)
    assert "  - “four” → “fourteen”: number, changes the meaning" in explained
    assert "  - left out “not”: negation, changes the meaning" in explained


def test_the_same_dossier_gives_the_same_text(full_tale: Dossier) -> None:
    assert render_markdown(full_tale) == render_markdown(dossier_from_json(to_json(full_tale)))


@pytest.mark.parametrize("name", ["crowd", "nothing"])
def test_many_reports_and_none(name: str, request: pytest.FixtureRequest) -> None:
    dossier = request.getfixturevalue(name)
    markdown = render_markdown(dossier)
    assert markdown.startswith(f"# {dossier.story}\n")
    assert markdown.count("| report-") == len(dossier.articles)
