"""An editor's corrections: reading the file, finding what it speaks of, and what becomes of speakers, groups and edges; all invented."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from retold import annotate, read_text
from retold.compare import compare
from retold.compare.corrections import Corrections, correct_edges, correct_speakers, decide, parse_corrections, read_corrections, regroup
from retold.compare.corrections.decisions import Decisions, Passages
from retold.compare.pieces import Piece, find_pieces
from retold.compare.reports import prepare
from retold.compare.speakers import find_voices
from retold.data import story_files
from retold.errors import CorrectionsError
from retold.read.outlets import load_outlets
from retold.records import (
    Alias,
    Annotated,
    Article,
    Derivation,
    Dossier,
    Edge,
    Evidence,
    IndependentSources,
    Quotation,
    Rendition,
    Span,
    Speaker,
)
from retold.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
PIERS = "We have mended all nine piers of the old harbour – and the tenth won’t wait for autumn."
TOLLS = "Nobody who fishes here will pay a toll before the eels come back to the lagoon."
BELLS = "Each chapel may ring its bells at dawn as it has done since my grandmother was a girl."
DAWN = "At daybreak all our chapels can sound as they did when I was small."

FILE = """
# what the desk found out
[[speaker]]
article = "courier"
words = "mended all nine piers"
speaker = "Magnus Saltveit"
note = "heard on the recording"

[[same]]
passages = [ { article = "Saltmarsh Herald", words = "Each chapel … a girl" }, { article = "courier", words = "at daybreak" } ]

[[speaker]]
words = "Nobody who fishes here"
speaker = "Magnus Saltveit"

