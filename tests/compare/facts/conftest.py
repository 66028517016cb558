"""Invented reports, read and annotated as a person's would be."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.annotate import annotate
from retold.compare.facts.claims import Told, find_claims
from retold.compare.speakers import find_voices
from retold.read import read_text
from retold.records import Annotated

Report = tuple[str, str]
"""Date of publication and text."""


@pytest.fixture(scope="session")
def reports() -> Callable[[Mapping[str, Report]], list[Annotated]]:
    """Outlet → (date of publication, text) to annotated articles; the outlet's name in lower case is the article's id."""

    def make(given: Mapping[str, Report]) -> list[Annotated]:
        return annotate([read_text(text, id=outlet.casefold(), outlet=outlet, published=day) for outlet, (day, text) in given.items()])

    return make


@pytest.fixture(scope="session")
def tell(reports: Callable[[Mapping[str, Report]], list[Annotated]]) -> Callable[[Mapping[str, Report]], Told]:
    """The claims of invented reports."""

    def make(given: Mapping[str, Report]) -> Told:
        articles = reports(given)
        return find_claims(articles, find_voices(articles))

    return make
