"""Where time goes, told from stacks."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.sampling import NETWORK, REST, Samples, folded, sampled, stack, stage

HOME = Path("home/annotate")
PLACE = stage(HOME)


@pytest.mark.parametrize(
    ("frames", "place"),
    [
        ([("run.py", "main"), ("home/annotate/__init__.py", "annotate")], REST),
        ([("home/annotate/__init__.py", "_one"), ("home/annotate/dates.py", "find_dates")], "dates.find_dates"),
        (
            [("home/annotate/__init__.py", "_one"), ("home/annotate/dates.py", "find_dates"), ("lib/re.py", "match")],
            "dates.find_dates",
        ),
        (
            [
                ("home/annotate/stream.py", "_here"),
                ("home/annotate/learned.py", "Reader.read"),
                ("home/annotate/learned.py", "_shown"),
                ("home/annotate/tagger/decode.py", "Tagger.read"),
                ("home/annotate/tagger/tags.py", "runs"),
            ],
            "learned.read > decode.read",
        ),
        ([("home/annotate/learned.py", "read"), ("lib/onnxruntime/capi/session.py", "run")], NETWORK),
    ],
)
def test_place_of_a_stack(frames: list[tuple[str, str]], place: str) -> None:
    assert PLACE(frames) == place


def test_all_time_is_booked_on_what_stands_there() -> None:
    ticks = iter([0.0, 1.0, 1.5, 4.0])
    places = iter(["a", "b", "a"])
    samples = Samples(lambda _: next(places), lambda: next(ticks))
    for _ in range(3):
        samples.look(0, None)
    assert samples.seconds == {"a": 3.5, "b": 0.5}


@given(st.dictionaries(st.sampled_from(["a", "a > b", "a > c", "d", "d > e", NETWORK]), st.floats(0.001, 10)), st.floats(0, 1))
def test_folding_loses_no_time_and_keeps_what_is_large(seconds: dict[str, float], least: float) -> None:
    rows = folded(seconds, least)
    whole = sum(seconds.values())
    assert sum(rows.values()) == pytest.approx(whole)
    assert all(taken >= least * whole for place, taken in rows.items() if " > " in place)
    groups = [place.partition(" > ")[0] for place in rows]
    assert all(groups.count(g) == 1 + max(i for i, x in enumerate(groups) if x == g) - groups.index(g) for g in groups), "stands together"


def test_looks_while_the_block_lasts() -> None:
    with sampled(lambda frames: frames[-1][1]) as samples:
        busy_until(time.process_time() + 0.1)
    seen = dict(samples.seconds)
    busy_until(time.process_time() + 0.05)
    assert samples.seconds == seen
    assert max(seen, key=seen.__getitem__) == "busy_until"


def busy_until(end: float) -> None:
    while time.process_time() < end:
        pass


def test_a_stack_runs_from_the_outside_in() -> None:
    def inner() -> list[tuple[str, str]]:
        import inspect

        return stack(inspect.currentframe())

    names = [name.rpartition(".")[2] for _, name in inner()]
    assert names[-2:] == ["test_a_stack_runs_from_the_outside_in", "inner"]
