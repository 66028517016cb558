"""Annotated articles as a page and as a notebook's fragment: well-formed, escaped, the same every time, each speaker told apart."""

from __future__ import annotations

import re
import tomllib
from html import unescape

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import retold
from retold.records import Annotated, Article, Nested, Quotation, Speaker
from retold.render.html import render_article, render_articles
from retold.render.html.article import sheet
from retold.render.html.assets import asset
from tests.render.articles import TEXT, ferry, said
from tests.render.strict_page import Page

MARK = re.compile(r"<mark(?P<attributes>[^>]*)>")


def shown_text(html: str) -> str:
    """The article's words as its page shows them: headline first, blanks as one."""
    headline = re.search(r"<h2[^>]*>(.*?)</h2>", html, re.DOTALL)
    body = re.search(r'<div class="text"[^>]*>\n(.*?)\n</div>\n</div>', html, re.DOTALL)
    assert headline
    assert body
    return " ".join(unescape(re.sub(r"<[^>]*>", "", headline[1] + "\n" + body[1])).split())


def test_the_page_is_well_formed_without_scripts_and_its_links_lead_somewhere() -> None:
    html = render_articles([ferry(), msgspec.structs.replace(ferry(), article=msgspec.structs.replace(ferry().article, id="again"))])
    page = Page(html)
    assert [key for key, count in page.ids.items() if count > 1] == []
    local = {(link["href"] or "")[1:] for link in page.links if (link["href"] or "").startswith("#")}
    assert local | page.named <= set(page.ids)
    assert page.scripts == 0
    assert page.headings == [1, 2, 2]
    assert [link["href"] for link in page.links if "rel" in link] == ["https://post.example/ferry"] * 2


def test_nothing_may_be_loaded_or_run() -> None:
    html = render_articles([ferry()])
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', html).group(1))  # type: ignore[union-attr]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "script" not in policy
    assert "unsafe" not in policy
    assert not re.search(r"<[^>]*\s(?:src|on\w+|style)=", html)


def test_the_same_article_gives_the_same_bytes_and_all_of_its_text() -> None:
    html = render_articles([ferry()])
    assert html == render_articles([ferry()])
    assert "<script" not in html
    assert "<b>" not in html
    title = next(part.span for part in ferry().article.parts if part.kind == "title")
    assert shown_text(html) == " ".join((TEXT[slice(*title)] + " " + TEXT[: title[0]] + TEXT[title[1] :]).split())


def test_the_legend_counts_names_and_numbers_the_most_quoted_first() -> None:
    people = sheet(ferry(), "a").people
    assert [(p.label, p.colour, p.name, p.also, p.count) for p in people] == [
        ("1", 1, "Marit Oskelund", "port minister", "5 quotations"),
        ("2", 2, "Tollef Brandt", "", "quoted by others once"),
        ("3", 3, "a pilot?", "", "1 quotation"),
        ("–", 0, "Speaker not named", "", "1 quotation"),
    ]


def test_the_legend_tells_how_many_of_several_are_guesses() -> None:
    doubtful = [msgspec.structs.replace(q, uncertain=q.type == "speech") for q in ferry().quotations[:4]]
    counts = [p.count for p in sheet(msgspec.structs.replace(ferry(), quotations=(*doubtful, *ferry().quotations[5:6])), "a").people]
    assert counts == ["4 quotations, 3 of them guesses", "quoted by others once"]


def test_a_passage_tells_who_how_to_whom_when_and_how_sure() -> None:
    tips = [unescape(tip) for tip in re.findall(r'data-tip="([^"]*)"', render_article(ferry()))]
    assert "Marit Oskelund (“she”)\nmixed speech; cue “said”; to reporters\n93% sure" in tips
    assert "Marit Oskelund (“she”)\ndirect speech; cue “told”; told the Harbour Post, 3 Mar 2031, Vellmar\n93% sure" in tips
    assert "Tollef Brandt (“Captain Brandt”), quoted by Marit Oskelund (“she”)\ncue “told”" in tips
    assert "a pilot?\ndirect speech\n41% sure" in tips
    assert "Speaker not named (nobody is named beside it)\ndirect speech\n93% sure" in tips


def test_marks_show_colour_number_guess_and_attitude_and_leave_scare_quotes_alone() -> None:
    html = render_article(ferry())
    marks = [(m["attributes"], html[m.end() :]) for m in MARK.finditer(html)]
    classes = {re.search('class="([^"]*)"', given)[1] for given, _ in marks}  # type: ignore[index]
    assert classes == {"q s1", "q n s2", "q s1 soft", "q s3 guess", "q s0"}
    assert not any(rest.startswith("ice queen") for _, rest in marks)
    assert set(re.findall(r'data-who="([^"]*)"', html)) == {"1", "2", "3?", "–"}
    cues = re.findall(r'<span class="cue (s\d)">([^<]*)</span>', html.split('class="text"')[1].split("</article>")[0])
    assert cues == [("s1", "said"), ("s2", "told"), ("s1", "told"), ("s1", "hopes")]


def test_quotations_in_the_headline_are_marked_there() -> None:
    headline = re.search(r"<h2[^>]*>(.*?)</h2>", render_article(ferry()), re.DOTALL)
    assert headline
    assert re.search(r"<mark [^>]*>Ferry stays in port</mark>", headline[1])
    assert '<span class="cue s1">says</span>' in headline[1]


