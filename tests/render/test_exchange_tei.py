"""TEI: from the document alone every rendition's words come back, and it holds only what the guidelines allow."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import msgspec
import pytest
from hypothesis import given, settings

import retold
from retold.records import Correction, Dossier, Rendition
from retold.render import render
from retold.render.exchange.segments import words_of
from retold.render.exchange.wellformed import legal
from tests.render.test_exchange_dossiers import dossiers

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
ID = f"{XML}id"


class Allowed(NamedTuple):
    """What the guidelines allow of one element, as far as these documents use it."""

    children: str
    """Their names, each followed by a blank, as a regular expression."""
    attributes: str = ""
    text: bool = False
    needs: str = ""
    """Attributes that it must have."""


GUIDELINES = {
    "TEI": Allowed("teiHeader text ", "xml:lang"),
    "teiHeader": Allowed("fileDesc (encodingDesc )?(profileDesc )?"),
    "fileDesc": Allowed("titleStmt publicationStmt sourceDesc "),
    "titleStmt": Allowed("(title )+"),
    "publicationStmt": Allowed("(p )+"),
    "sourceDesc": Allowed("((p )+|(listWit )+)"),
    "listWit": Allowed("(witness )+"),
    "witness": Allowed("(bibl )*", "xml:id corresp", text=True),
    "bibl": Allowed("((title|author|publisher|respStmt|date|ref|idno) )*"),
    "respStmt": Allowed("(resp )+(name )+"),
    "encodingDesc": Allowed("((appInfo|variantEncoding|editorialDecl|classDecl) )+"),
    "appInfo": Allowed("(application )+"),
    "application": Allowed("(label )+", "ident version", needs="ident version"),
    "variantEncoding": Allowed("", "method location", needs="method location"),
    "editorialDecl": Allowed("(p )+"),
    "classDecl": Allowed("(taxonomy )+"),
    "taxonomy": Allowed("(category )+", "n"),
    "category": Allowed("(catDesc )+", "xml:id"),
    "profileDesc": Allowed("(particDesc )?"),
    "particDesc": Allowed("(p )+"),
    "list": Allowed("(item )+", "type"),
    "item": Allowed("((name|roleName) )*", "xml:id"),
    "text": Allowed("body "),
    "body": Allowed("((p )+|(div )+)"),
    "div": Allowed("(head )?(p )+(note )*", "type xml:id n"),
    "p": Allowed("((list|said) )*", text=True),
    "said": Allowed("(app )*", "who direct", text=True),
    "app": Allowed("(lem )?((rdg|witDetail) )*", "type"),
    "lem": Allowed("", "wit", text=True),
    "rdg": Allowed("", "wit type ana", text=True),
    "witDetail": Allowed("", "wit", text=True, needs="wit"),
    "note": Allowed("", "type subtype target cert n", text=True),
    "date": Allowed("", "when cert", text=True),
    "ref": Allowed("", "target", text=True),
    "idno": Allowed("", "type", text=True),
    "name": Allowed("", "type", text=True),
    "title": Allowed("", "level", text=True),
} | {name: Allowed("", text=True) for name in ("head", "label", "catDesc", "author", "publisher", "resp", "roleName")}
"""Each element's page at https://tei-c.org/release/doc/tei-p5-doc/en/html/REF-ELEMENTS.html, narrowed to what these documents use."""
VALUES = {
    "xml:id": r"[A-Za-z_][\w.-]*",
    "xml:lang": "en",
    "version": r"\d+[a-z]*\d*(\.\d+[a-z]*\d*){0,3}",
    "when": r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d)?)?",
    "cert": r"low|\d(\.\d+)?(e-\d+)?",
    "direct": "true|false",
    "type": "[a-z0-9]+",
    "subtype": "[a-z]+",
    "level": "a",
    "ident": "retold",
    "method": "parallel-segmentation",
    "location": "internal",
}
"""Attributes with their datatypes; ``n`` holds any text."""
POINTERS = ("corresp", "who", "wit", "ana", "target")


def read(dossier: Dossier) -> Element:
    return ElementTree.fromstring(render(dossier, "tei").encode())


