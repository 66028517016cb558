"""Annotate a stream of articles: lazily, in order, in flat memory, in this process or in several.

Each further process is a fresh Python with a model of its own: nothing is forked, and the caller's main module is not run again, so
that it works from a script without a guard, a notebook or a prompt. One thread for each process hands it a batch through its standard
input and waits for what comes out. Records and errors travel pickled, which costs 0.4 ms an article (msgpack 0.1; annotating 20 to 150).
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import traceback
import warnings
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import chain, islice
from queue import SimpleQueue
from typing import NamedTuple

from ..errors import RetoldError, UsageError
from ..records import Annotated, Article
from ..settings import Settings

BATCH = 8
"""Articles that are annotated at once: 4 to 32 are equally fast, fewer come sooner and need less memory."""
AHEAD = 2
"""Batches on the way for each process: one in work, and one so that it never waits for the caller."""

_SERVE = "from retold.annotate.stream import serve; serve()"
_ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL", "VECLIB_MAXIMUM", "BLIS")}


def annotate_stream(articles: Iterable[Article], *, settings: Settings | None = None, jobs: int = 1) -> Iterator[Annotated]:
    """Annotate articles as they come, each by itself, in the order given; the same records whatever ``jobs``.

    ``jobs`` is the number of processes that annotate; above 1 each loads its own model and uses one core, and the caller's process only
    hands out and collects. At most ``BATCH`` articles are taken ahead of what is yielded, with several processes ``BATCH * AHEAD`` for
    each of them. Closing the iterator, or leaving it with an exception, ends the processes at once.

    An error is raised as itself after everything before it was yielded, with a note that names the article. Raises ``UsageError`` where
    ``jobs`` is less than 1, ``ModelMissing`` as ``annotate`` does, and ``RetoldError`` where a process was ended from outside.
    """
    if jobs < 1:
        raise UsageError(f"jobs is {jobs}: annotate needs 1 process or more")
    use = settings or Settings()
    return _here(_batches(articles), use) if jobs == 1 else _beside(_batches(articles), use, jobs)


class Outcome(NamedTuple):
    """What became of a batch: the articles done, in order, and what stopped the next one."""

    done: list[Annotated]
    error: Exception | None

    def open(self) -> Iterator[Annotated]:
        """Yield what is done, then raise the error."""
        yield from self.done
        if self.error is not None:
            raise self.error


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    left = iter(articles)
    while batch := list(islice(left, BATCH)):
        yield batch


def _here(batches: Iterable[list[Article]], settings: Settings) -> Iterator[Annotated]:
    for batch in batches:
        yield from _annotate(batch, settings).open()


def _beside(batches: Iterator[list[Article]], settings: Settings, jobs: int) -> Iterator[Annotated]:
    first = list(islice(batches, jobs))  # no more processes than there are batches
    if len(first) < 2:
        yield from _here(first, settings)
        return
    waiting: deque[Future[Outcome]] = deque()
    with _workers(len(first)) as (threads, free):
        for batch in chain(first, batches):
            waiting.append(threads.submit(_hand, free, batch, settings))
            if len(waiting) >= AHEAD * jobs:
                yield from waiting.popleft().result().open()
        while waiting:
            yield from waiting.popleft().result().open()


def _annotate(batch: Sequence[Article], settings: Settings) -> Outcome:
    """Annotate a batch; where that fails one article after the other, to tell which it is and to keep those before it."""
    from . import annotate

    with suppress(Exception):  # which comes again below, with its article
        return Outcome(annotate(batch, settings=settings), None)
    done: list[Annotated] = []
    for article in batch:
        try:
            done += annotate([article], settings=settings)
        except Exception as error:
            error.add_note(f"annotate: while reading the article {article.id!r}")
            return Outcome(done, error)
    return Outcome(done, None)


# ---------------------------------------------------------------------------------------------- processes


class _Worker:
    """A process that annotates; asked by one thread at a time."""

    def __init__(self) -> None:
        path = os.pathsep.join(os.path.abspath(folder) for folder in sys.path)  # noqa: PTH100 - "" stands for the current folder
        windows = sys.platform == "win32"
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _SERVE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | _ONE_THREAD | {"PYTHONPATH": path},
            # a group of its own: Ctrl-C reaches the caller alone, which ends its workers
            process_group=None if windows else 0,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )

    def ask(self, batch: Sequence[Article], settings: Settings) -> Outcome:
        """Have a batch annotated; waits for it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            pickle.dump((batch, settings), self._process.stdin, pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
            outcome: Outcome = pickle.load(self._process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise RetoldError(
                f"annotate: a process ended with status {self._process.wait()} while it had the articles {batch[0].id!r} to"
                f" {batch[-1].id!r}; if memory ran out, use fewer jobs"
            ) from error
        return outcome

    def end(self) -> None:
        """End the process at once; what it has in work is lost, and the thread that waits for it is told."""
        self._process.terminate()
        self._process.wait()

    def close(self) -> None:
        """Close its pipes; no thread may be waiting."""
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # a batch half written
                pipe.close()  # type: ignore[union-attr]


@contextmanager
def _workers(jobs: int) -> Iterator[tuple[ThreadPoolExecutor, SimpleQueue[_Worker]]]:
    """Processes that are free, and as many threads to ask them; all ended on the way out."""
    workers: list[_Worker] = []
    threads = ThreadPoolExecutor(jobs, "annotate")
    free: SimpleQueue[_Worker] = SimpleQueue()
    try:
        for _ in range(jobs):
            workers.append(_Worker())
            free.put(workers[-1])
        yield threads, free
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.end()
        threads.shutdown()
        for worker in workers:
            worker.close()


def _hand(free: SimpleQueue[_Worker], batch: Sequence[Article], settings: Settings) -> Outcome:
    worker = free.get()
    try:
        return worker.ask(batch, settings)
    finally:
        free.put(worker)


def serve() -> None:
    """What a worker runs: batches from standard input, outcomes to standard output, until the caller is gone."""
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints must not come between
    warnings.simplefilter("ignore")  # the caller's own process tells what is to be told, once
    with suppress(EOFError, OSError, pickle.UnpicklingError):
        while True:
            batch, settings = pickle.load(source)
            done, error = _annotate(batch, settings)
            pickle.dump(Outcome(done, error and _sendable(error)), sink, pickle.HIGHEST_PROTOCOL)
            sink.flush()
    os._exit(0)  # without a word on what could not be written


def _sendable(error: Exception) -> Exception:
    """The error with its traceback as a note, as itself where it can be pickled."""
    error.add_note("in a process of its own:\n" + "".join(traceback.format_tb(error.__traceback__)))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        stand_in = RuntimeError(f"{type(error).__name__}: {error}")
        stand_in.__notes__ = error.__notes__
        return stand_in
    return error
