"""Captions known by their company, and lines told twice: what no single line shows by its form alone.

Outlets that write captions without a full stop do so throughout, and end their paragraphs with one: several such lines make
each other believed, one alone is a slip of the pen.
"""

from __future__ import annotations

import re
from collections import defaultdict

from ..records import PartKind
from .lines import Line

_NUMBERED = re.compile(r"^(?P<one>\d{1,3}) ?/ ?(?P<all>\d{1,3})\s+[\w\"“‘']")
_PLACED = re.compile(r"\b[Pp]ictured\b|\((?:left|right|cent(?:re|er)|above|below|L|R)\)")
_QUOTING = re.compile(r"[\"“”«»]|(?:^|[\s(])['‘]\w")
"""To lose what somebody said is worse than to keep a caption: no line is taken that may hold it."""
_ASIDE = re.compile(r"\s*\([^()]*\)$")
# Posts with a handle, links, items of a list, entries with a time.
_FOREIGN = re.compile(r"[#@|]|https?:|pic\.twitter|^[^A-ZÀ-Þ]|[^\w')’]$")
_DESCRIPTION = 14  # words; headings between paragraphs of stories-dev have up to 13
_COMPANY = 3  # lines; paragraphs that lost their full stop stand alone or by two in an article of stories-dev,
_SHARE = 0.08  # of the paragraphs; but in a live report of 400 lines a few headings are as long
_SHORT = 9  # words from which a line of such company is a caption; shorter ones head a part of the report
_TWICE = 9  # words; shorter lines are said twice by people, too
_RUN = 7  # unended lines in a row from which they are a list; galleries of stories-dev have up to 6 between paragraphs


def mark_captions(lines: list[Line], known: dict[int, PartKind]) -> dict[int, PartKind]:
    """Kinds of captions and repeated lines among those that ``known`` does not have yet, by line number."""
    found = _galleries(lines)
    body = [line for line in lines if line.number not in known and line.number not in found]
    found |= _descriptions(body)
    found |= _repeated([line for line in body if line.number not in found])
    return {number: kind for number, kind in found.items() if number not in known}


def _galleries(lines: list[Line]) -> dict[int, PartKind]:
    """Numbered captions, "9/16 …": two or more that count to the same number; "9/11" and "24/7" do not."""
    counted: dict[str, dict[int, int]] = defaultdict(dict)
    for line in lines:
        if (match := _NUMBERED.match(line.text)) and 0 < int(match["one"]) <= int(match["all"]):
            counted[match["all"]][line.number] = int(match["one"])
    galleries = (numbers for numbers in counted.values() if len(set(numbers.values())) > 1)
    return {number: "caption" for numbers in galleries for number in numbers}


def _descriptions(body: list[Line]) -> dict[int, PartKind]:
    """Sentences without a full stop in a report whose paragraphs have one; the first two lines may be its headline."""
    found: dict[int, PartKind] = {
        line.number: "caption" for line in body[2:] if line.words > 3 and _unended(line) and _PLACED.search(line.text)
    }
    paragraphs = [line for line in body if line.words >= _SHORT]
    if 2 * sum(line.ended for line in paragraphs) <= len(paragraphs):
        return found
    candidates = [line for index, line in enumerate(body) if index > 1 and _describes(line) and not _listed(body, index)]
    if sum(line.words >= _DESCRIPTION for line in candidates) >= max(_COMPANY, _SHARE * len(paragraphs)):
        found |= {line.number: "caption" for line in candidates}
    return found


def _describes(line: Line) -> bool:
    return line.words >= _SHORT and _unended(line) and not line.text.isupper() and not _FOREIGN.search(line.text)


def _unended(line: Line) -> bool:
    """Whether a line quotes nobody and ends without a full stop, also before a remark in parentheses that closes it."""
    return not line.ended and not _QUOTING.search(line.text) and not _ASIDE.sub("", line.text).endswith((".", "!", "?"))


def _listed(body: list[Line], index: int) -> bool:
    """Whether a line stands in a list: under a line that announces one, or among many without a full stop."""
    first = last = index
    while first > 0 and not body[first - 1].ended:
        first -= 1
    while last + 1 < len(body) and not body[last + 1].ended:
        last += 1
    return last - first + 1 >= _RUN or (first > 0 and body[first - 1].text.endswith(":"))


def _repeated(body: list[Line]) -> dict[int, PartKind]:
    """Lines told before, word for word. One is kept: the first that ends as a sentence does, else the first."""
    told: dict[str, list[Line]] = defaultdict(list)
    for line in body:
        if line.words >= _TWICE:
            told[line.text.rstrip(" .").casefold()].append(line)
    found: dict[int, PartKind] = {}
    for same in told.values():
        if len(same) < 2 or _QUOTING.search(same[0].text):
            continue
        kept = next((line for line in same if line.ended), same[0])
        found |= {line.number: "caption" for line in same if line.number != kept.number}
    return found
