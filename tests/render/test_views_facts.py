"""Facts as a reader sees them: each side with its passage, and whose word it is."""

from __future__ import annotations

from msgspec.structs import replace

from retold.records import Dossier, Statement
from retold.render.terminal import render_terminal
from retold.render.views.facts import agreed, disputes
from retold.render.views.passages import Places


def test_a_dispute_shows_each_reports_own_words_and_whose_word_it_is(full_tale: Dossier) -> None:
    (dispute,) = disputes(full_tale, Places(full_tale.articles))
    assert (dispute.topic, dispute.kind, dispute.sources) == ("ships bought", "how many", "1 independent source")
    assert [(s.name, s.words, s.on_whose_word) for s in dispute.stated] == [
        ("Harbour Post", "four ships", "according to Marit Oskelund"),
        ("Tidewater Daily", "fourteen ships", "“about”"),
    ]
    assert all(s.link is not None for s in dispute.stated)


def test_what_one_report_states_on_one_word_stands_together(full_tale: Dossier) -> None:
    fact = full_tale.facts[0]
    first = fact.statements[0]
    again = Statement(article=first.article, spans=((0, 10), *first.spans), says="", attributed_to=first.attributed_to)
    dossier = replace(full_tale, facts=(replace(fact, statements=(*fact.statements, again)),))
    (dispute,) = disputes(dossier, Places(dossier.articles))
    text = dossier.articles[0].text
    assert [s.words for s in dispute.stated] == [f"{' '.join(text[0:10].split())} … four ships", "fourteen ships"]


def test_a_topic_that_asks_needs_no_question(full_tale: Dossier) -> None:
    dossier = replace(full_tale, facts=(replace(full_tale.facts[0], topic="whether ships were bought"),))
    assert disputes(dossier, Places(dossier.articles))[0].kind == ""


def test_agreed_facts_are_apart_and_tell_their_sources(full_tale: Dossier) -> None:
    fact = replace(full_tale.facts[0], agreement="agreed", kind=None, topic="The line opens in spring", independent_sources=2)
    dossier = replace(full_tale, facts=(fact,))
    places = Places(dossier.articles)
    assert disputes(dossier, places) == ()
    assert [view.sources for view in agreed(dossier, places)] == ["2 independent sources"]
    told = render_terminal(dossier)
    assert "The line opens in spring. Harbour Post, Tidewater Daily; 2 independent sources" in " ".join(told.split())


def test_the_terminal_shows_what_is_stated_side_by_side(full_tale: Dossier) -> None:
    told = render_terminal(full_tale)
    for title in ("IN SHORT", "WHERE THEY DIFFER", "NAMES FOR THE SAME THING", "TIMELINE", "WHERE THE PARTIES STAND"):
        assert title in told
    assert "“four ships”  according to Marit Oskelund" in told
    assert max(map(len, told.splitlines())) <= 80
