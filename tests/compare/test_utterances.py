"""Which quotations render one utterance, on invented remarks."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.compare.evidence import find_said
from retold.compare.pieces import Piece, find_pieces
from retold.compare.speakers import find_voices
from retold.compare.utterances import find_utterances
from retold.records import Alias, Annotated, Article, Occasion, Quotation, Record, Span, Speaker
from retold.settings import UtteranceSettings


class Remark(Record, frozen=True, kw_only=True):
    """What somebody says in an article; several pieces of words are split by "he said"."""

    words: tuple[str, ...]
    by: str | None = "Ottoline Brandvik"
    to: str | None = None
    day: str | None = None
    lead: str = ""
    """What the article says before it."""


class Told(NamedTuple):
    """Groups of renditions, each as (article, first words)."""

    groups: list[set[tuple[str, str]]]

    def together(self, *articles: str) -> bool:
        """Whether one group holds pieces of exactly these articles."""
        return any({article for article, _ in group} == set(articles) for group in self.groups)


def remark(*words: str, **fields: str | None) -> Remark:
    return Remark(words=words, **fields)  # type: ignore[arg-type]


def report(article: str, *remarks: Remark) -> Annotated:
    text, sentences, quotations = "", list[Span](), list[Quotation]()
    for number, one in enumerate(remarks):
        start = len(text)
        text += one.lead + " " if one.lead else ""
        spans = []
        for words in one.words:
            text += "“"
            spans.append((len(text), len(text) + len(words)))
            text += words + "” she said. "
        sentences.append((start, len(text) - 1))
        text += "\n\n"
        quotations.append(
            Quotation(
                id=f"{article}/q{number}",
                kind="direct",
                type="speech",
                spans=tuple(spans),
                marked=tuple(spans),
                speaker=Speaker(name="she", canonical=one.by, span=None) if one.by else None,
                addressee=one.to,
                occasion=Occasion(label=f"told {one.to}", date=one.day) if one.to or one.day else None,
                confidence=1.0,
            )
        )
    aliases = tuple(Alias(canonical=name, kind="person", forms=(name,)) for name in sorted({r.by for r in remarks if r.by}))
    record = Article(id=article, outlet=None, url=None, title=None, text=text, digest=article)
    return Annotated(article=record, analysed=True, sentences=tuple(sentences), quotations=tuple(quotations), aliases=aliases)


def found(*articles: Annotated) -> tuple[tuple[Piece, ...], ...]:
    voices = find_voices(articles)
    return find_utterances(find_said(find_pieces(articles, voices), articles, voices), voices, UtteranceSettings())


def told(*articles: Annotated) -> Told:
    return Told([{(piece.article, piece.text) for piece in group} for group in found(*articles)])


PIERS = "We have mended all nine piers of the old harbour and the tenth will follow in autumn."
TOLLS = "Nobody who fishes here will pay a toll before the eels come back to the lagoon."
BELLS = "Each chapel may ring its bells at dawn as it has done since my grandmother was a girl."


@pytest.mark.parametrize(
    ("base", "rendition"),
    [
        (remark(PIERS), remark(PIERS)),
        (remark(PIERS), remark(PIERS.upper())),
        (remark(PIERS), remark("mended all nine piers of the old harbour")),
        (remark(PIERS), remark("We have mended all nine piers of the old harbour,", "and the tenth will follow in autumn.")),
        (remark(PIERS), remark("All nine piers of the old harbour are mended, and the tenth follows in the autumn.")),
        (remark(PIERS), remark("We’ve repaired all nine piers of the old harbour. The tenth will follow this autumn.")),
        (remark(PIERS), remark(PIERS, by=None)),
        (remark(PIERS), remark(PIERS, by="Magnus Saltveit")),  # the same words: one article errs about who said them
        (remark(PIERS, to="the Herald", day="2031-05-02"), remark(PIERS, day="2031-05-04")),  # or about the day
    ],
)
def test_one_utterance(base: Remark, rendition: Remark) -> None:
    assert told(report("herald", base, remark(TOLLS)), report("courier", rendition, remark(BELLS))).together("herald", "courier")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (remark(PIERS), remark(TOLLS)),
        (remark("We will open the harbour in autumn."), remark("No ship of ours has ever burnt coal inside the harbour.")),
        (remark("It is a harbour,"), remark("The harbour is closed,")),
        (remark("I am glad"), remark("I am sorry")),
        (  # two outlets, each with an interview of its own
            remark("We can talk about the tolls when the boats are back at sea.", to="the Herald"),
            remark("We can talk about the tolls, but the boats must first go back to sea.", to="Courier Television"),
        ),
        (  # two days
            remark("The tenth pier will be mended when we have the oak for it.", day="2031-05-02"),
            remark("The tenth pier will be mended as soon as the oak for it has come.", day="2031-05-09"),
        ),
        (  # two persons
            remark("We will not pay a single crown of that toll."),
            remark("We will pay every single crown of that toll as we always did.", by="Magnus Saltveit"),
        ),
    ],
)
def test_two_utterances(one: Remark, other: Remark) -> None:
    assert not told(report("herald", one), report("courier", other)).together("herald", "courier")


def test_two_interviews_stay_two_when_a_third_article_tells_of_both() -> None:
    first = remark("We can talk about the tolls when the boats are back at sea.", to="the Herald")
    second = remark("We can talk about the tolls, but the boats must first go back to sea.", to="Courier Television")
    groups = found(report("herald", first), report("courier", second), report("digest", first, second))
    members = [{piece.quotation for piece in group} for group in groups]
    assert members == [{"courier/q0", "digest/q1"}, {"digest/q0", "herald/q0"}]


def test_a_medium_named_in_full_and_in_short_is_one() -> None:
    one = remark("We can talk about the tolls when the boats are back at sea.", to="the Saltmarsh Herald")
    other = remark("We can speak about the tolls when all the boats are back at sea.", to="the Herald")
    assert told(report("herald", one), report("courier", other)).together("herald", "courier")


def test_what_is_told_to_reporters_tells_no_occasion() -> None:
    one = remark("We can talk about the tolls when the boats are back at sea.", to="reporters")
    other = remark("We can speak about the tolls when all the boats are back at sea.", to="the Herald")
    assert told(report("herald", one), report("courier", other)).together("herald", "courier")


def test_the_next_remark_of_an_interview_is_told_to_the_same_outlet() -> None:
    first = report("herald", remark(PIERS, to="the Herald"), remark("We can talk about the tolls when the boats are back at sea."))
    second = report(
        "courier", remark(BELLS, to="Courier Television"), remark("We can talk about tolls, but the boats must be back at sea first.")
    )
    assert not told(first, second).together("herald", "courier")


@pytest.mark.parametrize(("fragment", "joined"), [("nine piers", True), ("old harbour", True), ("harbour autumn", False)])
def test_a_fragment_needs_the_same_run_of_words(fragment: str, joined: bool) -> None:
    both = told(report("herald", remark(PIERS)), report("courier", remark(fragment)))
    assert both.together("herald", "courier") is joined


@pytest.mark.parametrize("copies", [2, 12, 60])
def test_every_copy_of_a_report_joins(copies: int) -> None:
    assert [len(group) for group in found(*(report(f"paper{n}", remark(PIERS)) for n in range(copies)))] == [copies]
    groups = found(*(report(f"paper{n}", remark(PIERS), remark(TOLLS), remark(BELLS)) for n in range(copies)))
    assert [len(group) for group in groups] == [copies] * 3


def test_many_remarks_of_one_article_stay_apart() -> None:
    assert len(found(report("herald", remark(PIERS), remark(TOLLS), remark(BELLS)))) == 3


def test_nothing_said() -> None:
    assert found() == ()
    assert found(report("herald")) == ()


def test_words_without_letters_join_nobody() -> None:
    groups = found(report("herald", remark("…")), report("courier", remark("—")), report("echo", remark("")))
    assert [len(group) for group in groups] == [1, 1, 1]


def test_types_that_are_not_speech_and_speech_without_marks_are_no_pieces() -> None:
    annotated = report("herald", remark(PIERS))
    quotation = annotated.quotations[0]
    fields = {name: getattr(quotation, name) for name in quotation.__struct_fields__}
    title = Quotation(**{**fields, "type": "other"})
    indirect = Quotation(**{**fields, "kind": "indirect", "marked": ()})
    changed = Annotated(article=annotated.article, analysed=True, quotations=(title, indirect))
    assert find_pieces([changed], find_voices([changed])) == ()


def test_a_mixed_quotation_gives_a_piece_for_each_marked_passage() -> None:
    annotated = report("herald", remark("mended all nine piers,", "the tenth in autumn"))
    quotation = annotated.quotations[0]
    fields = {name: getattr(quotation, name) for name in quotation.__struct_fields__}
    whole = (0, quotation.marked[-1][1])
    changed = Annotated(article=annotated.article, analysed=True, quotations=(Quotation(**{**fields, "kind": "mixed", "spans": (whole,)}),))
    pieces = find_pieces([changed], find_voices([changed]))
    assert [piece.text for piece in pieces] == ["mended all nine piers,", "the tenth in autumn"]
    assert [piece.spans for piece in pieces] == [(span,) for span in quotation.marked]


SAID = (
    remark(PIERS),
    remark(PIERS, to="the Herald"),
    remark("We have mended all nine piers.", day="2031-05-02"),
    remark("We have mended nine piers of the harbour", day="2031-05-07"),
    remark("the tenth will follow", by=None),
    remark("All nine piers are mended,", "and the tenth will follow.", by="Magnus Saltveit"),
    remark(TOLLS),
    remark("Nobody will pay a toll", to="Courier Television"),
    remark("pay a toll", to="the Herald"),
    remark(BELLS, by="Magnus Saltveit"),
)


@st.composite
def reports(draw: st.DrawFn) -> tuple[list[Annotated], list[Annotated]]:
    made = [report(name, *draw(st.lists(st.sampled_from(SAID), max_size=4))) for name in ("a", "b", "c", "d")]
    return made, draw(st.permutations(made))


@given(reports())
def test_every_piece_is_in_one_group_and_the_order_of_articles_changes_nothing(both: tuple[list[Annotated], list[Annotated]]) -> None:
    one, other = both
    groups = found(*one)
    assert groups == found(*other)
    pieces = find_pieces(one, find_voices(one))
    assert sorted((p.quotation, p.spans) for g in groups for p in g) == sorted((p.quotation, p.spans) for p in pieces)
    for group in groups:
        assert list(group) == sorted(group, key=lambda p: (p.article, p.spans))


@given(reports(), st.randoms(use_true_random=False))
def test_the_order_of_pieces_changes_nothing(both: tuple[list[Annotated], list[Annotated]], random: object) -> None:
    articles, _ = both
    voices = find_voices(articles)
    pieces = list(find_pieces(articles, voices))
    expected = find_utterances(find_said(pieces, articles, voices), voices, UtteranceSettings())
    random.shuffle(pieces)  # type: ignore[attr-defined]
    assert find_utterances(find_said(pieces, articles, voices), voices, UtteranceSettings()) == expected
