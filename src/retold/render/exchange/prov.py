"""The derivation and the remarks as W3C PROV: terms of PROV-O in JSON-LD 1.1, with the context inside, so that it reads offline.

The terms: https://www.w3.org/TR/prov-o/, the form: https://www.w3.org/TR/json-ld11/. Articles, unseen sources, utterances and
renditions are entities; outlets, authors, speakers and Retold are agents. What PROV has no term for stands under ``urn:retold:term:``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal
from urllib.parse import quote

import msgspec

from ...records import Dossier, Edge, EdgeKind, Record, Rendition, Root, Span, Utterance
from ..views.names import is_unseen, source_name
from .segments import words_of
from .wellformed import legal, moment

_Object = dict[str, Any]

_LINK: Final = {"@type": "@id"}
CONTEXT: Final[_Object] = {
    "@version": 1.1,
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "retold": "urn:retold:term:",
    "id": "@id",
    "type": "@type",
    "label": "rdfs:label",
    "title": "dcterms:title",
    "issued": "dcterms:issued",
    "identifier": "dcterms:identifier",
    "isPartOf": {"@id": "dcterms:isPartOf", **_LINK},
    "value": "prov:value",
    "entity": {"@id": "prov:entity", **_LINK},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", **_LINK},
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", **_LINK},
    "wasQuotedFrom": {"@id": "prov:wasQuotedFrom", **_LINK},
    "wasRevisionOf": {"@id": "prov:wasRevisionOf", **_LINK},
    "hadPrimarySource": {"@id": "prov:hadPrimarySource", **_LINK},
    "alternateOf": {"@id": "prov:alternateOf", **_LINK},
    "qualifiedDerivation": "prov:qualifiedDerivation",
    "qualifiedQuotation": "prov:qualifiedQuotation",
    "qualifiedRevision": "prov:qualifiedRevision",
    "qualifiedPrimarySource": "prov:qualifiedPrimarySource",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "share": {"@id": "retold:share", "@type": "xsd:double"},
    "confidence": {"@id": "retold:confidence", "@type": "xsd:double"},
    "between": {"@id": "retold:between", **_LINK},
    "base": {"@id": "retold:base", **_LINK},
    "spans": {"@id": "retold:spans", "@container": "@list"},
    "fromSpans": {"@id": "retold:fromSpans", "@container": "@list"},
    "toSpans": {"@id": "retold:toSpans", "@container": "@list"},
    "evidence": {"@id": "retold:evidence", "@container": "@list"},
    **{
        name: f"retold:{name}"
        for name in (
            "alias",
            "because",
            "credit",
            "kind",
            "occasion",
            "place",
            "relation",
            "role",
            "root",
            "settings",
            "sha256",
            "url",
            "what",
        )
    },
}
"""Every name that a document uses; ``spans`` and ``evidence`` keep their order."""

Way = Literal["derived", "quoted", "revised", "primary"]
TERMS: Final[Mapping[Way, tuple[str, str, str]]] = {
    "derived": ("wasDerivedFrom", "qualifiedDerivation", "prov:Derivation"),
    "quoted": ("wasQuotedFrom", "qualifiedQuotation", "prov:Quotation"),
    "revised": ("wasRevisionOf", "qualifiedRevision", "prov:Revision"),
    "primary": ("hadPrimarySource", "qualifiedPrimarySource", "prov:PrimarySource"),
}
"""PROV's property for one way of deriving, the one that qualifies it, and the class of what qualifies it."""
WAYS: Final[Mapping[EdgeKind, Way]] = {
    "copy": "quoted",
    "rewrite": "revised",
    "condensed": "revised",
    "mixed": "derived",
    "likeness": "derived",
}
"""Kind of a directed edge between articles → way. A copy repeats the text, a rewrite or a shorter text has much of it in other words; of
a mixed report PROV can say no more than that it was derived."""


class _Ids(Record, frozen=True):
    """Identifiers of one document; its prefix tells its remarks from those of other dossiers."""

    prefix: str

    def article(self, id: str) -> str:
        return self._made("article", id)

    def source(self, name: str) -> str:
        """An article id or ``unseen:NAME``."""
        return self._made("unseen", source_name(name, {})) if is_unseen(name) else self.article(name)

    def agent(self, name: str) -> str:
        return self._made("agent", name)

    def utterance(self, id: str) -> str:
        return self._made("utterance", id)

    def rendition(self, utterance: str, number: int) -> str:
        return f"{self.utterance(utterance)}/rendition/{number}"

    def _made(self, kind: str, name: str) -> str:
        return f"{self.prefix}:{kind}/{quote(legal(name), safe='')}"


