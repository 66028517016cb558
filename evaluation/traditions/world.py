"""An invented event: what happened, who is who, who says what, which outlets there are."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from evaluation.traditions.draft import House, Person
from evaluation.traditions.grammar import sentence_case, write

_FOLDER = Path(__file__).parent
EVENTS = ("ferry", "works", "bridge")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@cache
def data(name: str) -> dict[str, Any]:
    """A data file of this folder, read once."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """What was said once."""

    key: str
    speaker: str
    sentences: tuple[str, ...]
    """As said, without final stops."""
    indirect: str
    mixed: str | None
    """Told indirectly with a piece of it in marks; None: nothing in it calls for that."""


class World(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that any report of the story can tell."""

    slots: dict[str, str]
    people: dict[str, Person]
    topics: dict[str, tuple[str, ...]]
    """Frames by topic; ``lead`` is among them."""
    close: tuple[str, ...]
    """Topics of the event itself; the others are background."""
    public: tuple[Remark, ...]
    """Made before all reporters."""
    private: tuple[Remark, ...]
    """Made to one outlet."""
    boilerplate: tuple[str, ...]
    houses: tuple[House, ...]


def make_world(rng: Random, outlets: int) -> World:
    """Invent an event with so many outlets that may report it."""
    event = data("events")[rng.choice(EVENTS)]
    common = data("common")
    slots = _slots(rng, event)
    people = {key: _person(rng, write(rng.choice(roles), rng, slots)) for key, roles in common["people"].items()}
    while len({person.surname for person in people.values()}) < len(people):
        people = {key: _person(rng, person.role) for key, person in people.items()}
    told = [_remark(number, entry, rng, slots) for number, entry in enumerate(data("remarks")["remark"])]
    rng.shuffle(told)
    return World(
        slots=slots,
        people=people,
        topics={**{key: tuple(frames) for key, frames in {**event["topics"], **common["topics"]}.items()}},
        close=tuple(event["topics"]),
        public=tuple(told[:11]),
        private=tuple(told[11:]),
        boilerplate=tuple(write(entry["text"], rng, slots) for entry in common["boilerplate"]),
        houses=_houses(rng, outlets),
    )


def _slots(rng: Random, event: dict[str, Any]) -> dict[str, str]:
    places = data("places")
    number = {
        "hurt": (9, 60), "people": (110, 990), "length": (2, 19), "hours": (3, 14), "years": (11, 34), "metres": (40, 900),
        "tonnes": (12, 95), "times": (3, 19), "weeks": (5, 30), "cost": (14, 480), "percent": (6, 48), "staff": (120, 890),
        "boxes": (21, 99), "pastyear": (1971, 2016), "inhabitants": (2100, 48900),
    }  # fmt: skip
    values = {key: str(rng.randint(*bounds)) for key, bounds in number.items()}
    values["inhabitants"] = f"{int(values['inhabitants']):,}"
    values["clock"] = f"{rng.randint(4, 11)}.{rng.randint(0, 5)}{rng.randint(0, 9)} {rng.choice(('am', 'pm'))}"
    drawn = {key: rng.choice(places[f"{key}s"]) for key in ("town", "region", "firm", "hospital")}
    thing = rng.choice(event["thing"])
    kind = {key: rng.choice(event[key]) for key in ("happening", "stop", "works")}
    return {
        **values,
        **drawn,
        **kind,
        "name": rng.choice(event["names"]),
        "thing": thing,
        "Thing": sentence_case(thing),
        "day": rng.choice(DAYS),
    }


def _person(rng: Random, role: str) -> Person:
    given, sex = rng.choice(data("places")["given"])
    return Person(f"{given} {rng.choice(data('places')['family'])}", role, "she" if sex == "f" else "he")


def _remark(number: int, entry: dict[str, Any], rng: Random, slots: dict[str, str]) -> Remark:
    chosen: dict[str, str] = {}
    slots = {**slots, "times": str(rng.randint(3, 40)), "weeks": str(rng.randint(2, 30)), "years": str(rng.randint(12, 90))}
    return Remark(
        key=f"remark-{number}",
        speaker=entry["role"],
        sentences=tuple(sentence_case(_curly(write(sentence, rng, slots, chosen))) for sentence in entry["say"]),
        indirect=_curly(write(entry["indirect"], rng, slots, chosen)),
        mixed=_curly(write(entry["mixed"], rng, slots, chosen)) if "mixed" in entry else None,
    )


def _curly(text: str) -> str:
    return text.replace("'", "’")


def _houses(rng: Random, count: int) -> tuple[House, ...]:
    places = data("places")
    names = [f"{head} {tail}" for head in places["outlet_heads"] for tail in places["outlet_tails"]]
    drawn = rng.sample(names, count)
    return tuple(House(name=name, straight=rng.random() < 0.3, titles=rng.random() < 0.2) for name in drawn)
