"""Lists of articles, quotations and stories at a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.records import Annotated, Article, Nested, Occasion, Part, Quotation, Speaker, Story
from retold.render.listing import list_article, list_quotations, list_stories

TEXT = "Ottoline Brandvik spoke. “No toll before the eels come back,” she said."


def article(name: str = "herald", **fields: object) -> Article:
    given: dict[str, object] = {"outlet": "Saltmarsh Herald", "url": None, "title": "Eels are back", "text": TEXT, "digest": ""}
    return Article(id=name, **{**given, **fields})  # type: ignore[arg-type]


def quotation(**fields: object) -> Quotation:
    start = TEXT.index("No toll")
    given: dict[str, object] = {"id": "herald/q0", "kind": "direct", "type": "speech", "spans": ((start, start + 34),), "confidence": 1.0}
    given["speaker"] = Speaker(name="she", canonical="Ottoline Brandvik", span=None)
    return Quotation(**{**given, **fields})  # type: ignore[arg-type]


def test_an_article_and_what_was_read_of_it() -> None:
    parts = (Part(kind="byline", span=(0, 1)), Part(kind="related", span=(2, 3)), Part(kind="related", span=(4, 5)))
    shown = list_article(
        article(
            byline=("Ruta Holm", "Lise Harrow"),
            credit=("Palinor",),
            published="2031-05-02",
            published_from="page",
            published_doubt="its address says 2031/04/02.",
            language="en",
            parts=parts,
        )
    )
    assert shown == (
        "herald\n"
        "  title    Eels are back\n"
        "  outlet   Saltmarsh Herald\n"
        "  date     2 May 2031 (from the page)\n"
        "  byline   Ruta Holm, Lise Harrow\n"
        "  credits  Palinor\n"
        "  language en\n"
        "  text     12 words, 1 byline, 2 related\n"
        "  in doubt its address says 2031/04/02.\n"
    )


def test_what_is_not_known_is_said_or_left_out() -> None:
    shown = list_article(article(outlet=None, title=None, text=""))
    assert shown == "herald\n  title    none found\n  outlet   unknown\n  date     undated\n  text     0 words\n"


def test_quotations_with_speaker_and_occasion() -> None:
    told = quotation(occasion=Occasion(label="told the Herald", date="2031-05-02"))
    shown = list_quotations(Annotated(article=article(published="2031-05-03"), analysed=True, quotations=(told,)))
    assert shown == (
        "herald: Saltmarsh Herald, 3 May 2031\n"
        "  Ottoline Brandvik (“she”)\n"
        "    “No toll before the eels come back,”\n"
        "    — direct speech; told the Herald, 2 May 2031\n\n"
    )


def test_cue_and_addressee_stand_below_the_words() -> None:
    said = (TEXT.index("said"), TEXT.index("said") + 4)
    told = quotation(cue=said, addressee="reporters", occasion=Occasion(label="press conference", place="Vellmar"))
    shown = list_quotations(Annotated(article=article(), analysed=True, quotations=(told,)))
    assert "    — direct speech; cue “said”; to reporters; press conference, Vellmar\n" in shown
    twice = quotation(cue=said, addressee="the Herald", occasion=Occasion(label="told the Herald"))
    shown = list_quotations(Annotated(article=article(), analysed=True, quotations=(twice,)))
    assert "    — direct speech; cue “said”; told the Herald\n" in shown


def test_a_guess_bears_a_question_mark_and_is_explained() -> None:
    guess = quotation(uncertain=True, confidence=0.42)
    shown = list_quotations(Annotated(article=article(), analysed=True, quotations=(guess,)))
    assert "  Ottoline Brandvik? (“she”)\n" in shown
    assert "    — direct speech; 42% sure\n" in shown
    assert shown.endswith("  A question mark behind a name says that the speaker is a guess.\n\n")
    unknown = quotation(uncertain=True, speaker=None, unknown_because="nobody is named")
    assert "?" not in list_quotations(Annotated(article=article(), analysed=True, quotations=(unknown,)))


def test_who_is_quoted_inside_is_set_in_below() -> None:
    eels = (TEXT.index("the eels"), TEXT.index("the eels") + 8)
    inner = Nested(spans=(eels,), speaker=Speaker(name="Holm", canonical="Ruta Holm", span=None), cue=eels)
    nobody = Nested(spans=(eels,), speaker=None)
    shown = list_quotations(Annotated(article=article(), analysed=True, quotations=(quotation(nested=(inner, nobody)),)))
    assert shown.endswith(
        "    — direct speech\n"
        "    ↳ Ruta Holm (“Holm”)\n"
        "        “the eels”\n"
        "        — cue “the eels”\n"
        "    ↳ Speaker not named\n"
        "        “the eels”\n\n"
    )


def test_quotations_without_a_speaker_say_why_and_titles_are_left_out() -> None:
    unknown = quotation(kind="indirect", type="attitude", speaker=None, unknown_because="two women are named before it")
    shown = list_quotations(Annotated(article=article(), analysed=True, quotations=(unknown, quotation(type="other"))))
    assert "  Speaker not named (two women are named before it)\n    No toll before" in shown
    assert "    — indirect attitude\n" in shown
    assert "“" not in shown
    bare = list_quotations(Annotated(article=article(), analysed=True, quotations=(quotation(type="other"),)))
    assert bare == "herald: Saltmarsh Herald, undated\n  nobody is quoted\n\n"


def test_an_article_in_another_language_is_said_to_be_not_analysed() -> None:
    shown = list_quotations(Annotated(article=article(language="de"), analysed=False))
    assert shown == "herald: Saltmarsh Herald, undated\n  in de: kept, not analysed\n\n"


def test_stories_most_told_first() -> None:
    one, two = (Annotated(article=article(name), analysed=False) for name in ("echo", "herald"))
    long = Annotated(article=article("https://herald.example/" + "eels/" * 9, title="Eels " * 40), analysed=False)
    shown = list_stories([Story(id="Alone", articles=(long,)), Story(id="Eels", articles=(one, two))])
    head, tail = shown.split("Alone (1)\n")
    assert head == "Eels (2)\n  echo  Eels are back\n  herald  Eels are back\n"
    assert tail.splitlines()[0] == "  " + long.article.id
    assert max(map(len, tail.splitlines())) <= 80
    assert list_stories([]) == ""


@given(st.text(min_size=1, max_size=300), st.text(max_size=300))
def test_nothing_that_a_terminal_would_obey_and_80_columns(title: str, words: str) -> None:
    made = article("\x1b]0;herald\x07", title=title, text=words, byline=(words,), outlet=title[:30], language="en")
    who = Speaker(name=title, canonical=title[::-1], span=None)
    inner = Nested(spans=((0, len(words)),), speaker=who, cue=(0, len(words)))
    told = quotation(spans=((0, len(words)),), speaker=who, cue=(0, len(words)), addressee=words, nested=(inner,), uncertain=True)
    annotated = Annotated(article=made, analysed=True, quotations=(told,))
    shown = list_article(made) + list_quotations(annotated) + list_stories([Story(id="Eels", articles=(annotated,))])
    assert not set(shown) & set(map(chr, [*range(9), *range(14, 32), *range(127, 160)]))
    assert max(map(len, list_article(made).split("\n"))) <= 80
    assert max(map(len, list_quotations(annotated).split("\n"))) <= 80
