"""The timeline as CSV (RFC 4180), a row an event and report, for spreadsheets.

A spreadsheet runs a cell that begins with one of = + - @ (or a tab or a carriage return in front of them) as a formula, and the text of
articles is anybody's: such cells get an apostrophe in front (OWASP, CSV Injection).
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import Final

from ...records import Dossier
from ..lines import printable
from ..views.names import article_names
from ..views.passages import Places
from ..views.runs import one_line
from ..views.timeline import when

COLUMNS: Final = ("number", "date", "precision", "when", "event", "planned", "doubt", "article", "outlet", "spans", "words")
"""``number`` counts the events; ``spans`` are code-point offsets into the article's text, "start-end", separated by blanks."""
_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render_table(dossier: Dossier) -> str:
    """The timeline as CSV with a header, the same for the same dossier; an event that three reports tell takes three rows."""
    places, names = Places(dossier.articles), article_names(dossier.articles)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for number, event in enumerate(dossier.timeline, 1):
        own = (str(number), event.date, event.precision, when(event), event.event, "yes" if event.ahead else "no", event.doubt or "")
        for passage in event.told_by:
            text = places.text(passage.article)
            words = " … ".join(text[slice(*span)] for span in passage.spans)
            spans = " ".join(f"{start}-{end}" for start, end in passage.spans)
            writer.writerow(map(safe, (*own, passage.article, names.get(passage.article, passage.article), spans, words)))
    return out.getvalue()


def safe(cell: str) -> str:
    """A cell on one line that no spreadsheet takes for a formula, and no terminal for a command."""
    line = printable(one_line(cell))
    return f"'{line}" if line.lstrip().startswith(_FORMULA) else line
