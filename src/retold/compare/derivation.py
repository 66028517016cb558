"""Which article took from which: credited and uncredited derivation among the reports, oriented as a whole, without cycles.

Every ordered pair with evidence is a candidate. Candidates are taken strongest first; one that would close a cycle, or that
explains nothing beyond the parents already found, is left out. Kin without a stated direction are joined undirected, those with most
in common first (a spanning forest, as Chow and Liu, IEEE Trans. Inform. Theory 14, 1968, find trees of dependence), and beyond the
forest where two share what no neighbour of either has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import exp

from ..records import Derivation, Edge, Evidence, Record
from ..settings import DerivationSettings, Settings
from .credits import credited
from .kinship import are_kin, is_near_copy, kind_of, spans_of
from .orientation import Sign, signs
from .reports import Reports
from .roots import independent_sources
from .sources import UNSEEN, list_sources, unseen_edges


class Candidate(Record, frozen=True):
    """A possible directed edge among the articles."""

    from_: str
    to: str
    credit: tuple[Evidence, ...]
    """Where ``to`` names ``from_``; empty: nowhere."""
    weight: float
    """Natural logarithm of the odds of its direction."""
    signs: tuple[Sign, ...]


def derive(reports: Reports, *, settings: Settings) -> Derivation:
    """Return the derivation of the articles of one story. An unrelated article changes no edge among the others."""
    inner = _directed(reports, settings.derivation)
    unseen = unseen_edges(reports, inner, settings.derivation)
    likenesses = _likenesses(reports, inner, unseen, settings.derivation)
    return assemble(reports, (*inner, *unseen, *likenesses))


def assemble(reports: Reports, edges: Iterable[Edge]) -> Derivation:
    """The derivation that these edges make: in the order in which they are told, with the sources that follow from them."""
    told = tuple(sorted(edges, key=lambda edge: (edge.to, not edge.directed, -edge.share, edge.from_)))
    unseen = [edge for edge in told if edge.from_.startswith(UNSEEN)]
    return Derivation(edges=told, sources=list_sources(unseen), independent_sources=independent_sources(reports, told))


def _directed(reports: Reports, settings: DerivationSettings) -> tuple[Edge, ...]:
    """Choose parents for all articles, strongest evidence first."""
    candidates = [candidate for a, b in combinations(reports.ids, 2) for candidate in _candidates(reports, a, b, settings)]
    chosen: list[Candidate] = []
    parents: dict[str, list[str]] = {article: [] for article in reports.ids}
    for candidate in sorted(candidates, key=lambda one: _strength(reports, one)):
        if candidate.to in _ancestors(candidate.from_, parents):
            continue
        if _adds_something(reports, candidate, parents[candidate.to], settings):
            parents[candidate.to].append(candidate.from_)
            chosen.append(candidate)
    return tuple(_edge(reports, candidate, len(parents[candidate.to]) > 1, settings) for candidate in chosen)


def _candidates(reports: Reports, a: str, b: str, settings: DerivationSettings) -> Iterator[Candidate]:
    """Weigh both directions between two articles; those that enough speaks for."""
    kin = are_kin(reports.kin[a, b], reports.kin[b, a], settings) and not _same_agency(reports, a, b)
    credit = {(one, other): credited(reports, one, other, settings) for one, other in ((a, b), (b, a))}
    if not kin and not any(credit.values()):
        return
    told = {(one, other): signs(reports, one, other, settings) for one, other in credit}
    for (from_, to), named in credit.items():
        if not kin and not named:
            continue
        weight = sum(sign.weight for sign in told[from_, to]) - sum(sign.weight for sign in told[to, from_])
        weight += settings.weight_credit if named else 0.0
        firm = bool(named) or any(sign.weight > 0 and sign.evidence.what != "time" for sign in told[from_, to])
        if firm and weight >= settings.direction:
            yield Candidate(from_=from_, to=to, credit=named, weight=weight, signs=told[from_, to])


def _strength(reports: Reports, candidate: Candidate) -> tuple[float, bool, str, str]:
    """Sort key: what explains most goes first, whatever names it; ties by credit and id."""
    kin = reports.kin[candidate.from_, candidate.to]
    certainty = 1 / (1 + exp(-candidate.weight))
    return (-round(kin.common * certainty, 6), not candidate.credit, candidate.from_, candidate.to)


def _adds_something(reports: Reports, candidate: Candidate, parents: Sequence[str], settings: DerivationSettings) -> bool:
    """Return whether a further parent explains what those found before do not; a credit suffices where it is no copied one."""
    if not parents:
        return True
    if candidate.credit:
        key = reports.credits[candidate.from_].keys
        return not any(mention.key in key for parent in parents for mention in reports.credits[parent].mentions)
    before = frozenset[int]().union(*(reports.kin[parent, candidate.to].explained for parent in parents))
    fresh = reports.kin[candidate.from_, candidate.to].explained - before
    return len(fresh) >= max(2, settings.further_share * len(reports.passages[candidate.to].sentences))


def _likenesses(reports: Reports, inner: Sequence[Edge], unseen: Sequence[Edge], settings: DerivationSettings) -> Iterator[Edge]:
    """Join kin that have no direction: those with most in common first, so that what stands between two others is found between them;
    a pair that a chain joins already only where it shares what no neighbour of either has."""
    parents: dict[str, list[str]] = {article: [] for article in reports.ids}
    joined = {article: article for article in reports.ids}
    beside: dict[str, set[str]] = {article: set() for article in reports.ids}
    for edge in inner:
        parents[edge.to].append(edge.from_)
        _join(edge.from_, edge.to, joined, beside)
    lines = {article: frozenset([article]) | _ancestors(article, parents) for article in reports.ids}
    pairs = [(a, b) for a, b in combinations(reports.ids, 2) if are_kin(reports.kin[a, b], reports.kin[b, a], settings)]
    for one, other in sorted(pairs, key=lambda pair: _closeness(reports, *pair)):
        a, b = _nearer_source(reports, one, other, parents, settings), _nearer_source(reports, other, one, parents, settings)
        if a in lines[b] or b in lines[a] or b in beside[a]:
            continue
        if _root(a, joined) == _root(b, joined) and not _besides(reports, a, b, beside, settings):
            continue
        _join(a, b, joined, beside)
        whole, part = (a, b) if reports.kin[a, b].share >= reports.kin[b, a].share else (b, a)
        carried = sorted({edge.from_ for edge in unseen if edge.to == a} & {edge.from_ for edge in unseen if edge.to == b})
        yield _likeness(reports, whole, part, carried, settings)


def _nearer_source(reports: Reports, article: str, other: str, parents: Mapping[str, Sequence[str]], settings: DerivationSettings) -> str:
    """Return what ``article`` was copied from, as far up as it has as good as as much in common with ``other``, else itself."""
    common = reports.kin[article, other].common
    for parent in sorted(parents[article]):
        if parent != other and reports.kin[parent, other].common >= common * settings.nearly:
            return _nearer_source(reports, parent, other, parents, settings)
    return article


def _join(a: str, b: str, joined: dict[str, str], beside: Mapping[str, set[str]]) -> None:
    joined[_root(a, joined)] = _root(b, joined)
    beside[a].add(b)
    beside[b].add(a)


def _besides(reports: Reports, a: str, b: str, beside: Mapping[str, set[str]], settings: DerivationSettings) -> bool:
    """Return whether two articles share sentences that no article joined to either has: then no chain carried them."""
    fresh = []
    for here, there in ((a, b), (b, a)):
        others = (reports.kin[other, here].explained for other in beside[here])
        own = reports.kin[there, here].explained - frozenset[int]().union(*others)
        fresh.append(len(own) / max(1, len(reports.passages[here].sentences)))
    return max(fresh) >= settings.further_link and min(fresh) > 0


def _likeness(reports: Reports, from_: str, to: str, carried: Sequence[str], settings: DerivationSettings) -> Edge:
    share = round(reports.kin[from_, to].share, 4)
    evidence = _common_passages(reports, from_, to, settings)
    if carried:
        names = " and ".join(name.removeprefix(UNSEEN) for name in carried)
        evidence = (*evidence, Evidence(what="shared", text=f"both took it from {names}; neither need have seen the other"))
    return Edge(from_=from_, to=to, directed=False, kind="likeness", share=share, confidence=_confidence(share + 0.2), evidence=evidence)


def _common_passages(reports: Reports, from_: str, to: str, settings: DerivationSettings) -> tuple[Evidence, ...]:
    """Say how much of ``to`` follows ``from_``, in which order and in how far in the same words."""
    kin = reports.kin[from_, to]
    here, there = reports.passages[from_], reports.passages[to]
    if not kin.ordered:
        return ()
    total, explained = len(there.sentences), len(kin.explained)
    spans = spans_of(here, (i for i, _ in kin.ordered)), spans_of(there, (j for _, j in kin.ordered))
    if is_near_copy(kin, settings):
        text = f"{explained} of {total} sentences of {reports.name(to)} stand in {reports.name(from_)}, nearly word for word"
        return (Evidence(what="copy", text=text, from_spans=spans[0], to_spans=spans[1]),)
    text = (
        f"{reports.name(to)} follows {reports.name(from_)}: {explained} of {total} sentences, {len(kin.ordered)} of them in the same order"
    )
    return (Evidence(what="order", text=text, from_spans=spans[0], to_spans=spans[1]),)


def _edge(reports: Reports, candidate: Candidate, several: bool, settings: DerivationSettings) -> Edge:
    from_, to = candidate.from_, candidate.to
    kin = reports.kin[from_, to]
    evidence = (*candidate.credit, *_common_passages(reports, from_, to, settings), *(sign.evidence for sign in candidate.signs))
    return Edge(
        from_=from_,
        to=to,
        directed=True,
        kind=kind_of(kin, several, settings),
        share=round(kin.share, 4),
        confidence=_confidence(1 / (1 + exp(-candidate.weight))),
        evidence=evidence,
    )


def _same_agency(reports: Reports, one: str, other: str) -> bool:
    """Return whether one agency is credited with both reports as a whole: then neither need have seen the other."""
    keys = [{mention.key for mention in reports.credits[article].mentions if mention.whole} for article in (one, other)]
    return bool(keys[0] & keys[1])


def _closeness(reports: Reports, a: str, b: str) -> tuple[int, float, str, str]:
    one, other = reports.kin[a, b], reports.kin[b, a]
    return (-one.common, -round(one.share + other.share, 6), a, b)


def _ancestors(article: str, parents: Mapping[str, Sequence[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(parents[article])
    while waiting:
        parent = waiting.pop()
        if parent not in found:
            found.add(parent)
            waiting.extend(parents[parent])
    return frozenset(found)


def _root(article: str, joined: Mapping[str, str]) -> str:
    while joined[article] != article:
        article = joined[article]
    return article


def _confidence(value: float) -> float:
    return round(min(0.99, max(0.05, value)), 2)
