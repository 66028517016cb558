"""A noun that names its event together with the date."""

from __future__ import annotations

import pytest

from retold.annotate.dates import find_dates
from retold.compare.timeline.noun_groups import describes_noun, named


@pytest.mark.parametrize(
    ("sentence", "stop", "words"),
    [
        ("Many left after the 1974 uprising.", None, "1974 uprising"),
        ("The 2019 Osk ferry agreement failed.", "failed", "2019 Osk ferry agreement"),
        ("Monday's vote on the harbour tolls was close.", "was", "Vote on the harbour tolls"),
        ("Monday's vote was close.", "was", None),
        ("In 1974 fishermen rose.", "rose", None),
        ("They left the 2016 process.", None, None),
        ("January's Osk Moon rises.", "rises", None),
        ("Monday's vastly important ruling holds.", "holds", None),
        ("Friday's also good.", None, None),
    ],
)
def test_words_for_the_event(sentence: str, stop: str | None, words: str | None) -> None:
    (found,) = find_dates(sentence, [(0, len(sentence))], "2031-02-05")
    clause = named(sentence, (0, len(sentence)), found, [sentence.index(stop)] if stop else [])
    assert (clause.text if clause else None) == words
    assert clause is None or clause.span[0] <= found.span[0] < found.span[1] <= clause.span[1] <= len(sentence)


@pytest.mark.parametrize(
    ("sentence", "describes"),
    [
        ("Clerks kept Orr's May 2016 letters.", True),
        ("They left the 2016 process.", True),
        ("They left in 2016.", False),
        ("Monday's vote failed.", False),
    ],
)
def test_a_year_before_a_noun_dates_no_verb(sentence: str, describes: bool) -> None:
    (found,) = find_dates(sentence, [(0, len(sentence))], "2031-02-05")
    assert describes_noun(sentence, (0, len(sentence)), found) == describes
