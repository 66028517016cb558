"""One remark on two days."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.days import find_days
from retold.compare.facts.differences import Difference
from retold.compare.facts.occasions import occasion_differences

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-03-07"
ONE = "Mayor Oda Merrin said on Thursday that the Vellmar ferry company faces ruin within a year."


def found(tell: Tell, other: str, day: str = DAY) -> list[Difference]:
    told = tell({"Lantern": (DAY, ONE), "Gazette": (day, other)})
    return list(occasion_differences(find_days(told), told))


def test_one_remark_on_two_days_is_a_dispute(tell: Tell) -> None:
    (one,) = found(tell, "Mayor Oda Merrin said on Friday that the Vellmar ferry company faces ruin.")
    assert one.topic == "when Oda Merrin said it"
    assert {statement.article for statement in one.statements} == {"lantern", "gazette"}


@pytest.mark.parametrize(
    ("other", "day"),
    [
        ("Mayor Oda Merrin said on Thursday that the Vellmar ferry company faces ruin.", DAY),
        ("Mayor Oda Merrin said on Friday that the Vellmar ferry company faces ruin.", "2031-03-21"),
        ("Mayor Oda Merrin said on Friday that bread in Orrin is too dear for children.", DAY),
        ("Captain Ilse Torr said on Friday that the Vellmar ferry company faces ruin.", DAY),
        ("Mayor Oda Merrin said the Vellmar ferry company faces ruin after Friday's vote.", DAY),
        ("In an interview with Harbour Radio to air on Friday, Mayor Oda Merrin said that the Vellmar ferry company faces ruin.", DAY),
    ],
)
def test_what_goes_together_or_is_another_remark(tell: Tell, other: str, day: str) -> None:
    assert found(tell, other, day) == []
