"""The whole command on the invented story, with stages that answer from the gold, or wrongly."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, cast

import msgspec
import pytest

from evaluation import __main__ as command
from evaluation import floors
from evaluation.sets import OWN_SET, as_input, by_story, own_set, shared_set
from evaluation.stages import Stages
from retold.data import story_folder
from retold.records import (
    Annotated,
    Article,
    Derivation,
    Dossier,
    Edge,
    EdgeKind,
    Fact,
    IndependentSources,
    OnlyHere,
    Passage,
    Quotation,
    Reading,
    Relation,
    Rendition,
    Root,
    Span,
    Speaker,
    Statement,
    Utterance,
    Variant,
    VariantOf,
    Wording,
)

Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (story_folder() / name).read_text("utf-8").splitlines()]


def key() -> Row:
    loaded: Row = json.loads((story_folder() / "gold.json").read_text("utf-8"))
    return loaded


def spans(of: Row) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in of["spans"])


def read(inputs: Sequence[str]) -> Reading:
    about = key()["articles"]
    articles = []
    for name in inputs:
        text = Path(name).read_bytes().decode("utf-8")
        stem = Path(name).stem
        digest = hashlib.sha256(text.encode()).hexdigest()
        article = Article(
            id=stem,
            outlet=about[stem]["outlet"],
            published=about[stem]["published"],
            url=None,
            title=None,
            text=text,
            digest=digest,
            furniture=spans(about[stem]["furniture"]),
        )
        articles.append(article)
    return Reading(articles=tuple(articles))


def annotate(articles: Iterable[Article]) -> list[Annotated]:
    found = []
    for article in articles:
        quotations = []
        for number, row in enumerate(row for row in rows("quotes.jsonl") if row["article"] == article.id):
            speaker = Speaker(name=row["speaker"], canonical=row["speaker"], span=None) if row["speaker"] else None
            quotations.append(
                Quotation(
                    id=f"{article.id}/q{number}",
                    kind="direct",
                    type=row["kind"],
                    spans=spans(row),
                    marked=spans(row),
                    speaker=speaker,
                    confidence=1.0,
                )
            )
        found.append(Annotated(article=article, analysed=True, quotations=tuple(quotations)))
    return found


def utterances() -> tuple[Utterance, ...]:
    relations = {(u["utterance"], r["article"]): r["relation"] for u in rows("utterances.jsonl") for r in u["renditions"]}
    wanted = {(a["utterance"], article): a.get("of", "words") for a in key()["altered_inside_quotation_marks"] for article in a["articles"]}
    found: dict[str, list[Rendition]] = {}
    for row in rows("quotes.jsonl"):
        if row["kind"] == "speech":
            place = (row["utterance"], row["article"])
            of = wanted.get(place)
            variants = (
                (Variant(kind="substitution", of=cast("VariantOf", of), changes_meaning="maybe", base=None, here=spans(row)[0]),)
                if of
                else ()
            )
            rendition = Rendition(
                quotation="",
                article=row["article"],
                spans=spans(row),
                relation=cast("Relation", relations.get(place, "base")),
                confidence=1.0,
                variants=variants,
            )
            found.setdefault(row["utterance"], []).append(rendition)
    return tuple(Utterance(id=name, speaker=None, occasion=None, base="", renditions=tuple(told)) for name, told in found.items())


def facts() -> tuple[Fact, ...]:
    """A dispute for each conflict, and a single fact for each claim that one report has alone."""
    found = []
    for row in rows("conflicts.jsonl"):
        if not row["agree"] and row["kind"] != "wording":
            statements = tuple(Statement(article=name, spans=spans(of), says=of["says"]) for name, of in row["readings"].items())
            found.append(fact("disputed", statements, row["kind"]))
    for claim in key()["only_in_one"]:
        found.append(fact("single", tuple(Statement(article=p["article"], spans=spans(p), says="") for p in claim["passages"])))
    return tuple(found)


def fact(agreement: str, statements: tuple[Statement, ...], kind: str | None = None) -> Fact:
    return Fact(
        id="f",
        agreement=cast("Any", agreement),
        kind=cast("Any", kind),
        topic="",
        explanation="",
        independent_sources=1,
        statements=statements,
    )


def wordings() -> tuple[Wording, ...]:
    return tuple(
        Wording(topic=row["topic"], names=tuple(Passage(article=name, spans=spans(of)) for name, of in row["readings"].items()))
        for row in rows("conflicts.jsonl")
        if row["kind"] == "wording"
    )


def compare(annotated: Sequence[Annotated]) -> Dossier:
    edges = tuple(
        Edge(from_=source, to=row["article"], directed=True, kind=cast("EdgeKind", row["kind"]), share=1.0, confidence=1.0, evidence=())
        for row in rows("derivation.jsonl")
        for source in row["from"]
    )
    roots = tuple(Root(name=name, standing="confirmed", because="gold") for name in key()["derivation"]["independent"])
    only = tuple(OnlyHere(article=p["article"], spans=spans(p)) for claim in key()["only_in_one"] for p in claim["passages"])
    return Dossier(
        retold="0",
        settings="0",
        story=OWN_SET,
        articles=tuple(one.article for one in annotated),
        utterances=utterances(),
        derivation=Derivation(edges=edges, independent_sources=IndependentSources(confirmed=len(roots), possible=0, roots=roots)),
        only_here=only,
        facts=facts(),
        wording=wordings(),
    )


def blind(annotated: Sequence[Annotated]) -> Dossier:
    """A dossier that has seen nothing."""
    nothing = Derivation(independent_sources=IndependentSources(confirmed=0, possible=0))
    return msgspec.structs.replace(compare(annotated), utterances=(), derivation=nothing, only_here=(), facts=(), wording=())


GOOD = Stages(read=read, annotate=annotate, compare=compare)
BLIND = Stages(read=read, annotate=annotate, compare=blind)


def test_the_gold_itself_reaches_every_figure_without_the_shared_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--shared", str(tmp_path / "absent"), "--json", "--check", "--sets", OWN_SET], GOOD) == 0
    printed = capsys.readouterr()
    one = json.loads(printed.out)["sets"][OWN_SET]
    assert set(one["figures"].values()) == {100.0}
    assert one["misses"] == {"quotations": [], "utterances": [], "disputes": []}
    assert "skipped: cuba-dialogue, dev" in printed.err


def test_the_gold_itself_reaches_every_figure_of_the_scorer(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--shared", str(shared), "--json", "--sets", OWN_SET], GOOD) == 0
    one = json.loads(capsys.readouterr().out)["sets"][OWN_SET]
    assert set(one["scores"]) == {"quoted", "utterances", "derivation", "facts"}
    assert {"facts.found", "facts.kind", "facts.agreed", "facts.numbers", "facts.wording"} <= set(one["figures"])
    # the scorer asks the kind of a wording line too where a dispute, which never has that kind, stands near it
    assert {name: value for name, value in one["figures"].items() if value != 100.0} == {"facts.kind": 80.0}


def test_check_fails_and_says_which_floor_is_broken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--shared", str(tmp_path / "absent"), "--sets", OWN_SET]
    assert command.main([*given, "--check"], BLIND) == 1
    assert "port-ansel: derivation.exact is 0, below its floor of 100" in capsys.readouterr().out
    assert command.main(given, BLIND) == 0


def test_misses_of_disputes_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--shared", str(tmp_path / "absent"), "--sets", OWN_SET, "--misses", "disputes"]
    assert command.main(given, BLIND) == 0
    printed = capsys.readouterr().out
    assert "misses in port-ansel, disputes" in printed
    assert "missed port-ansel: wording, what happened to the harbour" in printed
    assert "misses in port-ansel, quotations" not in printed


def test_pin_writes_what_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "baseline.json"
    floors.save(floors.Baseline(scorer=None, sets={}), file)
    given = ["--shared", str(tmp_path / "absent"), "--sets", OWN_SET]
    assert command.main([*given, "--check"], GOOD, file) == 1
    assert command.main([*given, "--pin"], BLIND, file) == 0
    assert floors.load(file).sets[OWN_SET].floors["passages.altered"] == 0.0
    assert command.main([*given, "--check"], BLIND, file) == 0
    assert "every floor holds" in capsys.readouterr().out


def test_changed_data_fail_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "baseline.json"
    pinned = floors.load().sets[OWN_SET]
    floors.save(floors.Baseline(scorer=None, sets={OWN_SET: msgspec.structs.replace(pinned, data="0" * 64)}), file)
    assert command.main(["--shared", str(tmp_path / "absent"), "--check", "--sets", OWN_SET], GOOD, file) == 1
    assert "not those that the floors were measured on" in capsys.readouterr().out


def test_the_floors_were_pinned_on_the_story_that_ships(tmp_path: Path) -> None:
    assert own_set(tmp_path).digest == floors.load().sets[OWN_SET].data


def test_records_of_a_shared_set_become_one_file_a_story(tmp_path: Path) -> None:
    folder = tmp_path / "shared" / "stories" / "dev"
    folder.mkdir(parents=True)
    records: list[Row] = [
        {"story": "mill", "article": "a", "outlet": "Mill Post", "date": None, "title": "Sluice", "text": "One.\r\nTwo."},
        {"story": "hill", "article": "a", "url": "u", "text": "Geese\u2028fly"},
        {"story": "mill", "article": "b", "text": "Rain"},
    ]
    (folder / "articles.jsonl").write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    made = shared_set("dev", tmp_path / "shared", tmp_path)
    assert list(made.inputs) == ["mill", "hill"]
    (file,) = made.inputs["mill"]
    assert [json.loads(line) for line in Path(file).read_text("utf-8").splitlines()] == [
        {"id": "a", "outlet": "Mill Post", "title": "Sluice", "text": "One.\r\nTwo."},
        {"id": "b", "text": "Rain"},
    ]
    assert by_story(folder / "articles.jsonl")["hill"] == [records[1]]
    assert as_input(records[1]) == {"id": "a", "url": "u", "text": "Geese\u2028fly"}


def test_a_scorer_that_fails_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "eval").mkdir()
    (tmp_path / "eval" / "score.py").write_text("raise SystemExit('no such measure')", "utf-8")
    monkeypatch.setattr("sys.argv", ["evaluation", "--shared", str(tmp_path), "--sets", OWN_SET])
    monkeypatch.setattr(command, "retold_stages", lambda _: GOOD)
    assert command.command() == 2
    assert "no such measure" in capsys.readouterr().err
