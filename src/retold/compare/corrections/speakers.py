"""Giving a quotation the speaker whom an editor names, before the speakers of the story are joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec.structs import replace

from ...annotate.folding import fold, name_key
from ...annotate.name_kinds import same_name
from ...annotate.roles import BODIES, OFFICES
from ...records import Alias, Annotated, Quotation, Speaker
from .decisions import Decisions

Kind = Literal["person", "body", "place"]


def correct_speakers(articles: Sequence[Annotated], decisions: Decisions) -> tuple[Annotated, ...]:
    """Return the articles with the speakers whom the editor named: stated as sure, standing nowhere in the text.

    A name that the article or the story knows, in full or in part, is the speaker known by it.
    """
    named = {one.quotation: one.speaker for one in decisions.speakers}
    if not named:
        return tuple(articles)
    return tuple(_corrected(annotated, named, articles) for annotated in articles)


def _corrected(annotated: Annotated, named: Mapping[str, str], articles: Sequence[Annotated]) -> Annotated:
    names = sorted({named[q.id] for q in annotated.quotations if q.id in named})
    if not names:
        return annotated
    here = {name: _known(name, annotated.aliases) for name in names}
    story = [alias for one in articles for alias in one.aliases]
    there = {name: _known(name, story) or _unknown(name) for name in names if here[name] is None}
    canonical = {name: alias.canonical if (alias := here[name] or there[name]) else name for name in names}
    return replace(
        annotated,
        quotations=tuple(_said_by(q, canonical[named[q.id]]) if q.id in named else q for q in annotated.quotations),
        aliases=(*annotated.aliases, *(alias for alias in there.values() if alias)),
    )


def _said_by(quotation: Quotation, name: str) -> Quotation:
    speaker = Speaker(name=name, canonical=name, span=None)
    return replace(quotation, speaker=speaker, unknown_because=None, confidence=1.0, uncertain=False, decided=True)


def _known(name: str, aliases: Sequence[Alias]) -> Alias | None:
    """Who is known by this name, under the fullest of the names given; None: nobody, or two who share it."""
    found = [alias for alias in aliases if fold(name) in {fold(form) for form in (alias.canonical, *alias.forms)}]
    fullest = max(found, key=lambda alias: (len(name_key(alias.canonical)), alias.canonical, alias.kind), default=None)
    if fullest is None or not all(same_name(name_key(alias.canonical), name_key(fullest.canonical)) for alias in found):
        return None
    return Alias(canonical=fullest.canonical, kind=fullest.kind, forms=(fullest.canonical,))


def _unknown(name: str) -> Alias | None:
    """What a name looks like that no report knows; None: a description ("the harbour master"), or nothing tells."""
    words = name_key(name)
    if not all(word[:1].isupper() for word in (name, name.rpartition(" ")[2])):
        return None
    kind: Kind | None = "body" if any(word in BODIES for word in words) else None
    if kind is None and len(words) > 1 and not any(word in OFFICES for word in words):
        kind = "person"
    return Alias(canonical=name, kind=kind, forms=(name,)) if kind else None
