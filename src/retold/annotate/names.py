"""Names of persons, bodies and places in one article, each mention with the fullest form of the same name."""

from __future__ import annotations

import collections
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ..records import Alias, Name, Record
from .folding import fold, name_key, spells
from .given_names import GIVEN, MEN, WOMEN
from .mentions import Kind, Mention, find_mentions
from .name_kinds import decide_kinds, roles_beside, same_name
from .parse import Paragraph
from .roles import BODIES, FEMALE, MALE, OFFICES

_JUST_NAMED = 250  # characters
_MEMBERS = frozenset({"democrats", "republicans", "conservatives", "liberals", "greens"})
"""Who is more than any body that they are named with: "Republicans" beside "Senate Republicans"."""
_GENERAL = BODIES | _MEMBERS
_KIN = "(?:wife|husband|widow|widower|son|daughter|brother|sister|father|mother|cousin|uncle|aunt|nephew|niece|fiancée|fiancé|first lady)"
_KIN_BEFORE = re.compile(rf"\b{_KIN}(?:-in-law)?(?: and [a-z ]{{2,30}})?,? $", re.IGNORECASE)
_KIN_BEHIND = re.compile(rf"[^,.;:\n]{{3,40}}, (?:his|her|their|the|\S+’s|\S+'s) [^,.;:\n]{{0,40}}\b{_KIN}\b")


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
    fullest = _fullest(mentions, kinds, text)
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
        if not words & (FEMALE | MALE):
            key = name_key(canonical)
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


def _fullest(mentions: Sequence[Mention], kinds: dict[tuple[str, ...], Kind], text: str) -> Callable[[Mention], str]:
    """Return a function from a mention to the fullest form of its name.

    Newspapers keep the bare surname for the person that the story is about and name relatives in full. So of two people of one surname,
    the bare surname means whoever has the office it stands with ("President Marlow"), else whom the article called so before it named
    another, else the one last named in full right before it, else whom the article named first.
    """
    text_of: dict[tuple[str, ...], str] = {}
    at = collections.defaultdict[tuple[str, ...], list[int]](list)
    titles = collections.defaultdict[tuple[str, ...], set[str]](set)
    for m in mentions:
        if m.key not in text_of or len(m.text) > len(text_of[m.key]):
            text_of[m.key] = m.text
        at[m.key].append(m.span[0])
        titles[m.key].update(_offices(m))
    longer: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for key, words in text_of.items():
        fuller = [f for f in text_of if len(f) > len(key) and kinds[f] == kinds[key] and _may_shorten(key, f, kinds[key])]
        fuller = [f for f in fuller if not _strayed(words, key, f, at)]
        if len(key) == 1 and len(at[key]) > 1 and titles[key]:
            fuller = [f for f in fuller if titles[key] & titles[f] or at[f][0] < at[key][1] or not _relative(f, at[f], text)]
        longer[key] = fuller
    tops = {key: [c for c in fuller if not longer[c]] or fuller for key, fuller in longer.items() if fuller}
    forms = {c: [c] for top in tops.values() for c in top}
    for key, fuller in longer.items():
        for c in fuller if len(key) > 1 else ():
            forms.setdefault(c, [c]).append(key)
    told = {c: sorted(p for f in also for p in at[f]) for c, also in forms.items()}
    settled = {key: _settled(at[key], top, told, text) for key, top in tops.items() if len(top) > 1}

    def fullest(mention: Mention) -> str:
        if mention.key not in tops:
            return text_of[mention.key]
        surnamed = [c for c in tops[mention.key] if _surname(c) == mention.key[-1]] or tops[mention.key]
        if len(surnamed) > 1:
            surnamed = [c for c in surnamed if not _other_sex(mention, c, text)] or surnamed
            surnamed = [c for c in surnamed if any(_offices(mention) & titles[f] for f in forms[c])] or surnamed
            if settled[mention.key] in surnamed:
                return text_of[settled[mention.key] or mention.key]
        near = [(p, c) for c in surnamed for p in told[c] if 0 <= mention.span[0] - p < _JUST_NAMED]
        if near:
            return text_of[max(near)[1]]
        return text_of[min(surnamed, key=lambda c: (told[c][0], c))]

    return fullest


def _surname(key: tuple[str, ...]) -> str:
    """The last word of a name, without a number; "Jr." stays: who is called so is seldom meant by the bare surname."""
    return key[-2] if len(key) > 2 and key[-1] in {"ii", "iii", "iv", "sr"} else key[-1]


def _offices(mention: Mention) -> set[str]:
    """The offices before a mention: for "Harbour Minister Mara Tonn" minister."""
    return set(fold(mention.title).split()) & OFFICES


def _other_sex(mention: Mention, key: tuple[str, ...], text: str) -> bool:
    """Whether "Mr." or "Ms." before a mention speaks against a person, by the given name."""
    address = {w.strip(".") for w in fold(text[max(0, mention.span[0] - 6) : mention.span[0]]).split()[-1:]}
    return (bool(address & MALE) and key[0] in WOMEN - MEN) or (bool(address & FEMALE) and key[0] in MEN - WOMEN)


def _strayed(text: str, key: tuple[str, ...], full: tuple[str, ...], at: Mapping[tuple[str, ...], Sequence[int]]) -> bool:
    """Whether a fuller form that is told once only has words that strayed into it: "Add Mara Tonn" beside "Mara Tonn"."""
    if full[-len(key) :] != key or not len(at[full]) == 1 < len(at[key]):
        return False
    return len(key) > 1 and " " in text and full[0] not in GIVEN  # "Iwo-Halloran" is one surname


def _relative(key: tuple[str, ...], at: Sequence[int], text: str) -> bool:
    """Whether a full name is that of a relative of whoever the article is about: it says so, or names this person in full every time."""
    return len(at) > 2 or key[-1] == "jr" or _kin(at, text)


def _kin(at: Sequence[int], text: str) -> bool:
    """Whether a person is called somebody's wife, son or brother where the name stands."""
    return any(_KIN_BEFORE.search(text, max(0, p - 60), p) or _KIN_BEHIND.match(text, p) for p in at)


def _settled(
    bare: Sequence[int], fuller: Sequence[tuple[str, ...]], told: Mapping[tuple[str, ...], Sequence[int]], text: str
) -> tuple[str, ...] | None:
    """Whom the article calls by the bare name throughout: who was called so twice before it named another but relatives; None: nobody."""
    first, *others = sorted(fuller, key=lambda f: (told[f][0], f))
    others = [o for o in others if not _kin(told[o], text)]
    if not others:
        return first
    return first if sum(told[first][0] < p < told[others[0]][0] for p in bare) > 1 else None


def _may_shorten(short: tuple[str, ...], full: tuple[str, ...], kind: Kind) -> bool:
    if kind == "person":
        return same_name(short, full)
    if kind == "place":
        return False
    inside = any(short == full[i : i + len(short)] for i in range(len(full) - len(short) + 1))
    return (inside and not _GENERAL.issuperset(short)) or spells(short, full)
