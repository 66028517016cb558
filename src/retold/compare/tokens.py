"""Word tokens of a piece: where they stand, what they are compared as, and what stands before them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import isnan
from typing import Literal

import msgspec

from ..records import Record, Span
from .lexicon import Lexicon, american, lexicon

TokenKind = Literal["content", "function", "number"]
Gap = Literal["none", "comma", "stop", "ellipsis", "break"]

_LETTER = r"[^\W\d_]|[\u0300-\u036f\u00ad]"
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}(?:[^\W\d_]\b)?"  # F.B.I., U.S.
    rf"|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![^\W_])"  # 1,200.5 and 21st
    rf"|(?:{_LETTER}|\d)+(?:['’ʼ‘](?:{_LETTER})+)*"  # words, MH17, don't
    r"|(?<=\w\s)['’](?:s|re|ve|ll|d|m)\b"  # "they 've", as some pages have it
    r"|[%$€£&]"
)
_CLITIC = re.compile(r"(?:n['’ʼ‘]t|['’ʼ‘](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_SOLID = {"cannot": 3, "gotta": 3, "wanna": 3}
_GLUED = re.compile(r"(\d+(?:\.\d+)?)(bn|tn|m|thousand|million|billion|trillion)")
"""A number and its magnitude in one word; "m" is one behind the sign of a currency only."""
_ACRONYMS = re.compile(r"[A-Z]{2,}s")
_PREFIX = frozenset("co re e pre non anti counter multi semi sub".split())
_HYPHEN = re.compile(r"[\s\-‐‑]")
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_CURRENCY = frozenset("$€£")
_STOP = re.compile(r"[.!?;:\n]")
_COMMA = re.compile(r",|[–—―]|--|\s-\s")
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_MAX_PHRASE = 4
_FUTURE = {("going", "to"), ("about", "to")}
_WORDS_KEPT = 1 << 14
"""Different words whose forms are kept in memory; a story of 200 reports has some 10,000."""


class Token(Record, frozen=True):
    """One word (a clitic is a word: "we" and "'re"), or a set phrase or number that is compared as one word."""

    start: int
    """Code-point offset in the article's text."""
    end: int
    text: str
    key: str
    """Lower case, without accents, typographic marks and dots: equal keys are the same word typed differently."""
    fold: str
    """The key with spelling variety, abbreviations, contractions and numerals resolved; a number's value."""
    lemma: str
    """Base form of ``fold``."""
    kind: TokenKind
    name: bool
    """Capitalised where an ordinary word would not be."""
    bracketed: bool
    """Stands in square or round brackets."""
    run: int
    """Number of the span it stands in."""
    gap: Gap
    """What separates it from the word before; "break" where a new span starts. The first token has "break"."""

    @property
    def clitic(self) -> bool:
        """Is it written together with the word before?"""
        return self.key[0] == "'" or self.key == "n't"


def tokenize(text: str, spans: Sequence[Span]) -> tuple[Token, ...]:
    """Tokens of the given spans of an article's text, in order of the spans; offsets count in ``text``."""
    words = lexicon()
    tokens: list[Token] = []
    for run, (start, end) in enumerate(spans):
        tokens.extend(_run(text, start, end, run, words))
    return tuple(tokens)


