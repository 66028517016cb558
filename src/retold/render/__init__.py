"""render: a dossier → terminal, HTML, Markdown, JSON. One function a format; a new one is one line in ``FORMATS``."""

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


FORMATS: dict[str, Callable[[Dossier], str]] = {"terminal": _terminal, "html": _html, "markdown": _markdown, "json": _json}
"""Name of a format → the function that renders a dossier in it."""


def render(dossier: Dossier, format: str = "terminal") -> str:
    """Render a dossier as text: ``terminal`` (80 columns, no colour), ``html``, ``markdown`` or ``json``.

    Raises ``UsageError`` for another format.
    """
    from ..errors import UsageError

    if format not in FORMATS:
        raise UsageError(f"there is no format {format!r}; choose one of {', '.join(FORMATS)}")
    return FORMATS[format](dossier)
