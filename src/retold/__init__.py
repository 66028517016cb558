"""Retold: many reports of one story, and how it was told.

Six verbs, each a function from records to records::

    reading = retold.read(["reports/"])            # bytes → articles
    annotated = retold.annotate(reading.articles)  # who says what, in each article
    stories = retold.group(annotated)              # which articles are about one event
    dossier = retold.compare(annotated)            # what was said, how its words changed, who rewrote whom
    text = retold.render(dossier, "markdown")      # terminal, html, markdown, json
"""

from .annotate import annotate
from .compare import compare
from .errors import DossierError, FetchError, ModelMissing, NothingToRead, RetoldError, UnreadableInput, UsageError
from .group import apart, group
from .read import read, read_text
from .records import *  # noqa: F403
from .records import __all__ as _records
from .render import render
from .settings import Settings
from .version import __version__

__all__ = [  # noqa: PLE0604
    "DossierError",
    "FetchError",
    "ModelMissing",
    "NothingToRead",
    "RetoldError",
    "Settings",
    "UnreadableInput",
    "UsageError",
    "__version__",
    "annotate",
    "apart",
    "compare",
    "group",
    "read",
    "read_text",
    "render",
    *_records,
]