[[edge]]
from = "herald"
to = "courier"
is = false
"""


class Said:
    """What somebody says in an article: words inside marks, several where "she said" stands between."""

    def __init__(self, *words: str, by: str | None = "Ottoline Brandvik", kind: str = "direct") -> None:
        self.words, self.by, self.kind = words, by, kind


def report(article: str, *remarks: Said, outlet: str | None = None) -> Annotated:
    text, sentences, quotations = "", list[Span](), list[Quotation]()
    for number, one in enumerate(remarks, 1):
        start, spans = len(text), list[Span]()
        for words in one.words:
            text += "“"
            spans.append((len(text), len(text) + len(words)))
            text += words + "” she said. "
        sentences.append((start, len(text) - 1))
        text += "\n\n"
        quotations.append(
            Quotation(
                id=f"{article}/q{number}",
                kind=one.kind,  # type: ignore[arg-type]
                type="speech",
                spans=tuple(spans) if one.kind == "direct" else ((spans[0][0], spans[-1][1]),),
                marked=() if one.kind == "indirect" else tuple(spans),
                speaker=Speaker(name="she", canonical=one.by, span=None) if one.by else None,
                unknown_because=None if one.by else "nobody is named",
                confidence=0.5,
                uncertain=True,
            )
        )
    aliases = tuple(Alias(canonical=name, kind="person", forms=(name,)) for name in sorted({r.by for r in remarks if r.by}))
    record = Article(id=article, outlet=outlet, url=None, title=None, text=text, digest=article)
    return Annotated(article=record, analysed=True, sentences=tuple(sentences), quotations=tuple(quotations), aliases=aliases)


HERALD = report("herald", Said(PIERS), Said(TOLLS), Said(BELLS), outlet="The Saltmarsh Herald")
COURIER = report("courier", Said(PIERS), Said(TOLLS), Said(DAWN), Said("the tenth won’t wait"), outlet="Courier")
STORY = (HERALD, COURIER)


def corrections(text: str) -> Corrections:
    return parse_corrections(text.encode(), "desk.toml")


def decided(text: str, *articles: Annotated) -> Decisions:
    return decide(corrections(text), articles or STORY)


def compared(text: str, *articles: Annotated) -> Dossier:
    return compare(articles or STORY, corrections=corrections(text))


def of(dossier: Dossier, quotation: str) -> list[Rendition]:
    """The renditions of the utterance that a quotation belongs to."""
    return next(list(u.renditions) for u in dossier.utterances if quotation in {r.quotation for r in u.renditions})


# ---------------------------------------------------------------------------------------------- the file


def test_entries_come_in_the_order_of_the_file_and_know_their_line() -> None:
    assert [entry.where for entry in corrections(FILE).entries] == [
        "desk.toml, line 3 ([[speaker]] 1)",
        "desk.toml, line 9 ([[same]] 1)",
        "desk.toml, line 12 ([[speaker]] 2)",
        "desk.toml, line 16 ([[edge]] 1)",
    ]


def test_a_file_saved_on_windows_reads_the_same() -> None:
    saved = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()
    assert parse_corrections(saved, "desk.toml") == corrections(FILE)


def test_entries_without_a_line_of_their_own() -> None:
    (entry,) = corrections('speaker = [{ words = "[[edge]]\\n[[edge]]", speaker = "Magnus Saltveit" }]').entries
    assert entry.where == "desk.toml, [[speaker]] 1"
    assert corrections("# nothing yet") == Corrections()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[speaker]", "desk.toml: is no TOML: .*line 1"),
        ('x = "\\ud800"', "is no TOML"),
        ("a = " + "[" * 5000, "nested too deep|is no TOML"),
        ("a = " + "1" * 5000, "is no TOML"),
        ('[[spekaer]]\nwords = "a"', r"there is no entry “spekaer”; write \[\[speaker\]\], .* and \[\[edge\]\]"),
        ('[speaker]\nwords = "a"', r"“speaker” is no list of entries; write \[\[speaker\]\], with two brackets"),
        ("speaker = 7", "“speaker” is no list of entries"),
        ("speaker = [7]", "“speaker” is no list of entries"),
        ('[[speaker]]\nwords = "a"', r"line 1 \(\[\[speaker\]\] 1\): “speaker” is missing; it needs words and speaker"),
        ('[[speaker]]\nword = "a"\nspeaker = "b"', "there is no “word” here; it can have words, speaker, article and note"),
        ('[[speaker]]\nwhere = "a"\nwords = "a"\nspeaker = "b"', "there is no “where” here"),
        ('[[speaker]]\nwords = 7\nspeaker = "b"', "“words”: expected text, got a number"),
        ('[[speaker]]\nwords = "…"\nspeaker = "b"', "“words” holds no word"),
        ('[[speaker]]\nwords = "a"\nspeaker = " "', "“speaker” is empty"),
        ('[[same]]\npassages = "a"', "“passages”: expected a list, got text"),
        ('[[same]]\npassages = ["a", "b"]', r"“passages\[0\]”: expected a table, got text"),
        ('[[same]]\npassages = [{ article = "a", words = "b" }]', "“passages” needs two or more"),
        ('[[apart]]\npassages = [{ article = "a" }, { article = "a", words = "b" }]', r"“passages\[0\]”: .*missing.*words"),
        ('[[apart]]\npassages = [{ article = "a", word = "b" }]', "there is no “word” in a passage; it has article and words"),
        ('[[apart]]\npassages = [{ article = "a", words = "b" }, { article = "a", words = "“”" }]', "“words” holds no word"),
        ('[[edge]]\nfrom = "a"\nto = "b"\nkind = "copied"', "“kind”: 'copied' is none of copy, rewrite, condensed, mixed, likeness"),
        ('[[edge]]\nfrom = "a"\nto = "b"\nis = "no"', "“is”: expected true or false, got text"),
        ('[[edge]]\nfrom = "a"\nto = "b"\nkind = "copy"\nis = false', "leave one out"),
        ('[[edge]]\nfrom = "a"\nto = "unseen:b"', "exchange “from” and “to”"),
        ('[[edge]]\nfrom = "unseen: "\nto = "b"', "“from” names no source"),
        ('[[edge]]\nfrom = "unseen:a"\nto = "b"\nkind = "likeness"', "choose another kind"),
        ('[[edge]]\nfrom = "a"\nto = 2031-05-02', "“to”: expected text, got"),
    ],
)
def test_a_malformed_file_is_told_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(CorrectionsError, match=said) as raised:
        corrections(text)
    assert str(raised.value).startswith("desk.toml")
    assert "\n" not in str(raised.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CorrectionsError, match="can't be opened: No such file"):
        read_corrections(f"{tmp_path}/no-such-file.toml")
    with pytest.raises(CorrectionsError, match="can't be opened: Is a directory"):
        read_corrections(str(tmp_path))
    with pytest.raises(CorrectionsError, match="is not UTF-8 text"):
        parse_corrections("[[speaker]]\nwords = “é”".encode("utf-16"), "desk.toml")


def told_or_done(call: Callable[[], object]) -> str:
    """The sentence of a ``CorrectionsError``; any other exception is a bug."""
    try:
        call()
    except CorrectionsError as error:
        return str(error)
    return "desk.toml: fine"


KEYS = ("speaker", "same", "apart", "edge", "words", "passages", "article", "from", "to", "is", "kind", "note", "where")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


def toml(value: object) -> str:
    """A value as TOML writes it on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int) else '"' + "".join(c for c in str(value) if c.isalnum()) + '"'


