"""One canonical name for a speaker across the story, with every name and role that outlets give.

Persons are joined by their names ("Merrin", "Oda Merrin"), states by what stands for their governments, bodies by short
forms and initials. A speaker known to one article only by an office is the person who holds that office in another.
"""

from __future__ import annotations

import collections
import functools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from ..annotate.folding import fold, name_key, spells
from ..annotate.name_kinds import same_name
from ..annotate.roles import BODIES, OFFICES
from ..annotate.states import state_of
from ..records import Annotated, Record, StorySpeaker

_NEAR = 2  # edits between transliterations of one surname (Petrenko, Petrenkho)
_GENERATION = {"jr", "sr", "ii", "iii"}
_LONG = 4  # words of a name
_LEAST_LETTERS = 6  # of a surname that may be a transliteration of another


class Voice(Record, frozen=True, kw_only=True):
    """A speaker of the story."""

    name: str
    """Canonical name."""
    kind: str
    """person, body, state or other (known by a description only)."""
    aliases: tuple[str, ...]
    roles: tuple[str, ...]


class Voices(Record, frozen=True, kw_only=True, dict=True):
    """The speakers of a story, and who each article's canonical name is."""

    voices: tuple[Voice, ...]
    of: dict[tuple[str, str], str]
    """(article id, canonical name in the article) → canonical name in the story."""

    def name(self, article: str, canonical: str | None) -> str | None:
        """Canonical name in the story."""
        return None if canonical is None else self.of.get((article, canonical), canonical)

    def voice(self, name: str | None) -> Voice | None:
        """The voice of a canonical name in the story."""
        return None if name is None else self._by_name.get(name)

    @functools.cached_property
    def _by_name(self) -> dict[str, Voice]:
        """Asked for every two pieces that are weighed."""
        return {voice.name: voice for voice in reversed(self.voices)}

    def speakers(self) -> tuple[StorySpeaker, ...]:
        """Records for the dossier, in order of their names."""
        return tuple(StorySpeaker(name=v.name, aliases=v.aliases, roles=v.roles) for v in self.voices)


class _Claim(Record, frozen=True, kw_only=True):
    """One article's canonical name for a speaker."""

    article: str
    canonical: str
    kind: str
    key: tuple[str, ...]
    state: str | None
    forms: tuple[str, ...]
    roles: tuple[str, ...]


def find_voices(articles: Sequence[Annotated]) -> Voices:
    """Join the speakers of all articles of a story; the result does not depend on the articles' order."""
    claims = sorted((c for a in articles for c in _claims(a)), key=lambda c: (-len(c.key), -len(c.canonical), fold(c.canonical), c.article))
    groups: list[list[_Claim]] = []
    sorts: list[collections.Counter[_Sort]] = []
    for claim in claims:
        sort = _sort(claim)
        home = _home(sort, sorts)
        if home is None:
            home = len(groups)
            groups.append([])
            sorts.append(collections.Counter())
        groups[home].append(claim)
        sorts[home][sort] += 1
    _settle_offices(groups)
    voices, of = [], dict[tuple[str, str], str]()
    for group in groups:
        voice = _voice(group)
        voices.append(voice)
        of.update({(c.article, c.canonical): voice.name for c in group})
    return Voices(voices=tuple(sorted(voices, key=lambda v: (fold(v.name), v.name))), of=of)


def _claims(annotated: Annotated) -> Iterable[_Claim]:
    known = {a.canonical: a for a in annotated.aliases}
    spoken: dict[str, dict[str, None]] = {}
    for quotation in annotated.quotations:
        if quotation.speaker is not None:
            spoken.setdefault(quotation.speaker.canonical, {})[quotation.speaker.name] = None
    for canonical, names in spoken.items():
        alias = known.get(canonical)
        state = state_of(canonical)
        kind = "state" if state else alias.kind if alias else "other"
        mentions = [n for n in names if len(n) > 3 and fold(n) not in {"they", "their", "them"}]
        yield _Claim(
            article=annotated.article.id,
            canonical=canonical,
            kind="body" if kind == "place" else kind,
            key=name_key(canonical),
            state=state,
            forms=tuple(dict.fromkeys([*(alias.forms if alias else ()), *mentions])),
            roles=alias.roles if alias else (),
        )


class _Sort(NamedTuple):
    """All of a claim by which it is told from others; many articles' claims are of one sort."""

    kind: str
    key: tuple[str, ...]
    state: str | None
    capitals: bool


def _sort(claim: _Claim) -> _Sort:
    return _Sort(claim.kind, claim.key, claim.state, claim.canonical.isupper())


