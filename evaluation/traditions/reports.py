"""Writing an original report: what its reporter saw and heard, in words of the reporter's own."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from evaluation.traditions.draft import Draft, Form, House, Line, Spoken
from evaluation.traditions.grammar import write
from evaluation.traditions.wording import join, reword
from evaluation.traditions.world import Remark, World, data

T = TypeVar("T")

FORMS: tuple[Form, ...] = ("before", "behind", "apposition")
_OWN_WORDS = 0.35
"""Share of words with synonyms that a reporter puts otherwise than the templates have them."""


def write_report(world: World, rng: Random, house: House, private: Sequence[Remark]) -> Draft:
    """One independent report. ``private`` are the remarks made to its reporter alone."""
    slots = {**world.slots, "hurt": str(max(3, int(world.slots["hurt"]) + rng.choice((0, 0, 0, 0, -1, 1, 2))))}
    close = _some(rng, [topic for topic in world.close if topic != "lead"], 0.4, 0.85)
    far = _some(rng, [topic for topic in world.topics if topic not in world.close], 0.2, 0.55)
    said = [speech(world, remark, rng) for remark in _some(rng, world.public, 0.25, 0.6)]
    said += [speech(world, remark, rng, private=True) for remark in private]
    seen = [own_line(world, rng) for _ in range(rng.randint(0, 4))]
    news = [tell(world, topic, rng, slots) for topic in close]
    rest = [*(tell(world, topic, rng, slots) for topic in far), *seen, *boilerplate(world, rng, 0.35)]
    rng.shuffle(news)
    rng.shuffle(said)
    rng.shuffle(rest)
    lines = [
        tell(world, "lead", rng, slots),
        *_shuffled_together(rng, news, said[: len(said) // 2 + 1]),
        *_shuffled_together(rng, rest, said[len(said) // 2 + 1 :]),
    ]
    own = f"the {house.name}" if rng.random() < 0.85 else "this newspaper"
    return Draft(
        title=headline(world, rng),
        lines=paragraphs(lines, rng),
        forms={key: rng.choice(FORMS) for key in world.people},
        told=own if private else None,
        dateline=f"{world.slots['town'].upper()} — " if rng.random() < 0.3 else None,
    )


def tell(world: World, topic: str, rng: Random, slots: dict[str, str]) -> Line:
    """A sentence on ``topic`` out of one of its frames; ``slots`` may differ from the event's."""
    words = write(rng.choice(world.topics[topic]), rng, {**world.slots, **slots})
    own = {key: value for key, value in slots.items() if world.slots.get(key) != value}
    return Line(topic=topic, words=reword(words, rng, _OWN_WORDS), slots=own)


def own_line(world: World, rng: Random) -> Line:
    """Something only this reporter saw."""
    places = data("places")
    person = f"{rng.choice(places['given'])[0]} {rng.choice(places['family'])}"
    slots = {**world.slots, "street": rng.choice(places["streets"]), "person": person, "age": str(rng.randint(19, 88))}
    words = write(rng.choice(data("common")["own"]["seen"]), rng, slots)
    return Line(topic=f"own:{rng.getrandbits(32):08x}", words=reword(words, rng, _OWN_WORDS))


def filler(rng: Random) -> Line:
    """A sentence that says nothing; anybody writes those."""
    return Line(topic="filler", words=write(rng.choice(data("common")["own"]["filler"]), rng, {}))


def boilerplate(world: World, rng: Random, chance: float) -> list[Line]:
    """Background word for word as many outlets keep it."""
    if rng.random() >= chance:
        return []
    number = rng.randrange(len(world.boilerplate))
    return [Line(topic=f"boilerplate:{number}", words=world.boilerplate[number])]


def headline(world: World, rng: Random) -> str:
    """A title."""
    return write(rng.choice(data("common")["own"]["headline"]), rng, world.slots)


def speech(world: World, remark: Remark, rng: Random, *, private: bool = False) -> Line:
    """A remark as a reporter who heard it gives it: whole, in part, or indirectly."""
    way = rng.random()
    if way < 0.12:
        return indirectly(world, remark, rng)
    if way < 0.22 and remark.mixed:
        return _brought(world, remark.speaker, rng, "mixed", [Spoken(remark=remark.key, text=remark.mixed, relation="part")])
    whole = remark.sentences
    if way < 0.5 and len(whole) > 1:
        first = rng.randrange(len(whole))
        kept = whole[first : first + rng.choice((1, 1, 2))]
        return quoted(
            world, remark.speaker, rng, remark.key, kept, [f"{'same' if len(kept) == len(whole) else 'part'}"] * len(kept), private=private
        )
    return quoted(world, remark.speaker, rng, remark.key, whole, ["same"] * len(whole), private=private)


def indirectly(world: World, remark: Remark, rng: Random) -> Line:
    """A remark without marks."""
    return _brought(world, remark.speaker, rng, "indirect", [Spoken(remark=remark.key, text=remark.indirect, relation="indirect")])


def quoted(
    world: World, speaker: str, rng: Random, key: str, sentences: Sequence[str], relations: Sequence[str], *, private: bool = False
) -> Line:
    """Sentences inside marks, in one piece or with "she said" between them."""
    worst = relations[0]
    if len(sentences) > 1 and not private and rng.random() < 0.6:
        cut = rng.randrange(1, len(sentences))
        pieces = [". ".join(sentences[:cut]), ". ".join(sentences[cut:])]
        return _brought(world, speaker, rng, "two", [Spoken(remark=key, text=piece, relation=worst) for piece in pieces])  # type: ignore[arg-type]
    spoken = Spoken(remark=key, text=". ".join(sentences), relation=worst)  # type: ignore[arg-type]
    return _brought(world, speaker, rng, "private" if private else "one", [spoken])


def _brought(world: World, speaker: str, rng: Random, how: str, spoken: Sequence[Spoken]) -> Line:
    template = rng.choice(data("remarks")["brought"][how])
    words = write(template, rng, world.slots).replace("{s}", f"{{{speaker}}}").replace("{s:he}", f"{{{speaker}:he}}")
    return Line(topic=f"said:{spoken[0].remark}", words=words, spoken=tuple(spoken))


def paragraphs(lines: Sequence[Line], rng: Random) -> tuple[Line, ...]:
    """Lines set in paragraphs of one to three; now and then two short sentences become one."""
    found: list[Line] = []
    for line in lines:
        if found and not line.spoken and not found[-1].spoken and rng.random() < 0.08 and len(line.words) + len(found[-1].words) < 200:
            found[-1] = _with(found[-1], words=join(found[-1].words, line.words, rng), slots={**found[-1].slots, **line.slots})
            continue
        found.append(_with(line, breaks=bool(line.spoken and rng.random() < 0.7) or rng.random() < 0.5))
    return tuple(found)


def _with(line: Line, *, words: str | None = None, slots: dict[str, str] | None = None, breaks: bool | None = None) -> Line:
    return Line(
        topic=line.topic if words is None else f"{line.topic}+",
        words=line.words if words is None else words,
        spoken=line.spoken,
        slots=line.slots if slots is None else slots,
        breaks=line.breaks if breaks is None else breaks,
    )


def _some(rng: Random, things: Sequence[T], least: float, most: float) -> list[T]:
    return rng.sample(list(things), max(1, round(len(things) * rng.uniform(least, most))))


def _shuffled_together(rng: Random, one: Sequence[Line], other: Sequence[Line]) -> list[Line]:
    found = list(one)
    for line in other:
        found.insert(rng.randint(0, len(found)), line)
    return found
