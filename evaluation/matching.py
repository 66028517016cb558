"""Which passages and names count as the same: the scorer's own rules, for whoever asks about one quotation and not about the average."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from retold.records import Span

WORD = re.compile(r"[A-Za-z0-9À-ɏ]+")
MARKED = re.compile(r'[“"„«][^”"»]*[”"»]')
ALIKE = 0.8
"""Share of the words from which two passages count as the same (Jaccard), or one as found in another."""
_EMPTY = frozenset("a an the of and unnamed anonymous".split())


def at(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Where the words inside spans begin."""
    return frozenset(word.start() + start for start, end in spans for word in WORD.finditer(text[start:end]))


def joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those joined between which no word stands: the units that are counted."""
    units: list[Span] = []
    for start, end in sorted(spans):
        if units and not WORD.search(text[units[-1][1] : start]):
            units[-1] = (units[-1][0], max(end, units[-1][1]))
        else:
            units.append((start, end))
    return units


def inside_marks(text: str) -> frozenset[int]:
    """Where the words between double marks begin."""
    return at(text, (found.span() for found in MARKED.finditer(text)))


def words(name: str) -> set[str]:
    """The words of a name, small letters."""
    return {word.lower() for word in WORD.findall(name)}


def same_name(one: str, other: str) -> bool:
    """Are the words of one name among the other's?"""
    a, b = words(one), words(other)
    return bool(a and b) and (a <= b or b <= a)


def full_name(name: str, text: str) -> bool:
    """Has a name two words or more, and does it stand so in the text? Only then the scorer asks for it."""
    return len(WORD.findall(name)) > 1 and name.lower() in text.lower()


def same_person(wanted: str, got: str) -> bool:
    """Has a name the wanted one's last word and at least two of its words?"""
    return WORD.findall(wanted)[-1].lower() in words(got) and len(words(wanted) & words(got)) > 1


def like_name(wanted: str, got: str) -> bool:
    """Do two names or descriptions hold one another, articles left out, or is one the initials of the other?"""
    a, b = words(wanted) - _EMPTY, words(got) - _EMPTY
    initials = {"".join(word[0] for word in WORD.findall(name) if word[0].isupper()).lower() for name in (wanted, got)}
    return bool(a and b) and (a <= b or b <= a or any(len(short) > 2 and short in a | b for short in initials))


def other_name(wanted: str, got: str) -> bool:
    """Are both proper names, of capitalised words alone, and not alike in any word?"""
    proper = all(word[0].isupper() for name in (wanted, got) for word in WORD.findall(name) if word not in _EMPTY)
    return proper and bool(words(got)) and not words(wanted) & words(got) and not like_name(wanted, got)


def pairs(wanted: Sequence[frozenset[int]], got: Sequence[frozenset[int]]) -> list[tuple[float, int, int]]:
    """Wanted and found units, each in one pair at most, likest first: likeness (Jaccard of words), place in both sequences."""
    shares = [(len(a & b) / len(a | b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(got) if a & b]
    taken_wanted, taken_got, chosen = set[int](), set[int](), []
    for share, i, j in sorted(shares, reverse=True):
        if i not in taken_wanted and j not in taken_got:
            taken_wanted.add(i)
            taken_got.add(j)
            chosen.append((share, i, j))
    return chosen
