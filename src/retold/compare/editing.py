"""Editing the utterances: each with its base, its renditions collated, its speaker and occasion, in the order a reader wants them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from ..records import Annotated, Derivation, Occasion, Reason, Relation, Rendition, Speaker, StoryQuotation, Utterance
from ..settings import Settings
from .collation import collate
from .indirect import add_indirect
from .pieces import Piece
from .relations import choose_base
from .speakers import Voices

GRAVITY: dict[Relation, int] = {"changed": 6, "spliced": 5, "reworded": 4, "style": 3, "part": 2, "same": 1, "indirect": 0, "base": 0}
"""How much a relation alters, for the order in which utterances are told."""


_OF_TELLING: tuple[Relation, ...] = ("indirect", "part", "same", "style", "spliced", "reworded", "changed", "base")
"""Which of the relations of an article's quotations is that of its telling: the last; one that is whole makes up for one that is cut."""


def edit(
    clusters: Sequence[Sequence[Piece]],
    articles: Sequence[Annotated],
    voices: Voices,
    derivation: Derivation,
    because: Mapping[Piece, tuple[Reason, ...]] = MappingProxyType({}),
    *,
    settings: Settings,
) -> tuple[Utterance, ...]:
    """Edit the groups of pieces into utterances: told by several articles first, among them the most altered first.

    ``because`` holds why a piece is one of its group.
    """
    texts = {a.article.id: a.article.text for a in articles}
    published = {a.article.id: a.article.published for a in articles}
    made = []
    for cluster in clusters:
        depth = depths(derivation, {p.article for p in cluster}) if len(cluster) > 1 else {}
        made.append(_utterance(cluster, choose_base(cluster, depth, settings.collation, published), texts, because, settings))
    made = list(add_indirect(made, articles, voices, settings.utterances))
    made.sort(key=lambda u: (-_tellers(u), *(-n for n in _alteration(u)), u.renditions[0].article, u.renditions[0].spans))
    return tuple(
        Utterance(id=f"u{n}", speaker=u.speaker, occasion=u.occasion, base=u.base, renditions=u.renditions) for n, u in enumerate(made, 1)
    )


def in_story(articles: Sequence[Annotated], voices: Voices) -> tuple[StoryQuotation, ...]:
    """All quotations with the id of their article and their speakers' canonical names in the story."""
    found = []
    for annotated in articles:
        for q in annotated.quotations:
            speaker = q.speaker and Speaker(
                name=q.speaker.name,
                canonical=voices.name(annotated.article.id, q.speaker.canonical) or q.speaker.canonical,
                span=q.speaker.span,
            )
            fields = {f: getattr(q, f) for f in q.__struct_fields__}
            found.append(StoryQuotation(**{**fields, "speaker": speaker, "article": annotated.article.id}))
    return tuple(found)


def depths(derivation: Derivation, tellers: Collection[str]) -> dict[str, int]:
    """Steps from a root of the derivation to each of ``tellers`` that took from another of them; an article that retells an unnamed
    source counts as one step from it, other articles without a parent are not listed.

    A parent that does not tell the remark did not hand it on.
    """
    parents = defaultdict[str, list[str]](list)
    for edge in derivation.edges:
        if edge.directed and edge.from_ in tellers and edge.to in tellers:
            parents[edge.to].append(edge.from_)
    retelling = {e.to for e in derivation.edges if e.from_.startswith("unseen:") and e.kind == "rewrite" and e.to in tellers}
    found: dict[str, int] = dict.fromkeys(sorted(retelling - parents.keys()), 1)

    def depth(article: str) -> int:
        if article not in found and article not in parents:
            return 0
        if article not in found:
            found[article] = 1 + max(depth(p) for p in parents[article])
        return found[article]

    for article in sorted(parents):
        depth(article)
    return found


def _tellers(utterance: Utterance) -> bool:
    return len({r.article for r in utterance.renditions}) > 1


def _alteration(utterance: Utterance) -> tuple[int, int]:
    grades = [GRAVITY[r.relation] for r in utterance.renditions]
    return max(grades), sum(g > 1 for g in grades)


def _utterance(
    cluster: Sequence[Piece], base: Piece, texts: Mapping[str, str], because: Mapping[Piece, tuple[Reason, ...]], settings: Settings
) -> Utterance:
    speakers = Counter(p.speaker for p in cluster if p.speaker is not None)
    speaker = base.speaker or (min(speakers, key=lambda s: (-speakers[s], s)) if speakers else None)
    told = {(p.quotation, p.spans): because.get(p, ()) for p in cluster}
    renditions = tellings(collate(cluster, texts, base=base, settings=settings))
    return Utterance(
        id=f"{base.quotation}@{base.spans[0][0]}",
        speaker=speaker,
        occasion=_occasion(base, cluster),
        base=base.quotation,
        renditions=tuple(replace(r, reasons=told[r.quotation, r.spans]) for r in renditions),
    )


def tellings(renditions: Sequence[Rendition]) -> tuple[Rendition, ...]:
    """Renditions of one utterance with the relation of their article's whole telling; what their own words amount to stands beside it.

    A reader of a report reads all its quotations of a remark: one of them altered alters the telling, and pieces beside a base add nothing.
    """
    gravest = dict[str, Relation]()
    for rendition in renditions:
        before = gravest.get(rendition.article, rendition.relation)
        holds_base = "base" in (before, rendition.relation)
        gravest[rendition.article] = "base" if holds_base else max(before, rendition.relation, key=_OF_TELLING.index)
    return tuple(r if r.relation == gravest[r.article] else replace(r, relation=gravest[r.article], alone=r.relation) for r in renditions)


def _occasion(base: Piece, cluster: Sequence[Piece]) -> Occasion | None:
    """The base's occasion, else the fullest of the others'."""
    others = [p.occasion for p in cluster if p.occasion is not None]
    if base.occasion is not None and (base.occasion.date or not others):
        return base.occasion
    return max(others, key=lambda o: (o.date is not None, o.place is not None, o.label), default=base.occasion)
