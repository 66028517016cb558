"""The parts of a report's text: its title and dateline, and the furniture around it. Nothing is cut out, all is spans."""

from __future__ import annotations

import re

from ..records import Part, PartKind, Record, Span
from .boxes import mark_boxes
from .captions import mark_captions
from .head import is_outlet, mark_head, masthead, staff_outlet, title_line
from .inline import mark_inline
from .lines import Line, kind_of, split_lines
from .outlets import Outlets
from .published import find_date

_BODY: frozenset[PartKind] = frozenset({"title", "dateline"})
_BY = re.compile(r"\b(?:[Bb]y|BY)\s*:?\s+")
_SHOUTED = 6
"""Words from which a line in capitals is a headline; shorter ones head a part of the report itself."""
_PERSON = re.compile(r"^[A-ZÀ-Þ][\w.'’\-]*(?: (?:[A-ZÀ-Þ][\w.'’\-]*|de|da|dos|del|della|di|van|von|der|den|la|le|el|al|bin|ibn|y|e)){1,5}$")
_FOR = re.compile(r"\s+(?:[Ff]or|FOR)\s+")
_BIOGRAPHY = re.compile(r"(?P<name>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){1,3}) (?:is|was|covers|writes|reports|joined|has covered)\b")
# "Source: Palinor" and "PORT ANSEL (Palinor) -" credit an agency that no list knows.
_UNLISTED = re.compile(r"^(?:Source|Agency|Via)\s*:\s*([A-Z][\w&’' -]{1,30}?)\s*$|\(([A-Z][\w&’' -]{1,30})\)\s*[-–—]")
_JOB = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|columnist|staff|bureau|chief|news|newsroom|desk|team|special to|contributor|producer"
    r"|agencies)\b",
    re.I,
)


class Marked(Record, frozen=True):
    """What the text of a report says about itself."""

    parts: tuple[Part, ...]
    title: str | None
    """The headline as it stands in the text; None: it has none."""
    outlet: str | None
    byline: tuple[str, ...]
    credit: tuple[str, ...]
    dates: tuple[str, ...]
    """Date lines, datelines and bylines with the dates they may hold, the likeliest first."""


def mark(text: str, outlets: Outlets, *, title: str | None = None) -> Marked:
    """Find the parts of ``text``; ``title`` is the headline that a record or page gives."""
    lines = split_lines(text)
    kinds: dict[int, PartKind] = {line.number: kind for line in lines if (kind := kind_of(line)) is not None}
    if (first := masthead(lines)) is not None:
        kinds.setdefault(first, "navigation")
    kinds |= mark_boxes(lines, kinds)
    headline = title_line(lines, title, kinds, outlets)
    kinds |= mark_head(lines, headline, kinds, outlets)
    kinds |= mark_captions(lines, kinds)
    kinds |= _outlets_alone(lines, kinds, outlets)
    body = [line for line in lines if line.number not in kinds]
    if not body:  # nothing but furniture: then it is none
        kinds, headline, body = {}, None, lines
    kinds |= _leftovers(lines, kinds)
    kinds |= _about_writers(body, [line for line in lines if kinds.get(line.number) == "byline"])
    kinds |= _shouted(body[1:])
    opening = {line.number for line in body[:6]}
    parts = [part for line in lines for part in _parts(line, kinds.get(line.number), line.number in opening)]
    return Marked(
        parts=tuple(sorted(parts, key=lambda part: part.span)),
        title=re.sub(r"^#+\s*", "", lines[headline].text) if headline is not None else None,
        outlet=_outlet(lines, kinds, outlets),
        byline=_byline(text, parts, outlets),
        credit=_credit(text, parts, outlets),
        dates=tuple(_text(text, part) for kind in ("date", "dateline", "byline") for part in parts if part.kind == kind),
    )


def furniture(parts: tuple[Part, ...]) -> tuple[Span, ...]:
    """Spans of all parts but title and dateline."""
    return tuple(part.span for part in parts if part.kind not in _BODY)


def _outlets_alone(lines: list[Line], kinds: dict[int, PartKind], outlets: Outlets) -> dict[int, PartKind]:
    """Lines that are nothing but an outlet's name: whose picture it is, or, at the top under a person's name, who wrote."""
    found: dict[int, PartKind] = {}
    for line in lines:
        if line.number in kinds or line.words > 4 or outlets.by_form(line.text) is None:
            continue
        found[line.number] = "navigation"
        above = lines[line.number - 1] if line.number else None
        if above is not None and above.number < 3 and above.number not in kinds and _names_only(above.text):
            found[above.number] = "byline"
    return found


def _names_only(text: str) -> bool:
    return all(_PERSON.match(name) for name in re.split(r"(?:, | and )+", text))


def _shouted(body: list[Line]) -> dict[int, PartKind]:
    """Headlines of other reports, set in capitals between paragraphs; none where much of the report is set so."""
    found = [line for line in body if line.words >= _SHOUTED and line.text.isupper() and not line.text.endswith((".", "”", '"'))]
    return {line.number: "related" for line in found} if 5 * len(found) < len(body) else {}


