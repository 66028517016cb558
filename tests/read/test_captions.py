"""Captions known by their company, and lines told twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.read import read_text
from retold.read.captions import mark_captions
from retold.read.lines import split_lines
from retold.records import Article

PARAGRAPHS = [
    f"Carter number {n} of Quillmere brought slates for the new roof on the same evening, the council wrote." for n in range(1, 7)
]
CAPTIONS = [
    "Firemen carry a beam out of the mill while neighbours look on from the other bank",
    "The roof of the mill before it fell in, seen from the bridge on a market day",
    "Odo Trask and his brigade rest beside the river after a night of work without a pause",
]


def captions(article: Article) -> list[str]:
    return [article.text[slice(*part.span)] for part in article.parts if part.kind == "caption"]


def mixed(*lines: str) -> Article:
    """A report with one of the lines after each paragraph but the first."""
    text = [PARAGRAPHS[0]]
    for index, paragraph in enumerate(PARAGRAPHS[1:]):
        text += [paragraph, *lines[index : index + 1]]
    return read_text("\n".join(text))


def test_a_gallery_is_known_by_its_numbers() -> None:
    shown = ["1/9 4 June 2031 The mill burns. Jon Vask", "2/9 The brigade arrives", "9/9 Morning “after the fire”."]
    assert captions(mixed(*shown)) == shown


@pytest.mark.parametrize(
    "line", ["9/11 was on everybody's mind in the brigade.", "24/7 the brigade watches the river.", "2/3 of it burned."]
)
def test_one_fraction_is_no_gallery(line: str) -> None:
    assert captions(mixed(line)) == []


def test_descriptions_without_a_full_stop_make_each_other_believed() -> None:
    assert captions(mixed(*CAPTIONS)) == CAPTIONS
    short = "The mayor crosses the bridge to the mill at dawn"
    assert captions(mixed(*CAPTIONS, short)) == [*CAPTIONS, short]


def test_one_paragraph_that_lost_its_full_stop_is_a_slip() -> None:
    assert captions(mixed(CAPTIONS[0])) == []
    assert captions(mixed(*CAPTIONS[:2])) == []


def test_a_report_that_ends_no_paragraph_keeps_them_all() -> None:
    assert captions(read_text("\n".join([*(paragraph.rstrip(".") for paragraph in PARAGRAPHS), *CAPTIONS]))) == []


def test_headings_lists_and_posts_are_no_captions() -> None:
    assert captions(mixed("What comes next", "A roof older than the town", "The plans of the council")) == []
    listed = read_text("\n".join([*PARAGRAPHS, "The council decided this:", *CAPTIONS, PARAGRAPHS[0].replace("slates", "nails")]))
    assert captions(listed) == []
    assert captions(mixed(*(f"{caption} @quillmere" for caption in CAPTIONS))) == []


@pytest.mark.parametrize("quoted", ["“the worst night of my life”", '"the worst night of my life"', "'the worst night of my life'"])
def test_no_line_that_may_quote_somebody_is_taken_for_its_company(quoted: str) -> None:
    remark = f"Odo Trask called it {quoted} when he came out of the mill at last in the morning"
    article = mixed(*CAPTIONS, remark, remark)
    assert not any(start <= article.text.index(remark) < end for start, end in article.furniture)
    assert captions(mixed(f"Odo Trask (left) called it {quoted} again")) == []


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("The mill (pictured) had stood beside the river since 1811", True),
        ("Hanne Lysk, pictured, is the mayor of the town", True),
        ("Odo Trask (left) with firemen of his brigade", True),
        ("The mill (pictured) had stood beside the river since 1811.", False),
        ("The mill stood beside the river since 1811. (Pictured below: the gate)", False),
    ],
)
def test_a_place_in_the_picture_tells_a_caption_without_a_full_stop(line: str, caption: bool) -> None:
    assert captions(mixed(line)) == ([line] if caption else [])


def test_a_headline_is_no_caption() -> None:
    article = read_text("\n".join(["Mill pictured in flames for the first time", *PARAGRAPHS]))
    assert article.title == "Mill pictured in flames for the first time"
    assert article.furniture == ()


def test_of_a_line_told_twice_the_one_that_ends_as_a_sentence_stays() -> None:
    told = "The mill burned down on Tuesday night, and two firemen were hurt"
    assert mark_captions(split_lines("\n".join([told, PARAGRAPHS[0], told + "."])), {}) == {0: "caption"}
    assert mark_captions(split_lines("\n".join([told + ".", PARAGRAPHS[0], told + ".", told])), {}) == {2: "caption", 3: "caption"}


def test_a_short_line_may_be_said_twice() -> None:
    assert mixed("All those against it said no.", "All those against it said no.").furniture == ()


LINES = st.lists(
    st.one_of(st.sampled_from([*PARAGRAPHS, *CAPTIONS, "1/3 A", "2/3 B", "2/3 C (left) stands", "They said this:"]), st.text(max_size=60)),
    max_size=14,
).map("\n".join)


@given(LINES)
def test_only_lines_not_known_are_marked_and_none_twice_told_is_lost(text: str) -> None:
    lines = split_lines(text)
    known = {line.number: "navigation" for line in lines[::3]}
    found = mark_captions(lines, known)  # type: ignore[arg-type]
    assert set(found) <= {line.number for line in lines} - set(known)
    assert set(found.values()) <= {"caption"}
    kept = {line.text.rstrip(" .").casefold() for line in lines if line.number not in mark_captions(lines, {})}
    for paragraph in PARAGRAPHS:
        if paragraph in text.split("\n"):
            assert paragraph.rstrip(" .").casefold() in kept
