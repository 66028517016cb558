"""Invented dossiers: one told by hand with everything in it that can go wrong on a page, one of sixty articles, one of none."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from retold.records import (
    Apart,
    Article,
    Brief,
    BriefEvidence,
    BriefSection,
    BriefSentence,
    Derivation,
    Dossier,
    Edge,
    Evidence,
    Fact,
    IndependentSources,
    Occasion,
    OnlyHere,
    Part,
    Passage,
    Position,
    Rejection,
    Rendition,
    Revision,
    Root,
    Source,
    Span,
    Speaker,
    Statement,
    StoryQuotation,
    StorySpeaker,
    TimelineEvent,
    Utterance,
    Variant,
    Wording,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)

POST = """Ferry line will open in spring, minister tells the Post

By Ilse Varn

VELLMAR — The ferry line to Osk will open in spring, port minister Marit Oskelund told the Harbour Post on Tuesday. 🚢

“We have bought four ships, and we will not raise the fares before the summer,” Oskelund said. “If the council asks for night trips, \
we can talk about night trips.”

She added that the quay at Osk still lacks a crane.

Asked about the <script>alert("osk")</script> banner on the line's web page, she laughed. “Tell them </script> & <b>bold</b> is not a \
timetable,” she said.

© Harbour Post. All rights reserved."""

TIDE = """Minister: night ferries are coming

The port minister, Marit Oskelund, says fares are safe for now.

“We have bought fourteen ships, and we will raise the fares before the summer,” she said. “We can talk about night trips.”

Fishermen at Osk fear for their moorings, said Tollef Brandt, who keeps two boats there. “Nobody asked us,” Brandt said.

Share this story • Tweet • Print"""

NORTH = """Osk ferry: four ships bought

Marit Oskelund told the Harbour Post that the state had bought four ships. “We have bought four ships,” she said.

“Nobody asked us,” said Tollef Brandt, a fisherman."""

ARABIC = """عبّارة أوسك تبدأ في الربيع

قالت الوزيرة إن الخط سيفتح في الربيع 𝔘𝔫𝔡 𐍈."""

RADIO = """Vellmar Radio on the ferry

