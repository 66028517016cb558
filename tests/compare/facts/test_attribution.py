"""Fact against claim, remarks credited to two people, second-hand claims and claims called false."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.attribution import attribution_differences
from retold.compare.facts.claims import Told
from retold.compare.facts.differences import Difference
from retold.compare.facts.lineup import line_up
from retold.settings import FactSettings

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-05-06"


def found(tell: Tell, reports: Mapping[str, str]) -> list[Difference]:
    told = tell({outlet: (DAY, text) for outlet, text in reports.items()})
    settings = FactSettings()
    return list(attribution_differences(line_up(told, settings), told, settings))


FLAT = "Port Ansel woke to bad news on Monday. A deckhand sabotaged the ferry Halmar at the north pier. The mayor called a meeting."
SAID = "It was a long night on the coast. Harbour police claimed that a deckhand sabotaged the ferry Halmar at the north pier. Rain fell."
HEDGED = "It was a long night on the coast. A deckhand allegedly sabotaged the ferry Halmar at the north pier. Rain fell until dawn."


@pytest.mark.parametrize(("other", "word"), [(SAID, "claim"), (HEDGED, "allegedly")])
def test_blame_stated_as_fact_here_and_as_a_claim_there_is_a_dispute(tell: Tell, other: str, word: str) -> None:
    differences = found(tell, {"Gazette": FLAT, "Lantern": other})
    assert [d.kind for d in differences] == ["attribution"]
    assert {s.article for s in differences[0].statements} == {"gazette", "lantern"}
    assert word in differences[0].explanation
    assert "Gazette has it in its own voice" in differences[0].explanation


def test_an_article_that_tells_it_both_ways_takes_no_side(tell: Tell) -> None:
    both = f"{FLAT} Harbour police said a deckhand had sabotaged the ferry Halmar."
    assert found(tell, {"Gazette": both, "Lantern": SAID}) == []


def test_what_nobody_disputes_may_be_attributed_or_not(tell: Tell) -> None:
    flat = "The week began well in Port Ansel. The ferry Halmar reached the north pier at noon. Flags were out."
    said = "The week began well. The harbour office said the ferry Halmar reached the north pier at noon. Children waved."
    assert found(tell, {"Gazette": flat, "Lantern": said}) == []


REMARK = "“Nobody warned the villages before the sluices of the Orrin dam were opened,” {} said on Monday."


def test_the_same_words_credited_to_two_people(tell: Tell) -> None:
    first = f"Engineers met in Port Ansel. {REMARK.format('Oda Merrin')} The river had risen for days."
    other = f"The water reached the mill. {REMARK.format('Per Tonnby')} Cellars were under water."
    (difference,) = found(tell, {"Gazette": first, "Lantern": other})
    assert "to Oda Merrin by Gazette" in difference.explanation
    assert "to Per Tonnby by Lantern" in difference.explanation
    assert {s.attributed_to for s in difference.statements} == {"Oda Merrin", "Per Tonnby"}


@pytest.mark.parametrize("name", ["Merrin", "Oda Merrin", "the harbour office"])
def test_one_speaker_under_several_names_is_no_dispute(tell: Tell, name: str) -> None:
    first = f"Oda Merrin leads the harbour office. {REMARK.format('Oda Merrin')} The river had risen for days."
    other = f"Oda Merrin leads the harbour office. {REMARK.format(name)} Cellars were under water."
    assert found(tell, {"Gazette": first, "Lantern": other}) == []


def test_a_claim_that_one_article_calls_false(tell: Tell) -> None:
    false = "The debate was short. Oda Merrin falsely claimed that the council sold the old lighthouse to a bank. Nobody answered."
    plain = "The debate was short. Oda Merrin claimed that the council sold the old lighthouse to a bank. The hall was full."
    differences = found(tell, {"Gazette": false, "Lantern": plain})
    assert any("falsely" in d.explanation for d in differences)


def test_the_order_of_the_articles_makes_no_difference(tell: Tell) -> None:
    reports = {"Gazette": FLAT, "Lantern": SAID, "Ledger": HEDGED}
    assert found(tell, reports) == found(tell, dict(reversed(reports.items())))


def test_the_same_words_of_a_letter_and_of_a_person(tell: Tell) -> None:
    words = "the {} of the harbour board leaves the smallest islands of the Orrin coast without a single pilot"
    first = f"Teachers met in Port Ansel. “I fear that {words.format('plan')},” said Oda Merrin. The river had risen for days."
    other = f"The water reached the mill. “Sadly, {words.format('plan')},” the letter says. Cellars were under water."
    (difference,) = found(tell, {"Gazette": first, "Lantern": other})
    assert "to a letter by Lantern" in difference.explanation
    named = other.replace("Cellars", "Oda Merrin signed it. Cellars")
    assert found(tell, {"Gazette": first, "Lantern": named}) == []


def test_a_description_that_was_taken_for_a_name_is_no_ground(tell: Tell) -> None:
    first = f"Engineers met in Port Ansel. {REMARK.format('Oda Merrin')} The river had risen for days."
    other = f"The trial of Per Tonnby began. {REMARK.format('the judge')} Cellars were under water."
    assert all("credited" not in d.explanation for d in found(tell, {"Gazette": first, "Lantern": other}))


def test_a_verdict_stands_beside_the_word_of_saying(tell: Tell) -> None:
    apart = "Oda Merrin was wrongly left out of the list. She claimed that the council sold the old lighthouse to a bank."
    plain = "The debate was short. Oda Merrin claimed that the council sold the old lighthouse to a bank. The hall was full."
    assert not any("whether it is true" in d.topic for d in found(tell, {"Gazette": apart, "Lantern": plain}))
