"""Marked-up text: whatever the spans, the tags nest, the text stays, every anchor stands once."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from retold.render.html.marks import Mark, fit, mark_up, paragraphs

TAG = re.compile(r"<[^>]*>")
TEXTS = st.text(st.one_of(st.sampled_from("ab <>&\"'\r\n\t𐍈🚢é\u2028אب"), st.characters()), max_size=60)


class Balance(HTMLParser):
    """Fails where an end tag does not close the last open one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def marks_over(length: int) -> st.SearchStrategy[list[Mark]]:
    offsets = st.integers(-2, length + 3)
    spans = st.tuples(offsets, offsets).map(lambda pair: (min(pair), max(pair)))
    drawn = st.lists(st.tuples(spans, st.integers(1, 3), st.booleans()), max_size=12)
    return drawn.map(
        lambda found: [
            Mark(span=span, layer=layer, name=f"n{number}" if named else None, classes=f"c{number}", attributes=(("title", '"<&>'),))
            for number, (span, layer, named) in enumerate(found)
        ]
    )


@given(st.data(), TEXTS)
def test_text_is_kept_and_tags_nest(data: st.DataObject, text: str) -> None:
    marks = data.draw(marks_over(len(text)))
    blocks = [Mark(span=span, layer=0, tag="p") for span in paragraphs(fit(text))]
    html = str(mark_up(text, [*blocks, *marks]))
    balance = Balance()
    balance.feed(html)
    balance.close()
    assert balance.open == []
    assert unescape(TAG.sub("", html)) == fit(text)
    ids = Counter(re.findall(r'id="([^"]*)"', html))
    assert ids == Counter(mark.name for mark in marks if mark.name)


@given(st.data(), TEXTS)
def test_a_mark_covers_its_words_and_no_others(data: st.DataObject, text: str) -> None:
    mark, *others = data.draw(marks_over(len(text)).filter(bool))
    html = str(mark_up(text, [mark, *others]))
    covered, depth = "", 0
    for tag, words in re.findall(r"(<[^>]*>)|([^<]+)", html):
        if tag.startswith("</"):
            depth -= depth > 0
        elif tag:
            depth = depth + 1 if depth or f'class="{mark.classes}"' in tag else 0
        elif depth:
            covered += unescape(words)
    start, end = (min(max(offset, 0), len(text)) for offset in mark.span)
    assert "".join(covered.split()) == "".join(fit(text)[start:end].split())


@given(TEXTS)
def test_paragraphs_leave_out_blank_characters_only(text: str) -> None:
    text = fit(text)
    spans = paragraphs(text)
    assert list(spans) == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    rest = list(text)
    for start, end in spans:
        rest[start:end] = [" "] * (end - start)
    assert not "".join(rest).strip()


def test_overlapping_marks_are_cut_and_carry_their_anchor_once() -> None:
    marks = [Mark(span=(0, 5), layer=1, name="x", classes="x"), Mark(span=(3, 8), layer=1, name="y", classes="y")]
    html = str(mark_up("abcdefgh", marks))
    assert html == '<span id="x" class="x">abc<span id="y" class="y">de</span></span><span data-of="y" class="y">fgh</span>'


def test_the_last_piece_bears_what_is_told_once() -> None:
    quotation = Mark(span=(0, 9), layer=1, tag="a", classes="q", once=(("data-who", "MO"),))
    blocks = [Mark(span=(0, 4), layer=0, tag="p"), Mark(span=(6, 9), layer=0, tag="p")]
    html = str(mark_up("abcd\n\nefg", [quotation, *blocks]))
    assert html == '<p><a class="q">abcd</a></p>\n\n<p><a class="q" data-who="MO">efg</a></p>'


def test_a_line_is_a_paragraph_unless_the_text_is_wrapped_by_hand() -> None:
    assert paragraphs("one\ntwo") == ((0, 3), (4, 7))
    assert paragraphs("one\r\ntwo\r\n\r\nthree") == ((0, 8), (12, 17))
    assert paragraphs("one\n\ntwo\n" + 121 * "x") == ((0, 3), (5, 8), (9, 130))


def test_characters_no_page_can_hold_are_replaced_one_for_one() -> None:
    assert fit("a\x00b\ud800c") == "a\ufffdb\ufffdc"
