"""Columns of the command on an invented shared folder: real stories together, the corpus of attributions."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from evaluation import __main__ as command
from evaluation import floors, polnear
from evaluation.figures import figures
from evaluation.stages import Stages
from retold.records import Annotated, Article, Derivation, Dossier, IndependentSources, Quotation, Reading, Span, Speaker

TEXT = "Ana Bor said: “We may open the sluice.” Rain fell. The miller said geese flew."
SAID = (TEXT.index("We"), TEXT.index("”"))
TOLD = (TEXT.index("geese"), len(TEXT) - 1)
COLUMNS = ["cuba-dialogue", "dev", "port-ansel", "dev+cuba", "polnear-dev", "polnear-dev-accurate"]


def line(row: dict[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode() + b"\n"


@pytest.fixture
def invented(shared: Path, tmp_path: Path) -> Path:
    """A shared folder with the real scorer, one invented article in each set of stories, and one in the corpus."""
    folder = tmp_path / "shared"
    (folder / "eval").mkdir(parents=True)
    (folder / "data").mkdir()
    shutil.copy(shared / "eval" / "score.py", folder / "eval")
    for name in ("cuba-dialogue", "dev"):
        of = folder / "stories" / name
        of.mkdir(parents=True)
        speaker = {"cuba-dialogue": "Ana Bor", "dev": "Lena Orr"}[name]
        quote = {"story": name, "article": "one", "spans": [SAID], "speaker": speaker, "kind": "speech", "utterance": "sluice"}
        (of / "articles.jsonl").write_bytes(line({"story": name, "article": "one", "text": TEXT}))
        (of / "quotes.jsonl").write_bytes(line(quote))
        (of / "utterances.jsonl").write_bytes(b"")
        (of / "derivation.jsonl").write_bytes(line({"story": name, "article": "one", "from": [], "kind": "independent"}))
    quotes = [
        {"content": [SAID], "source": [[0, 7]], "source_text": "Ana Bor", "type": "direct"},
        {"content": [TOLD], "source": [[51, 61]], "source_text": "The miller", "type": "indirect"},
    ]
    with gzip.open(polnear.corpus(folder), "wb") as corpus:
        corpus.write(line({"id": "doc", "text": TEXT, "quotes": quotes}))
    return folder


class Counting:
    """Stages that find Ana Bor's words, half sure, and count what they were asked to annotate."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()

    def read(self, inputs: Sequence[str]) -> Reading:
        found = []
        for name in inputs:
            path = Path(name)
            texts = (
                [json.loads(one) for one in path.read_text("utf-8").splitlines()]
                if path.suffix == ".jsonl"
                else [{"id": path.stem, "text": path.read_text("utf-8")}]
            )
            for row in texts:
                digest = hashlib.sha256(row["text"].encode()).hexdigest()
                found.append(Article(id=row["id"], outlet=None, url=None, title=None, text=row["text"], digest=digest))
        return Reading(articles=tuple(found))

    def annotate(self, articles: Iterable[Article]) -> list[Annotated]:
        return [Annotated(article=one, analysed=True, quotations=tuple(self.quotations(one))) for one in articles]

    def quotations(self, article: Article) -> Iterable[Quotation]:
        self.seen[article.id] += 1
        if article.text == TEXT:
            bor = Speaker(name="Ana Bor", canonical="Ana Bor", span=(0, 7))
            spans: tuple[Span, ...] = (SAID,)
            yield Quotation(id=f"{article.id}/q1", kind="direct", type="speech", spans=spans, marked=spans, speaker=bor, confidence=0.5)

    def compare(self, annotated: Sequence[Annotated]) -> Dossier:
        nothing = Derivation(independent_sources=IndependentSources(confirmed=0, possible=0))
        return Dossier(retold="0", settings="0", story="", articles=tuple(one.article for one in annotated), derivation=nothing)

    def stages(self) -> Stages:
        return Stages(read=self.read, annotate=self.annotate, compare=self.compare)


