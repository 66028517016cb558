"""The dossier in a terminal: 80 columns, colour or brackets, sections in order, nothing that a terminal would obey."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from retold import annotate, compare, read_text
from retold.data import story_files
from retold.records import (
    Apart,
    Article,
    Derivation,
    Dossier,
    Edge,
    Evidence,
    IndependentSources,
    Rejection,
    Rendition,
    Root,
    Utterance,
)
from retold.render.terminal import printable, render_terminal

ANSI = re.compile(r"\x1b\[[0-9;]*m")
TITLES = ("REPORTS", "WHO REWROTE WHOM", "WHAT WAS SAID, MOST ALTERED FIRST", "ONLY IN ONE REPORT", "NOT READ")


@pytest.fixture(scope="module")
def story() -> Dossier:
    """The dossier of the invented story."""
    return compare(annotate([read_text(file.read_text("utf-8"), id=name.removesuffix(".txt")) for name, file in story_files()]))


def widest(text: str) -> int:
    return max(map(cell_len, text.splitlines()))


def titles(text: str) -> list[str]:
    return [line for line in text.splitlines() if line in TITLES]


def chain(length: int, outlet: str) -> Dossier:
    """A dossier in which each article took from the one before it."""
    articles = tuple(
        Article(
            id=f"a{n}", outlet=f"{outlet}{n}", url=None, title=outlet * 3, published="2031-05-02T10:30:00+00:00", text=outlet, digest=""
        )
        for n in range(length)
    )
    because = Evidence(what="copy", text=f"a1 follows a0 : {outlet * 4}")
    edges = tuple(
        Edge(from_=f"a{n}", to=f"a{n + 1}", directed=True, kind="copy", share=0.5, confidence=0.9, evidence=(because,))
        for n in range(length - 1)
    )
    base = Rendition(quotation="a0/q1", article="a0", spans=((0, len(outlet)),), relation="base", confidence=1.0)
    other = msgspec.structs.replace(base, article=f"a{length - 1}", relation="reworded")
    return Dossier(
        retold="0.0.0",
        settings="0123456789ab",
        story=outlet * 2,
        articles=articles,
        apart=(Apart(article="a0", because=outlet),),
        utterances=(Utterance(id="u1", speaker=outlet, occasion=None, base="a0/q1", renditions=(base, other)),),
        derivation=Derivation(
            edges=edges,
            independent_sources=IndependentSources(confirmed=1, possible=0, roots=(Root(name="a0", standing="confirmed", because=outlet),)),
        ),
        rejected=(Rejection(input=outlet, reason=outlet),),
    )


# ---------------------------------------------------------------------------------------------- columns


def test_the_story_fits_80_columns(story: Dossier) -> None:
    assert widest(render_terminal(story)) <= 80


def test_sixty_articles_fit(crowd: Dossier) -> None:
    shown = render_terminal(crowd)
    assert widest(shown) <= 80
    for number in range(20):
        assert f"Kellin Courier {number}" in shown


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_markup_emoji_and_other_scripts_fit(tale: Dossier, width: int) -> None:
    assert widest(render_terminal(tale, width=width)) <= width


@given(
    length=st.integers(2, 60),
    outlet=st.one_of(
        st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=120),
        st.sampled_from(["Weekly of the Northern Islands and Territories " * 3, "Unbroken" * 20, "港口报" * 30, "´" * 9, "a\tb" * 30]),
    ),
)
def test_very_long_names_and_chains_fit(length: int, outlet: str) -> None:
    shown = render_terminal(chain(length, outlet))
    assert widest(shown) <= 80
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)


def test_names_that_are_cut_can_still_be_told_apart() -> None:
    shown = render_terminal(chain(12, "Weekly of the Northern Islands and Territories "))
    rows = shown.split("REPORTS\n")[1].split("\n\n")[0].splitlines()
    assert len({row[:30] for row in rows}) == 12


# ---------------------------------------------------------------------------------------------- colour


def test_without_colour_altered_words_stand_in_brackets(story: Dossier) -> None:
    shown = render_terminal(story)
    assert "\x1b" not in shown
    assert "I ⟦would⟧ have held" in " ".join(shown.split())


def test_with_colour_they_are_marked_by_colour(story: Dossier) -> None:
    shown = render_terminal(story, colour=True)
    assert re.search(r"\x1b\[[0-9;]+mwould\x1b\[0m", shown)
    assert "⟦" not in shown
    assert "\x1b" not in ANSI.sub("", shown)


def test_colour_changes_no_word(story: Dossier, tale: Dossier) -> None:
    for dossier in (story, tale):
        plain = re.sub(r"[⟦⟧]", "", render_terminal(dossier))
        assert "".join(ANSI.sub("", render_terminal(dossier, colour=True)).split()) == "".join(plain.split())


# ---------------------------------------------------------------------------------------------- what it says


def test_sections_come_in_order(tale: Dossier, story: Dossier) -> None:
    assert titles(render_terminal(tale)) == list(TITLES)
    assert titles(render_terminal(story)) == list(TITLES[:4])


def test_nothing_is_printed_where_there_is_nothing(nothing: Dossier) -> None:
    assert titles(render_terminal(nothing)) == []
    assert render_terminal(nothing).startswith("nothing\n0 reports")


def test_warnings_are_told(tale: Dossier) -> None:
    shown = " ".join(render_terminal(tale).split())
    for sentence in (
        "seems to tell another story: it could not be compared.",
        "in ar: kept, not analysed",
        "date in doubt: its address says 2031/03/05.",
        "1 other version of it read, not counted again",
        "from KNA, not among the reports: The page’s foot says “KNA”.",
        "alike, who took from whom can’t be told",
        "1 remark told by one outlet only: Harbour Post 1",
        "notes|draft.pdf: it is a PDF; save its text and pass that.",
    ):
        assert sentence in shown


def test_every_remark_of_several_outlets_is_shown_with_all_its_renditions(story: Dossier) -> None:
    shown = " ".join(re.sub(r"[⟦⟧]", "", render_terminal(story)).split())
    texts = {a.id: a.text for a in story.articles}
    several = [u for u in story.utterances if len({r.article for r in u.renditions}) > 1]
    assert several
    for utterance in several:
        base = utterance.renditions[0]
        assert " ".join("” … “".join(texts[base.article][a:b] for a, b in base.spans).split()) in shown


def test_what_an_article_prints_twice_in_the_same_words_is_shown_once(tale: Dossier) -> None:
    first, *rest = tale.utterances
    twice = msgspec.structs.replace(first, renditions=(*first.renditions, first.renditions[1]))
    assert render_terminal(msgspec.structs.replace(tale, utterances=(twice, *rest))) == render_terminal(tale)


def test_an_id_that_is_another_articles_name_is_not_named_twice() -> None:
    dossier = chain(2, "x")
    articles = tuple(msgspec.structs.replace(a, outlet={"a0": "a1", "a1": "Gazette"}[a.id]) for a in dossier.articles)
    assert "Gazette follows a1 : " in render_terminal(msgspec.structs.replace(dossier, articles=articles))


def test_a_cycle_of_edges_ends() -> None:
    dossier = chain(4, "Herald ")
    edges = dossier.derivation.edges
    back = msgspec.structs.replace(edges[0], from_="a3", to="a1")
    derivation = msgspec.structs.replace(dossier.derivation, edges=(*edges, back))
    assert "(see above)" in render_terminal(msgspec.structs.replace(dossier, derivation=derivation))


def test_what_a_terminal_would_obey_is_not_passed_on() -> None:
    shown = render_terminal(chain(3, "\x1b[31mred\x1b]0;title\x07 \u202eback\x9b2J "))
    assert not re.search(r"[\x1b\x07\x9b\u202e]", shown)
    assert "�[31mred" in shown


@given(st.text())
def test_printable_keeps_the_length_and_all_letters(text: str) -> None:
    kept = printable(text)
    assert len(kept) == len(text)
    assert all(a == b for a, b in zip(text, kept, strict=True) if a.isprintable() or a in "\n\t")
    assert "\x1b" not in kept
