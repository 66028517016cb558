"""A line of text as grammar sees it: words, the clitics behind them and marks, each with its part of speech and what it depends on.

The names of what a token tells are spaCy's, and so are their values: rules read the same whoever judged the grammar.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..records import Span

_ABBREVIATIONS = (
    "Adm Ala Ariz Ark Aug Ave Brig Bros Calif Capt Cmdr Co Col Colo Conn Corp Dec Del Dr Feb Fla Fr Ft Ga Gen Gov Hon Inc Jan Jr Kan Ky "
    "La Lt Ltd Maj Mass Md Messrs Mich Minn Mr Mrs Ms Mt Nev No Nov Oct Okla Ore Pa Ph Prof Rep Reps Rev Sen Sens Sept Sgt Sr St Supt "
    "Tenn Va Vt Wash Wis Wyo vs etc al"
)
_TOKEN = re.compile(
    rf"""
      https?://\S*[\w/] | www\.\S*[\w/] | (?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|co\.uk|info)\b(?:/\S*[\w/])?   # addresses
    | [@\#]\w+                                                   # handles
    | (?:[^\W\d_]\.){{2,}}                                       # U.S., a.m.
    | (?:{"|".join(_ABBREVIATIONS.split())})\.(?!\w)             # Gov., Inc.
    | [A-Z]\.(?=\s+[A-Z]|-)                                      # an initial
    | \d+(?:[.,:]\d+)+ | \d+(?:st|nd|rd|th|s|am|pm)?(?![^\W_])   # numbers
    | n[’'‘]t\b                                                  # behind the word it negates
    | [’'‘](?:s|re|ve|ll|d|m|S)\b                                # clitics
    | [^\W_]+?(?=n[’'‘]t\b)
    | [^\W_]+(?:[’'‘](?!(?:s|re|ve|ll|d|m|S)\b)[^\W\d_]+)*       # a word, O’Hara
    | \.{{2,}} | --+ | [^\s]
    """,
    re.VERBOSE,
)


def cut(line: str) -> list[Span]:
    """The tokens of a line as spans, in order; together they cover all that is not white space.

    The cut follows the Penn Treebank where a rule of grammar depends on it (`did` + `n’t`, `Merrin` + `’s`), and keeps abbreviations,
    numbers, addresses and handles whole.
    """
    return [m.span() for m in _TOKEN.finditer(line)]


@functools.lru_cache(maxsize=4096)
def _marks(text: str) -> bool:
    return all(unicodedata.category(c)[0] == "P" for c in text)


class Token:
    """A word or mark of a line."""

    __slots__ = ("children", "dep_", "doc", "ent_type_", "head", "i", "idx", "is_sent_start", "lemma_", "lower_", "pos_", "tag_", "text")

    doc: Line
    head: Token
    """What it depends on; a root itself."""
    children: list[Token]
    """What depends on it, in order."""

    def __init__(self, i: int, idx: int, text: str) -> None:
        self.i, self.idx, self.text, self.lower_ = i, idx, text, text.lower()
        self.pos_ = self.tag_ = self.dep_ = self.lemma_ = self.ent_type_ = ""
        self.is_sent_start = False
        self.head, self.children = self, []

    def __repr__(self) -> str:
        return f"<{self.i} {self.text!r} {self.tag_}>"

    @property
    def is_punct(self) -> bool:
        """Whether it is nothing but marks of punctuation."""
        return _marks(self.text)

    @property
    def is_alpha(self) -> bool:
        """Whether it is nothing but letters."""
        return self.text.isalpha()

    @property
    def is_lower(self) -> bool:
        """Whether it has letters and all of them are small."""
        return self.text.islower()

    @property
    def whitespace_(self) -> bool:
        """Whether white space follows."""
        end = self.idx + len(self.text)
        return end < len(self.doc.text) and self.doc.text[end].isspace()

    @property
    def lefts(self) -> list[Token]:
        """What depends on it and stands before it, in order."""
        return [c for c in self.children if c.i < self.i]

    @property
    def subtree(self) -> Iterator[Token]:
        """Itself and all below it, in order."""
        return iter(sorted(self._below(), key=lambda t: t.i))

    @property
    def left_edge(self) -> Token:
        """The first token of all that hangs on it."""
        return min(self._below(), key=lambda t: t.i)

    @property
    def sent(self) -> Sentence:
        """The sentence it stands in."""
        return self.doc.sentence_of(self)

    def nbor(self, k: int = 1) -> Token:
        """The token ``k`` places on. Raises ``IndexError`` beyond the line."""
        if not 0 <= self.i + k < len(self.doc):
            raise IndexError("no token there")
        return self.doc[self.i + k]

    def _below(self) -> list[Token]:
        found = [self]
        for token in found:
            found.extend(token.children)
        return found


class Sentence(list[Token]):
    """The tokens of a sentence, in order; never empty."""

    @property
    def start(self) -> int:
        """Number of its first token in the line."""
        return self[0].i


@dataclass(eq=False)
class Line:
    """A line with its tokens in order; they are not changed any more."""

    text: str
    tokens: list[Token]
    starts: list[int] = field(init=False)
    """Where the tokens start, in code points of the line."""

    def __post_init__(self) -> None:
        self.starts = [t.idx for t in self.tokens]
        for token in self.tokens:
            token.doc = self
            if token.head is not token:
                token.head.children.append(token)

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    @functools.cached_property
    def sents(self) -> list[Sentence]:
        """The sentences, in order."""
        found: list[Sentence] = []
        for token in self.tokens:
            if token.is_sent_start or not found:
                found.append(Sentence())
            found[-1].append(token)
        return found

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence of a token of this line."""
        first = last = token.i
        while first and not self.tokens[first].is_sent_start:
            first -= 1
        while last + 1 < len(self.tokens) and not self.tokens[last + 1].is_sent_start:
            last += 1
        return Sentence(self.tokens[first : last + 1])

    def within(self, start: int, end: int) -> Sequence[Token]:
        """Tokens that begin in ``start`` to ``end``, code points of the line."""
        return self.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
