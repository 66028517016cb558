"""Segments: every witness's words come back to the letter, each witness reads one thing at each place, and places fall where words part."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.records import Span, Variant
from retold.render.exchange.segments import Segment, Witness, segments, words_of
from retold.settings import CollationSettings
from tests.render.test_exchange_dossiers import TEXTS, span_or_none, spans

COSTS = CollationSettings()


def read_by(witness: int, found: tuple[Segment, ...]) -> str:
    """What one witness has, as a reader of the segments puts it together."""
    texts = [reading.text for segment in found for reading in segment.readings if witness in reading.witnesses]
    return " ".join(text for text in texts if text)


def shown(*texts: str, variants: dict[int, tuple[Variant, ...]] | None = None) -> str:
    """Common words as they are; places as [base|other] with the witnesses' numbers."""
    witnesses = [Witness(text=t, spans=((0, len(t)),), variants=(variants or {}).get(n, ())) for n, t in enumerate(texts)]
    out = []
    for segment in segments(witnesses, COSTS):
        if len(segment.readings) == 1:
            out.append(segment.readings[0].text)
        else:
            out.append("[" + "|".join(f"{''.join(map(str, r.witnesses))}:{r.text}" for r in segment.readings) + "]")
    return " ".join(out)


@st.composite
def collations(draw: st.DrawFn) -> list[Witness]:
    """Texts that share words, with spans and variants anywhere."""
    texts = [draw(TEXTS) for _ in range(draw(st.integers(1, 4)))]
    base = texts[0]
    made = []
    for text in draw(st.lists(st.sampled_from(texts), min_size=1, max_size=5).map(lambda drawn: [base, *drawn])):
        variant = st.builds(
            Variant,
            kind=st.sampled_from(["omission", "addition", "substitution", "transposition"]),
            of=st.sampled_from(["words", "number"]),
            changes_meaning=st.just("yes"),
            base=st.none() | span_or_none(base),
            here=st.none() | span_or_none(text),
        )
        made.append(Witness(text=text, spans=draw(spans(text)), variants=tuple(draw(st.lists(variant, max_size=3)))))
    return made


@settings(max_examples=60)
@given(collations())
def test_every_witness_is_read_whole_and_once(witnesses: list[Witness]) -> None:
    found = segments(witnesses, COSTS)
    for number, witness in enumerate(witnesses):
        assert read_by(number, found) == words_of(witness.text, witness.spans)
    for segment in found:
        assert sorted(n for reading in segment.readings for n in reading.witnesses) == list(range(len(witnesses)))
        assert 0 in segment.readings[0].witnesses
        assert any(reading.text for reading in segment.readings)


@settings(max_examples=30)
@given(TEXTS, st.integers(2, 4))
def test_the_same_words_are_one_segment(text: str, count: int) -> None:
    found = segments([Witness(text=text, spans=((0, len(text)),))] * count, COSTS)
    assert [len(segment.readings) for segment in found] == [1] * bool(text.split())


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("We will not sell the red mill", "We will sell the red mill"), "We will [0:not|1:] sell the red mill"),
        (("We will sell the mill", "We will never sell the mill"), "We will [0:|1:never] sell the mill"),
        (("The mill sold four ships", "The mill sold fourteen ships"), "The mill sold [0:four|1:fourteen] ships"),
        (("The harbour stays open today.", "The harbour stays open today"), "The harbour stays open [0:today.|1:today]"),
        (("The ships do not sail here", "The ships don't sail here"), "The ships [0:do not|1:don't] sail here"),
        (
            ("We sell the old mill", "We sell the new mill", "We buy the new mill"),
            "We [01:sell|2:buy] the [0:old|12:new] mill",
        ),
        (
            ("The quay stays shut until the crane stands", "The quay stays shut", "The port stays shut until the crane stands"),
            "The [01:quay|2:port] stays shut [02:until the crane stands|1:]",
        ),
        (("The mill — it turns", "The mill – it turns"), "The mill [0:—|1:–] it turns"),
        (("Nobody asked the fishermen", "Prices rose by ten cents"), "[0:Nobody asked the fishermen|1:Prices rose by ten cents]"),
    ],
)
def test_places_fall_where_words_part(texts: tuple[str, ...], expected: str) -> None:
    assert shown(*texts) == expected


def test_a_second_passage_of_the_base_is_found_by_those_who_have_it() -> None:
    first, second = "The ferry will open in early spring", "Fishermen at the quay were never asked"
    both = f"{first}, and {second[0].lower()}{second[1:]}"
    found = shown(first, second, both)
    assert "[02:The ferry will open in early" in found
    assert "quay were never asked" in found
    assert found.count("quay were never asked") == 1


def test_a_substitution_is_one_place() -> None:
    base, here = "We will rebuild the old stone bridge", "We will rebuild the new iron bridge"
    at: dict[str, Span] = {"base": (base.index("old"), base.index(" bridge")), "here": (here.index("new"), here.index(" bridge"))}
    variant = Variant(kind="substitution", of="words", changes_meaning="maybe", **at)  # type: ignore[arg-type]
    assert shown(base, here, variants={1: (variant,)}) == "We will rebuild the [0:old stone|1:new iron] bridge"


def test_the_same_reading_told_differently_is_kept_apart() -> None:
    base, here = "We bought four ships", "We bought nine ships"
    grave = Variant(kind="substitution", of="number", changes_meaning="yes", base=(10, 14), here=(10, 14))
    light = Variant(kind="substitution", of="number", changes_meaning="maybe", base=(10, 14), here=(10, 14))
    assert shown(base, here, here, variants={1: (grave,), 2: (light,)}) == "We bought [0:four|1:nine|2:nine] ships"
    assert shown(base, here, here, variants={1: (grave,), 2: (grave,)}) == "We bought [0:four|12:nine] ships"
