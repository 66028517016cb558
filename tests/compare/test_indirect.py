"""Indirect speech as a rendition of what another article prints inside marks."""

from __future__ import annotations

from retold.compare.indirect import add_indirect
from retold.compare.speakers import find_voices
from retold.records import Alias, Annotated, Article, Quotation, Rendition, Speaker, Utterance
from retold.settings import UtteranceSettings

WORDS = "We have mended all nine piers of the old harbour and the tenth will follow in autumn."
RETOLD = "all nine piers of the old harbour had been mended and the tenth would follow in autumn"
THIN = "the harbour looked much better than in the wet years before"


def report(article: str, *told: str, by: str | None = "Ottoline Brandvik", marked: bool = False) -> Annotated:
    text, quotations = "", list[Quotation]()
    for number, words in enumerate(told):
        text += "She said "
        span = (len(text), len(text) + len(words))
        text += words + ".\n"
        quotations.append(
            Quotation(
                id=f"{article}/q{number}",
                kind="direct" if marked else "indirect",
                type="speech",
                spans=(span,),
                marked=(span,) if marked else (),
                speaker=Speaker(name="she", canonical=by, span=None) if by else None,
                confidence=0.8,
            )
        )
    record = Article(id=article, outlet=None, url=None, title=None, text=text, digest=article)
    aliases = (Alias(canonical=by, kind="person", forms=(by,)),) if by else ()
    return Annotated(article=record, analysed=True, quotations=tuple(quotations), aliases=aliases)


BASE = report("herald", WORDS, marked=True)


def utterance(identity: str, of: Annotated, number: int = 0) -> Utterance:
    quotation = of.quotations[number]
    base = Rendition(quotation=quotation.id, article=of.article.id, spans=quotation.spans, relation="base", confidence=1.0)
    return Utterance(id=identity, speaker="Ottoline Brandvik", occasion=None, base=quotation.id, renditions=(base,))


def add(*others: Annotated, utterances: tuple[Utterance, ...] = (utterance("u1", BASE),)) -> tuple[Utterance, ...]:
    articles = (BASE, *others)
    return add_indirect(utterances, articles, find_voices(articles), UtteranceSettings())


def test_what_holds_its_words_renders_it() -> None:
    other = report("courier", RETOLD)
    (made,) = add(other)
    base, rendition = made.renditions
    assert base.relation == "base"
    assert (rendition.relation, rendition.article, rendition.quotation) == ("indirect", "courier", "courier/q0")
    assert other.article.text[slice(*rendition.spans[0])] == RETOLD
    assert 0 < rendition.confidence <= 0.8
    assert rendition.variants == ()


def test_what_holds_few_of_its_words_does_not() -> None:
    assert add(report("courier", THIN)) == (utterance("u1", BASE),)


def test_nor_do_few_words() -> None:
    assert add(report("courier", "nine piers were mended")) == (utterance("u1", BASE),)


def test_nor_does_what_somebody_else_or_nobody_says() -> None:
    assert add(report("courier", RETOLD, by="Magnus Saltveit"), report("echo", RETOLD, by=None)) == (utterance("u1", BASE),)


def test_nor_does_speech_inside_marks() -> None:
    assert add(report("courier", RETOLD, marked=True)) == (utterance("u1", BASE),)


def test_an_article_renders_an_utterance_in_its_best_words_only() -> None:
    (made,) = add(report("courier", "nine piers of the harbour had been mended, the tenth would follow", RETOLD))
    assert [rendition.quotation for rendition in made.renditions] == ["herald/q0", "courier/q1"]


def test_an_article_with_words_inside_marks_needs_no_other() -> None:
    both = utterance("u1", BASE)
    other = report("courier", RETOLD)
    here = Rendition(quotation="courier/q9", article="courier", spans=((0, 3),), relation="part", confidence=1.0)
    given = Utterance(id="u1", speaker=both.speaker, occasion=None, base=both.base, renditions=(*both.renditions, here))
    assert add(other, utterances=(given,)) == (given,)


def test_it_goes_to_the_utterance_it_holds_most_of() -> None:
    second = report("echo", "The tenth of the piers will be mended when we have the oak and the money for it.", marked=True)
    made = add(second, report("courier", RETOLD), utterances=(utterance("u1", BASE), utterance("u2", second)))
    assert [len(u.renditions) for u in made] == [2, 1]


def test_nothing_to_add_to() -> None:
    assert add(report("courier", RETOLD), utterances=()) == ()
