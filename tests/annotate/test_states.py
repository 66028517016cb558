"""States, their seats and what an article calls their governments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.annotate.states import government_in, state_of


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Washington", "United States"),
        ("the US", "United States"),
        ("U.S.", "United States"),
        ("the United States", "United States"),
        ("US government", "United States"),
        ("Harlan administration", "United States"),
        ("Havana", "Cuba"),
        ("Cuban government", "Cuba"),
        ("Portugal", "Portugal"),
        ("the Portuguese government", "Portugal"),
        ("Tarnby", None),
        ("Ines Marlow", None),
        ("Northgate Ferries", None),
        ("", None),
    ],
)
def test_which_state_a_name_means(name: str, state: str | None) -> None:
    assert state_of(name) == state


@pytest.mark.parametrize(
    ("text", "state", "name"),
    [
        ("The Harlan administration closed the port.", "United States", "Harlan administration"),
        ("The Portuguese government closed the port.", "Portugal", "Portuguese government"),
        ("Lisbon closed the port.", "Portugal", None),
        ("The Harlan administration closed the port.", "Portugal", None),
        ("The Harlan administration closed the port.", "Nowhere", None),
    ],
)
def test_what_an_article_calls_a_government(text: str, state: str, name: str | None) -> None:
    assert government_in(text, state) == name


@given(st.text(max_size=40))
def test_any_name_means_one_state_or_none(name: str) -> None:
    state = state_of(name)
    assert state is None or state_of(state) == state
