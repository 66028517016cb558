"""Samples of what is reported, and judgements that are found again."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation import measure
from evaluation.gold import covered
from evaluation.judging import __main__ as command
from evaluation.judging import judgements, sample, show
from evaluation.judging.items import FROM, Item, Place, items
from evaluation.judging.judgements import Judgement, likeness, match, tally
from evaluation.stages import Stages, Told
from retold.records import (
    Annotated,
    Article,
    Brief,
    BriefEvidence,
    BriefSection,
    BriefSentence,
    Dossier,
    Fact,
    Passage,
    Position,
    Reading,
    Span,
    Statement,
    TimelineEvent,
    Wording,
)

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda at: (at[0], at[0] + at[1])), min_size=1, max_size=3)
PLACES = st.dictionaries(st.sampled_from("abc"), SPANS, min_size=1).map(
    lambda by: tuple(Place(article=name, spans=tuple(spans)) for name, spans in by.items())
)


def place(article: str, *spans: Span) -> Place:
    return Place(article=article, spans=spans)


def item(*places: Place, kind: str = "number", story: str = "mill") -> Item:
    return Item(story=sample.key(story), what="disputes", kind=kind, places=places, heading="h", notes=("",) * len(places))


def judgement(one: Item, good: bool) -> Judgement:
    return Judgement(story=one.story, what=one.what, kind=one.kind, places=one.places, good=good)


PAIR = item(place("a", (0, 20)), place("b", (5, 15)))


@given(one=PLACES, other=PLACES)
def test_likeness_is_a_share_and_the_same_both_ways(one: tuple[Place, ...], other: tuple[Place, ...]) -> None:
    assert 0.0 <= likeness(one, other) <= 1.0
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert likeness(one, one) == 1.0
    if not any(a.article == b.article and covered(a.spans) & covered(b.spans) for a in one for b in other):
        assert likeness(one, other) == 0.0


def test_a_judgement_is_found_again_where_the_spans_moved_a_little() -> None:
    moved = item(place("a", (2, 12)), place("b", (0, 30)), place("c", (0, 9)))
    assert match([moved], [judgement(PAIR, True)]) == {0: judgement(PAIR, True)}


@pytest.mark.parametrize(
    "other",
    [
        item(*PAIR.places, kind="date"),
        item(*PAIR.places, story="hill"),
        item(place("a", (0, 20)), place("b", (30, 40))),
        item(place("a", (19, 40)), place("b", (14, 30))),
        item(PAIR.places[0], place("c", (5, 15))),
    ],
)
def test_another_kind_story_or_place_was_not_judged(other: Item) -> None:
    assert match([other], [judgement(PAIR, True)]) == {}


def test_each_judgement_serves_the_item_that_is_likest() -> None:
    near = item(place("a", (0, 18)), place("b", (5, 15)))
    assert match([near, PAIR], [judgement(PAIR, False)]) == {1: judgement(PAIR, False)}


def test_a_tally_counts_what_is_gone_in_the_sampled_stories(told: Told) -> None:
    story = msgspec.structs.replace(told, story="mill")
    known = [judgement(PAIR, True), judgement(item(place("a", (50, 60)), place("b", (50, 60))), False), judgement(item(story="hill"), True)]
    counts = tally([PAIR, item(place("c", (0, 5)))], known, [story], "disputes")
    assert (counts.reported, counts.judged, counts.good, counts.gone, counts.gone_good) == (2, 1, 1, 1, 0)
    assert show.summary("disputes", 1, counts) == (
        "disputes in 1 stories: 2 reported, 1 judged, 1 of them good (100.0 in a hundred), 1 not judged; "
        "1 judged before are no longer reported, 0 of them good"
    )
    assert tally([PAIR], known, [story], "wording").judged == 0


def test_errors_are_counted_by_kind(told: Told) -> None:
    ones = [item(place("a", (at, at + 5)), place("b", (at, at + 5))) for at in (0, 10, 20, 30)]
    notes = ["other thing: hens, not geese", "later", "other thing", ""]
    known = [msgspec.structs.replace(judgement(one, False), note=note) for one, note in zip(ones, notes, strict=True)]
    counts = tally(ones, known, [msgspec.structs.replace(told, story="mill")], "disputes")
    assert list(counts.errors.items()) == [("other thing", 2), ("later", 1), ("not told why", 1)]
    assert show.summary("disputes", 1, counts).splitlines()[1:] == ["  2 other thing", "  1 later", "  1 not told why"]


def test_pending_items_become_judgements_once_they_are_filled_in(tmp_path: Path) -> None:
    kept, filled = tmp_path / "judgements.jsonl", tmp_path / "pending.jsonl"
    ones = [command.pending(PAIR), msgspec.structs.replace(command.pending(PAIR), kind="date", good=True, note="two days")]
    filled.write_bytes(b"\n".join(map(msgspec.json.encode, ones)))
    assert judgements.load(kept) == []
    assert judgements.add(filled, kept) == 1
    assert [(one.kind, one.good, one.note) for one in judgements.load(kept)] == [("date", True, "two days")]
    filled.write_bytes(b"\n".join(msgspec.json.encode(msgspec.structs.replace(one, good=False)) for one in ones))
    assert judgements.add(filled, kept) == 2
    assert [(one.kind, one.good) for one in judgements.load(kept)] == [("date", False), ("number", False)]


@pytest.mark.parametrize("line", ['{"id": ', '{"id": "a", "good": "perhaps"}'])
def test_a_line_that_is_no_judgement_is_named(line: str, tmp_path: Path) -> None:
    file = tmp_path / "pending.jsonl"
    file.write_bytes(msgspec.json.encode(command.pending(PAIR)) + b"\n\n" + line.encode())
    with pytest.raises(msgspec.ValidationError, match=r"pending\.jsonl, line 3 cannot be read"):
        judgements.add(file, tmp_path / "judgements.jsonl")
    assert not (tmp_path / "judgements.jsonl").exists()


def test_the_judgements_that_are_kept_can_be_read() -> None:
    for one in judgements.load():
        assert one.what in FROM
        assert all(len(there.article) == 12 and all(start < end for start, end in there.spans) for there in one.places)


@given(names=st.sets(st.text(max_size=5)), few=st.integers(0, 5), more=st.integers(0, 5))
def test_a_larger_sample_contains_the_smaller(names: set[str], few: int, more: int) -> None:
    assert sample.first(names, few) == sample.first(sorted(names, reverse=True), few + more)[:few]


@given(stories=st.dictionaries(st.text(max_size=4), st.sampled_from("abc")), most=st.integers(1, 3))
def test_no_story_fills_the_sample(stories: dict[str, str], most: int) -> None:
    chosen = sample.spread(stories, most)
    counts = Counter(stories.values())
    assert Counter(stories[name] for name in chosen) == {story: min(most, count) for story, count in counts.items()}
    assert chosen == [name for name in sample.first(stories, len(stories)) if name in chosen]


TEXT = "Rain fell on the mill. Geese left.\nThe sluice held. Bor slept."
SENTENCES = ((0, 22), (23, 34), (35, 51), (52, 62))


def annotated(text: str = TEXT, sentences: tuple[Span, ...] = SENTENCES) -> Annotated:
    digest = hashlib.sha256(text.encode()).hexdigest()
    one = Article(id=digest[:4], outlet="Mill Post", url=None, title=None, text=text, digest=digest)
    return Annotated(article=one, analysed=True, sentences=sentences)


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([(0, 4)], "⟦Rain⟧ fell on the mill."),
        ([(5, 9), (0, 4)], "⟦Rain⟧ ⟦fell⟧ on the mill."),
        ([(17, 28)], "Rain fell on the ⟦mill. Geese⟧ left."),
        ([(0, 4), (23, 28)], "⟦Rain⟧ fell on the mill. ⟦Geese⟧ left."),
        ([(0, 4), (52, 55)], "⟦Rain⟧ fell on the mill. … ⟦Bor⟧ slept."),
    ],
)
def test_a_passage_is_shown_within_its_sentences(spans: list[Span], shown: str) -> None:
    assert show.passage(annotated(), spans) == shown


@given(cuts=st.lists(st.integers(0, len(TEXT)), max_size=8, unique=True).map(sorted))
def test_what_is_shown_is_text_in_its_order(cuts: list[int]) -> None:
    spans = [(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    shown = show.passage(annotated(), spans)
    pieces = [piece.split("⟧")[0] for piece in shown.split("⟦")[1:]]
    assert [" ".join(piece.split()) for piece in pieces] == [" ".join(TEXT[start:end].split()) for start, end in spans]
    bare = shown.replace("⟦", "").replace("⟧", "").replace(" ", "")
    for part in bare.split("…"):
        assert part in "".join(TEXT.split())


def everything(articles: Sequence[Article]) -> Dossier:
    """A dossier that reports one thing of each sort."""
    from retold.records import Derivation, IndependentSources

    passages = tuple(Passage(article=one.id, spans=((0, 4),), text="rain") for one in articles)
    statements = tuple(Statement(article=one.id, spans=((0, 4),), says="rain", attributed_to="Bor", hedge="may") for one in articles)
    about: dict[str, Any] = {"topic": "weather", "explanation": "Rain or hail.", "independent_sources": 1, "statements": statements}
    sentence = BriefSentence(text="It rained.", evidence=(BriefEvidence(article=articles[0].id, start=0, end=4),))
    position = Position(actor="Bor", stance="wants", toward="Ulm", about="rain", occasion=None, article=articles[0].id, spans=((52, 55),))
    return Dossier(
        retold="0",
        settings="0",
        story="s",
        articles=tuple(articles),
        derivation=Derivation(independent_sources=IndependentSources(confirmed=0, possible=0)),
        facts=(Fact(id="f1", agreement="disputed", kind="status", **about), Fact(id="f2", agreement="single", kind=None, **about)),
        wording=(Wording(topic="weather", names=passages),),
        timeline=(TimelineEvent(date="2031-03-10", precision="day", event="rain", told_by=passages),),
        positions=(position,),
        brief=Brief(sections=(BriefSection(title="Summary", sentences=(sentence,)),)),
    )


def read(inputs: Sequence[str]) -> Reading:
    texts = [json.loads(line)["text"] for line in Path(inputs[0]).read_text("utf-8").splitlines()]
    return Reading(articles=tuple(annotated(text).article for text in texts))


def annotate(articles: Iterable[Article]) -> list[Annotated]:
    return [annotated(one.text) for one in articles]


STAGES = Stages(read=read, annotate=annotate, compare=lambda given: everything([one.article for one in given]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A shared folder with one labelled story and three without gold."""
    for name in ("cuba-dialogue", "dev"):
        (tmp_path / "stories" / name).mkdir(parents=True)
        (tmp_path / "stories" / name / "articles.jsonl").write_text(json.dumps({"story": f"{name}-1", "article": "a"}), "utf-8")
    (tmp_path / "data").mkdir()
    with gzip.open(tmp_path / sample.VOLUME, "wt", encoding="utf-8") as file:
        for story in ("dev-1", "mill", "hill", "well"):
            for end in ("", " Then it rained."):
                file.write(json.dumps({"story": story, "text": f"{TEXT} {story}.{end}"}) + "\n")
    return tmp_path


