"""Inputs: files, folders, packed records, URLs, standard input, and whatever bytes they hold."""

from __future__ import annotations

import gzip
import io
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.errors import FetchError
from retold.read import read
from retold.read.fetch import Response
from retold.records import Reading
from retold.settings import ReadSettings, Settings

TEXT = "The old mill of Quillmere burned down on Tuesday night, and two firemen were hurt when its roof fell in."
PAGE = f"<html><head><title>Mill</title></head><body><article><p>{TEXT}</p><p>{TEXT} Nobody else was near.</p></article></body></html>"


def record(id: str, text: str = TEXT) -> str:
    return json.dumps({"id": id, "text": f"{text} {id}"}) + "\n"


def check(reading: Reading) -> None:
    """What holds for every reading."""
    ids = [article.id for article in reading.articles]
    assert ids == sorted(set(ids))
    for article in reading.articles:
        end = 0
        for part in article.parts:
            assert end <= part.span[0] < part.span[1] <= len(article.text)
            end = part.span[1]
    for item in reading.rejected:
        assert item.input.encode()
        assert item.reason.encode()


def test_a_folder_is_read_whole_sorted_and_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT + " B")
    (tmp_path / "sub" / ".cache").mkdir(parents=True)
    (tmp_path / "sub" / "a.html").write_text(PAGE)
    (tmp_path / "sub" / ".cache" / "x.txt").write_text(TEXT)
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / "c.jsonl").write_text(record("r1") + record("r2"))
    with gzip.open(tmp_path / "d.jsonl.gz", "wt") as packed:
        packed.write(json.dumps({"text": TEXT + " packed"}))
    (tmp_path / "notes.docx").write_bytes(b"PK\x03\x04")
    reading = read([tmp_path])
    check(reading)
    assert [article.id for article in reading.articles] == ["a", "b", "d:1", "r1", "r2"]
    assert [Path(item.input).name for item in reading.rejected] == ["notes.docx"]


def test_the_order_of_inputs_changes_nothing(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"{TEXT} {name}")
    files = sorted(tmp_path.iterdir())
    assert read(files) == read(files[::-1]) == read([tmp_path])


def test_standard_input_is_told_by_its_content() -> None:
    assert [a.id for a in read(["-"], stdin=io.BytesIO(TEXT.encode())).articles] == ["stdin"]
    assert [a.id for a in read(["-"], stdin=io.BytesIO((record("r1") + record("r2")).encode())).articles] == ["r1", "r2"]
    (article,) = read(["-"], stdin=io.BytesIO(PAGE.encode())).articles
    assert article.title == "Mill"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("empty.jsonl", b"\n\n", "empty"),
        ("scan.txt", b"%PDF-1.4", "PDF"),
        ("scan.jsonl", b"%PDF-1.4\nx\ny", "PDF"),
        ("big.txt", b"x" * 2001, "larger than 2,000 bytes"),
        ("big.jsonl", b'{"text": "' + b"x" * 2001 + b'"}', "larger than 2,000 bytes"),
        ("bare.html", b"<html><body>Hi</body></html>", "no article"),
        ("torn.jsonl.gz", gzip.compress(b'{"text": "a"}\n' * 99, mtime=0)[:40], "can't be read"),
        ("fake.jsonl.gz", b"not packed", "can't be read"),
    ],
)
def test_a_bad_file_is_rejected_with_its_reason_and_the_rest_goes_on(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(TEXT)
    reading = read([tmp_path / name, tmp_path / "good.txt"], settings=Settings(read=ReadSettings(max_bytes=2000)))
    check(reading)
    assert "good" in [article.id for article in reading.articles]
    assert any(says in item.reason and name in item.input for item in reading.rejected)


def test_missing_things_are_rejected(tmp_path: Path) -> None:
    reading = read([tmp_path / "none.txt", tmp_path, "-", "ftp://quill.example/a", "a\0b", "x" * 5000])
    reasons = [item.reason for item in reading.rejected]
    assert "no such file" in reasons[0]
    assert "holds no file" in reasons[1]
    assert "not given" in reasons[2]
    assert "http" in reasons[3]
    assert len(reasons) == 6


def test_a_bad_line_is_named_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_bytes(record("r1").encode() + b'{"text": "caf\xe9 and bar"}\n{broken\n' + record("r4").encode())
    reading = read([tmp_path / "r.jsonl"])
    assert [(Path(item.input).name, item.reason[:20]) for item in reading.rejected] == [("r.jsonl:3", "the line is not JSON")]
    assert [article.id for article in reading.articles] == ["r1", "r4", "r:2"]
    assert reading.articles[2].text == "café and bar"


def test_utf16_records_are_read(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_bytes((record("r1") + record("r2")).encode("utf-16"))
    assert [article.id for article in read([tmp_path / "r.jsonl"]).articles] == ["r1", "r2"]


def test_a_url_is_read_as_page_or_text_and_failures_are_rejected() -> None:
    def fetch(url: str) -> Response:
        if "gone" in url:
            raise FetchError(url, "the server answers 410 Gone")
        kinds = {"page": ("text/html", PAGE), "text": ("text/plain", TEXT), "scan": ("application/pdf", "%PDF")}
        kind, content = kinds[url.rpartition("/")[2]]
        return Response(url=url + "?final", content_type=kind, content=content.encode())

    urls = [f"https://www.quill.example/{name}" for name in ("page", "text", "scan", "gone")]
    reading = read(urls, fetch=fetch)
    assert [(a.id, a.url, a.outlet) for a in reading.articles] == [(url, url + "?final", "quill.example") for url in urls[:2]]
    assert [(r.input, r.reason) for r in reading.rejected] == [
        (urls[2], "the page is application/pdf, not HTML or text"),
        (urls[3], "the server answers 410 Gone"),
    ]


def test_one_id_for_two_texts_and_doubts_are_warned_of(tmp_path: Path) -> None:
    lines = [{"id": "m", "text": TEXT}, {"id": "m", "text": TEXT + " More."}, {"id": "d", "text": TEXT + " D", "date": "someday"}]
    lines.append({"id": "e", "text": "Der Bürgermeister sagte gestern, dass die alte Mühle am Fluss nicht wieder aufgebaut wird."})
    (tmp_path / "r.jsonl").write_text("\n".join(map(json.dumps, lines)))
    reading = read([tmp_path / "r.jsonl"])
    assert [article.id for article in reading.articles] == ["d", "e", "m", "m#2"]
    assert [word in sentence for word, sentence in zip(("someday", "m#2", "'de'"), reading.warnings, strict=True)] == [True] * 3


_BYTES = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(max_size=100).map(lambda text: b"<html><body><p>" + text.encode("utf-16", "surrogatepass") + b"</p>" * 9),
    st.text(max_size=50).map(lambda text: json.dumps({"text": text, "id": text, "date": text, "url": text, "outlet": text}).encode()),
    st.lists(
        st.sampled_from([b"{", b"}", b'"text"', b":", b'"a"', b"\n", b"\xff\xfe", b"\x00", b"<p>", b"<html>", b"\x1f\x8b", b"\xef\xbb\xbf"])
    ).map(b"".join),
)


@given(_BYTES, st.sampled_from(["a.txt", "a.jsonl", "a.jsonl.gz", "a.html", "a", "-"]))
def test_no_bytes_raise_and_every_span_holds(data: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        reading = read(["-"], stdin=io.BytesIO(data)) if name == "-" else read([path])
    check(reading)
    assert reading.articles or reading.rejected
