"""Words for an event stand alone, or there are none."""

from __future__ import annotations

import pytest

from retold.compare.timeline.narration import narrated
from retold.settings import Settings

SETTINGS = Settings().timeline


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("the ferry sank off Osk on Monday", "The ferry sank off Osk"),
        ("Orr left on Monday", None),
        ("later officially released by Osk clerks on Monday", None),
        ("Osk slipped again in the harbour rankings on Monday -- months", None),
        ("Osk gave Orr a warmer welcome on Monday as well", None),
        ("the port of Osk was on Monday becoming", None),
    ],
)
def test_words_that_would_not_stand_alone_are_left_out(clause: str, words: str | None) -> None:
    start = clause.index("Monday")
    whole = (0, len(clause))
    told = narrated(clause, (whole, whole), (start, start + 6), None, SETTINGS)
    assert (told.text if told else None) == words
