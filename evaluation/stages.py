"""One story through read, annotate and compare."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import msgspec

from retold.records import Annotated, Article, Dossier, Reading


class Stages(msgspec.Struct, frozen=True):
    """The three verbs, as functions from records to records."""

    read: Callable[[Sequence[str]], Reading]
    annotate: Callable[[Iterable[Article]], list[Annotated]]
    compare: Callable[[Sequence[Annotated]], Dossier]


class Told(msgspec.Struct, frozen=True):
    """What Retold found about one story."""

    story: str
    annotated: tuple[Annotated, ...]
    dossier: Dossier
    seconds: float
    """Processor time of the three stages, the model's loading included in the first story's."""


def retold_stages(tagger: str | None = None) -> Stages:
    """Retold's own verbs with their default settings, or with another quotation tagger."""
    from retold.annotate import annotate
    from retold.compare import compare
    from retold.read import read
    from retold.settings import AnnotateSettings, Settings

    settings = Settings(annotate=AnnotateSettings(tagger=tagger)) if tagger else Settings()
    return Stages(
        read=partial(read, settings=settings), annotate=partial(annotate, settings=settings), compare=partial(compare, settings=settings)
    )


def tell(story: str, inputs: Sequence[str], stages: Stages) -> Told:
    """Read, annotate and compare the reports of one story."""
    before = time.process_time()
    annotated = tuple(stages.annotate(stages.read(inputs).articles))
    dossier = stages.compare(annotated)
    return Told(story=story, annotated=annotated, dossier=dossier, seconds=time.process_time() - before)
