"""Which articles of a set that is taken for one story stand apart from it, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from retold.group.cluster import clusters
from retold.group.labels import topic
from retold.group.vectors import Vector, is_foreign, likeness, vector
from retold.records import Annotated, Apart, Article
from retold.settings import Settings


def apart(articles: Iterable[Annotated], *, settings: Settings | None = None) -> tuple[Apart, ...]:
    """The articles outside the main story, in order of their ids, each with a sentence that says why; empty: one story.

    The main story is the largest group; of equal ones the closest, then the one with the first id. However many articles there
    are, the threshold is that of a small set: who gives them takes them for one story.
    """
    chosen = (settings or Settings()).group
    reports = sorted((report.article for report in articles), key=lambda article: (article.id, article.digest))
    vectors = [vector(article, chosen) for article in reports]
    alike = likeness(reports, vectors, chosen)
    parts = clusters(alike, len(reports), chosen.apart, chosen)
    if len(parts) < 2:
        return ()
    main = min(parts, key=lambda part: (-len(part), -sum(alike.get((i, j), 0.0) for i in part for j in part), part))
    outside = sorted(i for part in parts if part != main for i in part)
    about = topic([reports[i] for i in main], [vectors[i] for i in main], 4)
    return tuple(Apart(article=reports[i].id, because=_because(reports[i], vectors[i], [vectors[j] for j in main], about)) for i in outside)


def _because(article: Article, own: Vector, main: Sequence[Vector], about: Sequence[str]) -> str:
    """A sentence on what the article shares with the main story and what either is about."""
    weights: dict[str, float] = defaultdict(float)
    for other in main:
        for word, weight in other.items():
            if word in own and len(word) > 2:
                weights[word] += weight * own[word]
    shared = sorted(weights, key=lambda word: (-weights[word], word))[:3]
    printed = sorted(topic([article], [{word: own[word] for word in shared}], 3)) if shared else []
    mine = topic([article], [own], 4)
    shares = f"shares only {_listed([f'“{word}”' for word in printed])}" if printed else "shares no telling word"
    language = ", compared by names because it is not in English," if is_foreign(article) else ""
    others = "reports" if len(main) > 1 else "report"
    they = "they are" if len(main) > 1 else "that one is"
    theirs, its = _listed(about) or "nothing in common", _listed(mine) or "nothing that could be told"
    return f"{shares} with the other {others}{language or ';'} {they} about {theirs}, this about {its}"


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words)
