"""Annotating in a stream: lazy, in order, alike in one process and in several, and nothing left behind."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.annotate import annotate, stream
from retold.annotate.stream import AHEAD, BATCH, annotate_stream
from retold.errors import ModelMissing, RetoldError, UsageError
from retold.records import Annotated, Article
from retold.settings import AnnotateSettings, Settings

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="sends Ctrl-C as a signal")

HOME = import_module("retold.annotate")  # the folder: as an attribute of the package, its name means the function
FAILING = """
from importlib import import_module
home = import_module("retold.annotate")
annotate = home.annotate
class Odd(Exception):
    def __init__(self, one, two):
        super().__init__(one)
def failing(articles, **settings):
    print("a library that prints")
    for article in articles:
        if article.id.startswith("bad"):
            raise {error}
    return annotate(articles, **settings)
home.annotate = failing
from retold.annotate.stream import serve
serve()
"""


def foreign(number: int | str, text: str = "Havnen er lukket.") -> Article:
    """An article that is not analysed, so that no model is loaded for it."""
    return Article(id=str(number), outlet=None, url=None, title=None, text=text, language="da", digest="")


def ids(annotated: Sequence[Annotated]) -> list[str]:
    return [one.article.id for one in annotated]


def until_error(annotated: Iterable[Annotated], seen: list[Annotated]) -> None:
    for one in annotated:
        seen.append(one)


def fail_at(bad: int) -> Callable[..., list[Annotated]]:
    def annotate(articles: Sequence[Article], **_: object) -> list[Annotated]:
        if any(a.id == str(bad) for a in articles):
            raise ValueError("odd text")
        return [Annotated(article=a, analysed=False) for a in articles]

    return annotate


@pytest.fixture
def workers(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every worker that a test starts."""
    started: list[Any] = []

    class Noted(stream._Worker):
        def __init__(self) -> None:
            super().__init__()
            started.append(self)

    monkeypatch.setattr(stream, "_Worker", Noted)
    return started


# ---------------------------------------------------------------------------------------------- in this process


@given(st.integers(0, 4 * BATCH))
def test_every_article_comes_back_in_its_place(number: int) -> None:
    given_articles = [foreign(i) for i in range(number)]
    assert [one.article for one in annotate_stream(given_articles)] == given_articles


@given(st.integers(1, 3 * BATCH), st.data())
def test_an_error_comes_after_what_stands_before_it_and_names_the_article(number: int, data: st.DataObject) -> None:
    bad = data.draw(st.integers(0, number - 1))
    seen: list[Annotated] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(HOME, "annotate", fail_at(bad))
        with pytest.raises(ValueError, match="odd text") as caught:
            until_error(annotate_stream(map(foreign, range(number))), seen)
    assert ids(seen) == [str(i) for i in range(bad)]
    assert caught.value.__notes__ == [f"annotate: while reading the article '{bad}'"]


def test_a_batch_that_fails_only_as_a_whole_is_done_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def annotate(articles: Sequence[Article], **_: object) -> list[Annotated]:
        if len(articles) > 1:
            raise MemoryError
        return [Annotated(article=a, analysed=False) for a in articles]

    monkeypatch.setattr(HOME, "annotate", annotate)
    assert ids(list(annotate_stream(map(foreign, range(5))))) == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize(("jobs", "ahead"), [(1, BATCH), (2, BATCH * AHEAD * 2)])
def test_takes_no_more_articles_than_it_needs(jobs: int, ahead: int) -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield foreign(taken)

    annotated = annotate_stream(endless(), jobs=jobs)
    assert taken == 0, "lazy: nothing is taken before it is asked for"
    for place in range(3 * ahead):
        next(annotated)
        assert taken - place <= ahead
    annotated.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("jobs", [0, -3])
def test_fewer_than_one_process_is_refused_before_anything_is_read(jobs: int) -> None:
    with pytest.raises(UsageError, match=f"jobs is {jobs}"):
        annotate_stream([], jobs=jobs)


# ---------------------------------------------------------------------------------------------- in several


@pytest.mark.parametrize("number", [0, 1, BATCH, BATCH + 1, 5 * BATCH + 3])
def test_several_processes_keep_the_order(number: int) -> None:
    given_articles = [foreign(i) for i in range(number)]
    assert [one.article for one in annotate_stream(given_articles, jobs=3)] == given_articles


def test_several_processes_find_the_same(report: Callable[..., Article]) -> None:
    texts = [f"The pier at Nordby stays shut, mayor Else Krog said on Friday. “Ship {i} must wait,” she told reporters." for i in range(10)]
    articles = [report(text, id=f"n{i}") for i, text in enumerate(texts)]
    found = list(annotate_stream(articles, jobs=2))
    assert found == [annotate([article])[0] for article in articles], "nor does it matter what stands beside an article"
    assert all(one.quotations for one in found)