@given(st.dictionaries(st.sampled_from(KEYS), VALUES))
def test_whatever_the_tables_hold_is_read_or_told(tables: dict[str, object]) -> None:
    text = "\n".join(f"{key} = {toml(value)}" for key, value in tables.items())
    assert told_or_done(lambda: decide(corrections(text), STORY)).startswith("desk.toml")


@given(st.binary(max_size=60))
def test_whatever_the_bytes_are(data: bytes) -> None:
    assert told_or_done(lambda: parse_corrections(data, "desk.toml")).startswith("desk.toml: ")


# ---------------------------------------------------------------------------------------------- what it speaks of


def given_to_quill(article: str, words: str, *articles: Annotated) -> list[str]:
    """The quotations that an entry with these words speaks of."""
    text = f"[[speaker]]\narticle = '{article}'\nwords = '''{words}'''\nspeaker = 'Edda Quill'"
    return [one.quotation for one in decided(text, *articles).speakers]


@pytest.mark.parametrize(
    "words",
    [
        PIERS,
        "mended all nine piers",
        '"MENDED  all\nnine piers"',
        "old harbour - and the tenth won't wait",
        "old harbour — and the tenth won`t wait for autumn”",
        "We have mended … for autumn",
        "“we have ... nine piers ... autumn”",
        "… the tenth won’t wait for autumn",
        "mendéd all nine piers",
    ],
)
def test_words_are_found_however_they_are_set(words: str) -> None:
    assert [
        one.quotation for one in decided(f"[[speaker]]\narticle = 'herald'\nwords = '''{words}'''\nspeaker = 'Edda Quill'").speakers
    ] == ["herald/q1"]


@given(st.integers(0, 15), st.integers(1, 16), st.randoms(use_true_random=False))
def test_any_run_of_words_is_found_in_its_quotation(start: int, length: int, chance: random.Random) -> None:
    words = [chance.choice([str.upper, str.lower, str])(word) for word in PIERS.split()[start : start + length]]
    text = chance.choice(["“{}”", '"{}"', "{}…", "{}"]).format(chance.choice([" ", "\n", "\xa0"]).join(words))
    text = text.replace("’", chance.choice(["'", "’", "`"])).replace("–", chance.choice(["-", "—", "–", ","]))
    if any(word.strip("–") for word in words):
        assert given_to_quill("herald", text, report("herald", Said(PIERS))) == ["herald/q1"]


def test_words_go_over_what_interrupts_them() -> None:
    split = report("herald", Said("We have mended all nine piers,", "and the tenth will follow."))
    for words in ("nine piers, and the tenth", "nine piers,” she said. “and the tenth", "We have … will follow"):
        assert given_to_quill("herald", words, split) == ["herald/q1"], words


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[speaker]]\narticle = 'mercury'\nwords = 'piers'\nspeaker = 'x'", "no report here is called mercury"),
        ("[[speaker]]\narticle = 'herald'\nwords = 'nine harbour'\nspeaker = 'x'", "no quotation in The Saltmarsh Herald has the words"),
        ("[[speaker]]\narticle = 'herald'\nwords = 'won'\nspeaker = 'x'", None),
        ("[[speaker]]\narticle = 'herald'\nwords = 'autumn … piers'\nspeaker = 'x'", "no quotation in The Saltmarsh Herald has the words"),
        ("[[speaker]]\nwords = 'no such words'\nspeaker = 'x'", "no quotation in these reports has these words"),
        (
            "[[speaker]]\narticle = 'courier'\nwords = 'tenth'\nspeaker = 'x'",
            "2 quotations in Courier have the words “tenth”",
        ),
        ("[[speaker]]\narticle = 'courier'\nwords = 'the tenth won’t wait'\nspeaker = 'x'", None),  # one consists of nothing else
        ("[[edge]]\nfrom = 'The Saltmarsh Herald'\nto = 'herald'", "both are the same report"),
        ("[[edge]]\nfrom = 'mercury'\nto = 'herald'", "no report here is called mercury"),
        (
            "[[same]]\npassages = [{article='herald', words='nine'}, {article='herald', words='piers'}]",
            "they are the same passage of one quotation",
        ),
        (
            "[[apart]]\npassages = [{article='herald', words='nine'}, {article='mercury', words='piers'}]",
            "no report here is called mercury",
        ),
    ],
)
def test_what_these_reports_lack_is_not_applied(text: str, why: str | None) -> None:
    (correction,) = decided(text).corrections
    assert correction.applied is (why is None)
    assert why is None or why in correction.text


