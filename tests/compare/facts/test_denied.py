"""What one article has somebody deny and another has somebody say."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.denied import denied_differences
from retold.compare.facts.differences import Difference

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]


def found(tell: Tell, **reports: str) -> list[Difference]:
    told = tell({outlet: ("2031-05-06", text) for outlet, text in reports.items()})
    return list(denied_differences(told))


def test_denied_and_testified(tell: Tell) -> None:
    (difference,) = found(
        tell,
        Gazette="Tor Haldane denied that he asked Oda Merrin to stop the audit of the harbour fund.",
        Lantern="Oda Merrin testified that Tor Haldane had asked her to halt the audit of the harbour fund.",
    )
    assert difference.topic.startswith("whether it is so: “")
    assert [statement.article for statement in difference.statements] == ["gazette", "lantern"]


@pytest.mark.parametrize(
    "other",
    [
        "Tor Haldane denied that he asked Oda Merrin to stop the audit of the harbour fund.",
        "Oda Merrin testified that nobody had asked her to halt the audit of the harbour fund.",
        "Oda Merrin closed the audit of the harbour fund.",
    ],
)
def test_a_second_denial_and_another_act_are_no_dispute(tell: Tell, other: str) -> None:
    assert found(tell, Gazette="Tor Haldane denied that he asked Oda Merrin to stop the audit of the harbour fund.", Lantern=other) == []