def bare(name: str) -> str:
    return name.replace(TEI, "").replace(XML, "xml:")


def told(dossier: Dossier) -> list[tuple[Rendition, ...]]:
    return [u.renditions for u in dossier.utterances if len({r.article for r in u.renditions}) > 1]


def words_in(said: Element, siglum: str) -> str:
    """All text outside places, and at each place the one reading of the witness."""
    words = [said.text or ""]
    for app in said:
        mine = [one for one in app if one.tag in (f"{TEI}lem", f"{TEI}rdg") and f"#{siglum}" in one.get("wit", "").split()]
        assert len(mine) == 1
        words += [mine[0].text or "", app.tail or ""]
    return " ".join(" ".join(words).split())


def assert_words_come_back(dossier: Dossier) -> None:
    texts = {article.id: article.text for article in dossier.articles}
    divs = read(dossier).findall(f".//{TEI}div")
    assert len(divs) == len(told(dossier))
    for div, renditions in zip(divs, told(dossier), strict=True):
        said = div.find(f".//{TEI}said")
        assert said is not None
        for note, rendition in zip(div.findall(f"{TEI}note"), renditions, strict=True):
            assert note.get("n") == legal(rendition.quotation)
            words = legal(words_of(texts[rendition.article], rendition.spans))
            assert words_in(said, note.get("target", "").removeprefix("#")) == words


def assert_keeps_the_guidelines(root: Element) -> None:
    ids = [element.get(ID) for element in root.iter() if element.get(ID)]
    assert len(set(ids)) == len(ids)
    for element in root.iter():
        allowed = GUIDELINES[bare(element.tag)]
        given = {bare(name): value for name, value in element.attrib.items()}
        assert re.fullmatch(allowed.children, "".join(f"{bare(child.tag)} " for child in element)), element.tag
        assert set(allowed.needs.split()) <= set(given) <= set(allowed.attributes.split()), element.tag
        assert allowed.text or not "".join([element.text or "", *(child.tail or "" for child in element)]).strip(), element.tag
        for name, value in given.items():
            if bare(element.tag) == "ref":
                assert re.fullmatch(r"https?://[!-~]*", value)
            elif name in POINTERS:
                assert value.split()
                assert {one.removeprefix("#") for one in value.split()} <= set(ids), f"{name}={value}"
            else:
                assert re.fullmatch(VALUES.get(name, "(?s).*"), value), f"{name}={value}"


@settings(max_examples=80)
@given(dossiers())
def test_words_come_back_from_the_document_alone(dossier: Dossier) -> None:
    assert_words_come_back(dossier)


@settings(max_examples=80)
@given(dossiers())
def test_only_what_the_guidelines_allow(dossier: Dossier) -> None:
    assert_keeps_the_guidelines(read(dossier))


def test_the_tale(full_tale: Dossier) -> None:
    assert_words_come_back(full_tale)
    root = read(full_tale)
    assert_keeps_the_guidelines(root)
    assert [witness.get(ID) for witness in root.iter(f"{TEI}witness")] == [
        "harbour-post",
        "northlight",
        "tidewater-daily",
        "vellmar-radio",
        "report",
    ]
    fares, asked = root.findall(f".//{TEI}div")
    assert fares.findtext(f"{TEI}head") == "Marit Oskelund, told the Harbour Post, 4 Mar 2031, Vellmar"
    four = next(app for app in fares.iter(f"{TEI}app") if app.findtext(f"{TEI}lem") == "four")
    fourteen = four.findall(f"{TEI}rdg")[0]
    assert (fourteen.text, fourteen.attrib) == (
        "fourteen",
        {"wit": "#tidewater-daily", "type": "substitution", "ana": "#number #meaning-yes"},
    )
    assert four.get("type") == "substantive"
    assert four.findtext(f"{TEI}witDetail") == "“four” became “fourteen”"
    lost = next(app for app in fares.iter(f"{TEI}app") if app.findtext(f"{TEI}lem") == "not")
    assert lost.findall(f"{TEI}rdg")[0].get("ana") == "#negation #meaning-yes"
    assert asked.find(f".//{TEI}app") is None
    assert " ".join("".join(asked.find(f".//{TEI}said").itertext()).split()) == "Nobody asked us,"  # type: ignore[union-attr]


