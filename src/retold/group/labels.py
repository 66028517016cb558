"""What a group of articles is about, in a few words that a person recognises it by."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from retold.group.vectors import Vector, is_foreign, stem, words
from retold.records import Article

_NEARLY_ALWAYS = 0.8  # of a word's places


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
    found = sorted((printed[word] for word in best), key=lambda word: word[0].islower())
    whole = tuple(dict.fromkeys(_whole(word, articles) for word in _as_in_titles(found, articles)))
    return tuple(w for w in whole if not any(w != other and set(w.split()) < set(other.split()) for other in whole))


def _as_in_titles(found: Sequence[str], articles: Sequence[Article]) -> list[str]:
    """The words in the order of the headline that has most of them: "Steve King", not "King Steve"."""
    titles = sorted((article.title or "" for article in articles), key=lambda title: (-sum(w in title for w in found), len(title), title))
    title = titles[0] if titles else ""
    return sorted(found, key=lambda word: (word[0].islower(), title.find(word) if word in title else len(title)))


def _whole(word: str, articles: Sequence[Article]) -> str:
    """A name that nearly always has the same name beside it is told with it: "Las Vegas", "Port Ansel"."""
    if not word[0].isupper():
        return word
    beside: Counter[str] = Counter()
    total = 0
    for article in articles:
        for match in re.finditer(rf"(?:\b([A-Z][\w’'-]+) )?\b{re.escape(word)}\b(?: ([A-Z][\w’'-]+))?", article.text):
            total += 1
            beside.update({f"{match[1]} {word}"} if match[1] else ())
            beside.update({f"{word} {match[2]}"} if match[2] else ())
    best = max(beside, key=lambda pair: (beside[pair], pair), default="")
    return best if total > 2 and beside[best] >= _NEARLY_ALWAYS * total else word


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
