"""Every miss is told in a line, and nothing else."""

from __future__ import annotations

from typing import Any

import msgspec

from evaluation.gold import Gold, GoldQuotation, GoldRendition, GoldUtterance
from evaluation.misses import misses, shown
from evaluation.stages import Told

FIRST = GoldQuotation(article="first", spans=[(15, 38)], speaker="Ana Bor", utterance="sluice")
SECOND = GoldQuotation(article="second", spans=[(1, 25)], speaker="Ana Bor", utterance="sluice")
REMARK = GoldUtterance(
    utterance="sluice", renditions=[GoldRendition(article="first", relation="base"), GoldRendition(article="second", relation="changed")]
)


def of(told: Told, *quotations: GoldQuotation, utterances: tuple[GoldUtterance, ...] = (REMARK,)) -> list[str]:
    return misses([told], Gold(quotations=list(quotations), utterances=list(utterances), derivation=[], key=None))


def but(quotation: GoldQuotation, **changes: Any) -> GoldQuotation:
    return msgspec.structs.replace(quotation, **changes)


def test_nothing_is_missed() -> None:
    assert misses([], Gold(quotations=[FIRST], utterances=[], derivation=[], key=None)) == []


def test_a_dossier_like_the_gold_has_no_misses(told: Told) -> None:
    assert of(told, FIRST, SECOND) == []


def test_a_quotation_missed_and_one_too_many(told: Told) -> None:
    elsewhere = but(FIRST, spans=[(40, 60)], utterance="rain")
    assert of(told, elsewhere, SECOND) == ["sluice", "  missed   first: Rain fell all night", "  no quote first: We may open the sluice."]


def test_another_speaker(told: Told) -> None:
    other = but(FIRST, speaker="Rain")
    assert of(told, other, SECOND) == ["sluice", "  speaker  first: Ana Bor, not Rain: We may open the sluice."]


def test_merged_split_and_another_relation(told: Told) -> None:
    apart = of(told, FIRST, but(SECOND, utterance="other"))
    assert [line.split()[0] for line in apart[1:]] == ["merged"]
    base, changed = told.dossier.utterances[0].renditions
    one = told.dossier.utterances[0]
    torn = msgspec.structs.replace(
        told.dossier,
        utterances=(
            msgspec.structs.replace(one, renditions=(base,)),
            msgspec.structs.replace(one, id="u2", renditions=(msgspec.structs.replace(changed, relation="base"),)),
        ),
    )
    lines = of(msgspec.structs.replace(told, dossier=torn), FIRST, SECOND)
    assert [line.split()[0] for line in lines[1:]] == ["split", "relation"]
    assert "base, not changed" in lines[2]


def test_long_words_are_shortened_to_the_width() -> None:
    assert shown("a\n b c", [(0, 4), (5, 6)]) == "a b … c"
    assert shown("x" * 200, [(0, 200)], 10) == "x" * 9 + "…"
