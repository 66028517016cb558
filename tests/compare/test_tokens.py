"""Word tokens: where they stand and what they are compared as."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.compare.lexicon import american, lexicon
from retold.compare.tokens import Token, solid, tokenize


def tokens(text: str) -> tuple[Token, ...]:
    return tokenize(text, [(0, len(text))])


def folds(text: str) -> list[str]:
    return [token.fold for token in tokens(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We’re sure", "we're sure"),
        ("We’re sure", "We are sure"),
        ("they can't", "they cannot"),
        ("they won’t", "they will not"),
        ("a 1-in-3 chance", "a one in three chance"),
        ("twenty-one boats", "21 boats"),
        ("5 million crowns", "five million crowns"),
        ("10,000 crowns", "10000 crowns"),
        ("30 percent", "30 per cent"),
        ("the F.B.I. agent", "the FBI agent"),
        ("the U.S. coast", "the United States coast"),
        ("the defence programme", "the defense program"),
        ("we organised it", "we organized it"),
        ("Gen. Harun", "General Harun"),
        ("co-operate", "cooperate"),
        ("Lázár Fényes", "Lazar Fenyes"),
        ("a harbour", "a harbor"),
    ],
)
def test_the_same_words_written_otherwise_fold_to_the_same(one: str, other: str) -> None:
    assert folds(one) == folds(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5 million", "5 billion"),
        ("help us", "help the US"),
        ("forty", "fourteen"),
        ("first", "second"),
        ("21", "21st"),
        ("five six", "five"),
    ],
)
def test_other_words_fold_to_something_else(one: str, other: str) -> None:
    assert folds(one) != folds(other)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("stopped", "stop"),
        ("making", "make"),
        ("called", "call"),
        ("travelled", "travel"),
        ("studies", "study"),
        ("boxes", "box"),
        ("went", "go"),
        ("agreed", "agree"),
        ("trafficking", "traffic"),
        ("news", "news"),
        ("during", "during"),
    ],
)
def test_base_forms(word: str, base: str) -> None:
    assert lexicon().lemma(american(word)) == base


def test_names_are_capitalised_inside_a_sentence() -> None:
    assert [token.text for token in tokens("Yesterday Novak met the Port Council.") if token.name] == ["Novak", "Port", "Council"]


def test_a_headline_in_capitals_holds_no_names() -> None:
    assert not any(token.name for token in tokens("FERRY SINKS OFF NOVI COAST"))


def test_a_name_that_begins_a_sentence_is_known_from_the_rest_of_the_article() -> None:
    text = "Novak left. We asked Novak why."
    assert tokenize(text, [(0, 11)])[0].name
    assert not tokenize("Boats left. We asked why.", [(0, 11)])[0].name


def test_brackets_gaps_and_runs() -> None:
    text = "“[The council] waits … for us,” he said. “Now, go.”"
    found = tokenize(text, [(1, 30), (42, 49)])
    assert [token.text for token in found if token.bracketed] == ["The", "council"]
    assert [(token.text, token.gap) for token in found if token.gap not in ("none", "comma")] == [
        ("The", "break"),
        ("for", "ellipsis"),
        ("Now", "break"),
    ]
    assert [token.run for token in found] == [0, 0, 0, 0, 0, 1, 1]


def test_the_dot_of_an_abbreviation_ends_no_sentence() -> None:
    assert [token.gap for token in tokens("I met Gen. Harun. He left.")] == ["break", "none", "none", "none", "stop", "none"]


@given(st.text(alphabet="abcXYZ ’'.,-–…[]()0123456789%$é\u00ad\n", max_size=80), st.data())
def test_tokens_lie_in_their_spans_in_order_and_say_what_stands_there(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    spans = [(0, cut), (cut, len(text))]
    found = tokenize(text, spans)
    end = 0
    for token in found:
        assert end <= token.start < token.end
        assert spans[token.run][0] <= token.start < token.end <= spans[token.run][1]
        assert text[token.start : token.end] == token.text
        assert token.key
        assert token.fold
        end = token.end


@given(st.text(max_size=60))
def test_any_text_has_tokens(text: str) -> None:
    assert all(token.key and token.lemma for token in tokens(text))


def test_neighbours_are_one_word_where_the_other_side_writes_them_as_one() -> None:
    apart, whole = (tokenize(text, [(0, len(text))]) for text in ("a cease fire in the health-care hall", "the ceasefire and healthcare"))
    made = solid(apart, whole)
    assert [(token.fold, token.start, token.end) for token in made if token.kind == "content"][:2] == [
        ("ceasefire", 2, 12),
        ("healthcare", 20, 31),
    ]
    assert solid(whole, apart) == whole


@pytest.mark.parametrize(
    ("text", "folds"),
    [
        ("£5m", ["£", "#5000000"]),
        ("5m", ["5m"]),
        ("3bn", ["#3000000000"]),
        ("they 're going to leave", ["they", "are", "will", "leave"]),
        ("going to the mill", ["going", "to", "the", "mill"]),
        ("going to Ost", ["going", "to", "ost"]),
    ],
)
def test_numbers_and_futures_as_papers_print_them(text: str, folds: list[str]) -> None:
    assert [token.fold for token in tokenize(text, [(0, len(text))])] == folds
