"""What formats ask of text: whatever comes in, what goes out is legal, and nothing legal is touched."""

from __future__ import annotations

import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.render.exchange.wellformed import Names, legal, moment, web_address, xml_document

ANY = st.text(st.characters(), max_size=30)


@given(ANY)
def test_what_is_made_legal_comes_through_xml_as_it_is(text: str) -> None:
    element = ElementTree.Element("a", b=text)
    element.text = text
    read = ElementTree.fromstring(xml_document(element).encode())
    assert len(legal(text)) == len(text)
    assert (read.text or "") == read.get("b") == legal(text)


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_forbids_is_shown_as_unknown(sign: str) -> None:
    assert legal(f"a{sign}b") == "a\ufffdb"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=20))
def test_what_xml_allows_is_kept(text: str) -> None:
    assert legal(text) == text


@given(st.lists(ANY, max_size=6))
def test_names_are_legal_and_differ(hints: list[str]) -> None:
    names = Names(["words"])
    made = [names.take(hint, otherwise="report") for hint in [*hints, *hints]]
    assert len({*made, "words"}) == len(made) + 1
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", name) for name in made)


def test_names_show_where_they_come_from() -> None:
    names = Names()
    hints = ["Hafen-Kurier Böö", "Hafen Kurier Böö!", "https://www.post.example/a?b", "24 Hours", "أخبار", None]
    made = [names.take(hint, otherwise="report") for hint in hints]
    assert made == ["hafen-kurier-boo", "hafen-kurier-boo-2", "post-example-a-b", "n24-hours", "report", "report-2"]
    assert names.take("", "Osk", otherwise="report") == "osk"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2031-03-04", "2031-03-04"),
        ("20310304", "2031-03-04"),
        ("2031-03-04T18:30", "2031-03-04T18:30:00"),
        ("2031-03-04T18:30:05Z", "2031-03-04T18:30:05+00:00"),
        ("2031-03-04T18:30:05+02:00", "2031-03-04T18:30:05+02:00"),
        ("2031-03-04T18:30:05+02:00:07", "2031-03-04"),
        ("March 2031", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_as_xml_schema_writes_them(written: str | None, read: str | None) -> None:
    assert moment(written) == read


@given(ANY)
def test_addresses_hold_only_what_a_uri_holds(text: str) -> None:
    made = web_address("https://a.example/" + text)
    assert re.fullmatch(r"([A-Za-z0-9:/?@!$&'()*+,;=~._#-]|%[0-9A-Fa-f]{2})*", made)
    assert made.count("#") <= 1
    assert web_address(made) == made


def test_an_address_says_the_same_as_before() -> None:
    assert web_address("https://a.example/b?c=d%20e&f=g#h") == "https://a.example/b?c=d%20e&f=g#h"
    assert unquote(web_address("https://a.example/ö <b> 5% [c]")) == "https://a.example/ö <b> 5% [c]"
