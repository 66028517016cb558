"""How speakers are shown: as a fact, a guess or not at all, the same in every format."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.records import Derivation, Dossier, IndependentSources, Nested, Rendition, Speaker, StoryQuotation, Utterance
from retold.render import render
from retold.render.html.columns import columns
from retold.render.views.passages import Places
from retold.render.views.voices import NOBODY, named, utterance_guesses, utterance_voices, voice

NAMES = ("Marit Oskelund", "Tollef Brandt", None)


def told(number: int, name: str | None, uncertain: bool) -> StoryQuotation:
    speaker = Speaker(name=name, canonical=name, span=None) if name else None
    return StoryQuotation(
        id=f"a/q{number}", article="a", kind="direct", type="speech", spans=((0, 1),), speaker=speaker, confidence=0.5, uncertain=uncertain
    )


@given(st.sampled_from(NAMES), st.lists(st.tuples(st.sampled_from(NAMES), st.booleans()), min_size=1, max_size=5))
def test_a_speaker_is_a_guess_unless_some_report_is_certain_of_that_speaker(
    speaker: str | None, heard: list[tuple[str | None, bool]]
) -> None:
    quotations = tuple(told(number, name, uncertain) for number, (name, uncertain) in enumerate(heard))
    renditions = tuple(Rendition(quotation=q.id, article="a", spans=q.spans, relation="same", confidence=1) for q in quotations)
    dossier = Dossier(
        retold="0",
        settings="0",
        story="ferry",
        articles=(),
        quotations=quotations,
        utterances=(Utterance(id="u", speaker=speaker, occasion=None, base="a/q0", renditions=renditions),),
        derivation=Derivation(independent_sources=IndependentSources(confirmed=0, possible=0)),
    )
    shown = utterance_voices(dossier)["u"]
    if speaker is None:
        assert shown == NOBODY
    elif (speaker, False) in heard or not any(name and uncertain for name, uncertain in heard):
        assert shown == speaker
    else:
        assert shown == f"{speaker}?"
    assert shown.endswith("?") is bool(utterance_guesses(dossier))


@pytest.mark.parametrize(
    ("mention", "canonical", "shown"),
    [
        ("she", "Marit Oskelund", "Marit Oskelund (“she”)"),
        ("the harbour\nboard", "Harbour Board", "Harbour Board"),
        ("The pilot", "The pilot", "The pilot"),
    ],
)
def test_the_mention_is_shown_where_it_says_something_else(mention: str, canonical: str, shown: str) -> None:
    speaker = Speaker(name=mention, canonical=canonical, span=None)
    assert voice("x", msgspec.structs.replace(told(1, None, False), speaker=speaker)).who == shown
    guess = voice("x", msgspec.structs.replace(told(1, None, True), speaker=speaker)).who
    assert guess == shown.replace(canonical, f"{canonical}?")


def test_names() -> None:
    assert (named("Keel"), named("Keel", uncertain=True), named(None, uncertain=True)) == ("Keel", "Keel?", NOBODY)


@pytest.fixture
def doubtful(tale: Dossier) -> Dossier:
    """The tale with Brandt's remark uncertain wherever it is told, and a remark of a pilot's quoted inside Oskelund's and the banner's."""
    changed = []
    for q in tale.quotations:
        start = q.spans[0][0]
        pilot = Nested(spans=((start + 3, start + 14),), speaker=Speaker(name="a pilot", canonical="Runa Tveit", span=None))
        inside = (pilot,) if q.article == "harbour-post" else ()
        brandt = q.speaker is not None and q.speaker.canonical == "Tollef Brandt"
        changed.append(msgspec.structs.replace(q, uncertain=brandt, nested=inside))
    return msgspec.structs.replace(tale, quotations=tuple(changed))


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_every_format_shows_a_guess_as_a_guess_and_explains_it(doubtful: Dossier, tale: Dossier, form: str) -> None:
    shown, sure = render(doubtful, form), render(tale, form)
    assert re.search(r"^(### |.*<bdi>)?Tollef Brandt\?", shown, re.MULTILINE)
    assert "Marit Oskelund?" not in shown
    assert "Tollef Brandt?" not in sure
    explained = "question mark behind a name says that the speaker is a guess"
    assert explained in " ".join(shown.split())
    assert explained not in " ".join(sure.split())


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_every_format_shows_who_is_quoted_inside_a_remark(doubtful: Dossier, tale: Dossier, form: str) -> None:
    assert "quoting Runa Tveit: “have bought”" in render(doubtful, form)
    assert "quoting" not in render(tale, form).split("<script>", maxsplit=1)[0]


def test_columns_show_the_speaker_inside_and_the_guess(doubtful: Dossier) -> None:
    post, north, *_ = columns(doubtful, Places(doubtful.articles))
    assert 'title="Runa Tveit, quoted by Marit Oskelund"' in post.body
    assert 'title="Tollef Brandt?, direct" data-who="TB?"' in north.body
