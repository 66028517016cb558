"""Collation of all renditions of one utterance."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.compare.collation import collate
from retold.compare.pieces import Piece
from retold.records import Rendition
from retold.settings import Settings

TEXTS = {
    "herald": (
        "“We’ve never closed the mine,” Ilse Brandt told the Herald. "
        "“If the lake rises we will close it within 3 days. Nobody will be left behind.”"
    ),
    "wire": "“We have never closed the mine,” said Brandt. “If the lake rises we will close it within three days.”",
    "courier": "Brandt said: “We closed the mine. We will close it within 30 days.” She spoke of a “mine” by the lake.",
    "digest": "It was their habit to keep working, she said; a flood would end that in “three days”.",
}


def piece(article: str, number: int, *words: str) -> Piece:
    text = TEXTS[article]
    spans = tuple((text.index(part), text.index(part) + len(part)) for part in words)
    return Piece(
        quotation=f"{article}/q{number}",
        article=article,
        spans=spans,
        text=" ".join(words),
        speaker="Ilse Brandt",
        addressee=None,
        occasion=None,
        confidence=1.0,
    )


BASE = piece("herald", 1, "We’ve never closed the mine,", "If the lake rises we will close it within 3 days. Nobody will be left behind.")
PIECES = [
    BASE,
    piece("wire", 1, "We have never closed the mine,", "If the lake rises we will close it within three days."),
    piece("courier", 1, "We closed the mine. We will close it within 30 days."),
    piece("courier", 2, "mine"),
    piece("digest", 1, "three days"),
]


def run(pieces: list[Piece]) -> tuple[Rendition, ...]:
    return collate(pieces, TEXTS, base=BASE, settings=Settings())


def test_the_base_comes_first_then_the_most_altered() -> None:
    made = run(PIECES)
    assert [(rendition.quotation, rendition.relation) for rendition in made] == [
        ("herald/q1", "base"),
        ("courier/q1", "changed"),
        ("wire/q1", "style"),
        ("courier/q2", "part"),
        ("digest/q1", "part"),
    ]
    assert made[0].variants == ()
    assert made[0].confidence == 1.0


def test_spans_of_variants_point_at_the_words_in_both_articles() -> None:
    courier = run(PIECES)[1]
    said = [
        (TEXTS["herald"][v.base[0] : v.base[1]], TEXTS["courier"][v.here[0] : v.here[1]]) for v in courier.variants if v.base and v.here
    ]
    assert ("3", "30") in said
    assert {variant.of for variant in courier.variants if variant.changes_meaning == "yes"} == {"negation", "number"}
    for rendition in run(PIECES):
        for variant in rendition.variants:
            assert variant.base is None or any(start <= variant.base[0] < variant.base[1] <= end for start, end in BASE.spans)
            assert variant.here is None or any(start <= variant.here[0] < variant.here[1] <= end for start, end in rendition.spans)


@settings(max_examples=30, deadline=None)
@given(st.permutations(PIECES))
def test_the_order_of_the_renditions_plays_no_part(pieces: list[Piece]) -> None:
    assert run(pieces) == run(PIECES)


def test_a_second_quotation_of_the_base_article_bears_the_comparison_where_it_is_nearer() -> None:
    other = piece("herald", 2, "We’ve never closed the mine,")
    base = piece("herald", 1, "If the lake rises we will close it within 3 days. Nobody will be left behind.")
    wire = piece("wire", 1, "We have never closed the mine,")
    first, second, third = collate([base, other, wire], TEXTS, base=base, settings=Settings())
    assert first.relation == "base"
    assert {second.quotation: second.relation, third.quotation: third.relation} == {"herald/q2": "part", "wire/q1": "style"}


def test_a_base_from_elsewhere_is_refused() -> None:
    with pytest.raises(ValueError, match="herald/q1 is not among the renditions"):
        collate(PIECES[1:], TEXTS, base=BASE, settings=Settings())


def test_words_that_the_base_prints_before_its_marks_alter_nothing() -> None:
    texts = {"a": "The board will “mend the pier by autumn,” Marlow said.", "b": "“The board will mend the pier by autumn,” Marlow said."}
    inside = {name: (text.index("“") + 1, text.index("”")) for name, text in texts.items()}
    pieces = [
        Piece(
            quotation=f"{name}/q1",
            article=name,
            spans=(span,),
            text=texts[name][slice(*span)],
            speaker="Ines Marlow",
            addressee=None,
            occasion=None,
            confidence=1.0,
        )
        for name, span in inside.items()
    ]
    _, other = collate(pieces, texts, base=pieces[0], settings=Settings())
    assert all(variant.changes_meaning == "no" for variant in other.variants)
    assert other.relation in {"same", "style"}


def cut_from(before: str) -> tuple[Rendition, ...]:
    texts = {"a": "“The board will not mend the pier this year,” Marlow said.", "b": f"Marlow said {before} “mend the pier this year”."}
    inside = {name: (text.index("“") + 1, text.index("”")) for name, text in texts.items()}
    pieces = [
        msgspec.structs.replace(piece("wire", 1, "three days"), article=n, quotation=f"{n}/q1", spans=(s,), text=texts[n][slice(*s)])
        for n, s in inside.items()
    ]
    return collate(pieces, texts, base=pieces[0], settings=Settings())


def test_a_negation_that_stands_before_the_marks_is_not_lost() -> None:
    assert [v.changes_meaning for v in cut_from("the board would never")[1].variants] == ["no"]
    assert [(v.of, v.changes_meaning) for v in cut_from("the board would")[1].variants] == [("negation", "maybe")]


def test_words_that_the_base_s_report_takes_up_again_are_no_alteration() -> None:
    made = run([BASE, piece("herald", 2, "If the lake rises")])
    assert [(rendition.relation, rendition.variants) for rendition in made] == [("base", ()), ("part", ())]
