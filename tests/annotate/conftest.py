"""The language model, loaded once, and short views of what annotate finds in an invented text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from retold.annotate import annotate
from retold.annotate.parse import load_pipeline
from retold.records import Annotated, Article, Part, Quotation
from retold.settings import AnnotateSettings, Settings


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


OTHERWISE = (
    "test_a_quotation_with_its_speaker_and_cue[fast-The mayor — “a fool",
    "test_an_indirect_clause_that_its_attribution_interrupts_is_one[rules",
    "test_a_clause_that_goes_on_behind_the_marks_is_mixed[rules-“You squeezed the ferrymen dry for years” to",
    "test_an_attribution_inside_the_reported_clause[rules",
    "test_the_occasion_of_a_quotation[fast-“I will not resign,” Ines Marlow said at a rally",
    "test_a_fragment_after_and_is_another_quotation[fast",
    "test_a_reported_clause_that_is_all_in_marks_is_direct[fast",
    "test_a_headline_that_echoes_a_quotation_has_its_speaker[fast-Mayor calls",
    "test_the_hearer_of_a_passive_does_not_speak[fast",
    "test_the_speaker_has_the_fullest_name[fast-The Tarnby Courier quoted Ines",
)
"""Texts that one of the two reads otherwise than is asked: a mixed quotation's limits, a name that the network never met."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        name = item.name.encode("ascii", "backslashreplace").decode()
        if any(name.startswith(known.encode("ascii", "backslashreplace").decode()) for known in OTHERWISE):
            item.add_marker(pytest.mark.xfail(reason="one of the two readers takes this text otherwise", strict=True))


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


@pytest.fixture(scope="session", params=["rules", "fast"])
def annotated(request: pytest.FixtureRequest, pipeline: Any, report: Callable[..., Article]) -> Callable[..., Annotated]:
    """Annotate a text by rules over a parse, and with the network that ships: the same is asked of both."""
    chosen = Settings(annotate=AnnotateSettings(tagger=request.param))
    return lambda text, **fields: annotate([report(text, **fields)], pipeline=pipeline, settings=chosen)[0]


@pytest.fixture(scope="session")
def said(annotated: Callable[..., Annotated]) -> Callable[..., list[Said]]:
    return lambda text, **fields: view(annotated(text, **fields))
