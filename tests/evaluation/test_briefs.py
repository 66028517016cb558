"""A sentence of a brief without evidence, or with evidence that stands nowhere, is seen."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from evaluation import briefs
from evaluation.stages import Told
from retold.records import Brief, BriefEvidence, BriefSection, BriefSentence, Dossier


def with_brief(dossier: Dossier, *sentences: BriefSentence) -> Dossier:
    return msgspec.structs.replace(dossier, brief=Brief(sections=(BriefSection(title="Summary", sentences=sentences),)))


def sentence(text: str, *evidence: tuple[str, int, int]) -> BriefSentence:
    return BriefSentence(text=text, evidence=tuple(BriefEvidence(article=name, start=start, end=end) for name, start, end in evidence))


def test_sentences_are_counted_and_faults_named(told: Told) -> None:
    assert briefs.check([told.dossier]) is None
    dossier = with_brief(
        told.dossier, sentence("It rained.", ("first", 40, 55)), sentence("Geese left."), sentence("Hens too.", ("third", 0, 2))
    )
    seen = briefs.check([dossier, told.dossier])
    assert seen == briefs.Brief(sentences=3, bare=("sluice: Geese left.",), astray=("sluice: Hens too.",))


@given(start=st.integers(-3, 13), end=st.integers(-3, 13))
def test_evidence_covers_a_passage_of_the_text(start: int, end: int) -> None:
    text = "0123456789"
    stands = start >= 0 and bool(text[start:end]) and text[start:end] == "".join(text[i] for i in range(start, end) if i < len(text))
    stands = stands and end <= len(text)
    assert briefs.inside(BriefEvidence(article="a", start=start, end=end), {"a": len(text)}) is stands
