"""The derivation as a drawing: time runs down, a row for each article; a column further right for each step away from a source.

A row holds one article, so no name can stand on another, and an edge that runs along a row crosses no box. Edges leave a box at
its right, run down in a lane of their own between two columns, and enter at the left; likenesses run at the far right.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from ...records import Record
from ..views.derivation import Arc, Graph, Node
from ..views.names import readable_date

NAME_SIZE, LABEL_SIZE = 13, 12
"""Pixels of the letters of names, and of edges and dates; page.css sets the same."""
MOST_COLUMNS = 5
"""Steps drawn to the right; further ones stand in the last column."""
_AXIS, _EDGE, _BOX, _GAP, _SLOT, _LANE, _STUB = 132, 12, 26, 9, 18, 11, 12
_MOST_NAME = 190
_THIN, _WIDE = frozenset(" .,:;'’|!()[]-ijlftrI1"), frozenset("mwMWOQGDNHUCAVKXYZRBEPSTL@%&")


class Box(Record, frozen=True):
    """A node in its place."""

    node: Node
    x: float
    y: float
    """Of the upper left corner."""
    width: float
    height: float
    label: str
    """The name, cut where it is too long."""
    title: str
    """The name in full, the date and what it is, for the screen reader and the pointer."""
    arcs: tuple[str, ...] = ()
    """Anchors of its edges."""


class Line(Record, frozen=True):
    """An edge in its place."""

    arc: Arc
    path: str
    """SVG path, without the arrow's head."""
    head: str
    """SVG path of the arrow's head; empty for a likeness."""
    label: str
    x: float
    y: float
    """Where its label stands: the end of a label ahead of a box, the beginning of one behind."""
    anchor: str
    """SVG text-anchor."""
    title: str


class Tick(Record, frozen=True):
    """A date on the axis of time."""

    y: float
    label: str
    rule: float | None = None
    """Height of the line above it, where another day begins."""


