"""Dossiers that ``compare --json`` wrote, read back and looked over before anything is rendered of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import DossierError

if TYPE_CHECKING:
    from .records import Dossier


def load_dossiers(path: str) -> Iterator[Dossier]:
    """Read dossiers, one a line as --json writes them."""
    import msgspec

    from .records import dossier_from_json

    try:
        if path == "-" and sys.stdin is None:
            raise DossierError("-: standard input is closed")
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise DossierError(f"{path}: can't be opened: {error.strerror}") from error
    lines = [line for line in data.splitlines() if line.strip()]
    if not lines:
        raise DossierError(f"{path}: is empty; a dossier is what retold compare --json prints")
    try:
        found = [dossier_from_json(line) for line in lines]
    except (msgspec.MsgspecError, UnicodeDecodeError):
        try:
            found = [dossier_from_json(data)]
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise DossierError(f"{path}: is no dossier ({error}); a dossier is what retold compare --json prints") from error
    for one in found:
        if broken := _broken(one):
            raise DossierError(f"{path}: can't be rendered: {broken}")
    yield from found


def _broken(dossier: Dossier) -> str | None:
    """What keeps a dossier that another program wrote or cut from being rendered; None: nothing."""
    from .records import SCHEMA

    if dossier.schema != SCHEMA:
        return f"its schema is {dossier.schema!r}, this Retold reads {SCHEMA!r}"
    known = {article.id for article in dossier.articles}
    renditions = [r for u in dossier.utterances for r in u.renditions]
    named = {r.article for r in renditions} | {q.article for q in dossier.quotations} | {o.article for o in dossier.only_here}
    named |= {e.to for e in dossier.derivation.edges}
    if named - known:
        return f"it names an article that it does not hold: {min(named - known)}"
    if len(known) < len(dossier.articles):
        return "two of its articles have one id"
    return next((f"utterance {u.id} has no rendition" for u in dossier.utterances if not u.renditions), None)
