"""Every miss is told in a line, and nothing else."""

from __future__ import annotations

from typing import Any

import msgspec

from evaluation.gold import Gold, GoldQuotation, GoldRendition, GoldUtterance
from evaluation.measure import story_verdicts
from evaluation.misses import by_kind, shown, utterance_misses
from evaluation.stages import Told

FIRST = GoldQuotation(article="first", spans=[(15, 38)], speaker="Ana Bor", utterance="sluice")
SECOND = GoldQuotation(article="second", spans=[(1, 25)], speaker="Ana Bor", utterance="sluice")
REMARK = GoldUtterance(
    utterance="sluice", renditions=[GoldRendition(article="first", relation="base"), GoldRendition(article="second", relation="changed")]
)


def gold(*quotations: GoldQuotation) -> Gold:
    return Gold(quotations=list(quotations), utterances=[REMARK], derivation=[], key=None)


def quotations(told: Told, *wanted: GoldQuotation) -> list[str]:
    return by_kind(story_verdicts([told], gold(*wanted)))


def utterances(told: Told, *wanted: GoldQuotation) -> list[str]:
    return list(utterance_misses(told, gold(*wanted)))


def but(quotation: GoldQuotation, **changes: Any) -> GoldQuotation:
    return msgspec.structs.replace(quotation, **changes)


def test_a_dossier_like_the_gold_has_no_misses(told: Told) -> None:
    assert quotations(told, FIRST, SECOND) == []
    assert utterances(told, FIRST, SECOND) == []


def test_a_quotation_missed_and_one_too_many(told: Told) -> None:
    elsewhere = but(FIRST, spans=[(40, 60)], utterance="rain")
    assert quotations(told, elsewhere, SECOND) == [
        "missed, 1: in the gold, no word of it found",
        "  sluice/first: Rain fell all night | Ana Bor",
        "spurious, 1: found, not in the gold",
        "  sluice/first: We may open the sluice. | Ana Bor | direct, confidence 0.90",
    ]


def test_another_speaker(told: Told) -> None:
    lines = quotations(told, but(FIRST, speaker="Rain fell"), SECOND)
    assert lines[1:] == ["  sluice/first: We may open the sluice. | Ana Bor, not Rain fell | direct, confidence 0.90"]


def test_other_limits_and_another_type(told: Told) -> None:
    lines = quotations(told, but(FIRST, spans=[(0, 38)]), but(SECOND, kind="other"))
    assert lines[0].startswith("boundary, 1: ")
    assert "Ana Bor said: “We may open the sluice. | found: We may open the sluice. |" in lines[1]
    assert lines[2].startswith("spurious, 1: ")
    assert lines[4].startswith("type, 1: ")
    assert "| taken for speech |" in lines[5]


def test_merged_split_and_another_relation(told: Told) -> None:
    assert [line.split()[1] for line in utterances(told, FIRST, but(SECOND, utterance="other"))] == ["merged"]
    base, changed = told.dossier.utterances[0].renditions
    one = told.dossier.utterances[0]
    torn = msgspec.structs.replace(
        told.dossier,
        utterances=(
            msgspec.structs.replace(one, renditions=(base,)),
            msgspec.structs.replace(one, id="u2", renditions=(msgspec.structs.replace(changed, relation="base"),)),
        ),
    )
    lines = utterances(msgspec.structs.replace(told, dossier=torn), FIRST, SECOND)
    assert [line.split()[1] for line in lines] == ["split", "relation"]
    assert "base, not changed" in lines[1]


def test_long_words_are_shortened_in_the_middle() -> None:
    assert shown("a\n b c", [(0, 4), (5, 6)]) == "a b … c"
    assert shown("x" * 100 + "y" * 100, [(0, 200)], 10) == "xxxxx…yyyy"
    assert shown("x" * 10, [(0, 10)], 10) == "x" * 10
