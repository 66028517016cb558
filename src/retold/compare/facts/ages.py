"""Disputes of age: one person, two ages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...records import Annotated, Span, Statement
from .claims import Told
from .differences import Difference, Side, difference_of

__all__ = ["Age", "age_differences", "ages_of"]

_BEHIND = re.compile(r", (?:aged? )?(\d{1,3})(?=[,.;)]| and | who )|(?: \()(\d{1,3})(?=\))")
_BEFORE = re.compile(r"\b(\d{1,3})-year-old (?:[a-z]+ ){0,3}$")
_CALLED = re.compile(r"\bthe (\d{1,2})-year-old(?=[,.;]| [a-z]+(?:ed|s|id|ld|nt)\b)", re.IGNORECASE)
"""What stands for somebody named before: "the 41-year-old said", not "the 41-year-old ferry"."""
_OLDEST = 115
"""Years; a greater number behind a name is none."""
_SURE = 0.85
"""Judged: the same full name in reports of one story is the same person nearly always."""


class Age(NamedTuple):
    """How old an article says a person is, and where."""

    article: str
    span: Span
    years: int


def age_differences(told: Told) -> Iterator[Difference]:
    """Find persons whose age articles tell differently: `Oda Merrin, 41,`, `41-year-old Merrin`; a year apart may be a birthday."""
    found = defaultdict[str, list[Age]](list)
    for annotated in told.annotated.values():
        for name, ages in ages_of(annotated, told).items():
            found[name].extend(ages)
    for name, ages in sorted(found.items()):
        sides = [_side([age for age in ages if age.years == years], told) for years in sorted({age.years for age in ages})]
        if len(sides) > 1 and len({age.article for age in ages}) > 1:
            yield difference_of("number", f"age of {name}", sides, told, confidence=_SURE)


def ages_of(annotated: Annotated, told: Told) -> dict[str, list[Age]]:
    """The ages of persons that an article tells beside their names; of whom it tells none so, by what it calls them ("the 41-year-old")."""
    beside = defaultdict[str, list[Age]](list)
    for name, age in _ages(annotated, told):
        beside[name].append(age)
    known = {age.years for ages in beside.values() for age in ages}
    called = defaultdict[str, list[Age]](list)
    for name, age in _called(annotated, told):
        if name not in beside and age.years not in known:
            called[name].append(age)
    return {**beside, **{name: ages for name, ages in called.items() if len({age.years for age in ages}) == 1}}


def _called(annotated: Annotated, told: Told) -> Iterator[tuple[str, Age]]:
    """ "the 41-year-old said": whoever the sentence names before, or the one before it, where that is one person."""
    text, article = annotated.article.text, annotated.article.id
    for number, (start, end) in enumerate(annotated.sentences):
        for match in _CALLED.finditer(text, start, end):
            for first, last in ((start, match.start()), annotated.sentences[number - 1] if number else (start, start)):
                persons = {
                    told.person(article, name.canonical)
                    for name in annotated.names
                    if name.kind == "person" and first <= name.span[0] and name.span[1] <= last
                }
                if persons:
                    name = next(iter(persons))
                    if len(persons) == 1 and name is not None:
                        yield from _age(name, article, match[1], match.span())
                    break


def _ages(annotated: Annotated, told: Told) -> Iterator[tuple[str, Age]]:
    text, article = annotated.article.text, annotated.article.id
    for name in annotated.names:
        key = told.person(article, name.canonical) if name.kind == "person" else None
        if key is None:
            continue
        behind = _BEHIND.match(text, name.span[1])
        before = _BEFORE.search(text[max(0, name.span[0] - 60) : name.span[0]])
        if behind:
            number = 1 if behind[1] else 2
            yield from _age(key, article, behind[number], (name.span[0], behind.end(number)))
        elif before:
            yield from _age(key, article, before[1], (max(0, name.span[0] - 60) + before.start(), name.span[1]))


def _age(name: str, article: str, digits: str, span: Span) -> Iterator[tuple[str, Age]]:
    if 0 < int(digits) <= _OLDEST:
        yield name, Age(article, span, int(digits))


def _side(ages: Sequence[Age], told: Told) -> Side:
    statements = tuple(Statement(article=age.article, spans=(age.span,), says=told.text(age.article, age.span)) for age in _one_each(ages))
    return Side(says=f"{ages[0].years}", statements=statements)


def _one_each(ages: Sequence[Age]) -> list[Age]:
    """The first age in each article."""
    first: dict[str, Age] = {}
    for age in ages:
        first.setdefault(age.article, age)
    return list(first.values())
