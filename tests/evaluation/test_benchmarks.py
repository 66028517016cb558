"""What is set beside what in the benchmarks; nothing here is timed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.stages import Times, peak, reports, timed
from benchmarks.startup import STARTS, CommandError, seconds


def test_every_peer_is_measured_in_the_same_run() -> None:
    names = {start.name for start in STARTS}
    assert {start.peer for start in STARTS} - {""} <= names
    assert {start.name for start in STARTS if start.peer} == {"import retold", "retold --help"}


def test_real_reports_where_they_are_else_the_invented_story(tmp_path: Path) -> None:
    own, real = tmp_path / "own", tmp_path / "shared" / "stories" / "cuba-dialogue" / "articles"
    for folder, name in ((own, "mill.txt"), (real, "hill.txt")):
        folder.mkdir(parents=True)
        (folder / name).write_text("Rain.", "utf-8")
    assert reports(tmp_path / "shared", own).files == (str(real / "hill.txt"),)
    assert reports(tmp_path, own).files == reports(None, own).files == (str(own / "mill.txt"),)


def test_a_timed_call_gives_its_value_back() -> None:
    assert timed(lambda: "rain")[1] == "rain"


def test_the_whole_is_the_sum_of_the_stages() -> None:
    assert Times(read=1.0, annotate=2.0, compare=4.0, peer=8.0).whole == 7.0


def test_memory_is_counted_in_megabytes() -> None:
    assert 1 < peak() < 1_000_000


def test_a_command_that_fails_is_told() -> None:
    with pytest.raises(CommandError, match="ended with status 3"):
        seconds((sys.executable, "-c", "raise SystemExit(3)"))