class Drawing(Record, frozen=True):
    """Everything drawn, in pixels at its own size."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]


def draw(graph: Graph) -> Drawing:
    """Lay out a graph; the same graph gives the same drawing."""
    return _Layout(graph).drawing()


class _Layout:
    """Columns, rows, slots at the boxes' sides, lanes between the columns: worked out in this order."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.names = {node.id: node.name for node in graph.nodes}
        outside = {node.id for node in graph.nodes if node.unseen}
        # a likeness with an unseen source is drawn like what was taken from it, without a head
        self.likenesses = [arc for arc in graph.arcs if not (arc.directed or arc.from_ in outside)]
        self.alike = {arc.anchor for arc in self.likenesses}
        self.column = _columns(graph)
        self.last = max(self.column.values(), default=0)
        self.left: dict[str, list[Arc]] = {node.id: [] for node in graph.nodes}
        self.right: dict[str, list[Arc | None]] = {node.id: [] for node in graph.nodes}
        self._take_sides()
        self.high = {n.id: max(_BOX, _SLOT * max(len(self.left[n.id]), len(self.right[n.id])) + 8) for n in graph.nodes}
        self.centre: dict[str, float] = {}
        self.rows: list[tuple[Node, float, float]] = []
        self.height = self._rows()
        self._sort_slots()
        self.wide = {c: max(_width(_cut(n.name)) for n in graph.nodes if self.column[n.id] == c) + 30 for c in set(self.column.values())}
        self.lane, self.lanes = self._lanes()
        self.x, self.behind = self._widths()

    def drawing(self) -> Drawing:
        lane, lanes = _spread({a.anchor: (self._slot(a.from_, a), self._slot(a.to, a)) for a in self.likenesses})
        lines = [self._likeness(a, lane[a.anchor]) if a.anchor in self.alike else self._line(a) for a in self.graph.arcs]
        width = self.behind + (self._room(self.likenesses) + _LANE * lanes + _EDGE if self.likenesses else 0)
        return Drawing(
            width=width, height=self.height, boxes=tuple(map(self._box, self.graph.nodes)), lines=tuple(lines), ticks=tuple(self._ticks())
        )

    # -- rows and slots

    def _take_sides(self) -> None:
        for arc in self.graph.arcs:
            if arc.anchor in self.alike:
                self.right[arc.from_].append(arc)
                self.right[arc.to].append(arc)
                continue
            if None not in self.right[arc.from_]:
                self.right[arc.from_].insert(0, None)  # where all that is taken from it leaves
            (self.left if self._forward(arc) else self.right)[arc.to].append(arc)

    def _forward(self, arc: Arc) -> bool:
        return self.column[arc.from_] < self.column[arc.to]

    def _rows(self) -> float:
        """Rows of the articles, the unseen sources beside the first article that has from them; gives the height of all."""
        first: dict[str, list[str]] = {}
        placed: set[str] = set()
        outside = [node.id for node in self.graph.nodes if node.unseen]
        for node in self.graph.nodes:
            beside = {end for arc in self.graph.arcs if node.id in (arc.from_, arc.to) for end in (arc.from_, arc.to)}
            first[node.id] = [] if node.unseen else [s for s in outside if s in beside - placed]
            placed |= set(first[node.id])
        y = float(_EDGE)
        for node in [n for n in self.graph.nodes if not n.unseen]:
            stack = first[node.id]
            room = max(self.high[node.id], sum(self.high[s] for s in stack) + _GAP * max(len(stack) - 1, 0))
            self.centre[node.id] = y + room / 2
            at = y + (room - sum(self.high[s] for s in stack) - _GAP * max(len(stack) - 1, 0)) / 2
            for source in stack:
                self.centre[source] = at + self.high[source] / 2
                at += self.high[source] + _GAP
            self.rows.append((node, y, room))
            y += room + _GAP
        for node in self.graph.nodes:  # a source that only another source has
            if node.id not in self.centre:
                self.centre[node.id] = y + self.high[node.id] / 2
                y += self.high[node.id] + _GAP
        return y + _EDGE - _GAP

    def _sort_slots(self) -> None:
        """Edges enter a box in the order in which they come from above."""
        for name, arcs in self.left.items():
            arcs.sort(key=lambda arc: (self.centre[arc.from_], arc.anchor))
            self.right[name].sort(key=lambda arc: (arc is not None, arc and self.centre[arc.from_ if arc.to == name else arc.to]))

    def _slot(self, name: str, arc: Arc | None) -> float:
        """Height at which an edge meets a box; None for all that leave it."""
        side: Sequence[Arc | None] = self.left[name] if arc in self.left[name] else self.right[name]
        return self.centre[name] + (side.index(arc) - (len(side) - 1) / 2) * _SLOT

    # -- columns and lanes

    def _lanes(self) -> tuple[dict[str, int], dict[int, int]]:
        """For each box that something is taken from, its lane; for each column, how many lanes lie behind it."""
        lane: dict[str, int] = {}
        lanes: dict[int, int] = {}
        for column in sorted(set(self.column.values())):
            reach = {}
            for name in (n.id for n in self.graph.nodes if self.column[n.id] == column):
                ends = [self._slot(a.to, a) for a in self.graph.arcs if a.from_ == name and a.anchor not in self.alike]
                if ends:
                    start = self._slot(name, None)
                    reach[name] = (min(start, *ends), max(start, *ends))
            found, lanes[column] = _spread(reach)
            lane |= found
        return lane, lanes

    def _widths(self) -> tuple[dict[int, float], float]:
        """Where each column begins, and where all of them end."""
        x: dict[int, float] = {}
        at = float(_AXIS)
        for column in range(self.last + 1):
            at += self._ahead(column)
            x[column] = at
            own = [node.id for node in self.graph.nodes if self.column[node.id] == column]
            back = [arc for name in own for arc in self.right[name] if arc and arc.anchor not in self.alike]
            at += self.wide.get(column, 0) + _STUB + self._room(back) + _LANE * self.lanes.get(column, 0)
        return x, at

    def _lane_x(self, name: str) -> float:
        """Lanes lie ahead of the next column's labels, the first one nearest to them, so that long ones cross fewer."""
        column = self.column[name]
        end = self.behind if column == self.last else self.x[column + 1] - self._ahead(column + 1)
        return end - _LANE * (self.lanes[column] - self.lane[name]) + _LANE / 2

    def _ahead(self, column: int) -> float:
        """Room for the labels at the left of a column."""
        return self._room([arc for n in self.graph.nodes if self.column[n.id] == column for arc in self.left[n.id]])

    def _room(self, arcs: Sequence[Arc]) -> float:
        return max((_width(_label(arc), LABEL_SIZE) + 22 for arc in arcs), default=0)

    # -- what is drawn

    def _right_of(self, name: str) -> float:
        return self.x[self.column[name]] + self.wide[self.column[name]]

    def _line(self, arc: Arc) -> Line:
        start, lane = (self._right_of(arc.from_), self._slot(arc.from_, None)), self._lane_x(arc.from_)
        y = self._slot(arc.to, arc)
        forward = self._forward(arc)
        x = self.x[self.column[arc.to]] if forward else self._right_of(arc.to)
        towards = 1 if forward else -1
        head = f"M{_n(x - 8 * towards)} {_n(y - 4.5)}L{_n(x)} {_n(y)}L{_n(x - 8 * towards)} {_n(y + 4.5)}z"
        label = x - 12 * towards
        return Line(
            arc=arc,
            path=_bent(start, lane, (x - 7 * towards if arc.directed else x, y)),
            head=head if arc.directed else "",
            label=_label(arc),
            x=label,
            y=y - 4,
            anchor="end" if forward else "start",
            title=self._title(arc),
        )

    def _likeness(self, arc: Arc, lane: int) -> Line:
        one, other = sorted((arc.from_, arc.to), key=lambda name: self.centre[name])
        y = self._slot(other, arc)
        x = self.behind + self._room(self.likenesses) + _LANE * lane
        path = _bent((self._right_of(one), self._slot(one, arc)), x, (self._right_of(other), y))
        return Line(arc=arc, path=path, head="", label=_label(arc), x=self.behind + 4, y=y - 4, anchor="start", title=self._title(arc))

    def _title(self, arc: Arc) -> str:
        one, other = self.names[arc.from_], self.names[arc.to]
        told = f"{one} led to {other}" if arc.directed else f"{one} and {other} are alike"
        return f"{told}: {arc.label}{', decided by an editor' if arc.decided else ''}"

    def _box(self, node: Node) -> Box:
        told = [node.name]
        told.append("not among the reports" if node.unseen else readable_date(node.published))
        told += [{"confirmed": "independent source", "possible": "possibly an independent source"}[node.standing]] if node.standing else []
        told += ["stands apart"] if node.apart else []
        arcs = tuple(a.anchor for a in self.graph.arcs if node.id in (a.from_, a.to))
        high = self.high[node.id]
        return Box(
            node=node,
            x=self.x[self.column[node.id]],
            y=self.centre[node.id] - high / 2,
            width=self.wide[self.column[node.id]],
            height=high,
            label=_cut(node.name),
            title=", ".join(told),
            arcs=arcs,
        )

    def _ticks(self) -> Iterable[Tick]:
        before: str | None = ""
        for node, top, room in self.rows:
            day = node.published[:10] if node.published else None
            whole = readable_date(node.published).removesuffix(" UTC")
            label = whole if day != before else whole.partition(", ")[2]
            yield Tick(y=top + room / 2, label=label, rule=top - _GAP / 2 if before not in (day, "") else None)
            before = day


