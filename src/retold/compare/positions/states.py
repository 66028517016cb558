"""For which state a person or body speaks, from the offices that any report of the story names beside it."""

from __future__ import annotations

import collections
import functools
import itertools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from ...annotate.folding import fold
from ...annotate.roles import OFFICES, TITLES
from ...annotate.states import state_of
from ...records import Annotated, Name, Record, Span
from ..speakers import Voices

_WORD = re.compile(r"U\.S\.|U\.K\.|U\.N\.|[^\W_]+(?:[-.][^\W_]+)*(?:[’']s?)?|[^\w\s]")
_BEFORE, _BEHIND = 8, 10  # words beside a name that can hold an office
_GOVERNING = frozenset(
    """government ministry embassy officials authorities administration military army leadership cabinet bureau department mission troops
    forces navy""".split()
)
_NO_OFFICE = frozenset("said told says with from by met that who against between is was has as on".split())  # words of a clause


class Offices(Record, frozen=True):
    """What ships on offices."""

    bodies: Mapping[str, str]
    """Folded name of a body → state."""
    officers: frozenset[str]
    never: frozenset[str]


@functools.cache
def _offices() -> Offices:
    table = tomllib.loads((files("retold.data") / "states.toml").read_text("utf-8"))
    return Offices(
        bodies={fold(name): row["state"] for row in table["body"] for name in row["names"]},
        officers=frozenset(table["officers"].split()),
        never=frozenset(table["never_officers"].split()),
    )


def state_of_body(name: str) -> str | None:
    """The state that a name alone speaks for: "Oslo", "Norwegian foreign ministry", "State Department"; None: none."""
    plain = fold(name).removeprefix("the ").strip()
    found = _offices().bodies.get(plain) or state_of(name)
    if found or not plain:
        return found
    words = _WORD.findall(name.removeprefix("The ").removeprefix("the "))
    tail = {fold(w) for w in words[1:]}
    if tail & _GOVERNING:
        return _first_state(words[:3])
    return None


def states_of(articles: Sequence[Annotated], voices: Voices) -> dict[str, str]:
    """Canonical name in the story, or surname → state, for every person whose office the reports name with a state's name.

    Surnames stand for themselves where nobody of another state has the same. Reports that tell two states are outvoted, or tell none
    where they are even.
    """
    votes: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for annotated in articles:
        text = annotated.article.text
        persons = [name.span for name in annotated.names if name.kind == "person"]
        for name in annotated.names:
            if name.kind != "person":
                continue
            for state in _beside(text, name, persons):
                votes[voices.name(annotated.article.id, name.canonical) or name.canonical][state] += 1
        for alias in annotated.aliases:
            last = alias.canonical.split()[-1]
            if (
                alias.kind == "person"
                and f"{last} administration" in text
                and re.search(rf"\bPresident (?:\w+ )*{re.escape(last)}\b", text)
            ):
                votes[voices.name(annotated.article.id, alias.canonical) or alias.canonical]["United States"] += 1
    found = {}
    for who, counted in votes.items():
        ((best, most), *others) = counted.most_common()
        if not others or others[0][1] < most:
            found[who] = best
    surnames: dict[str, set[str]] = collections.defaultdict(set)
    for who, state in found.items():
        surnames[who.split()[-1]].add(state)
    return {last: min(told) for last, told in surnames.items() if len(told) == 1} | found


def state_beside(words: str) -> Iterator[str]:
    """The state that an office speaks for in a description: "Norwegian deputy minister"."""
    yield from _office(_WORD.findall(words))


def _beside(text: str, name: Name, persons: Sequence[Span]) -> Iterator[str]:
    start, end = name.span
    words = _WORD.findall(text, max(0, start - 90), start)[-_BEFORE:]
    first = len(words)
    while first:
        if words[first - 1] == "of" and not (first > 1 and fold(words[first - 2]) in OFFICES):
            break  # `the visit to Norway of President Orr`
        if _of_office(words[first - 1]) or words[first - 1] == "-" or _first_state([words[first - 1]]):
            first -= 1
        elif first > 1 and state_of(" ".join(words[first - 2 : first])):  # "South Korean"
            first -= 2
        else:
            break
    before = words[first:]
    yield from _office(before)
    behind = re.match(r"[’']?,\s+(?:who is\s+)?(?:the |an? )?", text[end : end + 20])
    if behind:
        line = re.split(r"[,.;:()“”\"\n]", text[end + behind.end() : end + behind.end() + 90].replace("U.S.", "US"))[0]
        at = end + behind.end()
        if not any(at <= a <= at + len(line) for a, _ in persons):  # `Orr, Norwegian minister Jens Aaland and …`
            yield from _office(_WORD.findall(line)[:_BEHIND])


def _of_office(word: str) -> bool:
    plain = fold(word)
    return plain in TITLES or plain in OFFICES or plain in _offices().officers or plain in _offices().never or plain in {"of", "for", "top"}


def _office(words: Sequence[str]) -> Iterator[str]:
    """The state that an office speaks for: "US Secretary of State", "president of Norway", "Kremlin spokesman".

    The state stands before the office, or behind it and "of"; where it stands behind "to" or "for" another one sent him.
    """
    plain = [re.sub(r"[’']s?$", "", fold(w)) for w in words]
    offices = _offices()
    at = next((n for n, w in enumerate(plain) if w in offices.officers), None)
    if at is None or offices.never & set(plain) or _NO_OFFICE & set(words[: at + 1]):
        return
    of = plain.index("of") if "of" in plain[at:] else None
    state = _first_state(words[:at]) or (_whole_state(words[of + 1 :]) if of is not None else None)
    if state:
        yield state


def _whole_state(words: Sequence[str]) -> str | None:
    """The state that a name behind "of" is; "the Norwegian Seamen's League" is none."""
    name = list(itertools.takewhile(lambda w: w[:1].isupper(), (w for w in words if w not in {"the", "The"})))
    return state_of(" ".join(name)) if name else None


def _first_state(words: Sequence[str]) -> str | None:
    for n, word in enumerate(words):
        for size in (3, 2, 1):
            part = " ".join(words[n : n + size])
            bare = re.sub(r"[’']s?$", "", part)
            if not word[:1].isupper() or len(words[n : n + size]) < size:
                continue
            found = _offices().bodies.get(fold(bare)) or state_of(bare)
            if found:
                return found
    return None
