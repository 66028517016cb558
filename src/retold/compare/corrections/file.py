"""The file of corrections: TOML → entries that name articles and words, never ids that a run makes up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, get_args

import msgspec

from ...errors import CorrectionsError
from ...records import EdgeKind, Record
from ..sources import UNSEEN
from .excerpts import runs_of_words


class Excerpt(Record, frozen=True, kw_only=True):
    """Words that an article quotes, as an editor gives them."""

    article: str
    """Id of the article, or its outlet."""
    words: str
    """As printed, or the first and the last with "…" between."""


class SpeakerEntry(Record, frozen=True, kw_only=True):
    """``[[speaker]]``: who said this is another."""

    where: str
    """File, line and number of the entry."""
    words: str
    speaker: str
    article: str | None = None
    """None: every report that quotes these words."""
    note: str | None = None


class SameEntry(Record, frozen=True, kw_only=True):
    """``[[same]]``: these passages are one remark."""

    where: str
    passages: tuple[Excerpt, ...]
    note: str | None = None


class ApartEntry(Record, frozen=True, kw_only=True):
    """``[[apart]]``: of these passages no two are one remark."""

    where: str
    passages: tuple[Excerpt, ...]
    note: str | None = None


class EdgeEntry(Record, frozen=True, kw_only=True, rename={"from_": "from", "is_": "is"}):
    """``[[edge]]``: one took from the other, or did not."""

    where: str
    from_: str
    """Id or outlet of an article, or ``unseen:NAME``."""
    to: str
    kind: EdgeKind | None = None
    """None: as the texts show."""
    is_: bool = True
    """False: there is no such edge."""
    note: str | None = None


Entry = SpeakerEntry | SameEntry | ApartEntry | EdgeEntry
ENTRIES: Final[dict[str, type[Entry]]] = {"speaker": SpeakerEntry, "same": SameEntry, "apart": ApartEntry, "edge": EdgeEntry}
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*[\"']?(\w+)[\"']?[ \t]*\]\]", re.MULTILINE)
_TYPES = {
    "str": "text",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "int": "a number",
    "float": "a number",
    "date": "a date",
}


class Corrections(Record, frozen=True, kw_only=True):
    """What an editor decided, in the order of the file."""

    entries: tuple[Entry, ...] = ()

    def __add__(self, other: Corrections) -> Corrections:
        return Corrections(entries=(*self.entries, *other.entries))


def read_corrections(path: str | Path) -> Corrections:
    """Read a file of corrections.

    Raises ``CorrectionsError``, which says what is wrong in which entry, where the file can't be read or an entry is malformed. An entry
    that speaks of an article or of words that a run lacks is not malformed: ``compare`` leaves it out and says so.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise CorrectionsError(f"{path}: can't be opened: {error.strerror}") from error
    return parse_corrections(data, str(path))


def parse_corrections(data: bytes, name: str) -> Corrections:
    """Read corrections from TOML; ``name`` is what errors and warnings call it. Raises ``CorrectionsError``."""
    try:
        text = data.decode("utf-8-sig")
        tables = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise CorrectionsError(f"{name}: is not UTF-8 text: save it as UTF-8") from error
    except ValueError as error:  # also a number of thousands of digits, which tomllib leaves to int
        raise CorrectionsError(f"{name}: is no TOML: {error}") from error
    except RecursionError as error:
        raise CorrectionsError(f"{name}: is no file of corrections: its tables are nested too deep") from error
    return Corrections(entries=tuple(_entries(tables, text, name)))


def _entries(tables: Mapping[str, Any], text: str, name: str) -> Iterator[Entry]:
    """Every entry in the order of the file."""
    found: list[tuple[int, str, int, Any]] = []
    lines = _lines(text)
    for kind, given in tables.items():
        if kind not in ENTRIES:
            raise CorrectionsError(f"{name}: there is no entry “{kind}”; write {_listed(f'[[{known}]]' for known in ENTRIES)}")
        if not isinstance(given, list) or not all(isinstance(table, dict) for table in given):
            raise CorrectionsError(f"{name}: “{kind}” is no list of entries; write [[{kind}]], with two brackets, above each")
        at = lines.get(kind, [])
        known = len(at) == len(given)  # else they are written in another way, without a line of their own
        found += [(at[n - 1] if known else 0, kind, n, table) for n, table in enumerate(given, 1)]
    for line, kind, number, table in sorted(found, key=lambda entry: entry[0]):
        yield _entry(kind, table, f"{name}, line {line} ([[{kind}]] {number})" if line else f"{name}, [[{kind}]] {number}")


