"""Where actors stand, as clauses and quotations tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.annotate import annotate
from retold.compare.positions import STANCES, find_positions, group_positions
from retold.compare.positions.about import MOST, Bounds, phrase
from retold.compare.positions.cues import load_cues
from retold.compare.positions.holders import tellable
from retold.compare.positions.readable import readable
from retold.compare.positions.states import state_of_body, states_of
from retold.compare.positions.stump import half_noun, stump
from retold.compare.speakers import find_voices
from retold.read import read_text
from retold.records import Annotated, Position

LONG = "The harbour council met in the old customs house on a cold and wet evening with most of its members in the room. "


def told(*texts: str) -> tuple[Position, ...]:
    """The positions that articles with these texts tell."""
    articles = annotate([read_text(LONG + text, id=f"a{n}") for n, text in enumerate(texts)])
    return find_positions(articles, find_voices(articles))


def stands(text: str) -> list[tuple[str, str, str]]:
    return [(p.actor, p.stance, p.about) for p in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway is open to talks about the fishing border.", ("Norway", "open to", "talks about the fishing border")),
        ("Norway is not open to discussing the border.", ("Norway", "refuses", "discussing the border")),
        ("Norway is not ready to discuss the fishing border.", ("Norway", "refuses", "to discuss the fishing border")),
        ("Norway refused to sign the new ferry treaty on Monday.", ("Norway", "refuses", "to sign the new ferry treaty")),
        ("Norway did not rule out new tariffs on smoked fish.", ("Norway", "open to", "new tariffs on smoked fish")),
        (
            "Norway threatened tariffs on countries that import smoked fish.",
            ("Norway", "threatens", "tariffs on countries that import smoked fish"),
        ),
        ("Norway has pledged to repair the lighthouse.", ("Norway", "pledges", "to repair the lighthouse")),
        ("Norway offered to lend two icebreakers.", ("Norway", "offers", "to lend two icebreakers")),
        ("Norway demanded that Sweden open the strait.", ("Norway", "demands", "that Sweden open the strait")),
        ("Norway denied sinking the trawler.", ("Norway", "denies", "sinking the trawler")),
        ("Norway would like to see a wider channel.", ("Norway", "wants", "to see a wider channel")),
        ("Norway does not want a wider channel.", ("Norway", "does not want", "a wider channel")),
        ("Norway opposes the closing of the strait.", ("Norway", "opposes", "the closing of the strait")),
    ],
)
def test_a_report_names_a_stance(text: str, expected: tuple[str, str, str]) -> None:
    assert stands(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Norway rejected a claim by the harbour lawyer that the mayor promised him the keys to the customs house and its cellar.",
        "Norway wants the plan, also called the tide plan, finished and shown before winter.",
        "Norway demanded the inclusion of language, called the herring clause, that bars trawlers.",
        "Norway wants sailors to believe that its tireless – some say reckless – fleet can clear the strait.",
        "Norway is open to exploring with Sweden, as well as with the islands, whether the toll should rise.",
        "Norway is ready to close the strait of Saltmarsh, if the talks about the herring fail.",
    ],
)
def test_a_stump_is_no_position(text: str) -> None:
    assert stands(text) == []


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (
            "Norway demanded that Sweden print a shortened, readable copy of the charter.",
            "that Sweden print a shortened, readable copy of the charter",
        ),
        ("Norway wants the plan completed by the end of the winter.", "the plan completed by the end of the winter"),
        ("Norway is ready to close the strait if the talks fail.", "to close the strait if the talks fail"),
        ("Norway supports a plan to widen the channel, Marlow said.", "a plan to widen the channel"),
    ],
)
def test_a_phrase_is_completed_to_the_end_of_its_clause(text: str, about: str) -> None:
    assert [p.about for p in told(text)] == [about]


@pytest.mark.parametrize(
    ("phrase_", "rest", "expected"),
    [
        ("a claim by the mayor", " that the boats sank.", True),
        ("the plan", ", known as the tide act, passed.", True),
        ("the plan", ", she said.", False),
        ("the plan", ".", False),
        ("to sign a secret", ", Marlow said.", False),
        ("to sign a lasting", ".", False),
        ("to print a redacted", " – some say empty – copy.", True),
        ("that the old harbour", " built last year will close.", True),
        ("to close the strait", ", but only if the talks fail.", True),
        ("to close the strait", ", even if the talks fail.", False),
        ("to lend the mayor, his clerks", " or his cousins any boats.", True),
        ("to lend the mayor his boats", " and to sail.", False),
        ("to bring the skippers", " – and their crews – into the hall.", True),
        ("to bring the skippers home", " – a costly plan.", False),
    ],
)
def test_a_stump_is_told_by_what_follows(phrase_: str, rest: str, expected: bool) -> None:
    assert stump(phrase_ + rest, (0, len(phrase_)), frozenset()) is expected


def test_an_adjective_behind_a_determiner_waits_for_its_noun() -> None:
    assert half_noun(["a", "redacted"])
    assert not half_noun(["being", "redacted"])
    assert not half_noun(["the", "injured"])


@pytest.mark.parametrize(
    "text",
    [
        "If the talks fail, Norway is ready to close the strait.",
        "It keeps a toll that Norway wanted to drop and offers help to the small ports.",
        "Jens Aaland sold the boats, and prosecutors say he used it to support a lavish house on the pier.",
        "“We cannot permit the old harbour to become a swamp,” Ines Marlow said on Monday.",
        "“The ferry company should hope for a mild winter,” Ines Marlow said on Monday.",
        "“I would prefer to die rather than see the harbour sold,” Ines Marlow said on Monday.",
        "Does this mean that Norway wants to close the strait?",
        "Both parties want to work on the harbour rules.",
        "Norway accepted his resignation from the harbour board.",
        "A toll was a demand that Norway rejected again.",
        "“I want to commend the mayor for the new boats,” Ines Marlow said on Monday.",
        "Many skippers said they want to close the strait before winter.",
    ],
)
def test_what_hangs_on_something_else_or_is_somebody_elses_is_left_out(text: str) -> None:
    assert stands(text) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [("people", False), ("interviews", False), ("many skippers", False), ("prosecutors", True), ("Norway", True), ("All Nippon", True)],
)
def test_a_holder_is_somebody_a_reader_can_tell(name: str, expected: bool) -> None:
    assert tellable(name) is expected


def test_a_verb_without_its_object_is_no_pledge() -> None:
    assert stands("The toll is a change that Ines Marlow has said she would support.") == []


def test_what_an_actor_gives_is_his_own() -> None:
    assert stands("Norway offered its help to the islands.") == [("Norway", "offers", "its help to the islands")]


def test_he_in_a_heading_is_not_the_man_of_the_paragraph_before() -> None:
    before = "Jens Aaland walked along the pier on Monday. Aaland said that the boats were old and slow."
    behind = "The mayor of Saltmarsh looked at the boats and walked home."
    assert stands(f"{before}\n\nSwedish mayor says he wants full inquiry into fire\n\n{behind}") == []
    assert stands(f"{before} He wants a full inquiry into the fire.\n\n{behind}") == [
        ("Jens Aaland", "wants", "a full inquiry into the fire")
    ]


def test_his_within_a_quotation_is_not_the_speaker() -> None:
    text = "Ines Marlow said there was no money for Jens Aaland to fulfil “his promise of a new harbour wall” this year."
    assert ("Ines Marlow", "pledges") not in [(p.actor, p.stance) for p in told(text)]


def test_whoever_is_urged_is_told_apart_from_what_for() -> None:
    (position,) = told("Norway urged Sweden to open the strait before winter.")
    assert (position.stance, position.toward, position.about) == ("urges", "Sweden", "to open the strait")


@pytest.mark.parametrize(
    "text",
    [
        "If Norway refuses to sign the treaty, the ferries stop.",
        "Norway may refuse to sign the treaty.",
        "Norway declined to comment on the treaty.",
        "It is unclear whether Norway is open to talks about the border.",
        "The storm threatened to flood the market.",
        "Norway refused.",
        "Norway has no plans to oppose the new toll.",
        "The sailors who want a toll met the mayor.",
        "Norway rejected it.",
        "The mayor spoke about something Norway wants to forget.",
    ],
)
def test_what_nobody_stands_for_is_left_out(text: str) -> None:
    assert stands(text) == []


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("We are ready to share the old harbour", "open to"),
        ("We will never accept a toll on the bridge", "refuses"),
        ("The ferry company must lower its fares", "demands"),
        ("I did not take the harbour money", "denies"),
        ("We will continue to help the island", "pledges"),
        ("The ferry company should lower its fares", "urges"),
    ],
)
def test_words_take_a_stance_of_who_says_them(words: str, stance: str) -> None:
    text = f"“{words},” Ines Marlow, the mayor of Saltmarsh, said on Monday."
    (position,) = told(text)
    assert (position.actor, position.stance) == ("Ines Marlow", stance)
    assert position.words
    assert position.told_by is None


def test_what_somebody_is_accused_of_is_no_stance_of_his() -> None:
    found = stands("Sweden accused Norway of threatening to close the strait.")
    assert found == [("Sweden", "accuses", "threatening to close the strait")]


def test_words_that_take_a_stance_are_shown_as_words() -> None:
    (position,) = told("“We will never accept a toll on the bridge,” Ines Marlow said on Monday.")
    assert position.about == "“We will never accept a toll on the bridge”"


def test_a_stance_that_somebody_else_tells_stays_his_whose_it_is() -> None:
    (position,) = told("“Sweden refuses to dredge the channel,” Ines Marlow said on Monday.")
    assert (position.actor, position.told_by) == ("Sweden", "Ines Marlow")


def test_an_officer_speaks_for_the_state_that_any_report_names() -> None:
    first = "Norwegian foreign minister Jens Aaland arrived late. Aaland walked to the pier and looked at the boats."
    second = "“We are ready to share the old harbour,” Jens Aaland said on Monday."
    states = {p.state for p in told(first, second) if p.actor == "Jens Aaland"}
    assert states == {"Norway"}


@pytest.mark.parametrize(
    ("office", "state"),
    [
        ("Norwegian foreign minister Jens Aaland", "Norway"),
        ("South Korean President Jens Aaland", "South Korea"),
        ("Jens Aaland, the president of Norway,", "Norway"),
        ("former Norwegian minister Jens Aaland", None),
        ("The Norwegian singer Jens Aaland", None),
        ("On a visit to Norway, President Jens Aaland", None),
        ("On a visit to Norway of President Jens Aaland, he", None),
        ("Jens Aaland, Norwegian officials said,", None),
    ],
)
def test_an_office_beside_a_name_tells_its_state(office: str, state: str | None) -> None:
    articles = annotate([read_text(f"{LONG}{office} walked along the pier. Aaland looked at the boats.", id="a")])
    assert states_of(articles, find_voices(articles)).get("Jens Aaland") == state


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Oslo", "Norway"),
        ("the Norwegian foreign ministry", "Norway"),
        ("State Department", "United States"),
        ("Norwegian Wool", None),
        ("Saltmarsh", None),
    ],
)
def test_a_name_tells_its_state(name: str, state: str | None) -> None:
    assert state_of_body(name) == state


def test_a_claim_that_is_denied_is_what_stands_before() -> None:
    found = told("Ines Marlow told reporters that the ferries would stop, a claim Sweden has not confirmed.")
    assert [(p.actor, p.stance) for p in found] == [("Sweden", "has not confirmed")]
    assert "the ferries would stop" in found[0].about


def test_passages_of_one_stance_on_one_matter_are_one_group() -> None:
    found = told(
        "Norway is open to talks about the fishing border. Norway refused to sign the ferry treaty.",
        "Oslo is ready for talks on the fishing border.",
    )
    sizes = sorted(len(group) for group in group_positions(found))
    assert sizes == [1, 2]


def test_every_stance_of_the_table_is_one_that_is_documented() -> None:
    cues = load_cues()
    rows = [cue for table in (cues.verbs, cues.qualities, cues.nouns) for group in table.values() for cue in group]
    named = {stance for cue in rows for stance in (cue.turned(cues.turns, negated=False), cue.turned(cues.turns, negated=True)) if stance}
    assert named | {said.stance for said in cues.said} <= set(STANCES)


def bounds(text: str) -> Bounds:
    return Bounds(len(text), frozenset(), frozenset())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("food, clean water and fuel, she said", "food, clean water and fuel"),
        ("the plan, Marlow said", "the plan"),
        ("the plan because of the tide", "the plan"),
        ("the offer last week", "the offer"),
        ("a “new kind” of ferry – at last", "a “new kind” of ferry"),
        ("1,500 boats; then more", "1,500 boats"),
    ],
)
def test_a_phrase_ends_where_its_clause_does(text: str, expected: str) -> None:
    span = phrase(text, 0, bounds(text))
    assert span is not None
    assert text[slice(*span)] == expected


@pytest.mark.parametrize(
    "about",
    [
        "it",
        "to do",
        "those efforts",
        "this",
        "them at home",
        "to jettison",
        "such plans",
        "to respond",
        "having done",
        "answered by the mayor",
        "to do so before winter",
        "the plan",
    ],
)
def test_a_phrase_that_points_elsewhere_is_not_readable(about: str) -> None:
    assert not readable(about)


@pytest.mark.parametrize(
    "about", ["to resign", "talks with Norway", "those who fish at night", "that the bridge is closed", "its old border"]
)
def test_a_phrase_that_says_something_is_readable(about: str) -> None:
    assert readable(about)


WORDS = st.lists(
    st.sampled_from(
        "harbour to the and, of “open” boats because — (old) it's 1,500 Ariz. ; said that ’ \" by fishing\n last week sold".split(" ")
    ),
    max_size=30,
)


@given(words=WORDS, start=st.integers(0, 40), end=st.integers(0, 200))
def test_a_phrase_lies_within_its_bounds_and_is_no_longer_than_allowed(words: Sequence[str], start: int, end: int) -> None:
    text = " ".join(words)
    end = min(end, len(text))
    span = phrase(text, start, Bounds(end, frozenset(), frozenset()))
    if span is not None:
        assert start <= span[0] < span[1] <= end
        assert len(re.findall(r"[^\W_]+(?:[’'.,-][^\W_]+)*", text[slice(*span)])) <= MOST + 1
        assert text[slice(*span)] == text[slice(*span)].strip()


POSITIONS = st.builds(
    Position,
    actor=st.sampled_from(["Ines Marlow", "Norway", "Harbour Union"]),
    state=st.sampled_from([None, "Norway"]),
    stance=st.sampled_from(STANCES[:3]),
    toward=st.none(),
    about=st.sampled_from(["talks about the border", "a border treaty", "to repair the old lighthouse", "it"]),
    occasion=st.none(),
    article=st.sampled_from(["a", "b"]),
    spans=st.just(((0, 4),)),
)


@given(st.lists(POSITIONS, max_size=12))
def test_groups_hold_each_position_once_and_mix_neither_holders_nor_stances(positions: list[Position]) -> None:
    groups = group_positions(positions)
    assert sorted(map(repr, (p for g in groups for p in g))) == sorted(map(repr, positions))
    assert all(len({(p.state or p.actor, p.stance) for p in g}) == 1 for g in groups)


def test_positions_do_not_depend_on_the_order_of_articles() -> None:
    texts = ["Norway is open to talks about the fishing border.", "“We will never sign the ferry treaty,” Ines Marlow said."]
    articles: list[Annotated] = annotate([read_text(LONG + text, id=f"a{n}") for n, text in enumerate(texts)])
    back = articles[::-1]
    assert find_positions(articles, find_voices(articles)) == find_positions(back, find_voices(back))


def test_a_passage_holds_what_it_tells() -> None:
    text = LONG + "Norway is open to talks about the fishing border. “The ferry company must lower its fares,” Ines Marlow said."
    found = told(text.removeprefix(LONG))
    assert len(found) == 2
    for position in found:
        ((start, end),) = position.spans
        assert position.about.strip("“”") in text[start:end]


def test_words_are_shown_as_words_only_where_all_of_them_stand_in_marks() -> None:
    (position,) = told('Sweden must "accept a toll on the bridge", Ines Marlow said on Monday.')
    assert position.about == "Sweden must accept a toll on the bridge"
