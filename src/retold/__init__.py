"""Retold: many reports of one story, and how it was told.

Six verbs, each a function from records to records::

    reading = retold.read(["reports/"])            # bytes → articles
    annotated = retold.annotate(reading.articles)  # who says what, in each article
    stories = retold.group(annotated)              # which articles are about one event
    dossier = retold.compare(annotated)            # what was said, how its words changed, who rewrote whom
    text = retold.render(dossier, "markdown")      # terminal, html, markdown, json, tei …

The verbs are here at once (they are also folders of these names, so nothing may come between); records, errors, settings and
``annotate_stream``, ``brief`` are imported when they are first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .annotate import annotate
from .compare import compare
from .group import apart, group
from .read import read, read_text
from .render import render
from .version import __version__

if TYPE_CHECKING:
    from .annotate.stream import annotate_stream
    from .compare.brief import brief
    from .compare.corrections import read_corrections
    from .errors import (
        CorrectionsError,
        DossierError,
        FetchError,
        ModelMissing,
        NothingToRead,
        RetoldError,
        UnreadableInput,
        UsageError,
    )
    from .records import (
        SCHEMA,
        Alias,
        Annotated,
        AnnotateLine,
        Apart,
        Argument,
        Article,
        Assertion,
        Brief,
        BriefEvidence,
        BriefSection,
        BriefSentence,
        Correction,
        Date,
        Derivation,
        Dossier,
        Edge,
        Evidence,
        Fact,
        GroupLine,
        IndependentSources,
        Name,
        Nested,
        Occasion,
        OnlyHere,
        Part,
        Passage,
        Position,
        Quantity,
        Quotation,
        Reading,
        ReadLine,
        Reason,
        Record,
        RejectedLine,
        Rejection,
        Rendition,
        Revision,
        Root,
        Source,
        Span,
        Speaker,
        Statement,
        Story,
        StoryQuotation,
        StorySpeaker,
        TimelineEvent,
        Utterance,
        Variant,
        Wording,
        annotate_line,
        dossier_from_json,
        json_schema,
        read_line,
        to_json,
    )
    from .settings import Settings

__all__ = [
    "Alias",
    "AnnotateLine",
    "Annotated",
    "Apart",
    "Argument",
    "Article",
    "Assertion",
    "Brief",
    "BriefEvidence",
    "BriefSection",
    "BriefSentence",
    "Correction",
    "CorrectionsError",
    "Date",
    "Derivation",
    "Dossier",
    "DossierError",
    "Edge",
    "Evidence",
    "Fact",
    "FetchError",
    "GroupLine",
    "IndependentSources",
    "ModelMissing",
    "Name",
    "Nested",
    "NothingToRead",
    "Occasion",
    "OnlyHere",
    "Part",
    "Passage",
    "Position",
    "Quantity",
    "Quotation",
    "ReadLine",
    "Reading",
    "Reason",
    "Record",
    "RejectedLine",
    "Rejection",
    "Rendition",
    "RetoldError",
    "Revision",
    "Root",
    "SCHEMA",
    "Settings",
    "Source",
    "Span",
    "Speaker",
    "Statement",
    "Story",
    "StoryQuotation",
    "StorySpeaker",
    "TimelineEvent",
    "UnreadableInput",
    "UsageError",
    "Utterance",
    "Variant",
    "Wording",
    "__version__",
    "annotate",
    "annotate_line",
    "annotate_stream",
    "apart",
    "brief",
    "compare",
    "dossier_from_json",
    "group",
    "json_schema",
    "read",
    "read_corrections",
    "read_line",
    "read_text",
    "render",
    "to_json",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        for home in ("records", "errors", "settings", "annotate.stream", "compare.brief", "compare.corrections"):
            module = import_module(f".{home}", __name__)
            if hasattr(module, name):
                return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
