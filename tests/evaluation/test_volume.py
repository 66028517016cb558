"""The run over many articles counts what must never happen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation import __main__ as command
from evaluation import volume
from evaluation.stages import Stages
from retold.records import Annotated, Article, Dossier, Quotation, Reading, Rejection, Span, Speaker

MILL = "“We open it,” said Bor. He said rain fell.\n“Geese\n“and hens”\nFree geese! — Ana Bor (@anabor) May 4"


def where(text: str, *words: str) -> tuple[Span, ...]:
    return tuple((text.index(one), text.index(one) + len(one)) for one in words)


def quotation(number: int, spans: Sequence[Span], speaker: Speaker | None = None) -> Quotation:
    return Quotation(id=f"mill/q{number}", kind="direct", type="speech", spans=tuple(spans), speaker=speaker, confidence=0.5)


def article(name: str, text: str) -> Article:
    return Article(id=name, outlet=None, url=None, title=None, text=text, digest="")


def stages(*quotations: Quotation) -> Stages:
    def read(inputs: Sequence[str]) -> Reading:
        return Reading(
            articles=(article("mill", MILL), article("broken", "Rain.")), rejected=(Rejection(input=inputs[0], reason="no text"),)
        )

    def annotate(articles: Iterable[Article]) -> list[Annotated]:
        (one,) = articles
        if one.id == "broken":
            raise IndexError("no sentence")
        return [Annotated(article=one, analysed=True, quotations=quotations)]

    def compare(_: Sequence[Annotated]) -> Dossier:
        raise AssertionError("nothing is compared")

    return Stages(read=read, annotate=annotate, compare=compare)


@pytest.mark.parametrize(
    ("words", "between"),
    [
        (["We open it,"], True),
        (["open it,"], False),
        (["We open"], False),
        (["Geese"], True),
        (["Geese", "and hens"], True),
        (["and hens"], True),
        (["He said rain fell"], False),
    ],
)
def test_between_marks(words: list[str], between: bool) -> None:
    assert volume.between_marks(MILL, where(MILL, *words)) is between


def test_a_paragraph_without_marks_stands_only_within_a_quotation_that_goes_on() -> None:
    text = "“Geese\nand hens\nand rain.”"
    assert volume.between_marks(text, where(text, "Geese", "and hens", "and rain."))
    assert not volume.between_marks(text, where(text, "and hens"))


@given(words=st.text(alphabet="ab “”\n", max_size=20))
def test_whatever_stands_between_two_marks_does(words: str) -> None:
    text = f"Bor said “{words}” again"
    assert volume.between_marks(text, [(10, 10 + len(words))])


def test_what_must_not_happen_is_counted() -> None:
    bor = Speaker(name="Ana Bor", canonical="Ana Bor", span=where(MILL, "Ana Bor")[0])
    seen = volume.run(
        "mill.jsonl",
        stages(
            quotation(1, where(MILL, "We open it,")),
            quotation(2, where(MILL, "He said rain fell")),
            quotation(3, where(MILL, "Free geese!"), bor),
        ),
    )
    assert (seen.articles, seen.analysed, seen.rejected, seen.quotations, seen.direct, seen.posts) == (2, 1, 1, 3, 3, 1)
    assert seen.unmarked == ("mill/q2: He said rain fell",)
    assert [line.split(" (")[0] for line in seen.failed] == ["broken: IndexError: no sentence"]
    assert not seen.sound
    assert "1 articles that raised an error\n  broken: IndexError" in volume.report(seen)


def test_long_quotations_are_listed_and_are_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volume, "LONG", 10)
    failed: list[str] = []
    assert list(volume.annotate_each([article("mill", MILL)], stages(), failed))
    assert failed == []
    seen = volume.run("mill.jsonl", stages(quotation(1, where(MILL, "We open it,"))))
    assert seen.long == ("11 characters, 1 pieces, mill/q1: We open it,",)
    assert seen.unmarked == ()


def test_the_command_fails_on_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--all", str(tmp_path / "mill.jsonl"), "--json"], stages()) == 1
    assert len(json.loads(capsys.readouterr().out)["failed"]) == 1
