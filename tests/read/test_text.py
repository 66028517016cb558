"""Encodings, and what is refused as no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.errors import UnreadableInput
from retold.read.text import clean, decode
from retold.settings import ReadSettings

LIMITS = ReadSettings()
STORY = "Mayor Ana Búrik said: “The bridge stays closed – for now.”\r\nIt’s\u00a0late, a soft\u00adhyphen stays.\r\n" * 3


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode("utf-8"),
        b"\xef\xbb\xbf" + STORY.encode("utf-8"),
        b"\xff\xfe" + STORY.encode("utf-16-le"),
        b"\xfe\xff" + STORY.encode("utf-16-be"),
        STORY.encode("utf-16-le"),
        STORY.encode("utf-16-be"),
        STORY.encode("utf-32"),
        STORY.encode("cp1252"),
    ],
)
def test_every_encoding_gives_the_same_text_with_its_line_ends(data: bytes) -> None:
    assert decode(data, "a.txt", LIMITS) == STORY


@pytest.mark.parametrize("label", ["utf-8", "iso-8859-1", "us-ascii", "no-such-encoding", "base64", "unicode_escape", ""])
def test_a_wrong_label_does_not_spoil_windows_1252(label: str) -> None:
    assert decode(STORY.encode("cp1252"), "a.html", LIMITS, label=label) == STORY


def test_utf8_is_believed_before_its_label() -> None:
    assert decode(STORY.encode("utf-8"), "a.html", LIMITS, label="iso-8859-1") == STORY


def test_a_label_decides_where_the_bytes_do_not() -> None:
    text = "Мэр города сказал, что мост закрыт до пятницы. " * 3
    assert decode(text.encode("koi8-r"), "a.html", LIMITS, label="koi8-r") == text


def test_a_code_page_is_told_without_a_label() -> None:
    text = "Мэр города сказал вчера вечером журналистам, что старый мост через реку закрыт для движения до пятницы. " * 5
    assert decode(text.encode("cp1251"), "a.txt", LIMITS) == text


def test_one_broken_byte_leaves_utf8_utf8() -> None:
    data = STORY.encode("utf-8") + b"\xe2"
    assert decode(data, "a.txt", LIMITS) == STORY + "\ufffd"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04word/document.xml", "Word"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "WebP"),
        (b"{\\rtf1\\ansi", "RTF"),
        (bytes(range(256)) * 4, "binary"),
        (("\ufffd" * 30 + "abc").encode(), "damaged"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableInput, match=says) as caught:
        decode(data, "a.txt", LIMITS)
    assert caught.value.input == "a.txt"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_utf8_comes_back_code_point_for_code_point(text: str) -> None:
    try:
        assert decode(text.encode("utf-8"), "a", LIMITS) == text.removeprefix("\ufeff")
    except UnreadableInput:
        assert not text.removeprefix("\ufeff").strip() or "\ufffd" in text or text.startswith(("%PDF-", "GIF8", "{\\rtf", "PK"))


@given(st.text())
def test_clean_text_can_be_encoded_and_keeps_its_offsets(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert len(cleaned) == len(text.removeprefix("\ufeff"))
