"""Claims lined up whatever their wording."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hypothesis import given
from hypothesis import strategies as st

from retold.compare.facts.claims import Told
from retold.compare.facts.likeness import cosine, same_act, same_noun
from retold.compare.facts.lineup import Group, line_up
from retold.settings import FactSettings

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
DAY = "2031-03-05"
REST = "Gulls circled over the empty fish market. A choir from Ostrava Lane sang for the crew."


def groups_of(tell: Tell, **texts: str) -> tuple[Group, ...]:
    return line_up(tell({outlet: (DAY, f"{text} {REST}") for outlet, text in texts.items()}), FactSettings())


def together(groups: tuple[Group, ...], one: str, other: str) -> bool:
    return any(any(one in claim.text for claim in group.claims) and any(other in claim.text for claim in group.claims) for group in groups)


def test_active_and_passive_are_one_matter(tell: Tell) -> None:
    groups = groups_of(
        tell,
        Lantern="Police arrested the ferry captain Tomas Keel in Vellmar.",
        Gazette="The ferry captain Tomas Keel was arrested by police in Vellmar.",
    )
    assert together(groups, "Police arrested", "was arrested by police")


def test_two_matters_stay_apart(tell: Tell) -> None:
    groups = groups_of(
        tell,
        Lantern="Police arrested the ferry captain Tomas Keel in Vellmar.",
        Gazette="The mayor opened a new library for children of the old town.",
    )
    assert not together(groups, "Police arrested", "opened a new library")


def test_a_claim_is_in_one_group_and_a_group_in_several_articles(tell: Tell) -> None:
    groups = groups_of(
        tell,
        Lantern="Police arrested the ferry captain Tomas Keel in Vellmar. Keel denied the charge.",
        Gazette="The ferry captain Tomas Keel was arrested by police in Vellmar. Keel denied everything.",
        Ledger="Ferry captain Tomas Keel's arrest by police shocked Vellmar.",
    )
    keys = [claim.key for group in groups for claim in group.claims]
    assert len(keys) == len(set(keys)) > 0
    for group in groups:
        assert len(group.articles) > 1
        assert all(pair.left.article < pair.right.article for pair in group.pairs)
        assert {claim.key for pair in group.pairs for claim in (pair.left, pair.right)} <= {claim.key for claim in group.claims}


WORDS = st.sampled_from(["kill", "die", "arrest", "detain", "free", "release", "open", "people", "passenger", "zorp", "take over"])


@given(WORDS, WORDS)
def test_likeness_of_words_has_no_order(one: str, other: str) -> None:
    assert abs(same_act(one, other) - same_act(other, one)) < 1e-6
    assert abs(same_noun(one, other) - same_noun(other, one)) < 1e-6
    assert same_act(one, one) == same_noun(other, other) == 1.0


TERMS = st.frozensets(st.sampled_from("abcdef"))


@given(TERMS, TERMS, st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 1)))
def test_cosine_is_a_share(one: frozenset[str], other: frozenset[str], weight: dict[str, float]) -> None:
    assert 0 <= cosine(one, other, weight) <= 1
    assert abs(cosine(one, other, weight) - cosine(other, one, weight)) < 1e-9
    assert not one or abs(cosine(one, one, weight) - 1) < 1e-9
