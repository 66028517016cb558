"""Occasions on one line."""

from __future__ import annotations

import pytest

from retold.records import Occasion
from retold.render.views.names import occasion_line


@pytest.mark.parametrize(
    ("occasion", "line"),
    [
        (None, ""),
        (Occasion(label="told the Gazette", date="2031-03-04", place="Port Ellis"), "told the Gazette, 4 Mar 2031, Port Ellis"),
        (Occasion(label="statement in Port Ellis", place="Port Ellis"), "statement in Port Ellis"),
        (Occasion(label="March 4, 2031", date="2031-03-04"), "March 4, 2031"),
        (Occasion(label="March 4", date="2031-03-04"), "March 4, 4 Mar 2031"),
        (Occasion(label="Monday", date="2031-03-03"), "Monday, 3 Mar 2031"),
    ],
)
def test_an_occasion_tells_nothing_twice(occasion: Occasion | None, line: str) -> None:
    assert occasion_line(occasion) == line
