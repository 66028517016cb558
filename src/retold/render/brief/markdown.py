"""The brief as Markdown: the sentences, and behind them the passages that bear each."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Dossier
from ..html.marks import fit
from ..lines import printable
from ..markdown import escaped
from ..views.brief import brief_parts

_LONG = 400
"""Characters of a passage that are quoted."""


def brief_markdown(dossier: Dossier) -> str:
    """The brief as CommonMark; numbers in brackets lead to the passages at its end. Markup in articles' text stays text."""
    return printable(fit("\n\n".join(_blocks(dossier)))) + "\n"


def _blocks(dossier: Dossier) -> Iterator[str]:
    parts = brief_parts(dossier)
    yield f"# {escaped(dossier.story)}"
    if not parts:
        yield "No sentence could be made that the reports bear."
    for part in parts:
        yield f"## {escaped(part.title)}"
        yield "\n".join(f"- {escaped(s.text)} \\[{s.number}\\]" for s in part.sentences)
    if parts:
        yield "## Evidence"
    for sentence in (sentence for part in parts for sentence in part.sentences):
        passages = "; ".join(f"**{escaped(b.name)}**: “{escaped(_shown(b.words))}”" for b in sentence.borne)
        yield f"\\[{sentence.number}\\] {passages}"


def _shown(words: str) -> str:
    return words if len(words) <= _LONG else words[:_LONG].rsplit(" ", 1)[0] + " …"
