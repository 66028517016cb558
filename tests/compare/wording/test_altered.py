"""Words of a speaker that outlets quote differently."""

from __future__ import annotations

import pytest

from retold.compare.wording.altered import _apart


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("2031-02-05", "2031-02-06T08:00:00Z", False),
        ("2031-02-05", "2031-02-08", True),
        ("2031-02-08", "2031-02-05", True),
        (None, "2031-02-08", False),
        ("soon", "2031-02-08", False),
    ],
)
def test_reports_of_days_far_apart_may_quote_two_occasions(one: str | None, other: str | None, apart: bool) -> None:
    assert _apart(one, other) == apart
