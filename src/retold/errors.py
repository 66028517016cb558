"""The error tree. An error names the article or input and the stage; what can't be read becomes a rejection instead.

::

    RetoldError
    ├── UsageError          the call is wrong: unknown format, no input
    ├── NothingToRead       none of the inputs could be read
    ├── UnreadableInput     one input can't be read (read turns it into a Rejection)
    │   └── FetchError      a URL can't be fetched
    ├── DossierError        a file given as a dossier is none
    ├── CorrectionsError    a file of an editor's corrections is malformed, or contradicts itself
    └── ModelMissing        the language model that a stage needs is not installed
"""

from __future__ import annotations


class RetoldError(Exception):
    """Everything Retold raises on purpose; its text is a sentence for the user."""


class UsageError(RetoldError):
    """The call can't be carried out as given."""


class NothingToRead(RetoldError):
    """None of the inputs could be read."""


class UnreadableInput(RetoldError):
    """One input can't be read.

    ``input`` is what was given, ``reason`` why it can't be read.
    """

    def __init__(self, input: str, reason: str) -> None:
        super().__init__(f"{input}: {reason}")
        self.input = input
        self.reason = reason


class FetchError(UnreadableInput):
    """A URL can't be fetched."""


class DossierError(RetoldError):
    """A file that was given as a dossier is none, or of a version this Retold can't read."""


class CorrectionsError(RetoldError):
    """A file of an editor's corrections can't be read, has a malformed entry, or two entries that contradict each other."""


class ModelMissing(RetoldError):
    """The language model that a stage needs is not installed."""
