"""Putting words for words: synonyms there and back, moved time phrases, rounded numbers, and what desks do to remarks."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from evaluation.traditions.grammar import first_small, sentence_case
from evaluation.traditions.world import data

_MARKED = re.compile(r"(“[^”]*”|\{[^}]*\})")
_FRONTED = re.compile(
    r"^(On \w+|By \w+|In \d{4}|For now|So far|Up to now|In parliament|In the assembly|On the exchange|At first light), (.+)\.$"
)
_TRAILING = re.compile(r"^(.+?) (on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last year|at noon|in the evening|within hours)\.$")
_NUMBER = re.compile(r"(?<![\w.,])(\d{2,3}(?:,\d{3})?|\d{2,4})(?![\w,.]\d|\w)")


@cache
def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in data("words")["groups"]:
        for word in group:
            found[word] = tuple(dict.fromkeys((*found.get(word, ()), *(other for other in group if other != word))))
    return found


@cache
def _words() -> re.Pattern[str]:
    longest = sorted(_table(), key=lambda word: (-len(word), word))
    return re.compile(r"(?<![\w’'-])(" + "|".join(map(re.escape, longest)) + r")(?![\w’'-])", re.IGNORECASE)


def reword(text: str, rng: Random, rate: float) -> str:
    """Put synonyms for a share ``rate`` of the words that have some; marked words, persons and names are left alone."""

    def other(match: re.Match[str]) -> str:
        word = match.group()
        known = _table().get(word) or _table().get(word.lower())
        if known is None or rng.random() >= rate or (word[0].isupper() and match.start() > 1):
            return word
        put = rng.choice(known)
        return sentence_case(put) if word[0].isupper() else put

    pieces = _MARKED.split(text)
    return "".join(piece if place % 2 else _words().sub(other, piece) for place, piece in enumerate(pieces))


def recast(text: str) -> str:
    """Move a phrase of time from the front of a sentence to its end, or back; else as it is."""
    if match := _FRONTED.match(text):
        return sentence_case(f"{match.group(2)} {match.group(1)[0].lower()}{match.group(1)[1:]}.")
    if match := _TRAILING.match(text):
        return f"{sentence_case(match.group(2))}, {first_small(match.group(1))}."
    return text


def join(one: str, other: str, rng: Random) -> str:
    """Two sentences as one."""
    return f"{one.removesuffix('.')}{rng.choice((', and ', '; ', ', while '))}{first_small(other)}"


def rounded(text: str, rng: Random) -> str:
    """One exact number, not a year, made a round one; as it is where there is none."""
    places = [m for m in _NUMBER.finditer(text) if not 1900 < int(m.group().replace(",", "")) < 2100]
    if not places:
        return text
    match = rng.choice(places)
    value = int(match.group().replace(",", ""))
    step = 10 ** (len(str(value)) - 1)
    low = value // step * step
    if low == value or text[: match.start()].endswith(("than ", "over ", "about ", "around ", "to ", "some ", "nearly ")):
        return text
    return text[: match.start()] + rng.choice(("more than ", "over ")) + f"{low:,}" + text[match.end() :]


def respelled(text: str, rng: Random) -> str:
    """Contractions spelled out or made; as it is where there are none."""
    places = [pair for pair in data("words")["spelled"] if _finds(pair[0], text)]
    return _put(text, rng.choice(places)) if places else text


def bracketed(text: str, rng: Random) -> str:
    """A pronoun explained in brackets; as it is where there is none."""
    places = [pair for pair in data("words")["brackets"] if _finds(pair[0].strip(), text)]
    return _put(text, [part.strip() for part in rng.choice(places)]) if places else text


def turned(text: str, rng: Random) -> str:
    """The meaning turned: a negation, number or modal verb changed; as it is where nothing lends itself."""
    places = [pair for pair in data("words")["changed"] if _finds(pair[0], text)]
    if number := re.search(r"\b\d+\b", text):
        places.append([number.group(), str(int(number.group()) + rng.choice((1, 2, 10, 20)))])
    return _put(text, rng.choice(places)) if places else text


def _curly(word: str) -> str:
    return word.replace("'", "’")


def _finds(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(_curly(word))}(?!\w)", text) is not None


def _put(text: str, pair: list[str]) -> str:
    return re.sub(rf"(?<!\w){re.escape(_curly(pair[0]))}(?!\w)", _curly(pair[1]).replace("\\", ""), text, count=1)
