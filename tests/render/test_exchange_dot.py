"""DOT: it parses by Graphviz's grammar, and every label is shown as it was."""

from __future__ import annotations

import html
import re
from itertools import pairwise
from typing import NamedTuple

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.records import Dossier, Edge
from retold.render import render
from retold.render.exchange.dot import quoted
from retold.render.exchange.wellformed import legal
from tests.render.test_exchange_dossiers import dossiers

_TOKEN = re.compile(r'\s*(?:(?P<string>"(?:\\.|[^"\\])*")|(?P<sign>->|[{}\[\]=;,])|(?P<word>[A-Za-z_]\w*))', re.DOTALL)


class Drawn(NamedTuple):
    """What a graph draws; attributes as a reader sees them."""

    nodes: dict[str, dict[str, str]]
    edges: list[tuple[str, str, dict[str, str]]]
    ranks: list[tuple[str, list[str]]]
    """Kind of rank with the nodes named in it."""
    title: str


def shown(string: str) -> str:
    """A quoted string as Graphviz shows it: https://graphviz.org/docs/attr-types/escString/ and HTML entities."""
    inner = string[1:-1]
    plain = re.sub(r"\\(.)", lambda m: {"n": "\n", '"': '"', "\\": "\\"}[m[1]], inner, flags=re.DOTALL)
    return re.sub(r"&#?\w+;", lambda m: html.unescape(m[0]), plain)


class Parser:
    """The part of https://graphviz.org/doc/info/lang.html that the documents use; anything else is an error."""

    def __init__(self, text: str) -> None:
        self.tokens: list[str] = []
        at = 0
        while text[at:].strip():
            match = _TOKEN.match(text, at)
            assert match, text[at : at + 60]
            self.tokens.append(match.group().strip())
            at = match.end()
        self.at = 0
        self.drawn = Drawn({}, [], [], "")

    def parse(self) -> Drawn:
        self.expect("digraph", "derivation", "{")
        title = self.statements(None)
        assert self.at == len(self.tokens)
        return self.drawn._replace(title=title)

    def expect(self, *signs: str) -> None:
        for sign in signs:
            assert self.tokens[self.at] == sign, self.tokens[self.at - 3 : self.at + 3]
            self.at += 1

    def identifier(self) -> str:
        token = self.tokens[self.at]
        assert token[0] == '"'
        self.at += 1
        return shown(token)

    def statements(self, rank: list[str] | None) -> str:
        title = ""
        while self.tokens[self.at] != "}":
            head = self.tokens[self.at]
            if head == "{":
                self.at += 1
                self.expect("rank", "=")
                kind, named = self.identifier(), list[str]()
                self.expect(";")
                self.statements(named)
                self.drawn.ranks.append((kind, named))
                continue
            if head in ("graph", "node", "edge"):
                self.at += 1
                attributes = self.attributes()
                title = attributes["label"] if head == "graph" else title
            else:
                self.drawing(rank)
            self.expect(";")
        self.at += 1
        return title

    def drawing(self, rank: list[str] | None) -> None:
        ends = [self.identifier()]
        while self.tokens[self.at] == "->":
            self.at += 1
            ends.append(self.identifier())
        attributes = self.attributes() if self.tokens[self.at] == "[" else {}
        if len(ends) == 1:
            self.drawn.nodes.setdefault(ends[0], {}).update(attributes)
            if rank is not None:
                rank.append(ends[0])
        for one, other in pairwise(ends):
            self.drawn.edges.append((one, other, attributes))

    def attributes(self) -> dict[str, str]:
        found = {}
        self.expect("[")
        while self.tokens[self.at] != "]":
            name = self.tokens[self.at]
            self.at += 1
            self.expect("=")
            found[name] = self.identifier()
            if self.tokens[self.at] == ",":
                self.at += 1
        self.at += 1
        return found


def drawn(dossier: Dossier) -> Drawn:
    return Parser(render(dossier, "dot")).parse()


@given(st.text(st.one_of(st.sampled_from('ab\\"&;#lt{}<>|[]\n\r\t%/*é🚢'), st.characters()), max_size=30))
def test_a_label_is_shown_as_it_was(text: str) -> None:
    written = quoted(text)
    assert re.fullmatch(r'"(?:\\[n"\\]|[^"\\\n\r\x00])*"', written)
    assert shown(written) == "\n".join(" ".join(line.split()) for line in legal(text).split("\n"))


def test_entities_and_escapes_mean_nothing() -> None:
    assert quoted('a "b" \\N &lt; & c\\') == '"a \\"b\\" \\\\N &amp;lt; & c\\\\"'


@settings(max_examples=80)
@given(dossiers())
def test_every_dossier_parses_and_draws_what_there_is(dossier: Dossier) -> None:
    found = drawn(dossier)
    heads = {name for name in found.nodes if name.startswith("time.")}
    ends = {end for edge in dossier.derivation.edges for end in (edge.from_, edge.to)}
    roots = {root.name for root in dossier.derivation.independent_sources.roots if root.name.startswith("unseen:")}
    assert len(found.nodes) - len(heads) == len({article.id for article in dossier.articles} | ends | roots)
    assert len([edge for edge in found.edges if edge[0] not in heads]) == len(dossier.derivation.edges)
    assert {end for edge in found.edges for end in edge[:2]} <= set(found.nodes)
    assert sorted(name for _, named in found.ranks for name in named) == sorted(found.nodes)


def test_the_tale(tale: Dossier) -> None:
    found = drawn(tale)
    assert found.title == "Ferry to Osk <opens>"
    assert found.ranks == [
        ("source", ["kna"]),
        ("same", ["time.1", "harbour-post", "northlight"]),
        ("same", ["time.2", "tidewater-daily"]),
        ("same", ["time.3", "vellmar-radio"]),
        ("same", ["time.4", "report"]),
    ]
    assert [found.nodes[f"time.{n}"]["label"] for n in (1, 2, 3, 4)] == ["4 Mar 2031", "5 Mar 2031", "9 Mar 2031", "undated"]
    assert found.nodes["kna"]["style"] == "dashed"
    assert found.nodes["harbour-post"]["peripheries"] == "2"
    assert found.nodes["northlight"]["label"] == "Northlight\nOsk ferry: four ships bought\n4 Mar 2031, 18:30 UTC"
    assert found.nodes["report"]["style"] == "dotted"
    edges = {(one, other): looks for one, other, looks in found.edges}
    assert edges["harbour-post", "tidewater-daily"]["label"] == "rewrite 75%"
    assert "dir" not in edges["harbour-post", "tidewater-daily"]
    assert edges["tidewater-daily", "northlight"]["dir"] == "none"
    assert edges["kna", "tidewater-daily"]["label"] == "mixed"


def test_an_edge_against_time_moves_nothing(tale: Dossier) -> None:
    back, along = (
        Edge(from_="tidewater-daily", to=to, directed=True, kind="copy", share=1, confidence=1, evidence=())
        for to in ("harbour-post", "vellmar-radio")
    )
    found = drawn(msgspec.structs.replace(tale, derivation=msgspec.structs.replace(tale.derivation, edges=(back, along))))
    assert {other: looks.get("constraint") for one, other, looks in found.edges if one == "tidewater-daily"} == {
        "harbour-post": "false",
        "vellmar-radio": None,
    }


def test_nothing_is_a_graph(nothing: Dossier) -> None:
    assert drawn(nothing) == Drawn({}, [], [], "nothing")
