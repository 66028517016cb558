"""render: a dossier → terminal, HTML, Markdown, JSON, exchange formats. One function a format; a new one is one line in ``FORMATS``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..records import Dossier

__all__ = ["FORMATS", "render"]


def _terminal(dossier: Dossier, *, explain: bool = False) -> str:
    from .terminal import render_terminal

    return render_terminal(dossier, explain=explain)


def _html(dossier: Dossier) -> str:
    from .html import render_html

    return render_html(dossier)


def _markdown(dossier: Dossier, *, explain: bool = False) -> str:
    from .markdown import render_markdown

    return render_markdown(dossier, explain=explain)


def _json(dossier: Dossier) -> str:
    from ..records import to_json

    return to_json(dossier).decode() + "\n"


def _tei(dossier: Dossier) -> str:
    from .exchange.tei import render_tei

    return render_tei(dossier)


def _prov(dossier: Dossier) -> str:
    from .exchange.prov import render_prov

    return render_prov(dossier)


def _graphml(dossier: Dossier) -> str:
    from .exchange.graphml import render_graphml

    return render_graphml(dossier)


def _dot(dossier: Dossier) -> str:
    from .exchange.dot import render_dot

    return render_dot(dossier)


def _ics(dossier: Dossier) -> str:
    from .exchange.calendar import render_calendar

    return render_calendar(dossier)


def _csv(dossier: Dossier) -> str:
    from .exchange.table import render_table

    return render_table(dossier)


FORMATS: dict[str, Callable[[Dossier], str]] = {
    "terminal": _terminal,
    "html": _html,
    "markdown": _markdown,
    "json": _json,
    "tei": _tei,
    "prov": _prov,
    "graphml": _graphml,
    "dot": _dot,
    "ics": _ics,
    "csv": _csv,
}
"""Name of a format → the function that renders a dossier in it."""


SINGLE: frozenset[str] = frozenset({"tei", "graphml", "prov", "ics", "csv"})
"""Formats of which a document holds one dossier."""
EXPLAINED: dict[str, Callable[..., str]] = {"terminal": _terminal, "markdown": _markdown}
"""Formats that tell the evidence on request; the others hold it always."""


def render(dossier: Dossier, format: str = "terminal", *, explain: bool = False) -> str:
    """Render a dossier as text: ``terminal`` (80 columns, no colour), ``html``, ``markdown``, ``json``, or an exchange format:
    ``tei``, ``prov``, ``graphml``, ``dot``; of the timeline: ``ics``, ``csv``. ``explain``: in the first and third with the evidence on
    every rendition and edge.

    Raises ``UsageError`` for another format.
    """
    from ..errors import UsageError

    if format not in FORMATS:
        raise UsageError(f"there is no format {format!r}; choose one of {', '.join(FORMATS)}")
    if explain and format in EXPLAINED:
        return EXPLAINED[format](dossier, explain=True)
    return FORMATS[format](dossier)