@lru_cache(maxsize=_WORDS_KEPT)
def key_of(text: str) -> str:
    """What a word is when capitals, accents, marks and dots are left out."""
    plain = unicodedata.normalize("NFKD", text.replace("\u00ad", "").replace("’", "'").replace("ʼ", "'").replace("‘", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    if plain[:1].isdigit():
        return plain.replace(",", "")
    return plain.replace(".", "")


def solid(tokens: tuple[Token, ...], others: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, two neighbours made one where the other side writes them as one: "cease fire" beside "ceasefire"."""
    words = lexicon()
    wanted = {_bare(token.key) for token in others if token.kind == "content" and token.fold not in words.hedges}
    made: list[Token] = []
    for token in tokens:
        last = made[-1] if made else None
        close = last is not None and token.gap == "none" and last.run == token.run and token.start - last.end <= 1
        if last is not None and close and _bare(last.key) + _bare(token.key) in wanted:
            made[-1] = _one(last, token, words)
        else:
            made.append(token)
    return tuple(made)


def _bare(key: str) -> str:
    return _HYPHEN.sub("", key)


def _one(first: Token, second: Token, words: Lexicon) -> Token:
    fold = american(_bare(first.key) + _bare(second.key))
    written = {"text": f"{first.text}-{second.text}", "key": f"{first.key}-{second.key}"}
    return msgspec.structs.replace(first, end=second.end, fold=fold, lemma=words.lemma(fold), kind="content", **written)


def _run(text: str, start: int, end: int, run: int, words: Lexicon) -> list[Token]:
    pieces = _joined(text, _split(text, start, end), words)
    shouting = _shouting([text[a:b] for a, b in pieces], words)
    made: list[Token] = []
    depth, before = 0, start
    for a, b in pieces:
        between = text[before:a]
        if made and made[-1].key in words.titles:
            between = between.removeprefix(".")
        depth = max(0, depth + sum(between.count(c) for c in "[(") - sum(between.count(c) for c in "])"))
        gap = _gap(between) if made else "break"
        made.append(_token(text[a:b], (a, b), _Place(run=run, gap=gap, bracketed=depth > 0, shouting=shouting, text=text), words))
        before = b
    return made


_NUMBERED = re.compile(r"No\.?\s(?=\d)")


class _Place(Record, frozen=True):
    run: int
    gap: Gap
    bracketed: bool
    shouting: bool
    text: str


def _token(word: str, span: Span, place: _Place, words: Lexicon) -> Token:
    key = "number" if _NUMBERED.match(place.text, span[0]) else key_of(word)  # "No. 1" denies nothing
    money = key.endswith("m") and place.text[max(0, span[0] - 1) : span[0]] in _CURRENCY
    fold = _fold(word, f"{key}illion" if money and _GLUED.fullmatch(key) else key)
    number = fold.startswith("#")
    lemma = fold if number else words.lemma(fold.removesuffix("s") if _ACRONYMS.fullmatch(word) else fold)
    kind: TokenKind = "number" if number else "function" if _of_grammar(fold, key, words) else "content"
    initial = place.gap in ("stop", "break", "ellipsis")
    name = (
        kind == "content"
        and word[0].isupper()
        and not place.shouting
        and (not initial or word[1:2].isupper() or _named_elsewhere(word, place.text))
    )
    return Token(
        start=span[0],
        end=span[1],
        text=word,
        key=key,
        fold=fold,
        lemma=lemma,
        kind=kind,
        name=name,
        bracketed=place.bracketed,
        run=place.run,
        gap=place.gap,
    )


def _of_grammar(fold: str, key: str, words: Lexicon) -> bool:
    """Is it a word of grammar? "US" is none, though "us" is one."""
    return fold in words.function or (key in words.function and fold not in words.senses)


def _named_elsewhere(word: str, text: str) -> bool:
    """Is a word that begins a sentence capitalised inside another sentence of the text, and nowhere in lower case?"""
    inside = re.search(rf"(?<=[a-z,] ){re.escape(word)}\b", text)
    return inside is not None and re.search(rf"\b{re.escape(word.lower())}\b", text) is None


@lru_cache(maxsize=_WORDS_KEPT)
def _fold(word: str, key: str) -> str:
    words = lexicon()
    if key == "us" and word[0].isupper() and word.replace(".", "")[-1:].isupper():
        return "usa"
    parts = tuple(re.split(r"[\s\-‐‑]+", key))
    if len(parts) > 1 and parts in words.phrases:
        return words.phrases[parts]
    ordinal = _ORDINAL.match(key)
    if ordinal:
        return f"#{ordinal[1]}th"
    if key in words.ordinals:
        return f"#{words.ordinals[key]}th"
    glued = _GLUED.fullmatch(key)
    value = _value(glued.groups() if glued and glued[2] != "m" else parts, words)
    if value is not None:
        return f"#{value:.12g}"
    if key == "ai" and word.islower():  # of "ain't"
        return "is"
    solid = key if key[0] == "'" or key == "n't" else "".join(parts).replace("'", "")
    return words.forms.get(solid) or words.forms.get(american(solid)) or american(solid)


def _value(parts: Sequence[str], words: Lexicon) -> float | None:
    """Value of "twenty-one", "5 million", "two hundred and fifty"; None: no number."""
    total, current, seen = 0.0, 0.0, False
    for part in parts:
        if part in words.magnitudes:
            current = (current if current or not seen else 1) * words.magnitudes[part] if seen else float("nan")
            if part != "hundred":
                total, current = total + current, 0.0
        elif part in words.numbers:
            current += words.numbers[part]
        elif part[:1].isdigit() and part.replace(".", "", 1).isdigit():
            current += float(part)
        elif part == "and" and seen:
            continue
        else:
            return None
        seen = True
    value = total + current
    return None if not seen or isnan(value) else value


def _split(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    for found in _WORD.finditer(text, start, end):
        a, b = found.span()
        clitic = _CLITIC.search(found[0])
        cut = a + clitic.start() if clitic and clitic.start() else a + _SOLID.get(found[0].lower(), 0)
        spans.extend([(a, cut), (cut, b)] if a < cut < b else [(a, b)])
    return [(a, b) for a, b in spans if key_of(text[a:b])]


def _joined(text: str, spans: list[Span], words: Lexicon) -> list[Span]:
    """Join set phrases ("United States"), hyphenated prefixes ("co-operate") and written-out numbers ("5 million")."""
    joined: list[Span] = []
    at = 0
    while at < len(spans):
        size = _length(text, spans[at : at + 6], words)
        joined.append((spans[at][0], spans[at + size - 1][1]))
        at += size
    return joined


def _length(text: str, spans: Sequence[Span], words: Lexicon) -> int:
    keys = [key_of(text[a:b]) for a, b in spans]
    gaps = [text[b:c] for (_, b), (c, _) in pairwise(spans)]
    close = 1
    while close < len(spans) and (
        (gaps[close - 1].isspace() and "\n" not in gaps[close - 1]) or (gaps[close - 1] in "-‐‑" and gaps[close - 1])
    ):
        close += 1
    for size in range(min(close, _MAX_PHRASE), 1, -1):
        phrase = tuple(keys[:size])
        if phrase in words.phrases and not (phrase in _FUTURE and _place_follows(text, spans[size:], words)):
            return size
    for size in range(close, 1, -1):
        if _is_number(keys[:size], words):
            return size
    if close > 1 and gaps[0] in "-‐‑" and keys[0] in _PREFIX:
        return 2
    return 1


def _place_follows(text: str, spans: Sequence[Span], words: Lexicon) -> bool:
    """Whether somebody is going to a place, not to do something."""
    following = text[slice(*spans[0])] if spans else "A"
    key = key_of(following)
    return following[0].isupper() or (key in words.function and key not in words.classes["auxiliary"])


def _is_number(keys: Sequence[str], words: Lexicon) -> bool:
    """Is a sequence one written-out number? "five six" is two."""
    if keys[-1] == "and" or _value(keys, words) is None:
        return False
    for one, other in pairwise(keys):
        tens_and_unit = words.numbers.get(one, 0) >= 20 and 0 < words.numbers.get(other, 0) < 10
        after_magnitude = one in ("hundred", "thousand", "and") and "hundred" in keys
        if not (other in words.magnitudes or tens_and_unit or after_magnitude or (other == "and" and one in words.magnitudes)):
            return False
    return True


def _gap(between: str) -> Gap:
    if _ELLIPSIS.search(between):
        return "ellipsis"
    if _STOP.search(between):
        return "stop"
    return "comma" if _COMMA.search(between) else "none"


def _shouting(texts: Sequence[str], words: Lexicon) -> bool:
    """Are all words of sense capitalised, as in a headline, so that capitals tell nothing?"""
    full = [text for text in texts if text[0].isalpha() and key_of(text) not in words.function]
    return (len(full) > 2 and all(text[0].isupper() for text in full)) or (len(texts) > 1 and all(text.isupper() for text in texts))
