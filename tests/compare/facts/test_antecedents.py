"""One sentence whose pronoun is another man in each report, because a paragraph was dropped."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from retold.compare.facts.antecedents import pronoun_differences
from retold.compare.facts.claims import Told

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-05-06"
LAST = "He added that the ferry crews should meet the harbour board before the winter timetable begins."
FIRST = "Arne Tonnby leads the crews. Arne Tonnby said the quay must be mended this year."
OTHER = "The board sat on Monday. Olav Merrin, who speaks for the mayor, said the budget was too small for new cranes."


def test_a_pronoun_without_its_paragraph_means_another_man(tell: Tell) -> None:
    (difference,) = pronoun_differences(tell({"Gazette": (DAY, f"{FIRST} {LAST}"), "Lantern": (DAY, f"{OTHER} {LAST}")}))
    assert {s.attributed_to for s in difference.statements} == {"Arne Tonnby", "Olav Merrin"}
    assert "Arne Tonnby in Gazette" in difference.explanation


def test_the_same_paragraphs_mean_the_same_man(tell: Tell) -> None:
    assert list(pronoun_differences(tell({"Gazette": (DAY, f"{FIRST} {LAST}"), "Lantern": (DAY, f"{FIRST} {LAST}")}))) == []
