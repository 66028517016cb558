"""render to a terminal: the dossier in 80 columns, altered words marked in colour, or in ⟦brackets⟧ where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from ..records import Article, Dossier, Edge, Rendition, Span, Utterance
from .views.excerpts import Excerpt, excerpt, one_line
from .views.names import UNSEEN, article_names, occasion_line, readable_date, source_name
from .views.overview import counts, told_by_several, told_once
from .views.runs import Words
from .views.voices import GUESSES, named, utterance_guesses, utterance_voices, voices_inside

if TYPE_CHECKING:
    from rich.text import Text

_STYLES = {
    "changed": "bold red",
    "spliced": "bold yellow",
    "reworded": "yellow",
    "style": "cyan",
    "part": "dim",
    "same": "dim",
    "indirect": "dim",
}
_NOTES = 4  # changes told in words under one rendition
_LINES_OF_OWN = 4  # passages shown of what one article alone has
_STEM = 39  # columns that a branch of the tree may be set in, a multiple of 3; deeper ones stand below one another
_ROOM = 24  # columns that a paragraph has at least, however far it is set in
_UNPRINTABLE = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd"
)


def render_terminal(dossier: Dossier, *, width: int = 80, colour: bool = False) -> str:
    """Render a dossier for a terminal ``width`` columns wide; with ``colour`` in ANSI colours."""
    from rich.console import Console

    out = StringIO()
    console = Console(file=out, width=width, force_terminal=colour, no_color=not colour, highlight=False, emoji=False, markup=False)
    view = _View(dossier, width, colour)
    for section in (view.head(), view.reports(), view.derivation(), view.remarks(), view.only_here(), view.rejected()):
        for line in section:
            line.plain = printable(line.plain)
            console.print(line, soft_wrap=False)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).rstrip() + "\n"


def printable(text: str) -> str:
    """Text with what a terminal would obey (escapes, other controls, overrides of the direction of writing) as U+FFFD, one for one."""
    return text.translate(_UNPRINTABLE)


class _View:
    """The sections of one dossier, each an iterator of rich texts."""

    def __init__(self, dossier: Dossier, width: int, colour: bool) -> None:
        self.dossier = dossier
        self.width = width
        self.colour = colour
        self.names = article_names(dossier.articles)
        self.texts = {a.id: a.text for a in dossier.articles}
        self.told = told_by_several(dossier)
        self.voices = utterance_voices(dossier)
        self.quotations = {q.id: q for q in dossier.quotations}

    def head(self) -> Iterator[Text]:
        yield self._text(self.dossier.story, "bold")
        yield self._text(", ".join(counts(self.dossier)))
        for apart in self.dossier.apart:
            yield self._text(f"! {self.names.get(apart.article, apart.article)} seems to tell another story: {apart.because}", "yellow")

    def reports(self) -> Iterator[Text]:
        if not self.dossier.articles:
            return
        yield from self._title("Reports")
        wide = min(max((len(n) for n in self.names.values()), default=0), 30)
        days = [readable_date(article.published and article.published[:10]) for article in self.dossier.articles]
        for article, day in zip(self.dossier.articles, days, strict=True):
            line = self._text(_fitted(self.names[article.id], wide) + "  ", "bold")
            line.append(day.ljust(max(map(len, days))) + "  ")
            room = self.width - len(line)
            line.append(one_line(article.title or article.text, room), style="dim" if article.title is None else "")
            line.truncate(self.width)  # wide letters
            yield line
            for remark in self._remarks_on(article):
                yield self._indented(remark, wide + 2, "dim")

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
        yield from self._title("Who rewrote whom")
        edges = self.dossier.derivation.edges
        shown: set[str] = set()
        children: dict[str, list[Edge]] = {}
        for edge in edges:
            if edge.directed:
                children.setdefault(edge.from_, []).append(edge)
        inner = {e.to for e in edges if e.directed and not e.from_.startswith(UNSEEN)}
        roots = [a.id for a in self.dossier.articles if a.id not in inner]
        for article in sorted(roots, key=lambda a: -len(_descendants(a, children))):
            yield from self._tree(article, children, shown)
        yield from self._likenesses([e for e in edges if not e.directed])
        yield from self._sources()

    def _tree(self, article: str, children: dict[str, list[Edge]], shown: set[str], stem: str = "", branch: str = "") -> Iterator[Text]:
        again = article in shown
        shown.add(article)
        label = self._text(self.names.get(article, article), "bold")
        day = "" if self._date(article) in label.plain else f", {self._date(article)}"
        label.append(day + (" (see above)" if again else ""), style="not bold")
        below = (stem + ("" if not branch else "   " if branch.startswith("└") else "│  "))[-_STEM:]
        yield self._hanging(label, stem + branch, below)
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
        best = edge.evidence[0].text if edge.evidence else ""
        yield self._hanging(self._text(lead + self._named(best), "dim"), stem)

    def _named(self, sentence: str) -> str:
        """A sentence of evidence with the articles under the names that the reader sees."""
        return " ".join(self.names.get(word, word) for word in sentence.split(" "))

    def _likenesses(self, edges: Sequence[Edge]) -> Iterator[Text]:
        for edge in edges:
            pair = f"{source_name(edge.from_, self.names)} — {source_name(edge.to, self.names)}"
            yield self._indented(f"{pair}: alike, who took from whom can’t be told", 0)
            yield from self._edge(edge, "   ", "")

    def _sources(self) -> Iterator[Text]:
        roots = self.dossier.derivation.independent_sources.roots
        for standing in ("confirmed", "possible"):
            own = [r for r in roots if r.standing == standing]
            if own:
                yield self._text("")
                yield self._text(f"Independent sources, {standing}:")
            for root in own:
                yield self._indented(f"{source_name(root.name, self.names)}: {self._named(root.because)}", 4, stem="  · ")

    def remarks(self) -> Iterator[Text]:
        if not self.dossier.utterances:
            return
        yield from self._title("What was said, most altered first")
        if not self.told:
            yield self._text("No remark is told by more than one outlet.")
        speakers: dict[str, list[Utterance]] = {}
        for utterance in self.told:
            speakers.setdefault(self.voices[utterance.id], []).append(utterance)
        for number, (speaker, utterances) in enumerate(speakers.items()):
            if number:
                yield self._text("")
            yield self._text(speaker, "bold")
            for utterance in utterances:
                yield from self._utterance(utterance)
        if utterance_guesses(self.dossier) & {u.id for u in self.told}:
            yield self._text("")
            yield self._text(GUESSES.capitalize(), "dim")
        alone = told_once(self.dossier)
        if alone:
            yield self._text("")
            by = {a.id: sum(u.renditions[0].article == a.id for u in alone) for a in self.dossier.articles}
            listed = ", ".join(f"{self.names[a]} {n}" for a, n in by.items() if n)
            yield self._text(f"{_count(len(alone), 'remark')} told by one outlet only: {listed} (in full with --html or --json).", "dim")

    def _utterance(self, utterance: Utterance) -> Iterator[Text]:
        base = utterance.renditions[0]
        where = occasion_line(utterance.occasion)
        yield self._text("")
        line = self._text(self._quoted(base))
        line.append(f"  {self.names[base.article]}" + (f" ({where})" if where else ""), style="dim")
        yield self._hanging(line, "  ", "   ")
        told = self.quotations.get(base.quotation)
        for inside in voices_inside(Words(text=self.texts[base.article], spans=base.spans), told.nested if told else ()):
            yield self._hanging(self._text(f"quoting {inside}"), "   ↳ ", "     ")
        further = [r for r in utterance.renditions[1:] if r.article == base.article and r.relation in {"part", "same"}]
        for rendition in further:
            if not any(v.base for v in rendition.variants):  # what repeats the base in part is no news
                place = "further on" if rendition.spans[0] > base.spans[0] else "before that"
                yield self._hanging(self._text(f"and {place} {self._quoted(rendition)}"), "  ", "   ")
        others = [r for r in utterance.renditions[1:] if r not in further]
        same = [r for r in others if r.relation == "same"]
        seen: set[tuple[str, str]] = set()
        for rendition in others:
            printed = (rendition.article, " ".join(self._words(rendition.article, s) for s in rendition.spans))
            if rendition.relation != "same" and printed not in seen:  # a headline repeats the text
                yield from self._rendition(rendition, utterance.speaker)
            seen.add(printed)
        if same:
            names = ", ".join(dict.fromkeys(self.names[r.article] for r in same))
            yield self._hanging(self._text(names, "dim"), self._text("  same       ", "dim"))

    def _quoted(self, rendition: Rendition) -> str:
        return "“" + "” … “".join(_clean(self.texts[rendition.article][a:b]) for a, b in rendition.spans) + "”"

    def _rendition(self, rendition: Rendition, speaker: str | None) -> Iterator[Text]:
        relation = self._text("  " + rendition.relation.ljust(11), _STYLES.get(rendition.relation, "") if self.colour else "")
        line = self._text("")
        line.append(self.names[rendition.article] + "  ", style="bold")
        here = [v.here for v in rendition.variants if v.here is not None and v.of != "typography"]
        marked = rendition.relation != "indirect"
        line.append("“" if marked else "")
        for part in excerpt(self.texts[rendition.article], rendition.spans, here, shorten=marked):
            self._mark(line, part)
        line.append("”" if marked else "")
        told = self.quotations.get(rendition.quotation)
        other = told.speaker.canonical if told is not None and told.speaker is not None else ""
        if told is not None and speaker is not None and other != speaker and other[:1].isupper():  # "the chief" may be the same person
            line.append(f" (attributed to {named(other, uncertain=told.uncertain)})", style="bold" if self.colour else "")
        yield self._hanging(line, relation)
        notes = [
            v.note
            for v in sorted(rendition.variants, key=lambda v: ("yes", "maybe", "no").index(v.changes_meaning))
            if v.note and v.of != "typography" and not (rendition.relation == "part" and v.changes_meaning == "no")
        ]
        if notes:
            more = f"; {len(notes) - _NOTES} more" if len(notes) > _NOTES else ""
            yield self._indented("; ".join(one_line(n, 160) for n in notes[:_NOTES]) + more, 13, "italic" if self.colour else "")

    def _mark(self, line: Text, part: Excerpt) -> None:
        if not part.altered:
            line.append(part.text)
        elif self.colour:
            line.append(part.text, style="bold yellow underline")
        else:
            line.append(f"⟦{part.text}⟧")

    def only_here(self) -> Iterator[Text]:
        if not self.dossier.only_here:
            return
        yield from self._title("Only in one report")
        for own in self.dossier.only_here:
            line = self._text(self.names[own.article], "bold")
            line.append(f"  {_count(len(own.spans), 'passage')}")
            yield line
            for span in sorted(sorted(own.spans, key=lambda s: -_news(self._words(own.article, s)))[:_LINES_OF_OWN]):
                yield self._indented(one_line(self._words(own.article, span), 2 * self.width - 24), 4, stem="  · ")
            if len(own.spans) > _LINES_OF_OWN:
                yield self._indented(f"and {len(own.spans) - _LINES_OF_OWN} more", 4, "dim")

    def rejected(self) -> Iterator[Text]:
        if self.dossier.rejected:
            yield from self._title("Not read")
        for one in self.dossier.rejected:
            yield self._indented(f"{one.input}: {one.reason}", 4, stem="  · ")

    # -- pieces

    def _words(self, article: str, span: Span) -> str:
        return _clean(self.texts[article][span[0] : span[1]])

    def _date(self, article: str) -> str:
        return next((readable_date(a.published) for a in self.dossier.articles if a.id == article), "undated")

    def _text(self, text: str, style: str = "") -> Text:
        from rich.text import Text

        return Text(text, style=style)

    def _title(self, title: str) -> Iterator[Text]:
        yield self._text("")
        yield self._text(title.upper(), "bold cyan" if self.colour else "")

    def _indented(self, text: str, indent: int, style: str = "", stem: str = "") -> Text:
        """A paragraph set in; its first line begins with ``stem``, where one is given."""
        return self._hanging(self._text(text, style), stem or " " * indent, " " * indent)

    def _hanging(self, body: Text, first: Text | str, hang: str = "") -> Text:
        """A paragraph whose first line begins with ``first``, the others with ``hang`` (else what is left of the branches in ``first``)."""
        from rich.console import Console
        from rich.text import Text

        out = Text() + first if isinstance(first, Text) else self._text(first)
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
