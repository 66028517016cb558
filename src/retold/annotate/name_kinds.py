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
from .given_names import MEN, WOMEN
from .mentions import Kind, Mention
from .roles import BODIES, OFFICES, TITLES
from .states import state_of

Votes = dict[tuple[str, ...], collections.Counter[Kind]]


def decide_kinds(mentions: Sequence[Mention], text: str) -> dict[tuple[str, ...], Kind]:
    """Decide for every name (by its key) what it is; names that nothing speaks for are left out."""
    votes = _votes(mentions, text)
    _share(votes, mentions)
    kinds: dict[tuple[str, ...], Kind] = {key: max(v, key=lambda k: (v[k], k)) for key, v in votes.items() if +v}
    full = {key for key, kind in kinds.items() if kind == "person" and len(key) > 1}
    for key in kinds:  # a surname follows its full name, whatever the recogniser took it for
        if any(key != f and key[-1] == f[-1] and same_name(key, f) for f in full):
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
        if any(w in BODIES for w in m.key):
            votes[m.key]["body"] += 3
        elif (state := state_of(m.text)) is not None and fold(state) == fold(m.text).removeprefix("the "):
            votes[m.key]["place"] += 3
        elif len(m.key) > 1 and m.key[0] in WOMEN | MEN:
            votes[m.key]["person"] += 2
        if any(True for _ in roles_beside(m, text)):
            votes[m.key]["person"] += 2
        votes[m.key] += collections.Counter()
    for spelt, capitals in _acronyms(mentions, text):  # "All Tarnby Airways (ATA)"
        votes[capitals] += votes[spelt]
    return votes


def _share(votes: Votes, mentions: Sequence[Mention]) -> None:
    """Give a name the votes of its shorter and fuller forms."""
    own = {k: v.copy() for k, v in votes.items()}
    for key in votes:  # a shorter form is what its full form is, and the other way round
        for other in votes:
            if key != other and (same_name(key, other) or same_name(other, key)):
                votes[key]["person"] += own[other]["person"]
            begins = 1 < len(key) < len(other) and key == other[: len(key)] and own[other]["body"] > 2
            if begins and own[key]["person"] < 2 + _seen(mentions, key) and key[0] not in WOMEN | MEN:
                votes[key]["body"] += own[other]["body"] + own[key]["person"]  # "All Tarnby" beside "All Tarnby Airways"


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
    while taken and taken[0].islower() and fold(taken[0]) in {"of", "for", "the"}:
        taken.pop(0)
    if taken and any(fold(w).strip(".") in OFFICES for w in taken):
        yield " ".join(taken)
    after = re.match(r",\s+((?:an?|the|his|her|their)\s+)?(?!who|which|that)([^,.;:\n“”\"]{3,90})[,.;]", text[mention.span[1] :])
    if after and any(fold(w) in OFFICES for w in re.findall(r"\w+", after[2].split(" of ")[0].split(" for ")[0])):
        yield after[2].strip()
    before = re.search(r"(?:^|[.,“\"\n]\s*|\s)((?:[Aa]n?|[Tt]he|[A-Z][\w.]+[’']s)\s+[^,.;:\n“”\"]{3,70}),\s+$", left)
    if before and any(fold(w) in OFFICES for w in re.findall(r"\w+", before[1].split(" of ")[0].split(" for ")[0])):
        yield re.sub(r"^(?:[Aa]n?|[Tt]he)\s+", "", before[1])
