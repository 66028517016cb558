"""The evidence check: what is borne passes, what is changed in any one place does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.compare.brief.drafts import Draft, joined
from retold.compare.brief.evidence import Witness
from retold.records import BriefEvidence
from tests.compare.brief.telling import POOL, article, dossier

TEXT = (
    "Hanna Brovik, who runs the weir, bought three boats for 1,200 crowns on Tuesday. She did not sell the crane. “The eels can wait, and "
    "they will,” Brovik said. The council could open the gate in May."
)
STORY = dossier(article("echo", TEXT), article("courier", "Nobody knows the price of the crane."))
WHOLE = BriefEvidence(article="echo", start=0, end=len(TEXT))


def problems(text: str, *evidence: BriefEvidence, own: tuple[str, ...] = ()) -> list[str]:
    return [problem.what for problem in Witness(STORY).problems(Draft(text=text, evidence=evidence or (WHOLE,), own=own))]


@pytest.mark.parametrize(
    "text",
    [
        "Hanna Brovik bought three boats on 11 March 2031.",
        "Hanna Brovik bought 3 boats for 1200 crowns.",
        "Three boats were bought by Hanna Brovik.",
        "“The eels can wait,” Brovik said.",
        "Brovik did not sell the crane.",
        "The council could open the gate in May.",
    ],
)
def test_what_is_borne_passes(text: str) -> None:
    assert problems(text) == []


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("Hanna Brovik bought four boats.", "“four” does not stand in its evidence"),
        ("Hanna Brovik stole three boats.", "“stole” does not stand in its evidence"),
        ("Torvald Enger bought three boats.", "“Torvald” does not stand in its evidence"),
        ("Hanna Brovik bought three boats on 12 March 2031.", "“12” does not stand in its evidence"),
        ("“The eels will wait,” Brovik said.", "the words “The eels will wait,” are quoted otherwise"),
        ("Brovik did sell the crane.", "“sell” is denied in its evidence and not here"),
        ("Hanna Brovik did not buy three boats, she bought a crane.", "“buy” does not"),
        ("The council will open the gate.", "“open” is only possible in its evidence and not here"),
        ("The council could not open the gate.", "“open” is denied here and not in its evidence"),
    ],
)
def test_what_is_changed_does_not(text: str, because: str) -> None:
    found = problems(text)
    assert found, text
    assert because in found[0] or because.split(" ", maxsplit=1)[0] in " ".join(found)


def test_a_sentence_without_evidence_never_passes() -> None:
    assert [p.what for p in Witness(STORY).problems(Draft(text="The.", evidence=()))] == ["it has no evidence"]


@pytest.mark.parametrize(("name", "start", "end"), [("echo", 5, 5), ("echo", -1, 4), ("echo", 0, len(TEXT) + 1), ("nobody", 0, 4)])
def test_evidence_that_stands_nowhere(name: str, start: int, end: int) -> None:
    assert problems("The.", BriefEvidence(article=name, start=start, end=end)) == ["its evidence stands nowhere"]


def test_the_brief_may_supply_words_of_its_own() -> None:
    text = "Only Fjord Courier reports that Hanna Brovik bought three boats."
    assert problems(text)
    assert problems(text, own=("Only Fjord Courier reports",)) == []


def test_another_passage_bears_nothing() -> None:
    assert problems("Hanna Brovik bought three boats.", BriefEvidence(article="courier", start=0, end=10))


@given(st.sampled_from(POOL))
def test_a_sentence_bears_itself(sentence: str) -> None:
    told = dossier(article("a", sentence))
    evidence = (BriefEvidence(article="a", start=0, end=len(sentence)),)
    assert Witness(told).problems(Draft(text=sentence, evidence=evidence)) == []


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 9), st.integers(1, 9)), max_size=6))
def test_joined_evidence_covers_the_same(given_spans: list[tuple[str, int, int]]) -> None:
    evidence = [BriefEvidence(article=name, start=start, end=start + size) for name, start, size in given_spans]
    kept = joined(evidence)

    def covered(ones: list[BriefEvidence] | tuple[BriefEvidence, ...]) -> set[tuple[str, int]]:
        return {(one.article, at) for one in ones for at in range(one.start, one.end)}

    assert covered(kept) == covered(evidence)
    assert len(set(kept)) == len(kept)
    assert all(one in evidence for one in kept)


def test_evidence_is_shown_without_the_blanks_at_its_ends() -> None:
    text = "\r\n The eels can wait. \r\n\r\n"
    witness = Witness(dossier(article("echo", text)))
    (one,) = witness.borne([Draft(text="The eels can wait.", evidence=(BriefEvidence(article="echo", start=0, end=len(text)),))])
    assert [text[e.start : e.end] for e in one.evidence] == ["The eels can wait."]
