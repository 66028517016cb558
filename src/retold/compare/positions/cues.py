"""The words that tell where somebody stands, read once from ``data/stances.toml``, and what may follow them."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib.resources import files
from typing import Any, Literal, get_args

import msgspec

Stance = Literal[
    "open to",
    "accepts",
    "refuses",
    "demands",
    "urges",
    "wants",
    "does not want",
    "offers",
    "proposes",
    "pledges",
    "threatens",
    "denies",
    "has not confirmed",
    "supports",
    "opposes",
    "condemns",
    "accuses",
]
"""Where an actor stands towards something; what each takes in is listed in ``data/stances.toml``."""

STANCES: tuple[str, ...] = get_args(Stance)
"""All stances, in the order in which a reader is shown them."""


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """One or more words of one stance and what follows them."""

    stance: str
    """Empty: only its negation tells anything."""
    words: str
    takes: tuple[str, ...] = ()
    negated: str | None = None
    """What its negation tells; None: the turn of its stance, if that has one."""
    only: str = ""
    never: str = ""
    like: str = ""
    """Pattern that what follows must fit; empty: any."""
    would: bool = False
    """Whether it tells something behind "would" alone."""
    either: bool = False
    """Whether its "to" may stand before a noun group too ("open to talks")."""

    def turned(self, turns: dict[str, str], *, negated: bool) -> str:
        """The stance with its negation reckoned in; empty: none."""
        if not negated:
            return self.stance
        return turns.get(self.stance, "") if self.negated is None else self.negated

    def fits(self, about: str) -> bool:
        """Whether it may be about this."""
        if self.like and not re.match(self.like, about.lower()):
            return False
        words = re.findall(r"[a-z]+", about.lower())
        heads = {word for each in words[:8] for word in (each, each.removesuffix("s"), each[:-3] + "y" if each.endswith("ies") else each)}
        first = {word for each in words[:3] for word in (each, each.removesuffix("s"))}
        return (not self.only or not heads.isdisjoint(self.only.split())) and first.isdisjoint(self.never.split())


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """Words behind the subject by which a speaker takes a stance."""

    of: Literal["own", "other"]
    stance: str
    words: re.Pattern[str]


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """The whole table; keys are base forms with blanks."""

    verbs: dict[str, tuple[Cue, ...]]
    qualities: dict[str, tuple[Cue, ...]]
    nouns: dict[str, tuple[Cue, ...]]
    copulas: frozenset[str]
    express: frozenset[str]
    said: tuple[Said, ...]
    silent: frozenset[str]
    conditions: frozenset[str]
    supposed: frozenset[str]
    turns: dict[str, str]


@functools.cache
def load_cues() -> Cues:
    """The table that ships."""
    table = tomllib.loads((files("retold.data") / "stances.toml").read_text("utf-8"))
    return Cues(
        verbs=_by_word(table["verb"]),
        qualities=_by_word(table["quality"]),
        nouns=_by_word(table["noun"]),
        copulas=frozenset(table["copulas"].split()),
        express=frozenset(table["express"].split()),
        said=tuple(Said(of=s["of"], stance=s["stance"], words=re.compile(s["words"])) for s in table["said"]),
        silent=frozenset(table["silent"].split()),
        conditions=frozenset(table["conditions"].split()),
        supposed=frozenset(table["supposed"].split()),
        turns=table["turns"],
    )


def _by_word(rows: list[dict[str, Any]]) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    for row in rows:
        cue = msgspec.convert(row, Cue)
        for word in cue.words.split():
            found.setdefault(word.replace("_", " "), []).append(cue)
    return {word: tuple(cues) for word, cues in found.items()}