def _home(claim: _Sort, groups: Sequence[collections.Counter[_Sort]]) -> int | None:
    """Number of the group that a claim belongs to; None: none, or it shortens several names none of which is named most."""
    fitting = [n for n, group in enumerate(groups) if claim in group or any(_same(claim, other) for other in group)]
    if len(fitting) > 1:
        fitting = [n for n in fitting if any(other.key == claim.key for other in groups[n])] or fitting
    if len(fitting) > 1 and not _GENERATION & set(claim.key):  # of father and son, the one without "Jr." is the father
        fitting = [n for n in fitting if not all(_GENERATION & set(other.key) for other in groups[n])] or fitting
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    named = [sum(count for other, count in groups[n].items() if other.key != claim.key) for n in fitting]
    return fitting[named.index(max(named))] if named.count(max(named)) == 1 else None


def _same(one: _Sort, other: _Sort) -> bool:
    if one.state or other.state:
        return one.state == other.state
    if one.key == other.key:
        return True
    short, full = sorted((one.key, other.key), key=len)
    if spells(short, full):  # capitals are taken for anything: "ANA" for a person
        return (one if one.key == short else other).capitals
    if (
        one.kind != other.kind
        and "person" in {one.kind, other.kind}
        and len(short) == 1 < len(full)
        and "other" not in {one.kind, other.kind}
    ):
        person = one if one.key == full else other
        return person.kind == "person" and short[0] == full[-1]  # a bare surname may have been taken for a body
    if one.kind != other.kind or one.kind == "other":
        return False
    if one.kind == "person":
        return same_name(short, full) or _transliterated(short, full)
    if set(short) <= BODIES:  # "the House" is not the "House Harbour Committee"
        return False
    return any(short == full[i : i + len(short)] for i in range(len(full) - len(short) + 1))


def _transliterated(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names differ in a few letters of the surname only, and given names agree as far as both are known."""
    if not one or not other or min(len(one[-1]), len(other[-1])) < _LEAST_LETTERS or one[-1][0] != other[-1][0]:
        return False
    near = DamerauLevenshtein.distance(one[-1], other[-1]) <= _NEAR and one[-1][:4] == other[-1][:4]
    return near and (len(one) == 1 or len(other) == 1 or one[0][0] == other[0][0])


def _settle_offices(groups: list[list[_Claim]]) -> None:
    """Give a speaker known by an office only ("deputy harbour minister") to the one person of the story who holds it."""
    persons = [g for g in groups if any(c.kind == "person" for c in g)]
    for group in [g for g in groups if all(c.kind == "other" for c in g)]:
        words = set(re.findall(r"[\w’'-]+", fold(group[0].canonical)))
        heads = words & OFFICES
        if not heads:
            continue
        holders = [
            p for p in persons if any(heads <= set(re.findall(r"[\w’'-]+", fold(r))) and _overlap(words, r) for c in p for r in c.roles)
        ]
        if len(holders) == 1:
            holders[0].extend(group)
            groups.remove(group)


def _overlap(words: set[str], role: str) -> bool:
    have = set(re.findall(r"[\w’'-]+", fold(role)))
    return len(words & have) >= min(2, len(words))


def _forms(claims: Sequence[_Claim]) -> Iterable[tuple[str, tuple[bool, bool, bool, bool, int, int, bool, str]]]:
    """Forms of a name with their rank: what capitals spell out, full before bare, in two reports before one, short before long, fullest.

    A form that one report alone has is often a name with a stray word ("Add Mara Tonn", "Mayor-elect Mara Tonn").
    """
    articles = collections.defaultdict[tuple[str, ...], set[str]](set)
    for claim in claims:
        for form in (claim.canonical, *claim.forms):
            articles[name_key(form)].add(claim.article)
    for name in {n for c in claims for n in (c.canonical, *(f for f in c.forms if same_name(name_key(f), c.key)))}:
        key = name_key(name)
        spelt = any(spells(short, key) for short in articles)  # "ICRC" tells how long the name is
        yield name, (spelt, len(key) > 1, len(articles[key]) > 1, len(key) <= _LONG, len(key), len(articles[key]), not name.isascii(), name)


def _voice(group: Sequence[_Claim]) -> Voice:
    plain = [c for c in group if not any(spells(c.key, other.key) for other in group)]
    kinds = collections.Counter(c.kind for c in plain)
    kind = next((k for k in ("person", "state", "body", "other") if kinds[k]), "other")
    named = [c for c in plain if c.kind == kind]
    spelled = collections.Counter(c.canonical for c in named)
    if kind == "state":
        best = max(spelled, key=lambda n: (n.endswith(("administration", "government")), spelled[n], n))
    else:
        best = max(_forms(named), key=lambda f: f[1])[0]
    aliases = sorted({f for c in group for f in (c.canonical, *c.forms)} - {best}, key=lambda f: (-len(f), f))
    return Voice(name=best, kind=kind, aliases=tuple(aliases), roles=tuple(sorted({r for c in group for r in c.roles})))
