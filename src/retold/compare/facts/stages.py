"""Word knowledge of attribution and status, read once from ``data/stages.toml``: stages of an act, contrasts, contestable acts, claims."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from ...records import Record

__all__ = ["Contrast", "Stages", "stages"]


class Contrast(Record, frozen=True, kw_only=True):
    """What may be told of one act in ways that exclude each other."""

    about: str
    """What is in question: "how the post was left"."""
    once: bool
    """True: it happens to a party once, so that the party alone tells that two claims are of one act."""
    grows: bool
    """True: one line may follow the other in time (reviewed, then welcomed), so that a later report may know more."""
    line: Mapping[str, int]
    """Base form to the number of its line; words of different lines exclude each other."""
    party: tuple[Literal["actor", "target"], ...]
    """For each line, who must be the same for it to be about the act of another line: who does it, or whom it is done to."""


class Stages(Record, frozen=True, kw_only=True):
    """The table, made ready for look-up; words are base forms in lower case, particles behind a space ("step down")."""

    stage: Mapping[str, int]
    """Word to the number of its stage, the least real first."""
    names: tuple[str, ...]
    """Of each stage, as an explanation has it: "threatened"."""
    contrasts: tuple[Contrast, ...]
    contestable: frozenset[str]
    """Acts that somebody is blamed for."""
    harm: frozenset[str]
    """Harm, which somebody is blamed for where it is told who or what did it."""
    doubted: frozenset[str]
    """Verbs that keep a claim at arm's length ("claim")."""
    granted: frozenset[str]
    """Verbs that take what they introduce for true ("confirm")."""
    rejected: frozenset[str]
    """Adverbs by which a report says that a claim is wrong ("falsely claimed")."""
    scope: frozenset[str]
    """Words beside a noun that bound what is told ("temporary", "former", "only")."""


@cache
def stages() -> Stages:
    """The table that ships with the package."""
    table = tomllib.loads((files("retold.data") / "stages.toml").read_text("utf-8"))
    return Stages(
        stage={word: number for number, stage in enumerate(table["stage"]) for word in _words(stage["words"])},
        names=tuple(stage["name"] for stage in table["stage"]),
        contrasts=tuple(
            Contrast(
                about=one["about"],
                once=one.get("once", False),
                grows=one.get("grows", False),
                line={word: number for number, line in enumerate(one["lines"]) for word in _words(line["words"])},
                party=tuple(line["party"] for line in one["lines"]),
            )
            for one in table["contrast"]
        ),
        contestable=_words(table["contestable"]["words"]),
        harm=_words(table["contestable"]["harm"]),
        doubted=_words(table["claims"]["doubted"]),
        granted=_words(table["claims"]["granted"]),
        rejected=_words(table["claims"]["rejected"]),
        scope=_words(table["scope"]["words"]),
    )


def _words(line: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in line.split())
