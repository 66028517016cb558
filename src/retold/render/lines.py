"""Lines for a terminal: titles, paragraphs set in, nothing that a terminal would obey."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

_ROOM = 24  # columns that a paragraph has at least, however far it is set in
_UNPRINTABLE = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd"
)


def printable(text: str) -> str:
    """Text with what a terminal would obey (escapes, other controls, overrides of the direction of writing) as U+FFFD, one for one."""
    return text.translate(_UNPRINTABLE)


class Lines:
    """Makes rich texts for a terminal ``width`` columns wide."""

    def __init__(self, width: int, colour: bool) -> None:
        self.width = width
        self.colour = colour

    def text(self, text: str, style: str = "") -> Text:
        """Words in one style."""
        from rich.text import Text

        return Text(text, style=style)

    def title(self, title: str) -> tuple[Text, Text]:
        """A title of a section with the empty line ahead of it."""
        return self.text(""), self.text(title.upper(), "bold cyan" if self.colour else "")

    def indented(self, text: str, indent: int, style: str = "", stem: str = "") -> Text:
        """A paragraph set in; its first line begins with ``stem``, where one is given."""
        return self.hanging(self.text(text, style), stem or " " * indent, " " * indent)

    def hanging(self, body: Text, first: Text | str, hang: str = "") -> Text:
        """A paragraph whose first line begins with ``first``, the others with ``hang`` (else what is left of the branches in ``first``)."""
        from rich.console import Console
        from rich.text import Text

        out = Text() + first if isinstance(first, Text) else self.text(first)
        indent = max(len(out), len(hang))
        hang = hang or "".join(c if c == "│" else " " for c in out.plain)
        body.plain = printable(body.plain)
        rows = body.wrap(Console(width=self.width, file=StringIO(), highlight=False), max(_ROOM, self.width - indent))
        for number, row in enumerate(rows):
            row.rstrip()
            if number:
                out.append("\n" + hang)
            out.append_text(row)
        return out