def test_text_that_no_encoding_can_hold_passes() -> None:
    articles = [foreign(i, f"half a pair: \ud83d {i}") for i in range(2 * BATCH)]
    assert [one.article for one in annotate_stream(articles, jobs=2)] == articles


def test_no_process_is_started_for_a_single_batch(workers: list[Any]) -> None:
    assert len(list(annotate_stream(map(foreign, range(BATCH)), jobs=2))) == BATCH
    assert not workers


def test_no_more_processes_than_batches(workers: list[Any]) -> None:
    assert len(list(annotate_stream(map(foreign, range(BATCH + 1)), jobs=8))) == BATCH + 1
    assert len(workers) == 2


def test_an_error_in_a_process_reaches_the_caller_as_itself(monkeypatch: pytest.MonkeyPatch, workers: list[Any]) -> None:
    monkeypatch.setattr(stream, "_SERVE", FAILING.format(error="LookupError('no such harbour')"))
    articles = [*map(foreign, range(2 * BATCH + 3)), foreign("bad one"), *map(foreign, range(90))]
    seen: list[Annotated] = []
    with pytest.raises(LookupError, match="no such harbour") as caught:
        until_error(annotate_stream(articles, jobs=2), seen)
    assert ids(seen) == [str(i) for i in range(2 * BATCH + 3)]
    assert caught.value.__notes__[0] == "annotate: while reading the article 'bad one'"
    assert "in failing" in caught.value.__notes__[1]
    assert all(worker._process.returncode is not None for worker in workers)


def test_an_error_that_cannot_travel_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "_SERVE", FAILING.format(error="Odd('rare', 'thing')"))
    with pytest.raises(RuntimeError, match="Odd: rare") as caught:
        list(annotate_stream([*map(foreign, range(BATCH)), foreign("bad")], jobs=2))
    assert "'bad'" in caught.value.__notes__[0]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_missing_model_is_told_as_ever(report: Callable[..., Article], jobs: int) -> None:
    settings = Settings(annotate=AnnotateSettings(tagger="no-such-tagger"))
    with pytest.raises(ModelMissing, match="no-such-tagger"):
        list(annotate_stream([report("It rained.", id=str(i)) for i in range(2 * BATCH)], settings=settings, jobs=jobs))


def test_a_process_that_dies_is_told_with_its_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "_SERVE", "import os; os._exit(7)")
    with pytest.raises(RetoldError, match="status 7 while it had the articles '0' to '7'"):
        list(annotate_stream(map(foreign, range(3 * BATCH)), jobs=2))


def test_closing_the_stream_ends_its_processes(workers: list[Any]) -> None:
    annotated = annotate_stream(map(foreign, range(50 * BATCH)), jobs=2)
    next(annotated)
    annotated.close()  # type: ignore[attr-defined]
    assert len(workers) == 2
    assert all(worker._process.returncode is not None for worker in workers)


def test_an_error_of_the_source_ends_the_processes(workers: list[Any]) -> None:
    def source() -> Iterator[Article]:
        yield from map(foreign, range(9 * BATCH))
        raise OSError("the feed broke off")

    with pytest.raises(OSError, match="broke off"):
        list(annotate_stream(source(), jobs=2))
    assert all(worker._process.returncode is not None for worker in workers)


SCRIPT = """
import signal
from itertools import count
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job hands it down ignored
from retold.annotate.stream import annotate_stream
from retold.records import Article
articles = (Article(id=str(i), outlet=None, url=None, title=None, text="Ja.", language="da", digest="") for i in count())
try:
    for one in annotate_stream(articles, jobs=2):
        if one.article.id == "{ready}":
            print("ready", flush=True)
except KeyboardInterrupt:
    print("stopped")
"""


@needs_signals
@pytest.mark.parametrize("ready", [0, 100])
def test_ctrl_c_ends_everything_without_a_traceback(ready: int) -> None:
    """As in a terminal, where the signal reaches a whole group; the script has no guard against being run twice."""
    script = SCRIPT.format(ready=ready)
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        running.send_signal(signal.SIGINT)
        out, told = running.communicate(timeout=60)  # returns only when no process holds the other end any more
    assert (out, told, running.returncode) == ("stopped\n", "", 0)


@needs_signals
def test_processes_end_when_their_caller_is_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT.format(ready=100)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        running.kill()
        _, told = running.communicate(timeout=60)
    assert told == ""
