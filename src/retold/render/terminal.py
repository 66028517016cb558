"""render to a terminal: the dossier in 80 columns, altered words marked in colour, or in ⟦brackets⟧ where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from ..records import Article, Dossier, Edge, Span
from .apparatus import Apparatus
from .ledger import Ledger
from .lines import Lines, printable
from .sides import positions_section, wording_section
from .timeline import timeline_section
from .views.brief import brief_parts
from .views.decisions import DECIDED, decision_line, decisions
from .views.excerpts import one_line
from .views.facts import agreed, disputes
from .views.names import UNSEEN, article_names, named, readable_date, source_name
from .views.overview import counts, told_by_several, told_once
from .views.passages import Places
from .views.remarks import remarks_by_speaker
from .views.voices import GUESSES, utterance_guesses
from .views.words import EVIDENCE

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["printable", "render_terminal"]

_LINES_OF_OWN = 4  # passages shown of what one article alone has
_AGREED = 8  # facts shown that several sources state alike
_STEM = 39  # columns that a branch of the tree may be set in, a multiple of 3; deeper ones stand below one another


def render_terminal(dossier: Dossier, *, width: int = 80, colour: bool = False, explain: bool = False) -> str:
    """Render a dossier for a terminal ``width`` columns wide; with ``colour`` in ANSI colours.

    With ``explain`` each rendition is followed by the reasons why it is taken for one, and each edge by all its evidence.
    """
    from rich.console import Console

    out = StringIO()
    console = Console(file=out, width=width, force_terminal=colour, no_color=not colour, highlight=False, emoji=False, markup=False)
    view = _View(dossier, Lines(width, colour), explain=explain)
    for section in view.sections():
        for line in section:
            line.plain = printable(line.plain)
            console.print(line, soft_wrap=False)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).rstrip() + "\n"


class _View:
    """The sections of one dossier, each an iterator of rich texts."""

    def __init__(self, dossier: Dossier, lines: Lines, *, explain: bool) -> None:
        self.dossier = dossier
        self.lines = lines
        self.width = lines.width
        self.explain = explain
        self.names = article_names(dossier.articles)
        self.texts = {a.id: a.text for a in dossier.articles}
        self.places = Places(dossier.articles)

    def sections(self) -> Iterator[Iterator[Text]]:
        """All of them, in the order in which they are read."""
        yield from (self.head(), self.summary(), self.decided(), self.reports(), self.derivation(), self.remarks())
        yield from (self.disputed(), self.agreed())
        for section in (wording_section, timeline_section, positions_section):
            yield section(self.dossier, self.lines)
        yield from (self.only_here(), self.rejected())

    def head(self) -> Iterator[Text]:
        yield self.lines.text(self.dossier.story, "bold")
        yield self.lines.text(", ".join(counts(self.dossier)))
        for apart in self.dossier.apart:
            name = self.names.get(apart.article, apart.article)
            yield self.lines.text(f"! {name} seems to tell another story: {apart.because}", "yellow")

    def summary(self) -> Iterator[Text]:
        """The first part of the brief; the whole is the command brief's."""
        for part in brief_parts(self.dossier)[:1]:
            yield from self.lines.title("In short")
            for sentence in part.sentences:
                body = self.lines.text(sentence.text)
                body.append(f"  {named(sentence.names)}", style="dim")
                yield self.lines.hanging(body, "  · ", "    ")

    def decided(self) -> Iterator[Text]:
        found = decisions(self.dossier)
        if found:
            yield from self.lines.title(DECIDED)
        for decision in found:
            yield self.lines.indented(decision_line(decision), 4, stem="  · ")

    def reports(self) -> Iterator[Text]:
        if not self.dossier.articles:
            return
        yield from self.lines.title("Reports")
        wide = min(max((len(n) for n in self.names.values()), default=0), 30)
        days = [readable_date(article.published and article.published[:10]) for article in self.dossier.articles]
        for article, day in zip(self.dossier.articles, days, strict=True):
            line = self.lines.text(_fitted(self.names[article.id], wide) + "  ", "bold")
            line.append(day.ljust(max(map(len, days))) + "  ")
            room = self.width - len(line)
            line.append(one_line(article.title or article.text, room), style="dim" if article.title is None else "")
            line.truncate(self.width)  # wide letters
            yield line
            for remark in self._remarks_on(article):
                yield self.lines.indented(remark, wide + 2, "dim")

    def _remarks_on(self, article: Article) -> Iterator[str]:
        if article.language not in {"en", None}:
            yield f"in {article.language}: kept, not analysed"
        if article.published_doubt:
            yield f"date in doubt: {article.published_doubt}"
        if article.revisions:
            yield f"{_count(len(article.revisions), 'other version')} of it read, not counted again"

    def derivation(self) -> Iterator[Text]:
        if not self.dossier.articles:
            return
        yield from self.lines.title("Who rewrote whom")
        edges = self.dossier.derivation.edges
        shown: set[str] = set()
        children: dict[str, list[Edge]] = {}
        for edge in edges:
            if edge.directed:
                children.setdefault(edge.from_, []).append(edge)
        inner = {e.to for e in edges if e.directed and not e.from_.startswith(UNSEEN)}
        roots = [a.id for a in self.dossier.articles if a.id not in inner]
        linked = {end for e in edges for end in (e.from_, e.to)}
        for article in sorted(roots, key=lambda a: -len(_descendants(a, children))):
            if article in linked:
                yield from self._tree(article, children, shown)
        loose = [self.names[a] for a in roots if a not in linked]
        if loose:
            yield self.lines.hanging(self.lines.text(f"No link to another report or source found: {', '.join(loose)}"), "", "   ")
        yield from self._likenesses([e for e in edges if not e.directed])
        yield from self._sources()

    def _tree(self, article: str, children: dict[str, list[Edge]], shown: set[str], stem: str = "", branch: str = "") -> Iterator[Text]:
        again = article in shown
        shown.add(article)
        label = self.lines.text(self.names.get(article, article), "bold")
        day = "" if self._date(article) in label.plain else f", {self._date(article)}"
        label.append(day + (" (see above)" if again else ""), style="not bold")
        below = (stem + ("" if not branch else "   " if branch.startswith("└") else "│  "))[-_STEM:]
        yield self.lines.hanging(label, stem + branch, below)
        if again:
            return
        own = children.get(article, [])
        for edge in [e for e in self.dossier.derivation.edges if e.to == article and e.from_.startswith(UNSEEN)]:
            yield from self._edge(
                edge, below + ("│  " if own else "   "), f"from {source_name(edge.from_, self.names)}, not among the reports: "
            )
        for number, edge in enumerate(own):
            last = number == len(own) - 1
            yield from self._tree(edge.to, children, shown, below, "└─ " if last else "├─ ")
            yield from self._edge(
                edge, below + ("      " if last else "│     "), f"{_KINDS[edge.kind]}, {round(100 * edge.share)}% of it: "
            )

    def _edge(self, edge: Edge, stem: str, lead: str) -> Iterator[Text]:
        found = sorted(edge.evidence, key=lambda evidence: evidence.what != "editor")
        best = self._named(found[0].text) if found else ""
        by = f"{DECIDED.lower()}: " if edge.decided else ""
        yield self.lines.hanging(self.lines.text(lead + by + best, "dim"), stem)
        for evidence in found[1:] if self.explain else ():
            what = EVIDENCE.get(evidence.what, evidence.what)
            yield self.lines.hanging(self.lines.text(f"{what}: {self._named(evidence.text)}", "dim"), stem + "  · ", stem + "    ")

    def _named(self, sentence: str) -> str:
        """A sentence of evidence with the articles under the names that the reader sees."""
        return " ".join(self.names.get(word, word) for word in sentence.split(" "))

    def _likenesses(self, edges: Sequence[Edge]) -> Iterator[Text]:
        for edge in edges:
            pair = f"{source_name(edge.from_, self.names)} — {source_name(edge.to, self.names)}"
            yield self.lines.indented(f"{pair}: alike, who took from whom can’t be told", 0)
            yield from self._edge(edge, "   ", "")

    def _sources(self) -> Iterator[Text]:
        roots = self.dossier.derivation.independent_sources.roots
        for standing in ("confirmed", "possible"):
            own = [r for r in roots if r.standing == standing]
            if own:
                yield self.lines.text("")
                yield self.lines.text(f"Independent sources, {standing}:")
            for root in own:
                yield self.lines.indented(f"{source_name(root.name, self.names)}: {self._named(root.because)}", 4, stem="  · ")

    def remarks(self) -> Iterator[Text]:
        if not self.dossier.utterances:
            return
        yield from self.lines.title("What was said, most altered first")
        told = {u.id for u in told_by_several(self.dossier)}
        if not told:
            yield self.lines.text("No remark is told by more than one outlet.")
        yield from Apparatus(self.lines, explain=self.explain).speakers(remarks_by_speaker(self.dossier, self.places))
        if utterance_guesses(self.dossier) & told:
            yield self.lines.text("")
            yield self.lines.indented(GUESSES.capitalize(), 0, "dim")
        alone = told_once(self.dossier)
        if alone:
            yield self.lines.text("")
            by = {a.id: sum(u.renditions[0].article == a.id for u in alone) for a in self.dossier.articles}
            listed = ", ".join(f"{self.names[a]} {n}" for a, n in by.items() if n)
            own = f"{_count(len(alone), 'remark')} told by one outlet only: {listed} (in full with --html or --json)."
            yield self.lines.indented(own, 0, "dim")

    def disputed(self) -> Iterator[Text]:
        found = disputes(self.dossier, self.places)
        if found:
            yield from self.lines.title("Where they differ")
            yield from Ledger(self.lines).disputes(found)

    def agreed(self) -> Iterator[Text]:
        found = agreed(self.dossier, self.places)[:_AGREED]
        if found:
            yield from self.lines.title("What independent sources agree on")
            yield from Ledger(self.lines).agreed(found)

    def only_here(self) -> Iterator[Text]:
        if not self.dossier.only_here:
            return
        yield from self.lines.title("Only in one report")
        for own in self.dossier.only_here:
            line = self.lines.text(self.names[own.article], "bold")
            line.append(f"  {_count(len(own.spans), 'passage')}")
            yield line
            for span in sorted(sorted(own.spans, key=lambda s: -_news(self._words(own.article, s)))[:_LINES_OF_OWN]):
                yield self.lines.indented(one_line(self._words(own.article, span), 2 * self.width - 24), 4, stem="  · ")
            if len(own.spans) > _LINES_OF_OWN:
                yield self.lines.indented(f"and {len(own.spans) - _LINES_OF_OWN} more", 4, "dim")

    def rejected(self) -> Iterator[Text]:
        if self.dossier.rejected:
            yield from self.lines.title("Not read")
        for one in self.dossier.rejected:
            yield self.lines.indented(f"{one.input}: {one.reason}", 4, stem="  · ")

    # -- pieces

    def _words(self, article: str, span: Span) -> str:
        return _clean(self.texts[article][span[0] : span[1]])

    def _date(self, article: str) -> str:
        return next((readable_date(a.published) for a in self.dossier.articles if a.id == article), "undated")


_KINDS = {"copy": "carried over", "rewrite": "rewritten", "condensed": "shortened", "mixed": "in part", "likeness": "alike"}


def _descendants(article: str, children: dict[str, list[Edge]]) -> set[str]:
    """All that was taken from an article, at first or further hand."""
    found: set[str] = set()
    left = [article]
    while left:
        new = {e.to for e in children.get(left.pop(), ())} - found
        found |= new
        left.extend(new)
    return found


def _fitted(name: str, wide: int) -> str:
    """A name in ``wide`` columns, a longer one cut in the middle."""
    head = (wide - 1) // 2
    return name.ljust(wide) if len(name) <= wide else f"{name[:head]}…{name[head + 1 - wide :]}"


def _news(sentence: str) -> float:
    """How much a sentence tells: its names and figures, in a sentence that stands by itself."""
    words = sentence.split()
    telling = sum(w[:1].isupper() or any(c.isdigit() for c in w) for w in words[1:])
    whole = sentence[:1].isupper() and sentence.rstrip("”\"’'")[-1:] in ".!?"
    return telling + (2 if whole else 0) - 0.05 * len(words)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _clean(text: str) -> str:
    return " ".join(text.split())
