"""group: which articles are about one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from retold.group.cluster import clusters, threshold
from retold.group.labels import topic
from retold.group.standing import apart
from retold.group.vectors import likeness, vector
from retold.records import Annotated, Article, Story
from retold.settings import Settings

__all__ = ["apart", "group", "name_story"]


def group(annotated: Iterable[Annotated], *, settings: Settings | None = None) -> list[Story]:
    """Part articles into stories, in order of their first article's id; the order of the input makes no difference.

    A story's id is a label of two to four words that its articles share ("Port Ansel harbour"), unique in the result.
    """
    chosen = (settings or Settings()).group
    reports = sorted(annotated, key=lambda report: (report.article.id, report.article.digest))
    articles = [report.article for report in reports]
    vectors = [vector(article, chosen) for article in articles]
    parts = clusters(likeness(articles, vectors, chosen), len(articles), threshold(len(articles), chosen), chosen)
    stories: list[Story] = []
    taken: set[str] = set()
    for part in parts:
        label = _label([articles[i].id for i in part], topic([articles[i] for i in part], [vectors[i] for i in part], 3), taken)
        taken.add(label)
        stories.append(Story(id=label, articles=tuple(reports[i] for i in part)))
    return stories


def name_story(articles: Sequence[Article], *, settings: Settings | None = None) -> str:
    """A label of two to four words that articles of one story share ("Port Ansel harbour"); empty for no articles."""
    if not articles:
        return ""
    chosen = (settings or Settings()).group
    given = sorted(articles, key=lambda article: (article.id, article.digest))
    return _label([a.id for a in given], topic(given, [vector(a, chosen) for a in given], 3), set())


def _label(ids: list[str], words: tuple[str, ...], taken: set[str]) -> str:
    """The words as a label that is not taken; the first id where there are none."""
    label = " ".join(words) or ids[0]
    label = label[0].upper() + label[1:]
    number = 1
    while (unique := label if number == 1 else f"{label} {number}") in taken:
        number += 1
    return unique
