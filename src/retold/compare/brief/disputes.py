"""What is disputed: each side in its outlet's own words."""

from __future__ import annotations

import re

from ...records import Fact, Statement
from ..facts.differences import listing
from ..passages import stems
from .drafts import Draft, joined, passages
from .remarks import altered
from .story import Material

_LEADS = {
    "number": "The numbers differ",
    "date": "The dates differ",
    "place": "The places differ",
    "attribution": "The reports differ on whose word it is",
    "status": "The reports differ on how far it has gone",
}
_ABSOLUTE = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2}\b|\b(?:1[0-9]|20)\d\d\b", re.IGNORECASE)
_MOST, _SIDES = 28, 3
"""Words of a passage and sides of a dispute that one sentence holds."""
_SHARED, _PART = 4, 0.35
"""Content words in common, and their share of the shorter sentence, below which two passages may be about two things."""


def disputes(story: Material, most: int) -> list[Draft]:
    """Disputed facts in the dossier's order, the surest first, and remarks whose words were changed."""
    found = [
        draft
        for fact in story.dossier.facts
        if fact.kind in _LEADS and fact.agreement == "disputed" and (draft := _draft(story, fact)) is not None
    ]
    return [*found, *altered(story, most)][:most]


def _draft(story: Material, fact: Fact) -> Draft | None:
    sides: dict[str, Statement] = {}
    for statement in fact.statements:
        sides.setdefault(" ".join(statement.says.lower().split()), statement)
    taken: dict[str, tuple[str, Statement]] = {}
    for statement in sides.values():
        words = _words(story, statement)
        if words is not None and statement.article not in taken:
            taken[statement.article] = (words, statement)
    told = list(taken.values())[:_SIDES]
    if len(told) < 2 or not _one_matter(story, [statement for _, statement in told]):
        return None
    if fact.kind == "date" and len({bool(_ABSOLUTE.search(words)) for words, _ in told}) > 1:
        return None  # "yesterday" and "on Tuesday" are one day as often as two
    lead = _LEADS[fact.kind or ""]
    outlets = [story.outlet(statement.article) for _, statement in told]
    if len(set(outlets)) < len(outlets):
        return None
    sayings = [f"{outlet} {'has' if n else 'reports'} “{words}”" for n, (outlet, (words, _)) in enumerate(zip(outlets, told, strict=True))]
    evidence = joined(one for _, statement in told for one in passages(statement.article, statement.spans))
    return Draft(text=f"{lead}: {listing(sayings)}.", evidence=evidence, own=(lead, "reports has", *outlets))


def _words(story: Material, statement: Statement) -> str | None:
    """The passage on one line, or what it says in short; None: neither can be quoted."""
    text = story.articles[statement.article].text
    whole = " ".join(" ".join(text[slice(*statement.spans[0])].split()).split()).strip(" ,;:.") if len(statement.spans) == 1 else ""
    for words in (whole, " ".join(statement.says.split()).strip(" ,;:.")):
        marks = any(mark in words for mark in '“”"') or words.count("(") != words.count(")")
        if words and len(words.split()) <= _MOST and not marks and any(words in " ".join(text[slice(*s)].split()) for s in statement.spans):
            return words
    return None


def _one_matter(story: Material, statements: list[Statement]) -> bool:
    """Whether the sentences around the sides share so much that they are about one thing."""
    terms = []
    for statement in statements:
        number = story.writer.holding(statement.article, statement.spans)
        spans = [story.writer.cuts[statement.article].sentences[number]] if number is not None else list(statement.spans)
        terms.append(stems(" ".join(story.articles[statement.article].text[a:b] for a, b in spans)))
    return all(len(terms[0] & other) >= max(_SHARED, _PART * min(len(terms[0]), len(other))) for other in terms[1:])
