"""What the grammar heads tell apart."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from training.quotations.grammar import Grammar

LEAST_SEEN = 20  # tokens of a part of speech or relation for it to be told apart
LEAST_ODDS = -6.0


@dataclass(frozen=True)
class Inventory:
    """What the grammar heads tell apart, in the order of their scores. The first kind is none."""

    tags: list[str]
    relations: list[str]
    kinds: list[str]
    against: dict[str, list[list[float]]]
    """By the head's part of speech: what speaks against each relation to a head on the left, and on the right (log-odds, 0 or less)."""

    @property
    def counts(self) -> tuple[int, int, int]:
        return len(self.tags), len(self.relations), len(self.kinds)


def inventory(grammars: Sequence[Grammar]) -> Inventory:
    """The parts of speech, relations and kinds that are common enough to learn."""
    tags, relations, kinds = (Counter(x for g in grammars for x in getattr(g, k) if x) for k in ("tags", "relations", "kinds"))
    kept = sorted(k for k, n in relations.items() if n >= LEAST_SEEN)
    return Inventory(sorted(k for k, n in tags.items() if n >= LEAST_SEEN), kept, ["", *sorted(kinds)], against(grammars, kept))


def against(grammars: Sequence[Grammar], relations: Sequence[str]) -> dict[str, list[list[float]]]:
    """How much rarer each relation is to a head of a part of speech on one side than on the whole; a root has none."""
    seen: Counter[tuple[str, int, str]] = Counter()
    for g in grammars:
        for k, (relation, head) in enumerate(zip(g.relations, g.heads.tolist(), strict=True)):
            if head >= 0 and head != k and relation and g.tags[head]:
                seen[g.tags[head].partition("|")[2], int(head > k), relation] += 1
    whole, total = Counter[str](), sum(seen.values())
    for (_, _, relation), n in seen.items():
        whole[relation] += n
    out = {}
    for pos in sorted({t.partition("|")[2] for g in grammars for t in set(g.tags) if t}):
        sides = []
        for side in (0, 1):
            here = sum(seen[pos, side, r] for r in relations)
            odds = [
                math.log((seen[pos, side, r] + 0.5 * whole[r] / total) / (here + 0.5) / (whole[r] / total)) if whole[r] else LEAST_ODDS
                for r in relations
            ]
            sides.append([round(max(LEAST_ODDS, min(0.0, o)), 2) for o in odds])
        out[pos] = sides
    return out
