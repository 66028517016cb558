"""Checks by passage: what a reader of the gold would look for first, beyond the scorer's averages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from evaluation import briefs, entries
from evaluation.gold import Alteration, Gold, GoldArticle, GoldDerivation, GoldQuotation, OnlyInOne, covered, furniture, near
from evaluation.stages import Told
from retold.records import Article, Dossier, Rendition, Span, Utterance

UNALTERED = {"base", "same", "indirect"}
WHOLE = 0.8
"""Share of a gold passage's characters that must be covered; the scorer asks the same of a quotation's words."""


class AlterationTold(msgspec.Struct, frozen=True):
    """Whether an alteration inside quotation marks was reported, and how."""

    utterance: str
    article: str
    told: bool
    relation: str | None
    kinds: tuple[str, ...]
    """Kinds of change named, typography left out: "modality, changes meaning"."""
    wanted: str | None


class Found(msgspec.Struct, frozen=True):
    """A passage of the gold, and whether it was found."""

    what: str
    article: str
    found: bool


class Roots(msgspec.Struct, frozen=True):
    """The sources a story rests on, wanted and found."""

    wanted: tuple[str, ...]
    confirmed: tuple[str, ...]
    possible: tuple[str, ...]
    count: int
    """``confirmed`` as the dossier counts it."""


class Edges(msgspec.Struct, frozen=True):
    """Directed edges among the articles of a story that are missing or too many."""

    missing: tuple[str, ...]
    extra: tuple[str, ...]


class Passages(msgspec.Struct, frozen=True):
    """All checks by passage of one set."""

    altered: tuple[AlterationTold, ...]
    only_in_one: tuple[Found, ...]
    furniture_quoted: tuple[str, ...]
    """Words quoted out of page furniture."""
    heads: tuple[Found, ...]
    """Outlets and dates of the key, as reading found them."""
    furniture_marked: float | None
    """Share of the key's furniture characters that reading marked; None: the key lists none."""
    merged_occasions: tuple[str, ...]
    """Utterances that join quotations of one speaker from different occasions."""
    roots: Roots | None
    """None: the set has no key."""
    edges: Edges
    texts_changed: tuple[str, ...]
    """Articles of the gold that are missing, or whose text is not the gold's: their offsets mean nothing."""
    single: tuple[Found, ...] = ()
    """Passages of ``only_in_one`` again: are they among the facts that rest on one source?"""
    timeline: tuple[entries.Entry, ...] = ()
    positions: tuple[entries.Entry, ...] = ()
    brief: briefs.Brief | None = None
    """None: no dossier of the set has a brief."""


def renditions(dossier: Dossier) -> Iterable[tuple[Utterance, Rendition]]:
    """Every rendition with its utterance."""
    return ((utterance, rendition) for utterance in dossier.utterances for rendition in utterance.renditions)


def alterations(listed: Sequence[Alteration], quotations: Sequence[GoldQuotation], dossier: Dossier) -> Iterable[AlterationTold]:
    """For each alteration of the key and each article that has it: is it reported, at the passage, with a kind of change?"""
    spans: dict[tuple[str | None, str], set[int]] = defaultdict(set)
    for quotation in quotations:
        spans[quotation.utterance, quotation.article] |= covered(quotation.spans)
    for alteration in listed:
        for article in alteration.articles:
            here = spans[alteration.utterance, article]
            yield _alteration(alteration, article, [r for _, r in renditions(dossier) if r.article == article and here & covered(r.spans)])


def _alteration(alteration: Alteration, article: str, found: Sequence[Rendition]) -> AlterationTold:
    kinds: Counter[str] = Counter()
    relation = found[0].of_words if found else None
    for rendition in found:
        if rendition.of_words in UNALTERED:
            continue
        relation = rendition.of_words
        for variant in rendition.variants:
            if variant.of != "typography":
                kinds[variant.of + {"yes": ", changes meaning", "maybe": ", may change meaning", "no": ""}[variant.changes_meaning]] += 1
    named = {kind.split(",")[0] for kind in kinds}
    return AlterationTold(
        utterance=alteration.utterance,
        article=article,
        told=bool(kinds) and (alteration.of is None or alteration.of in named),
        relation=relation,
        kinds=tuple(f"{kind} ×{n}" if n > 1 else kind for kind, n in sorted(kinds.items())),
        wanted=alteration.of,
    )


