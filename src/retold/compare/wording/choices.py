"""Words that tellers choose between, from ``data/wording.toml``: rivals for one thing by their colour, cues, and words that colour."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from ...records import Record
from .words import Sentence, base

ThingKind = Literal["act", "actor", "thing"]


class Thing(NamedTuple):
    """An act, actor or thing with more names than one."""

    number: int
    topic: str
    kind: ThingKind
    common: bool = False
    """Its words are so common that they must stand in closely alike places."""
    of_states: bool = False
    """A state's name right beside its words tells whose they are."""
    behind: bool = False
    """Right behind a name its words name the bearer: "the Asha militants"."""


class Choice(NamedTuple):
    """A word or phrase as one of the names of a thing."""

    thing: Thing
    colour: int
    """Number of the list it stands in; 0 is the plainest."""


class Found(NamedTuple):
    """A choice where it stands."""

    sentence: Sentence
    first: int
    """Number of its first word in the sentence."""
    last: int
    choice: Choice

    @property
    def span(self) -> tuple[int, int]:
        """From its first to its last word."""
        return self.sentence.words[self.first].start, self.sentence.words[self.last].end


class Choices(Record, frozen=True):
    """The table, made ready for look-up by base forms."""

    things: tuple[Thing, ...]
    phrases: dict[str, tuple[tuple[tuple[str, ...], tuple[Choice, ...]], ...]]
    """First word → phrases that begin with it, longest first, with what they choose."""
    cues: dict[str, int]
    """Cue → colour; 0 tells nothing but that something was said."""
    loaded: dict[str, tuple[tuple[str, ...], ...]]
    """First word → words and phrases that colour what they stand beside, longest first."""
    adverbs: frozenset[str]

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """The choices of a sentence, in order; of two that overlap the longer one."""
        at = 0
        while at < len(sentence.words):
            size = 1
            for phrase, choices in self.phrases.get(sentence.words[at].lemma, ()):
                if _stands(sentence, at, phrase):
                    yield from (Found(sentence, at, at + len(phrase) - 1, choice) for choice in choices)
                    size = len(phrase)
                    break
            at += size

    def colouring(self, sentence: Sentence, at: int) -> int:
        """Words from ``at`` on that are one loaded word or phrase, in this very form; 0: none begins there."""
        return next((len(phrase) for phrase in self.loaded.get(sentence.words[at].form, ()) if _printed(sentence, at, phrase)), 0)


def _stands(sentence: Sentence, at: int, phrase: Sequence[str]) -> bool:
    words = sentence.words[at : at + len(phrase)]
    return tuple(word.lemma for word in words) == tuple(phrase) and all(word.tight for word in words[1:])


def _printed(sentence: Sentence, at: int, phrase: Sequence[str]) -> bool:
    words = sentence.words[at : at + len(phrase)]
    return tuple(word.form for word in words) == tuple(phrase) and all(word.tight for word in words[1:])


@cache
def choices() -> Choices:
    """The table that ships with the package."""
    table = tomllib.loads((files("retold.data") / "wording.toml").read_text("utf-8"))
    things = tuple(
        Thing(n, thing["topic"], thing["kind"], thing.get("common", False), thing.get("of_states", False), thing.get("behind", False))
        for n, thing in enumerate(table["thing"])
    )
    chosen: dict[tuple[str, ...], dict[Choice, None]] = {}
    for thing, row in zip(things, table["thing"], strict=True):
        for colour, words in enumerate(row["colours"]):
            for phrase in words.split():
                chosen.setdefault(_phrase(phrase), {})[Choice(thing, colour)] = None
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[Choice, ...]]]] = {}
    for phrase_words, found in chosen.items():
        phrases.setdefault(phrase_words[0], []).append((phrase_words, tuple(found)))
    for words in table["set"].split():
        phrases.setdefault(_phrase(words)[0], []).append((_phrase(words), ()))
    loaded: dict[str, list[tuple[str, ...]]] = {}
    for word in table["loaded"]["words"].split():
        loaded.setdefault(word.split("_")[0], []).append(tuple(word.split("_")))
    return Choices(
        things=things,
        phrases={first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in phrases.items()},
        cues={" ".join(_phrase(word)): colour for colour, words in enumerate(table["cues"]["colours"]) for word in words.split()},
        loaded={first: tuple(sorted(rows, key=len, reverse=True)) for first, rows in loaded.items()},
        adverbs=frozenset(table["loaded"]["adverbs"].split()),
    )


def _phrase(words: str) -> tuple[str, ...]:
    return base(words.replace("_", " "))