def test_labelled_stories_are_not_sampled(folder: Path) -> None:
    assert set(sample.stories(folder, 9)) == {"mill", "hill", "well"}
    assert len(sample.stories(folder, 2)) == 2
    assert all(len(records) == 2 for records in sample.stories(folder, 2).values())


@pytest.mark.parametrize("what", list(FROM))
def test_every_sort_is_printed_judged_and_found_again(what: Any, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept, pending = folder / "judgements.jsonl", folder / "pending.jsonl"
    given = [what, "2", "--shared", str(folder), "--pending", str(pending)]
    assert command.main(given, STAGES, kept) == 0
    printed = capsys.readouterr().out
    assert printed.count(f"  {what}, ") == 2
    assert "Mill Post" in printed
    assert "⟦" in printed
    assert f"{what} in 3 stories: 3 reported, 0 judged, 3 not judged" in printed
    lines = [json.loads(line) for line in pending.read_text("utf-8").splitlines()]
    assert len({line["id"] for line in lines}) == 2
    assert "mill" not in pending.read_text("utf-8")
    assert "Rain" not in pending.read_text("utf-8")
    lines[0]["good"] = True
    pending.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert command.main(["--add", str(pending)], STAGES, kept) == 0
    assert command.main([what, "9", "--shared", str(folder), "--all"], STAGES, kept) == 0
    printed = capsys.readouterr().out
    assert "judged good" in printed
    assert "3 reported, 1 judged, 1 of them good (100.0 in a hundred), 2 not judged" in printed


def test_what_was_judged_is_a_column(folder: Path) -> None:
    kept, pending = folder / "judgements.jsonl", folder / "pending.jsonl"
    for what in ("disputes", "wording"):
        assert command.main([what, "2", "--shared", str(folder), "--pending", str(pending)], STAGES, kept) == 0
        lines = [
            {**json.loads(line), "good": what == "wording" or not number}
            for number, line in enumerate(pending.read_text("utf-8").splitlines())
        ]
        pending.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        assert command.main(["--add", str(pending)], STAGES, kept) == 0
    column = measure.judged(folder, STAGES, folder, kept)
    assert column.figures == {"judged.disputes": 50.0, "judged.wording": 100.0, "brief.evidence": 100.0}
    assert [line.split(" in ")[0] for line in column.judged] == ["disputes", "wording"]


def test_items_of_a_story_without_a_brief_have_no_sentences(told: Told) -> None:
    assert list(items(told, "brief")) == []
    assert [one.heading for one in items(told, "single")] == ["fact: rain | "]


def test_a_folder_without_stories_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["judging", "--shared", str(tmp_path)])
    monkeypatch.setattr(command, "retold_stages", lambda: STAGES)
    assert command.command() == 2
    assert str(tmp_path) in capsys.readouterr().err
