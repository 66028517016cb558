"""The timeline for a terminal: when, what, and who tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..records import Dossier
from .lines import Lines
from .views.names import named
from .views.passages import Places
from .views.timeline import EventView, events

if TYPE_CHECKING:
    from rich.text import Text

_SHOWN = 30
"""Events; of more, those that most reports tell."""
_WIDE = 28
"""Columns of the longest date in words."""


def timeline_section(dossier: Dossier, lines: Lines) -> Iterator[Text]:
    """The section, nothing where no event is dated."""
    found = events(dossier, Places(dossier.articles))
    if not found:
        return
    yield from lines.title("Timeline")
    shown = _most_told(found)
    wide = min(_WIDE, max(len(event.when) for event in shown))
    for event in shown:
        body = lines.text(event.words)
        body.append(f" ({named([teller.name for teller in event.told_by])})", style="dim")
        if event.doubt:
            body.append(f" ! {event.doubt}", style="yellow")
        yield lines.hanging(body, lines.text(event.when.ljust(wide) + "  ", "bold"), " " * (wide + 2))
    if len(found) > len(shown):
        yield lines.indented(f"and {len(found) - len(shown)} more, told by fewer (in full with --html or --json)", 0, "dim")


def _most_told(found: Sequence[EventView]) -> list[EventView]:
    """The events that most reports tell, in order of time."""
    numbers = sorted(range(len(found)), key=lambda number: (-len(found[number].told_by), number))[:_SHOWN]
    return [found[number] for number in sorted(numbers)]
