"""Names of persons, bodies and places in one article, each mention with the fullest form of the same name."""

from __future__ import annotations

import collections
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..records import Alias, Name, Record
from .folding import fold, name_key, spells
from .given_names import MEN, WOMEN
from .mentions import Kind, Mention, find_mentions
from .name_kinds import decide_kinds, roles_beside, same_name
from .parse import Paragraph
from .roles import BODIES, FEMALE, MALE

_JUST_NAMED = 250  # characters


class Names(Record, frozen=True, kw_only=True):
    """The names of an article."""

    names: tuple[Name, ...]
    aliases: tuple[Alias, ...]
    female: frozenset[str]
    """Canonical names of persons shown to be women by a title or office."""
    male: frozenset[str]


def find_names(paragraphs: Sequence[Paragraph], text: str) -> Names:
    """Find the names in an article's title and body, and which mentions are one name."""
    mentions = find_mentions(paragraphs, text)
    kinds = decide_kinds(mentions, text)
    mentions = [m for m in mentions if m.key in kinds]
    fullest = _fullest(mentions, kinds)
    names, forms = [], collections.defaultdict[str, collections.Counter[str]](collections.Counter)
    roles, kind_of = collections.defaultdict[str, dict[str, None]](dict), dict[str, Kind]()
    for mention in mentions:
        canonical = fullest(mention)
        kind = kind_of.setdefault(canonical, kinds[mention.key])
        names.append(Name(span=mention.span, text=mention.text, kind=kind, canonical=canonical))
        forms[canonical][mention.text] += 1
        for role in roles_beside(mention, text) if kind == "person" else ():
            roles[canonical].setdefault(role)
    aliases = tuple(
        Alias(canonical=c, kind=kind_of[c], forms=tuple(sorted(f, key=lambda t: (-len(name_key(t)), -len(t), t))), roles=tuple(roles[c]))
        for c, f in forms.items()
    )
    said = {a.canonical: {w for r in (*a.roles, *_titles(mentions, a)) for w in fold(r).split()} for a in aliases if a.kind == "person"}
    for canonical, words in said.items():
        if not words & (FEMALE | MALE) and len(key := name_key(canonical)) > 1:
            words.update({"woman"} if key[0] in WOMEN else (), {"man"} if key[0] in MEN else ())
    return Names(
        names=tuple(names),
        aliases=aliases,
        female=frozenset(c for c, words in said.items() if words & FEMALE),
        male=frozenset(c for c, words in said.items() if words & MALE and not words & FEMALE),
    )


def _titles(mentions: Iterable[Mention], alias: Alias) -> Iterator[str]:
    forms = set(alias.forms)
    return (m.title for m in mentions if m.text in forms and m.title)


def _fullest(mentions: Sequence[Mention], kinds: dict[tuple[str, ...], Kind]) -> Callable[[Mention], str]:
    """Return a function from a mention to the fullest form of its name.

    Of two people of one surname, the bare surname means the one last named in full right before it, else whom the article named first:
    newspapers keep the bare surname for the person that the story is about and name relatives in full.
    """
    text_of: dict[tuple[str, ...], str] = {}
    for m in mentions:
        if m.key not in text_of or len(m.text) > len(text_of[m.key]):
            text_of[m.key] = m.text
    longer: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for key in text_of:
        longer[key] = [f for f in text_of if len(f) > len(key) and kinds[f] == kinds[key] and _may_shorten(key, f, kinds[key])]
    at = collections.defaultdict[tuple[str, ...], list[int]](list)
    for m in mentions:
        at[m.key].append(m.span[0])
    for key, fuller in longer.items():  # "Add Mara Tonn", once, beside "Mara Tonn": a word that strayed into the name
        longer[key] = [f for f in fuller if not (len(key) > 1 and f[-len(key) :] == key and len(at[f]) == 1 < len(at[key]))]

    def fullest(mention: Mention) -> str:
        candidates = longer[mention.key]
        if not candidates:
            return text_of[mention.key]
        tops = [c for c in candidates if not longer[c]] or candidates
        surnamed = [c for c in tops if c[-1] == mention.key[-1]] or tops
        near = [(p, c) for c in surnamed for p in at[c] if 0 <= mention.span[0] - p < _JUST_NAMED]
        if near:
            return text_of[max(near)[1]]
        return text_of[min(surnamed, key=lambda c: (at[c][0], c))]

    return fullest


def _may_shorten(short: tuple[str, ...], full: tuple[str, ...], kind: Kind) -> bool:
    if kind == "person":
        return same_name(short, full)
    if kind == "place":
        return False
    inside = any(short == full[i : i + len(short)] for i in range(len(full) - len(short) + 1))
    return (inside and not set(short) <= BODIES) or spells(short, full)
