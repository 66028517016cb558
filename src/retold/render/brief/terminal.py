"""The brief in a terminal: each sentence with the reports that bear it."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from ...records import Dossier
from ..lines import Lines, printable
from ..views.brief import SentenceView, brief_parts

if TYPE_CHECKING:
    from rich.text import Text

_NAMED = 4
"""Reports named behind a sentence; further ones are counted."""


def brief_terminal(dossier: Dossier, *, width: int = 80, colour: bool = False) -> str:
    """The brief for a terminal ``width`` columns wide; with ``colour`` in ANSI colours."""
    from rich.console import Console

    out = StringIO()
    console = Console(file=out, width=width, force_terminal=colour, no_color=not colour, highlight=False, emoji=False, markup=False)
    for line in _lines(dossier, Lines(width, colour)):
        line.plain = printable(line.plain)
        console.print(line, soft_wrap=False)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).rstrip() + "\n"


def _lines(dossier: Dossier, lines: Lines) -> Iterator[Text]:
    yield lines.text(dossier.story, "bold")
    parts = brief_parts(dossier)
    if not parts:
        yield lines.text("No sentence could be made that the reports bear.")
    for part in parts:
        yield from lines.title(part.title)
        for sentence in part.sentences:
            body = lines.text(sentence.text)
            body.append(f"  [{_named(sentence)}]", style="dim")
            yield lines.hanging(body, "· ", "  ")


def _named(sentence: SentenceView) -> str:
    names = sentence.names
    more = len(names) - _NAMED
    return ", ".join(names) if more <= 1 else f"{', '.join(names[:_NAMED])} and {more} more"
