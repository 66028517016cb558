"""An entry as a sentence that a reader of the dossier understands."""

from __future__ import annotations

from ..sources import UNSEEN
from .excerpts import Quoted
from .file import EdgeEntry, Entry, SameEntry, SpeakerEntry

_SHOWN = 12
"""Words of an excerpt that a sentence shows."""

_TOOK = {
    None: "{to} took from {from_}",
    "copy": "{to} carries {from_}",
    "rewrite": "{to} rewrote {from_}",
    "condensed": "{to} shortened {from_}",
    "mixed": "{to} took from {from_} among others",
    "likeness": "{to} and {from_} are alike, and neither is known to have taken from the other",
}


def sentence(entry: Entry, here: Quoted) -> str:
    """What an entry decides, without a full stop."""
    if isinstance(entry, SpeakerEntry):
        place = f" ({called(entry.article, here)})" if entry.article is not None else ""
        return f"“{shortened(entry.words)}”{place} was said by {' '.join(entry.speaker.split())}"
    if isinstance(entry, EdgeEntry):
        from_, to = (called(end, here).removeprefix(UNSEEN) for end in (entry.from_, entry.to))
        return (_TOOK[entry.kind] if entry.is_ else "{to} did not take from {from_}").format(from_=from_, to=to)
    passages = [f"“{shortened(e.words)}” ({called(e.article, here)})" for e in entry.passages]
    listed = f"{', '.join(passages[:-1])} and {passages[-1]}"
    if isinstance(entry, SameEntry):
        return f"{listed} are one remark"
    return f"{listed} are two remarks" if len(passages) == 2 else f"{listed} are remarks of which no two are one"


def called(article: str, here: Quoted) -> str:
    """What a reader calls the article that an editor means; where it is none or several, as the editor calls it."""
    found = here.articles(article)
    return here.names[min(found)] if len(found) == 1 else article


def shortened(words: str) -> str:
    """Words of an excerpt, the middle of a long one left out."""
    listed = words.split()
    return " ".join(listed) if len(listed) <= _SHOWN else " ".join([*listed[: _SHOWN - 4], "…", *listed[-4:]])
