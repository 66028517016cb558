"""Articles of one length, from the invented story where there are no others."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from benchmarks.texts import WORDS, articles, cycled


def test_the_invented_story_serves_where_nothing_is_shared() -> None:
    _, found = articles(None, 7)
    assert [len(a.text.split()) for a in found] == [WORDS] * 7
    assert len({a.id for a in found}) == 7


def test_reports_are_cut_or_joined_and_taken_from_all_over(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    lines = (json.dumps({"text": f"report{i} " * (300 if i % 2 else 900), "date": "2031-05-06"}) for i in range(40))
    (tmp_path / "data" / "stories-dev.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    name, found = articles(tmp_path, 5)
    assert name == "real reports"
    assert [len(a.text.split()) for a in found] == [WORDS] * 5
    numbers = [int(a.text.split()[0].removeprefix("report")) for a in found]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] > 20


def test_a_stream_goes_round_with_new_ids() -> None:
    _, base = articles(None, 3)
    found = list(cycled(base, 8))
    assert [a.text for a in found] == [base[i % 3].text for i in range(8)]
    assert len({a.id for a in found}) == 8