def only_in_one(listed: Sequence[OnlyInOne], dossier: Dossier) -> Iterable[Found]:
    """Is each passage that one article has alone reported as such?"""
    alone: dict[str, set[int]] = defaultdict(set)
    for only in dossier.only_here:
        alone[only.article] |= covered(only.spans)
    for claim in listed:
        for passage in claim.passages:
            want = covered(passage.spans)
            yield Found(what=claim.claim, article=passage.article, found=len(want & alone[passage.article]) >= WHOLE * len(want))


def single(listed: Sequence[OnlyInOne], dossier: Dossier) -> Iterable[Found]:
    """Does a single fact touch each passage that one article has alone?"""
    alone = [one for fact in dossier.facts if fact.agreement == "single" for one in fact.statements]
    for claim in listed:
        for passage in claim.passages:
            hit = any(one.article == passage.article and near(passage.spans, one.spans) for one in alone)
            yield Found(what=claim.claim, article=passage.article, found=hit)


def merged_occasions(quotations: Sequence[GoldQuotation], dossier: Dossier) -> Iterable[str]:
    """Utterances whose renditions stand for gold quotations of one speaker on different occasions."""
    for utterance in dossier.utterances:
        occasions: dict[str, set[str]] = defaultdict(set)
        for rendition in utterance.renditions:
            here = covered(rendition.spans)
            for quotation in quotations:
                there = covered(quotation.spans)
                same_place = quotation.article == rendition.article and 2 * len(here & there) >= len(here | there)
                if same_place and quotation.speaker and quotation.occasion:
                    occasions[quotation.speaker].add(quotation.occasion)
        for speaker, when in occasions.items():
            if len(when) > 1:
                yield f"{utterance.id}: {speaker}, {' + '.join(sorted(when))}"


def wanted_roots(derivation: Sequence[GoldDerivation]) -> tuple[str, ...]:
    """Articles with their own reporting, and unseen sources that have a proper name."""
    own = {row.article for row in derivation if row.kind == "independent" and not row.sources}
    unseen = {source for row in derivation for source in row.sources if re.match(r"unseen:[A-Z]\w+( [A-Z]\w+)*$", source)}
    return tuple(sorted(own | unseen))


def same_source(one: str, other: str) -> bool:
    """Do two source names mean the same: the words of one among the other's?"""
    if one.startswith("unseen:") != other.startswith("unseen:"):
        return False
    a, b = (set(re.findall(r"\w+", name.removeprefix("unseen:").lower())) for name in (one, other))
    return one == other or (one.startswith("unseen:") and bool(a and b) and (a <= b or b <= a))


def edges(derivation: Sequence[GoldDerivation], dossier: Dossier) -> Edges:
    """Directed edges among the articles of one story against the gold's; likenesses of the gold are no error."""
    inside = {row.article for row in derivation}
    want = {(source, row.article) for row in derivation for source in row.sources if source in inside}
    alike = {frozenset((source[1:], row.article)) for row in derivation for source in row.sources if source.startswith("?")}
    got = {(edge.from_, edge.to) for edge in dossier.derivation.edges if edge.directed and {edge.from_, edge.to} <= inside}
    extra = {edge for edge in got - want if frozenset(edge) not in alike}
    return Edges(
        missing=tuple(f"{source} → {to}" for source, to in sorted(want - got)),
        extra=tuple(f"{source} → {to}" for source, to in sorted(extra)),
    )


