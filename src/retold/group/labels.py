"""What a group of articles is about, in a few words that a person recognises it by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from retold.group.vectors import Vector, is_foreign, stem, words
from retold.records import Article


def topic(articles: Sequence[Article], vectors: Sequence[Vector], count: int) -> tuple[str, ...]:
    """The ``count`` most telling words that at least half of the articles have, as printed; names before other words.

    Of words that begin alike ("Norway", "Norwegian") only one is taken.
    """
    weights: dict[str, float] = defaultdict(float)
    having: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    for article, vector in zip(articles, vectors, strict=True):
        for word, weight in vector.items():
            weights[word] += weight
            having[word] += 1
        titles.update({stem(word) for word in (article.title or "").split()})
    shared = [word for word in weights if 2 * having[word] >= len(articles) and len(word) > 2 and not word[0].isdigit()]
    best: list[str] = []
    for word in sorted(shared, key=lambda word: (-weights[word] * having[word] * (len(articles) + titles[word]), word)):
        if len(best) < count and not any(word.startswith(other) or other.startswith(word) for other in best):
            best.append(word)
    printed = _printed(articles, frozenset(best))
    return tuple(sorted((printed[word] for word in best), key=lambda word: word[0].islower()))


def _printed(articles: Sequence[Article], wanted: frozenset[str]) -> dict[str, str]:
    """How each stem is printed most often; a word that stands in lower case a third of the time is no name."""
    forms: dict[str, Counter[str]] = {word: Counter() for word in wanted}
    for article in articles:
        for word in words(article):
            if stem(word) in wanted:
                bare = word.replace("’", "'").removesuffix("'s")
                forms[stem(word)][bare.title() if bare.isupper() and len(bare) > 5 else bare] += 1
    result = {}
    for word, seen in forms.items():
        low = sum(count for form, count in seen.items() if form[0].islower())
        is_name = 3 * low < seen.total() and not all(is_foreign(article) for article in articles)
        usable = {form: count for form, count in seen.items() if form[0].islower() != is_name} or seen
        result[word] = min(usable, key=lambda form: (-usable[form], form))
    return result
