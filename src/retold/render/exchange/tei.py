"""The collation as TEI P5: a critical apparatus by parallel segmentation of every remark that more than one report tells.

The guidelines: https://tei-c.org/release/doc/tei-p5-doc/en/html/TC.html (12.2.3 for the method). Each rendition is a witness. Whoever
keeps, of each ``app``, the ``lem`` or ``rdg`` whose ``wit`` names a witness, and all text between, has that witness's words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ...records import Article, Dossier, Record, Span, Utterance
from ...settings import CollationSettings
from ..views.names import article_names, occasion_line, readable_date
from ..views.runs import one_line
from .graph import article_sigla
from .segments import Reading, Segment, Witness, segments
from .wellformed import Names, moment, web_address, xml_document

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CATEGORIES: Final = {
    "of": {
        "typography": "only marks, capitals or dashes differ",
        "grammar": "words of grammar or inflection differ",
        "spelling": "the same word spelt otherwise",
        "words": "other words",
        "number": "another number or quantity",
        "name": "another name",
        "negation": "a negation lost, added or turned",
        "modality": "what may, must, would or will be",
    },
    "changes-meaning": {
        "meaning-yes": "the meaning changes",
        "meaning-maybe": "the meaning may change",
        "meaning-no": "the meaning stays",
    },
}
"""The typology that ``ana`` of a reading points into: what a variant is of, and whether it changes the meaning."""
_ORTHOGRAPHIC = {"typography", "spelling"}
_VERSION = re.compile(r"\d+[a-z]*\d*(\.\d+[a-z]*\d*){0,3}")
_NOT_WORDS = re.compile(r"[\W_]+")
_DEPTH = 6
"""Elements around the words of a remark, each of which sets them in."""


class _Edition(Record, frozen=True):
    """What the parts of one document share: its names, and who stands behind them."""

    articles: dict[str, Article]
    called: dict[str, str]
    """Article id → what a reader calls it."""
    sigla: dict[str, str]
    """Article id → siglum."""
    speakers: dict[str, str]
    """Name of a speaker → xml:id."""
    direct: dict[str, bool]
    """Id of a quotation → whether all of it stands inside quotation marks; left out where a part does."""
    remarks: dict[str, str]
    """Id of an utterance told by two articles or more → xml:id, in the dossier's order."""


def render_tei(dossier: Dossier) -> str:
    """The dossier's collations as a TEI document, the same for the same dossier; well-formed whatever the articles hold."""
    from xml.etree.ElementTree import Element, SubElement, indent

    edition = _edition(dossier)
    root = Element("TEI", {"xmlns": "http://www.tei-c.org/ns/1.0", "xml:lang": "en"})
    told = [utterance for utterance in dossier.utterances if utterance.id in edition.remarks]
    _header(SubElement(root, "teiHeader"), dossier, edition, told)
    body = SubElement(SubElement(root, "text"), "body")
    for utterance in told:
        _remark(body, utterance, edition)
    if not told:
        _text(body, "p", "No remark is told by more than one report.")
    indent(root)
    return xml_document(root)


def _edition(dossier: Dossier) -> _Edition:
    names = Names(name for categories in CATEGORIES.values() for name in categories)
    told = [u for u in dossier.utterances if len({r.article for r in u.renditions}) > 1]
    speakers = dict.fromkeys(u.speaker for u in told if u.speaker)
    return _Edition(
        articles={article.id: article for article in dossier.articles},
        called=article_names(dossier.articles),
        sigla=article_sigla(dossier, names),
        speakers={name: names.take(name, otherwise="speaker") for name in speakers},
        direct={quotation.id: quotation.kind == "direct" for quotation in dossier.quotations if quotation.kind != "mixed"},
        remarks={u.id: names.take(u.id, otherwise="remark") for u in told},
    )


