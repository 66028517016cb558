"""compare by the number of reports, annotated articles given: processor time, memory, where the time goes; collation beside CollateX."""

from __future__ import annotations

import gzip
import tracemalloc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from math import log
from pathlib import Path
from statistics import median

import msgspec

import retold
from benchmarks.peers import collatex
from benchmarks.sampling import folded, sampled, stage
from benchmarks.stages import timed
from evaluation.traditions import tradition
from retold.annotate import annotate
from retold.compare import compare
from retold.compare.brief import brief
from retold.compare.collation import collate
from retold.compare.evidence import find_said
from retold.compare.facts import find_facts
from retold.compare.pieces import Piece, find_pieces
from retold.compare.positions import find_positions
from retold.compare.relations import choose_base
from retold.compare.reports import Reports, prepare
from retold.compare.speakers import Voices, find_voices
from retold.compare.timeline import timeline
from retold.compare.utterances import find_utterances
from retold.compare.wording import find_wording
from retold.read import read_text
from retold.read.outlets import load_outlets
from retold.records import Annotated, Article, Dossier
from retold.settings import Settings

REAL = (5, 20, 29)
"""Reports of one real story, the most there are in stories-dev."""
SIMULATED = (5, 20, 60, 100, 200)
SEED = 29
BESIDE = 60
"""Reports above which collation is not measured beside CollateX, which then takes most of the time."""
LEAST = 0.04
"""Share of the time below which a function is not told apart from the one that calls it."""


class Set(msgspec.Struct, frozen=True):
    """Annotated reports of one story."""

    name: str
    """``real`` or ``simulated``."""
    articles: tuple[Annotated, ...]

    @property
    def size(self) -> int:
        """How many reports."""
        return len(self.articles)


class Cost(msgspec.Struct, frozen=True):
    """What comparing one set takes."""

    of: Set
    seconds: float
    """Processor time, median."""
    memory: float
    """Most memory that compare itself held at once, in megabytes (tracemalloc)."""
    found: str
    """What the dossier has, in words."""


class Record(msgspec.Struct, frozen=True):
    """What is used of a record of stories-dev."""

    story: str
    text: str
    outlet: str | None = None
    url: str | None = None
    date: str | None = None
    title: str | None = None


def report(shared: Path | None, runs: int, real: Sequence[int] = REAL, simulated: Sequence[int] = SIMULATED) -> Iterator[str]:
    """The lines that are printed."""
    sets = [*real_sets(shared, real), *simulated_sets(simulated)]
    yield f"compare, articles annotated before; median processor time of {runs} runs, memory of compare alone"
    costs = []
    for one in sets:
        costs.append(cost(one, runs))
        yield row(costs[-1], next((c for c in reversed(costs[:-1]) if c.of.name == one.name), None))
    yield from grown([c for c in costs if c.of.name == "simulated" and c.of.size >= SIMULATED[1]])
    for name in ("real", "simulated"):
        largest = max((one for one in sets if one.name == name), key=lambda one: one.size, default=None)
        if largest is not None:
            yield ""
            yield from where(largest)
    yield ""
    yield from stated(sets, runs)
    yield ""
    yield from beside(sets, runs)


def real_sets(shared: Path | None, sizes: Iterable[int]) -> list[Set]:
    """The first reports of the largest story of stories-dev; none where that file is not there."""
    file = shared / "data" / "stories-dev.jsonl.gz" if shared else None
    if file is None or not file.is_file():
        return []
    stories = defaultdict[str, list[Record]](list)
    with gzip.open(file, "rb") as lines:
        for line in lines:
            record = msgspec.json.decode(line, type=Record)
            stories[record.story].append(record)
    largest = max(stories.values(), key=len)
    annotated = annotate([_article(record, number) for number, record in enumerate(largest)])
    return [Set(name="real", articles=tuple(annotated[:size])) for size in sorted({min(size, len(annotated)) for size in sizes})]


def simulated_sets(sizes: Iterable[int]) -> list[Set]:
    """Reports of one invented event each, made from each other."""
    return [Set(name="simulated", articles=tuple(annotate(tradition(SEED, size).articles))) for size in sorted(sizes)]


def _article(record: Record, number: int) -> Article:
    return read_text(record.text, id=f"r{number}", outlet=record.outlet, url=record.url, title=record.title, published=record.date)


def cost(of: Set, runs: int) -> Cost:
    """Time and memory of comparing a set; the run that memory is measured in is not timed."""
    tracemalloc.start()
    dossier = compare(of.articles)
    memory = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    told = sum(len({r.article for r in u.renditions}) > 1 for u in dossier.utterances)
    found = f"{told} remarks told by several, {len(dossier.derivation.edges)} edges"
    return Cost(of=of, seconds=median(timed(partial(compare, of.articles))[0] for _ in range(runs)), memory=memory, found=found)


def row(this: Cost, before: Cost | None) -> str:
    """A line of the table; ``before`` is the next smaller set of the same kind."""
    words = sum(len(a.article.text.split()) for a in this.of.articles) // this.of.size
    growth = "" if before is None else f"as n^{growth_of(before, this):.2f} (n·log n: {loglinear(before.of.size, this.of.size):.2f})"
    return (
        f"{this.of.name:<10}{this.of.size:>4} × {words} words{this.seconds:8.2f} s{1000 * this.seconds / this.of.size:7.0f} ms each"
        f"{this.memory:7.0f} MB  {growth:<26}  {this.found}"
    )


