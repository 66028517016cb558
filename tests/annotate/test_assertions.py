"""What a clause asserts: who does what to whom, and how real it is said to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retold.annotate.assertions import find_assertions
from retold.annotate.deeds import DEEDS, is_deed, verb_of
from retold.annotate.names import Names
from retold.annotate.parse import Paragraph
from retold.annotate.tokens import Line, Token, cut
from retold.records import Annotated, Argument, Assertion

Annotate = Callable[..., Annotated]


def of(annotated: Annotated, lemma: str) -> Assertion:
    """The only assertion with a predicate."""
    (only,) = (a for a in annotated.assertions if a.lemma == lemma)
    return only


def words(annotated: Annotated, argument: Argument | None) -> str | None:
    return annotated.article.text[slice(*argument.span)] if argument is not None else None


@pytest.mark.parametrize(
    ("text", "lemma", "actor", "target"),
    [
        ("The army seized the harbour on Monday.", "seize", "The army", "the harbour"),
        ("The harbour was seized by the army.", "seize", "the army", "The harbour"),
        ("The harbour was seized on Monday.", "seize", None, "The harbour"),
        ("The army’s seizure of the harbour shocked the town.", "seizure", "The army", "the harbour"),
        ("The seizure of the harbour by the army shocked the town.", "seizure", "the army", "the harbour"),
        ("The mayor’s arrest shocked the town.", "arrest", None, "The mayor"),
        ("The mayor’s visit shocked the town.", "visit", "The mayor", None),
        ("The army launched an attack on the harbour.", "attack", "The army", "the harbour"),
        ("The resignation of the mayor shocked the town.", "resignation", "the mayor", None),
        ("The sailors who fled the harbour were hungry.", "flee", "The sailors", "the harbour"),
        ("The council agreed to sell the bridge.", "sell", "The council", "the bridge"),
        ("Doctors urged the mayor to leave the town.", "leave", "the mayor", "the town"),
        ("The mayor was asked to leave the town.", "leave", "The mayor", "the town"),
        ("The council closed the bridge and sold the land.", "sell", "The council", "the land"),
        ("The army left the town after burning the bridge.", "burn", "The army", "the bridge"),
        ("The mayor was arrested and jailed.", "jail", None, "The mayor"),
        ("Soldiers took over the radio station.", "take over", "Soldiers", "the radio station"),
        ("The minister is a lawyer.", "be", "The minister", "a lawyer"),
    ],
)
def test_who_does_what_to_whom(annotated: Annotate, text: str, lemma: str, actor: str | None, target: str | None) -> None:
    record = annotated(text)
    found = of(record, lemma)
    assert (words(record, found.actor), words(record, found.target)) == (actor, target)


@pytest.mark.parametrize(
    ("text", "lemma", "standing", "negated"),
    [
        ("The army seized the harbour.", "seize", "done", False),
        ("The army did not seize the harbour.", "seize", "done", True),
        ("The army has never seized the harbour.", "seize", "done", True),
        ("No soldier seized the harbour.", "seize", "done", True),
        ("The army left without seizing the harbour.", "seize", "done", True),
        ("The army denied seizing the harbour.", "seize", "done", True),
        ("The army failed to seize the harbour.", "seize", "done", True),
        ("The army will seize the harbour.", "seize", "ahead", False),
        ("The army is going to seize the harbour.", "seize", "ahead", False),
        ("The army agreed to seize the harbour.", "seize", "ahead", False),
        ("The army threatened to seize the harbour.", "seize", "ahead", False),
        ("The army is expected to seize the harbour.", "seize", "ahead", False),
        ("The army did not agree to seize the harbour.", "seize", "ahead", True),
        ("The army plans to burn the bridge and seize the harbour.", "seize", "ahead", False),
        ("The army may have seized the harbour.", "seize", "possible", False),
        ("The army tried to seize the harbour.", "seize", "possible", False),
        ("The army must seize the harbour.", "seize", "duty", False),
        ("The army has to seize the harbour.", "seize", "duty", False),
        ("The army wants to seize the harbour.", "seize", "wish", False),
        ("The mayor asked the army to seize the harbour.", "seize", "asked", False),
        ("If the army seizes the harbour, sailors will leave.", "seize", "condition", False),
        ("The army is seizing the harbour.", "seize", "going on", False),
        ("The mayor called for the release of the sailors.", "release", "asked", False),
        ("The mayor demanded the release of the sailors.", "release", "asked", False),
        ("The army plans an attack on the harbour.", "attack", "ahead", False),
    ],
)
def test_how_real_it_is(annotated: Annotate, text: str, lemma: str, standing: str, negated: bool) -> None:
    found = of(annotated(text), lemma)
    assert (found.standing, found.negated) == (standing, negated)


@pytest.mark.parametrize(
    ("text", "lemma", "hedge"),
    [
        ("The army reportedly seized the harbour.", "seize", "reportedly"),
        ("The army appears to have seized the harbour.", "seize", "appears"),
        ("The army is said to have seized the harbour.", "seize", "said"),
        ("The army is accused of seizing the harbour.", "seize", "accused"),
        ("The army is likely to seize the harbour.", "seize", "likely"),
        ("Residents fled the alleged attack on the harbour.", "attack", "alleged"),
        ("The army seized the harbour.", "seize", None),
    ],
)
def test_what_hedges_it(annotated: Annotate, text: str, lemma: str, hedge: str | None) -> None:
    found = of(annotated(text), lemma).hedge
    assert (text[slice(*found)] if found else None) == hedge


def test_a_headline_without_finite_verb_looks_ahead(annotated: Annotate) -> None:
    record = annotated("The council met on Monday.", title="Mayor Ines Marlow to leave Tarnby")
    assert of(record, "leave").standing == "ahead"
    assert record.assertions[0].sentence == 0


def test_a_pronoun_has_the_name_of_its_person(annotated: Annotate) -> None:
    record = annotated("Ines Marlow left Tarnby on Monday. She closed the bridge.")
    actor = of(record, "close").actor
    assert actor is not None
    assert actor.name == "Ines Marlow"


def test_two_pronouns_of_one_sentence_are_one_person(annotated: Annotate) -> None:
    record = annotated("Ines Marlow met reporters. She lied to Tom Orr’s lawyers after she promised them help.")
    actors = [of(record, lemma).actor for lemma in ("lie", "promise")]
    assert [a.name for a in actors if a is not None] == ["Ines Marlow", "Ines Marlow"]


def test_a_pronoun_that_may_mean_two_has_no_name(annotated: Annotate) -> None:
    record = annotated("Reporters followed Ines Marlow and Clara Vance. Some of them met her.")
    target = of(record, "meet").target
    assert target is not None
    assert target.name is None


def test_one_who_says_i_is_the_speaker(annotated: Annotate) -> None:
    record = annotated("“I closed the bridge myself,” Ines Marlow said.")
    found = of(record, "close")
    assert found.actor is not None
    assert found.actor.name == "Ines Marlow"
    assert found.quotation == record.quotations[0].id


def test_dates_and_quantities_belong_to_their_clause(annotated: Annotate) -> None:
    record = annotated("The army freed 30 sailors on Monday, and the council closed the bridge on Tuesday.")
    assert (of(record, "free").quantities, of(record, "free").dates) == ((0,), (0,))
    assert (of(record, "close").quantities, of(record, "close").dates) == ((), (1,))


def test_where_it_happened_stands_among_the_others(annotated: Annotate) -> None:
    record = annotated("The army seized the ferry in Tarnby.")
    assert [(o.by, words(record, o)) for o in of(record, "seize").others] == [("in", "Tarnby")]


def test_words_that_carry_a_verb_assert_nothing(annotated: Annotate) -> None:
    assert [a.lemma for a in annotated("The army is going to seize the harbour.").assertions] == ["seize"]


def test_a_clitic_is_a_verb_and_negates_what_it_says(annotated: Annotate) -> None:
    record = annotated("The mayor spoke. “That’s not a violation of the law,” she said.")
    assert [(of(record, lemma).kind, of(record, lemma).negated) for lemma in ("be", "violation")] == [("state", True), ("noun", True)]


def test_every_deed_has_a_verb() -> None:
    assert all(is_deed(noun) and verb_of(noun) for noun in DEEDS)
    assert verb_of("harbour") is None
    assert not is_deed("station")


TAGS = st.sampled_from(
    [("VBD", "VERB"), ("VB", "VERB"), ("VBG", "VERB"), ("VBN", "VERB"), ("NN", "NOUN"), ("NNS", "NOUN"), ("NNP", "PROPN")]
)
MORE = st.sampled_from(
    [("PRP", "PRON"), ("IN", "ADP"), ("JJ", "ADJ"), ("MD", "AUX"), ("VBZ", "AUX"), ("CC", "CCONJ"), ("DT", "DET"), ("TO", "PART")]
)
RELATIONS = st.sampled_from(
    """ROOT nsubj nsubjpass dobj attr acomp xcomp ccomp advcl relcl acl conj cc aux auxpass neg prep pobj pcomp agent amod compound poss
    case det mark prt dative appos advmod punct expl oprd""".split()
)
WORDS = st.sampled_from(
    "seize seized arrest attack plan to will not he she it who no by of in if be is agreed deny Orr Tarnby release 30 , -".split()
)


@st.composite
def lines(draw: st.DrawFn) -> Paragraph:
    """A line with any grammar whatever, sensible or not, as long as it is a tree."""
    text = " ".join(draw(st.lists(WORDS, min_size=1, max_size=14)))
    tokens = [Token(i, a, text[a:b]) for i, (a, b) in enumerate(cut(text))]
    order = draw(st.permutations(range(len(tokens))))
    for place, i in enumerate(order):
        token = tokens[i]
        token.tag_, token.pos_ = draw(TAGS | MORE)
        token.lemma_, token.is_sent_start = token.lower_, i == 0
        token.dep_ = draw(RELATIONS) if place else "ROOT"
        token.head = tokens[order[draw(st.integers(0, place - 1))]] if place else token
    return Paragraph(span=(3, 3 + len(text)), doc=Line(text, tokens))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(lines())
def test_whatever_the_grammar_says_assertions_are_in_order_and_inside(line: Paragraph) -> None:
    names = Names(names=(), aliases=(), female=frozenset(), male=frozenset())
    found = find_assertions([line], names, (), (), ())
    start, end = line.span
    assert [a.predicate for a in found] == sorted({a.predicate for a in found})
    for assertion in found:
        assert start <= assertion.span[0] <= assertion.predicate[0] < assertion.predicate[1] <= end
        assert assertion.predicate[0] < assertion.span[1] <= end
        assert assertion.sentence == 0
        for argument in (assertion.actor, assertion.target, *assertion.others):
            assert argument is None or start <= argument.span[0] < argument.span[1] <= end
        assert all(o.by != "" for o in assertion.others)


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("Ines Marlow left. Theo Brandt accused her of theft.", "her", "Ines Marlow"),
        ("Theo Brandt left. Ines Marlow accused her of theft.", "her", None),
        ("Ines Marlow resigned. He or she who follows has much to do.", "she", None),
        ("Theo Brandt met the press. A passenger said that he saw smoke.", "he", None),
        ("Theo Brandt met Paul Keller. “He lies,” said Paul Keller.", "he", "Theo Brandt"),
        ("Theo Brandt met Ines Marlow on Sunday. “I was glad,” she said.", "she", "Ines Marlow"),
    ],
)
def test_whom_a_pronoun_means(annotated: Annotate, text: str, pronoun: str, meant: str | None) -> None:
    record = annotated(text)
    arguments = [g for a in record.assertions for g in (a.actor, a.target, *a.others) if g is not None]
    found = {g.name for g in arguments if g.head.lower() == pronoun}
    assert found <= {meant}
    assert found or meant is None
