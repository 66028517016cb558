"""The same report twice, and unique ids."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.read import read_text
from retold.read.outlets import load_outlets
from retold.read.revisions import fold_revisions, unique_ids
from retold.records import Article
from retold.settings import ReadSettings

OUTLETS = load_outlets()
WORDS = "mill river roof brigade mayor council bridge road money fire night gate beam rope wall stone lamp boat sail field".split()
LONG = " ".join(f"The {WORDS[n % 20]} stood by the {WORDS[(n * 7 + 3) % 20]} in year {n}." for n in range(20))


def fold(*articles: Article) -> list[Article]:
    return fold_revisions(list(articles), ReadSettings(), OUTLETS)


def test_the_same_text_of_one_outlet_or_of_none_is_one_article() -> None:
    assert len(fold(read_text(LONG, id="a"), read_text(LONG, id="b"))) == 1
    assert len(fold(read_text(LONG, id="a", outlet="CNN"), read_text(LONG, id="b", outlet="cnn.com"))) == 1


def test_a_reprint_stays_an_article_of_its_own() -> None:
    assert len(fold(read_text(LONG, id="a", outlet="The Quill"), read_text(LONG, id="b", outlet="Courier"))) == 2


def test_a_later_near_copy_of_one_outlet_is_the_article_and_the_earlier_its_revision() -> None:
    early = read_text(LONG, id="early", outlet="Quill", published="2031-05-04T08:00:00+02:00")
    late = read_text(LONG + " Two more were hurt.", id="late", outlet="Quill", published="2031-05-04T07:00:00Z")
    for order in ((early, late), (late, early)):
        (kept,) = fold(*order)
        assert kept.id == "late"
        assert [(r.id, r.published, r.digest) for r in kept.revisions] == [("early", early.published, early.digest)]


def test_of_unknown_times_the_longer_is_kept() -> None:
    (kept,) = fold(read_text(LONG, id="a", outlet="Quill"), read_text(LONG + " Two more were hurt.", id="b", outlet="Quill"))
    assert kept.id == "b"


def test_other_reports_of_one_outlet_and_near_copies_of_no_outlet_stay() -> None:
    other = LONG.replace("stood", "burned").replace("year", "month")
    assert len(fold(read_text(LONG, outlet="Quill"), read_text(other, outlet="Quill"))) == 2
    assert len(fold(read_text(LONG), read_text(LONG + " Two more were hurt."))) == 2


def test_the_very_same_record_twice_leaves_no_trace() -> None:
    (kept,) = fold(read_text(LONG, id="a"), read_text(LONG, id="a"))
    assert kept.revisions == ()


def test_a_number_given_in_an_id_is_not_given_again() -> None:
    named, warnings = unique_ids([read_text(text, id=id) for text, id in (("x", "q"), ("y", "q#2"), ("z", "q"))])
    assert [article.id for article in named] == ["q", "q#2", "q#3"]
    assert len(warnings) == 1
    assert "q#3" in warnings[0]


def test_no_article_is_called_like_a_source_outside_the_reports() -> None:
    named, warnings = unique_ids([read_text(text, id=id) for text, id in (("x", "unseen:Norpress"), ("y", "unseen-Norpress"))])
    assert [article.id for article in named] == ["unseen-Norpress#2", "unseen-Norpress"]
    assert "sources outside" in "".join(warnings)


@given(st.lists(st.sampled_from(["a", "a#2", "a#3", "b", "a#2#2", ""])))
def test_ids_become_unique_and_first_comers_keep_theirs(ids: list[str]) -> None:
    named, warnings = unique_ids([read_text(str(n), id=id) for n, id in enumerate(ids)])
    assert len({article.id for article in named}) == len(ids)
    for id in set(ids):
        assert named[ids.index(id)].id == id
    assert len(warnings) == len(ids) - len(set(ids))


@given(st.permutations([("a", "2031-01-01"), ("b", "2031-01-02"), ("c", "2031-01-03")]))
def test_the_order_of_reading_does_not_matter(states: list[tuple[str, str]]) -> None:
    (kept,) = fold(*(read_text(f"{LONG} State {id}.", id=id, outlet="Quill", published=day) for id, day in states))
    assert kept.id == "c"
    assert [revision.id for revision in kept.revisions] == ["a", "b"]
