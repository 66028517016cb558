"""Different names for one thing: what actors are called, what acts are called, how remarks are introduced, what versions change."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from retold.annotate import annotate
from retold.compare import compare
from retold.compare.speakers import find_voices
from retold.compare.wording.candidates import Candidate, Named
from retold.compare.wording.choices import choices
from retold.compare.wording.places import place
from retold.compare.wording.ranking import most_telling
from retold.compare.wording.words import Told, base, tell
from retold.read import read_text
from retold.records import Annotated, Wording
from retold.settings import Settings, WordingSettings

SETTINGS = Settings()

LEDGER = """Marlow ferry company seized by soldiers

PORT ANSEL (Ledger) - Soldiers captured the harbour chief Oda Merrin at her house in Port Ansel on Monday night.
The militant group Sarkan has held the northern lighthouse of Port Ansel since spring.
A spokesman for Sarkan said on Tuesday that the lighthouse would stay dark.
The Velmark government closed the ferry office in Port Ansel after the soldiers left.
"""
LANTERN = """Harbour chief taken in Port Ansel

PORT ANSEL (Lantern) - The abduction of the harbour chief Oda Merrin at her house in Port Ansel by soldiers on Monday shocked the town.
The terrorist group Sarkan has held the northern lighthouse of Port Ansel since spring.
The Velmark regime closed the ferry office in Port Ansel after the soldiers left.
"""
GAZETTE = """Bakers of Ostrava Lane win a prize