def _header(header: Element, dossier: Dossier, edition: _Edition, told: Sequence[Utterance]) -> None:
    from xml.etree.ElementTree import SubElement

    file = SubElement(header, "fileDesc")
    _text(SubElement(file, "titleStmt"), "title", f"{dossier.story}: what was said, as {len(dossier.articles)} reports tell it")
    _text(SubElement(file, "publicationStmt"), "p", f"Made by Retold {dossier.retold} with settings {dossier.settings}; unpublished.")
    source = SubElement(file, "sourceDesc")
    if dossier.articles:
        _witnesses(SubElement(source, "listWit"), dossier, edition, told)
    else:
        _text(source, "p", "No report could be read.")
    encoding = SubElement(header, "encodingDesc")
    version = _VERSION.match(dossier.retold)
    application = SubElement(SubElement(encoding, "appInfo"), "application", ident="retold", version=version[0] if version else "0")
    _text(application, "label", "Retold")
    SubElement(encoding, "variantEncoding", method="parallel-segmentation", location="internal")
    decisions = [one for one in dossier.corrections if one.applied]
    if decisions:
        declared = SubElement(encoding, "editorialDecl")
        for one in decisions:
            _text(declared, "p", f"An editor decided: {one.text}" + (f" ({one.note})" if one.note else ""))
    classes = SubElement(encoding, "classDecl")
    for name, categories in CATEGORIES.items():
        taxonomy = SubElement(classes, "taxonomy", n=name)
        for id, means in categories.items():
            _text(SubElement(taxonomy, "category", {"xml:id": id}), "catDesc", means)
    if edition.speakers:
        _speakers(SubElement(SubElement(SubElement(header, "profileDesc"), "particDesc"), "p"), dossier, edition)


def _witnesses(listed: Element, dossier: Dossier, edition: _Edition, told: Sequence[Utterance]) -> None:
    """Every article, and behind it, where it tells one remark in several places, these places by number."""
    from xml.etree.ElementTree import SubElement

    counts = [Counter(rendition.article for rendition in utterance.renditions) for utterance in told]
    for article in dossier.articles:
        siglum = edition.sigla[article.id]
        _source(SubElement(SubElement(listed, "witness", {"xml:id": siglum}), "bibl"), article)
        most = max((count[article.id] for count in counts), default=0)
        for number in range(1, most + 1) if most > 1 else ():
            place = f"Place {number} in {edition.called[article.id]}"
            _text(listed, "witness", place, {"xml:id": f"{siglum}.{number}", "corresp": f"#{siglum}"})


def _source(bibl: Element, article: Article) -> None:
    from xml.etree.ElementTree import SubElement

    if article.title:
        _text(bibl, "title", article.title, {"level": "a"})
    for author in article.byline:
        _text(bibl, "author", author)
    if article.outlet:
        _text(bibl, "publisher", article.outlet)
    for agency in article.credit:
        credited = SubElement(bibl, "respStmt")
        _text(credited, "resp", "credited")
        _text(credited, "name", agency)
    if article.published:
        when, doubt = moment(article.published), article.published_doubt
        _text(bibl, "date", readable_date(article.published), {"when": when or "", "cert": "low" if doubt else ""})
    if article.url and re.match("https?://", article.url):
        _text(bibl, "ref", article.url, {"target": web_address(article.url)})
    elif article.url:
        _text(bibl, "idno", article.url, {"type": "url"})
    _text(bibl, "idno", article.id, {"type": "retold"})
    _text(bibl, "idno", article.digest, {"type": "sha256"})


def _speakers(within: Element, dossier: Dossier, edition: _Edition) -> None:
    """Persons and bodies alike: the dossier does not tell them apart, so they are names in a list."""
    from xml.etree.ElementTree import SubElement

    known = {speaker.name: speaker for speaker in dossier.speakers}
    listed = SubElement(within, "list", type="speakers")
    for name, id in edition.speakers.items():
        item = SubElement(listed, "item", {"xml:id": id})
        _text(item, "name", name)
        for alias in known[name].aliases if name in known else ():
            _text(item, "name", alias, {"type": "alias"})
        for role in known[name].roles if name in known else ():
            _text(item, "roleName", role)


def _remark(body: Element, utterance: Utterance, edition: _Edition) -> None:
    from xml.etree.ElementTree import SubElement

    names = _witness_names(utterance, edition.sigla)
    div = SubElement(body, "div", {"type": "utterance", "xml:id": edition.remarks[utterance.id], "n": utterance.id})
    _text(div, "head", ", ".join(filter(None, [utterance.speaker or "Speaker not told", occasion_line(utterance.occasion)])))
    said = SubElement(SubElement(div, "p"), "said")
    if utterance.speaker:
        said.set("who", f"#{edition.speakers[utterance.speaker]}")
    if utterance.base in edition.direct:
        said.set("direct", "true" if edition.direct[utterance.base] else "false")
    witnesses = [Witness(text=edition.articles[r.article].text, spans=r.spans, variants=r.variants) for r in utterance.renditions]
    _fill(said, segments(witnesses, CollationSettings()), names)
    for name, rendition in zip(names, utterance.renditions, strict=True):
        where = ", ".join(f"{start}–{end}" for start, end in rendition.spans)
        _text(
            div,
            "note",
            f"{edition.called[rendition.article]}: {rendition.of_words}, characters {where}",
            {
                "type": "rendition",
                "subtype": rendition.of_words,
                "target": f"#{name}",
                "cert": f"{rendition.confidence:.4g}",
                "n": rendition.quotation,
            },
        )


