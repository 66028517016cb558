"""A tradition: reports of one invented event, and the truth about who took from whom and who said what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

import msgspec

from evaluation.traditions.draft import Draft, House, Line, Rendered, render
from evaluation.traditions.operations import KINDS, OPERATIONS, WORSE, Operation, Severity, derive
from evaluation.traditions.reports import write_report
from evaluation.traditions.world import World, make_world
from retold.read import read_text
from retold.records import Article, EdgeKind, Relation, Span

_CREDITS = (
    "as first reported by the {0}",
    "the {0} reported",
    "according to a report in the {0}",
    "the {0} was the first to report",
    "as the {0} writes",
)
_MIXABLE = 8
"""Lines that a second parent must have alone: a mixed report keeps most of them."""


class TrueEdge(msgspec.Struct, frozen=True, kw_only=True):
    """``to`` was made from ``from_``, both among the reports. Where a report between them is lost, its parents stand in for it."""

    from_: str
    to: str
    operation: Operation
    kind: EdgeKind
    """What Retold calls it: mixed too where the one report it was made from is lost and that was mixed."""
    credited: bool


class TrueRendition(msgspec.Struct, frozen=True, kw_only=True):
    """Where a report gives a remark, and how it stands to what was said."""

    remark: str
    article: str
    span: Span
    relation: Relation


class Tradition(msgspec.Struct, frozen=True, kw_only=True):
    """Reports with what is true of them."""

    articles: tuple[Article, ...]
    """In order of their ids, which tell nothing."""
    edges: tuple[TrueEdge, ...]
    remarks: tuple[TrueRendition, ...]
    withheld: dict[str, tuple[str, ...]]
    """Sources that are not among the reports, with the reports that took from them and from nothing above them that is there."""
    named: dict[str, tuple[str, ...]]
    """Of these, what reports name."""
    roots: int
    """Independent sources that the reports rest on, seen and unseen."""


class _Node(msgspec.Struct):
    """A report while the tradition is made."""

    number: int
    house: House
    operation: Operation | None
    parents: tuple[int, ...]
    draft: Draft
    at: datetime
    credits: set[int]


def tradition(seed: int, size: int, severity: Severity = "middling") -> Tradition:
    """``size`` reports (2 to 400) of one invented event; the same arguments give the same tradition.

    About a fifth of the reports that others took from are withheld. Raises ``ValueError`` for a size out of bounds.
    """
    if not 2 <= size <= 400:
        raise ValueError(f"a tradition has 2 to 400 reports, not {size}")
    rng = Random(f"{seed}/{size}/{severity}")
    lost = max(1, size // 9)
    world = make_world(rng, size + lost)
    nodes = _grow(world, rng, size + lost, severity)
    return _told(nodes, _withhold(nodes, lost, rng), world, rng)


def _grow(world: World, rng: Random, count: int, severity: Severity) -> list[_Node]:
    """Originals first, then reports made from those before them."""
    originals = max(2, round(count**0.55))
    start = datetime(2031, 3, 2, 5) + timedelta(days=rng.randint(0, 300))
    nodes: list[_Node] = []
    for number in range(count):
        house = world.houses[number]
        if number < originals:
            mine = world.private[2 * number : 2 * number + 2] if rng.random() < 0.6 else ()
            draft = write_report(world, rng, house, mine)
            nodes.append(_Node(number, house, None, (), draft, start + timedelta(hours=rng.uniform(0, 14)), set()))
            continue
        operation = rng.choices(OPERATIONS, (25, 22, 21, 12, 20))[0]
        parents = _parents(nodes, rng, 2 if operation == "mixed" else 1)
        if operation == "mixed" and not (len(parents) > 1 and _differ(nodes[parents[0]].draft, nodes[parents[1]].draft)):
            operation, parents = "rewrite", parents[:1]
        draft = derive(operation, severity, [nodes[parent].draft for parent in parents], world, rng)
        at = max(nodes[parent].at for parent in parents) + timedelta(hours=rng.uniform(0.5, 20))
        credited = {parent for parent in parents if rng.random() < 0.2}
        nodes.append(
            _Node(number, house, operation, parents, _crediting(draft, [nodes[c].house.name for c in sorted(credited)], rng), at, credited)
        )
    return nodes


def _parents(nodes: Sequence[_Node], rng: Random, count: int) -> tuple[int, ...]:
    """Originals are taken from more often than what was made from them; a second parent has nothing in common with the first, if any."""
    weights = [1.0 / (1 + _depth(nodes, node.number)) ** 1.5 for node in nodes]
    found = rng.choices(range(len(nodes)), weights)
    apart = [number for number in range(len(nodes)) if not _above(nodes, number) & _above(nodes, found[0])]
    if count > 1 and apart:
        found += rng.choices(apart, [weights[number] for number in apart])
    return tuple(found)


def _differ(one: Draft, other: Draft) -> bool:
    """Whether the other has enough that the one lacks for a report to be mixed from both."""
    known = {line.topic for line in one.lines}
    return sum(line.topic not in known for line in other.lines) >= _MIXABLE


def _depth(nodes: Sequence[_Node], number: int) -> int:
    return 1 + max(_depth(nodes, parent) for parent in nodes[number].parents) if nodes[number].parents else 0


def _above(nodes: Sequence[_Node], number: int) -> set[int]:
    return {number}.union(*(_above(nodes, parent) for parent in nodes[number].parents))


def _crediting(draft: Draft, names: Sequence[str], rng: Random) -> Draft:
    """Name each of these in a sentence near the top."""
    lines = list(draft.lines)
    for name in names:
        credit = rng.choice(_CREDITS).format(name)
        place = next((n for n, line in enumerate(lines) if not line.spoken and n >= rng.randint(0, 2)), 0)
        if not lines[place].spoken:
            lines[place] = msgspec.structs.replace(lines[place], words=f"{lines[place].words.removesuffix('.')}, {credit}.")
        else:
            lines.insert(0, Line(topic="credit", words=f"The {name} first reported this."))
    return msgspec.structs.replace(draft, lines=tuple(lines))


def _withhold(nodes: Sequence[_Node], lost: int, rng: Random) -> set[int]:
    """Choose what is not among the reports: of those that several took from while they last."""
    children = {node.number: sum(node.number in other.parents for other in nodes) for node in nodes}
    several = [number for number, count in children.items() if count >= 2]
    others = [number for number, count in children.items() if count < 2]
    rng.shuffle(several)
    rng.shuffle(others)
    originals = [number for number in several if not nodes[number].parents]
    keep = originals[len(originals) // 2 :]  # half of the originals stay, else nothing had a source
    order = [number for number in several if number not in keep] + keep + others
    return set(order[:lost])


def _told(nodes: Sequence[_Node], withheld: set[int], world: World, rng: Random) -> Tradition:
    order = [node.number for node in nodes if node.number not in withheld]
    rng.shuffle(order)
    ids = {number: f"{nodes[number].house.name.lower().replace(' ', '-').replace(chr(39), '')}" for number in order}
    pages = {number: render(nodes[number].draft, world.people, nodes[number].house) for number in order}
    articles = [_article(nodes[number], ids[number], pages[number].text, rng) for number in sorted(order, key=ids.__getitem__)]
    edges, lost = list[TrueEdge](), dict[str, set[str]]()
    for number in order:
        node = nodes[number]
        parents = _visible(nodes, number, withheld)
        for parent in parents:
            if parent in withheld:
                lost.setdefault(nodes[parent].house.name, set()).add(ids[number])
            elif node.operation:
                kind = "mixed" if len(parents) > 1 else KINDS[node.operation]
                edge = TrueEdge(from_=ids[parent], to=ids[number], operation=node.operation, kind=kind, credited=parent in node.credits)
                edges.append(edge)
    naming = {nodes[w].house.name: tuple(sorted(ids[n] for n in order if f"the {nodes[w].house.name}" in pages[n].text)) for w in withheld}
    return Tradition(
        articles=tuple(articles),
        edges=tuple(sorted(edges, key=lambda edge: (edge.to, edge.from_))),
        remarks=tuple(one for number in order for one in _renditions(world, pages[number], ids[number])),
        withheld={name: tuple(sorted(found)) for name, found in sorted(lost.items())},
        named={name: found for name, found in sorted(naming.items()) if found},
        roots=len({root for number in order for root in _roots(nodes, number)}),
    )


def _visible(nodes: Sequence[_Node], number: int, withheld: set[int]) -> list[int]:
    """Its parents, a lost one replaced by its own parents; a lost original stands for itself."""
    found: list[int] = []
    for parent in nodes[number].parents:
        found += _visible(nodes, parent, withheld) if parent in withheld and nodes[parent].parents else [parent]
    return list(dict.fromkeys(found))


def _roots(nodes: Sequence[_Node], number: int) -> set[int]:
    return {above for above in _above(nodes, number) if not nodes[above].parents}


def _renditions(world: World, page: Rendered, article: str) -> list[TrueRendition]:
    """A remark of which only words that were said are left is a part of it, or the same, whatever was altered and dropped since."""
    found = []
    said = {one.key: ". ".join(one.sentences) for one in (*world.public, *world.private)}
    for spoken, span in page.spoken:
        relation, whole = spoken.relation, said[spoken.remark]
        pieces = [one.text for one, _ in page.spoken if one.remark == spoken.remark]
        if relation != "indirect" and all(piece.lower() in whole.lower() for piece in pieces):
            relation = "same" if len(spoken.text) == len(whole) else "part"
        elif relation != "indirect":
            mine = [one.relation for one, _ in page.spoken if one.remark == spoken.remark and one.relation != "indirect"]
            relation = max(mine, key=WORSE.index)
        found.append(TrueRendition(remark=spoken.remark, article=article, span=span, relation=relation))
    return found


def _article(node: _Node, id: str, text: str, rng: Random) -> Article:
    """As a person with the text in hand would read it: one date in six is missing, one in twenty is wrong."""
    at = node.at - timedelta(days=rng.randint(1, 3)) if rng.random() < 0.05 else node.at
    chance = rng.random()
    published = None if chance < 0.16 else at.date().isoformat() if chance < 0.85 else at.isoformat(timespec="minutes")
    return read_text(text, id=id, outlet=node.house.name, title=node.draft.title, published=published)
