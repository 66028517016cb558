"""What Retold found, in the forms that the scorer reads (they are told at its head)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evaluation.stages import Told
from retold.records import Annotated, Dossier, Passage, Statement

Row = dict[str, Any]


def quoted(told: Told) -> list[Row]:
    """One row an article: its quotations with their type and the speaker's full name in the story, else in the article."""
    across = {quotation.id: quotation.speaker for quotation in told.dossier.quotations}
    rows = []
    for annotated in told.annotated:
        found = []
        for quotation in annotated.quotations:
            speaker = across.get(quotation.id) or quotation.speaker
            found.append({"spans": quotation.spans, "type": quotation.type, "canonical": speaker.canonical if speaker else None})
        rows.append({"story": told.story, "article": annotated.article.id, "quotations": found})
    return rows


def utterances(story: str, dossier: Dossier) -> Row:
    """All renditions of a story, each with its utterance and its relation to the base."""
    renditions = [
        {"article": rendition.article, "spans": rendition.spans, "utterance": utterance.id, "relation": rendition.relation}
        for utterance in dossier.utterances
        for rendition in utterance.renditions
    ]
    return {"story": story, "renditions": renditions}


def derivation(story: str, dossier: Dossier) -> Row:
    """All edges of a story, those from unseen sources too."""
    edges = [{"from": edge.from_, "to": edge.to, "directed": edge.directed} for edge in dossier.derivation.edges]
    return {"story": story, "edges": edges}


def facts(story: str, dossier: Dossier) -> Row:
    """All facts and wordings of a story."""

    def places(told: Iterable[Statement | Passage]) -> list[Row]:
        return [{"article": one.article, "spans": one.spans} for one in told]

    found = [{"agreement": one.agreement, "kind": one.kind, "statements": places(one.statements)} for one in dossier.facts]
    return {"story": story, "facts": found, "wording": [{"names": places(one.names)} for one in dossier.wording]}


def attributions(annotated: Annotated) -> Row:
    """The quotations of one article with their speakers, in the form of the corpus of attributions."""
    found = [
        {
            "spans": quotation.spans,
            "speaker": quotation.speaker.name if quotation.speaker else None,
            "canonical": quotation.speaker.canonical if quotation.speaker else None,
        }
        for quotation in annotated.quotations
        if quotation.type != "other"  # a title or a scare quote is attributed to nobody
    ]
    return {"id": annotated.article.id, "quotations": found}


def rows(task: str, stories: Iterable[Told]) -> list[Row]:
    """The rows of one task of the scorer (``quoted``, ``utterances``, ``derivation`` or ``facts``) for many stories."""
    if task == "quoted":
        return [row for told in stories for row in quoted(told)]
    one = {"utterances": utterances, "derivation": derivation, "facts": facts}[task]
    return [one(told.story, told.dossier) for told in stories]


def write(path: Path, lines: Iterable[Row]) -> Path:
    """Write rows as JSON Lines and give the path back."""
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return path
