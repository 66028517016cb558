"""Headlines that say more than the text below them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.differences import Difference
from retold.compare.facts.headline import headline_differences
from retold.compare.facts.lineup import line_up
from retold.settings import FactSettings

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]


def found(tell: Tell, title: str, text: str) -> list[Difference]:
    told = tell({"Gazette": ("2031-05-06", f"{title}\n\n{text}")})
    settings = FactSettings()
    return list(headline_differences(line_up(told, settings), told, settings))


BODY = "The river fell by an inch on Tuesday and the rain stopped. Cellars in the lower town are still under water."


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        (
            "Deckhand sabotaged the ferry Halmar at the north pier",
            f"Harbour police claimed on Monday that a deckhand sabotaged the ferry Halmar at the north pier. {BODY}",
            "attribution",
        ),
        (
            "Engineers opened the sluices of the Orrin dam",
            f"Engineers might open the sluices of the Orrin dam this week, the council said on Monday. {BODY}",
            "status",
        ),
    ],
)
def test_a_headline_that_says_more_than_its_text(tell: Tell, title: str, text: str, kind: str) -> None:
    (difference,) = found(tell, title, text)
    assert difference.kind == kind
    assert {s.article for s in difference.statements} == {"gazette"}
    assert "headline of Gazette" in difference.explanation


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Deckhand sabotaged ferry Halmar: police", f"Harbour police claimed on Monday that a deckhand sabotaged the ferry Halmar. {BODY}"),
        ("Deckhand sabotaged the ferry Halmar", f"A deckhand sabotaged the ferry Halmar at the north pier on Monday. {BODY}"),
        ("Engineers open the sluices of the Orrin dam", f"Engineers opened the sluices of the Orrin dam on Monday. {BODY}"),
    ],
)
def test_a_headline_that_says_what_its_text_says(tell: Tell, title: str, text: str) -> None:
    assert found(tell, title, text) == []
