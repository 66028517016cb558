"""Sentences made to stand alone: what is mended, and what is left alone."""

from __future__ import annotations

import pytest

from retold.compare.brief.cutting import Cut
from retold.compare.brief.sentences import Writer
from retold.records import Part, StorySpeaker
from tests.compare.brief.telling import article, dossier, said, span

LEAD = "Hanna Brovik, the fisheries minister, closed the weir of Sundmar on 2 March 2031."
SPEAKERS = (StorySpeaker(name="Hanna Brovik", aliases=("Brovik",)), StorySpeaker(name="Torvald Enger", aliases=("Enger",)))


def made(sentence: str, *, published: str | None = "2031-03-14") -> str | None:
    """The sentence as it is told behind a lead; None: it is not."""
    told = dossier(article("echo", f"{LEAD}\n\n{sentence}", published=published), speakers=SPEAKERS)
    writer = Writer(told)
    found = writer.make("echo", 1)
    return found.draft.text if found else None


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("But the council of Sundmar has moved two boats.", "The council of Sundmar has moved two boats."),
        ("Meanwhile, Sundmar has also sold the old crane for scrap.", "Sundmar has sold the old crane for scrap."),
        ("Sundmar, however, has kept its two lorries on the quay.", "Sundmar has kept its two lorries on the quay."),
        ("The law of Sundmar changed the nets for good.", "The law of Sundmar changed the nets for good."),
        ("Sundmar has nets similar to those of its neighbours.", "Sundmar has nets similar to those of its neighbours."),
        ("FISHERMEN of Sundmar have moved two boats away.", "Fishermen of Sundmar have moved two boats away."),
        ("NVWO of Sundmar has moved two boats to the quay.", "NVWO of Sundmar has moved two boats to the quay."),
        ("Brovik has said that the nets are worn out.", "Hanna Brovik has said that the nets are worn out."),
        ("Ms Brovik has said that the nets are worn out.", "Hanna Brovik has said that the nets are worn out."),
        ("Minister Brovik has said that the nets are worn out.", "Minister Hanna Brovik has said that the nets are worn out."),
        ("The Brovik plan was sent to the council of Sundmar.", "The Brovik plan was sent to the council of Sundmar."),
        ("Sundmar closed the weir and the gate on Tuesday.", "Sundmar closed the weir and the gate on 11 March 2031."),
        ("Sundmar closed the weir and the gate Tuesday night.", "Sundmar closed the weir and the gate on the night of 11 March 2031."),
        ("Sundmar closed the weir and the gate last month.", "Sundmar closed the weir and the gate in February 2031."),
        (
            "Sundmar has closed the weir since Tuesday, the council said.",
            "Sundmar has closed the weir since 11 March 2031, the council said.",
        ),
        ("Sundmar closed two weirs and a gate two years ago.", "Sundmar closed two weirs and a gate in 2029."),
        (
            "Sundmar closed two weirs and a gate some days ago.",
            "Sundmar closed two weirs and a gate some days ago, Echo reported on 14 March 2031.",
        ),
        (
            '"The nets of Sundmar are worn out," the council said on Monday.',
            "“The nets of Sundmar are worn out,” the council said on 10 March 2031.",
        ),
    ],
)
def test_mended(sentence: str, told: str) -> None:
    assert made(sentence) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "He has said that the nets are worn out.",
        "Its nets were sold to the village for scrap.",
        "This has never been seen in Sundmar before.",
        "The minister said that the nets are worn out.",
        "“It was never like that, not in all those years,” she said.",
        "“We will not open the weir while a seal is missing.”",
        "Two boats and a lorry on the quay of Sundmar.",
        "What did the council of Sundmar say to the fishers?",
        "Read more about the weir of Sundmar and its seals here.",
        "The next day, Sundmar opened the weir and the gate again.",
        "We have asked the council of Sundmar for its answer.",
        "After a long night at the weir, she went home to sleep.",
        "“The nets are worn out, said the council of Sundmar.",
        "Sundmar said: more of this, and of the weir, below…",
        "The witnesses warned that Sundmar would lose its eels.",
        "The sweeping changes from 9 March kept Sundmar from its eels.",
        "The campaign brought in two million crowns for Sundmar.",
        "The toll rose about 30 crowns as it rained at night.",
        "Sundmar used similar words at the quay of the old harbour.",
        "Sundmar has heard the same promise at every fair.",
        "Somebody off-camera says in Sundmar that the weir is gone.",
    ],
)
def test_left_alone(sentence: str) -> None:
    assert made(sentence) is None


@pytest.mark.parametrize("published", [None, "2031-03-14"])
def test_a_weekday_that_nothing_resolves_is_not_told(published: str | None) -> None:
    """2031-03-14 is a Friday; Saturday may be the morrow."""
    assert made("Sundmar closed the weir and the gate on Saturday.", published=published) is None