def _lines(text: str) -> dict[str, list[int]]:
    """The lines that open an entry, by its kind; tomllib does not tell them, nor the order of entries of different kinds."""
    found: dict[str, list[int]] = {}
    for header in _HEADER.finditer(text):
        found.setdefault(header[1], []).append(text.count("\n", 0, header.start(1)) + 1)
    return found


def _entry(kind: str, table: dict[str, Any], where: str) -> Entry:
    """One entry, checked as far as it can be without the reports."""
    entry = _convert(table, ENTRIES[kind], where)
    if isinstance(entry, SpeakerEntry):
        _check_words(entry.words, where)
        if not entry.speaker.strip():
            raise CorrectionsError(f"{where}: “speaker” is empty; give a name")
    elif isinstance(entry, EdgeEntry):
        _check_edge(entry)
    else:
        if len(entry.passages) < 2:
            raise CorrectionsError(f"{where}: “passages” needs two or more, each {{ article = …, words = … }}")
        for excerpt in entry.passages:
            _check_words(excerpt.words, where)
    return entry


def _convert(table: dict[str, Any], type: type[Entry], where: str) -> Entry:
    fields = {field.encode_name: field for field in msgspec.structs.fields(type) if field.name != "where"}
    if unknown := sorted(table.keys() - fields.keys()):
        raise CorrectionsError(f"{where}: there is no “{unknown[0]}” here; it can have {_listed(fields)}")
    if missing := [name for name, field in fields.items() if field.required and name not in table]:
        raise CorrectionsError(f"{where}: “{missing[0]}” is missing; it needs {_listed(n for n, f in fields.items() if f.required)}")
    for passage in table.get("passages", ()) if isinstance(table.get("passages"), list) else ():
        if isinstance(passage, dict) and passage.keys() - {"article", "words"}:
            unknown_key = min(passage.keys() - {"article", "words"})
            raise CorrectionsError(f"{where}: there is no “{unknown_key}” in a passage; it has article and words")
    try:
        return msgspec.convert({**table, "where": where}, type)
    except msgspec.ValidationError as error:
        raise CorrectionsError(f"{where}: {_in_words(str(error))}") from error


def _in_words(message: str) -> str:
    """msgspec's message in the words of a person who writes TOML."""
    said, _, place = message.partition(" - at ")
    key = place.strip("`").removeprefix("$.") or "the entry"
    for name, words in _TYPES.items():
        said = said.replace(f"`{name} | null`", words).replace(f"`{name}`", words)
    if said.startswith("Invalid enum value"):
        said = f"{said.removeprefix('Invalid enum value ')} is none of {', '.join(get_args(EdgeKind))}"
    return f"“{key}”: {said[:1].lower()}{said[1:]}"


def _check_words(words: str, where: str) -> None:
    if not runs_of_words(words):
        raise CorrectionsError(f"{where}: “words” holds no word; give words as the article quotes them, long ones as “first … last”")


def _check_edge(entry: EdgeEntry) -> None:
    unseen = entry.from_.startswith(UNSEEN)
    wrong = None
    if entry.to.startswith(UNSEEN):
        wrong = f"“to” is {entry.to}, but a source outside the reports takes from none of them; exchange “from” and “to”"
    elif unseen and not entry.from_.removeprefix(UNSEEN).strip():
        wrong = "“from” names no source; write unseen: and its name"
    elif unseen and entry.kind == "likeness":
        wrong = "a source outside the reports can’t be compared with one; choose another kind"
    elif entry.kind is not None and not entry.is_:
        wrong = "“kind” says that the edge holds, “is = false” that it does not; leave one out"
    if wrong:
        raise CorrectionsError(f"{entry.where}: {wrong}")


def _listed(names: Any) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else str(last)