def _witness_names(utterance: Utterance, sigla: Mapping[str, str]) -> list[str]:
    """A siglum for each rendition: the article's, numbered in order of place where the article tells the utterance in several."""
    places: dict[str, list[tuple[tuple[Span, ...], int]]] = {}
    for number, rendition in enumerate(utterance.renditions):
        places.setdefault(rendition.article, []).append((rendition.spans, number))
    names = [sigla[rendition.article] for rendition in utterance.renditions]
    for found in places.values():
        for place, (_, number) in enumerate(sorted(found), 1):
            if len(found) > 1:
                names[number] += f".{place}"
    return names


def _fill(said: Element, parts: Sequence[Segment], names: Sequence[str]) -> None:
    """Common words as text, each on a line of its own, and an ``app`` wherever witnesses part."""
    from xml.etree.ElementTree import SubElement

    line = "\n" + "  " * _DEPTH
    last: Element | None = None
    noted: set[tuple[int, str]] = set()
    for part in parts:
        if len(part.readings) > 1:
            last = SubElement(said, "app", type=_kind_of_place(part))
            _readings(last, part, names, noted)
        elif last is None:
            said.text = line + part.readings[0].text + line
        else:
            last.tail = line + part.readings[0].text + line


def _readings(app: Element, part: Segment, names: Sequence[str], noted: set[tuple[int, str]]) -> None:
    """The base's reading, then the others, each with what the collation notes of it, at the first place that it is about."""
    base, *others = part.readings
    _text(app, "lem", base.text, {"wit": _pointers(base, names)})
    for reading in others:
        told = [(f"#{v.of}", f"#meaning-{v.changes_meaning}") for v in reading.variants]
        if not told and _same_letters(base, reading):
            told = [("#typography", "#meaning-no")]
        ana = " ".join(dict.fromkeys(pointer for both in told for pointer in both))
        _text(app, "rdg", reading.text, {"wit": _pointers(reading, names), "type": _kind(base, reading), "ana": ana})
        notes = dict.fromkeys(v.note for v in reading.variants if v.note)
        fresh = [note for note in notes if not noted.issuperset((witness, note) for witness in reading.witnesses)]
        noted.update((witness, note) for witness in reading.witnesses for note in fresh)
        if fresh:
            _text(app, "witDetail", "; ".join(fresh), {"wit": _pointers(reading, names)})


def _kind(base: Reading, reading: Reading) -> str:
    """What was done at this place: words that moved are lost at one place and added at another."""
    if any(variant.kind == "transposition" for variant in reading.variants):
        return "transposition"
    return "omission" if not reading.text else "addition" if not base.text else "substitution"


def _kind_of_place(part: Segment) -> str:
    base, *others = part.readings
    return "orthographic" if all(_orthographic(base, reading) for reading in others) else "substantive"


def _orthographic(base: Reading, reading: Reading) -> bool:
    """Whether nobody would hear the difference."""
    if reading.variants:
        return all(v.of in _ORTHOGRAPHIC and v.changes_meaning == "no" for v in reading.variants)
    return _same_letters(base, reading)


def _same_letters(base: Reading, reading: Reading) -> bool:
    """Whether only marks and capitals differ, which the collation passes over."""
    return _NOT_WORDS.sub("", base.text.casefold()) == _NOT_WORDS.sub("", reading.text.casefold())


def _pointers(reading: Reading, names: Sequence[str]) -> str:
    return " ".join(f"#{names[number]}" for number in reading.witnesses)


def _text(parent: Element, tag: str, text: str, attributes: Mapping[str, str] = MappingProxyType({})) -> None:
    """An element with text on one line; attributes without a value are left out."""
    from xml.etree.ElementTree import SubElement

    SubElement(parent, tag, {name: value for name, value in attributes.items() if value}).text = one_line(text)