def test_sources_say_where_they_are_from(tale: Dossier) -> None:
    root = read(tale)
    post = root.find(f".//{TEI}witness[@xml:id='harbour-post']/{TEI}bibl".replace("xml:", XML))
    assert post is not None
    assert [(bare(one.tag), one.text) for one in post][:4] == [
        ("title", "Ferry line will open in spring, minister tells the Post"),
        ("author", "Ilse Varn"),
        ("publisher", "Harbour Post"),
        ("date", "4 Mar 2031"),
    ]
    assert post.find(f"{TEI}ref").get("target") == "https://post.example/ferry?a=1&b=2"  # type: ignore[union-attr]
    targets = [ref.get("target", "") for ref in root.iter(f"{TEI}ref")]
    assert not any(target.startswith("javascript") for target in targets)
    doubted = [date.get("cert") for date in root.iter(f"{TEI}date")]
    assert doubted == [None, None, None, "low"]


def test_an_article_that_tells_a_remark_twice_is_two_witnesses(tale: Dossier) -> None:
    fares = tale.utterances[0]
    base = fares.renditions[0]
    first, second = (msgspec.structs.replace(base, spans=(span,)) for span in base.spans)
    twice = msgspec.structs.replace(fares, renditions=(second, *fares.renditions[1:], first))
    dossier = msgspec.structs.replace(tale, utterances=(twice,))
    assert_words_come_back(dossier)
    root = read(dossier)
    assert_keeps_the_guidelines(root)
    places = {one.get(ID): one.text for one in root.iter(f"{TEI}witness") if one.get("corresp") == "#harbour-post"}
    assert places == {"harbour-post.1": "Place 1 in Harbour Post", "harbour-post.2": "Place 2 in Harbour Post"}
    assert [note.get("target") for note in root.iter(f"{TEI}note")][::4] == ["#harbour-post.2", "#harbour-post.1"]


def test_an_editors_decisions_are_declared(tale: Dossier) -> None:
    made = Correction(what="same", text="These two are one remark.", note="I was there.", applied=True)
    void = Correction(what="same", text="Those two are one remark.", applied=False)
    root = read(msgspec.structs.replace(tale, corrections=(made, void)))
    assert_keeps_the_guidelines(root)
    assert [p.text for p in root.findall(f".//{TEI}editorialDecl/{TEI}p")] == [
        "An editor decided: These two are one remark. (I was there.)"
    ]


@pytest.mark.parametrize("empty", ["nothing", "unshared"])
def test_what_tells_nothing_is_a_document(empty: str, nothing: Dossier, tale: Dossier) -> None:
    dossier = nothing if empty == "nothing" else msgspec.structs.replace(tale, utterances=tale.utterances[2:])
    root = read(dossier)
    assert_keeps_the_guidelines(root)
    assert root.findtext(f"{TEI}text/{TEI}body/{TEI}p") == "No remark is told by more than one report."


def test_sixty_witnesses(crowd: Dossier) -> None:
    assert_words_come_back(crowd)
    root = read(crowd)
    assert_keeps_the_guidelines(root)
    (place,) = root.iter(f"{TEI}app")
    assert [len(one.get("wit", "").split()) for one in place] == [51, 9]


def test_a_few_real_stories(shared: Path, tmp_path: Path) -> None:
    lines = defaultdict(list)
    for name in ("cuba-dialogue", "dev"):
        for line in (shared / "stories" / name / "articles.jsonl").read_text(encoding="utf-8").splitlines():
            lines[json.loads(line)["story"]].append(line)
    for number, story in enumerate(list(lines.values())[:4]):
        file = tmp_path / f"{number}.jsonl"
        file.write_text("\n".join(story), encoding="utf-8")
        dossier = retold.compare(retold.annotate(retold.read([str(file)]).articles))
        assert_words_come_back(dossier)
        assert_keeps_the_guidelines(read(dossier))
