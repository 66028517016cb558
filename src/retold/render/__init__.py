"""render: a dossier → terminal, HTML, Markdown, JSON, exchange formats. One function a format; a new one is one line in ``FORMATS``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..records import Dossier

__all__ = ["FORMATS", "render"]


def _terminal(dossier: Dossier) -> str:
    from .terminal import render_terminal

    return render_terminal(dossier)


def _html(dossier: Dossier) -> str:
    from .html import render_html

    return render_html(dossier)


def _markdown(dossier: Dossier) -> str:
    from .markdown import render_markdown

    return render_markdown(dossier)


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


FORMATS: dict[str, Callable[[Dossier], str]] = {
    "terminal": _terminal,
    "html": _html,
    "markdown": _markdown,
    "json": _json,
    "tei": _tei,
    "prov": _prov,
    "graphml": _graphml,
    "dot": _dot,
}
"""Name of a format → the function that renders a dossier in it."""


def render(dossier: Dossier, format: str = "terminal") -> str:
    """Render a dossier as text: ``terminal`` (80 columns, no colour), ``html``, ``markdown``, ``json``, or an exchange format:
    ``tei``, ``prov``, ``graphml``, ``dot``.

    Raises ``UsageError`` for another format.
    """
    from ..errors import UsageError

    if format not in FORMATS:
        raise UsageError(f"there is no format {format!r}; choose one of {', '.join(FORMATS)}")
    return FORMATS[format](dossier)
