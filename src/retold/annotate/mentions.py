"""Runs of capitalised words that may be names, with what stands before them and what the recogniser took them for."""

from __future__ import annotations

import collections
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from ..records import Record, Span
from .folding import POSSESSIVE, fold, name_key
from .given_names import MEN, WOMEN
from .parse import Paragraph
from .roles import BODIES, OFFICES, PARTICLES, TITLES
from .tokens import Line, Token

Kind = Literal["person", "body", "place"]

_LABELS: dict[str, Kind] = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "place"}
_NOT_NAMES = frozenset(
    """i it he she we they the a an this that these those and but or if in on at for with by from as to of mr mrs ms monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october november december
    read more advertisement updated published photo image copyright exclusive breaking watch video related source yes no not when where
    who what why how while after before since because there here our my his her their its your""".split()
)


_GLUED = re.compile(r"\b([A-Z][a-z’'-]{2,})(?=[A-Z][a-z]|[A-Z]{2})")
_LINK = 120  # characters
_GRAMMAR = frozenset("VERB AUX ADV ADP PRON DET SCONJ CCONJ".split())


class Mention(Record, frozen=True, kw_only=True):
    """A run of capitalised words that may be a name, titles stripped."""

    span: Span
    text: str
    key: tuple[str, ...]
    """Words folded: lower case, no diacritics, no particles."""
    title: str
    """Titles and offices that stood before it, as printed ("Deputy Foreign Minister"); empty: none."""
    label: Kind | None
    """What the recogniser took it for."""


def find_mentions(paragraphs: Sequence[Paragraph], text: str) -> list[Mention]:
    """Find the mentions of an article in order; those of headlines only where the body has the same name: there capitals tell nothing."""
    in_body, in_titles = list[Mention](), list[Mention]()
    lines = [(p, _set_as_title(p)) for p in paragraphs]
    seen = _seen_inside([p for p, titled in lines if not titled])
    for p, titled in lines:
        (in_titles if titled else in_body).extend(_mentions(p, titled, text, seen))
    known = {m.key for m in in_body}
    return sorted([*in_body, *(m for m in in_titles if m.key in known)], key=lambda m: m.span)