def _parts(line: Line, kind: PartKind | None, opening: bool) -> list[Part]:
    if kind is None:
        return mark_inline(line, opening=opening)
    if kind in {"date", "byline"} and (written := find_date(line.text)) and (by := _BY.search(line.text)):
        # "Thursday, 5 February 2026 by Ann Reed" and the other way round: two parts that meet.
        cut = by.start() if by.start() >= written.span[1] else line.text.rfind(" ", 0, written.span[0]) + 1 if by.start() == 0 else 0
        if 0 < cut < len(line.text):
            first: PartKind = "byline" if by.start() == 0 else "date"
            second: PartKind = "date" if first == "byline" else "byline"
            return [
                Part(kind=first, span=(line.start, line.start + len(line.text[:cut].rstrip()))),
                Part(kind=second, span=(line.start + cut, line.end)),
            ]
    return [Part(kind=kind, span=line.span)]


def _leftovers(lines: list[Line], kinds: dict[int, PartKind]) -> dict[int, PartKind]:
    """Single words and names among the furniture that closes a page: topics, buttons, sections."""
    tail = len(lines)
    while tail > 0 and (tail - 1 in kinds or (lines[tail - 1].words <= 4 and not lines[tail - 1].ended)):
        tail -= 1
    furnished = [number for number in range(tail, len(lines)) if number in kinds]
    return {line.number: "navigation" for line in lines[tail:] if line.number not in kinds and furnished and line.number > furnished[0]}


def _about_writers(body: list[Line], bylines: list[Line]) -> dict[int, PartKind]:
    """Closing lines that tell who a writer of the byline is ("Ann Reed is the paper's Oslav bureau chief.")."""
    signed = " ".join(line.text for line in bylines).casefold()
    found: dict[int, PartKind] = {}
    for line in body[-3:]:
        match = _BIOGRAPHY.match(line.text)
        if match and line.number > 3 and match["name"].casefold() in signed:
            found[line.number] = "notice"
    return found


def _text(text: str, part: Part) -> str:
    return text[part.span[0] : part.span[1]]


def _byline(text: str, parts: list[Part], outlets: Outlets) -> tuple[str, ...]:
    """Persons named in bylines, up to the first job or outlet ("By Ann Reed, city editor, Harbour Times")."""
    names: dict[str, None] = {}
    for part in parts:
        if part.kind != "byline":
            continue
        line = _FOR.split(_BY.sub("", _text(text, part), count=1))[0]
        for piece in re.split(r"(?i)\s*(?:,|;|\||•|·|/|&|\band\b|\bin\b|\bwith\b)\s*", line):
            name = " ".join(piece.strip(" .:-–—()*_").split())
            name = name.title() if name.isupper() and outlets.by_form(name) is None else name
            if _JOB.search(name) or outlets.by_form(name) is not None or name.startswith(("The ", "the ")):
                break
            if _PERSON.match(name):
                names[name] = None
    return tuple(names)


def _credit(text: str, parts: list[Part], outlets: Outlets) -> tuple[str, ...]:
    """Agencies and outlets that credit lines, datelines, bylines and copyright lines name, as printed, each once."""
    found: dict[str, str] = {}
    for part in parts:
        if (
            part.kind in {"credit", "dateline"}
            and (unlisted := _UNLISTED.search(_text(text, part)))
            and not outlets.find(_text(text, part))
        ):
            name = unlisted[1] or unlisted[2]
            found.setdefault(name, name)
        if part.kind in {"credit", "dateline", "copyright", "byline"}:
            for form, outlet in outlets.find(_text(text, part)):
                if outlet.kind == "agency" or part.kind in {"credit", "dateline"}:
                    found.setdefault(outlet.name, form)
    return tuple(found.values())


def _outlet(lines: list[Line], kinds: dict[int, PartKind], outlets: Outlets) -> str | None:
    """The outlet by its own word: a first line, a byline ("…, CNN"; "Harbour Times Staff"), a copyright line. An agency's is a credit."""
    for line in lines:
        kind = kinds.get(line.number)
        if kind == "navigation" and line.number < 3 and (is_outlet(line, outlets) or line.number == masthead(lines)):
            return line.text
        if kind == "byline":
            if (staff := staff_outlet(line.text)) is not None:
                return staff
            _, _, last = _FOR.sub(",", line.text).rpartition(",")
            for _, outlet in outlets.find(last):
                if outlet.kind == "outlet":
                    return outlet.name
            if _FOR.search(line.text) and not outlets.find(last) and last.istitle():
                return last.strip()
    for line in lines:
        if kinds.get(line.number) == "copyright" and (name := _owner(line.text)):
            known = next((outlet for _, outlet in outlets.find(line.text)), None)
            if known is None or known.kind == "outlet":
                return known.name if known else name
    return None


def _owner(line: str) -> str | None:
    """The name in a copyright line; None: none that looks like a name."""
    rest = re.sub(r"(?i)all rights reserved.*|copyright|©|™|®|\(c\)|&(?=\s*©)|\b(?:19|20)\d\d\b(?:\s*[-–]\s*(?:19|20)?\d\d)?", " ", line)
    name = re.split(r"[,.;|]|\bLLC\b|\bInc\b|\bLtd\b", rest.strip(" .,-–—|&"))[0].strip(" .,-–—|&")
    name = re.sub(r"^by\s+", "", " ".join(name.split()))
    return name if re.match(r"[A-Z0-9]", name) and len(name.split()) <= 5 else None
