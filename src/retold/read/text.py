"""Bytes to text: encodings, and what is no text at all.

The order of trial is that of the WHATWG encoding standard (byte-order mark, declared label, guess), but UTF-8 that decodes
without an error is believed before any label, since a wrong label is far more common than accidental UTF-8.
"""

from __future__ import annotations

import codecs
import re

from ..errors import UnreadableInput
from ..settings import ReadSettings

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"%PDF-", "a PDF; save its text as .txt (for instance with pdftotext) and give that"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file; save the document as plain text or HTML and give that"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file; save it as plain text or HTML and give that"),
    (b"{\\rtf", "a rich-text (RTF) file; save it as plain text and give that"),
    (b"\x89PNG", "a picture (PNG); give the article's text"),
    (b"\xff\xd8\xff", "a picture (JPEG); give the article's text"),
    (b"GIF8", "a picture (GIF); give the article's text"),
    (b"\x1f\x8b", "a gzip file; unpack it first (only .jsonl.gz is read packed)"),
    (b"SQLite format 3\x00", "a database; export its articles as JSON Lines"),
    (b"\x7fELF", "a program"),
)
# Windows-1252 leaves five bytes undefined; browsers map them to the C1 controls.
_UNDEFINED_1252 = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROLS = 0.01  # share of characters; a text has none, random bytes have a tenth
_CODE_PAGE = re.compile(
    r"cp(?!1252)\d+|iso8859-(?!1$)\d+|koi8-[rut]|shift_jis\w*|euc_\w+|iso2022_\w+|gb\w+|big5\w*|hz|johab|mac-?\w+|tis-620|utf-?(?:16|32)\S*"
)
_LETTERS = re.compile(r"[^\W\d_]")


def decode(data: bytes, input: str, settings: ReadSettings, *, label: str | None = None) -> str:
    """Decode ``data`` to text, byte-order mark dropped, line ends kept.

    ``label`` is the encoding that a header or the page itself declares. Raises ``UnreadableInput`` where the data is
    empty, binary or in no encoding that can be told.
    """
    if not data.strip(b" \t\r\n\x0b\x0c"):
        raise UnreadableInput(input, "it is empty")
    refuse_binary(data, input)
    decoded = _decode(data, label, settings)
    if decoded is None and _is_binary(data.decode("latin-1")):
        raise UnreadableInput(input, "it is binary data, not text")
    if decoded is None:
        raise UnreadableInput(input, "its encoding can't be told; save it as UTF-8")
    text = clean(decoded)
    if not text.strip():
        raise UnreadableInput(input, "it is empty")
    if _is_binary(text):
        raise UnreadableInput(input, "it is binary data, not text")
    if text.count("\ufffd") > settings.max_damaged * len(text):
        raise UnreadableInput(input, "its encoding is damaged (too many unreadable characters); get the file again, saved as UTF-8")
    return text


def refuse_binary(data: bytes, input: str) -> None:
    """Raise ``UnreadableInput`` where the data begins like a known kind of file that is no text, saying what to do."""
    for magic, what in _BINARY:
        if data.startswith(magic):
            raise UnreadableInput(input, f"this is {what}")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise UnreadableInput(input, "this is a picture (WebP); give the article's text")


def clean(text: str) -> str:
    """Replace lone surrogates by U+FFFD, code point for code point, so that the text can be encoded; drop a byte-order mark."""
    return re.sub(r"[\ud800-\udfff]", "\ufffd", text.removeprefix("\ufeff"))


def _is_binary(text: str) -> bool:
    return len(_CONTROLS.findall(text)) > _MAX_CONTROLS * len(text)


def _decode(data: bytes, label: str | None, settings: ReadSettings) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if wide := _utf16_without_mark(data):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        replaced = data.decode("utf-8", "replace")
    wrong = replaced.count("\ufffd")
    # A few broken sequences in real UTF-8 (a text cut in the middle, a pasted byte) are no reason to read it as windows-1252.
    if wrong * 10 < sum(character > "\x7f" for character in replaced) - wrong:
        return replaced
    if label and (labelled := _by_label(data, label)) is not None:
        return labelled
    if _high_share(data) <= settings.max_western_high:
        return _windows_1252(data)
    return _guess(data)


def _utf16_without_mark(data: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in nearly every second byte, in one parity only."""
    head = data[:4096]
    half = len(head) // 2
    if half < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _by_label(data: bytes, label: str) -> str | None:
    try:
        name = codecs.lookup(label.strip()).name
        # Latin-1 is read as windows-1252, as browsers do; UTF-8 has just failed; "unicode_escape" is no page's encoding.
        return data.decode(name) if _CODE_PAGE.fullmatch(name) else None
    except (LookupError, ValueError):  # an unknown label, or a wrong one
        return None


def _windows_1252(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(chr(byte) if byte in _UNDEFINED_1252 else bytes([byte]).decode("cp1252") for byte in data)


def _high_share(data: bytes) -> float:
    return sum(byte > 0x7F for byte in data) / len(data)


def _guess(data: bytes) -> str | None:
    """Cyrillic, Greek, Arabic and East Asian code pages, told apart by how likely their characters follow one another."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is None:
        return None
    guessed = _by_label(data, best.encoding) or ""
    return guessed if len(_LETTERS.findall(guessed)) > len(guessed) / 2 else None
