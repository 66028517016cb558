"""What each name of an article is: a person, a body or a place.

The recogniser's label is one vote among others (it errs on names that are not English): titles before a name, words that make a body, a
list of states, and what the other mentions of the same name were taken for.
"""

from __future__ import annotations

import collections
import itertools
import re
from collections.abc import Iterator, Sequence

from .folding import fold
from .given_names import GIVEN
from .mentions import Kind, Mention
from .roles import BODIES, DEEDS, OFFICES, PLATFORMS, SITES, STORMS, TITLES
from .states import state_of

_OF_PLACE = re.compile(r"((?:[A-Z][\w-]+ ){0,2}[\w-]+) (?:of|to|for) (?:the )?(?:[A-Z][\w.’'-]+ ){1,4}$")
"""An office and what it is of right before a name: "Mayor of Tarnby Ines Marlow"."""
_FURTHER = re.compile(r"\s+(?:of|for|in|at|on|to|with|from|who|whose|and|during|since|under|by|turned|until|responsible|designate|elect)\b")
"""What the head of a description ends before."""

Votes = dict[tuple[str, ...], collections.Counter[Kind]]


def decide_kinds(mentions: Sequence[Mention], text: str) -> dict[tuple[str, ...], Kind]:
    """Decide for every name (by its key) what it is; names that nothing speaks for are left out."""
    votes = _votes(mentions, text)
    _share(votes, mentions)
    kinds: dict[tuple[str, ...], Kind] = {key: max(v, key=lambda k: (v[k], k)) for key, v in votes.items() if +v}
    for key in _common_words(mentions, kinds, votes, text):
        del kinds[key]
    full = {key for key, kind in kinds.items() if kind == "person" and len(key) > 1}
    labelled, text_of = {m.key for m in mentions if m.label == "person"}, {m.key: m.text for m in mentions}
    for key in kinds:  # a surname follows its full name, whatever the recogniser took it for
        fuller = any(key != f and key[-1] == f[-1] and same_name(key, f) for f in full)
        if fuller and (key in labelled or state_of(text_of[key]) is None):
            kinds[key] = "person"
    return kinds


def _votes(mentions: Sequence[Mention], text: str) -> Votes:
    """What speaks for each kind, mention by mention."""
    votes = collections.defaultdict[tuple[str, ...], collections.Counter[Kind]](collections.Counter)
    for m in mentions:
        if m.label:
            votes[m.key][m.label] += 1
        if any(fold(w).strip(".") in TITLES for w in m.title.split()):
            votes[m.key]["person"] += 2
        thing = _of_thing(m.key)
        if any(w in BODIES for w in m.key) or m.key[-1] in PLATFORMS or thing == "body":
            votes[m.key]["body"] += 3
        elif thing == "place" or ((state := state_of(m.text)) is not None and fold(state) == fold(m.text).removeprefix("the ")):
            votes[m.key]["place"] += 3
        elif len(m.key) > 1 and m.key[0] in GIVEN:
            votes[m.key]["person"] += 2
        if m.label == "person" and not m.title and m.text.isupper() and len(m.key) == 1 and 2 < len(m.text) < 5 and "." not in m.text:
            votes[m.key]["body"] += 2  # "NTB": initials are oftener a body's
        if any(True for _ in roles_beside(m, text)):
            votes[m.key]["person"] += 2
        votes[m.key] += collections.Counter()
    for spelt, capitals in _acronyms(mentions, text):  # "All Tarnby Airways (ATA)"
        votes[capitals] += votes[spelt]
    return votes


def _common_words(mentions: Sequence[Mention], kinds: dict[tuple[str, ...], Kind], votes: Votes, text: str) -> Iterator[tuple[str, ...]]:
    """Words taken for persons that the article also has without a capital, and for which nothing but the recogniser speaks."""
    times = collections.Counter(m.key for m in mentions)
    fuller = {w for key in times if len(key) > 1 for w in key}
    for key, kind in list(kinds.items()):
        unproved = kind == "person" and len(key) == 1 and key[0] not in fuller and votes[key]["person"] <= times[key]
        if unproved and any(f" {key[0]}{mark}" in text for mark in " ,."):
            yield key