Marit Oskelund promised that fares would stay as they are until the summer."""


def span(text: str, words: str, *, after: int = 0) -> Span:
    """Where the words stand in the text; fails where they do not."""
    start = text.index(words, after)
    return start, start + len(words)


def article(name: str, text: str, **fields: object) -> Article:
    given: dict[str, object] = {"outlet": name, "url": None, "title": text.split("\n", maxsplit=1)[0], "language": "en"}
    given.update(fields)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(id=name.lower().replace(" ", "-"), text=text, digest=digest, **given)  # type: ignore[arg-type]


def quotation(of: Article, number: int, spans: tuple[Span, ...], speaker: str | None, **fields: object) -> StoryQuotation:
    given: dict[str, object] = {"kind": "direct", "type": "speech", "confidence": 0.9}
    given.update(fields)
    said_by = Speaker(name=speaker, canonical=speaker, span=None) if speaker else None
    return StoryQuotation(id=f"{of.id}/q{number}", article=of.id, spans=spans, speaker=said_by, **given)  # type: ignore[arg-type]


def _articles() -> dict[str, Article]:
    copyright_line = span(POST, "© Harbour Post. All rights reserved.")
    share = span(TIDE, "Share this story • Tweet • Print")
    made = (
        article(
            "Harbour Post",
            POST,
            url="https://post.example/ferry?a=1&b=2",
            byline=("Ilse Varn",),
            published="2031-03-04",
            published_from="text",
            parts=(Part(kind="copyright", span=copyright_line),),
            furniture=(span(POST, "By Ilse Varn"), copyright_line),
            revisions=(Revision(id="harbour-post-early", published="2031-03-03", digest="ab" * 32),),
        ),
        article("Northlight", NORTH, published="2031-03-04T18:30:00+00:00", published_from="record", credit=("Harbour Post",)),
        article("Tidewater Daily", TIDE, url="javascript:alert(1)", published="2031-03-05", published_from="page", furniture=(share,)),
        article("Vellmar Radio", RADIO, published="2031-03-09", published_from="page", published_doubt="its address says 2031/03/05."),
        article("أخبار أوسك", ARABIC, language="ar"),
    )
    return {a.outlet or a.id: a for a in made}


def _fares(post: Article, tide: Article, north: Article, radio: Article) -> tuple[list[StoryQuotation], Utterance]:
    """One remark: whole, changed, in part and indirect."""
    whole = (
        span(POST, "We have bought four ships, and we will not raise the fares before the summer,"),
        span(POST, "If the council asks for night trips, we can talk about night trips."),
    )
    turned = (
        span(TIDE, "We have bought fourteen ships, and we will raise the fares before the summer,"),
        span(TIDE, "We can talk about night trips."),
    )
    part = (span(NORTH, "We have bought four ships,"),)
    told = (span(RADIO, "fares would stay as they are until the summer"),)
    occasion = Occasion(label="told the Harbour Post", date="2031-03-04", place="Vellmar")
    found = [
        quotation(post, 1, whole, "Marit Oskelund", addressee="the Harbour Post", occasion=occasion),
        quotation(tide, 1, turned, "Marit Oskelund"),
        quotation(north, 1, part, "Marit Oskelund"),
        quotation(radio, 1, told, "Marit Oskelund", kind="indirect"),
    ]
    variants = (
        Variant(
            kind="substitution",
            of="number",
            changes_meaning="yes",
            base=span(POST, "four"),
            here=span(TIDE, "fourteen"),
            note="“four” became “fourteen”",
        ),
        Variant(kind="omission", of="negation", changes_meaning="yes", base=span(POST, "not"), here=None),
        Variant(kind="omission", of="words", changes_meaning="maybe", base=span(POST, "If the council asks for night trips,"), here=None),
    )
    renditions = (
        Rendition(quotation=found[0].id, article=post.id, spans=whole, relation="base", confidence=1),
        Rendition(quotation=found[1].id, article=tide.id, spans=turned, relation="changed", confidence=0.9, variants=variants),
        Rendition(quotation=found[2].id, article=north.id, spans=part, relation="part", confidence=0.95),
        Rendition(quotation=found[3].id, article=radio.id, spans=told, relation="indirect", confidence=0.6),
    )
    return found, Utterance(id="u1", speaker="Marit Oskelund", occasion=occasion, base=found[0].id, renditions=renditions)


def _others(post: Article, tide: Article, north: Article) -> tuple[list[StoryQuotation], list[Utterance]]:
    """One remark in the same words twice, one told once, with markup in it."""
    banner = span(POST, "Tell them </script> & <b>bold</b> is not a timetable,")
    found = [
        quotation(tide, 2, (span(TIDE, "Nobody asked us,"),), "Tollef Brandt"),
        quotation(north, 2, (span(NORTH, "Nobody asked us,"),), "Tollef Brandt"),
        quotation(post, 2, (banner,), None, unknown_because="two women are named before it"),
    ]
    asked = (
        Rendition(quotation=found[0].id, article=tide.id, spans=found[0].spans, relation="base", confidence=1),
        Rendition(quotation=found[1].id, article=north.id, spans=found[1].spans, relation="same", confidence=1),
    )
    alone = (Rendition(quotation=found[2].id, article=post.id, spans=(banner,), relation="base", confidence=1),)
    return found, [
        Utterance(id="u2", speaker="Tollef Brandt", occasion=None, base=found[0].id, renditions=asked),
        Utterance(id="u3", speaker=None, occasion=None, base=found[2].id, renditions=alone),
    ]


def _derivation(post: Article, tide: Article, north: Article) -> Derivation:
    named = Evidence(
        what="credit",
        text="Northlight names the Harbour Post.",
        from_spans=(span(POST, "told the Harbour Post on Tuesday"),),
        to_spans=(span(NORTH, "told the Harbour Post that"),),
    )
    order = Evidence(
        what="order",
        text="3 of 4 passages follow in the same order.",
        from_spans=(span(POST, "We have bought four ships"), span(POST, "we can talk about night trips")),
        to_spans=(span(TIDE, "We have bought fourteen ships"), span(TIDE, "We can talk about night trips")),
    )
    likeness = Evidence(what="shared", text="Both have Brandt’s remark.", to_spans=(span(NORTH, "Nobody asked us"),))
    wire = Evidence(what="credit", text="The page’s foot says “KNA”.")
    roots = (
        Root(name=post.id, standing="confirmed", because="Its own interview with Oskelund."),
        Root(name="unseen:KNA", standing="possible", because="Credited by Tidewater Daily; may be the same interview."),
    )
    return Derivation(
        edges=(
            Edge(from_=post.id, to=north.id, directed=True, kind="condensed", share=0.5, confidence=0.9, evidence=(named,)),
            Edge(from_=post.id, to=tide.id, directed=True, kind="rewrite", share=0.75, confidence=0.8, evidence=(order,)),
            Edge(from_=tide.id, to=north.id, directed=False, kind="likeness", share=0.2, confidence=0.4, evidence=(likeness,)),
            Edge(from_="unseen:KNA", to=tide.id, directed=True, kind="mixed", share=0.0, confidence=0.6, evidence=(wire,)),
        ),
        sources=(Source(name="KNA", articles=(tide.id,)),),
        independent_sources=IndependentSources(confirmed=1, possible=1, roots=roots),
    )


@pytest.fixture
def tale() -> Dossier:
    """Five articles, three remarks, four edges; markup, emoji and right-to-left text in the articles."""
    articles = _articles()
    post, north, tide, radio, arabic = articles.values()
    said, fares = _fares(post, tide, north, radio)
    rest, others = _others(post, tide, north)
    crane = span(POST, "She added that the quay at Osk still lacks a crane.")
    return Dossier(
        retold="0.0.0",
        settings="0123456789ab",
        story="Ferry to Osk <opens>",
        articles=tuple(articles.values()),
        apart=(Apart(article=arabic.id, because="it could not be compared."),),
        speakers=(
            StorySpeaker(name="Marit Oskelund", aliases=("Oskelund",), roles=("port minister",)),
            StorySpeaker(name="Tollef Brandt", roles=("fisherman",)),
        ),
        quotations=(*said, *rest),
        utterances=(fares, *others),
        derivation=_derivation(post, tide, north),
        only_here=(
            OnlyHere(article=post.id, spans=(crane,)),
            OnlyHere(article=tide.id, spans=(span(TIDE, "Fishermen at Osk fear for their moorings"),)),
        ),
        rejected=(Rejection(input="notes|draft.pdf", reason="it is a PDF; save its text and pass that."),),
    )


@pytest.fixture
def full_tale(tale: Dossier) -> Dossier:
    """The same with facts, wording, timeline, positions and a brief."""
    post, tide = tale.articles[0], tale.articles[2]
    four, fourteen = span(POST, "four ships"), span(TIDE, "fourteen ships")
    fact = Fact(
        id="f1",
        agreement="disputed",
        kind="number",
        topic="ships bought",
        explanation="four or fourteen",
        independent_sources=1,
        statements=(
            Statement(article=post.id, spans=(four,), says="four", attributed_to="Marit Oskelund"),
            Statement(article=tide.id, spans=(fourteen,), says="fourteen", hedge="about"),
        ),
    )
    passage = Passage(article=post.id, spans=(four,), text="four ships")
    sentence = BriefSentence(text="A ferry line opens.", evidence=(BriefEvidence(article=post.id, start=four[0], end=four[1]),))
    return msgspec.structs.replace(
        tale,
        facts=(fact,),
        wording=(Wording(topic="the line", names=(passage, Passage(article=tide.id, spans=(fourteen,), text="fleet"))),),
        timeline=(TimelineEvent(date="2031-03-04", precision="day", event="interview", told_by=(passage,)),),
        positions=(
            Position(actor="Oskelund", stance="refuses", toward=None, about="fares", occasion=None, article=post.id, spans=(four,)),
        ),
        brief=Brief(sections=(BriefSection(title="In short", sentences=(sentence,)),)),
    )


@pytest.fixture
def nothing() -> Dossier:
    """A dossier without a single article."""
    empty = Derivation(independent_sources=IndependentSources(confirmed=0, possible=0))
    return Dossier(retold="0.0.0", settings="0123456789ab", story="nothing", articles=(), derivation=empty)


@pytest.fixture
def crowd() -> Dossier:
    """Sixty articles of twenty outlets; each third is taken from the first, the rest stand alone."""
    said = "The tower at Kellin will stand until the last lamp is out"
    told = "The tower at Kellin will stand until the first lamp is out"
    articles, quotations, renditions, edges = [], [], [], []
    for number in range(60):
        words = told if number % 7 == 3 else said
        text = f"Tower report {number}\n\nMayor Edda Quill spoke at noon. “{words},” she said to reporter {number}.\n\nThe lamp was lit."
        day = f"2030-01-{number // 3 + 1:02d}" if number % 5 else None
        made = article(f"Kellin Courier {number % 20}", text, published=day, published_from="record" if day else None)
        made = msgspec.structs.replace(made, id=f"report-{number:02d}")
        articles.append(made)
        where = (span(text, words),)
        quotations.append(quotation(made, 1, where, "Edda Quill"))
        variants = (
            (
                Variant(
                    kind="substitution", of="words", changes_meaning="yes", base=span(articles[0].text, "last"), here=span(text, "first")
                ),
            )
            if words == told
            else ()
        )
        relation = "base" if not number else "changed" if variants else "same"
        renditions.append(
            Rendition(quotation=f"report-{number:02d}/q1", article=made.id, spans=where, relation=relation, confidence=1, variants=variants)
        )
        if number and number % 3 == 0:
            source = "report-00" if number < 30 else f"report-{number - 27:02d}"
            reason = Evidence(what="copy", text="Two sentences are the same.", to_spans=where)
            edges.append(Edge(from_=source, to=made.id, directed=True, kind="copy", share=0.9, confidence=0.8, evidence=(reason,)))
    first, *rest = renditions
    rest.sort(key=lambda r: (not r.variants, r.article))
    utterance = Utterance(id="u1", speaker="Edda Quill", occasion=None, base=first.quotation, renditions=(first, *rest))
    roots = (Root(name="report-00", standing="confirmed", because="Its reporter was there."),)
    return Dossier(
        retold="0.0.0",
        settings="0123456789ab",
        story="The tower at Kellin",
        articles=tuple(articles),
        quotations=tuple(quotations),
        utterances=(utterance,),
        derivation=Derivation(edges=tuple(edges), independent_sources=IndependentSources(confirmed=1, possible=0, roots=roots)),
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    executable = shutil.which("chromium")
    if executable is None:
        pytest.skip("needs chromium (on Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield found
        found.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a page given as HTML; fails at the end if the page asked for anything or a script complained."""
    complaints: list[str] = []
    asked: list[str] = []
    contexts = []

    def open_it(html: str, width: int = 1280, height: int = 900, scheme: str = "light", javascript: bool = True) -> Page:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert complaints == []
    assert [url for url in asked if not url.endswith("/page.html") and not url.startswith("data:")] == []
