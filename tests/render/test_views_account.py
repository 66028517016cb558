"""What was done to the words, in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.records import Degree, Dossier, Relation, Rendition, Span, Utterance, Variant, VariantKind, VariantOf
from retold.render.views.account import Account, accounts, begin
from retold.render.views.overview import told_by_several
from tests.render.conftest import span

KINDS: tuple[VariantKind, ...] = ("omission", "addition", "substitution", "transposition")
DEGREES: tuple[Degree, ...] = ("yes", "maybe", "no")
BASE = (
    "We will not sell the red mill this year, perhaps never, and the four millers of Osk will keep their two old wheels turning"
    " until spring."
)


def variant(
    before: str | None, after: str | None, here: str, *, of: VariantOf = "words", degree: Degree = "maybe", note: str | None = None
) -> Variant:
    kind: VariantKind = "omission" if after is None else "addition" if before is None else "substitution"
    ours = None if before is None else span(BASE, before)
    theirs = None if after is None else span(here, after)
    return Variant(kind=kind, of=of, changes_meaning=degree, base=ours, here=theirs, note=note)


def rendition(article: str, text: str, *variants: Variant, relation: Relation = "reworded", spans: tuple[Span, ...] = ()) -> Rendition:
    return Rendition(
        quotation=f"{article}/q1", article=article, spans=spans or ((0, len(text)),), relation=relation, confidence=1, variants=variants
    )


def told(text: str, *variants: Variant, relation: Relation = "reworded", beside: tuple[Rendition, ...] = ()) -> Account:
    base = rendition("base", BASE, relation="base")
    here = rendition("here", text, *variants, relation=relation)
    utterance = Utterance(id="u1", speaker=None, occasion=None, base=base.quotation, renditions=(base, here, *beside))
    return accounts(utterance, {"base": BASE, "here": text})[1]


def without(*words: str) -> str:
    text = BASE
    for gone in words:
        text = text.replace(gone, "", 1)
    return " ".join(text.split())


def test_words_replaced_left_out_and_added() -> None:
    here = BASE.replace("red", "blue").replace(", perhaps never", "").replace("keep", "gladly keep")
    account = told(here, variant("red", "blue", here), variant("perhaps never", None, here), variant(None, "gladly", here))
    assert set(account.sentence.split("; ")) == {"“red” became “blue”", "dropped “perhaps never”", "added “gladly”"}
    assert account.more == ""


def test_what_changes_the_meaning_comes_first_and_says_so() -> None:
    here = BASE.replace("red", "blue").replace("not ", "").replace("four", "fourteen")
    account = told(
        here,
        variant("red", "blue", here),
        variant("not", None, here, of="negation", degree="yes"),
        variant("four", "fourteen", here, of="number", degree="yes"),
    )
    assert account.sentence == (
        "changes the meaning: dropped “not” (a negation); “four” became “fourteen” (a number); also “red” became “blue”"
    )
    assert [clause.degree for clause in account.clauses] == ["yes", "yes", "maybe"]


def test_the_finding_a_note_begins_with_is_told() -> None:
    here = BASE.replace("millers", "sailors")
    note = "who it is about changed: “millers” became “sailors”"
    assert told(here, variant("millers", "sailors", here, degree="yes", note=note)).sentence.endswith("“sailors” (who it is about)")


def test_changes_side_by_side_are_told_as_one() -> None:
    here = BASE.replace("two old wheels", "second wheels spinning")
    account = told(here, variant("two old", "second", here), variant(None, "spinning", here))
    assert account.sentence == "“two old wheels” became “second wheels spinning”"
    here = BASE.replace("red mill this", "blue mill that")
    account = told(here, variant("red", "blue", here), variant("this", "that", here))
    assert account.sentence == "“red mill this” became “blue mill that”"


def test_a_change_of_meaning_is_never_blurred_by_its_neighbours() -> None:
    here = BASE.replace("red mill this", "blue mill that")
    account = told(here, variant("red", "blue", here, degree="yes"), variant("this", "that", here))
    assert account.sentence == "changes the meaning: “red” became “blue”; also “this” became “that”"


def test_many_changes_are_counted() -> None:
    pairs = [("We", "They"), ("red", "blue"), ("perhaps", "maybe"), ("Osk", "Ask"), ("two", "dear"), ("spring", "May")]
    here = BASE
    for before, after in pairs:
        here = here.replace(before, after, 1)
    account = told(here, *(variant(b, a, here, degree="maybe" if n < 3 else "no") for n, (b, a) in enumerate(pairs)))
    assert len(account.clauses) == 3
    assert account.more == "and 3 smaller changes"
    assert told(here, *(variant(b, a, here) for b, a in pairs)).more == "and 3 more changes"


def test_what_is_dropped_in_several_places_is_told_together() -> None:
    here = without("red", "perhaps", "old")
    account = told(here, *(variant(gone, None, here) for gone in ("red", "perhaps", "old")))
    assert account.sentence == "dropped “red”, “perhaps” and “old”"


def test_the_same_change_twice_is_told_once() -> None:
    here = BASE.replace("will", "shall")
    second = BASE.index("will", BASE.index("will") + 1)
    again = Variant(
        kind="substitution",
        of="words",
        changes_meaning="maybe",
        base=(second, second + 4),
        here=span(here, "shall", after=here.index("shall") + 1),
    )
    assert told(here, variant("will", "shall", here), again).sentence == "“will” became “shall”"


def test_a_splice_is_said_to_be_one() -> None:
    here = without("perhaps never, and ")
    assert (
        told(here, variant("perhaps never, and", None, here), relation="spliced").sentence == "dropped “perhaps never, and” without a mark"
    )


def test_what_is_left_off_at_the_ends_is_told_last_and_shortened() -> None:
    here = "the four millers of Osk will keep their wheels"
    account = told(
        here,
        variant("We will not sell the red mill this year, perhaps never, and", None, here, of="negation"),
        variant("two old", None, here),
        variant("turning until spring", None, here, degree="no"),
    )
    assert account.sentence == (
        "dropped “two old”; left off “We will not sell … perhaps never, and” at the beginning (a negation)"
        " and “turning until spring” at the end"
    )


def test_what_the_article_prints_elsewhere_is_not_left_off() -> None:
    here = "the four millers of Osk will keep their two old wheels turning until spring"
    cut = variant("We will not sell the red mill this year, perhaps never, and", None, here, degree="no")
    tail = "the four millers of Osk will keep their two old wheels turning until spring"
    beside = rendition("here", here, variant(tail, None, here, degree="no"), relation="part", spans=((0, 5),))
    assert told(here, cut, relation="part", beside=(beside,)).sentence == ""
    assert told(here, cut, relation="part").sentence.startswith("left off “We will not sell")


def test_little_words_at_the_ends_are_not_worth_a_word() -> None:
    here = "not sell the red mill this year"
    assert "We will" in told(here, variant("We will", None, here), relation="part").sentence
    here = "sell the red mill"
    whole = Utterance(
        id="u", speaker=None, occasion=None, base="base/q1", renditions=(rendition("base", "the red mill"), rendition("here", "red mill"))
    )
    left = Variant(kind="omission", of="grammar", changes_meaning="no", base=(0, 3), here=None)
    cut = Utterance(
        id="u",
        speaker=None,
        occasion=None,
        base="base/q1",
        renditions=(whole.renditions[0], rendition("here", "red mill", left, relation="part")),
    )
    assert accounts(cut, {"base": "the red mill", "here": "red mill"})[1].sentence == ""


def test_words_are_quoted_from_inside_the_quotation_only() -> None:
    text = "We sold it, he said, laughing. It is gone."
    base = rendition("base", text, relation="base", spans=(span(text, "We sold it"), span(text, "It is gone")))
    gone = Variant(kind="substitution", of="words", changes_meaning="maybe", base=(text.index("it,"), text.index("is")), here=(3, 7))
    here = rendition("here", "We lost gone", gone)
    utterance = Utterance(id="u", speaker=None, occasion=None, base="base/q1", renditions=(base, here))
    assert accounts(utterance, {"base": text, "here": "We lost gone"})[1].sentence == "“it … It” became “lost”"


def test_brackets_are_owned_up_to() -> None:
    here = BASE.replace("the red mill", "[the mill]")
    assert told(here, variant("red mill", "the mill", here)).sentence == "“red mill” became “the mill”, in brackets"


@pytest.mark.parametrize(("text", "begun"), [("dropped “a”", "Dropped “a”"), ("“red” became “blue”", "“red” became “blue”"), ("", "")])
def test_a_sentence_begins_with_a_capital_but_words_said_stay(text: str, begun: str) -> None:
    assert begin(text) == begun


def test_typography_alone_is_nothing() -> None:
    assert told(BASE, variant("red", "red", BASE, of="typography", degree="no")).sentence == ""


def test_every_rendition_of_a_story_has_one(tale: Dossier) -> None:
    texts = {article.id: article.text for article in tale.articles}
    first = told_by_several(tale)[0]
    found = accounts(first, texts)
    assert len(found) == len(first.renditions)
    assert found[1].sentence == (
        "changes the meaning: “four” became “fourteen” (a number); dropped “not” (a negation);"
        " also dropped “If the council asks for night trips”"
    )
    assert [account.sentence for account in (found[0], *found[2:])] == ["", "", ""]


@given(st.data())
def test_it_quotes_nothing_but_the_texts(data: st.DataObject) -> None:
    """Whatever the variants, every word in quotation marks stands in one of the two texts, and no more than three changes are told."""
    here = data.draw(st.text("ab cd.,“’ \n", min_size=1, max_size=60))
    ends = st.integers(0, len(BASE)), st.integers(0, len(here))
    variants = []
    for _ in range(data.draw(st.integers(0, 6))):
        ours, theirs = ((min(cut), max(cut)) for cut in ((data.draw(side), data.draw(side)) for side in ends))
        kind = data.draw(st.sampled_from(KINDS))
        degree = data.draw(st.sampled_from(DEGREES))
        variants.append(
            Variant(
                kind=kind,
                of="words",
                changes_meaning=degree,
                base=None if kind == "addition" else ours,
                here=None if kind == "omission" else theirs,
            )
        )
    account = told(here, *variants)
    for passage in [part.split("”")[0] for clause in account.clauses for part in clause.text.split("“")[1:]]:
        for word in passage.replace("…", " ").split():
            assert word.strip("‘’") in " ".join([BASE, here]).replace("“", "‘") or word in BASE + here
    assert len([c for c in account.clauses if not c.text.startswith("left off")]) <= 3
    order = [DEGREES.index(c.degree) for c in account.clauses if "left off" not in c.text]
    assert order == sorted(order)


def test_what_the_report_prints_elsewhere_is_not_left_off() -> None:
    cut = "the four millers of Osk will keep their two old wheels turning until spring."
    gone = BASE[: BASE.index("the four")].strip()
    text = f"{cut} Earlier: {gone}"
    quoted = ((0, len(cut)),)
    base = rendition("base", BASE, relation="base")
    for report, told_so in ((cut, True), (text, False)):
        here = rendition("here", report, variant(gone, None, report), relation="part", spans=quoted)
        utterance = Utterance(id="u1", speaker=None, occasion=None, base=base.quotation, renditions=(base, here))
        assert ("left off" in accounts(utterance, {"base": BASE, "here": report})[1].sentence) is told_so
