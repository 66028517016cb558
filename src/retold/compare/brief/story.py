"""What every part of a brief is written from, and what the brief has told so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from ...records import Article, Dossier, Span
from ...settings import DerivationSettings
from ..passages import stems
from .drafts import Draft, joined
from .sentences import Made, Writer, outlet_of
from .support import Support, Supports

_REPEATS = 0.6
"""Share of the shorter sentence's words in another above which it tells nothing new; read by eye."""

_TELLING = 10
"""Words of a sentence that tell how near it is to the gist; more must not make a long one nearer."""


class Material:
    """A dossier with its sentences and who tells them."""

    def __init__(self, dossier: Dossier, settings: DerivationSettings) -> None:
        self.dossier = dossier
        self.writer = Writer(dossier)
        self.articles: dict[str, Article] = {article.id: article for article in dossier.articles}
        self.apart = frozenset(apart.article for apart in dossier.apart)
        self._supports = Supports(dossier, self.writer.cuts, settings)
        self._gist = _gist(self.articles.values(), self.writer)
        self._support: dict[tuple[str, int], Support] = {}
        self._words: frozenset[str] = frozenset()
        self._made: dict[tuple[str, int], Made | None] = {}

    def made(self, article: str, number: int) -> Made | None:
        """A sentence as it stands alone; None: it can't."""
        key = (article, number)
        if key not in self._made:
            self._made[key] = self.writer.make(article, number, told=self._words)
        return self._made[key]

    def tell(self, words: frozenset[str]) -> None:
        """Note the words that a reader has had from here on: "the ruling" needs one."""
        self._words = words
        self._made.clear()

    def places(self) -> Iterator[tuple[str, int]]:
        """Every sentence of the articles that tell this story."""
        for article, cut in self.writer.cuts.items():
            if article not in self.apart:
                yield from ((article, number) for number in range(len(cut.sentences)))

    def support(self, made: Made) -> Support:
        """Who tells what a sentence tells."""
        key = (made.article, made.number)
        if key not in self._support:
            self._support[key] = self._supports.of(made.article, made.span)
        return self._support[key]

    def agreed(self, made: Made) -> int:
        """Most independent sources of an agreed fact in a sentence; 0: there is none."""
        return self._supports.agreed(made.article, made.span)

    def sources(self, articles: Sequence[str]) -> int:
        """Number of independent sources among articles."""
        return self._supports.sources.count(articles)

    def gist(self, made: Made) -> float:
        """How near (0 to 1) a sentence is to what the headlines and leads of the story share."""
        weights = sorted((self._gist.get(term, 0.0) for term in made.terms), reverse=True)[:_TELLING]
        return sum(weights) / _TELLING

    def outlet(self, article: str) -> str:
        """What the brief calls an article: its outlet, with a count where several are of one outlet."""
        return outlet_of(self.articles[article])

    def borne(self, made: Made) -> Draft:
        """A sentence with the other articles that tell it among its evidence."""
        draft = made.draft
        return Draft(text=draft.text, own=draft.own, evidence=joined([*draft.evidence, *self.support(made).partners]))


def _gist(articles: Collection[Article], writer: Writer) -> dict[str, float]:
    """For each stem the part of the articles that have it in their headline or first two sentences."""
    seen: Counter[str] = Counter()
    for article in articles:
        if article.id in writer.cuts:
            leads = [article.text[slice(*span)] for span in writer.cuts[article.id].sentences[:2]]
            seen.update(stems(" ".join([article.title or "", *leads])))
    return {stem: count / max(2, len(articles)) for stem, count in seen.items()}


class Told:
    """What the brief has told: no sentence twice, and none that only repeats another."""

    def __init__(self, story: Material) -> None:
        self.made: list[Made] = []
        self._story = story
        self._alike: set[tuple[str, Span]] = set()

    def add(self, made: Made) -> None:
        """Note a sentence, and those of other articles that are lined up with it."""
        self.made.append(made)
        self._alike |= {(one.article, (one.start, one.end)) for one in self._story.support(made).partners}

    def repeats(self, made: Made) -> bool:
        """Whether a sentence tells little that was not told."""
        return (made.article, made.span) in self._alike or any(likeness(made, other) > _REPEATS for other in self.made)

    @property
    def words(self) -> frozenset[str]:
        """All words told, in lower case."""
        return frozenset(word.strip(".,;:!?“”‘’'\"()").lower() for made in self.made for word in made.draft.text.split())


def likeness(one: Made, other: Made) -> float:
    """Share (0 to 1) of the shorter sentence's content words that stand in the other."""
    return len(one.terms & other.terms) / max(1, min(len(one.terms), len(other.terms)))
