"""Word knowledge of attribution and status, read once from ``data/stages.toml``: stages of an act, contrasts, bounds, claims."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

from ...records import Record

__all__ = ["Contrast", "Mode", "Readiness", "Scope", "Stages", "stages"]

Mode = Literal["words", "only", "denied", "awaited"]
"""How a word of a contrast is told: as real, as all there was, as not so, or as still to come."""
_MODES: tuple[Mode, ...] = ("words", "only", "denied", "awaited")


class Contrast(Record, frozen=True, kw_only=True):
    """What may be told of one act in ways that exclude each other."""

    about: str
    """What is in question: "how the post was left"."""
    once: bool
    """True: it happens to a party once, so that the party alone tells that two claims are of one act."""
    grows: bool
    """True: one line may follow the other in time (reviewed, then welcomed), so that a later report may know more."""
    line: Mapping[tuple[str, Mode], int]
    """Base form and how it is told to the number of its line; different lines exclude each other."""
    party: tuple[Literal["actor", "target"], ...]
    """For each line, who must be the same for it to be about the act of another line: who does it, or whom it is done to."""
    clear: bool
    """True: these nouns tell the matter by themselves within a story."""
    heads: frozenset[str]
    """Nouns that the party must be one of; empty: any."""


class Scope(Record, frozen=True, kw_only=True):
    """Words that bound what is told."""

    words: frozenset[str]
    """Beside a predicate or a noun: how far it goes ("temporary", "formal")."""
    standing: frozenset[str]
    """Beside a noun: what sets the thing apart from others of its kind ("former", "only")."""
    kinds: frozenset[str]
    """Beside a noun: which of its kind are meant ("long-range")."""
    acts: frozenset[str]
    """Acts that reach as far as their object does ("suspend")."""
    wholes: frozenset[str]
    """Nouns for a whole ("programme")."""
    parts: frozenset[str]
    """Nouns for what may be a part of it ("test")."""


class Readiness(Record, frozen=True, kw_only=True):
    """How near somebody is to doing something."""

    step: Mapping[str, int]
    """Base form to the number of its step, the less near first."""
    names: tuple[str, ...]
    """Of each step, as an explanation has it ("under consideration")."""
    side: tuple[str, ...]
    """Of each step; steps of one side go together: who is willing may plan."""


class Stages(Record, frozen=True, kw_only=True):
    """The table, made ready for look-up; words are base forms in lower case, particles behind a space ("step down")."""

    stage: Mapping[str, int]
    """Word to the number of its stage, the least real first."""
    names: tuple[str, ...]
    """Of each stage, as an explanation has it: "threatened"."""
    measures: frozenset[str]
    """Nouns for what is threatened, ordered and carried out ("tariff")."""
    contrasts: tuple[Contrast, ...]
    acts: frozenset[str]
    """All words of stages and contrasts: they assert something even where they introduce what somebody says ("rejected")."""
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
    scope: Scope
    readiness: Readiness


@cache
def stages() -> Stages:
    """The table that ships with the package."""
    table = tomllib.loads((files("retold.data") / "stages.toml").read_text("utf-8"))
    steps = table["readiness"]["steps"]
    stage = {word: number for number, stage in enumerate(table["stage"]) for word in _words(stage["words"])}
    contrasts = tuple(_contrast(one) for one in table["contrast"])
    return Stages(
        stage=stage,
        names=tuple(stage["name"] for stage in table["stage"]),
        measures=_words(table["measures"]["words"]),
        contrasts=contrasts,
        acts=frozenset(stage) | {word for contrast in contrasts for word, _ in contrast.line},
        contestable=_words(table["contestable"]["words"]),
        harm=_words(table["contestable"]["harm"]),
        doubted=_words(table["claims"]["doubted"]),
        granted=_words(table["claims"]["granted"]),
        rejected=_words(table["claims"]["rejected"]),
        scope=Scope(**{field: _words(table["scope"][field]) for field in Scope.__struct_fields__}),
        readiness=Readiness(
            step={word: number for number, step in enumerate(steps) for word in _words(step["words"])},
            names=tuple(step["name"] for step in steps),
            side=tuple(step["side"] for step in steps),
        ),
    )


def _contrast(one: Mapping[str, Any]) -> Contrast:
    lines = one["lines"]
    return Contrast(
        about=one["about"],
        once=one.get("once", False),
        grows=one.get("grows", False),
        line={(word, mode): number for number, line in enumerate(lines) for mode in _MODES for word in _words(line.get(mode, ""))},
        party=tuple(cast(Literal["actor", "target"], line["party"]) for line in lines),
        clear=one.get("clear", False),
        heads=_words(one.get("heads", "")),
    )


def _words(line: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in line.split())
