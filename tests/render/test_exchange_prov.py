"""PROV: the JSON-LD expands to PROV-O's own terms, used between what PROV-O says, and points to nothing that is not there."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote

import msgspec
import pytest
from hypothesis import given, settings

from retold.records import Dossier, Edge, EdgeKind, Root
from retold.render import render
from retold.render.exchange.prov import CONTEXT, TERMS, way_of
from retold.render.exchange.segments import words_of
from retold.render.exchange.wellformed import legal
from tests.render.test_exchange_dossiers import dossiers

PROV = "http://www.w3.org/ns/prov#"
RETOLD = "urn:retold:term:"
ENTITY, AGENT = {"Entity"}, {"Agent", "Organization", "Person", "SoftwareAgent"}
PROPERTIES: dict[str, tuple[set[str], set[str]]] = {
    "wasAttributedTo": (ENTITY, AGENT),
    "wasDerivedFrom": (ENTITY, ENTITY),
    "wasQuotedFrom": (ENTITY, ENTITY),
    "wasRevisionOf": (ENTITY, ENTITY),
    "hadPrimarySource": (ENTITY, ENTITY),
    "alternateOf": (ENTITY, ENTITY),
    "qualifiedDerivation": (ENTITY, {"Derivation"}),
    "qualifiedQuotation": (ENTITY, {"Quotation"}),
    "qualifiedRevision": (ENTITY, {"Revision"}),
    "qualifiedPrimarySource": (ENTITY, {"PrimarySource"}),
    "entity": ({"Derivation", "Quotation", "Revision", "PrimarySource"}, ENTITY),
}
"""Domain and range of PROV-O's properties (https://www.w3.org/TR/prov-o/#cross-reference-starting-point-terms and below)."""
LITERALS = {"value": ENTITY}

Triple = tuple[str, str, Any]


class Expanded:
    """A document as triples, by the rules of JSON-LD that its context uses."""

    def __init__(self, text: str) -> None:
        document = json.loads(text)
        assert set(document) == {"@context", "@graph"}
        self.context = document["@context"]
        self.triples: list[Triple] = []
        self.blank = 0
        for node in document["@graph"]:
            assert "id" in node
            self.node(node)

    def iri(self, name: str) -> str:
        """A term or compact IRI in full; a name that the context does not know must be a full IRI."""
        term = self.context.get(name)
        if term is not None:
            return self.iri(term["@id"] if isinstance(term, dict) else term)
        prefix, _, rest = name.partition(":")
        if prefix in self.context and not rest.startswith("//"):
            return str(self.iri(self.context[prefix])) + rest
        assert re.fullmatch(r"(urn|http):[!#$%&'()*+,\-./0-9:;=?@A-Za-z_~]+", name), name
        return name

    def node(self, node: dict[str, Any]) -> str:
        self.blank += 1
        subject = self.iri(node["id"]) if "id" in node else f"_:{self.blank}"
        for key, value in node.items():
            if key == "id":
                continue
            assert key in self.context, key
            for one in value if isinstance(value, list) else [value]:
                if key == "type":
                    self.triples.append((subject, "type", self.iri(one)))
                else:
                    self.triples.append((subject, self.iri(key), self.object(key, one)))
        return subject

    def object(self, key: str, value: Any) -> Any:
        link = isinstance(self.context[key], dict) and self.context[key].get("@type") == "@id"
        if isinstance(value, dict):
            if "@value" in value:
                assert set(value) == {"@value", "@type"}
                return value["@value"], self.iri(value["@type"])
            return self.node(value)
        return self.iri(value) if link else value

    def objects(self, subject: str, name: str) -> list[Any]:
        return [o for s, p, o in self.triples if (s, p) == (subject, name)]

    def types(self, subject: str) -> set[str]:
        return {kind.removeprefix(PROV) for kind in self.objects(subject, "type")}


def expanded(dossier: Dossier) -> Expanded:
    return Expanded(render(dossier, "prov"))


def assert_provenance(found: Expanded) -> None:
    """PROV's properties stand between what PROV-O allows, and qualified ones beside the plain ones."""
    described = {subject for subject, name, _ in found.triples if name == "type"}
    for subject, name, value in found.triples:
        if name in (f"{RETOLD}between", f"{RETOLD}base"):
            assert value in described
        if not name.startswith(PROV):
            continue
        term = name.removeprefix(PROV)
        if term in LITERALS:
            assert found.types(subject) & LITERALS[term]
            continue
        domain, range_ = PROPERTIES[term]
        assert found.types(subject) & domain, (subject, term)
        assert found.types(value) & range_, (term, value)
    for plain, qualified, _ in TERMS.values():
        for subject, name, value in found.triples:
            if name == PROV + qualified:
                (source,) = found.objects(value, f"{PROV}entity")
                assert source in found.objects(subject, PROV + plain)
                assert source in found.objects(subject, f"{PROV}wasDerivedFrom")


@settings(max_examples=80)
@given(dossiers())
def test_every_dossier_is_provenance(dossier: Dossier) -> None:
    found = expanded(dossier)
    assert_provenance(found)
    directed = [edge for edge in dossier.derivation.edges if edge.directed]
    evidence = [o for _, name, o in found.triples if name == f"{RETOLD}evidence"]
    likenesses = [s for s, name, o in found.triples if name == "type" and o == f"{RETOLD}Likeness"]
    assert len(evidence) == sum(len(edge.evidence) for edge in dossier.derivation.edges)
    assert len(likenesses) == len(dossier.derivation.edges) - len(directed)


