"""JSON Lines records."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.read.jsonl import looks_like_jsonl, read_lines
from retold.read.raw import Raw
from retold.records import Rejection


def one(line: str) -> Raw | Rejection:
    (item,) = read_lines([line], "mill.jsonl", "mill")
    return item


def test_a_record_gives_all_that_it_holds() -> None:
    record = {
        "id": "m1",
        "article": "m",
        "outlet": "Quill",
        "url": "https://q.example/m",
        "date": "2031-06-04",
        "title": "Mill",
        "text": "It burned.\r\n",
    }
    assert one(json.dumps(record)) == Raw(
        input="mill.jsonl:1",
        id="m1",
        text="It burned.\r\n",
        outlet="Quill",
        url="https://q.example/m",
        title="Mill",
        published="2031-06-04",
        published_from="record",
    )


@pytest.mark.parametrize(
    ("record", "id"),
    [
        ({"article": "m", "url": "u"}, "m"),
        ({"url": "https://q.example/m"}, "https://q.example/m"),
        ({"id": 7}, "7"),
        ({"id": "", "article": None}, "mill:1"),
        ({}, "mill:1"),
    ],
)
def test_the_id_is_the_records_id_else_article_else_url_else_file_and_line(record: dict[str, object], id: str) -> None:
    item = one(json.dumps({**record, "text": "It burned."}))
    assert isinstance(item, Raw)
    assert item.id == id


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "not JSON"),
        ("It burned.", "not JSON"),
        ('["text"]', "not a JSON object"),
        ("{}", 'no "text"'),
        ('{"text": 3}', 'no "text"'),
        ('{"text": " \\n"}', "empty"),
        ("[" * 100_000, "not JSON"),
        ('{"text": ' + "9" * 5000 + "}", "not JSON"),
    ],
)
def test_a_bad_line_is_rejected_with_path_and_line(line: str, says: str) -> None:
    items = list(read_lines(['{"text": "It burned."}', "", line], "mill.jsonl", "mill"))
    assert isinstance(items[0], Raw)
    rejected = items[1]
    assert isinstance(rejected, Rejection)
    assert rejected.input == "mill.jsonl:3"
    assert says in rejected.reason


def test_half_a_surrogate_pair_keeps_the_offsets() -> None:
    item = one(r'{"text": "a\ud800b"}')
    assert isinstance(item, Raw)
    assert item.text == "a\ufffdb"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('{"text": "a"}\n{', True),
        ('\n\n{"text": "a"}', True),
        ("{ braces } open this report", False),
        ('{"text":', False),
        ("", False),
        ("[1]", False),
    ],
)
def test_json_lines_are_told_by_their_first_line(text: str, lines: bool) -> None:
    assert looks_like_jsonl(text) is lines


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_comes_back_as_it_was(text: str) -> None:
    for ascii_only in (True, False):
        item = one(json.dumps({"text": text}, ensure_ascii=ascii_only).replace("\n", "\\n"))
        if isinstance(item, Raw):
            assert item.text == text.removeprefix("\ufeff")
        else:
            assert not text.removeprefix("\ufeff").strip()


@given(st.text())
def test_no_line_raises(line: str) -> None:
    list(read_lines([line], "f", "f"))
    looks_like_jsonl(line)
