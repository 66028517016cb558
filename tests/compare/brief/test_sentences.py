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
    ],
)
def test_left_alone(sentence: str) -> None:
    assert made(sentence) is None


def test_a_day_that_nothing_resolves_keeps_its_outlet() -> None:
    assert made("Sundmar closed the weir and the gate on Tuesday.", published=None) == (
        "Sundmar closed the weir and the gate on Tuesday, Echo reported."
    )


def test_a_weekday_that_may_be_the_morrow_is_no_date() -> None:
    found = made("Sundmar closed the weir and the gate on Saturday.")  # 2031-03-14 is a Friday
    assert found == "Sundmar closed the weir and the gate on Saturday, Echo reported on 14 March 2031."


def test_a_pronoun_becomes_the_speaker_whom_the_dossier_knows() -> None:
    text = f"{LEAD}\n\n“The nets of Sundmar are worn out and must go,” she said."
    echo = article("echo", text)
    quotation = said(echo, "The nets of Sundmar are worn out and must go,", "she", "Hanna Brovik")
    found = Writer(dossier(echo, speakers=SPEAKERS, quotations=(quotation,))).make("echo", 1)
    assert found is not None
    assert found.draft.text == "“The nets of Sundmar are worn out and must go,” Hanna Brovik said."
    assert {(e.start, e.end) for e in found.draft.evidence} == {span(text, "Hanna Brovik"), (len(LEAD) + 2, len(text))}


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
