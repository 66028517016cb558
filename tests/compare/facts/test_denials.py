"""What one report has denied and another tells without the denial."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from retold.compare.facts.claims import Told
from retold.compare.facts.denials import denial_differences

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-05-06"

DENIED = "The inquiry sat in Port Ansel. Oda Merrin denied that she ordered the closure of the Halmar sluice. Rain fell all day."
SAID = "It was a long hearing. Per Tonnby testified that Oda Merrin ordered the closure of the Halmar sluice. The hall was full."
BOTH = f"{SAID} Oda Merrin denied that she ordered the closure of the Halmar sluice."


def test_a_denial_that_the_other_report_leaves_out(tell: Tell) -> None:
    (difference,) = denial_differences(tell({"Gazette": (DAY, DENIED), "Lantern": (DAY, SAID)}))
    assert {s.article for s in difference.statements} == {"gazette", "lantern"}
    assert "denied by Oda Merrin" in difference.explanation
    assert "Per Tonnby" in difference.explanation


def test_a_report_that_has_the_denial_too_is_on_no_side(tell: Tell) -> None:
    assert list(denial_differences(tell({"Gazette": (DAY, DENIED), "Lantern": (DAY, BOTH)}))) == []


def test_another_act_of_the_same_person_is_not_what_is_denied(tell: Tell) -> None:
    other = "It was a long hearing. Per Tonnby testified that Oda Merrin painted the Halmar sluice. The hall was full."
    assert list(denial_differences(tell({"Gazette": (DAY, DENIED), "Lantern": (DAY, other)}))) == []
