"""Which input is what: files, folders, packed JSON Lines, URLs and standard input, each turned into raw texts."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterator, Sequence
from io import BufferedReader
from pathlib import Path
from typing import IO, BinaryIO

from ..errors import UnreadableInput
from ..records import Rejection
from ..settings import ReadSettings
from .fetch import Fetcher
from .html import declared_encoding, looks_like_html, read_page
from .jsonl import looks_like_jsonl, read_lines, read_record
from .raw import Raw
from .text import decode, refuse_binary

_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_PAGES = (".html", ".htm", ".xhtml")
_TEXTS = (".txt", ".text", ".md")
_SUFFIXES = (*_LINES, *_PAGES, *_TEXTS)
BESIDE = "retold.corrections.toml"
"""A file that lies beside reports and is none: an editor's corrections."""


class Sources:
    """Reads inputs one by one; what one of them lacks never stops the rest."""

    def __init__(self, settings: ReadSettings, stdin: BinaryIO | None, fetch: Fetcher) -> None:
        self.settings = settings
        self.stdin = stdin
        self.fetch = fetch

    def read(self, input: str | Path) -> Iterator[Raw | Rejection]:
        """Everything that one input holds, in the order of names and lines."""
        try:
            yield from self._read(input)
        except UnreadableInput as error:
            yield Rejection(input=_printable(error.input), reason=_printable(error.reason))

    def _read(self, input: str | Path) -> Iterator[Raw | Rejection]:
        name = str(input)
        if name == "-":
            yield from self._stdin()
        elif "://" in name and not isinstance(input, Path):
            yield self._url(name)
        else:
            yield from self._path(Path(input), name)

    def _stdin(self) -> Iterator[Raw | Rejection]:
        if self.stdin is None:
            raise UnreadableInput("-", "standard input was not given")
        try:
            data = _limited(self.stdin, "-", self.settings)
        except (OSError, ValueError) as error:
            raise UnreadableInput("-", f"standard input can't be read: {error}") from None
        yield from self._content(data, "-", "stdin")

    def _url(self, url: str) -> Raw:
        response = self.fetch(url)
        if response.content_type and not response.content_type.startswith(("text/", "application/xhtml", "application/xml")):
            raise UnreadableInput(url, f"the page is {response.content_type}, not HTML or text")
        text = decode(response.content, url, self.settings, label=response.charset or declared_encoding(response.content))
        if looks_like_html(text):
            return read_page(text, url, url, self.settings, url=response.url)
        return Raw(input=url, id=url, text=text, url=response.url)

    def _path(self, path: Path, name: str) -> Iterator[Raw | Rejection]:
        try:
            if path.is_dir():
                yield from self._folder(path, name)
                return
            if not path.exists():
                raise UnreadableInput(name, "there is no such file or folder")
            if path.name != BESIDE:  # reports/* names it too
                yield from self._file(path, name)
        except (OSError, EOFError, zlib.error) as error:
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise UnreadableInput(name, f"it can't be read: {reason}") from None

    def _folder(self, folder: Path, name: str) -> Iterator[Raw | Rejection]:
        files = [file for file in _files(folder) if file.name != BESIDE]
        if not files:
            raise UnreadableInput(name, f"the folder holds no file ({', '.join(_SUFFIXES)})")
        for file in files:
            if file.name.lower().endswith(_SUFFIXES):
                yield from self.read(file)
            else:
                yield Rejection(
                    input=_printable(str(file)), reason=f"its name does not end in {', '.join(_SUFFIXES)}; name it by itself to read it"
                )

    def _file(self, path: Path, name: str) -> Iterator[Raw | Rejection]:
        lower = path.name.lower()
        if lower.endswith(_LINES):
            with gzip.open(path, "rb") if lower.endswith(".gz") else path.open("rb") as lines:
                yield from self._lines(lines, name, _stem(path))
            return
        with path.open("rb") as stream:
            data = _limited(stream, name, self.settings)
        if lower.endswith(_PAGES):
            yield self._page(data, name, _stem(path))
        else:
            yield from self._content(data, name, _stem(path))

    def _page(self, data: bytes, name: str, stem: str) -> Raw:
        return read_page(decode(data, name, self.settings, label=declared_encoding(data)), name, stem, self.settings)

    def _content(self, data: bytes, name: str, stem: str) -> Iterator[Raw | Rejection]:
        text = decode(data, name, self.settings, label=declared_encoding(data))
        if looks_like_html(text):
            yield read_page(text, name, stem, self.settings)
        elif looks_like_jsonl(text):
            yield from read_lines(text.split("\n"), name, stem)
        else:
            yield Raw(input=name, id=stem, text=text)

    def _lines(self, stream: BufferedReader | gzip.GzipFile, name: str, stem: str) -> Iterator[Raw | Rejection]:
        """JSON Lines of any length, one line in memory at a time; the size limit holds for a line."""
        head = stream.peek(4)[:4]
        if 0 in head or head[:2] in {b"\xff\xfe", b"\xfe\xff"}:  # UTF-16 can't be cut at line ends byte by byte
            data = _limited(stream, name, self.settings)
            yield from read_lines(decode(data, name, self.settings).split("\n"), name, stem)
            return
        limit = self.settings.max_bytes
        blank = True
        for number, line in enumerate(iter(lambda: stream.readline(limit + 1), b""), 1):
            if not line.strip():
                continue
            if blank:  # a file that does not even begin with text is rejected once, not line by line
                refuse_binary(line, name)
                blank = False
            if len(line) > limit:
                yield Rejection(input=f"{_printable(name)}:{number}", reason=_too_large(self.settings))
                raise UnreadableInput(name, f"what follows line {number} is not read")
            try:
                text = decode(line, f"{name}:{number}", self.settings)
            except UnreadableInput as error:
                yield Rejection(input=_printable(error.input), reason=_printable(error.reason))
                continue
            yield read_record(text, f"{name}:{number}", f"{stem}:{number}")
        if blank:
            raise UnreadableInput(name, "it is empty")


def _files(folder: Path) -> list[Path]:
    found = []
    for root, folders, files in os.walk(folder):
        folders[:] = [sub for sub in folders if not sub.startswith(".")]
        found += [Path(root, file) for file in files if not file.startswith(".")]
    return sorted(found)


def _limited(stream: IO[bytes] | BufferedReader | gzip.GzipFile, name: str, settings: ReadSettings) -> bytes:
    data = stream.read(settings.max_bytes + 1)
    if len(data) > settings.max_bytes:
        raise UnreadableInput(name, _too_large(settings))
    return data


def _too_large(settings: ReadSettings) -> str:
    return f"it is larger than {settings.max_bytes:,} bytes, the limit of the setting read.max_bytes"


def _stem(path: Path) -> str:
    name = path.name
    for suffix in _SUFFIXES:
        if name.lower().endswith(suffix) and len(name) > len(suffix):
            name = name[: -len(suffix)]
            break
    return _printable(name) or "file"


def _printable(name: str) -> str:
    """A file name that is not UTF-8 reaches Python with surrogates, which no JSON can hold."""
    return name.encode("utf-8", "replace").decode("utf-8")


def corrections_beside(inputs: Sequence[str]) -> list[Path]:
    """Files of corrections in the folders given and beside the files given, each once."""
    found: dict[Path, Path] = {}
    for path in (Path(one) for one in inputs if one != "-" and "://" not in one):
        try:
            beside = (path if path.is_dir() else path.parent) / BESIDE
            if beside.is_file():
                found.setdefault(beside.resolve(), beside)
        except OSError:  # read says what is wrong with it
            continue
    return list(found.values())
