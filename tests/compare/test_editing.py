"""Utterances as the dossier tells them: base, order, ids, speakers, occasions."""

from __future__ import annotations

import re
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from retold.compare.editing import depths, edit, in_story, tellings
from retold.compare.pieces import Piece
from retold.compare.speakers import Voice, Voices
from retold.records import Annotated, Article, Derivation, Edge, IndependentSources, Occasion, Quotation, Relation, Rendition, Speaker
from retold.settings import Settings

WHOLE = "We have mended all nine piers of the old harbour, and the tenth will follow in autumn."
ALTERED = "We have not mended the nine piers of the old harbour, and the tenth will follow in autumn."
PART = "We have mended all nine piers of the old harbour"
BELLS = "Each chapel may ring its bells at dawn."
TOLLS = "Nobody who fishes here will pay a toll."
NOBODY = Voices(voices=(), of={})


def report(article: str, *words: str) -> Annotated:
    text = "\n".join(f"“{w}” she said." for w in words)
    return Annotated(article=Article(id=article, outlet=None, url=None, title=None, text=text, digest=article), analysed=True)


def piece(of: Annotated, number: int = 0, *, speaker: str | None = "Ottoline Brandvik", occasion: Occasion | None = None) -> Piece:
    marked = [m.span(1) for m in re.finditer("“([^”]*)”", of.article.text)]
    words = of.article.text[slice(*marked[number])]
    name = of.article.id
    return Piece(
        quotation=f"{name}/q{number}", article=name, spans=(marked[number],), text=words, speaker=speaker, addressee=None,
        occasion=occasion, confidence=1.0,
    )  # fmt: skip


def derivation(*edges: tuple[str, str]) -> Derivation:
    made = tuple(Edge(from_=a, to=b, directed=True, kind="rewrite", share=0.5, confidence=0.9, evidence=()) for a, b in edges)
    return Derivation(edges=made, independent_sources=IndependentSources(confirmed=0, possible=0))


def test_the_base_is_the_parents_not_the_childs() -> None:
    herald, courier = report("zherald", PART), report("courier", WHOLE)
    cluster = [piece(courier), piece(herald)]
    (free,) = edit([cluster], [courier, herald], NOBODY, derivation(), settings=Settings())
    (made,) = edit([cluster], [courier, herald], NOBODY, derivation(("zherald", "courier")), settings=Settings())
    assert free.base == "courier/q0"  # the more complete one
    assert made.base == "zherald/q0"
    assert (made.renditions[0].article, made.renditions[0].relation) == ("zherald", "base")


def test_told_by_several_first_among_them_the_most_altered_first() -> None:
    herald, courier = report("herald", BELLS, PART, WHOLE), report("courier", TOLLS, PART, ALTERED)
    clusters = [
        [piece(herald)],
        [piece(courier)],
        [piece(herald, 1), piece(courier, 1)],
        [piece(herald, 2), piece(courier, 2)],
    ]
    made = edit(clusters, [herald, courier], NOBODY, derivation(("herald", "courier")), settings=Settings())
    assert [u.id for u in made] == ["u1", "u2", "u3", "u4"]
    assert [u.base for u in made] == ["herald/q2", "herald/q1", "courier/q0", "herald/q0"]
    assert [r.relation for r in made[0].renditions] == ["base", "changed"]
    assert [r.relation for r in made[1].renditions] == ["base", "same"]


def test_a_speaker_whom_the_base_does_not_tell_comes_from_the_others() -> None:
    herald, courier, echo = report("herald", WHOLE), report("courier", PART), report("echo", PART)
    cluster = [piece(herald, speaker=None), piece(courier, speaker="Magnus Saltveit"), piece(echo, speaker=None)]
    (made,) = edit([cluster], [herald, courier, echo], NOBODY, derivation(), settings=Settings())
    assert (made.base, made.speaker) == ("herald/q0", "Magnus Saltveit")
    (unknown,) = edit([[piece(herald, speaker=None)]], [herald], NOBODY, derivation(), settings=Settings())
    assert unknown.speaker is None