def _seen_inside(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """The words that are names inside a sentence, where a capital tells: at the head of one they are names too."""
    return frozenset(
        t.text
        for p in paragraphs
        for t in p.doc
        if t.pos_ == "PROPN" and not t.is_sent_start and len(t.text) > 2 and t.text[0].isupper() and not t.text.isupper()
    )


def _mentions(paragraph: Paragraph, titled: bool, text: str, seen: frozenset[str]) -> Iterator[Mention]:
    labels = {t.i: _LABELS[t.ent_type_] for t in paragraph.doc if t.ent_type_ in _LABELS}
    for run in _runs(paragraph, titled, seen):
        yield from _split_run(paragraph, run, labels, text)


def _capital(token_text: str) -> bool:
    return token_text[:1].isupper() or (token_text[:3].casefold() in {"al-", "el-"} and len(token_text) > 3)


def _set_as_title(paragraph: Paragraph) -> bool:
    """Whether most words of a line are capitalised; a line that ends in a full stop is a sentence full of names."""
    if paragraph.doc.text.rstrip("”’\"' ").endswith((".", ",")):
        return False
    words = [t for t in paragraph.doc if t.is_alpha and len(t.text) > 3]
    return len(words) > 2 and sum(_capital(t.text) for t in words) > 0.65 * len(words)


def _runs(paragraph: Paragraph, titled: bool, seen: frozenset[str]) -> Iterator[list[int]]:
    """Runs of token indices: capitalised words, with particles, hyphens and initials' full stops between two of them."""
    doc, run = paragraph.doc, list[int]()
    if sum(t.text.isupper() and len(t.text) > 1 for t in doc) > len(doc) / 2:
        return  # capitals tell nothing where all is set in them
    for i, token in enumerate(doc):
        starts = titled or i == 0 or bool(token.is_sent_start)
        if _is_name_word(token, starts, seen) or (run and _goes_on(doc, run, i)):
            run.append(i)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_name_word(token: Token, starts: bool, seen: frozenset[str]) -> bool:
    """Whether a capitalised word is part of a name; where any word would be capitalised, the tagger or recogniser must say so."""
    word = token.text
    if not _capital(word) or not any(c.isalpha() for c in word) or fold(word).strip(".") in _NOT_NAMES:
        return False
    if token.ent_type_ in _LABELS or token.pos_ == "PROPN":
        return True
    if token.is_sent_start and (word in seen or _given_name(token)):
        return True
    if token.pos_ not in _GRAMMAR:
        return not starts
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else None  # "a pilot of All Tarnby": a capital that grammar can't explain
    return not starts and bool(token.whitespace_) and follows is not None and follows.pos_ == "PROPN" and _capital(follows.text)


def _given_name(token: Token) -> bool:
    """Whether a sentence begins with a common given name and another capitalised word."""
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return fold(token.text) in WOMEN | MEN and follows is not None and _capital(follows.text) and follows.is_alpha


def _goes_on(doc: Line, run: list[int], i: int) -> bool:
    """Whether a word that is no name itself goes on with one: `Jean-luc`, `de la`, `&`, `J.`, `of Justice`, `Flight 12`."""
    token, last = doc[i], doc[run[-1]]
    follows = doc[i + 1] if i + 1 < len(doc) else None
    tight = not last.whitespace_ and run[-1] == i - 1
    if last.text == "-" and tight:
        return bool(token.text[:1].isalpha())
    if follows is None:
        return False
    if token.text in {"-", "’", "'"}:
        return bool(tight and not token.whitespace_ and follows.text[:1].isalpha())
    if token.text == ".":
        return tight and len(last.text) <= 3
    if token.text.isdigit():
        return len(token.text) < 5 and token.ent_type_ in {"ORG", "FAC"}
    return _of_body(doc, run, i) or _particle(doc, i)


def _particle(doc: Line, i: int) -> bool:
    """Whether a particle, or the first of several, leads to a capitalised word: `de la Cruz`, `van der Velde`, `al-Rashidi`, `& Sons`."""
    for token in doc.tokens[i : i + 4]:
        if token.i > i and _capital(token.text):
            return fold(token.text) not in _NOT_NAMES
        joined = token.text == "-" and token.i > i and not token.whitespace_
        if token.text == "of" or not (token.text == "&" or fold(token.text) in PARTICLES or joined):
            return False
    return False


def _of_body(doc: Line, run: list[int], i: int) -> bool:
    """`of`, and `the` behind it, inside the name of a body: "Department of Justice", "Committee of the Red Cross"."""
    if doc[i].text in {"of", "for", "on"} and fold(doc[run[-1]].text) in BODIES:
        ahead = i + 2 if i + 2 < len(doc) and doc[i].text == "of" and doc[i + 1].text == "the" else i + 1
        return ahead < len(doc) and _capital(doc[ahead].text) and fold(doc[ahead].text).strip(".") not in _NOT_NAMES
    return doc[i].text == "the" and doc[run[-1]].text == "of" and i + 1 < len(doc) and _capital(doc[i + 1].text)


def _split_run(paragraph: Paragraph, run: list[int], labels: dict[int, Kind], text: str) -> Iterator[Mention]:
    """Strip titles from the front and possessives from the end; yield one mention, or two where a body's name stands before a title."""
    doc = paragraph.doc
    words = [doc[i] for i in run]
    cut = 0
    for k, token in enumerate(words):
        plain = fold(token.text).strip(".")
        if (plain in TITLES or (plain in OFFICES and k == cut)) and k < len(words) - 1:
            cut = k + 1
    is_body = any(fold(t.text) in BODIES for t in words)
    if is_body and words[-1].text == "Flight":  # "Tarnby Airways Flight 12"
        words.pop()
    if cut == len(words) - 1 and fold(words[-1].text).strip(".") in TITLES | OFFICES:
        return
    if not is_body:
        while words and fold(words[-1].text).strip(".") in TITLES and len(words) > 1:  # "US Secretary" of State
            words.pop()
        cut = min(cut, len(words) - 1)
    if is_body and cut and fold(words[-1].text) in BODIES:
        cut = 0
    head, tail = words[:cut], words[cut:]
    again = next((k for k in range(2, len(tail)) if tail[k].text == tail[0].text), len(tail))
    tail = tail[:again]  # "Mara Tonn Mara TonnTop stories": a page's link in the middle of a sentence
    glued = _GLUED.search(text[paragraph.start(tail[0]) : paragraph.start(tail[0]) + _LINK]) if tail else None
    if glued is not None:  # "Mara Tonn Mara (May) TonnTop stories": another page's headline stuck to the name's repetition
        last = next((k for k, token in enumerate(tail) if token.text == glued[1]), None)
        tail = tail[: last + 1] if last is not None else tail
    behind = next((k for k in range(1, len(tail) - 1) if _begins_person(tail[k - 1], tail[k])), 0)
    if behind:  # "ambassador to the United Nations Mara Tonn"
        yield from _mention(paragraph, tail[:behind], "", labels, text)
        tail = tail[behind:]
    if head and fold(head[0].text).strip(".") not in TITLES:  # "State Department Spokeswoman X", "Berlin Police Chief X"
        lead = [t for t in head if fold(t.text).strip(".") not in TITLES]
        if lead:
            yield from _mention(paragraph, lead[: _contiguous(lead)], "", labels, text)
    if tail:
        yield from _mention(paragraph, tail, " ".join(t.text for t in head), labels, text)


def _begins_person(before: Token, token: Token) -> bool:
    """Whether a given name stands right behind a word that ends the name of a body."""
    return fold(before.text) in BODIES and fold(token.text) in WOMEN | MEN


def _contiguous(tokens: list[Token]) -> int:
    n = 1
    while n < len(tokens) and tokens[n].i == tokens[n - 1].i + 1:
        n += 1
    return n


def _mention(paragraph: Paragraph, tokens: list[Token], title: str, labels: dict[int, Kind], text: str) -> Iterator[Mention]:
    start, end = paragraph.start(tokens[0]), paragraph.end(tokens[-1])
    words = text[start:end]
    stripped = POSSESSIVE.sub("", words).rstrip(" .,-’'") if not words.endswith(("Jr.", "Sr.")) else words
    if re.search(r"\b[A-Z]\.[A-Z]$", stripped):
        stripped = words
    key = name_key(stripped)
    if not key or (len(key) == 1 and (len(key[0]) < 2 or key[0] in _NOT_NAMES)):
        return
    votes = collections.Counter(labels[t.i] for t in tokens if t.i in labels)
    label = votes.most_common(1)[0][0] if votes else None
    yield Mention(span=(start, start + len(stripped)), text=stripped, key=key, title=title, label=label)