def out_of_furniture(told: Told, listed: dict[str, list[Span]]) -> Iterable[str]:
    """Words of quotations that overlap furniture, as reading marked it or as the key lists it."""
    for annotated in told.annotated:
        article = annotated.article
        banned = covered([*article.furniture, *listed.get(article.id, [])])
        for quotation in annotated.quotations:
            if covered(quotation.spans) & banned:
                start, end = quotation.spans[0]
                yield f"{article.id}: {article.text[start:end]}"


def share_marked(articles: Iterable[Article], listed: dict[str, list[Span]]) -> float | None:
    """Share of the listed furniture's characters, spaces left out, that reading marked as furniture, title or dateline."""
    want = got = 0
    for article in articles:
        here = {i for i in covered(listed.get(article.id, [])) if i < len(article.text) and not article.text[i].isspace()}
        want += len(here)
        got += len(here & covered([*article.furniture, *(part.span for part in article.parts)]))
    return got / want if want else None


def heads(listed: dict[str, GoldArticle], articles: Iterable[Article]) -> Iterable[Found]:
    """Did reading find each outlet that the key names, and each date, a missing one too?"""

    def plain(name: str | None) -> str:
        return re.sub(r"\W", "", (name or "").lower())

    for article in articles:
        if about := listed.get(article.id):
            if about.outlet:
                yield Found(what=f"outlet {about.outlet}", article=article.id, found=plain(article.outlet) == plain(about.outlet))
            day = article.published[:10] if article.published else None
            yield Found(what=f"date {about.published or 'unknown'}", article=article.id, found=day == about.published)


def check(stories: Sequence[Told], gold: Gold, texts: dict[str, dict[str, str]]) -> Passages:
    """All checks of a set. ``texts`` are the gold's article texts by story and article; a key belongs to a set of one story."""
    key, only_story = gold.key, stories[0].dossier
    quoted_furniture: list[str] = []
    merged: list[str] = []
    missing: list[str] = []
    extra: list[str] = []
    changed: list[str] = []
    listed: dict[str, list[Span]] = {}
    for told in stories:
        here = texts[told.story]
        if key:
            listed = {article: furniture(about, here.get(article, "")) for article, about in key.articles.items()}
        quoted_furniture += out_of_furniture(told, listed)
        mine = [quotation for quotation in gold.quotations if quotation.story in {told.story, ""}]
        merged += merged_occasions(mine, told.dossier)
        found = edges([row for row in gold.derivation if row.story in {told.story, ""}], told.dossier)
        missing += found.missing
        extra += found.extra
        read = {annotated.article.id: annotated.article.text for annotated in told.annotated}
        changed += sorted(f"{told.story}/{article}" for article, text in here.items() if read.get(article) != text)
    independent = only_story.derivation.independent_sources
    return Passages(
        altered=tuple(alterations(key.altered_inside_quotation_marks, gold.quotations, only_story)) if key else (),
        only_in_one=tuple(only_in_one(key.only_in_one, only_story)) if key else (),
        furniture_quoted=tuple(quoted_furniture),
        heads=tuple(heads(key.articles, [annotated.article for annotated in stories[0].annotated])) if key else (),
        furniture_marked=share_marked([annotated.article for annotated in stories[0].annotated], listed) if key else None,
        merged_occasions=tuple(merged),
        roots=Roots(
            wanted=wanted_roots(gold.derivation),
            confirmed=tuple(root.name for root in independent.roots if root.standing == "confirmed"),
            possible=tuple(root.name for root in independent.roots if root.standing == "possible"),
            count=independent.confirmed,
        )
        if key
        else None,
        edges=Edges(missing=tuple(missing), extra=tuple(extra)),
        texts_changed=tuple(changed),
        single=tuple(single(key.only_in_one, only_story)) if key else (),
        timeline=tuple(entries.timeline(key.timeline, only_story)) if key else (),
        positions=tuple(entries.positions(key.positions, only_story)) if key else (),
        brief=briefs.check(told.dossier for told in stories),
    )