def test_marks_are_explained_where_there_are_such() -> None:
    assert sheet(ferry(), "a").key == {"cue", "guess", "attitude", "nested", "furniture"}
    plain = msgspec.structs.replace(ferry(), quotations=())
    assert sheet(plain, "a").key == {"furniture"}
    assert "Nobody is quoted." in render_article(plain)
    assert "a guess" not in render_article(msgspec.structs.replace(ferry(), quotations=ferry().quotations[:2])).split("</style>")[1]


def test_more_speakers_than_colours_are_told_apart_by_number() -> None:
    crowd = tuple(said(n, ((n, n + 1),), Speaker(name=f"S{n}", canonical=f"S{n}", span=None)) for n in range(12))
    people = sheet(msgspec.structs.replace(ferry(), quotations=crowd), "a").people
    assert [p.label for p in people] == [str(n) for n in range(1, 13)]
    assert [p.colour for p in people] == [*range(1, 9), 0, 0, 0, 0]


def test_an_article_in_another_language_and_one_without_anything() -> None:
    foreign = Article(id="x", outlet=None, url="javascript:alert(1)", title=None, language="de", text="Die Fähre bleibt.", digest="")
    html = render_articles([Annotated(article=foreign, analysed=False)])
    assert "In another language than English (de): kept, not analysed." in html
    assert "Untitled" in html
    assert "javascript" not in html
    Page(html)
    Page(render_articles([]))


def test_a_notebook_shows_an_annotated_article_so() -> None:
    html = ferry()._repr_html_()
    assert html == render_article(ferry())
    Page(html)
    style = html.split("<style>")[1].split("</style>")[0]
    rules = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    selectors = [part for found in re.findall(r"([^{}]+)\{", rules) if not found.strip().startswith("@") for part in found.split(",")]
    assert all(".retold" in selector for selector in selectors), "a rule that reaches the rest of the notebook"
    other = msgspec.structs.replace(ferry(), article=msgspec.structs.replace(ferry().article, id="other"))
    assert not set(Page(html).ids) & set(Page(other._repr_html_()).ids)
    (annotated,) = retold.annotate([retold.read_text("“Nobody asked us,” said Tollef Brandt.", id="brief")])
    assert "Tollef Brandt" in annotated._repr_html_()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_speakers_colours_keep_a_contrast_of_4_5(theme: str) -> None:
    colours = tomllib.loads(asset("assets/themes.toml"))[theme]

    def light(name: str) -> float:
        parts = [int(colours[name][at : at + 2], 16) / 255 for at in (1, 3, 5)]
        r, g, b = (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    def contrast(one: str, two: str) -> float:
        dim, bright = sorted((light(one), light(two)))
        return (bright + 0.05) / (dim + 0.05)

    for n in range(9):
        for ink, ground in (("ink", f"t{n}"), (f"s{n}", f"t{n}"), (f"s{n}", "card"), (f"s{n}", "paper")):
            assert contrast(ink, ground) >= 4.5, (ink, ground)


@st.composite
def annotated(draw: st.DrawFn) -> Annotated:
    """Any text, with quotations, nested ones, cues and furniture wherever, beyond its ends too."""
    text = draw(st.text(st.one_of(st.sampled_from("ab <>&\"'\r\n“”🚢"), st.characters()), max_size=80))
    spans = st.tuples(st.integers(-3, len(text) + 5), st.integers(-3, len(text) + 5)).map(lambda pair: (min(pair), max(pair)))
    speakers = st.sampled_from(["Keel", "<i>Marlow</i>", None]).map(lambda n: Speaker(name="she", canonical=n, span=None) if n else None)
    several = st.lists(spans, min_size=1, max_size=3).map(tuple)
    inner = st.builds(Nested, spans=several, speaker=speakers, cue=st.none() | spans)
    quotations = draw(
        st.lists(
            st.builds(
                Quotation,
                id=st.just("x/q"),
                kind=st.sampled_from(["direct", "mixed", "indirect"]),
                type=st.sampled_from(["speech", "attitude", "other"]),
                spans=several,
                speaker=speakers,
                cue=st.none() | spans,
                nested=st.lists(inner, max_size=2).map(tuple),
                confidence=st.floats(0, 1),
                uncertain=st.booleans(),
            ),
            max_size=4,
        )
    )
    title = draw(st.none() | spans)
    parts = ({"kind": "title", "span": title},) if title else ()
    made = {
        "id": "x",
        "outlet": None,
        "url": None,
        "title": None,
        "text": text,
        "digest": "",
        "parts": parts,
        "furniture": draw(st.lists(spans, max_size=2)),
    }
    return Annotated(article=msgspec.convert(made, Article, strict=False), analysed=True, quotations=tuple(quotations))


@given(annotated())
def test_whatever_the_spans_the_page_is_well_formed_and_ids_stand_once(found: Annotated) -> None:
    page = Page(render_articles([found]))
    assert all(count == 1 for count in page.ids.values())
    assert sum(q.type != "other" for q in found.quotations) == len(sheet(found, "a").notes)