def test_the_occasion_is_the_bases_else_the_fullest() -> None:
    herald, courier, echo = report("herald", WHOLE), report("courier", PART), report("echo", PART)
    bare, dated, full = (
        Occasion(label="told the Herald"),
        Occasion(label="interview", date="2031-05-02"),
        Occasion(label="interview", date="2031-05-02", place="Saltmarsh"),
    )

    def occasion(base: Occasion | None, *others: Occasion | None) -> Occasion | None:
        cluster = [piece(herald, occasion=base), *(piece(a, occasion=o) for a, o in zip((courier, echo), others, strict=True))]
        (made,) = edit([cluster], [herald, courier, echo], NOBODY, derivation(), settings=Settings())
        return made.occasion

    assert occasion(dated, full, None) == dated
    assert occasion(None, dated, full) == full
    assert occasion(bare, None, None) == bare
    assert occasion(bare, dated, None) == dated
    assert occasion(None, None, None) is None


def test_depths_count_steps_from_a_root() -> None:
    told = derivation(("a", "b"), ("b", "c"), ("a", "c"), ("c", "d"), ("unseen:Palinor", "e"))
    assert depths(told, set("abcde")) == {"b": 1, "c": 2, "d": 3, "e": 1}


def test_a_parent_that_does_not_tell_a_remark_did_not_hand_it_on() -> None:
    told = derivation(("a", "b"), ("b", "c"))
    assert depths(told, {"b", "c"}) == {"c": 1}
    assert depths(told, {"a", "c"}) == {}


@given(st.integers(2, 9).flatmap(lambda n: st.lists(st.tuples(st.integers(0, n - 2), st.integers(1, n - 1)).filter(lambda e: e[0] < e[1]))))
def test_a_child_is_deeper_than_its_parents(pairs: list[tuple[int, int]]) -> None:
    found = depths(derivation(*((str(a), str(b)) for a, b in pairs)), {str(n) for pair in pairs for n in pair})
    for parent, child in pairs:
        assert found[str(child)] > found.get(str(parent), 0)


def test_quotations_carry_their_article_and_their_speakers_name_in_the_story() -> None:
    quotation = Quotation(
        id="herald/q0", kind="indirect", type="speech", spans=((1, 5),), confidence=0.5,
        speaker=Speaker(name="she", canonical="Brandvik", span=None),
    )  # fmt: skip
    silent = Quotation(id="herald/q1", kind="indirect", type="other", spans=((1, 5),), confidence=0.5, speaker=None, unknown_because="-")
    annotated = report("herald", WHOLE)
    with_quotations = Annotated(article=annotated.article, analysed=True, quotations=(quotation, silent))
    voice = Voice(name="Ottoline Brandvik", kind="person", aliases=(), roles=())
    one, other = in_story([with_quotations], Voices(voices=(voice,), of={("herald", "Brandvik"): "Ottoline Brandvik"}))
    assert one.speaker is not None
    assert (one.article, one.id, one.speaker.name, one.speaker.canonical) == ("herald", "herald/q0", "she", "Ottoline Brandvik")
    assert (other.speaker, other.unknown_because, other.spans) == (None, "-", ((1, 5),))


RELATIONS: tuple[Relation, ...] = ("part", "same", "style", "spliced", "reworded", "changed")


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(RELATIONS)), max_size=8), st.randoms(use_true_random=False))
def test_an_articles_telling_is_as_altered_as_its_gravest_quotation(pieces: list[tuple[str, Relation]], random: Random) -> None:
    made = [
        Rendition(quotation=f"{article}/q{n}", article=article, spans=((10 * n, 10 * n + 5),), relation=relation, confidence=1.0)
        for n, (article, relation) in enumerate(pieces)
    ]
    base = Rendition(quotation="a/base", article="a", spans=((900, 950),), relation="base", confidence=1.0)
    given_order = [base, *made]
    random.shuffle(given_order)
    found = {r.quotation: r for r in tellings(given_order)}
    for before in given_order:
        after = found[before.quotation]
        assert after.of_words == before.relation
        own = [r.relation for r in made if r.article == before.article]
        gravest = "base" if before.article == "a" else max((r for r in own if r != "part"), key=RELATIONS.index, default="part")
        assert after.relation == gravest
