"""The apparatus of an utterance in a terminal: the base in full, under it each outlet's words and what was done to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..records import Relation
from .lines import Lines
from .views.excerpts import Excerpt, excerpt
from .views.grounds import ground_line
from .views.remarks import Remark, SpeakerRemarks, Telling
from .views.runs import Run

if TYPE_CHECKING:
    from rich.text import Text

_STYLES: dict[Relation, str] = {
    "changed": "bold red",
    "spliced": "bold yellow",
    "reworded": "yellow",
    "style": "cyan",
    "part": "dim",
    "same": "dim",
    "indirect": "dim",
}
_RELATION = 11  # columns of a relation's name


class Apparatus:
    """Prints remarks; with ``explain`` also why each rendition is taken for one."""

    def __init__(self, lines: Lines, *, explain: bool) -> None:
        self.lines = lines
        self.explain = explain

    def speakers(self, speakers: Sequence[SpeakerRemarks]) -> Iterator[Text]:
        """The remarks of all speakers, in order."""
        for number, speaker in enumerate(speakers):
            if number:
                yield self.lines.text("")
            yield self.lines.text(speaker.name, "bold")
            for remark in speaker.remarks:
                yield self.lines.text("")
                yield from self._remark(remark)

    def _remark(self, remark: Remark) -> Iterator[Text]:
        base, *same = remark.base.outlets
        line = self._plain(remark.base)
        line.append(f"  {base.name}" + (f" ({remark.heading})" if remark.heading else ""), style="dim")
        yield self.lines.hanging(line, "  ", "   ")
        for inside in remark.base.inside:
            yield self.lines.hanging(self.lines.text(f"quoting {inside}"), "   ↳ ", "     ")
        for further in remark.again:
            if not further.differences:  # what repeats the base in part is no news
                line = self.lines.text("and elsewhere ")
                line.append_text(self._plain(further))
                yield self.lines.hanging(line, "  ", "   ")
        yield from self._grounds(remark.base)
        for telling in remark.tellings:
            yield from self._telling(telling)
        if same:
            names = ", ".join(outlet.name for outlet in same)
            yield self.lines.hanging(self.lines.text(names, "dim"), self._relation("same"))

    def _telling(self, telling: Telling) -> Iterator[Text]:
        line = self.lines.text("")
        line.append(", ".join(outlet.name for outlet in telling.outlets) + "  ", style="bold")
        line.append("“" if telling.quoted else "")
        for part in excerpt(telling.runs, shorten=telling.quoted):
            self._mark(line, part)
        line.append("”" if telling.quoted else "")
        if telling.attributed:
            line.append(f" (attributed to {telling.attributed})", style="bold" if self.lines.colour else "")
        yield self.lines.hanging(line, self._relation(telling.relation))
        if telling.account.sentence:
            yield self.lines.indented(self._account(telling), 2 + _RELATION, "italic" if self.lines.colour else "")
        yield from self._grounds(telling)

    def _account(self, telling: Telling) -> str:
        return "→ " + telling.account.sentence

    def _grounds(self, telling: Telling) -> Iterator[Text]:
        for grounds in telling.grounds if self.explain else ():
            stem = " " * (2 + _RELATION)
            yield self.lines.indented(f"why {grounds.outlet}, {grounds.sure}:", 0, "dim", stem)
            for ground in grounds.reasons:
                yield self.lines.hanging(self.lines.text(ground_line(ground), "dim"), stem + "  ", stem + "      ")

    def _relation(self, relation: Relation) -> Text:
        return self.lines.text("  " + relation.ljust(_RELATION), _STYLES.get(relation, "") if self.lines.colour else "")

    def _plain(self, telling: Telling) -> Text:
        """The words in full, nothing marked."""
        runs = [Run(text=run.text, state="gap" if run.state == "gap" else "same") for run in telling.runs]
        words = "".join(part.text for part in excerpt(runs, shorten=False))
        return self.lines.text(f"“{words}”" if telling.quoted else words)

    def _mark(self, line: Text, part: Excerpt) -> None:
        if not part.altered:
            line.append(part.text)
        elif self.lines.colour:
            line.append(part.text, style="bold yellow underline")
        else:
            line.append(f"⟦{part.text}⟧")
