"""Words cut to what a reader needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.records import Span
from retold.render.views.excerpts import Excerpt, excerpt, one_line

TEXT = (
    "The old lamp on the tower was lit again at dusk, and nobody could say who had carried the oil up all those steep and narrow wooden "
    "stairs in the rain."
)


def shown(parts: tuple[Excerpt, ...]) -> str:
    return "".join(f"[{part.text}]" if part.altered else part.text for part in parts)


def at(words: str) -> Span:
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_altered_words_are_told_apart() -> None:
    assert shown(excerpt(TEXT, [at("lamp on the tower was lit")], [at("tower")])) == "lamp on the [tower] was lit"


def test_what_is_far_from_an_altered_place_is_cut() -> None:
    cut = shown(excerpt(TEXT, [(0, len(TEXT))], [at("lamp"), at("rain")]))
    assert cut == "The old [lamp] on the tower was lit again at dusk, and … those steep and narrow wooden stairs in the [rain]."


def test_nothing_is_cut_unless_asked_for() -> None:
    assert shown(excerpt(TEXT, [(0, len(TEXT))], [at("lamp")], shorten=False)) == TEXT.replace("lamp", "[lamp]")


def test_spans_that_the_article_interrupts_say_so_and_alterations_outside_them_are_passed_over() -> None:
    assert shown(excerpt(TEXT, [at("The old"), at("at dusk")], [at("lamp"), at("old")])) == "The [old]” … “at dusk"


def test_alterations_that_overlap_are_marked_once() -> None:
    assert shown(excerpt(TEXT, [at("lamp on the tower")], [at("lamp on"), at("on the")])) == "[lamp on][ the] tower"


def test_nothing() -> None:
    assert excerpt(TEXT, [], []) == ()
    assert one_line("", 10) == ""


@given(st.data())
def test_uncut_and_unmarked_it_is_the_text(data: st.DataObject) -> None:
    text = data.draw(st.text("ab \n\t", max_size=60))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8, unique=True)) if len(text) > 8 else [0, len(text)])
    altered = list(zip(cuts[::2], cuts[1::2], strict=False))
    parts = excerpt(text, [(0, len(text))], altered, shorten=False)
    assert "".join("".join(part.text for part in parts).split()) == "".join(text.split())
    marked = "".join("".join(text[a:b] for a, b in altered).split())
    assert "".join("".join(part.text for part in parts if part.altered).split()) == marked


@given(st.text(st.sampled_from("ab ,…"), max_size=400), st.booleans())
def test_shortened_it_holds_every_altered_word_and_no_new_one(text: str, shorten: bool) -> None:
    altered = [(i, i + 3) for i in range(0, len(text) - 3, 97)]
    parts = excerpt(text, [(0, len(text))], altered, shorten=shorten)
    assert [p.text.split() for p in parts if p.altered] == [text[a:b].split() for a, b in altered]
    assert len("".join(p.text for p in parts)) <= len(text) + 3 * (len(altered) + 1)


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [
        ("the lamp was lit", 16, "the lamp was lit"),
        ("the lamp was lit", 15, "the lamp was…"),
        ("the lamp, was lit", 10, "the…"),
        ("  the\n lamp ", 20, "the lamp"),
        ("Unbroken", 5, "Unbr…"),
    ],
)
def test_one_line(text: str, width: int, cut: str) -> None:
    assert one_line(text, width) == cut


@given(st.text(), st.integers(1, 90))
def test_one_line_is_never_longer(text: str, width: int) -> None:
    line = one_line(text, width)
    assert len(line) <= max(width, 2)
    assert "\n" not in line