def render_prov(dossier: Dossier) -> str:
    """The dossier's provenance as a JSON-LD document, the same for the same dossier."""
    decided = (one.text for one in dossier.corrections if one.applied)
    texts = "\n".join([dossier.story, dossier.settings, *(f"{a.id} {a.digest}" for a in dossier.articles), *decided])
    digest = hashlib.sha256(legal(texts).encode()).hexdigest()[:12]
    ids = _Ids(prefix=f"urn:retold:{digest}")
    nodes = [node for part in (_made_by, _agents, _articles, _outside, _likenesses, _remarks) for node in part(dossier, ids)]
    return msgspec.json.format(msgspec.json.encode({"@context": CONTEXT, "@graph": nodes}), indent=2).decode() + "\n"


def _node(id: str | None, types: Sequence[str], **properties: object) -> _Object:
    """An object of the graph; properties without a value are left out, text is made legal."""
    given = {name: _legal(value) for name, value in properties.items() if value not in (None, "", [])}
    return {**({"id": id} if id else {}), "type": types[0] if len(types) == 1 else list(types), **given}


def _legal(value: object) -> object:
    if isinstance(value, str):
        return legal(value)
    return [_legal(one) for one in value] if isinstance(value, list) else value


def _made_by(dossier: Dossier, ids: _Ids) -> Iterator[_Object]:
    software = f"urn:retold:software:{quote(legal(dossier.retold), safe='.')}"
    yield _node(
        f"{ids.prefix}:dossier",
        ["prov:Entity"],
        title=dossier.story,
        settings=dossier.settings,
        wasAttributedTo=[software],
        wasDerivedFrom=[ids.article(article.id) for article in dossier.articles],
    )
    yield _node(software, ["prov:SoftwareAgent"], label=f"Retold {dossier.retold}")


def _agents(dossier: Dossier, ids: _Ids) -> Iterator[_Object]:
    """Outlets, authors and speakers; who is two of these is one agent. Of a speaker it is not known whether it is a person or a body."""
    outlets = {article.outlet for article in dossier.articles if article.outlet}
    authors = {author for article in dossier.articles for author in article.byline}
    speakers = {speaker.name: speaker for speaker in dossier.speakers}
    told = {utterance.speaker for utterance in dossier.utterances if utterance.speaker}
    for name in sorted({*outlets, *authors, *speakers, *told}):
        known = speakers.get(name)
        types = ["prov:Agent", *(["prov:Organization"] if name in outlets else []), *(["prov:Person"] if name in authors - outlets else [])]
        yield _node(
            ids.agent(name), types, label=name, alias=list(known.aliases) if known else None, role=list(known.roles) if known else None
        )


def _articles(dossier: Dossier, ids: _Ids) -> Iterator[_Object]:
    roots = _roots(dossier)
    for article in dossier.articles:
        root = roots.get(article.id)
        yield _node(
            ids.article(article.id),
            ["prov:Entity", "retold:Article"],
            title=article.title,
            identifier=article.id,
            url=article.url,
            issued=_typed(article.published),
            sha256=article.digest,
            credit=list(article.credit),
            wasAttributedTo=[ids.agent(name) for name in dict.fromkeys([article.outlet, *article.byline]) if name],
            root=root and root.standing,
            because=root and root.because,
            **_taken(dossier, article.id, ids),
        )
        for number, revision in enumerate(article.revisions, 1):
            yield _node(
                f"{ids.article(article.id)}/revision/{number}",
                ["prov:Entity", "retold:Article"],
                identifier=revision.id,
                issued=_typed(revision.published),
                sha256=revision.digest,
                alternateOf=[ids.article(article.id)],
            )


def _typed(published: str | None) -> _Object | None:
    """A date as a literal of XML Schema."""
    read = moment(published)
    return {"@value": read, "@type": "xsd:dateTime" if "T" in read else "xsd:date"} if read else None


def way_of(edge: Edge, roots: Mapping[str, Root]) -> Way:
    """The way of a directed edge. Of a source that nobody here has seen, a text can't be shown to be a copy or a revision: it is a
    primary source where it counts as a confirmed root, else what the article was derived from.
    """
    if not is_unseen(edge.from_):
        return WAYS[edge.kind]
    root = roots.get(edge.from_)
    return "primary" if root and root.standing == "confirmed" else "derived"


