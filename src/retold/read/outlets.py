"""Agencies and outlets that reports credit: the forms of their names and the hosts they publish under."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from ..errors import UsageError
from ..records import Record


class Outlet(Record, frozen=True):
    """One agency or outlet of ``data/outlets.toml``."""

    name: str
    """Canonical name."""
    kind: Literal["agency", "photo", "outlet"]
    """``agency`` sells its reports to other outlets, ``photo`` supplies pictures only."""
    forms: tuple[str, ...] = ()
    """Other forms of the name as printed."""
    domains: tuple[str, ...] = ()
    """Hosts, without ``www.``."""


class _File(Record, frozen=True):
    outlet: tuple[Outlet, ...]


class Outlets:
    """Known agencies and outlets, looked up by a form of the name, by host, or found in a line."""

    def __init__(self, outlets: tuple[Outlet, ...]) -> None:
        self.all = outlets
        self._forms = {_key(form): outlet for outlet in reversed(outlets) for form in (*outlet.forms, outlet.name)}
        self._domains = {domain: outlet for outlet in outlets for domain in outlet.domains}
        forms = sorted({form for o in outlets for form in (*o.forms, o.name)}, key=lambda form: (-len(form), form))
        # Acronyms count in capitals only ("PA", "TASS"), and no name counts in lower case: "the sun", "the time".
        self._pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])")

    def by_form(self, form: str) -> Outlet | None:
        """The outlet of this name, article and capitals aside ("the associated press"); None: unknown."""
        return self._forms.get(_key(form))

    def by_domain(self, url_or_host: str) -> Outlet | None:
        """The outlet that publishes under this host or one above it ("edition.cnn.com"); None: unknown."""
        name = host(url_or_host) or ""
        while name:
            if found := self._domains.get(name):
                return found
            name = name.partition(".")[2]
        return None

    def find(self, text: str) -> list[tuple[str, Outlet]]:
        """Every known name in ``text`` in order, each as ``(form as printed, outlet)``, an outlet once."""
        found: dict[str, tuple[str, Outlet]] = {}
        for match in self._pattern.finditer(text):
            outlet = self._forms[_key(match.group())]
            found.setdefault(outlet.name, (match.group(), outlet))
        return list(found.values())

    def identity(self, outlet: str) -> str:
        """One key for all names of an outlet, also one that is not listed: "CNN", "cnn.com" and "www.cnn.com" are one."""
        known = self.by_form(outlet) or (self.by_domain(outlet) if "." in outlet else None)
        return known.name if known else re.sub(r"\W+", "", _key(host(outlet) or outlet if "." in outlet else outlet))


@cache
def load_outlets(own: str | None = None) -> Outlets:
    """The outlets that ship with Retold, behind those of a file of the same form (``own``), whose names win; read once.

    Raises ``UsageError`` where ``own`` can't be read, or is not of the form of ``data/outlets.toml``.
    """
    shipped = _decoded(resources.files("retold.data").joinpath("outlets.toml").read_bytes())
    if own is None:
        return Outlets(shipped)
    try:
        return Outlets((*_decoded(Path(own).read_bytes()), *shipped))
    except OSError as error:
        raise UsageError(f"{own}: the outlets can't be read: {error.strerror}") from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UsageError(f"{own}: these are no outlets ({error}); each is an [[outlet]] with name, kind, forms and domains") from error


def _decoded(data: bytes) -> tuple[Outlet, ...]:
    return msgspec.toml.decode(data, type=_File).outlet


def host(url_or_host: str) -> str | None:
    """Host of a URL in lower case, without ``www.`` and port; None: there is none."""
    try:
        name = urlsplit(url_or_host if "//" in url_or_host else f"//{url_or_host}").hostname
    except ValueError:  # "http://[": not a URL
        return None
    return (name or "").removeprefix("www.") or None


def _key(form: str) -> str:
    folded = " ".join(form.casefold().split())
    return folded.removeprefix("the ")
