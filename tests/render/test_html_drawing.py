"""The drawing's layout: nothing stands on anything else, time runs down, and every edge is there."""

from __future__ import annotations

from itertools import combinations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from retold.records import Dossier
from retold.render.html.drawing import Box, Drawing, draw
from retold.render.views.derivation import Arc, Graph, Node, graph

DAYS = st.one_of(st.none(), st.sampled_from(["2031-05-02", "2031-05-02T10:30:00+00:00", "2031-05-03", "soon"]))
NAMES = st.one_of(
    st.sampled_from(["Osk Herald", "Weekly of the Northern Islands and Territories", "港口报" * 8, "i" * 60]), st.text(max_size=30)
)


@st.composite
def graphs(given: st.DrawFn) -> Graph:
    """Graphs of up to twelve articles and four sources, cycles and doubled edges among them."""
    articles = [Node(id=f"a{n}", name=given(NAMES), published=given(DAYS)) for n in range(given(st.integers(1, 12)))]
    sources = [Node(id=f"unseen:{n}", name=given(NAMES), unseen=True) for n in range(given(st.integers(0, 4)))]
    ends = st.tuples(st.sampled_from([*articles, *sources]), st.sampled_from(articles))
    pairs = [pair for pair in given(st.lists(ends, max_size=20)) if pair[0].id != pair[1].id]
    arcs = [
        Arc(anchor=f"e-{n}", from_=one.id, to=other.id, directed=given(st.booleans()), label="condensed 40%", decided=given(st.booleans()))
        for n, (one, other) in enumerate(pairs, 1)
    ]
    return Graph(nodes=(*articles, *sources), arcs=tuple(arcs))


def overlap(one: Box, other: Box) -> bool:
    return one.x < other.x + other.width and other.x < one.x + one.width and one.y < other.y + other.height and other.y < one.y + one.height


def inside(drawing: Drawing, box: Box) -> bool:
    return box.x >= 0 and box.y >= 0 and box.x + box.width <= drawing.width and box.y + box.height <= drawing.height


@given(graphs())
def test_boxes_stand_apart_and_inside(shape: Graph) -> None:
    drawing = draw(shape)
    assert not [pair for pair in combinations(drawing.boxes, 2) if overlap(*pair)]
    assert all(inside(drawing, box) for box in drawing.boxes)
    assert len(drawing.boxes) == len(shape.nodes)


@given(graphs())
def test_every_edge_is_drawn_with_a_label_of_its_own_height(shape: Graph) -> None:
    drawing = draw(shape)
    assert [line.arc for line in drawing.lines] == list(shape.arcs)
    assert all(bool(line.head) is line.arc.directed for line in drawing.lines)
    places = [(line.anchor, line.x, line.y) for line in drawing.lines]
    for (side, x, y), (other_side, other_x, other_y) in combinations(places, 2):
        assert side != other_side or x != other_x or abs(y - other_y) >= 15


@given(graphs())
def test_time_runs_down(shape: Graph) -> None:
    drawing = draw(shape)
    articles = [box for box in drawing.boxes if not box.node.unseen]
    assert [box.node for box in articles] == [node for node in shape.nodes if not node.unseen]
    middles = [box.y + box.height / 2 for box in articles]
    assert middles == sorted(middles)


@given(graphs())
def test_the_order_of_edges_moves_no_box(shape: Graph) -> None:
    turned = msgspec.structs.replace(shape, arcs=tuple(reversed(shape.arcs)))
    there = {box.node.id: (box.x, box.width) for box in draw(turned).boxes}
    assert {box.node.id: (box.x, box.width) for box in draw(shape).boxes} == there


def test_sources_stand_left_and_what_was_taken_stands_right(tale: Dossier) -> None:
    drawing = draw(graph(tale))
    left = {box.node.name: box.x for box in drawing.boxes}
    assert left["KNA"] < left["Harbour Post"] < left["Tidewater Daily"] == left["Northlight"]
    assert "possibly an independent source" in next(box.title for box in drawing.boxes if box.node.name == "KNA")


def test_days_are_told_once(tale: Dossier) -> None:
    ticks = [tick.label for tick in draw(graph(tale)).ticks]
    assert ticks == ["4 Mar 2031", "18:30", "5 Mar 2031", "9 Mar 2031", "undated"]


def test_what_an_editor_decided_is_marked(tale: Dossier) -> None:
    edge = tale.derivation.edges[0]
    decided = msgspec.structs.replace(edge, evidence=(msgspec.structs.replace(edge.evidence[0], what="editor"),))
    derivation = msgspec.structs.replace(tale.derivation, edges=(decided, *tale.derivation.edges[1:]))
    lines = draw(graph(msgspec.structs.replace(tale, derivation=derivation))).lines
    assert [line.label for line in lines if line.arc.decided] == ["condensed 50% ✎"]
    assert [line.title for line in lines if "decided by an editor" in line.title] == [
        "Harbour Post led to Northlight: condensed 50%, decided by an editor"
    ]
