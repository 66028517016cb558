"""The language model, loaded once, and short views of what annotate finds in an invented text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from retold.annotate import annotate
from retold.annotate.parse import load_pipeline
from retold.records import Annotated, Article, Part, Quotation
from retold.settings import Settings


class Said(NamedTuple):
    """A quotation as an editor would note it down."""

    words: str
    """Its pieces, joined by " | "."""
    speaker: str | None
    cue: str | None
    kind: str
    type: str
    addressee: str | None
    record: Quotation


def view(annotated: Annotated) -> list[Said]:
    text = annotated.article.text
    return [
        Said(
            " | ".join(text[a:b] for a, b in q.spans),
            q.speaker.canonical if q.speaker else None,
            text[q.cue[0] : q.cue[1]] if q.cue else None,
            q.kind,
            q.type,
            q.addressee,
            q,
        )
        for q in annotated.quotations
    ]


@pytest.fixture(scope="session")
def pipeline() -> Any:
    return load_pipeline(Settings().annotate.pipeline)


@pytest.fixture(scope="session")
def report() -> Callable[..., Article]:
    """Make an article of a text: its id "a", published on Tuesday, 2031-05-06; a title stands in its first line."""

    def make(text: str, *, title: str | None = None, language: str | None = "en", **fields: Any) -> Article:
        parts = fields.pop("parts", ())
        if title is not None:
            text, parts = f"{title}\n\n{text}", (Part(kind="title", span=(0, len(title))), *parts)
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        given = {"id": "a", "outlet": "The Tarnby Courier", "url": None, "published": "2031-05-06", **fields}
        return Article(title=title, text=text, parts=parts, language=language, digest=digest, **given)

    return make


@pytest.fixture(scope="session")
def annotated(pipeline: Any, report: Callable[..., Article]) -> Callable[..., Annotated]:
    return lambda text, **fields: annotate([report(text, **fields)], pipeline=pipeline)[0]


@pytest.fixture(scope="session")
def said(annotated: Callable[..., Annotated]) -> Callable[..., list[Said]]:
    return lambda text, **fields: view(annotated(text, **fields))
