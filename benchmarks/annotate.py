"""Speed of annotate with everything on, beside what a user would pick instead, and where its time goes.

Processor time of one process on one thread, medians of several runs, turn by turn so that a busy minute strikes all alike. Every row
works through the same texts in the same run: the ratios hold where the figures themselves depend on the machine.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.memory import TEXTS, of_process
from benchmarks.peers import PIPELINE, peers, spacy_pipeline
from benchmarks.sampling import folded, sampled, stage
from benchmarks.startup import seconds
from benchmarks.texts import WORDS, articles, cycled
from retold.annotate.stream import AHEAD, BATCH, annotate_stream
from retold.errors import ModelMissing
from retold.records import Article
from retold.settings import AnnotateSettings, Settings

TAGGERS = ("fast", "accurate", "rules")
LEAST = 0.02
"""Share of the time below which a function is not listed by itself."""


def report(shared: Path | None, runs: int, number: int, jobs: int, tagger: str) -> list[str]:
    """All tables, one line of text each; ``tagger`` is the one that is looked at closely."""
    name, texts = articles(shared, number)
    taggers = tuple(dict.fromkeys((tagger, *TAGGERS)))
    lines = [f"annotate, {len(texts)} articles of {WORDS} words ({name}), one thread, median processor time of {runs} runs"]
    lines += [
        "",
        *speed(texts, runs, taggers),
        "",
        *where(texts, runs, tagger),
        "",
        *memory(shared, number, taggers),
        "",
        *start_up(texts[0], runs),
    ]
    return lines + (["", *speed_up(shared, jobs, tagger)] if jobs > 1 else [])


def speed(texts: Sequence[Article], runs: int, taggers: Sequence[str]) -> list[str]:
    """Articles a second of each tagger and each peer, with their ratio to spaCy's full pipeline."""
    rows, missing = _rows(texts, taggers)
    taken: dict[str, list[float]] = {name: [] for name in rows}
    done = dict.fromkeys(rows, 0)
    for _ in range(runs):
        for name, work in rows.items():
            before = time.process_time()
            done[name] = work()
            taken[name].append(time.process_time() - before)
    base = median(taken.get("spaCy, all", [0.0]))
    lines = [f"{'':<24}{'articles/s':>10}{'slowest':>9}{'fastest':>9}{'× spaCy':>9}"]
    for name, runs_of in taken.items():
        each = [len(texts) / s for s in (median(runs_of), max(runs_of), min(runs_of))]
        ratio = f"{base / median(runs_of):9.2f}" if base else ""
        gave_up = f"  gave up on {len(texts) - done[name]} of them" if done[name] < len(texts) else ""
        lines.append(f"{name:<24}{each[0]:10.1f}{each[1]:9.1f}{each[2]:9.1f}{ratio}{gave_up}")
    return [*lines, *missing]


def _rows(texts: Sequence[Article], taggers: Sequence[str]) -> tuple[dict[str, Callable[[], int]], list[str]]:
    """What is timed, by name, each called once so that its model is loaded; and what is missing, in sentences."""
    plain = [article.text for article in texts]
    others, missing = peers()
    rows: dict[str, Callable[[], int]] = {}
    for tagger in taggers:
        work = _annotating(texts, tagger)
        try:
            _annotating(texts[:2], tagger)()
        except ModelMissing as error:
            missing.append(str(error))
            continue
        rows[f"retold, {tagger}{' (default)' * (tagger == AnnotateSettings().tagger)}"] = work
    for name, run in others.items():
        run(plain[:2])
        rows[name] = lambda run=run: run(plain)  # type: ignore[misc]
    return rows, missing


def _annotating(texts: Sequence[Article], tagger: str) -> Callable[[], int]:
    settings = Settings(annotate=AnnotateSettings(tagger=tagger))
    return lambda: sum(1 for _ in annotate_stream(texts, settings=settings))


def where(texts: Sequence[Article], runs: int, tagger: str) -> list[str]:
    """Milliseconds an article in each stage; the network apart from the stage that runs it."""
    work = _annotating(texts, tagger)
    work()
    with sampled(stage(Path(str(find_spec("retold.annotate").origin)).parent)) as samples:  # type: ignore[union-attr]
        for _ in range(runs):
            work()
    whole, number = sum(samples.seconds.values()), runs * len(texts)
    lines = [f"where the time goes, tagger {tagger}: ms an article, share of {1000 * whole / number:.1f} ms"]
    if not whole:
        return [f"{lines[0]}: this system has no timer to tell"]
    rows = folded(dict(samples.seconds), LEAST)
    return lines + [f"{place:<60}{1000 * taken / number:8.1f}{taken / whole:6.0%}" for place, taken in rows.items()]


def memory(shared: Path | None, number: int, taggers: Sequence[str]) -> list[str]:
    """What one process takes over a short stream, each tagger in a process of its own."""
    lines = ["memory over a stream, each tagger in a process of its own (--long N: a long one)"]
    for tagger in taggers:
        lines += [f"retold, {tagger:<14}{line}" for line in of_process(3 * number, tagger, 1, shared) if "MB" in line]
    return lines


def start_up(article: Article, runs: int) -> list[str]:
    """Wall time of the command on one article, beside loading spaCy and parsing it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "article.txt"
        file.write_text(article.text, encoding="utf-8")
        commands: dict[str, tuple[str, ...]] = {"retold annotate": (sys.executable, "-m", "retold", "annotate", str(file))}
        if spacy_pipeline() is not None:
            script = f"import spacy, pathlib; spacy.load({PIPELINE!r})(pathlib.Path({str(file)!r}).read_text('utf-8'))"
            commands["spaCy, all"] = (sys.executable, "-c", script)
        lines = [f"one article from a cold start, by the clock, median of {runs} runs"]
        for name, command in commands.items():
            clock, processor = zip(*(_cold(command) for _ in range(runs)), strict=True)
            lines.append(f"{name:<24}{median(clock):8.2f} s, {median(processor):.2f} s of them at work")
    return lines


def _cold(command: tuple[str, ...]) -> tuple[float, float]:
    before = time.perf_counter()
    processor = seconds(command)
    return time.perf_counter() - before, processor


def speed_up(shared: Path | None, jobs: int, tagger: str) -> list[str]:
    """Articles a second by the clock in one process and in several, once all have their model, and how long that takes."""
    _, base = articles(shared, TEXTS)
    warm = BATCH * AHEAD * jobs
    settings, lines, found = Settings(annotate=AnnotateSettings(tagger=tagger)), [f"{TEXTS} articles, tagger {tagger}, by the clock"], []
    for processes in (1, jobs):
        began = time.perf_counter()
        stream = annotate_stream(cycled(base, warm + TEXTS), settings=settings, jobs=processes)
        list(islice(stream, warm))
        loaded = time.perf_counter()
        list(stream)
        found.append(TEXTS / (time.perf_counter() - loaded))
        lines.append(
            f"{processes} process{'es' * (processes > 1):<3}{found[-1]:10.1f} articles/s; the first {warm} took {loaded - began:.1f} s"
        )
    return [*lines, f"speed-up{found[1] / found[0]:13.2f}"]
