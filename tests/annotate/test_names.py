"""Names: which words belong to one, what it names, and which mentions are the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.annotate.folding import fold, name_key
from retold.annotate.name_kinds import same_name
from retold.records import Alias, Annotated

Annotate = Callable[..., Annotated]


def names_of(annotated: Annotated) -> dict[str, Alias]:
    return {a.canonical: a for a in annotated.aliases}


def canonical_of(annotated: Annotated, mention: str) -> set[str]:
    return {n.canonical for n in annotated.names if n.text == mention}


@pytest.mark.parametrize(
    ("text", "mention", "full"),
    [
        ("Ines Marlow spoke first. Then Marlow left the hall.", "Marlow", "Ines Marlow"),
        (
            "Foreign Minister Joaquín Ruiz de Almagro spoke. Then Ruiz de Almagro left the hall.",
            "Ruiz de Almagro",
            "Joaquín Ruiz de Almagro",
        ),
        ("José Luis Peñalver Ortega, a lawyer, spoke. Then Peñalver left the hall.", "Peñalver", "José Luis Peñalver Ortega"),
        ("Bak Ji-hoon, a nurse, spoke. Then Bak left the ward.", "Bak", "Bak Ji-hoon"),
        ("Marit van der Velde, a harbour pilot, spoke. The sea, Van der Velde said, rose.", "Van der Velde", "Marit van der Velde"),
        ("J.R. Holloway, a coach, spoke. Then Holloway left the hall.", "Holloway", "J.R. Holloway"),
        ("Sen. Ruth Adeyemi spoke. Then Ms. Adeyemi left the hall.", "Adeyemi", "Ruth Adeyemi"),
        ("Khalid al-Rashidi, a farmer, spoke. The well, al-Rashidi said, is dry.", "Rashidi", "Khalid al-Rashidi"),
        ("Sofía Núñez, a doctor, spoke. The ward, Nunez said, is full.", "Nunez", "Sofía Núñez"),
    ],
)
def test_a_shorter_mention_has_the_fullest_form(annotated: Annotate, text: str, mention: str, full: str) -> None:
    done = annotated(text)
    assert {n.canonical for n in done.names if n.kind == "person"} == {full}
    assert canonical_of(done, mention) == {full}


def test_of_two_people_of_one_surname_the_one_named_last_is_meant(annotated: Annotate) -> None:
    text = "Anna Keller opened the mill. Keller was glad. Paul Keller closed it. Keller was tired."
    done = annotated(text)
    assert [(n.text, n.canonical) for n in done.names if n.kind == "person"] == [
        ("Anna Keller", "Anna Keller"),
        ("Keller", "Anna Keller"),
        ("Paul Keller", "Paul Keller"),
        ("Keller", "Paul Keller"),
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # settled before another is named
        ("Anna Keller opened the mill. Keller was glad. Keller paid. Paul Keller closed it. Keller was tired.", ["Anna Keller"] * 3),
        # whoever has the office
        ("Mayor Anna Keller opened the mill. Paul Keller closed it. Mayor Keller was tired.", ["Anna Keller"]),
        # a form of address
        ("Anna Keller opened the mill. Paul Keller closed it. Ms. Keller was tired.", ["Anna Keller"]),
        # a relative has the full name
        ("Anna Keller opened the mill. Her brother Paul Keller closed it. Keller was tired.", ["Anna Keller"]),
        ("Anna Keller opened the mill. Paul Keller, the mayor’s son and heir, closed it. Keller was tired.", ["Anna Keller"]),
        # one who is not named in full
        (
            "Mayor Keller opened the mill. Then Keller left. The mayor’s daughter, Anna Keller, stayed. Keller was tired.",
            ["Keller"] * 3,
        ),
        # a number is no surname
        ("Paul Keller III opened the mill. Keller paid. Keller left. Anna Keller stayed. Keller was tired.", ["Paul Keller III"] * 3),
        # a surname with a hyphen
        ("Mara Orr-Keller opened the mill. Orr-Keller paid. Orr-Keller left.", ["Mara Orr-Keller"] * 2),
    ],
)
def test_whom_a_bare_surname_means(annotated: Annotate, text: str, meant: list[str]) -> None:
    assert [n.canonical for n in annotated(text).names if n.text in {"Keller", "Orr-Keller"}] == meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Norrel-based Tarnby Airways left.", {"Norrel", "Tarnby Airways"}),
        ("The Brandt-Marlow talks failed. Theo Brandt left, and Ines Marlow left.", {"Theo Brandt", "Ines Marlow"}),
        ("The Norway-Iceland border is wet.", {"Norway", "Iceland"}),
        ("The Norway-Iceland Fishing Treaty is old.", {"Norway-Iceland Fishing Treaty"}),
        ("Rep. Ines Marlow (R-Ohio) spoke.", {"Ines Marlow"}),
        ("He lost to Senate Whip Ines Marlow.", {"Senate", "Ines Marlow"}),
        ("It reached Special Counsel Theo Brandt on Friday.", {"Theo Brandt"}),
        ("It reached the ambassador to Norway Ines Marlow on Friday.", {"Norway", "Ines Marlow"}),
        ("UN Secretary-General Ines Marlow spoke to reporters.", {"UN", "Ines Marlow"}),
        ("They met Secretary of State Ines A. Marlow there.", {"Ines A. Marlow"}),
        ("Her rival was Theo Brandt, Jr., a pilot.", {"Theo Brandt, Jr."}),
        ("The Ministry for the Protection of Grey Seals closed.", {"Ministry for the Protection of Grey Seals"}),
        ("She spoke for the Tarnby People’s Bank on Friday.", {"Tarnby People’s Bank"}),
        ("The Office of the Inspector General closed.", {"Office of the Inspector General"}),
        ("He wrote to Steve King on Friday.", {"Steve King"}),
        ("Last week Clara May said no.", {"Clara May"}),
    ],
)
def test_where_a_name_begins_and_ends(annotated: Annotate, text: str, found: set[str]) -> None:
    assert set(names_of(annotated(text))) == found


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He crossed the George Marlow Bridge on Friday. George Marlow built it.", "George Marlow Bridge", "place"),
        ("The Marlow Treaty of old was read out.", "Marlow Treaty", "body"),
        ("The Marlow Administration spoke. Then Marlow left.", "Marlow Administration", "body"),
        ("She wrote it on Twitter on Friday.", "Twitter", "body"),
        ("Jane Park spoke. Then Park left.", "Jane Park", "person"),
        ("Theo R. Hill spoke. Then Hill left.", "Theo R. Hill", "person"),
    ],
)
def test_what_the_last_word_of_a_name_tells(annotated: Annotate, text: str, name: str, kind: str) -> None:
    assert names_of(annotated(text))[name].kind == kind


def test_members_of_a_party_are_more_than_those_of_one_house(annotated: Annotate) -> None:
    done = annotated("The Senate Republicans left. All the Republicans in town were glad.")
    assert "Republicans" not in {f for a in done.aliases if a.canonical == "Senate Republicans" for f in a.forms}


@pytest.mark.parametrize("role", ["President", "also spoke at length of the mayor"])
def test_only_a_description_is_a_role(annotated: Annotate, role: str) -> None:
    text = f"But {role} Ines Marlow left." if role == "President" else f"Ines Marlow, who left, {role}. Ines Marlow, {role}, left."
    assert names_of(annotated(text))["Ines Marlow"].roles == ((role,) if role == "President" else ())


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Deputy Harbour Minister Oda Pell spoke to reporters.", "Oda Pell", "Deputy Harbour Minister"),
        ("Ines Marlow, the mayor of Tarnby, spoke to reporters.", "Ines Marlow", "mayor of Tarnby"),
        ("The mayor of Tarnby, Ines Marlow, spoke to reporters.", "Ines Marlow", "mayor of Tarnby"),
        ("A spokeswoman for Northgate Ferries, Ilka Roth, spoke.", "Ilka Roth", "spokeswoman for Northgate Ferries"),
        ("Northgate Ferries spokesman Tor Aune spoke to reporters.", "Tor Aune", "Northgate Ferries spokesman"),
        ("Secretary of State Dana Whitlock spoke to reporters.", "Dana Whitlock", "Secretary of State"),
    ],
)
def test_an_office_beside_a_name_is_its_role(annotated: Annotate, text: str, name: str, role: str) -> None:
    assert role in names_of(annotated(text))[name].roles


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The United Harbour Union rejected the offer on Monday.", "United Harbour Union", "body"),
        ("The strike hit Northgate Ferries and the Osterby Institute.", "Osterby Institute", "body"),
        ("The letter reached the Ministry of Ports before noon.", "Ministry of Ports", "body"),
        ("It was Mr. Brandt who found the boat.", "Brandt", "person"),
    ],
)
def test_what_a_name_names(annotated: Annotate, text: str, name: str, kind: str) -> None:
    assert names_of(annotated(text))[name].kind == kind


def test_a_body_keeps_a_first_word_that_grammar_also_knows(annotated: Annotate) -> None:
    done = annotated("A pilot of All Tarnby Airways left. A clerk of All Tarnby stayed.")
    assert names_of(done)["All Tarnby Airways"].forms == ("All Tarnby Airways", "All Tarnby")


def test_a_flight_is_no_part_of_its_airline(annotated: Annotate) -> None:
    assert set(names_of(annotated("The snow stopped Tarnby Airways Flight 12 on Monday."))) == {"Tarnby Airways"}


def test_a_relative_clause_is_no_role(annotated: Annotate) -> None:
    assert names_of(annotated("Theo Brandt, whose father built the bridge, spoke."))["Theo Brandt"].roles == ()


def test_a_sentence_full_of_names_is_not_taken_for_a_headline(annotated: Annotate) -> None:
    assert set(names_of(annotated("Ines Marlow met Theo Brandt at the quay."))) == {"Ines Marlow", "Theo Brandt"}


def test_capitals_of_a_headline_make_no_names(annotated: Annotate) -> None:
    done = annotated("Ines Marlow will open the bridge in spring.", title="Mayor Marlow Promises New Bridge For Spring")
    assert set(names_of(done)) == {"Ines Marlow"}


def test_a_line_in_capitals_makes_no_names(annotated: Annotate) -> None:
    done = annotated("READ ALL ABOUT THE NEW BRIDGE HERE\nInes Marlow opened the bridge.")
    assert set(names_of(done)) == {"Ines Marlow"}


def test_weekdays_and_months_are_no_names(annotated: Annotate) -> None:
    done = annotated("On Monday Ines Marlow left. Since May she has been away.")
    assert set(names_of(done)) == {"Ines Marlow"}


def test_mentions_stand_where_they_say(annotated: Annotate) -> None:
    done = annotated("Sen. Ruth Adeyemi met the Osterby Institute’s Jan Holm. “No,” said Adeyemi.", title="Senator meets institute")
    assert done.names
    for name in done.names:
        assert done.article.text[slice(*name.span)] == name.text


def test_fold_drops_case_and_diacritics() -> None:
    assert fold("Núñez") == fold("NUNEZ") == "nunez"


def test_the_key_of_a_name_leaves_out_particles_and_possessives() -> None:
    assert name_key("Marit van der Velde’s") == ("marit", "velde")


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("Marlow", "Ines Marlow", True),
        ("Ines", "Ines Marlow", True),
        ("I. Marlow", "Ines Marlow", True),
        ("Ruiz", "Joaquín Ruiz Almagro", True),
        ("Luis", "José Luis Peñalver Ortega", False),
        ("Theo Marlow", "Ines Marlow", False),
        ("Ines Marlow", "Marlow", False),
    ],
)
def test_which_forms_can_be_one_name(short: str, full: str, same: bool) -> None:
    assert same_name(name_key(short), name_key(full)) is same
