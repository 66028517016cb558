"""How many independent sources tell what a sentence tells, and where: sentences of all articles lined up two articles at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ...records import Annotated, BriefEvidence, Dossier, Record, Span
from ...settings import DerivationSettings
from ..facts.independence import Sources
from ..links import align
from ..passages import overlap, passages
from .cutting import Cut

_Place = tuple[str, Span]
_REPRINT = 0.1
"""Part of its likeness that each further article adds, of whatever source: editors chose to carry it."""


class Support(Record, frozen=True):
    """Who else tells a sentence."""

    sources: int
    """Independent sources that tell it, its own among them."""
    articles: int
    """Articles that do, its own among them."""
    weight: float
    """Sum of the best likenesses, one for each other source."""
    partners: tuple[BriefEvidence, ...]
    """The sentences that do so in other articles, the most alike of each, firmly linked ones only."""


class Supports:
    """The support of each sentence of a story."""

    def __init__(self, dossier: Dossier, cuts: Mapping[str, Cut], settings: DerivationSettings) -> None:
        self.sources = Sources((article.id for article in dossier.articles), dossier.derivation)
        held = []
        for article, cut in cuts.items():
            said = tuple(q for q in dossier.quotations if q.article == article)
            held.append(passages(Annotated(article=cut.article, analysed=True, sentences=cut.sentences, quotations=said), settings))
        self._links: dict[_Place, dict[_Place, float]] = defaultdict(dict)
        self._firm = settings.firm_link
        for one in align(held, settings):
            for link in one.links:
                left = (one.left.article, one.left.sentences[link.left].span)
                right = (one.right.article, one.right.sentences[link.right].span)
                self._links[left][right] = self._links[right][left] = link.score
        self._facts = [f for f in dossier.facts if f.agreement == "agreed"]

    def of(self, article: str, span: Span) -> Support:
        """Who tells what the sentence at ``span`` tells."""
        best: dict[str, tuple[float, Span]] = {}
        for (other, there), score in sorted(self._links.get((article, span), {}).items()):
            if score > best.get(other, (0.0, there))[0]:
                best[other] = (score, there)
        firm = {other: there for other, (score, there) in best.items() if score >= self._firm}
        told, weight = [article], 0.0
        for other, (score, _) in sorted(best.items(), key=lambda one: (-one[1][0], one[0])):
            if self.sources.count([*told, other]) > self.sources.count(told):
                told.append(other)
                weight += score
        return Support(
            sources=self.sources.count([article, *firm]),
            articles=1 + len(firm),
            weight=weight + _REPRINT * sum(score for score, _ in best.values()),
            partners=tuple(BriefEvidence(article=other, start=there[0], end=there[1]) for other, there in sorted(firm.items())),
        )

    def agreed(self, article: str, span: Span) -> int:
        """Most independent sources of an agreed fact whose passage lies in the sentence; 0: there is none."""
        inside = (
            f.independent_sources
            for f in self._facts
            if any(s.article == article and any(overlap(span, x) for x in s.spans) for s in f.statements)
        )
        return max(inside, default=0)