def _taken(dossier: Dossier, to: str, ids: _Ids) -> _Object:
    """What an article took from where, each way of taking once plainly and once with its evidence."""
    found: dict[str, list[Any]] = {}
    for edge in dossier.derivation.edges:
        if edge.to != to or not edge.directed:
            continue
        plain, qualified, means = TERMS[way_of(edge, _roots(dossier))]
        source = ids.source(edge.from_)
        for name in dict.fromkeys(["wasDerivedFrom", plain]):
            found.setdefault(name, []).append(source)
        found.setdefault(qualified, []).append(_node(None, [means], entity=source, **_judged(edge)))
    return found


def _roots(dossier: Dossier) -> dict[str, Root]:
    return {root.name: root for root in dossier.derivation.independent_sources.roots}


def _judged(edge: Edge) -> _Object:
    evidence = [
        _node(None, ["retold:Evidence"], what=one.what, label=one.text, fromSpans=_spans(one.from_spans), toSpans=_spans(one.to_spans))
        for one in edge.evidence
    ]
    return {"kind": edge.kind, "share": float(edge.share), "confidence": float(edge.confidence), "evidence": evidence}


def _spans(spans: Sequence[Span]) -> list[_Object]:
    return [_node(None, ["oa:TextPositionSelector"], start=start, end=end) for start, end in spans]


def _outside(dossier: Dossier, ids: _Ids) -> Iterator[_Object]:
    """Ends of edges, and roots, that are not among the articles."""
    articles = {article.id for article in dossier.articles}
    roots = _roots(dossier)
    ends = [end for edge in dossier.derivation.edges for end in (edge.from_, edge.to)]
    for name in dict.fromkeys([*ends, *roots]):
        if name not in articles:
            root = roots.get(name)
            taken = _taken(dossier, name, ids)
            standing = {"root": root.standing, "because": root.because} if root else {}
            yield _node(ids.source(name), ["prov:Entity", "retold:UnseenSource"], label=source_name(name, {}), **standing, **taken)


def _likenesses(dossier: Dossier, ids: _Ids) -> Iterator[_Object]:
    """Edges without direction: PROV has none, and two reports of one event are no alternates of one thing."""
    undirected = [edge for edge in dossier.derivation.edges if not edge.directed]
    for number, edge in enumerate(undirected, 1):
        ends = [ids.source(edge.from_), ids.source(edge.to)]
        yield _node(f"{ids.prefix}:likeness/{number}", ["retold:Likeness"], between=ends, **_judged(edge))


def _remarks(dossier: Dossier, ids: _Ids) -> Iterator[_Object]:
    texts = {article.id: article.text for article in dossier.articles}
    for utterance in dossier.utterances:
        yield _utterance(utterance, ids)
        for number, rendition in enumerate(utterance.renditions, 1):
            yield _rendition(utterance, number, rendition, texts[rendition.article], ids)


def _utterance(utterance: Utterance, ids: _Ids) -> _Object:
    occasion = utterance.occasion
    base = next((number for number, one in enumerate(utterance.renditions, 1) if one.quotation == utterance.base), None)
    return _node(
        ids.utterance(utterance.id),
        ["prov:Entity", "retold:Utterance"],
        identifier=utterance.id,
        wasAttributedTo=[ids.agent(utterance.speaker)] if utterance.speaker else None,
        occasion=occasion and occasion.label,
        issued=_typed(occasion.date) if occasion else None,
        place=occasion and occasion.place,
        base=[ids.rendition(utterance.id, base)] if base else None,
    )


def _rendition(utterance: Utterance, number: int, rendition: Rendition, text: str, ids: _Ids) -> _Object:
    """A passage of an article that quotes the utterance, or, told in the report's own words, is derived from it."""
    plain, qualified, means = TERMS["derived" if rendition.of_words == "indirect" else "quoted"]
    said = ids.utterance(utterance.id)
    judged = _node(None, [means], entity=said, relation=rendition.of_words, confidence=float(rendition.confidence))
    return _node(
        ids.rendition(utterance.id, number),
        ["prov:Entity", "retold:Rendition"],
        identifier=rendition.quotation,
        isPartOf=[ids.article(rendition.article)],
        spans=_spans(rendition.spans),
        value=words_of(text, rendition.spans),
        **{name: [said] for name in dict.fromkeys(["wasDerivedFrom", plain])},
        **{qualified: [judged]},
    )