def _share(votes: Votes, mentions: Sequence[Mention]) -> None:
    """Give a name the votes of its shorter and fuller forms."""
    own = {k: v.copy() for k, v in votes.items()}
    for storm in [k for k in own if len(k) == 2 and k[0] in STORMS and k[1:] in own]:  # the storm is then called like a person
        votes[storm[1:]]["body"] += own[storm[1:]]["person"] + 1
    for key in votes:  # a shorter form is what its full form is, and the other way round
        for other in votes:
            if key != other and (same_name(key, other) or same_name(other, key)) and not _of_thing(key) and not _of_thing(other):
                votes[key]["person"] += own[other]["person"]
            begins = 1 < len(key) < len(other) and key == other[: len(key)] and own[other]["body"] > 2
            placed = own[key]["place"] > own[key]["body"]  # "Selvic" beside "Selvic Police Department"
            if begins and not placed and own[key]["person"] < 2 + _seen(mentions, key) and key[0] not in GIVEN:
                votes[key]["body"] += own[other]["body"] + own[key]["person"]  # "All Tarnby" beside "All Tarnby Airways"


def _of_thing(key: tuple[str, ...]) -> Kind | None:
    """What a name is by its last word, a body's, an act's or a building's; None: it may be a person's ("Jane Park")."""
    if len(key) < 2 or (len(key) == 2 and key[0] in GIVEN) or (len(key) == 3 and len(key[1]) == 1):
        return None
    return "body" if key[-1] in BODIES or key[-1] in DEEDS or key[0] in STORMS else "place" if key[-1] in SITES else None


def _acronyms(mentions: Sequence[Mention], text: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Names and the capitals that stand for them in brackets right behind."""
    for full, short in itertools.pairwise(mentions):
        if text[full.span[1] : short.span[0]] == " (" and text[short.span[1] : short.span[1] + 1] == ")" and short.text.isupper():
            yield full.key, short.key


def _seen(mentions: Sequence[Mention], key: tuple[str, ...]) -> int:
    return sum(m.key == key for m in mentions)


def same_name(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether ``short`` can be a shorter form of ``full``: its words in the same order, with the last or the first word among them, or the
    last word but one alone: the first of two surnames ("José Peñalver Ortega", "Peñalver")."""
    if not short or len(short) > len(full):
        return False
    if short[-1] != full[-1] and short[0] != full[0] and not (len(full) > 2 and short == full[-2:-1]):
        return False
    rest = iter(full)
    return all(any(w == x or (len(w) == 1 and x.startswith(w)) for x in rest) for w in short)


def roles_beside(mention: Mention, text: str) -> Iterator[str]:
    """Offices right before or in apposition after a mention."""
    left = text[max(0, mention.span[0] - 80) : mention.span[0]]
    words = re.split(r"[\n.;:,“”\"]", left)[-1].split()
    taken: list[str] = []
    for word in reversed(words):
        plain = fold(word).strip(".")
        linked = plain in {"of", "for", "the"} and taken and not any(fold(w).strip(".") in OFFICES for w in taken)
        if plain in TITLES or plain in OFFICES or linked or (taken and (word[:1].isupper() or word.endswith(("'s", "’s")))):
            taken.insert(0, word)
        else:
            break
    while taken and fold(taken[0]) in {"of", "for", "the", "but", "and", "as", "if", "when", "while"}:
        taken.pop(0)  # also at the head of a sentence: "But Harbour Minister Mara Tonn"
    if taken and any(fold(w).strip(".") in OFFICES for w in taken):
        yield " ".join(taken)
    office = _OF_PLACE.search(left) if not taken and mention.key[0] in GIVEN else None
    if office and fold(office[1].split()[-1]) in OFFICES:
        yield office[0].strip()
    after = re.match(r",\s+((?:an?|the|his|her|their)\s+)?(?!who|which|that)([^,.;:\n“”\"]{3,90})[,.;]", text[mention.span[1] :])
    if after and _describes(after[2]):
        yield after[2].strip()
    before = re.search(r"(?:^|[.,“\"\n]\s*|\s)((?:[Aa]n?|[Tt]he|[A-Z][\w.]+[’']s)\s+[^,.;:\n“”\"]{3,70}),\s+$", left)
    if before and _describes(before[1]):
        yield re.sub(r"^(?:[Aa]n?|[Tt]he)\s+", "", before[1])


def _describes(phrase: str) -> bool:
    """Whether a phrase in apposition is the description of a person: an office, then at most what it is of or where."""
    words = _FURTHER.split(phrase, maxsplit=1)[0].split()
    return bool(words) and (fold(words[-1]) in OFFICES or fold(words[-1]).rpartition("-")[2] in OFFICES)