OSTRAVA LANE (Gazette) - Two bakers won the county prize for rye bread on Saturday and shared it with the choir.
"""


@cache
def annotated(name: str, text: str) -> Annotated:
    return next(iter(annotate([read_text(text, id=name)])))


def articles(**texts: str) -> list[Annotated]:
    return [annotated(name, text) for name, text in texts.items()]


def wording(given_articles: Sequence[Annotated]) -> tuple[Wording, ...]:
    return compare(given_articles).wording


def words_of(entries: Sequence[Wording]) -> list[dict[str, str]]:
    return [{passage.article: passage.text for passage in entry.names} for entry in entries]


def told(*given_articles: Annotated) -> Told:
    return tell(given_articles, find_voices(given_articles))


def test_what_a_body_is_called_stands_side_by_side() -> None:
    entries = wording(articles(ledger=LEDGER, lantern=LANTERN))
    assert any("militant group Sarkan" in names["ledger"] and "terrorist group Sarkan" in names["lantern"] for names in words_of(entries))


def test_what_a_government_is_called_stands_side_by_side() -> None:
    entries = wording(articles(ledger=LEDGER, lantern=LANTERN))
    assert any("Velmark government" in names["ledger"] and "Velmark regime" in names["lantern"] for names in words_of(entries))


def test_one_act_is_lined_up_whether_a_verb_or_a_noun_names_it() -> None:
    entries = wording(articles(ledger=LEDGER, lantern=LANTERN))
    assert any("captured" in names["ledger"] and "abduction" in names["lantern"] for names in words_of(entries))


def test_words_of_one_colour_are_no_wording() -> None:
    assert wording(articles(ledger=LEDGER, other=LEDGER.replace("captured", "seized").replace("militant", "militant"))) == ()


def test_reports_of_other_things_have_no_wording() -> None:
    assert wording(articles(gazette=GAZETTE, lantern=LANTERN)) == ()


def test_words_inside_a_remark_are_the_speakers() -> None:
    said = "the terrorist group Sarkan is a danger to every boat"
    in_marks = f"PORT ANSEL - Merrin told the town council on Friday that “{said}”. The harbour of Port Ansel stayed open."
    own = in_marks.replace("“", "").replace("”", "")
    assert any("other" in names for names in words_of(wording(articles(ledger=LEDGER, other=own))))
    assert not any("other" in names for names in words_of(wording(articles(ledger=LEDGER, other=in_marks))))


def test_how_a_remark_is_introduced_is_wording() -> None:
    remark = "“The northern lighthouse of Port Ansel will stay dark until the end of the winter,”"
    ledger = f"PORT ANSEL - {remark} harbour chief Oda Merrin said on Monday. The boats stayed in the harbour all day."
    lantern = f"PORT ANSEL - {remark} harbour chief Oda Merrin admitted on Monday. No boat left the harbour that day."
    entries = wording(articles(ledger=ledger, lantern=lantern))
    assert any("said" in names["ledger"] and "admitted" in names["lantern"] for names in words_of(entries))
    assert not any("how" in entry.topic for entry in wording(articles(ledger=ledger, other=ledger.replace("The boats", "All boats"))))


def test_introductions_of_two_remarks_are_no_wording() -> None:
    ledger = "PORT ANSEL - “The lighthouse will stay dark,” harbour chief Oda Merrin said on Monday. The boats stayed in the harbour."
    lantern = "PORT ANSEL - Oda Merrin demanded “pay and rest” for the bakers. No boat left that day."
    assert not any("introduced" in entry.topic for entry in wording(articles(ledger=ledger, lantern=lantern)))


def test_what_others_ask_is_not_what_somebody_orders() -> None:
    ledger = "PORT ANSEL - Fishermen demanded that harbour chief Oda Merrin of Port Ansel leave the office."
    lantern = "PORT ANSEL - Harbour chief Oda Merrin of Port Ansel ordered the coast guard to search the office."
    assert not any(entry.topic.startswith("asking") for entry in wording(articles(ledger=ledger, lantern=lantern)))


def test_an_adverb_that_one_version_of_a_text_adds_is_wording() -> None:
    line = "The harbour office of Port Ansel described the hour of the accident as shortly after the last ferry."
    other = line.replace("described", "vaguely described")
    assert any("vaguely" in names["b"] for names in words_of(wording(articles(a=line, b=other))))


def test_one_noun_with_modifiers_that_colour_it_is_wording() -> None:
    ledger = (
        "PORT ANSEL - The displaced passenger left the ferry to Ostrava Lane on Sunday morning with two bags, the crew of the ferry said."
    )
    lantern = "PORT ANSEL - An unauthorized passenger left the ferry to Ostrava Lane on Sunday with two bags, according to its crew."
    entries = wording(articles(ledger=ledger, lantern=lantern))
    assert any("displaced" in names["ledger"] and "unauthorized" in names["lantern"] for names in words_of(entries))


def test_the_order_of_the_articles_makes_no_difference() -> None:
    texts = articles(ledger=LEDGER, lantern=LANTERN, gazette=GAZETTE)
    assert wording(texts) == wording(texts[::-1])


def test_every_name_is_a_passage_of_its_article_and_an_entry_has_two_articles() -> None:
    texts = {one.article.id: one.article.text for one in articles(ledger=LEDGER, lantern=LANTERN)}
    entries = wording(articles(ledger=LEDGER, lantern=LANTERN))
    assert entries
    for entry in entries:
        assert entry.topic
        assert len({passage.article for passage in entry.names}) > 1
        for passage in entry.names:
            ((start, end),) = passage.spans
            assert passage.text == " ".join(texts[passage.article][start:end].split()) != ""


def test_no_more_entries_than_asked_for() -> None:
    reports = articles(ledger=LEDGER, lantern=LANTERN)
    few = Settings(wording=WordingSettings(most=1))
    assert compare(reports, settings=few).wording == wording(reports)[:1]


def test_no_word_stands_in_two_colours_of_one_thing() -> None:
    for phrases in choices().phrases.values():
        for phrase, chosen in phrases:
            things = [choice.thing.number for choice in chosen]
            assert len(things) == len(set(things)), phrase


def test_every_thing_has_two_colours_and_every_phrase_is_found_where_it_stands() -> None:
    table = choices()
    colours: dict[int, set[int]] = {thing.number: set() for thing in table.things}
    for phrases in table.phrases.values():
        for phrase, chosen in phrases:
            assert base(" ".join(phrase)), phrase
            for choice in chosen:
                colours[choice.thing.number].add(choice.colour)
    assert all(len(found) > 1 for found in colours.values())


WORDS = st.lists(
    st.sampled_from("regime government abducted captured Sarkan Merrin the of in harbour boats soldiers dictator".split()), max_size=30
)


@given(WORDS)
def test_words_are_spans_of_the_sentence_in_order(words: list[str]) -> None:
    text = " ".join(words)
    one = Annotated(article=read_text(text, id="a"), analysed=True, sentences=((0, len(text)),) if text else ())
    for sentence in told(one).sentences:
        spans = [(word.start, word.end) for word in sentence.words]
        assert spans == sorted(spans)
        assert all(text[word.start : word.end].lower() == word.form for word in sentence.words)
        for found in choices().find(sentence):
            start, end = found.span
            assert base(text[start:end]) == tuple(word.lemma for word in sentence.words[found.first : found.last + 1])


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3), st.booleans()), min_size=2, max_size=12), st.integers(1, 4))
def test_ranking_keeps_no_more_than_asked_and_no_topic_twice(rows: list[tuple[str, int, bool]], most: int) -> None:
    one, other = told(annotated("ledger", LEDGER)), told(annotated("lantern", LANTERN))
    found = [
        Candidate(
            topic=f"{topic}{n}",
            thing=topic,
            sure=0.9,
            names=(
                Named(place=place(one, one.sentences[n], 0, 0), colour="x", plain=plain),
                Named(place=place(other, other.sentences[n], 0, 0), colour="y"),
            ),
        )
        for topic, n, plain in rows
    ]
    both = told(annotated("ledger", LEDGER), annotated("lantern", LANTERN))
    entries = most_telling(found, both, WordingSettings(most=most))
    assert len(entries) <= most
    topics = [entry.topic for entry in entries]
    assert len(topics) == len(set(topics))
    assert most_telling(found[::-1], both, WordingSettings(most=most)) == entries
