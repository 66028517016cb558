"""One act at different stages, as done and not done, with another end, or bounded here and not there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retold.compare.facts.attribution import attribution_differences
from retold.compare.facts.claims import Told
from retold.compare.facts.differences import Difference
from retold.compare.facts.headline import headline_differences
from retold.compare.facts.lineup import line_up
from retold.compare.facts.stages import stages
from retold.compare.facts.status import status_differences
from retold.settings import FactSettings

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]


def found(tell: Tell, reports: Mapping[str, str], days: tuple[str, ...] = ("2031-05-06", "2031-05-08")) -> list[Difference]:
    told = tell({outlet: (day, text) for (outlet, text), day in zip(reports.items(), days, strict=False)})
    use = FactSettings()
    return list(status_differences(line_up(told, use), told, use))


def test_dismissed_and_resigned(tell: Tell) -> None:
    first = "The council met late. The mayor fired Oda Merrin on Monday after the audit of the harbour fund."
    other = "The hall was full. Oda Merrin resigned on Monday after the audit of the harbour fund."
    (difference,) = found(tell, {"Gazette": first, "Lantern": other})
    assert difference.kind == "status"
    assert difference.topic.startswith("how the post was left")
    assert "“fired”" in difference.explanation
    assert "“resigned”" in difference.explanation


def test_done_and_only_possible(tell: Tell) -> None:
    done = "The river rose again. Engineers opened the sluices of the Orrin dam on Monday."
    possible = "The river rose again. Engineers might open the sluices of the Orrin dam this week."
    differences = found(tell, {"Lantern": possible, "Gazette": done})
    assert [d.kind for d in differences] == ["status"]
    assert "Gazette is two days later and may know more" in differences[0].explanation


def test_done_and_denied(tell: Tell) -> None:
    done = "The river rose again. Engineers opened the sluices of the Orrin dam on Monday."
    denied = "The river rose again. Engineers did not open the sluices of the Orrin dam on Monday."
    (difference,) = found(tell, {"Gazette": done, "Lantern": denied})
    assert "as not so" in difference.explanation


@pytest.mark.parametrize(
    "other",
    [
        "The river rose again. Engineers opened the sluices of the Orrin dam on Monday morning.",
        "The river rose again. Engineers might open the sluices of the Orrin dam. On Monday they opened the sluices of the Orrin dam.",
    ],
)
def test_who_tells_the_same_or_both_is_in_no_dispute(tell: Tell, other: str) -> None:
    done = "The river rose again. Engineers opened the sluices of the Orrin dam on Monday."
    assert found(tell, {"Gazette": done, "Lantern": other}) == []


def test_one_bounds_what_the_other_does_not(tell: Tell) -> None:
    wide = "The winds grew. The operator halted the night ferries to Port Ansel on Monday."
    narrow = "The winds grew. The operator temporarily halted the night ferries to Port Ansel on Monday."
    (difference,) = found(tell, {"Gazette": wide, "Lantern": narrow})
    assert "“temporarily”" in difference.explanation


def test_stages_are_named_and_every_line_of_a_contrast_has_words() -> None:
    table = stages()
    assert all(0 <= number < len(table.names) for number in table.stage.values())
    assert len(table.contrasts) >= 40
    for contrast in table.contrasts:
        assert sorted(set(contrast.line.values())) == list(range(len(contrast.party))), contrast.about
        assert len(contrast.party) >= 2, contrast.about


def test_the_order_of_the_articles_makes_no_difference(tell: Tell) -> None:
    reports = {
        "Gazette": "The river rose. Engineers opened the sluices of the Orrin dam on Monday.",
        "Lantern": "The river rose. Engineers did not open the sluices of the Orrin dam on Monday.",
        "Ledger": "The river rose. Engineers might open the sluices of the Orrin dam on Monday.",
    }
    days = ("2031-05-06",) * 3
    assert found(tell, reports, days) == found(tell, dict(reversed(reports.items())), days)


SENTENCES = (
    "Engineers opened the sluices of the Orrin dam on Monday.",
    "Engineers did not open the sluices of the Orrin dam on Monday.",
    "Engineers might open the sluices of the Orrin dam this week.",
    "The council claimed that a deckhand sabotaged the ferry Halmar.",
    "A deckhand sabotaged the ferry Halmar at the north pier.",
    "The mayor fired Oda Merrin on Monday after the audit.",
    "Oda Merrin resigned on Monday after the audit.",
    "“Nobody warned the villages before the sluices were opened,” Oda Merrin said.",
    "“Nobody warned the villages before the sluices were opened,” Per Tonnby said.",
    "The operator temporarily halted the night ferries to Port Ansel.",
    "The operator halted the night ferries to Port Ansel.",
    "Oda Merrin denied that she asked Per Tonnby to warn the villages.",
    "Per Tonnby said that Oda Merrin had asked him to warn the villages.",
    "The names of the drowned were not made public.",
    "The coroner released the names of the drowned.",
    "The council may consider water rationing measures this summer.",
    "The council may be forced to introduce water rationing measures this summer.",
    "The mayor fired Oda Merrin because of a leaked ledger.",
    "The two ports hold no formal talks about the dredging of the strait.",
    "The two ports hold no talks about the dredging of the strait.",
)
MIXED = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True), min_size=2, max_size=3)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(MIXED)
def test_whatever_is_told_stands_in_the_articles(tell: Tell, mixed: list[list[str]]) -> None:
    told = tell({f"Outlet{number}": ("2031-05-06", " ".join(text)) for number, text in enumerate(mixed)})
    use = FactSettings()
    groups = line_up(told, use)
    for search in (attribution_differences, status_differences, headline_differences):
        for difference in search(groups, told, use):
            assert 0 < difference.confidence <= 1
            assert difference.explanation.endswith(".")
            assert len(difference.statements) >= 2
            for statement in difference.statements:
                text = told.annotated[statement.article].article.text
                assert all(0 <= start < end <= len(text) for start, end in statement.spans)
                assert statement.says == " ".join(" ".join(text[start:end] for start, end in statement.spans).split())
