"""GraphML: keys with types, every node and edge once, and no direction that nobody found."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from hypothesis import given, settings

from retold.records import Dossier
from retold.render import render
from retold.render.exchange.graphml import EDGE_KEYS, NODE_KEYS
from retold.render.exchange.wellformed import legal
from tests.render.test_exchange_dossiers import dossiers

NS = "{http://graphml.graphdrawing.org/xmlns}"
READ = {"string": str, "double": float, "boolean": {"true": True, "false": False}.__getitem__}


def graph(dossier: Dossier) -> tuple[Element, dict[str, tuple[str, str]]]:
    """The graph, and its keys by id with name and type."""
    root = ElementTree.fromstring(render(dossier, "graphml").encode())
    assert root.tag == f"{NS}graphml"
    keys = {key.get("id", ""): (key.get("attr.name", ""), key.get("attr.type", "")) for key in root.findall(f"{NS}key")}
    found = root.find(f"{NS}graph")
    assert found is not None
    assert found.get("edgedefault") == "directed"
    return found, keys


def data(element: Element, keys: dict[str, tuple[str, str]]) -> dict[str, object]:
    """The values of a node or edge, read as their keys say."""
    found: dict[str, object] = {}
    for value in element.findall(f"{NS}data"):
        name, kind = keys[value.get("key", "")]
        found[name] = READ[kind](value.text or "")  # type: ignore[operator]
    return found


@settings(max_examples=80)
@given(dossiers())
def test_every_node_and_edge_is_there_with_what_is_known(dossier: Dossier) -> None:
    found, keys = graph(dossier)
    nodes = {node.get("id"): data(node, keys) for node in found.findall(f"{NS}node")}
    assert len(nodes) == len(found.findall(f"{NS}node"))
    articles = {legal(article.id): article for article in dossier.articles}
    seen = [values for values in nodes.values() if not values["unseen"]]
    assert [values["id"] for values in seen] == [legal(article.id) for article in dossier.articles]
    for values in seen:
        article = articles[str(values["id"])]
        if len(articles) == len(dossier.articles):
            assert values.get("published") == (None if article.published is None else legal(article.published))
    edges = [(edge.get("id"), edge.get("source"), edge.get("target"), data(edge, keys)) for edge in found.findall(f"{NS}edge")]
    assert len({id for id, *_ in edges}) == len(edges)
    assert len(edges) == sum(1 if edge.directed else 2 for edge in dossier.derivation.edges)
    for _, source, target, values in edges:
        assert {source, target} <= set(nodes)
        assert set(values) == set(EDGE_KEYS)
        if not values["directed"]:
            assert any((one, other) == (target, source) and not twin["directed"] for _, one, other, twin in edges)


def test_keys_are_declared_with_their_types(tale: Dossier) -> None:
    _, keys = graph(tale)
    assert keys == {f"node-{name}": (name, kind) for name, kind in NODE_KEYS.items()} | {
        f"edge-{name}": (name, kind) for name, kind in EDGE_KEYS.items()
    }


def test_the_tale(tale: Dossier) -> None:
    found, keys = graph(tale)
    assert found.findtext(f"{NS}desc") == "Ferry to Osk <opens>"
    nodes = {node.get("id"): data(node, keys) for node in found.findall(f"{NS}node")}
    assert list(nodes) == ["harbour-post", "northlight", "tidewater-daily", "vellmar-radio", "report", "kna"]
    assert nodes["harbour-post"] == {
        "label": "Harbour Post",
        "id": "harbour-post",
        "unseen": False,
        "outlet": "Harbour Post",
        "title": "Ferry line will open in spring, minister tells the Post",
        "published": "2031-03-04",
        "url": "https://post.example/ferry?a=1&b=2",
        "root": "confirmed",
        "because": "Its own interview with Oskelund.",
        "apart": False,
    }
    assert nodes["report"]["apart"] is True
    assert (nodes["kna"]["label"], nodes["kna"]["unseen"], nodes["kna"]["root"]) == ("KNA", True, "possible")
    edges = {(edge.get("source"), edge.get("target")): data(edge, keys) for edge in found.findall(f"{NS}edge")}
    assert edges["harbour-post", "tidewater-daily"] == {
        "label": "rewrite",
        "kind": "rewrite",
        "directed": True,
        "share": 0.75,
        "confidence": 0.8,
        "evidence": "order: 3 of 4 passages follow in the same order.",
    }
    assert edges["tidewater-daily", "northlight"] == edges["northlight", "tidewater-daily"]
    assert edges["northlight", "tidewater-daily"]["directed"] is False
    assert ("northlight", "harbour-post") not in edges


def test_nothing_is_a_graph(nothing: Dossier) -> None:
    found, _ = graph(nothing)
    assert [child.tag for child in found] == [f"{NS}desc"]