def test_an_outlet_with_two_reports_is_asked_for_by_id() -> None:
    second = report("herald-2", Said(BELLS), outlet="The Saltmarsh Herald")
    (edge,) = decided("[[edge]]\nfrom = 'Saltmarsh herald'\nto = 'courier'", *STORY, second).corrections
    assert edge.text.endswith("2 reports are by Saltmarsh herald; name one by its id, herald or herald-2")
    (speaker,) = decided("[[speaker]]\narticle = 'Saltmarsh Herald'\nwords = 'nine piers'\nspeaker = 'x'", *STORY, second).speakers
    assert speaker.quotation == "herald/q1"  # the words tell which


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "[[speaker]]\narticle='herald'\nwords='nine piers'\nspeaker='A'\n[[speaker]]\nwords='mended all'\nspeaker='B'",
            ("[[speaker]] 2", "[[speaker]] 1"),
        ),
        (
            "[[same]]\npassages=[{article='herald', words='piers'}, {article='courier', words='nine piers'}]\n"
            "[[apart]]\npassages=[{article='courier', words='mended'}, {article='herald', words='mended'}]",
            ("[[apart]] 1", "[[same]] 1"),
        ),
        (  # by way of a third
            "[[apart]]\npassages=[{article='herald', words='chapel'}, {article='herald', words='piers'}]\n"
            "[[same]]\npassages=[{article='herald', words='piers'}, {article='courier', words='daybreak'}]\n"
            "[[same]]\npassages=[{article='herald', words='toll'}, {article='courier', words='toll'}]\n"
            "[[same]]\npassages=[{article='courier', words='daybreak'}, {article='herald', words='chapel'}]\n",
            ("[[apart]] 1", "[[same]] 1", "[[same]] 3"),
        ),
        ("[[edge]]\nfrom='herald'\nto='courier'\n[[edge]]\nfrom='Saltmarsh Herald'\nto='courier'\nis=false", ("[[edge]] 1", "[[edge]] 2")),
        ("[[edge]]\nfrom='herald'\nto='courier'\n[[edge]]\nfrom='courier'\nto='herald'", ("[[edge]] 1", "[[edge]] 2")),
        (
            "[[edge]]\nfrom='herald'\nto='courier'\nkind='copy'\n[[edge]]\nfrom='courier'\nto='herald'\nkind='likeness'",
            ("[[edge]] 1", "[[edge]] 2"),
        ),
        (
            "[[edge]]\nfrom='herald'\nto='courier'\nkind='copy'\n[[edge]]\nfrom='herald'\nto='courier'\nkind='rewrite'",
            ("[[edge]] 1", "[[edge]] 2"),
        ),
    ],
)
def test_entries_that_contradict_each_other_are_both_named(text: str, named: Sequence[str]) -> None:
    with pytest.raises(CorrectionsError) as raised:
        decided(text)
    assert all(name in str(raised.value) for name in named)
    assert "[[same]] 2" not in str(raised.value)
    assert "leave one" in str(raised.value)


def test_the_order_of_articles_changes_nothing() -> None:
    assert decided(FILE, HERALD, COURIER) == decided(FILE, COURIER, HERALD)


# ---------------------------------------------------------------------------------------------- speakers


