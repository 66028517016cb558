"""Outlets that an article names, and sources outside the set."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from retold.compare.derivation import derive
from retold.compare.mentions import Credits, credits_of, outlet_keys
from retold.compare.pieces import Piece
from retold.compare.reports import prepare
from retold.read.outlets import load_outlets
from retold.records import Annotated, Article, Derivation, Quotation, Speaker
from retold.settings import Settings


def report(article: str, text: str, outlet: str | None = None, url: str | None = None, credit: tuple[str, ...] = ()) -> Annotated:
    spans = tuple(match.span() for match in re.finditer(r"[^\n]+", text))
    marked = [match.span(1) for match in re.finditer("“([^”]*)”", text)]
    speaker = Speaker(name="Brannock", canonical="Tove Brannock", span=None)
    quotations = tuple(
        Quotation(id=f"{article}/q{n}", kind="direct", type="speech", spans=(span,), marked=(span,), speaker=speaker, confidence=1.0)
        for n, span in enumerate(marked)
    )
    record = Article(id=article, outlet=outlet or article, url=url, title=None, text=text, credit=credit, digest=article)
    return Annotated(article=record, analysed=True, sentences=spans, quotations=quotations)


def derived(articles: Sequence[Annotated], clusters: Sequence[Sequence[Piece]]) -> Derivation:
    return derive(prepare(articles, clusters, load_outlets(), Settings().derivation), settings=Settings())


def listen(one: Annotated, *others: Annotated) -> Credits:
    outlets = load_outlets()
    keys = frozenset(key for each in (one, *others) for key in outlet_keys(each.article, outlets))
    return credits_of(one, outlets, keys)


def pieces(*articles: Annotated) -> list[Piece]:
    return [
        Piece(
            quotation=quotation.id, article=one.article.id, spans=quotation.spans, speaker="Tove Brannock", addressee=None, occasion=None,
            text=" ".join(one.article.text[a:b] for a, b in quotation.spans), confidence=1.0,
        )
        for one in articles
        for quotation in one.quotations
    ]  # fmt: skip


def unseen(derivation: Derivation, to: str) -> set[str]:
    return {edge.from_ for edge in derivation.edges if edge.to == to and edge.from_.startswith("unseen:")}


@pytest.mark.parametrize(
    ("text", "outlet", "how"),
    [
        ("Brannock told the BBC that the dam is safe.", "BBC News", "told"),
        ("The dam is safe, Brannock said in an interview on Tuesday with the Saltmarsh Courier.", "Saltmarsh Courier", "told"),
        ("The dam is safe, the broadcaster Tidemark reported.", "Tidemark", "report"),
        ("According to a report in The Guardian, the dam leaks.", "The Guardian", "report"),
        ("The Ostby Telegraph reports that the dam leaks.", "The Telegraph", "report"),
        ("The dam leaks, Reuters said.", "Reuters", "report"),
        ("It rained on Saturday. The Washington Post reported that the dam leaks.", "The Washington Post", "report"),
        ("OSTBY, Jan 4 (Reuters) - The dam leaks.", "Reuters", "dateline"),
        ("The dam leaks.\nCopyright 2031 The Associated Press. All rights reserved.", "Associated Press", "copyright"),
    ],
)
def test_frames_that_name_a_source(text: str, outlet: str, how: str) -> None:
    mentions = listen(report("noonday", text)).mentions
    assert [(mention.outlet, mention.how) for mention in mentions] == [(outlet, how)]
    span = mentions[0].span
    assert span is not None
    assert outlet.rsplit(maxsplit=1)[-1] in text[slice(*span)] or "BBC" in text[slice(*span)]


@pytest.mark.parametrize(
    "text",
    [
        "Brannock told reporters that the dam is safe.",
        "Brannock told Parliament that the dam is safe.",
        "The dam before the flood. (Odd Rikstad/Reuters)",
        "Brannock once wrote a column about dams and liked to read The Guardian.",
        "According to Governor Elspeth Moor, the dam is safe.",
    ],
)
def test_what_names_no_source(text: str) -> None:
    assert listen(report("noonday", text)).mentions == ()


def test_folders_of_a_url_are_credits_and_headlines_are_none() -> None:
    carried = report("a", "The dam leaks.", url="https://www.noonday.example/wires/reuters/2031/dam-leaks.html")
    about = report("b", "The dam leaks.", url="https://www.noonday.example/media/reuters-opens-office.html")
    assert [mention.outlet for mention in listen(carried).mentions] == ["Reuters"]
    assert listen(about).mentions == ()


def test_an_outlet_is_known_by_its_host() -> None:
    other = report("b", "The dam leaks.", outlet="saltmarshcourier.example", url="https://www.saltmarshcourier.example/dam")
    assert [m.outlet for m in listen(report("a", "The dam leaks, Brannock told Saltmarsh Courier."), other).mentions] == [
        "Saltmarsh Courier"
    ]
    own = listen(report("c", "Brannock told the Saltmarsh Courier that it leaks.", outlet="saltmarshcourier.example"))
    assert own.mentions == ()
    assert own.own_because == "names itself: “told the Saltmarsh Courier”"


def test_an_interview_that_the_named_report_does_not_hold_comes_from_outside() -> None:
    broadcast = report(
        "courier", "Tove Brannock told the Saltmarsh Courier that the dam is safe.\nShe will retire in May.", "Saltmarsh Courier"
    )
    fuller = report(
        "noonday",
        "Tove Brannock spoke about bees in an interview with the Saltmarsh Courier.\n"
        "“My eleven hives survived the flood because my grandson carried them uphill in a pram,” she said.\n"
        "“Nobody ever thanked him for that, and I shall never forget it,” she added.\n",
    )
    derivation = derived([broadcast, fuller], [[piece] for piece in pieces(broadcast, fuller)])
    assert {(edge.from_, edge.to) for edge in derivation.edges} == {("unseen:Saltmarsh Courier", "noonday")}


def test_an_interview_without_a_name_is_a_possible_source() -> None:
    text = (
        "On Monday Tove Brannock defended the dam.\n“It has stood for ninety years and it will stand for ninety more,” she said.\n"
        "Throughout the interview, Brannock kept her coat on.\n“Water finds its way, but not through my wall,” she said.\n"
        "“Ask me again when it rains,” she said.\n"
    )
    one = report("digest", text)
    derivation = derived([one], [[piece] for piece in pieces(one)])
    assert unseen(derivation, "digest") == {"unseen:Monday interview"}
    assert [(root.name, root.standing) for root in derivation.independent_sources.roots] == [("unseen:Monday interview", "possible")]


def test_the_same_words_of_a_credited_remark_come_from_the_same_source() -> None:
    remark = "“The northern spillway will be opened by hand if the motors fail again tonight,”"
    credited = report("a", f"Brannock spoke to Reuters about the dam at noon.\n{remark} she said.\n")
    silent = report("b", f"Villagers packed their cellars into carts and waited on the ridge.\n{remark} said Tove Brannock.\n")
    derivation = derived([credited, silent], [pieces(credited, silent)])
    assert unseen(derivation, "a") == unseen(derivation, "b") == {"unseen:Reuters"}
    assert derivation.independent_sources.confirmed == 1


def test_a_bare_credit_beside_named_sources_is_doubted() -> None:
    one = report("a", "Brannock told Reuters on Friday that the dam is safe.\nVillagers went home.\n", credit=("AFP",))
    roots = derived([one], []).independent_sources.roots
    assert [root.standing for root in roots] == ["confirmed", "possible"]
    assert roots[0].name == "unseen:Reuters"
    assert "picture" in roots[1].because


def test_a_letter_that_two_reports_quote() -> None:
    first = report(
        "a", "The letter says that “the wall above the mill was never inspected after the frost of that winter”.\nIt was sent in May.\n"
    )
    second = report(
        "b",
        "In their letter the villagers complain that “the wall above the mill was never inspected after the frost of that winter and "
        "nobody came”.\nThe mayor laughed.\n",
    )
    derivation = derived([first, second], [pieces(first, second)])
    assert unseen(derivation, "a") == unseen(derivation, "b") == {"unseen:letter"}


def test_an_agency_that_no_list_knows_is_declared_by_its_dateline() -> None:
    text = "OSTBY, May 4 (Skarvik) - The dam at Ostby leaks in three places, Brannock told Skarvik on Friday.\nVillagers went home.\n"
    carrier = report("noonday", text)
    assert unseen(derived([carrier], []), "noonday") == {"unseen:Skarvik"}


def test_a_file_is_named_after_its_outlet_where_nothing_else_tells() -> None:
    text = "OSTBY, May 4 (Skarvik) - The dam at Ostby leaks in three places, Brannock told Skarvik on Friday.\nVillagers went home.\n"
    record = Article(id="skarvik", outlet=None, url=None, title=None, text=text, digest="skarvik")
    own = Annotated(article=record, analysed=True, sentences=((0, len(text) - 22), (len(text) - 22, len(text) - 1)))
    derivation = derived([own], [])
    assert derivation.edges == ()
    assert derivation.independent_sources.confirmed == 1


@pytest.mark.parametrize("text", ["", "A " * 3000, "told " + "A" * 30000, "(" * 3000, "X, " + "y " * 3000 + "reported"])
def test_odd_texts_name_no_source(text: str) -> None:
    assert listen(report("a", text, url="http://[no-url")).mentions == ()
