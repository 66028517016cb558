"""What an article is about, as weighted words: common words count little, rare ones much, names as they stand.

How common a word is comes from a table that ships with the package, not from the set at hand: in five reports of one story
the story's own name is in all five and would count as common. That also makes the likeness of two articles independent of
what else was read. Weights are (1 + log count) × log(stories / stories with the word) ^ 1.5, scaled to length 1 (TF-IDF; Salton and
Buckley 1988, "Term-weighting approaches in automatic text retrieval").
"""

from __future__ import annotations

import functools
import importlib.resources
import itertools
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from retold.records import Article
from retold.settings import GroupSettings

Vector = Mapping[str, float]
"""Word → weight above 0; of length 1, a little more where the article is short, or empty."""

_FEW = 500
"""Articles; up to so many plain Python needs less time than the import of scipy takes (0.6 s)."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*\d|\d")


class Frequencies(NamedTuple):
    """In how many of a body of stories a word stands, counted as the share of each story's articles."""

    stories: int
    of: Mapping[str, float]
    """Words of three stories or more."""

    def rarity(self, word: str, common: float) -> float:
        """log(stories / stories with the word) ^ 1.5; 0 for a word that more than the share ``common`` has."""
        having = self.of.get(word, 1.5)
        return 0.0 if having > common * self.stories else math.log((self.stories + 1) / (having + 0.5)) ** 1.5


@functools.cache
def frequencies() -> Frequencies:
    """The table that ships with the package; ``training/make_frequencies.py`` says how it was made."""
    table = (importlib.resources.files("retold.data") / "frequencies.tsv").read_text(encoding="utf-8")
    head, *lines = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return Frequencies(int(head[0]), {word: float(count) for count, words in lines for word in words.split()})


def stem(word: str) -> str:
    """A word as it is compared: lower case, no accents, no possessive, no plural ending."""
    word = word.lower().replace("’", "'")
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    word = word.removesuffix("'s").replace("'", "")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ses", "xes", "zes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "su" else word


def words(article: Article) -> Iterator[str]:
    """The words of title and body as printed, furniture left out.

    Of an article in another language than English only names and numbers: the table knows nothing of its other words, and
    names are what it shares with the others. A script without capitals keeps all words.
    """
    title = article.title or ""
    pieces = [] if title and title in article.text else [title]
    at = 0
    for start, end in article.furniture:
        pieces.append(article.text[at:start])
        at = max(at, end)
    pieces.append(article.text[at:])
    found = (match.group() for piece in pieces for match in _WORD.finditer(piece))
    return (word for word in found if not word[0].islower()) if is_foreign(article) else found


def is_foreign(article: Article) -> bool:
    """Whether the article is known to be in another language than English."""
    return article.language not in (None, "en")


def vector(article: Article, settings: GroupSettings) -> Vector:
    """Weighted words of an article; empty where it has none that tell.

    Short articles share fewer words whatever they tell; the product of two gains the square root of what they lack in length.
    """
    table = frequencies()
    counts = Counter(map(stem, words(article)))
    weights = {word: (1 + math.log(count)) * table.rarity(word, settings.common) for word, count in sorted(counts.items())}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    size = (settings.long / min(max(counts.total(), settings.brief), settings.long)) ** 0.25
    return {word: size * weight / length for word, weight in weights.items() if weight > 0}


def likeness(articles: Sequence[Article], vectors: Sequence[Vector], settings: GroupSettings) -> dict[tuple[int, int], float]:
    """Cosine of the vectors, 0 to 1, less for articles far apart in time; pairs (i, j), i < j, that are not alike by mere chance.

    Days that are unknown or doubted make no difference.
    """
    days = [_day(article) for article in articles]
    products = _products_of_few(vectors) if len(vectors) <= _FEW else _products_of_many(vectors, settings.chance)
    result: dict[tuple[int, int], float] = {}
    for i, j, product in products:
        if product >= settings.chance and (value := product * _nearness(days[i], days[j], settings)) >= settings.chance:
            result[i, j] = min(value, 1.0)
    return result


def _products_of_few(vectors: Sequence[Vector]) -> Iterator[tuple[int, int, float]]:
    """Scalar products (i, j, product) of all pairs i < j that share a word."""
    having: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, weights in enumerate(vectors):
        products: dict[int, float] = defaultdict(float)
        for word, weight in weights.items():
            for i, other in having[word]:
                products[i] += weight * other
            having[word].append((j, weight))
        yield from ((i, j, product) for i, product in products.items())


def _products_of_many(vectors: Sequence[Vector], least: float) -> Iterator[tuple[int, int, float]]:
    """The same through a sparse matrix, without the products below ``least``; 500 rows at a time to bound the memory."""
    from scipy.sparse import csr_matrix, triu

    columns: dict[str, int] = {}
    indices = [columns.setdefault(word, len(columns)) for weights in vectors for word in weights]
    bounds = list(itertools.accumulate((len(weights) for weights in vectors), initial=0))
    values = [weight for weights in vectors for weight in weights.values()]
    matrix = csr_matrix((values, indices, bounds), shape=(len(vectors), len(columns)))
    for top in range(0, len(vectors), 500):
        block = triu(matrix[top : top + 500] @ matrix.T, k=top + 1, format="coo")
        kept = block.data >= least
        for i, j, product in zip(block.row[kept].tolist(), block.col[kept].tolist(), block.data[kept].tolist(), strict=True):
            yield i + top, j, product


def _nearness(one: date | None, other: date | None, settings: GroupSettings) -> float:
    """1 on the same day, towards ``settings.far`` as the days grow."""
    if one is None or other is None:
        return 1.0
    return settings.far + (1 - settings.far) * math.exp(-abs((one - other).days) / settings.fade)


def _day(article: Article) -> date | None:
    """The day of publication, if it is known and not doubted."""
    try:
        return date.fromisoformat(article.published[:10]) if article.published and not article.published_doubt else None
    except ValueError:
        return None
