"""The brief by itself in a format: terminal, Markdown, HTML, or JSON, the dossier with its brief. A new format is a line in ``BRIEFS``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...records import Dossier

__all__ = ["BRIEFS", "render_brief"]


def _terminal(dossier: Dossier) -> str:
    from .terminal import brief_terminal

    return brief_terminal(dossier)


def _markdown(dossier: Dossier) -> str:
    from .markdown import brief_markdown

    return brief_markdown(dossier)


def _html(dossier: Dossier) -> str:
    from .html import brief_html

    return brief_html(dossier)


def _json(dossier: Dossier) -> str:
    from ...records import to_json

    return to_json(dossier).decode() + "\n"


BRIEFS: dict[str, Callable[[Dossier], str]] = {"terminal": _terminal, "markdown": _markdown, "html": _html, "json": _json}
"""Name of a format → the function that renders a dossier's brief in it."""


def render_brief(dossier: Dossier, format: str = "terminal") -> str:
    """Render the brief of a dossier: ``terminal`` (80 columns, no colour), ``markdown``, ``html``, or ``json``.

    Raises ``UsageError`` for another format.
    """
    from ...errors import UsageError

    if format not in BRIEFS:
        raise UsageError(f"a brief has no format {format!r}; choose one of {', '.join(BRIEFS)}")
    return BRIEFS[format](dossier)
