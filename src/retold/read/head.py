"""The head of a pasted report: outlet, sections, title, byline, date and standfirst before the first paragraph."""

from __future__ import annotations

import re

from ..records import PartKind
from .lines import Line
from .outlets import Outlets
from .published import find_date

_DEPTH = 16  # lines; no head of stories-dev or cuba-dialogue has more before its first paragraph
_STAFF = re.compile(
    r"^(?:By )?(?P<outlet>[A-Z][\w&'’.-]*(?: [A-Z][\w&'’.-]*){0,4}?) "
    r"(?:Staff|Newsroom|News Desk|Web Desk|Staff (?:Writer|Reporter)s?|Editorial Team)$"
)
_MASTHEADS = frozenset(
    """times post news herald tribune courier gazette journal telegraph guardian chronicle observer mail mirror globe inquirer examiner
    dispatch sentinel bulletin star sun today ledger digest review daily weekly monitor argus echo press record standard independent
    advertiser reporter voice online wire network broadcasting radio tv leader messenger mercury advocate citizen""".split()
)
_SMALL = frozenset({"of", "the", "and", "&", "on"})
_PERSON = re.compile(r"^[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þa-z][\w.'’-]*){1,3}$")
# "Mia Torv in Veyra", "Transport correspondent, Veyra"
_SIGNED = re.compile(
    r"^(?:[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){1,3} in [A-ZÀ-Þ][\w.'’ -]+|"
    r"(?:[\w'’&.-]+ ){0,4}(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Cc]olumnist|[Jj]ournalist)(?:,? (?:in )?[A-ZÀ-Þ][\w.'’ -]+)?)$"
)


def masthead(lines: list[Line]) -> int | None:
    """Number of a first line that by its form is an outlet's name ("The Ambry Gazette") with the headline below it; None: there is none."""
    if len(lines) < 3:
        return None
    words = lines[0].text.split()
    named = 2 <= len(words) <= 5 and words[-1].strip(".").casefold() in _MASTHEADS and all(w[0].isupper() or w in _SMALL for w in words)
    below = any(line.headline_like and line.words > 3 for line in lines[1:5])
    return 0 if named and below and not lines[0].ended else None


def title_line(lines: list[Line], title: str | None, known: dict[int, PartKind], outlets: Outlets) -> int | None:
    """Number of the line that is the headline; None: the text begins without one.

    A line that stands twice in the head is the headline, whatever a record gives as title (section names and outlet
    names are taken for titles by many extractors). Else the record's title where it stands as a line; else, for a text
    without a title, its first line if that has the form of a headline.
    """
    head = [line for line in lines[:_DEPTH] if line.number not in known]
    counts: dict[str, int] = {}
    for line in head:
        counts[_fold(line.text)] = counts.get(_fold(line.text), 0) + 1
    for line in head:
        if counts[_fold(line.text)] > 1 and line.headline_like and line.words > 3 and not line.text.endswith(tuple('”"')):
            return line.number
    if title:
        return next((line.number for line in head if line.headline_like and _same(line.text, title) and line.number + 1 < len(lines)), None)
    for line in head:
        if not line.headline_like or line.number + 1 >= len(lines):
            return None
        if line.words > 3 and not is_outlet(line, outlets):
            return line.number
    return None  # sections' and outlets' names only


def mark_head(lines: list[Line], title: int | None, known: dict[int, PartKind], outlets: Outlets) -> dict[int, PartKind]:
    """Kinds of the head's lines that ``known`` does not have yet, by line number."""
    found: dict[int, PartKind] = {}
    if title is not None:
        found[title] = "title"
        wanted = _fold(lines[title].text)
        for line in lines[:_DEPTH]:  # told once is enough: a headline's repetition is furniture
            if line.number != title and line.headline_like and _fold(line.text) == wanted:
                found[line.number] = "navigation"
    end = _end(lines, title, known)
    for line in lines[:_DEPTH]:
        if line.number in known or line.number in found:
            continue
        kind = _head_kind(line, title, outlets)
        if kind is None and line.number < end:
            kind = "summary"
        if kind is None:
            break  # the first paragraph: the head ends
        if kind == "byline" and line.number - 1 in found and _PERSON.match(lines[line.number - 1].text):
            found[line.number - 1] = "byline"  # a name, and under it what its bearer does
        found[line.number] = kind
    return found


def _end(lines: list[Line], title: int | None, known: dict[int, PartKind]) -> int:
    """Where byline or date follow the title with one sentence between, that sentence is a standfirst and the head goes on."""
    if title is None:
        return 0
    between = 0
    for line in lines[title + 1 : _DEPTH]:
        if known.get(line.number) in {"byline", "date"} or (between and _dates(line)):
            return line.number
        between += line.ended and line.number not in known
        if between > 1 or line.words > 40 or line.quotes:
            return 0
    return 0


def _head_kind(line: Line, title: int | None, outlets: Outlets) -> PartKind | None:
    if is_outlet(line, outlets):
        return "navigation"
    if _dates(line):
        return "date"
    if title is not None and line.number > title and _SIGNED.match(line.text):
        return "byline"
    if not line.headline_like or line.quotes or title is None:
        return None
    if line.number < title:
        return "navigation" if line.words <= 8 else None
    # Below the title: one word or a few are a section's name, more are a standfirst.
    if line.text.endswith(("?", "!")):
        return None
    return "summary" if line.words >= 6 else "navigation"


def _dates(line: Line) -> bool:
    return line.words <= 12 and not line.ended and find_date(line.text) is not None


def is_outlet(line: Line, outlets: Outlets) -> bool:
    """Whether the line is nothing but the name or host of an outlet that is known."""
    return outlets.by_form(line.text) is not None or re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", line.text) is not None


def staff_outlet(text: str) -> str | None:
    """The outlet of a byline such as "Harbour Times Staff"; None: it is another byline."""
    match = _STAFF.match(text)
    return match["outlet"] if match else None


def _same(line: str, title: str) -> bool:
    """Whether a line is the title, or one of the two is the other with something added ("… | The Northgate Post")."""
    one, other = sorted((_fold(line), _fold(title)), key=len)
    return one == other or (other.startswith(one) and len(one.split()) >= 4 and len(one) >= 0.6 * len(other))


def _fold(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
