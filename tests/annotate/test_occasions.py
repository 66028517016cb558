"""When, where and to whom something was said, as far as the sentence tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Said = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "addressee", "label", "date", "place"),
    [
        ("“I will not resign,” Ines Marlow told the Tarnby Courier.", "the Tarnby Courier", "told the Tarnby Courier", None, None),
        ("“I will not resign,” Ines Marlow told reporters on Monday.", "reporters", "told reporters", "2031-05-05", None),
        ("“I will not resign,” Ines Marlow said on Monday.", None, "Monday", "2031-05-05", None),
        ("“We regret the delay of our boats,” the company said in a statement on Monday.", None, "statement", "2031-05-05", None),
        ("“I will not resign,” Ines Marlow said at a rally in Osterby on Saturday.", None, "rally", "2031-05-03", "Osterby"),
        (
            "“I will not resign,” Ines Marlow told the Courier in an interview on Friday.",
            "the Courier",
            "the Courier interview",
            "2031-05-02",
            None,
        ),
        ("“I will not resign,” Ines Marlow said in an interview with the Courier.", "Courier", "Courier interview", None, None),
    ],
)
def test_the_occasion_of_a_quotation(said: Said, text: str, addressee: str | None, label: str, date: str | None, place: str | None) -> None:
    [q] = said(text)
    occasion = q.record.occasion
    assert (q.addressee and q.addressee.removeprefix("the ")) == (addressee and addressee.removeprefix("the "))
    assert occasion.label.replace("the ", "") == label.replace("the ", "")
    assert (occasion.date, occasion.place) == (date, place)


@pytest.mark.parametrize(
    "text",
    [
        "“I will not resign,” Ines Marlow said.",
        "“I told the Courier in an interview on Monday,” Ines Marlow said.",
        "“Go to the rally in Osterby on Saturday,” Ines Marlow said.",
    ],
)
def test_what_stands_inside_the_marks_is_no_occasion(said: Said, text: str) -> None:
    [q] = said(text)
    assert (q.addressee, q.record.occasion) == (None, None)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("“I love this town,” Ines Marlow wrote in a letter to the council.", "the council"),
        ("“I love this town,” Ines Marlow told Theo Brandt of the Tarnby Courier.", "Theo Brandt"),
        ("“I love this town,” Ines Marlow said, speaking to reporters.", "reporters"),
        ("Ines Marlow told the council that the bridge was safe.", "the council"),
    ],
)
def test_the_addressee_of_a_quotation(said: Said, text: str, addressee: str) -> None:
    assert [q.addressee for q in said(text)] == [addressee]


@pytest.mark.parametrize("text", ["“I will not resign,” Ines Marlow told him.", "“I will not resign,” Ines Marlow told them."])
def test_a_pronoun_is_no_addressee(said: Said, text: str) -> None:
    assert [q.addressee for q in said(text)] == [None]


def test_two_quotations_of_one_paragraph_have_occasions_of_their_own(said: Said) -> None:
    found = said("Ines Marlow said on Monday that the bridge was safe. Theo Brandt told the Courier that it was not safe.")
    assert [(q.record.occasion.label, q.record.occasion.date) for q in found] == [
        ("Monday", "2031-05-05"),
        ("told the Courier", None),
    ]
