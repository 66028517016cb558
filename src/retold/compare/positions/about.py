"""What a position is about: a phrase in the article's words that a reader understands where it stands alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from ...records import Record, Span
from ..lexicon import lexicon
from .stump import half_noun

MOST = 16
"""Words; a longer phrase is cut where a preposition or conjunction begins."""
_CUTS = frozenset("to in on at by for with from over into against under between through within and or that if unless until".split())
_LEAST = 3  # words that a cut must leave
_ENOUGH = 6  # words with which a cut is content
_LIST, _PART = 12, 3  # tokens ahead in which a list must come to its "and", words of each part of it
_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[’'‘](?=[^\W_])|[.,](?=\d)|[-–‑/&](?=[^\W_])|\.(?=[A-Z]\b))*\.?(?<![a-z0-9]\.)|[$£€#@]|\S")
_STOPS = frozenset(";:.!?()[]|—–…")
_OPEN, _CLOSE = frozenset("“\"‘'"), frozenset("”\"’'")
_ENDS = frozenset(
    """because while although though whereas after amid following but when since during despite whereby as says said adds added told per
    yet ahead before including saying adding citing calling claiming arguing telling according""".split()
)
"""Words that begin what only goes with it."""
_CLAUSES = frozenset({"who", "that", "which", "what", "whether", "how", "whose", "where"})
_VERBS = frozenset({"has", "is", "are", "was", "were", "will", "would"})
_SUBJECTS = frozenset("he she it they we i you there if until unless because provided".split())
_PARTICLES = frozenset({"in", "on", "over", "out", "off", "up"})
FINITE = frozenset("has have had is are was were will would can could may might must should did does said says".split())
_LEADS = frozenset({"until", "only", "not", "even"})
_HANGING = ("ed", "ing", "ly")  # endings of words that need what a cut took
_KEEP = frozenset({"such as", "as well", "as part", "as long", "as soon", "so long", "so that"})
JOINTS = frozenset(
    "to in on at by for with from of over into about against under between behind through within and or that if unless until".split()
)
LOOSE = frozenset(
    """a an the and or of to in on at by for with from that its their his her our my your as into about more most very not is be are was
    if unless until shortly just even only also nor""".split()
)
_WHEN = re.compile(
    r"(?:\s+(?:(?:on|late|early|earlier|later)\s+)*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight)"
    r"(?:\s+(?:morning|afternoon|evening|night))?"
    r"|\s+(?:(?:earlier|later|late|early)\s+)?(?:last|next|this)\s+(?:week|month|year|spring|summer|autumn|fall|winter)"
    r"|\s+as well|\s+too)+$",
    re.IGNORECASE,
)


class Bounds(Record, frozen=True):
    """Where what a position is about may reach."""

    end: int
    """No further than this."""
    finite: AbstractSet[int]
    """Where verbs begin that assert something of their own."""
    subjects: AbstractSet[int]
    """Where those begin who do something."""
    open_until: int | None = None
    """Where a quotation closes that opened before and that the clause runs on behind; None: there is none such."""


class _Token(NamedTuple):
    start: int
    end: int
    word: str

    @property
    def low(self) -> str:
        return self.word.lower()

    @property
    def is_word(self) -> bool:
        return self.word[0].isalnum()


def phrase(text: str, start: int, bounds: Bounds, *, clause: bool = False, most: int = MOST) -> Span | None:
    """The phrase that begins at ``start`` or at the next word, of at most ``most`` words; None: it has no words.

    It ends with the clause: before a semicolon, dash or full stop, a comma that makes no list, a closing mark that it did not open, a word
    that begins a side remark, or "and" with another verb that has a subject or a tense of its own; where it is no ``clause`` itself, before
    a verb whose subject it is.
    """
    draft = _Draft(text, bounds, clause, [_Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, start, bounds.end)])
    for n, token in enumerate(draft.tokens):
        taken = draft.mark(n) if not token.is_word else draft.word(n)
        if not taken:
            break
    return _trim(draft, most)


@dataclass
class _Draft:
    """A phrase as it grows; ``mark`` and ``word`` take the next token or tell that the phrase ends before it."""

    text: str
    bounds: Bounds
    clause: bool
    tokens: list[_Token]
    kept: list[_Token] = field(default_factory=list)
    opened: bool = False
    """Whether a quotation mark waits to be closed."""
    whole: bool = True
    """False: the clause goes on behind its end."""

    def mark(self, n: int) -> bool:
        """Take a mark."""
        token, kept = self.tokens[n], self.kept
        at, word = token.start, token.word
        if word == "." and kept and kept[-1].end == at and kept[-1].low in lexicon().titles:
            kept[-1] = _Token(kept[-1].start, token.end, kept[-1].word)
            return True
        if word in _STOPS or (word == "," and not self.opened and _ends_at_comma(self.tokens, n, kept)):
            return False
        if word not in _OPEN | _CLOSE:
            kept.append(token)
            return True
        behind_s = word in "’'" and self.text[at - 1] == "s" and self.text[token.end : token.end + 1] == " "  # `the crews’ boats`
        if word in _CLOSE and (at == self.bounds.open_until or (behind_s and not self.opened)):
            return True
        if word in _OPEN and not self.opened and (not kept or self.text[at - 1].isspace()):
            self.opened = True
        elif word in _CLOSE and self.opened:
            self.opened = False
            if kept and kept[-1].word == ",":
                kept.pop()
                return False
        else:
            return False
        kept.append(token)
        return True

    def word(self, n: int) -> bool:
        """Take a word."""
        token, kept = self.tokens[n], self.kept
        if "\n" in self.text[kept[-1].end if kept else token.start : token.start]:
            return False
        low = token.low
        following = self.tokens[n + 1].low if n + 1 < len(self.tokens) else ""
        if kept and low in _ENDS and kept[-1].low not in _LEADS and f"{low} {following}" not in _KEEP and not _as_soon_as(low, kept):
            self.whole = False
            if low in {"said", "says"}:
                self.kept = _before_clause(kept)
            return False
        if low in _VERBS and len(kept) > 1 and not self.clause and not any(k.low in _CLAUSES | _SUBJECTS for k in kept):
            return False
        if kept and (low == "nor" or (low in {"and", "or"} and following and _own_clause(self.tokens, n + 1, kept, self.bounds))):
            return False
        kept.append(token)
        return True


def _as_soon_as(low: str, kept: Sequence[_Token]) -> bool:
    return low == "as" and any(k.low == "as" for k in kept[-2:])


def _ends_at_comma(tokens: list[_Token], n: int, kept: list[_Token]) -> bool:
    """A comma ends the phrase but where it stands in a list of short parts: `food, clean water and fuel`, or joins adjectives."""
    following = [t.word for t in tokens[n + 1 : n + 3]]
    if (
        half_noun([k.word for k in kept])
        and len(following) == 2
        and all(w.islower() and w not in _ENDS | JOINTS | LOOSE for w in following)
    ):
        return False  # `a redacted, readable copy`
    part = 0
    for at, (_, _, word) in enumerate(tokens[n + 1 : n + _LIST], n + 1):
        low = word.lower()
        if low in {"and", "or"}:
            return not kept or (at == n + 1 and not any(k.word == "," for k in kept))  # `, and she left`
        if word == "," and part:
            part = 0
            continue
        part += 1
        if part > _PART or low in _ENDS | JOINTS | LOOSE - {"a", "an", "the", "their", "its", "his", "her"} or not low[0].isalnum():
            break
        if part == 1 and low.endswith("ing"):
            break
    return True


def _own_clause(tokens: list[_Token], n: int, kept: Sequence[_Token], bounds: Bounds) -> bool:
    """Whether a clause of its own begins at token ``n``; ``kept`` stands before."""
    if tokens[n].low in {"he", "she", "they", "it", "we", "i", "that", "is", "was", "has", "had", "will", "would", "said", "says"}:
        return True
    if tokens[n].word.endswith("ing"):
        return tokens[n].start in bounds.finite and not kept[0].word.endswith("ing")
    if tokens[n].word[:1].isupper() and any(t.low in FINITE for t in tokens[n + 1 : n + 3]):
        return True
    if len(kept) > 1 and kept[-2].low in {"a", "an"} and kept[-1].word.islower():
        return False  # `a strong and lasting peace`
    if tokens[n].start in bounds.finite or (tokens[n].word.endswith("ly") and n + 1 < len(tokens) and tokens[n + 1].start in bounds.finite):
        return True
    joined = any(
        t.low in {"that", "which", "who", "both", "between"} for t in tokens[max(0, n - 4) : n - 1]
    )  # `that Norwegian and Danish …`
    return tokens[n].start in bounds.subjects and not joined


def _trim(draft: _Draft, most: int) -> Span | None:
    """The kept tokens cut to ``most`` words, without what hangs loose at either end and without the time at the end."""
    kept, whole = draft.kept, draft.whole
    words = [k for k in kept if k.is_word]
    if len(words) > most:
        kept, whole = _cut(kept, words[most].start), False
    if kept and (when := _WHEN.search(draft.text[kept[0].start : kept[-1].end])) and when.start() > 0:
        kept = [k for k in kept if k.start < kept[0].start + when.start()]
    if not whole and len(kept) > _LEAST and kept[-1].word.endswith("ing") and kept[-2].low in JOINTS:
        kept = kept[:-2]  # `by noting | after …`
    while kept and _loose_end(kept, draft.opened, whole):
        kept.pop()
    while kept and not kept[0].is_word and not (kept[0].word in _OPEN and _paired(kept)) and kept[0].word not in "$£€#@":
        kept = kept[1:]
    return (kept[0].start, kept[-1].end) if any(k.is_word for k in kept) else None


def _cut(kept: list[_Token], limit: int) -> list[_Token]:
    """The tokens before the last joint up to ``limit``; before an earlier one where the last is an infinitive."""
    joints = [(n, sum(w.is_word for w in kept[:n])) for n, k in enumerate(kept) if k.start <= limit and k.low in _CUTS]
    joints = [(n, words) for n, words in joints if words >= _LEAST]
    while len(joints) > 1 and kept[joints[-1][0]][2] == "to" and joints[-2][1] >= _ENOUGH:
        joints.pop()
    kept = kept[: joints[-1][0]] if joints else [k for k in kept if k.start < limit]
    kept = _before_clause(kept)
    while len(kept) > _LEAST and kept[-1].word.endswith(_HANGING):
        kept.pop()
    return kept


def _before_clause(kept: list[_Token]) -> list[_Token]:
    """The tokens without a clause that a cut left torn: `a crew who has proven` says less than `a crew`."""
    return kept[: next((n for n in range(len(kept) - 1, max(len(kept) - 5, _LEAST - 1), -1) if kept[n].low in _CLAUSES), None)]


def _loose_end(kept: list[_Token], opened: bool, whole: bool) -> bool:
    """Whether the last token can't end a phrase: "of", a mark that nothing opened; "in" may end a ``whole`` one ("give in")."""
    word = kept[-1].word
    if word[0].isalnum():
        return word.lower() in LOOSE and not (whole and word.lower() in _PARTICLES)
    return word not in _CLOSE or opened or not _paired(kept)


def _paired(kept: list[_Token]) -> bool:
    """Whether every mark that opens is closed."""
    return sum(k.word in _OPEN | _CLOSE for k in kept) % 2 == 0
