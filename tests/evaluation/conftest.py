"""Hand-made annotated reports and a dossier, small enough to count by eye."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from evaluation.stages import Told
from retold.records import (
    Annotated,
    Article,
    Derivation,
    Dossier,
    Edge,
    Fact,
    IndependentSources,
    OnlyHere,
    Quotation,
    Rendition,
    Root,
    Speaker,
    Statement,
    StoryQuotation,
    Utterance,
    Variant,
)

FIRST = "Ana Bor said: “We may open the sluice.” Rain fell all night over the mill."
SECOND = "“We will open the sluice,” said Bor.\nRelated: “Geese return”"


def article(name: str, text: str, *furniture: tuple[int, int]) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(id=name, outlet=None, url=None, title=None, text=text, digest=digest, furniture=furniture)


def quotation(name: str, text: str, words: str, canonical: str | None) -> Quotation:
    start = text.index(words)
    span = (start, start + len(words))
    speaker = Speaker(name="Bor", canonical=canonical, span=None) if canonical else None
    return Quotation(id=f"{name}/q1", kind="direct", type="speech", spans=(span,), marked=(span,), speaker=speaker, confidence=0.9)


@pytest.fixture(scope="session")
def scorer(shared: Path) -> ModuleType:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def told() -> Told:
    """Two reports of one remark, the second altered ("will" for "may"), derived from the first; its last line is furniture."""
    texts = {"first": FIRST, "second": SECOND}
    quotations = {
        "first": quotation("first", FIRST, "We may open the sluice.", "Ana Bor"),
        "second": quotation("second", SECOND, "We will open the sluice,", "Bor"),
    }
    tail = SECOND.index("Related")
    articles = {"first": article("first", FIRST), "second": article("second", SECOND, (tail, len(SECOND)))}
    variant = Variant(
        kind="substitution",
        of="modality",
        changes_meaning="yes",
        base=(FIRST.index("may"), FIRST.index("may") + 3),
        here=(SECOND.index("will"), SECOND.index("will") + 4),
    )
    renditions = (
        Rendition(quotation="first/q1", article="first", spans=quotations["first"].spans, relation="base", confidence=1.0),
        Rendition(
            quotation="second/q1",
            article="second",
            spans=quotations["second"].spans,
            relation="changed",
            confidence=0.8,
            variants=(variant,),
        ),
    )
    rain = FIRST.index("Rain")
    whole = Speaker(name="Bor", canonical="Ana Bor", span=None)
    second = quotations["second"]
    dossier = Dossier(
        retold="0",
        settings="0",
        story="sluice",
        articles=tuple(articles.values()),
        quotations=(
            StoryQuotation(
                id=second.id,
                kind="direct",
                type="speech",
                spans=second.spans,
                speaker=whole,
                confidence=second.confidence,
                article="second",
            ),
        ),
        utterances=(Utterance(id="u1", speaker="Ana Bor", occasion=None, base="first/q1", renditions=renditions),),
        derivation=Derivation(
            edges=(
                Edge(from_="first", to="second", directed=True, kind="rewrite", share=0.5, confidence=0.9, evidence=()),
                Edge(from_="unseen:Mill Post", to="first", directed=True, kind="mixed", share=0.5, confidence=0.9, evidence=()),
            ),
            independent_sources=IndependentSources(
                confirmed=1,
                possible=1,
                roots=(
                    Root(name="first", standing="confirmed", because="own reporting"),
                    Root(name="unseen:Mill Post", standing="possible", because="named once"),
                ),
            ),
        ),
        only_here=(OnlyHere(article="first", spans=((rain, len(FIRST)),)),),
        facts=(
            Fact(
                id="f1",
                agreement="single",
                kind=None,
                topic="rain",
                explanation="",
                independent_sources=1,
                statements=(Statement(article="first", spans=((rain, len(FIRST)),), says="rain fell"),),
            ),
        ),
    )
    annotated = tuple(Annotated(article=articles[name], analysed=True, quotations=(quotations[name],)) for name in texts)
    return Told(story="sluice", annotated=annotated, dossier=dossier, seconds=0.0)
