"""The brief: a sentence without evidence, or with evidence that stands nowhere, is a defect."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from retold.records import BriefEvidence, Dossier


class Brief(msgspec.Struct, frozen=True):
    """What was seen in the briefs of a set."""

    sentences: int
    bare: tuple[str, ...]
    """Sentences without evidence, each with its story."""
    astray: tuple[str, ...]
    """Sentences with evidence outside the articles' texts, or in none of the articles."""


def check(dossiers: Iterable[Dossier]) -> Brief | None:
    """All sentences of the briefs; None: no dossier has one."""
    count = briefs = 0
    bare: list[str] = []
    astray: list[str] = []
    for dossier in dossiers:
        sizes = {article.id: len(article.text) for article in dossier.articles}
        briefs += dossier.brief is not None
        for sentence in [one for section in dossier.brief.sections for one in section.sentences] if dossier.brief else []:
            count += 1
            line = f"{dossier.story}: {sentence.text}"
            bare += [] if sentence.evidence else [line]
            astray += [] if all(inside(one, sizes) for one in sentence.evidence) else [line]
    return Brief(sentences=count, bare=tuple(bare), astray=tuple(astray)) if briefs else None


def inside(evidence: BriefEvidence, sizes: dict[str, int]) -> bool:
    """Whether evidence covers a passage of one of the articles; ``sizes`` are their lengths in code points."""
    return 0 <= evidence.start < evidence.end <= sizes.get(evidence.article, -1)