@settings(max_examples=40)
@given(dossiers())
def test_identifiers_say_which_article_is_meant(dossier: Dossier) -> None:
    found = expanded(dossier)
    articles = [s for s, name, o in found.triples if name == "type" and o == f"{RETOLD}Article"]
    assert [unquote(article.partition(":article/")[2]) for article in articles] == [legal(article.id) for article in dossier.articles]


def test_the_tale(tale: Dossier) -> None:
    found = expanded(tale)
    assert_provenance(found)
    here = next(s for s, _, _ in found.triples if s.endswith(":dossier")).removesuffix(":dossier")
    post, north, tide = (f"{here}:article/{name}" for name in ("harbour-post", "northlight", "tidewater-daily"))
    assert found.objects(north, f"{PROV}wasRevisionOf") == [post]
    assert found.objects(tide, f"{PROV}wasDerivedFrom") == [post, f"{here}:unseen/KNA"]
    assert found.objects(tide, f"{PROV}wasRevisionOf") == [post]
    (qualified,) = found.objects(tide, f"{PROV}qualifiedRevision")
    assert found.objects(qualified, f"{RETOLD}share") == [0.75]
    assert found.objects(qualified, f"{RETOLD}kind") == ["rewrite"]
    (reason,) = found.objects(qualified, f"{RETOLD}evidence")
    assert found.objects(reason, "http://www.w3.org/2000/01/rdf-schema#label") == ["3 of 4 passages follow in the same order."]
    assert len(found.objects(reason, f"{RETOLD}fromSpans")) == 2
    assert found.objects(post, f"{PROV}wasAttributedTo") == [f"{here}:agent/Harbour%20Post", f"{here}:agent/Ilse%20Varn"]
    assert found.objects(post, "http://purl.org/dc/terms/issued") == [("2031-03-04", "http://www.w3.org/2001/XMLSchema#date")]
    assert found.objects(f"{post}/revision/1", f"{PROV}alternateOf") == [post]
    assert found.objects(f"{here}:likeness/1", f"{RETOLD}between") == [tide, north]
    assert found.types(f"{here}:agent/Harbour%20Post") == {"Agent", "Organization"}
    assert found.types(f"{here}:agent/Marit%20Oskelund") == {"Agent"}


def test_renditions_quote_their_utterance(tale: Dossier) -> None:
    found = expanded(tale)
    here = next(s for s, _, _ in found.triples if s.endswith(":dossier")).removesuffix(":dossier")
    said = f"{here}:utterance/u1"
    assert found.objects(said, f"{PROV}wasAttributedTo") == [f"{here}:agent/Marit%20Oskelund"]
    assert found.objects(said, f"{RETOLD}base") == [f"{said}/rendition/1"]
    texts = {article.id: article.text for article in tale.articles}
    for number, rendition in enumerate(tale.utterances[0].renditions, 1):
        node = f"{said}/rendition/{number}"
        assert found.objects(node, f"{PROV}value") == [words_of(texts[rendition.article], rendition.spans)]
        assert found.objects(node, f"{PROV}wasQuotedFrom") == ([] if rendition.relation == "indirect" else [said])
        assert found.objects(node, f"{PROV}wasDerivedFrom") == [said]
        assert found.objects(node, "http://purl.org/dc/terms/isPartOf") == [f"{here}:article/{rendition.article}"]


@pytest.mark.parametrize(
    ("source", "kind", "standing", "way"),
    [
        ("harbour-post", "copy", None, "quoted"),
        ("harbour-post", "rewrite", "confirmed", "revised"),
        ("harbour-post", "condensed", None, "revised"),
        ("harbour-post", "mixed", None, "derived"),
        ("unseen:KNA", "copy", "confirmed", "primary"),
        ("unseen:KNA", "copy", "possible", "derived"),
        ("unseen:KNA", "rewrite", None, "derived"),
    ],
)
def test_what_prov_says_of_an_edge(source: str, kind: EdgeKind, standing: Any, way: str) -> None:
    edge = Edge(from_=source, to="a", directed=True, kind=kind, share=0, confidence=1, evidence=())
    roots = {source: Root(name=source, standing=standing, because="")} if standing else {}
    assert way_of(edge, roots) == way


def test_two_stories_share_no_identifiers_but_the_software(tale: Dossier, crowd: Dossier) -> None:
    subjects = [{s for s, _, _ in expanded(dossier).triples if s.startswith("urn:")} for dossier in (tale, crowd)]
    assert subjects[0] & subjects[1] == {"urn:retold:software:0.0.0"}
    other = msgspec.structs.replace(tale, retold="0.0.1")
    assert {s for s, _, _ in expanded(other).triples if s.startswith("urn:")} & subjects[0] == subjects[0] - {"urn:retold:software:0.0.0"}


def test_nothing_is_provenance(nothing: Dossier) -> None:
    found = expanded(nothing)
    assert_provenance(found)
    assert sum(name == "type" for _, name, _ in found.triples) == 2


def test_every_name_of_the_context_is_used(full_tale: Dossier) -> None:
    primary = msgspec.structs.replace(
        full_tale.derivation.independent_sources, roots=(Root(name="unseen:KNA", standing="confirmed", because="Named."),)
    )
    copied = Edge(from_="northlight", to="vellmar-radio", directed=True, kind="copy", share=1, confidence=1, evidence=())
    edges = (*full_tale.derivation.edges, copied, msgspec.structs.replace(copied, kind="mixed"))
    dossier = msgspec.structs.replace(
        full_tale, derivation=msgspec.structs.replace(full_tale.derivation, edges=edges, independent_sources=primary)
    )
    written = render(dossier, "prov")
    body = json.dumps(json.loads(written)["@graph"])
    prefixes = {"prov", "dcterms", "oa", "rdfs", "xsd", "retold", "@version"}
    assert [name for name in CONTEXT if name not in prefixes and f'"{name}"' not in body] == []
