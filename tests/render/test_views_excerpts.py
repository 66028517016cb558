"""Words cut to what a reader needs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.render.views.excerpts import OMITTED, Excerpt, excerpt, one_line
from retold.render.views.runs import Run

FAR = (
    " on the tower was lit again at dusk, and nobody could say who had carried the oil up all those steep and narrow wooden stairs in the "
)


def shown(parts: tuple[Excerpt, ...]) -> str:
    return "".join(f"[{part.text}]" if part.altered else part.text for part in parts)


def same(text: str) -> Run:
    return Run(text=text, state="same")


def changed(text: str) -> Run:
    return Run(text=text, state="changed")


OMISSION = Run(text="all that was left out", state="omitted")
GAP = Run(text="", state="gap")


def test_altered_words_are_told_apart() -> None:
    assert shown(excerpt([same("lamp on the "), changed("tower"), same(" was lit")])) == "lamp on the [tower] was lit"


def test_what_is_far_from_an_altered_place_is_cut() -> None:
    cut = shown(excerpt([same("The old "), changed("lamp"), same(FAR), changed("rain"), same(".")]))
    assert cut == "The old [lamp] on the tower was lit again at dusk, and … those steep and narrow wooden stairs in the [rain]."


def test_a_cut_end_leaves_no_blank_behind() -> None:
    assert shown(excerpt([changed("lamp"), same(FAR)])) == "[lamp] on the tower was lit again at dusk, and …"


def test_nothing_is_cut_unless_asked_for() -> None:
    assert shown(excerpt([changed("lamp"), same(FAR)], shorten=False)) == "[lamp]" + FAR


def test_where_the_article_interrupts_it_says_so() -> None:
    assert shown(excerpt([same("The old lamp"), GAP, same("at dusk")])) == "The old lamp” … “at dusk"


def test_words_left_out_are_marked_between_unaltered_ones_only() -> None:
    assert shown(excerpt([same("The lamp"), OMISSION, same("was lit")])) == f"The lamp [{OMITTED}] was lit"
    assert shown(excerpt([same("The "), changed("lamps"), OMISSION, same(" were lit")])) == "The [lamps] were lit"
    assert shown(excerpt([OMISSION, same("The lamp"), OMISSION])) == "The lamp"


def test_blanks_stand_outside_the_marks() -> None:
    assert shown(excerpt([same("The"), changed(" old "), same("lamp")])) == "The [old] lamp"


def test_nothing() -> None:
    assert excerpt([]) == ()
    assert one_line("", 10) == ""


RUNS = st.builds(Run, text=st.text("ab \n\t", min_size=1, max_size=12), state=st.sampled_from(["same", "changed", "added", "moved"]))


@given(st.lists(RUNS))
def test_uncut_and_unmarked_it_is_the_words(runs: list[Run]) -> None:
    parts = excerpt(runs, shorten=False)
    assert "".join("".join(part.text for part in parts).split()) == "".join("".join(run.text for run in runs).split())
    marked = "".join("".join(run.text for run in runs if run.state != "same").split())
    assert "".join("".join(part.text for part in parts if part.altered).split()) == marked
    assert all(part.text == part.text.strip() for part in parts if part.altered)
