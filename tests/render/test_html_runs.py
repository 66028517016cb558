"""Runs of a rendition: its words stay in order, omissions stand where the words would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.records import Rendition, Span, Variant
from retold.render.views.runs import Words, base_runs, one_line, plain, rendition_runs


def variant(base: Span | None, here: Span | None, *, of: str = "words", degree: str = "yes") -> Variant:
    kind = "omission" if here is None else "addition" if base is None else "substitution"
    return Variant(kind=kind, of=of, changes_meaning=degree, base=base, here=here)  # type: ignore[arg-type]


def words(text: str, *pieces: str) -> Words:
    spans = [(text.index(piece), text.index(piece) + len(piece)) for piece in pieces or (text,)]
    return Words(text=text, spans=tuple(spans))


def at(text: str, piece: str) -> Span:
    return text.index(piece), text.index(piece) + len(piece)


def shown(base: Words, here: Words, *variants: Variant) -> str:
    signs = {"same": "{}", "changed": "[{}]", "added": "+{}+", "moved": "~{}~", "omitted": "⟦{}⟧", "gap": " / "}
    return one_line("".join(signs[run.state].format(run.text) for run in rendition_runs(base, here, variants)))


def test_substitution_addition_and_omission_stand_in_place() -> None:
    base = "We will not sell the red mill this year"
    here = "We will sell the old blue mill this year"
    found = shown(
        words(base),
        words(here),
        variant(at(base, "not"), None),
        variant(at(base, "red"), at(here, "blue")),
        variant(None, at(here, "old ")),
    )
    assert found == "We will⟦not⟧ sell the +old +[blue] mill this year"


def test_an_omission_behind_a_substitution_follows_it() -> None:
    base, here = "Bring the heavy iron gate home", "Bring the light gate home"
    found = shown(words(base), words(here), variant(at(base, "heavy"), at(here, "light")), variant(at(base, "iron"), None))
    assert found == "Bring the [light]⟦iron⟧ gate home"


def test_an_omission_at_the_start_of_a_piece_stands_in_that_piece() -> None:
    base, here = "The mill stands, he said. If you ask me, it turns.", "The mill stands, he said. It turns."
    found = shown(
        words(base, "The mill stands,", "If you ask me, it turns."),
        words(here, "The mill stands,", "It turns."),
        variant(at(base, "If you ask me,"), None),
    )
    assert found == "The mill stands, / ⟦If you ask me,⟧It turns."


def test_a_lost_end_stands_behind_the_last_word_and_its_point() -> None:
    base, here = "It turns well. Come and see.", "It turns well."
    assert shown(words(base), words(here), variant(at(base, "Come and see."), None)) == "It turns well.⟦Come and see.⟧"


def test_the_graver_of_two_variants_over_one_word_is_shown() -> None:
    here = "seven mills"
    light, grave = variant((0, 3), (0, 11), degree="no"), variant((0, 3), (0, 5), of="number")
    runs = rendition_runs(words("two mills"), words(here), [light, grave])
    assert [(run.text, run.variant) for run in runs] == [("seven", grave), (" mills", light)]


def test_mere_typography_is_not_shown() -> None:
    assert shown(words("it’s old"), words("it's old"), variant((0, 4), (0, 4), of="typography", degree="no")) == "it's old"


def test_the_base_shows_what_others_altered() -> None:
    base = "We will not sell the mill"
    gone = Rendition(quotation="b/q1", article="b", spans=((0, 4),), relation="changed", confidence=1, variants=(variant((8, 11), None),))
    runs = base_runs(words(base), [gone])
    assert [(run.text, run.state) for run in runs] == [("We will ", "same"), ("not", "changed"), (" sell the mill", "same")]


def test_interruptions_are_an_ellipsis_on_one_line() -> None:
    assert plain(words("One\nmill, he said, two mills", "One\nmill,", "two mills")) == "One mill, … two mills"


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: (min(pair), max(pair)))


@given(
    st.text("ab c.,é𐍈\n", min_size=30, max_size=30),
    st.text("ab c.,é𐍈\n", min_size=30, max_size=30),
    st.lists(SPANS, max_size=3),
    st.lists(st.tuples(st.none() | SPANS, st.none() | SPANS, st.sampled_from(["yes", "maybe", "no"])), max_size=6),
)
def test_words_are_kept_whatever_the_variants(
    base: str, here: str, spans: list[Span], drawn: list[tuple[Span | None, Span | None, str]]
) -> None:
    mine = Words(text=here, spans=tuple(sorted(spans)))
    variants = [variant(b, h, degree=degree) for b, h, degree in drawn if b or h]
    runs = rendition_runs(Words(text=base, spans=((0, 30),)), mine, variants)
    kept = "".join("|" if run.state == "gap" else run.text for run in runs if run.state != "omitted")
    assert kept == "|".join(here[start:end] for start, end in mine.spans)
    left_out = [run.variant for run in runs if run.state == "omitted"]
    assert sorted(map(id, left_out)) == sorted(id(v) for v in variants if v.here is None and mine.spans)