def test_the_editor_names_who_spoke() -> None:
    dossier = compared("[[speaker]]\narticle='courier'\nwords='at daybreak'\nspeaker='Edda Quill'\nnote='on tape'")
    (quotation,) = [q for q in dossier.quotations if q.id == "courier/q3"]
    assert quotation.speaker == Speaker(name="Edda Quill", canonical="Edda Quill", span=None)
    assert (quotation.confidence, quotation.uncertain, quotation.unknown_because) == (1.0, False, None)
    assert next(u for u in dossier.utterances if u.base == "courier/q3").speaker == "Edda Quill"
    assert {s.name for s in dossier.speakers} == {"Edda Quill", "Ottoline Brandvik"}
    assert [(c.what, c.text, c.note, c.applied) for c in dossier.corrections] == [
        ("speaker", "“at daybreak” (Courier) was said by Edda Quill", "on tape", True)
    ]


def test_without_an_article_the_words_are_given_to_the_speaker_in_every_report() -> None:
    dossier = compared("[[speaker]]\nwords='nine piers of the old harbour'\nspeaker='Magnus Saltveit'")
    said = {q.id: q.speaker.canonical for q in dossier.quotations if q.speaker}
    assert [said[q] for q in ("herald/q1", "courier/q1", "herald/q2")] == ["Magnus Saltveit", "Magnus Saltveit", "Ottoline Brandvik"]


def test_a_speaker_named_for_one_rendition_is_the_utterances() -> None:
    dossier = compared("[[speaker]]\narticle='courier'\nwords='pay a toll'\nspeaker='Magnus Saltveit'")
    (utterance,) = [u for u in dossier.utterances if "courier/q2" in {r.quotation for r in u.renditions}]
    assert {r.quotation for r in utterance.renditions} == {"herald/q2", "courier/q2"}
    assert utterance.speaker == "Magnus Saltveit"


def test_a_surname_is_the_person_whom_the_reports_know() -> None:
    third = report("echo", Said(BELLS, by=None))
    for name in ("Brandvik", "Ottoline Brandvik", "ottoline brandvik"):
        known = replace(HERALD, aliases=(Alias(canonical="Ottoline Brandvik", kind="person", forms=("Ottoline Brandvik", "Brandvik")),))
        dossier = compared(f"[[speaker]]\narticle='echo'\nwords='each chapel'\nspeaker='{name}'", known, third)
        (quotation,) = [q for q in dossier.quotations if q.article == "echo"]
        assert quotation.speaker is not None
        assert quotation.speaker.canonical == "Ottoline Brandvik"


@pytest.mark.parametrize(
    ("name", "kind"), [("Edda Quill", "person"), ("Harbour Ministry", "body"), ("the harbour master", None), ("Quill", None)]
)
def test_what_a_name_is_that_no_report_knows(name: str, kind: str | None) -> None:
    decisions = decided(f"[[speaker]]\narticle='herald'\nwords='each chapel'\nspeaker='{name}'")
    herald, courier = correct_speakers(STORY, decisions)
    assert {a.canonical: a.kind for a in herald.aliases}.get(name) == kind
    assert courier is COURIER


# ---------------------------------------------------------------------------------------------- groups


def test_two_passages_are_one_remark() -> None:
    text = "[[same]]\npassages=[{article='herald', words='each chapel'}, {article='courier', words='at daybreak'}]\nnote='one speech'"
    assert len(of(compare(STORY), "herald/q3")) == 1
    renditions = of(compared(text), "herald/q3")
    assert {r.quotation for r in renditions} == {"herald/q3", "courier/q3"}
    for rendition in renditions:
        (reason,) = [r for r in rendition.reasons if r.what == "editor"]
        assert (reason.weight, reason.text.endswith("are one remark: one speech")) == (1.0, True)
    untouched = of(compared(text), "herald/q2")
    assert not any(reason.what == "editor" for rendition in untouched for reason in rendition.reasons)


def test_two_passages_are_two_remarks() -> None:
    text = "[[apart]]\npassages=[{article='herald', words='toll'}, {article='courier', words='toll'}]"
    assert len(of(compare(STORY), "herald/q2")) == 2
    assert len(of(compared(text), "herald/q2")) == 1


def test_what_is_grouped_with_passages_apart_goes_with_the_likest_words() -> None:
    first, second = (
        "We can talk about the tolls when the boats are back at sea.",
        "We can talk about the tolls if boats go back to sea at last.",
    )
    stories = [report("a", Said(first)), report("b", Said(second)), report("c", Said(first)), report("d", Said(second))]
    grouped = [piece for one in stories for piece in find_pieces([one], find_voices([one]))]
    text = "[[apart]]\npassages=[{article='a', words='tolls'}, {article='b', words='tolls'}]"
    found = regroup([grouped], decided(text, *stories))
    assert [[piece.article for piece in group] for group in found] == [["a", "c"], ["b", "d"]]


