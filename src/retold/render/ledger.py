"""What the reports dispute and agree on, in a terminal: a line that says so, and under it each report's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .lines import Lines
from .views.excerpts import one_line
from .views.facts import FactView, Stated
from .views.names import named

if TYPE_CHECKING:
    from rich.text import Text

_NAME = 18  # columns that the names of outlets are aligned in at most
_WORDS = 150  # characters shown of a passage


class Ledger:
    """Prints facts."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines

    def disputes(self, facts: Sequence[FactView]) -> Iterator[Text]:
        """Each with what it is about, what differs, and the passages."""
        for number, fact in enumerate(facts):
            if number:
                yield self.lines.text("")
            head = self.lines.text(fact.topic, "bold")
            head.append(f"  {fact.kind}" if fact.kind else "", style="not bold")
            yield self.lines.hanging(head, "  ", "    ")
            yield self.lines.indented(fact.explanation, 4)
            wide = min(_NAME, max((len(s.name) for s in fact.stated), default=0))
            for stated in fact.stated:
                yield self._stated(stated, wide)

    def agreed(self, facts: Sequence[FactView]) -> Iterator[Text]:
        """One line each, with who states it and the number of independent sources."""
        for fact in facts:
            line = self.lines.text(fact.topic.rstrip(".") + ".")
            line.append(f"  {named([stated.name for stated in fact.stated])}; {fact.sources}", style="dim")
            yield self.lines.hanging(line, "  · ", "    ")

    def _stated(self, stated: Stated, wide: int) -> Text:
        line = self.lines.text(f"“{one_line(stated.words, _WORDS)}”")
        line.append(f"  {stated.on_whose_word}" if stated.on_whose_word else "", style="dim")
        name = one_line(stated.name, wide).ljust(wide)
        return self.lines.hanging(line, self.lines.text(f"    {name}  ", "bold"), " " * (wide + 6))
