"""Speakers: from a mention to the fullest name of the same person or body in the article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Said = Callable[..., list[Any]]

HE = [
    ("Foreign Minister Joaquín Ruiz de Almagro spoke. “We offered all,” Ruiz de Almagro said.", "Joaquín Ruiz de Almagro"),
    ("José Luis Peñalver Ortega, the mayor, left. “The answer is no,” Peñalver said.", "José Luis Peñalver Ortega"),
    ("Marit van der Velde, a harbour pilot, was there. “I saw nothing,” Van der Velde said.", "Marit van der Velde"),
    ("J.R. Holloway, a coach, was there. “We ran too much,” Holloway said.", "J.R. Holloway"),
    ("Sen. Ruth Adeyemi wrote the bill. “It has no friends,” Ms. Adeyemi said.", "Ruth Adeyemi"),
    ("Bak Ji-hoon, a nurse, was there. “We are tired,” Bak said.", "Bak Ji-hoon"),
    ("“The pact stands,” Secretary of State Dana Whitlock said in Osterby.", "Dana Whitlock"),
    ("“We are ready,” said Ilka Roth, a spokeswoman for Northgate Ferries.", "Ilka Roth"),
    ("“We are ready,” Northgate Ferries spokesman Tor Aune said.", "Tor Aune"),
    ("A spokeswoman for Northgate Ferries, Ilka Roth, said: “We are ready to sail.”", "Ilka Roth"),
    ("“The crew is safe,” said the chief executive of Northgate Ferries, Ilka Roth.", "Ilka Roth"),
    ("“We are ready,” said Marlow’s deputy, Theo Brandt.", "Theo Brandt"),
    ("“We are ready to sail,” a Northgate Ferries spokesman said.", "Northgate Ferries"),
    ("“We are ready to sail,” said a spokesman for Northgate Ferries.", "Northgate Ferries"),
    ("Northgate Ferries has nine boats. “The crew is safe,” a spokesman for the company said.", "Northgate Ferries"),
    ("Speaking in Selvic, Tor Brekel of the night shift said: “We did not lock the gates. We went home.”", "Tor Brekel"),
    ("According to Ines Marlow, “the bridge was rotten from the first day”.", "Ines Marlow"),
    ("Ines Marlow was quoted as saying “the bridge was rotten from the first day”.", "Ines Marlow"),
    ("The Tarnby Courier quoted Ines Marlow as saying “the bridge was rotten from the first day”.", "Ines Marlow"),
    ("The letter from Ines Marlow said “the bridge is done for”.", "Ines Marlow"),
    ("The report by the Osterby Institute found that “one bridge in nine is unsafe”.", "Osterby Institute"),
    ("In a statement, Northgate Ferries said: “We regret the delay and will refund every ticket.”", "Northgate Ferries"),
    ("“We want our bridge back,” the crowd chanted.", "crowd"),
    ("The plan was deemed “a disgrace” by the opposition, which left the hall.", "opposition"),
    ("The Ministry of Ports issued a statement on Friday saying “it is over”.", "Ministry of Ports"),
    ("Ines Marlow received a letter saying “the bridge is done for”.", "letter"),
    ("Rep. Theo Brandt, the top member of the council on the river, simply answered: “Yes.”", "Theo Brandt"),
    ("“The river is high,” added Marlow, who was elected in 2019.", "Marlow"),
    ("“Nobody has seen the plans,” the Tarnby Courier quoted Theo Brandt as saying.", "Theo Brandt"),
    ("Theo Brandt met the press. “Nobody has seen the plans,” the newspaper quoted him as saying.", "Theo Brandt"),
    ("Ines Marlow thanked “everyone who carried a sandbag”.", "Ines Marlow"),
    ("Ines Marlow (left) said: “The bridge will open in spring.”", "Ines Marlow"),
    ("Osterby's mayor, who asked the council to wait, said: “Patience is cheap.”", "Osterby's mayor"),
]


@pytest.mark.parametrize(("text", "speaker"), HE)
def test_the_speaker_has_the_fullest_name(said: Said, text: str, speaker: str) -> None:
    assert [q.speaker for q in said(text) if q.record.marked] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Finance Minister Oskar Lindqvist was in Tarnby. “Nobody will pay more,” the minister said.", "Oskar Lindqvist"),
        ("President Adaeze Nwosu signed the order. The president called the ruling “a gift to the river”.", "Adaeze Nwosu"),
        ("Ilka Roth, Brandt’s lawyer, was in court. “He is at home,” the lawyer said.", "Ilka Roth"),
        ("The United Harbour Union rejected the offer. “It is an insult,” the union said.", "United Harbour Union"),
        ("Northgate Ferries runs the boats. The company has described the strike as “a small matter”.", "Northgate Ferries"),
        ("Norrel Line closed the pier on Friday. The firm described the strike as “a small matter”.", "Norrel Line"),
        (
            "Northwind Airlines apologised for a warning by Osterby Airways. “We are sorry,” the carrier said.",
            "Northwind Airlines",
        ),
    ],
)
def test_an_office_or_a_common_noun_means_whoever_holds_it(said: Said, text: str, speaker: str) -> None:
    assert [q.speaker for q in said(text) if q.record.marked] == [speaker]


def test_an_office_in_the_lead_is_the_person_named_with_the_next_quotation(said: Said) -> None:
    found = said("The finance minister said on Tuesday that taxes would fall. “Nobody will pay more,” Oskar Lindqvist said.")
    assert [q.speaker for q in found] == ["Oskar Lindqvist", "Oskar Lindqvist"]


def test_what_follows_a_full_stop_introduces_the_next_quotation(said: Said) -> None:
    found = said("Theo Brandt said: “It was his life’s work.” His sister, Ilka Brandt, added: “And it was ours.”")
    assert [q.speaker for q in found] == ["Theo Brandt", "Ilka Brandt"]


def test_a_spokesman_is_not_the_president_he_speaks_for(said: Said) -> None:
    text = "Tor Aune, the spokesman for President Adaeze Nwosu, was there. “We wait for spring,” the spokesman said."
    assert [q.speaker for q in said(text) if q.record.marked] == ["Tor Aune"]


def test_an_office_heard_without_a_name_is_no_company(said: Said) -> None:
    found = said("Norrel Line runs the boats. “We wait for spring,” the deputy minister said. The firm calls it “robbery by paper”.")
    assert found[-1].speaker == "Norrel Line"


def test_the_mayor_of_a_place_named_without_comma(said: Said) -> None:
    assert [q.speaker for q in said("Mayor of Tarnby Ines Marlow said no boats would sail.")] == ["Ines Marlow"]


@pytest.mark.xfail(strict=True, reason="a name that a byname in marks splits is found by its surname only")
def test_a_byname_inside_a_name_does_not_split_it(said: Said) -> None:
    assert {q.speaker for q in said("Jan “Tuba” Holm, a fisherman, said the sea was calm.")} == {None, "Jan Holm"}


def test_a_court_is_no_company_that_spoke_before(said: Said) -> None:
    found = said("Northgate Ferries said nothing was wrong. The court said the strike was “lawful”.")
    assert [q.speaker for q in found] == ["Northgate Ferries", "court"]


def test_pronouns_choose_by_gender(said: Said) -> None:
    found = said("Theo Brandt met Ines Marlow on Sunday. “I was glad to see him,” she said. “She was kind to me,” he said.")
    assert [(q.record.speaker.name, q.speaker) for q in found] == [("she", "Ines Marlow"), ("he", "Theo Brandt")]


def test_a_pronoun_means_the_last_speaker_rather_than_a_name_inside_a_quotation(said: Said) -> None:
    found = said("“I never met Paul Keller,” Theo Brandt said on Monday. The pier was wet. “I was at home,” he said.")
    assert {q.speaker for q in found} == {"Theo Brandt"}


def test_nobody_speaks_of_himself_by_name(said: Said) -> None:
    first, second = said(
        "Theo Brandt opened the new bridge, which drew a furious response from Mayor Ines Marlow.\n"
        "“Engineer Theo Brandt just told the town that the old ferry is his.”\n"
        "“Will somebody from his office please tell him that I own a ferry too,” she said."
    )
    assert (first.speaker, second.speaker) == ("Ines Marlow", "Ines Marlow")


def test_a_statement_is_not_the_agencys_that_reports_it(said: Said) -> None:
    found = said("The harbour board closed the bridge, according to Reuters.\n“Nobody will cross before the spring,” the statement said.\n")
    assert "Reuters" not in {q.speaker for q in found if "cross" in q.words}


def test_a_story_may_open_with_a_pronoun(said: Said) -> None:
    [q] = said("“It was the best year of my life,” she said. Ilka Roth, 30, was the first to climb the tower.")
    assert q.speaker == "Ilka Roth"


def test_a_pronoun_without_anybody_is_unknown(said: Said) -> None:
    [q] = said("“It was the best year of my life,” she said.")
    assert q.speaker is None
    assert "she" in q.record.unknown_because


def test_they_can_be_the_police(said: Said) -> None:
    found = said("Police said the man was armed. They said he had threatened a clerk.")
    assert [q.speaker for q in found] == ["Police", "Police"]


def test_a_spokeswoman_without_a_name_is_the_body_and_so_is_she(said: Said) -> None:
    found = said("A spokeswoman for Northgate Ferries said that the crew was safe. “Nobody was hurt,” she said.")
    assert [q.speaker for q in found] == ["Northgate Ferries", "Northgate Ferries"]


def test_a_spokesperson_has_the_fullest_name_of_the_body(said: Said) -> None:
    found = said("A pilot of All Tarnby Airways left. A spokesperson for All Tarnby said: “It was snow.” “We wait,” the carrier said.")
    assert {q.speaker for q in found} == {"All Tarnby Airways"}


def test_of_two_people_of_one_surname_the_last_named_is_meant(said: Said) -> None:
    text = "Anna Keller opened the mill in May. Paul Keller closed it on Friday. “It took a week,” Keller said."
    assert [q.speaker for q in said(text) if q.record.marked] == ["Paul Keller"]


def test_the_mention_stands_where_the_speaker_says(said: Said) -> None:
    text = "Theo Brandt resigned on Monday. “I have had enough,” he said."
    [q] = said(text)
    assert text[slice(*q.record.speaker.span)] == q.record.speaker.name == "he"


def test_a_government_speaks_under_the_name_the_article_gives_it(said: Said) -> None:
    [q] = said("The Portuguese government closed the port. Portugal said that the port was unsafe.")
    assert q.speaker == "Portuguese government"
