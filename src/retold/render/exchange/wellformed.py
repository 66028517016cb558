"""What other programs' formats ask of any text: characters that they allow, names they take, dates they read, XML that parses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is not a Char of XML 1.0 (https://www.w3.org/TR/xml/#charsets): control characters, lone surrogates, two non-characters."""
_LOOSE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_IN_URI = "%:/?@!$&'()*+,;=~"
_APART = re.compile(r"[^a-z0-9]+")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d)?")
_LONGEST = 40
"""Characters of a name; a web address would fill the line."""


def legal(text: str) -> str:
    """The text with every character that XML forbids shown as U+FFFD; offsets stay as they are."""
    return _ILLEGAL.sub("\ufffd", text)


def moment(written: str | None) -> str | None:
    """An ISO 8601 date or date-time as XML Schema writes it (``xs:date`` or ``xs:dateTime``); None for anything else."""
    try:
        read = datetime.fromisoformat(written or "")
    except ValueError:
        return None
    exact = read.isoformat()
    return exact if len(written or "") > len("2031-03-04") and _MOMENT.fullmatch(exact) else exact[:10]


class Names:
    """Names given out once each, legal as an XML id wherever they come from: ASCII letters, digits and hyphens, a letter first."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)

    def take(self, *hints: str | None, otherwise: str) -> str:
        """A new name after the first hint that has letters or digits which ASCII can show, else after ``otherwise``."""
        stem = next((made for hint in hints if (made := _slug(hint or ""))), otherwise)
        name, number = stem, 1
        while name in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name)
        return name


def web_address(url: str) -> str:
    """The address with every character that no URI holds percent-encoded."""
    from urllib.parse import quote

    bare = _LOOSE_PERCENT.sub("%25", legal(url))
    start, mark, fragment = bare.partition("#")
    return quote(start, safe=_IN_URI) + mark + quote(fragment, safe=_IN_URI)


def xml_document(root: Element) -> str:
    """The tree as an XML document. It may hold any text: what XML forbids is shown as U+FFFD."""
    from xml.etree.ElementTree import tostring

    written = legal(tostring(root, encoding="unicode")).replace("\r", "&#13;")  # else a parser reads it as a line feed
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _slug(text: str) -> str:
    bare = re.sub(r"^\w+://(www\.)?", "", text)
    plain = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode().lower()
    name = _APART.sub("-", plain).strip("-")[:_LONGEST].rstrip("-")
    return f"n{name}" if name[:1].isdigit() else name