def test_a_passage_wider_than_a_piece_is_all_pieces_of_its_quotation() -> None:
    mixed = report("echo", Said("mended the piers", "before autumn", kind="mixed"))
    text = "[[same]]\npassages=[{article='echo', words='piers … autumn'}, {article='herald', words='nine piers'}]"
    assert {r.quotation for r in of(compared(text, HERALD, mixed), "herald/q1")} == {"herald/q1", "echo/q1"}
    (only,) = decided(text.replace("piers … autumn", "before autumn"), HERALD, mixed).joined
    assert len(only) == 2


def piece(number: int, words: str) -> Piece:
    return Piece(
        quotation=f"p{number % 3}/q{number}",
        article=f"p{number % 3}",
        spans=((10 * number, 10 * number + 9),),
        text=words,
        speaker=None,
        addressee=None,
        occasion=None,
        confidence=1.0,
    )


PLACES = st.lists(st.sampled_from([PIERS, TOLLS, BELLS, DAWN, "", "nine piers"]), min_size=1, max_size=9).map(
    lambda words: [piece(number, one) for number, one in enumerate(words)]
)


def passages(*pieces: Piece) -> Passages:
    return Passages(passages=tuple(frozenset([(p.quotation, p.spans)]) for p in pieces), text="so decided", where="here")


@st.composite
def partitions(draw: st.DrawFn) -> tuple[list[list[Piece]], Decisions]:
    """Groups of pieces, and decisions that do not contradict each other."""
    pieces = draw(PLACES)
    group_of = draw(st.lists(st.integers(0, 3), min_size=len(pieces), max_size=len(pieces)))
    clusters = [[p for p, g in zip(pieces, group_of, strict=True) if g == number] for number in sorted(set(group_of))]
    pairs = st.lists(st.tuples(st.sampled_from(pieces), st.sampled_from(pieces)), max_size=4)
    same = [passages(a, b) for a, b in draw(pairs) if a != b]
    block = {p.quotation: {p.quotation} for p in pieces}
    for one in same:
        union = set().union(*(block[q] for passage in one.passages for q, _ in passage))
        block.update(dict.fromkeys(union, union))
    apart = [passages(a, b) for a, b in draw(pairs) if b.quotation not in block[a.quotation]]
    return clusters, Decisions(same=tuple(same), apart=tuple(apart))


@given(partitions(), st.randoms(use_true_random=False))
def test_a_partition_stays_one_with_the_decisions_carried_out(given: tuple[list[list[Piece]], Decisions], chance: random.Random) -> None:
    clusters, decisions = given
    found = regroup(clusters, decisions)
    assert sorted(p.quotation for group in found for p in group) == sorted(p.quotation for group in clusters for p in group)
    home = {(p.quotation, p.spans): number for number, group in enumerate(found) for p in group}
    for places in decisions.joined:
        assert len({home[place] for place in places}) == 1
    for pair in decisions.kept_apart:
        assert len({home[place] for place in pair}) == 2
    named = {place for one in (*decisions.same, *decisions.apart) for passage in one.passages for place in passage}
    for group in clusters:
        if not any((p.quotation, p.spans) in named for p in group):
            assert any(set(group) == set(other) for other in found)
    shuffled = [chance.sample(group, len(group)) for group in chance.sample(clusters, len(clusters))]
    if named:
        assert regroup(shuffled, decisions) == found


@given(partitions())
def test_without_decisions_nothing_is_regrouped(given: tuple[list[list[Piece]], Decisions]) -> None:
    assert regroup(given[0], Decisions()) == tuple(map(tuple, given[0]))


# ---------------------------------------------------------------------------------------------- edges

PAPERS = tuple(report(name, Said(PIERS), Said(TOLLS)) for name in ("a", "b", "c", "d"))
REPORTS = prepare(PAPERS, (), load_outlets(), Settings().derivation)


def edge(from_: str, to: str, *, directed: bool = True, confidence: float = 0.8) -> Edge:
    kind = "rewrite" if directed else "likeness"
    evidence = Evidence(what="order", text="in the same order")
    return Edge(from_=from_, to=to, directed=directed, kind=kind, share=0.5, confidence=confidence, evidence=(evidence,))  # type: ignore[arg-type]