@pytest.mark.parametrize(("lead", "told"), [("", False), ("On 14 March, it rained. ", True)])
def test_a_day_that_may_be_that_of_collecting_is_not_told(lead: str, told: bool) -> None:
    text = f"{lead}Sundmar closed two weirs and a gate some days ago."
    writer = Writer(dossier(article("echo", text), article("tern", "Sundmar has two weirs.")))
    found = writer.make("echo", 1 if lead else 0)
    assert (found is not None and found.draft.text.endswith("Echo reported on 14 March 2031.")) is told


def test_a_pronoun_becomes_the_speaker_whom_the_dossier_knows() -> None:
    text = f"{LEAD}\n\n“The nets of Sundmar are worn out and must go,” she said."
    echo = article("echo", text)
    quotation = said(echo, "The nets of Sundmar are worn out and must go,", "she", "Hanna Brovik")
    found = Writer(dossier(echo, speakers=SPEAKERS, quotations=(quotation,))).make("echo", 1)
    assert found is not None
    assert found.draft.text == "“The nets of Sundmar are worn out and must go,” Hanna Brovik said."
    assert {(e.start, e.end) for e in found.draft.evidence} == {span(text, "Hanna Brovik"), (len(LEAD) + 2, len(text))}


@pytest.mark.parametrize(
    ("before", "named"),
    [
        ("Hanna Brovik closed the weir of Sundmar.", True),
        ("“The weir is shut for good,” said Hanna Brovik.", True),
        ("The council of Sundmar heard Hanna Brovik.", False),
        ("Hanna Brovik and Torvald Enger closed the weir.", False),
        ("Hanna Brovik spoke of a woman at the weir.", False),
        ("The weir of Sundmar was shut.", False),
    ],
)
def test_a_pronoun_means_only_the_one_whom_the_sentence_before_is_about(before: str, named: bool) -> None:
    echo = article("echo", f"{LEAD}\n\n{before} “The nets of Sundmar are worn out and must go,” she said.")
    quotation = said(echo, "The nets of Sundmar are worn out and must go,", "she", "Hanna Brovik")
    found = Writer(dossier(echo, speakers=SPEAKERS, quotations=(quotation,))).make("echo", 2)
    assert (found is not None and "Hanna Brovik said." in found.draft.text) is named


def test_whoever_was_named_in_full_is_not_named_so_again() -> None:
    writer = Writer(dossier(article("echo", f"{LEAD}\n\nBrovik has said that the nets are worn out."), speakers=SPEAKERS))
    found = writer.make("echo", 1, known={"brovik"})
    assert found is not None
    assert found.draft.text == "Brovik has said that the nets are worn out."


def test_a_surname_of_two_is_left_as_it_is() -> None:
    text = "Hanna Brovik and Lars Brovik own the weir of Sundmar.\n\nBrovik has said that the nets are worn out."
    found = Writer(dossier(article("echo", text), speakers=SPEAKERS)).make("echo", 1)
    assert found is not None
    assert found.draft.text.startswith("Brovik has said")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Gov. Ola Strand left. He came back.", ["Gov. Ola Strand left.", "He came back."]),
        ("J. P. Strand left the U.S. Navy in 2030.", ["J. P. Strand left the U.S. Navy in 2030."]),
        ("“I left. I came back,” Strand said. He waved.", ["“I left. I came back,” Strand said.", "He waved."]),
        ("SUNDMAR (Tidewire) — The weir is closed. It rained.", ["The weir is closed.", "It rained."]),
        ("One.\n\nTwo boats left.", ["One.", "Two boats left."]),
    ],
)
def test_cut(text: str, sentences: list[str]) -> None:
    cut = Cut(article("a", text))
    assert [text[a:b] for a, b in cut.sentences] == sentences


def test_furniture_and_titles_belong_to_no_sentence() -> None:
    text = "Weir closed.\nThe weir is closed. Advertisement. It rained."
    title, box = span(text, "Weir closed."), span(text, " Advertisement.")
    one = article("a", text, parts=(Part(kind="title", span=title),), furniture=(box,))
    assert [text[a:b] for a, b in Cut(one).sentences] == ["The weir is closed.", "It rained."]


def test_a_name_does_not_go_on_behind_an_empty_line() -> None:
    text = f"{LEAD}\n\nThe grant is called Title X.\n\nThe new weir of Sundmar was built by the council for three million crowns."
    writer = Writer(dossier(article("echo", text), speakers=SPEAKERS))
    found = [writer.make("echo", number) for number in range(len(writer.cuts["echo"].sentences))]
    assert not any(one is not None and "Title X. The" in one.draft.text for one in found)


def test_the_evidence_for_a_name_is_the_whole_name_however_wide_its_blanks() -> None:
    lead = LEAD.replace("Hanna Brovik", "Hanna  Brovik")
    writer = Writer(dossier(article("echo", f"{lead}\n\nBrovik has said that the nets are worn out."), speakers=SPEAKERS))
    found = writer.make("echo", 1)
    assert found is not None
    assert found.draft.text.startswith("Hanna Brovik has said")
    assert "Hanna  Brovik" in [writer.cuts["echo"].article.text[one.start : one.end] for one in found.draft.evidence]
