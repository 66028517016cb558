"""Words side by side, and who stands where, in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..records import Dossier
from .lines import Lines
from .views.excerpts import one_line
from .views.names import named
from .views.passages import Places
from .views.positions import Party, Standing, positions
from .views.wording import Worded, wordings

if TYPE_CHECKING:
    from rich.text import Text

_PARTIES = 8
"""Parties shown: those that most reports tell of."""
_STANDINGS = 8
"""Stances shown of a party: those that most reports tell, in the order of stances."""
_WORDS = 90  # characters shown of a passage or of what a stance is about


def wording_section(dossier: Dossier, lines: Lines) -> Iterator[Text]:
    """The section, nothing where all call everything alike."""
    found = wordings(dossier, Places(dossier.articles))
    if found:
        yield from lines.title("Names for the same thing")
    for number, entry in enumerate(found):
        if number:
            yield lines.text("")
        yield lines.hanging(lines.text(entry.topic, "bold"), "  ", "    ")
        for worded in entry.worded:
            yield _worded(worded, lines)


def positions_section(dossier: Dossier, lines: Lines) -> Iterator[Text]:
    """The section, nothing where nobody takes a stance."""
    found = positions(dossier, Places(dossier.articles))
    if found:
        yield from lines.title("Where the parties stand")
    for number, party in enumerate(found[:_PARTIES]):
        if number:
            yield lines.text("")
        yield from _party(party, lines)
    if len(found) > _PARTIES:
        names = ", ".join(party.name for party in found[_PARTIES : 2 * _PARTIES])
        yield lines.text("")
        yield lines.indented(f"Stances also of {names} (in full with --html or --json).", 0, "dim")


def _worded(worded: Worded, lines: Lines) -> Text:
    line = lines.text(f"“{one_line(worded.words.strip('“”'), _WORDS)}”")
    line.append(f"  {named([one.name for one in worded.printed])}", style="dim")
    return lines.hanging(line, "    ", "      ")


def _party(party: Party, lines: Lines) -> Iterator[Text]:
    yield lines.text("  " + party.name, "bold")
    shown = _most_told(party.standings)
    wide = max(len(standing.stance) for standing in shown)
    for standing in shown:
        line = lines.text(one_line(standing.about, _WORDS))
        if standing.toward and standing.toward not in standing.about:
            line.append(f" (to {standing.toward})")
        line.append(f"  {named([told.name for told in standing.told])}", style="dim")
        yield lines.hanging(line, lines.text(f"    {standing.stance.ljust(wide)}  "), " " * (wide + 6))
    if len(party.standings) > len(shown):
        yield lines.indented(f"and {len(party.standings) - len(shown)} more", 4, "dim")


def _most_told(standings: Sequence[Standing]) -> list[Standing]:
    numbers = sorted(range(len(standings)), key=lambda n: (-len({told.name for told in standings[n].told}), n))[:_STANDINGS]
    return [standings[n] for n in sorted(numbers)]