def derivation(*edges: Edge) -> Derivation:
    return Derivation(edges=edges, independent_sources=IndependentSources(confirmed=0, possible=0))


def corrected(text: str, *edges: Edge) -> tuple[Derivation, list[tuple[str, bool]]]:
    found, told = correct_edges(derivation(*edges), decided(text, *PAPERS), REPORTS, settings=Settings())
    return found, [(one.text, one.applied) for one in told]


def shown(found: Derivation) -> set[tuple[str, str, bool, str]]:
    return {(e.from_, e.to, e.directed, e.kind) for e in found.edges}


def test_an_edge_is_taken_out_and_the_sources_are_counted_anew() -> None:
    found, told = corrected("[[edge]]\nfrom='a'\nto='b'\nis=false", edge("a", "b"), edge("a", "c"))
    assert shown(found) == {("a", "c", True, "rewrite")}
    assert told == [("b did not take from a", True)]
    assert {root.name for root in found.independent_sources.roots} == {"a", "b", "d"}


def test_a_likeness_is_taken_out_whichever_end_is_named_first() -> None:
    assert shown(corrected("[[edge]]\nfrom='b'\nto='a'\nis=false", edge("a", "b", directed=False))[0]) == set()


def test_an_edge_that_is_not_there_cannot_be_taken_out() -> None:
    assert corrected("[[edge]]\nfrom='a'\nto='b'\nis=false")[1] == [("b did not take from a: no such edge is found here", False)]
    found, told = corrected("[[edge]]\nfrom='a'\nto='b'\nis=false", edge("b", "a"))
    assert shown(found) == {("b", "a", True, "rewrite")}
    assert told == [("b did not take from a: the edge found here goes the other way", False)]


def test_an_edge_found_is_confirmed_and_keeps_its_evidence() -> None:
    found, _ = corrected("[[edge]]\nfrom='a'\nto='b'\nkind='condensed'\nnote='they said so'", edge("a", "b"))
    (one,) = found.edges
    assert (one.kind, one.confidence, one.share) == ("condensed", 1.0, 0.5)
    assert [(e.what, e.text) for e in one.evidence] == [
        ("editor", "b shortened a: they said so"),
        ("order", "in the same order"),
    ]


@pytest.mark.parametrize("before", [(), (edge("b", "a"),), (edge("a", "b", directed=False),), (edge("b", "a", directed=False),)])
def test_an_edge_is_added_or_turned(before: tuple[Edge, ...]) -> None:
    found, told = corrected("[[edge]]\nfrom='a'\nto='b'", *before)
    assert shown(found) == {("a", "b", True, "copy")}  # the texts are the same
    (one,) = found.edges
    assert (one.confidence, one.share, [e.what for e in one.evidence]) == (1.0, 1.0, ["editor"])
    assert one.evidence[0].from_spans
    assert one.evidence[0].to_spans
    assert told == [("b took from a", True)]


def test_a_direction_is_taken_back_to_a_likeness() -> None:
    found, _ = corrected("[[edge]]\nfrom='b'\nto='a'\nkind='likeness'", edge("a", "b"))
    assert shown(found) == {("a", "b", False, "likeness")}


def test_a_source_outside_the_reports() -> None:
    found, told = corrected("[[edge]]\nfrom='unseen:Norpress'\nto='a'\nkind='copy'\nnote='printed below it'")
    assert shown(found) == {("unseen:Norpress", "a", True, "copy")}
    assert [(s.name, s.articles) for s in found.sources] == [("Norpress", ("a",))]
    (root,) = [r for r in found.independent_sources.roots if r.name == "unseen:Norpress"]
    assert (root.standing, root.because) == ("confirmed", "decided by an editor: a carries Norpress: printed below it")
    assert told == [("a carries Norpress", True)]
    spelt, _ = corrected("[[edge]]\nfrom='unseen:norpress'\nto='b'", edge("unseen:Norpress", "a"))
    assert {s.name for s in spelt.sources} == {"Norpress"}