def grown(costs: Sequence[Cost]) -> Iterator[str]:
    """How time grows from the smallest to the largest of several sets, in a line."""
    if len(costs) > 1:
        first, last = costs[0], costs[-1]
        yield (
            f"from {first.of.size} to {last.of.size} reports time grows as n^{growth_of(first, last):.2f}; "
            f"n·log n would be n^{loglinear(first.of.size, last.of.size):.2f}"
        )


def growth_of(before: Cost, this: Cost) -> float:
    """The power of the number of reports with which time grew."""
    return log(this.seconds / before.seconds) / log(this.of.size / before.of.size)


def loglinear(small: int, large: int) -> float:
    """The power with which n·log n grows between two numbers above 1."""
    return log(large * log(large) / (small * log(small))) / log(large / small)


def where(of: Set) -> Iterator[str]:
    """Which functions the time goes to."""
    with sampled(stage(Path(retold.__file__).parent / "compare")) as seen:
        compare(of.articles)
    whole = sum(seen.seconds.values())
    yield f"where the time of {of.size} {of.name} reports goes"
    for place, taken in folded(seen.seconds, LEAST).items():
        if taken >= LEAST * whole:
            yield f"  {taken / whole:4.0%}  {place}"


class Prepared(msgspec.Struct, frozen=True):
    """What a set's stages behind the derivation are given."""

    articles: tuple[Annotated, ...]
    voices: Voices
    reports: Reports
    dossier: Dossier


def stated(sets: Sequence[Set], runs: int) -> Iterator[str]:
    """What each stage behind the derivation takes by itself, and all of them together."""
    yield f"what is stated, median processor time of {runs} runs in seconds"
    yield " " * 24 + "".join(f"{name:>11}" for name in (*STATED, "together"))
    before: tuple[Set, float] | None = None
    for one in sets:
        given = prepared(one)
        taken = [median(timed(partial(find, given))[0] for _ in range(runs)) for find in STATED.values()]
        whole = sum(taken)
        growth = ""
        if before is not None and before[0].name == one.name:
            power = log(whole / before[1]) / log(one.size / before[0].size)
            growth = f"  as n^{power:.2f} (n·log n: {loglinear(before[0].size, one.size):.2f})"
        before = (one, whole)
        yield f"  {one.name:<10}{one.size:>4} reports" + "".join(f"{seconds:11.2f}" for seconds in (*taken, whole)) + growth


def prepared(of: Set) -> Prepared:
    """Compare a set up to its derivation."""
    settings = Settings()
    articles = tuple(sorted(of.articles, key=lambda one: one.article.id))
    voices = find_voices(articles)
    clusters = find_utterances(find_said(find_pieces(articles, voices), articles, voices), voices, settings.utterances)
    reports = prepare(articles, clusters, load_outlets(None), settings.derivation)
    return Prepared(articles=articles, voices=voices, reports=reports, dossier=compare(articles))


def _facts(given: Prepared) -> object:
    told = given.dossier
    return find_facts(given.articles, given.voices, told.derivation, told.utterances, told.only_here, settings=Settings().facts)


def _wording(given: Prepared) -> object:
    return find_wording(given.articles, given.reports, given.voices, given.dossier.utterances, settings=Settings())


def _timeline(given: Prepared) -> object:
    return timeline(given.reports, given.dossier.utterances, given.voices, given.dossier.derivation, settings=Settings())


def _positions(given: Prepared) -> object:
    return find_positions(given.articles, given.voices)


def _brief(given: Prepared) -> object:
    return brief(given.dossier)


STATED = {"facts": _facts, "wording": _wording, "timeline": _timeline, "positions": _positions, "brief": _brief}
"""What is found behind the derivation."""


def renditions(articles: Sequence[Annotated], settings: Settings) -> list[tuple[Piece, ...]]:
    """Remarks that are rendered more than once, as compare groups them."""
    voices = find_voices(articles)
    clusters = find_utterances(find_said(find_pieces(articles, voices), articles, voices), voices, settings.utterances)
    return [cluster for cluster in clusters if len(cluster) > 1]


def collated(clusters: Sequence[Sequence[Piece]], articles: Sequence[Annotated], settings: Settings) -> None:
    """Choose the base of each remark, line its renditions up with it, and judge the variants."""
    texts = {one.article.id: one.article.text for one in articles}
    for cluster in clusters:
        collate(cluster, texts, base=choose_base(cluster, {}, settings.collation), settings=settings)


def beside(sets: Sequence[Set], runs: int) -> Iterator[str]:
    """Collation of the same renditions by Retold and by CollateX, turn by turn."""
    peer, missing = collatex()
    if peer is None:
        yield missing
        return
    settings = Settings()
    yield f"collating the same renditions, median processor time of {runs} runs: Retold chooses a base and judges variants, CollateX aligns"
    for one in (one for one in sets if one.size <= BESIDE):
        clusters = renditions(one.articles, settings)
        words = [[piece.text for piece in cluster] for cluster in clusters]
        calls = (partial(collated, clusters, one.articles, settings), partial(peer, words))
        times = [tuple(timed(call)[0] for call in calls) for _ in range(runs)]
        ours, theirs = (max(1e-6, median(column)) for column in zip(*times, strict=True))
        yield (
            f"{one.name:<10}{one.size:>4} reports, {sum(map(len, clusters))} renditions of {len(clusters)} remarks"
            f"{ours:8.3f} s, CollateX {theirs:.3f} s: {theirs / ours:.1f} times as long"
        )