def _columns(graph: Graph) -> dict[str, int]:
    """Steps from a source: unseen sources in a column of their own, if there are any, then articles by their longest way from a root."""
    parents: dict[str, list[str]] = {node.id: [] for node in graph.nodes}
    outside = {node.id for node in graph.nodes if node.unseen}
    for arc in graph.arcs:
        if arc.directed and arc.from_ not in outside:
            parents[arc.to].append(arc.from_)
    depth: dict[str, int] = {}

    def walk(name: str, on_the_way: frozenset[str]) -> int:
        if name not in depth:
            above = [
                walk(parent, on_the_way | {name}) for parent in sorted(set(parents[name])) if parent not in on_the_way and parent != name
            ]
            depth[name] = min(1 + max(above, default=-1), MOST_COLUMNS - 1)
        return depth[name]

    first = 1 if outside else 0
    return {node.id: 0 if node.unseen else first + walk(node.id, frozenset()) for node in graph.nodes}


def _spread(reach: Mapping[str, tuple[float, float]]) -> tuple[dict[str, int], int]:
    """Intervals in as few lanes as keep them apart; the lane of each, and how many there are."""
    ends: list[float] = []
    lane: dict[str, int] = {}
    for name, span in sorted(reach.items(), key=lambda item: (min(item[1]), max(item[1]), item[0])):
        free = next((number for number, end in enumerate(ends) if end + _BOX / 2 < min(span)), len(ends))
        ends[free : free + 1] = [max(span)]
        lane[name] = free
    return lane, len(ends)


def _bent(start: tuple[float, float], lane: float, end: tuple[float, float]) -> str:
    """Along the row, down or up the lane, along the other row; corners rounded."""
    (x, y), (to_x, to_y) = start, end
    if abs(y - to_y) < 1:
        return f"M{_n(x)} {_n(y)}H{_n(to_x)}"
    r = min(6.0, abs(to_y - y) / 2)
    down = r if to_y > y else -r
    out = r if to_x > lane else -r
    return (
        f"M{_n(x)} {_n(y)}H{_n(lane - r)}Q{_n(lane)} {_n(y)} {_n(lane)} {_n(y + down)}"
        f"V{_n(to_y - down)}Q{_n(lane)} {_n(to_y)} {_n(lane + out)} {_n(to_y)}H{_n(to_x)}"
    )


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _cut(name: str) -> str:
    """A name cut in the middle until it fits into a box."""
    if _width(name) <= _MOST_NAME:
        return name
    keep = len(name) - 1
    while keep > 2 and _width(name[: keep - keep // 2] + name[-(keep // 2) :]) > _MOST_NAME - NAME_SIZE:
        keep -= 1
    return f"{name[: keep - keep // 2].rstrip()}…{name[-(keep // 2) :].lstrip()}"


def _label(arc: Arc) -> str:
    return arc.label + (" ✎" if arc.decided else "")


def _width(text: str, size: float = NAME_SIZE) -> float:
    """Pixels that a text takes at most in bold letters of a wide sans serif (DejaVu; others are a tenth narrower)."""
    return size * sum(_letter(char) for char in text)


def _letter(char: str) -> float:
    """Part of the size that a letter is wide."""
    if unicodedata.combining(char):
        return 0
    if not char.isascii() and unicodedata.east_asian_width(char) in "WF":
        return 1.05
    return 0.44 if char in _THIN else 0.95 if char in _WIDE else 0.71 if char.isascii() else 0.8