def test_the_weakest_edge_of_a_circle_goes_and_is_named() -> None:
    chain = edge("a", "b", confidence=0.9), edge("b", "c", confidence=0.7), edge("c", "d", confidence=0.8)
    found, ((text, applied),) = corrected("[[edge]]\nfrom='d'\nto='a'\nkind='rewrite'", *chain)
    assert shown(found) == {("a", "b", True, "rewrite"), ("c", "d", True, "rewrite"), ("d", "a", True, "rewrite")}
    assert applied
    assert text == "a rewrote d; so c no longer counts as made from b (rewrite, found with confidence 0.70)"


def has_circle(edges: Sequence[Edge]) -> bool:
    left = {(e.from_, e.to) for e in edges if e.directed}
    while ends := {pair for pair in left if pair[0] not in {to for _, to in left}}:
        left -= ends
    return bool(left)


PAIRS = [(a, b) for a, b in itertools.permutations("abcd", 2)]


@given(
    st.permutations("abcd"),
    st.lists(st.tuples(st.sampled_from(list(itertools.combinations(range(4), 2))), st.floats(0.1, 0.9), st.booleans()), max_size=5),
    st.lists(st.tuples(st.sampled_from(PAIRS), st.sampled_from(["is=false", "", "kind='copy'", "kind='likeness'"])), max_size=4),
)
def test_whatever_the_editor_decides_there_is_no_circle_and_it_holds(
    order: list[str], computed: list[tuple[tuple[int, int], float, bool]], wanted: list[tuple[tuple[str, str], str]]
) -> None:
    unique = {pair: edge(order[pair[0]], order[pair[1]], confidence=c, directed=d) for pair, c, d in computed}
    text = "\n".join(f"[[edge]]\nfrom='{a}'\nto='{b}'\n{how}" for (a, b), how in wanted)
    try:
        decisions = decided(text, *PAPERS)
    except CorrectionsError:
        return
    found, told = correct_edges(derivation(*unique.values()), decisions, REPORTS, settings=Settings())
    assert not has_circle(found.edges)
    assert len(told) == len(wanted)
    pairs = [frozenset((e.from_, e.to)) for e in found.edges]
    assert len(set(pairs)) == len(pairs)
    for decision in decisions.edges:
        at = [e for e in found.edges if (e.from_, e.to) == (decision.from_, decision.to)]
        if not decision.holds:
            assert not at
        elif decision.kind == "likeness":
            assert any({e.from_, e.to} == decision.ends and not e.directed and e.confidence == 1 for e in found.edges)
        else:
            assert [(e.directed, e.confidence, e.evidence[0].what) for e in at] == [(True, 1.0, "editor")]


# ---------------------------------------------------------------------------------------------- the whole


def test_the_dossier_lists_the_decisions_in_the_order_of_the_file() -> None:
    dossier = compared(FILE)
    assert [(c.what, c.applied) for c in dossier.corrections] == [("speaker", True), ("same", True), ("speaker", True), ("no-edge", False)]
    assert dossier == compare(STORY[::-1], corrections=corrections(FILE))
    assert compare(STORY, corrections=Corrections()) == compare(STORY)


def test_other_reports_leave_out_what_they_lack_and_keep_the_rest() -> None:
    alone = compared(FILE, COURIER)
    assert [c.applied for c in alone.corrections] == [True, False, True, False]
    said = {q.id: q.speaker.canonical for q in alone.quotations if q.speaker}
    assert (said["courier/q1"], said["courier/q2"]) == ("Magnus Saltveit", "Magnus Saltveit")


def test_the_documents_example_holds_for_the_invented_story() -> None:
    page = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    articles = annotate(read_text(file.read_text("utf-8"), id=name.removesuffix(".txt")) for name, file in story_files())
    told = compare(list(articles), corrections=corrections(example)).corrections
    assert [(one.what, one.applied) for one in told] == [("same", True), ("apart", True), ("speaker", True), ("no-edge", True)]


def test_passages_that_one_report_lacks_leave_the_others_joined() -> None:
    third = report("echo", Said(DAWN))
    text = "[[same]]\npassages=[{article='herald', words='chapel'}, {article='mercury', words='x'}, {article='echo', words='daybreak'}]"
    dossier = compared(text, HERALD, third)
    assert {r.quotation for r in of(dossier, "herald/q3")} == {"herald/q3", "echo/q1"}
    (told,) = dossier.corrections
    assert (told.applied, told.text.endswith("are one remark; no report here is called mercury")) == (True, True)
