"""A dossier as Markdown, to be pasted into a wiki or an editor's system; readable as plain text too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

from ..records import Dossier
from .html.marks import fit
from .lines import printable
from .views.account import begin
from .views.brief import REPEATED, brief_parts
from .views.decisions import DECIDED, decision_line, decisions
from .views.derivation import EdgeView, Reason, edge_views, named_sources, root_views
from .views.facts import Stated, agreed, disputes
from .views.grounds import ground_line
from .views.names import article_names, named, readable_date
from .views.only import only_views
from .views.overview import counts, standing_line, standings, warnings
from .views.passages import Link, Places
from .views.positions import Standing, Told, positions
from .views.remarks import Outlet, Remark, Telling, remarks_by_speaker, singles_by_article
from .views.runs import Run, one_line
from .views.timeline import events
from .views.wording import wordings
from .views.words import omitted

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~^$]|&(?=#?\w+;)|:(?=//)|(?<=\bwww)\.|@(?=\w))")
_AT_START = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=#:])")
_CORE = re.compile(r"\w(?:.*\w)?", re.DOTALL)


def render_markdown(dossier: Dossier, *, explain: bool = False) -> str:
    """The dossier as CommonMark with tables and strikethrough (GFM), the same for the same dossier.

    Markup in articles' text stays text. Words left out are struck through, words replaced or added are bold. With ``explain`` each
    rendition is followed by every difference and by the reasons why it is taken for one.
    """
    places = Places(dossier.articles)
    parts = (
        _head,
        _brief,
        _reports,
        _derivation,
        partial(_said, explain=explain),
        _facts,
        _wording,
        _timeline,
        _positions,
        _only,
        _colophon,
    )
    blocks = [block for part in parts for block in part(dossier, places)]
    return printable(fit("\n\n".join(blocks))) + "\n"


def escaped(text: str) -> str:
    """Text on one line in which no character is markup."""
    line = _SPECIAL.sub(r"\\\1", one_line(text))
    return _AT_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def _head(dossier: Dossier, places: Places) -> Iterator[str]:
    del places
    yield f"# {escaped(dossier.story)}"
    yield ", ".join(counts(dossier)) + "."
    decided = [escaped(decision_line(decision)) for decision in decisions(dossier)]
    if decided:
        yield f"## {DECIDED}"
        yield _bullets(decided)
    found = [f"**{escaped(c.name)}** {escaped(c.text)}" if c.name else escaped(c.text) for c in warnings(dossier)]
    if found:
        yield "## Keep in mind"
        yield _bullets(found)


def _reports(dossier: Dossier, places: Places) -> Iterator[str]:
    del places
    yield "## The reports"
    names = article_names(dossier.articles)
    rows = []
    for row in standings(dossier):
        doubt = " (in doubt)" if row.article.published_doubt else ""
        shared = f"{row.told}, {row.altered or 'none'} altered" if row.told else "none"
        rows.append((escaped(row.name), escaped(readable_date(row.article.published)) + doubt, escaped(standing_line(row, names)), shared))
    yield _table(("Report", "Published", "Where it comes from", "Shared remarks"), rows) if rows else "No report could be read."


def _derivation(dossier: Dossier, places: Places) -> Iterator[str]:
    yield "## Who rewrote whom"
    edges = edge_views(dossier, places)
    yield "\n".join(_edge(edge) for edge in edges) if edges else "No report could be linked to another, or to a source outside the set."
    roots = root_views(dossier, places)
    if roots:
        yield "### Independent sources"
        standing = {True: "confirmed", False: "possible"}
        outside = {True: ", not among the reports", False: ""}
        yield _bullets(f"**{escaped(r.name)}** ({standing[r.confirmed]}{outside[r.unseen]}): {escaped(r.because)}" for r in roots)
    sources = named_sources(dossier)
    if sources:
        yield "Sources outside the set: " + "; ".join(f"{escaped(s.name)} (in {escaped(articles)})" for s, articles in sources) + "."


def _edge(edge: EdgeView) -> str:
    share = f"; explains {edge.share} of its sentences" if edge.share else ""
    arrow = "→" if edge.directed else "–"
    by = f"; {DECIDED.lower()}" if edge.decided else ""
    head = f"- **{escaped(edge.from_)} {arrow} {escaped(edge.to)}**: {edge.kind}, {edge.means}{share}; {edge.confidence} sure{by}"
    return "\n".join([head, *(f"  - {_reason(edge, reason)}" for reason in edge.reasons)])


def _reason(edge: EdgeView, reason: Reason) -> str:
    sides = [_side(edge.from_, reason.from_links), _side(edge.to, reason.to_links)]
    return " ".join([f"{reason.what}: {escaped(reason.text)}", *filter(None, sides)])


def _side(name: str, links: tuple[Link, ...]) -> str:
    if not links:
        return ""
    more = f" and {len(links) - 3} more" if len(links) > 3 else ""
    return f"{escaped(name)}: " + " / ".join(f"“{escaped(link.text)}”" for link in links[:3]) + more + "."


def _said(dossier: Dossier, places: Places, *, explain: bool) -> Iterator[str]:
    yield "## What was said"
    speakers = remarks_by_speaker(dossier, places)
    if not speakers:
        yield "No remark is told by more than one report."
    for speaker in speakers:
        yield f"### {escaped(speaker.name)}"
        if speaker.also:
            yield escaped(speaker.also)
        for remark in speaker.remarks:
            yield from _remark(remark, explain=explain)
    singles = singles_by_article(dossier, places)
    if singles:
        yield "### Told by one report only"
    for article in singles:
        yield f"#### {escaped(article.name)}"
        yield _bullets(f"{escaped(s.speaker)}: {_quoted(s.telling)}{_inside(s.telling)}" for s in article.singles)


def _remark(remark: Remark, *, explain: bool) -> Iterator[str]:
    yield f"#### {escaped(remark.heading or f'Told by {remark.reports} reports')}"
    also = f" (and in the same words: {_names(remark.base.outlets[1:])})" if len(remark.base.outlets) > 1 else ""
    plain = [Run(text=run.text, state="gap" if run.state == "gap" else "same") for run in remark.base.runs]
    inside = "".join(f"\n>\n> quoting {escaped(line)}" for line in remark.base.inside)
    yield f"> {_marks(plain, quoted=remark.base.quoted)}{inside}\n>\n> — {_names(remark.base.outlets[:1])}{also}"
    tellings = [_telling(telling, explain=explain) for telling in remark.tellings]
    own = [f"- why {line}" for line in _grounds(remark.base)] if explain else []
    if own or tellings:
        yield "\n".join([*own, *tellings])


def _telling(telling: Telling, *, explain: bool) -> str:
    attributed = f" (attributed to {escaped(telling.attributed)})" if telling.attributed else ""
    lines = [f"- **{telling.relation}**, {_names(telling.outlets)}: {_quoted(telling)}{attributed}"]
    if telling.account.sentence:
        lines.append(f"  - {_account(telling)}.")
    if explain:
        lines += [f"  - {escaped(d.line)}: {d.label}" for d in telling.differences]
        lines += [f"  - why {line}" for line in _grounds(telling)]
    return "\n".join(lines)


def _account(telling: Telling) -> str:
    """The sentence, what changes the meaning bold."""
    told = [c.text if number else begin(c.text) for number, c in enumerate(telling.account.clauses)]
    clauses = [f"**{escaped(t)}**" if c.degree == "yes" else escaped(t) for t, c in zip(told, telling.account.clauses, strict=True)]
    return "; ".join([*clauses, *filter(None, [telling.account.more])])


def _grounds(telling: Telling) -> Iterator[str]:
    for found in telling.grounds:
        yield f"{escaped(found.outlet)}, {found.sure}: " + "; ".join(escaped(ground_line(ground)) for ground in found.reasons)


def _inside(telling: Telling) -> str:
    return "".join(f" (quoting {escaped(line)})" for line in telling.inside)


def _quoted(telling: Telling) -> str:
    return _marks(telling.runs, quoted=telling.quoted)


def _marks(runs: Iterable[Run], *, quoted: bool) -> str:
    """Runs on one line: omissions struck through in brackets, other differences bold."""
    out: list[str] = []
    for run in runs:
        if run.state == "gap":
            out.append(" … ")
        elif run.state == "omitted":
            out.append(f" ~~⟦{escaped(omitted(run.text).strip('“”'))}⟧~~ ")
        else:
            out.append(_kept(run.text) if run.state == "same" else _bold(run.text))
    line = one_line("".join(out))
    return f"“{line}”" if quoted else line


def _bold(text: str) -> str:
    """From the first letter to the last bold: asterisks beside punctuation would not count as marks."""
    core = _CORE.search(text)
    if core is None:
        return _kept(text)
    return f"{_kept(text[: core.start()])}**{escaped(core.group())}**{_kept(text[core.end() :])}"


def _kept(text: str) -> str:
    """Escaped words with a blank kept at either end."""
    inner = escaped(text)
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if text[-1:].isspace() else ''}"


def _facts(dossier: Dossier, places: Places) -> Iterator[str]:
    found = disputes(dossier, places)
    if found:
        yield "## Where they differ"
    for fact in found:
        yield f"### {escaped(fact.topic)}" + (f" ({fact.kind})" if fact.kind else "")
        yield escaped(fact.explanation)
        yield _bullets(map(_stated, fact.stated))
    alike = agreed(dossier, places)
    if alike:
        yield "## What independent sources agree on"
        yield _bullets(
            f"{escaped(fact.topic)}. ({escaped(named([stated.name for stated in fact.stated]))}; {fact.sources})" for fact in alike
        )


def _stated(stated: Stated) -> str:
    word = f", {escaped(stated.on_whose_word)}" if stated.on_whose_word else ""
    return f"**{escaped(stated.name)}**: “{escaped(stated.words)}”{word}"


def _brief(dossier: Dossier, places: Places) -> Iterator[str]:
    del places
    shown = [part for part in brief_parts(dossier) if part.title not in REPEATED]
    if shown:
        yield "## In short"
    for number, part in enumerate(shown):
        if number:
            yield f"### {escaped(part.title)}"
        yield _bullets(f"{escaped(sentence.text)} ({escaped(named(sentence.names))})" for sentence in part.sentences)


def _wording(dossier: Dossier, places: Places) -> Iterator[str]:
    found = wordings(dossier, places)
    if found:
        yield "## Names for the same thing"
    for entry in found:
        yield f"### {escaped(entry.topic)}"
        yield _bullets(f"“{escaped(worded.words)}”: {', '.join(escaped(one.name) for one in worded.printed)}" for worded in entry.worded)


def _timeline(dossier: Dossier, places: Places) -> Iterator[str]:
    found = events(dossier, places)
    if found:
        yield "## Timeline"
        yield _bullets(
            f"**{escaped(event.when)}** {escaped(event.words)}"
            + (f" (date in doubt: {escaped(event.doubt)})" if event.doubt else "")
            + f" — {', '.join(dict.fromkeys(escaped(told.name) for told in event.told_by))}"
            for event in found
        )


def _positions(dossier: Dossier, places: Places) -> Iterator[str]:
    found = positions(dossier, places)
    if found:
        yield "## Where the parties stand"
    for party in found:
        yield f"### {escaped(party.name)}"
        yield _bullets(map(_standing, party.standings))


def _standing(standing: Standing) -> str:
    toward = f" (to {escaped(standing.toward)})" if standing.toward else ""
    head = f"**{escaped(standing.stance)}** {escaped(standing.about)}{toward}"
    return "\n".join([head, *(f"  - {_told(told)}" for told in standing.told)])


def _told(told: Told) -> str:
    details = f" ({escaped(', '.join(told.details))})" if told.details else ""
    return f"{escaped(told.name)}: “{escaped(told.words)}”{details}"


def _only(dossier: Dossier, places: Places) -> Iterator[str]:
    views = only_views(dossier, places)
    if views:
        yield "## Only here"
    for view in views:
        yield f"### {escaped(view.name)}"
        yield _bullets(escaped(sentence.text) for sentence in view.sentences)


def _colophon(dossier: Dossier, places: Places) -> Iterator[str]:
    del places
    yield "## Colophon"
    yield f"Retold {escaped(dossier.retold)}, settings {escaped(dossier.settings)}."
    names = article_names(dossier.articles)
    rows = [(escaped(names[a.id]), escaped(a.id), a.digest) for a in dossier.articles]
    if rows:
        yield _table(("Report", "Identifier", "SHA-256 of its text"), rows)


def _names(outlets: Iterable[Outlet]) -> str:
    return ", ".join(escaped(outlet.name) for outlet in outlets)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
