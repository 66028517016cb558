"""What an input gives before Retold has looked at its text: the text, and what came with it."""

from __future__ import annotations

from ..records import Origin, Record


class Raw(Record, frozen=True):
    """One text with what its record or page says about it."""

    input: str
    """Path, URL or ``path:line``, for messages."""
    id: str
    """The id it asks for."""
    text: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    """As given, not yet parsed."""
    published_from: Origin | None = None