def test_all_columns_with_nothing_annotated_twice(invented: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counting = Counting()
    assert command.main(["--shared", str(invented), "--json"], counting.stages()) == 0
    columns = json.loads(capsys.readouterr().out)["sets"]
    assert list(columns) == [*COLUMNS, *command.TRADITIONS]
    assert counting.seen["one"] == 2, "once in each set of stories, not again for both together"
    assert counting.seen["doc"] == 2, "once by the default tagger, once by the accurate one"
    together = columns["dev+cuba"]
    assert together["scores"]["quoted"]["gold_speech"] == 2
    assert together["figures"]["quoted.found"] == 100.0
    assert [(band["low"], band["n"], band["right"]) for band in together["bands"]] == [(0.5, 2, 0.5)]
    assert together["figures"]["confidence.calibrated"] == 100.0
    corpus = columns["polnear-dev"]
    assert corpus["figures"]["attributed.direct"] == 100.0
    assert corpus["figures"]["attributed.indirect"] == 0.0
    assert corpus["misses"]["quotations"][1:] == ["  doc: geese flew | The miller"]


def test_quick_leaves_the_accurate_tagger_and_the_simulated_traditions_out(invented: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counting = Counting()
    assert command.main(["--shared", str(invented), "--json", "--quick"], counting.stages()) == 0
    assert list(json.loads(capsys.readouterr().out)["sets"]) == COLUMNS[:-1]
    assert counting.seen["doc"] == 1


def test_the_stories_are_taken_together_only_where_both_sets_are_wanted(invented: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--shared", str(invented), "--json", "--sets", "dev"], Counting().stages()) == 0
    assert list(json.loads(capsys.readouterr().out)["sets"]) == ["dev"]


def test_the_report_shows_tables_reliability_and_the_misses_asked_for(invented: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--shared", str(invented), "--sets", "cuba-dialogue", "dev", "polnear-dev"]
    command.main([*given, "--misses", "quotations"], Counting().stages())
    printed = capsys.readouterr().out
    assert "misses in polnear-dev, quotations\n  missed, 1: in the gold, no word of it found\n    doc: geese flew | The miller" in printed
    assert "misses in dev, utterances" not in printed
    row = next(row for row in printed.splitlines() if row.startswith("0.5 to 0.6"))
    assert row.split()[3:] == ["2", "of", "50:", "50", "right", "1", "of", "50:", "100", "right"]
    command.main(given, Counting().stages())
    assert "misses in" not in capsys.readouterr().out


def test_floors_of_the_new_columns_hold_or_break(invented: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "baseline.json"
    floors.save(floors.Baseline(scorer=None, sets={}), file)
    given = ["--shared", str(invented), "--sets", "polnear-dev"]
    assert command.main([*given, "--pin"], Counting().stages(), file) == 0
    assert command.main([*given, "--check"], Counting().stages(), file) == 0
    pinned = floors.load(file)
    floors.save(floors.Baseline(scorer=pinned.scorer, sets={"polnear-dev": with_floor(pinned.sets["polnear-dev"])}), file)
    assert command.main([*given, "--check"], Counting().stages(), file) == 1
    assert "polnear-dev: attributed.indirect is 0, below its floor of 1" in capsys.readouterr().out


def with_floor(pinned: floors.Pinned) -> floors.Pinned:
    return floors.Pinned(data=pinned.data, floors={**pinned.floors, "attributed.indirect": 1.0})


def test_figures_are_those_that_were_scored() -> None:
    scored = {
        "quotations": {
            "exact": {"f1": 1.0},
            "o80": {"f1": 2.0},
            "speaker": {"f1": 3.0},
            "o80_recall_by_type": {"direct": 4.0, "mixed": 5.0},
        }
    }
    assert figures(scored, calibrated=90.0) == {
        "attributed.exact": 1.0,
        "attributed.o80": 2.0,
        "attributed.speaker": 3.0,
        "attributed.direct": 4.0,
        "attributed.mixed": 5.0,
        "confidence.calibrated": 90.0,
    }
