"""Where the command writes: standard output or a file, and one line at a time on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from .errors import UsageError

DONE = 0
"""Exit status of a command that did what it was asked."""


class Out:
    """Standard output or a file, as UTF-8 whatever the terminal's encoding."""

    def __init__(self, path: Path | None) -> None:
        if path is None and sys.stdout is None:
            raise UsageError("standard output is closed: name a file with --output")
        self._path = path
        try:
            self._file = sys.stdout.buffer if path is None else path.open("wb")
        except OSError as error:
            raise UsageError(f"{path}: can't be written: {error.strerror}") from error

    def write(self, text: str) -> None:
        """Write text as UTF-8; half a surrogate pair, which UTF-8 can't hold, becomes a question mark."""
        with self._told():
            self._file.write(text.encode("utf-8", "replace"))

    def close(self) -> None:
        """Flush; close a file, leave standard output open."""
        with self._told():
            self._file.flush()
            if sys.stdout is None or self._file is not sys.stdout.buffer:
                self._file.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if self._path is None:  # what is still buffered goes nowhere when Python flushes at its end
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if isinstance(error, BrokenPipeError):  # the reader of a pipe (head, less) has seen enough
                raise typer.Exit(DONE) from error
            raise UsageError(f"{self._path or 'standard output'}: can't be written: {error.strerror}") from error


@contextmanager
def open_out(path: Path | None) -> Iterator[Out]:
    """Standard output or a file, flushed (and closed) at the end."""
    out = Out(path)
    try:
        yield out
    finally:
        out.close()


def tell(sentence: str) -> None:
    """One line on standard error."""
    from .render.terminal import printable

    print(f"retold: {printable(sentence)}", file=sys.stderr)
