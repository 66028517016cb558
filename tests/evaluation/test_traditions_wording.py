"""Words put for words: what may change changes, what may not stays."""

from __future__ import annotations

import re
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from evaluation.traditions.grammar import first_small, sentence_case, write
from evaluation.traditions.wording import bracketed, join, recast, respelled, reword, rounded, turned
from evaluation.traditions.world import data

seeds = st.integers(0, 10**6).map(Random)


def test_choices_nest_and_slots_are_filled() -> None:
    found = {write("[a|b [c|d]] <what>", Random(seed), {"what": "e"}) for seed in range(40)}
    assert found == {"a e", "b c e", "b d e"}


def test_a_choice_in_words_can_be_remembered() -> None:
    for seed in range(20):
        chosen: dict[str, str] = {}
        rng = Random(seed)
        assert write("[a|b|c|d]", rng, {}, chosen) == write("[a|b|c|d]", rng, {}, chosen)


@given(rng=seeds, rate=st.floats(0, 1))
def test_marked_words_and_persons_are_never_reworded(rng: Random, rate: float) -> None:
    text = "{mayor} said workers “began the inquiry” after the fire in Injured Street."
    after = reword(text, rng, rate)
    assert after.startswith("{mayor} ")
    assert "“began the inquiry”" in after
    assert "Injured Street" in after


def test_rate_decides_how_much_is_reworded() -> None:
    text = "Workers found defects after the inquiry, officials stated."
    assert reword(text, Random(0), 0.0) == text
    after = reword(text, Random(0), 1.0)
    assert not set(re.findall(r"\w+", after)) & {"Workers", "found", "after", "inquiry", "officials", "stated"}


@given(rng=seeds, value=st.integers(11, 99999))
def test_rounding_never_raises_a_number_and_leaves_years(rng: Random, value: int) -> None:
    text = f"Crews filled {value} bags."
    after = rounded(text, rng)
    if after != text:
        number = int(re.sub(r"\D", "", after))
        assert number < value
        assert re.search(r"(more than|over) ", after)
    if 1900 < value < 2100:
        assert after == text


def test_a_time_phrase_moves_and_comes_back() -> None:
    front, back = "On Friday, the mill closed.", "The mill closed on Friday."
    assert recast(front) == back
    assert recast(back) == front
    assert recast("Geese flew over.") == "Geese flew over."


def test_two_sentences_become_one() -> None:
    assert join("Rain fell.", "The mill closed.", Random(1)).lower().endswith("the mill closed.")
    assert join("Rain fell.", "The mill closed.", Random(1)).count(".") == 1


def test_desks_spell_out_and_explain_and_turn() -> None:
    assert respelled("We’re late", Random(0)) == "We are late"
    assert bracketed("They left", Random(0)) == "[The company] left"
    assert turned("I will not go", Random(0)) == "I will go"
    assert turned("We counted 40", Random(0)) in {"We counted 41", "We counted 42", "We counted 50", "We counted 60"}
    for of in (respelled, bracketed, turned):
        assert of("Geese fly", Random(0)) == "Geese fly"


def test_capitals() -> None:
    assert sentence_case("“we wait”") == "“We wait”"
    assert sentence_case("{mayor} waits") == "{mayor} waits"
    assert first_small("The mill") == "the mill"
    assert first_small("Velling slept") == "Velling slept"


def test_every_template_can_be_written() -> None:
    slots = dict.fromkeys(
        set(re.findall(r"<(\w+)>", "".join(map(str, (data("events"), data("common"), data("remarks")))))), "x"
    )  # fmt: skip
    events, common, remarks = data("events"), data("common"), data("remarks")
    frames = [frame for event in events.values() for topic in event["topics"].values() for frame in topic]
    frames += [frame for topic in common["topics"].values() for frame in topic]
    frames += [part for remark in remarks["remark"] for part in (*remark["say"], remark["indirect"])]
    for frame in frames:
        assert not set("[]<>|") & set(write(frame, Random(0), slots)), frame


def test_pieces_in_marks_are_words_that_were_said() -> None:
    for remark in data("remarks")["remark"]:
        if "mixed" in remark:
            chosen: dict[str, str] = {}
            rng = Random(5)
            slots = {name: name for name in re.findall(r"<(\w+)>", str(remark))}
            said = ". ".join(write(sentence, rng, slots, chosen) for sentence in remark["say"])
            piece = re.findall("“(.+)”", write(remark["mixed"], rng, slots, chosen))
            assert piece
            assert all(one in said for one in piece), remark["mixed"]
