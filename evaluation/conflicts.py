"""What stands behind the scorer's figures on facts, one line a miss. Places are compared as the scorer compares them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from evaluation.gold import Gold, GoldConflict, near
from evaluation.misses import shown
from evaluation.stages import Told
from retold.records import Fact, Passage, Statement

NEAR = 200
"""Characters between two places of one article up to which they count as one; the scorer's value."""


def meets(conflict: GoldConflict, told: Iterable[Statement | Passage], slack: int = NEAR) -> bool:
    """Whether statements touch the readings of two articles or more."""
    readings = conflict.readings
    return len({one.article for one in told if one.article in readings and near(readings[one.article].spans, one.spans, slack)}) > 1


def conflict_misses(told: Told, gold: Gold) -> Iterator[str]:
    """Conflicts of a story not found, found as another kind, and agreements reported as disputes."""
    texts = {annotated.article.id: annotated.article.text for annotated in told.annotated}
    mine = [one for one in gold.conflicts if one.story in {told.story, ""}]
    real = [one for one in mine if not one.agree]
    disputes = [fact for fact in told.dossier.facts if fact.agreement == "disputed"]
    for one in mine:
        place = f"{told.story}: {one.kind}, {one.topic}"
        if one.agree:
            for fact in disputes:
                if meets(one, fact.statements, 0) and not any(meets(other, fact.statements, 0) for other in real):
                    yield f"disputed {place} | {_words(fact, texts)}"
            continue
        if one.kind == "wording" and any(meets(one, wording.names) for wording in told.dossier.wording):
            continue
        met = [fact for fact in disputes if meets(one, fact.statements)]
        if not met:
            yield f"missed {place} | {_readings(one, texts)}{_instead(one, told.dossier.facts)}"
        elif not any(fact.kind == one.kind for fact in met):
            yield f"kind {place} | {'; '.join(sorted({_words(fact, texts) for fact in met}))}"


def _words(fact: Fact, texts: Mapping[str, str]) -> str:
    """A dispute in a line: its kind and what each article says."""
    said = " / ".join(f"{one.article}: {one.says or shown(texts[one.article], one.spans, 60)}" for one in fact.statements)
    return f"{fact.kind}: {fact.explanation or said}"


def _readings(conflict: GoldConflict, texts: Mapping[str, str]) -> str:
    return " / ".join(f"{article}: {shown(texts.get(article, ''), one.spans, 60)}" for article, one in conflict.readings.items())


def _instead(conflict: GoldConflict, facts: Sequence[Fact]) -> str:
    """How a conflict that is not disputed was told: its articles lined up as agreed, or not at all."""
    return " | told as agreed" if any(fact.agreement == "agreed" and meets(conflict, fact.statements, 0) for fact in facts) else ""
