"""Disputes that a report announces."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.announced import announced_differences
from retold.compare.facts.claims import Told
from retold.settings import FactSettings

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-03-04"
OTHER = "The ferry reached Vellmar late on Monday."


def found(tell: Tell, text: str) -> list[list[str]]:
    told = tell({"Lantern": (DAY, text), "Gazette": (DAY, OTHER)})
    return [[statement.says for statement in difference.statements] for difference in announced_differences(told, FactSettings())]


def test_numbers_behind_accounts_that_differ_are_a_dispute(tell: Tell) -> None:
    (sides,) = found(tell, "Here accounts differ. Oda Merrin was adrift for five minutes. For Jon Brask it went on for three hours.")
    assert sides == ["Oda Merrin was adrift for five minutes.", "For Jon Brask it went on for three hours."]


@pytest.mark.parametrize(
    "text",
    [
        "The rowers sang. Oda Merrin was adrift for five minutes. For Jon Brask it went on for three hours.",
        "Here accounts differ. Oda Merrin was adrift for two hours. For Jon Brask it went on for 120 minutes.",
        "Here accounts differ. Oda Merrin was adrift for five minutes. For Jon Brask it went on for three miles.",
    ],
    ids=["not announced", "goes together", "another measure"],
)
def test_other_numbers_are_none(tell: Tell, text: str) -> None:
    assert found(tell, text) == []
