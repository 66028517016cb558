"""What a difference is: its kind, what it touches, whether it can change the meaning."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.compare.phrases import collated
from retold.compare.relations import relation_of
from retold.compare.tokens import Token, tokenize
from retold.compare.variants import Change, changes
from retold.settings import CollationSettings


def tokens(text: str) -> tuple[Token, ...]:
    return tokenize(text, [(0, len(text))])


def compare(base: str, here: str) -> tuple[Change, ...]:
    return changes(collated(tokens(base), tokens(here), CollationSettings()))


@pytest.mark.parametrize(
    ("base", "here", "of"),
    [
        ("The mayor will not close the harbour.", "The mayor will close the harbour.", "negation"),
        ("There is no danger for swimmers.", "There is danger for swimmers.", "negation"),
        ("I never asked for the money", "I asked for the money", "negation"),
        ("The bridge is safe", "The bridge is unsafe", "negation"),
        ("Forty people were on the ferry", "Fourteen people were on the ferry", "number"),
        ("We spent 5 million on the road", "We spent 5 billion on the road", "number"),
        ("It was the second attack", "It was the third attack", "number"),
        ("All of the ships returned", "Some of the ships returned", "number"),
        ("The council promised Novak a seat", "The council promised Petrov a seat", "name"),
        ("The strike will end on Monday", "The strike will end on Tuesday", "name"),
        ("We must leave by noon", "We may leave by noon", "modality"),
        ("He may have taken the money", "He has taken the money", "modality"),
        ("The strike has ended", "The strike will end", "modality"),
        ("They are perhaps the best team", "They are the best team", "modality"),
        ("We want to talk to the union", "We talk to the union", "modality"),
        ("They burned the archive", "He burned the archive", "words"),
        ("The crew saw our ships leave", "The crew saw their ships leave", "words"),
        ("We support the new law", "We oppose the new law", "words"),
        ("I voted for the motion", "I voted against the motion", "words"),
        ("We warn against traffic on the pass", "We warn against traffic lights on the pass", "words"),
        ("Police attacked the miners", "The miners attacked police", "words"),
    ],
)
def test_another_meaning(base: str, here: str, of: str) -> None:
    assert of in {change.variant.of for change in compare(base, here) if change.variant.changes_meaning == "yes"}


@pytest.mark.parametrize(
    ("base", "here"),
    [
        ("We do not trust them.", "We don't trust them"),
        ("Police attacked the miners", "The miners were attacked by police"),
        ("The plan is not a threat but a promise", "The plan is a promise, not a threat"),
        ("It doesn’t hide smugglers, nor feeds smugglers", "It does not hide or feed smugglers"),
        ("I don't believe it works", "I believe it doesn't work"),
        ("We began the search at dawn", "We started the search at dawn"),
        ("The E.C.U. paid the crew", "The European Coal Union paid the crew"),
        ("We reduced the fee by 33.4 crowns", "We reduced the fee by 34 crowns"),
        ("the town and its people", "the town and their people"),
        ("We will leave by noon", "We would leave by noon"),
    ],
)
def test_the_same_meaning(base: str, here: str) -> None:
    assert not [change.variant for change in compare(base, here) if change.variant.changes_meaning == "yes"]


def test_neighbouring_edits_are_one_change() -> None:
    (change,) = compare("we go on to help with ships that sail in the bay", "we go on to assist with shipping lanes in the bay")
    assert change.variant.kind == "substitution"
    assert change.variant.note is not None
    assert "“help with ships that sail” became “assist with shipping lanes”" in change.variant.note


def test_notes_say_what_was_done() -> None:
    notes = [change.variant.note for change in compare("It is not wrong. We believe in smugglers", "We believe [now] in smuggling")]
    assert notes == ["cut “It is not wrong” from the beginning", "inserted “now” in brackets", "“smugglers” became “smuggling”"]


def test_a_cut_that_loses_a_condition_may_change_the_meaning() -> None:
    (change,) = compare("We leave tomorrow unless the weather turns", "We leave tomorrow")
    assert (change.variant.kind, change.variant.changes_meaning, change.variant.here) == ("omission", "maybe", None)
    (change,) = compare("We leave tomorrow. Unless you care, go.", "We leave tomorrow")
    assert change.variant.changes_meaning == "no"


@pytest.mark.parametrize(
    ("base", "here"),
    [
        ("We leave tomorrow. We will not come back.", "We leave tomorrow."),
        ("Nobody asked us. The quay is safe and dry.", "The quay is safe and dry."),
        ("The quay is safe. It may never be widened. The fee stays.", "The quay is safe. The fee stays."),
        ("It is a storm like nobody has ever seen", "a storm"),
        ("He would have a stormy answer for the crew", "stormy answer"),
        ("I'm not only speaking of the quay, but of the whole town", "speaking of the quay"),
    ],
)
def test_a_cut_of_a_sentence_or_clause_turns_nothing_that_is_left(base: str, here: str) -> None:
    assert {change.variant.of for change in compare(base, here)} <= {"words", "grammar"} or "only" in base


@pytest.mark.parametrize(
    ("base", "here", "of"),
    [
        ("There is no need in Ost to widen the quay", "widen the quay", "negation"),
        ("The council may widen the quay", "widen the quay", "modality"),
        ("If the lake rises, we close the mine", "we close the mine", "modality"),
        ("We close the mine, but only if the lake rises", "We close the mine", "modality"),
    ],
)
def test_a_cut_of_what_turned_the_words_that_are_left_may_change_the_meaning(base: str, here: str, of: str) -> None:
    assert (of, "maybe") in {(change.variant.of, change.variant.changes_meaning) for change in compare(base, here)}


@pytest.mark.parametrize(
    ("base", "here", "of"),
    [
        ("We came to help the miners", "We came to be of assistance to the miners", "words"),
        ("They closed the mill", "They shut down the mill", "words"),
        ("The US sent grain", "The United States sent grain", "spelling"),
        ("the colour of the quay", "the color of the quay", "spelling"),
        ("a by-election in Ost", "a byelection in Ost", "typography"),
        ("16 million crowns", "16million crowns", "typography"),
        ("they 've left", "they have left", "grammar"),
    ],
)
def test_what_is_written_otherwise(base: str, here: str, of: str) -> None:
    assert [(change.variant.of, change.variant.changes_meaning) for change in compare(base, here)] == [(of, "no")]


@pytest.mark.parametrize(("base", "here"), [("No ship was lost", "Not one ship was lost"), ("Nobody came", "Not one person came")])
def test_two_ways_to_negate_negate_alike(base: str, here: str) -> None:
    assert "negation" not in {change.variant.of for change in compare(base, here)}


@pytest.mark.parametrize(
    "here", ["It burned the archive", "It torched the archive", "We devastated the archive", "She was burning the archive"]
)
def test_another_doer_is_found_where_the_verb_is_another_too(here: str) -> None:
    notes = [change.variant.note or "" for change in compare("They burned the archive", here) if change.variant.changes_meaning != "no"]
    assert any(note.startswith("who it is about changed") for note in notes)


@pytest.mark.parametrize(
    ("base", "here", "notes"),
    [
        (
            "We have a school and a dry dock. Twelve years later the mill closed and all left.",
            "We have a school. The mill closed and all left.",
            ["number dropped: “Twelve” in “and a dry dock Twelve years later”"],
        ),
        ("We will not widen it", "We will widen it", ["negation dropped: “not”"]),
        ("Perhaps we lose the match", "We perhaps lose the match now", None),
        ("It was the best ship and nearly full", "It was the best ship and full", ["quantity dropped: “nearly”"]),
    ],
)
def test_a_note_says_once_what_was_done(base: str, here: str, notes: list[str] | None) -> None:
    found = [change.variant.note for change in compare(base, here)]
    assert notes is None or found == notes
    assert not any(note and max(note.count("dropped"), note.count("added")) > 1 for note in found)


def test_a_comma_ends_what_was_replaced() -> None:
    told = compare("They ruined our school system, their mines are shut", "They ruined our framework mines are shut")
    assert [change.variant.note for change in told] == ["“school system” became “framework”", "dropped “their”"]


def test_a_sentence_left_out_ends_where_it_ends() -> None:
    base = "The island poses no threat to its neighbours. It has never posed one to anybody and it seeks trade"
    told = compare(base, "The island has never posed one to anybody and it seeks trade")
    assert all("neighbours It" not in (change.variant.note or "") or change.place == "inside" for change in told)
    told = compare("Ardia is no threat to the isles. It has never been one and seeks trade", "Ardia has never been one and seeks trade")
    assert [change.variant.note for change in told] == ["cut “Ardia is no threat to the isles” from the beginning", "“It” became “Ardia”"]


@pytest.mark.parametrize("word", ["today", "in", "together"])
def test_one_word_put_elsewhere_in_its_sentence_is_one_change(word: str) -> None:
    (change,) = compare(f"We met the crew {word} behind the old mill", f"We met {word} the crew behind the old mill")
    assert (change.variant.kind, change.variant.changes_meaning, change.variant.note) == ("transposition", "no", f"moved “{word}”")


@pytest.mark.parametrize("word", ["not", "only", "never"])
def test_a_word_that_turns_another_is_not_merely_moved(word: str) -> None:
    told = compare(f"They did {word} sing and dance in the hall", f"They did sing and {word} dance in the hall")
    assert "transposition" not in {change.variant.kind for change in told}


def test_a_moved_passage_is_a_transposition() -> None:
    kinds = [change.variant.kind for change in compare("It is a release of men, not a swap", "Not a swap. It is a release of men")]
    assert "transposition" in kinds


def test_brackets_excuse_no_turned_sense() -> None:
    (change,) = compare("We will pay the crew", "We will [not] pay the crew")
    assert (change.variant.of, change.variant.changes_meaning) == ("negation", "yes")


VOCABULARY = (
    "we they not never the a of in with will may 7 forty ship ships harbour port Novak crew help assist open close vote mayor isn't it's"
).split()
SENTENCE = st.lists(st.sampled_from(VOCABULARY), max_size=14)
MARK = st.sampled_from([" ", ", ", ". ", " … ", " [", "] ", " – "])


@st.composite
def texts(draw: st.DrawFn) -> str:
    return "".join(word + draw(MARK) for word in draw(SENTENCE))


@st.composite
def sides(draw: st.DrawFn) -> tuple[Token, ...]:
    text = draw(texts())
    cut = draw(st.integers(0, len(text)))
    return tokenize(text, [(0, cut), (cut, len(text))])


@settings(max_examples=200, deadline=None)
@given(sides(), sides())
def test_what_no_variant_covers_is_the_same_on_both_sides(base: tuple[Token, ...], here: tuple[Token, ...]) -> None:
    """So whoever puts the words of the variants into the base gets the words of the rendition."""
    made = changes(collated(base, here, CollationSettings()))
    for change in made:
        variant = change.variant
        assert (variant.base is None) == (variant.kind == "addition")
        assert (variant.here is None) == (variant.kind == "omission")
    left = uncovered(base, [change.variant.base for change in made])
    right = uncovered(here, [change.variant.here for change in made])
    assert [token.key for token in left] == [token.key for token in right]


def uncovered(side: tuple[Token, ...], spans: list[tuple[int, int] | None]) -> list[Token]:
    for span in spans:
        assert span is None or len({token.run for token in side if span[0] <= token.start < span[1]}) == 1
    held = [sum(span is not None and span[0] <= token.start and token.end <= span[1] for span in spans) for token in side]
    assert max(held, default=0) <= 1
    return [token for token, times in zip(side, held, strict=True) if not times]


@settings(deadline=None)
@given(sides())
def test_a_text_does_not_differ_from_itself(side: tuple[Token, ...]) -> None:
    assert changes(collated(side, side, CollationSettings())) == ()


SUBJECTS = st.sampled_from(["The mayor", "Our crew", "Anna Novak", "The union of miners", "This old port"])
VERBS = st.sampled_from(["pay", "support", "follow", "visit", "repair"])
OBJECTS = st.sampled_from(["the harbour", "three pilots", "the school near the river", "every sailor", "Lake Vessel"])
TAILS = st.sampled_from(["", " in June", " before the winter", ", said the board", " with our help"])


@settings(deadline=None)
@given(SUBJECTS, VERBS, OBJECTS, TAILS, st.sampled_from(["does not", "doesn’t", "will never", "can not"]))
def test_a_planted_negation_is_always_found(subject: str, verb: str, thing: str, tail: str, cue: str) -> None:
    plain = {"does not": "does", "doesn’t": "does", "will never": "will", "can not": "can"}[cue]
    denied, affirmed = (f"{subject} {aux} {verb} {thing}{tail}." for aux in (cue, plain))
    assert relation_of(compare(denied, affirmed)) == "changed"
    assert relation_of(compare(affirmed, denied)) == "changed"


@settings(deadline=None)
@given(SUBJECTS, VERBS, TAILS, st.integers(2, 400), st.integers(2, 400))
def test_a_planted_number_is_always_found(subject: str, verb: str, tail: str, one: int, other: int) -> None:
    first, second = (f"{subject} will {verb} {number} boats{tail}." for number in (one, other))
    rounded = abs(one - other) <= CollationSettings().rounding * max(one, other)
    assert relation_of(compare(first, second)) in (("same",) if one == other else ("changed", "reworded") if rounded else ("changed",))
