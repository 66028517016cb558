"""The invented story and its gold: every span is what it says, and every feature of the exercise is there."""

from __future__ import annotations

import datetime
import json
import re
from collections import defaultdict
from typing import Any

import pytest

from retold.data import story_files, story_folder

REPORTS = ("coastline", "digest", "gazette", "lantern", "ledger", "palinor")
MARKS = '"“”„«»'
WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, ([A-Z][a-z]+ \d{1,2}, \d{4})")


def texts() -> dict[str, str]:
    return {name.removesuffix(".txt"): file.read_text("utf-8") for name, file in story_files()}


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (story_folder() / name).read_text("utf-8").splitlines()]


def gold() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((story_folder() / "gold.json").read_text("utf-8"))
    return loaded


def passages() -> list[tuple[str, str, list[list[int]], list[str]]]:
    """Every place of the gold that has spans, as (what, article, spans, words)."""
    found = [("quotation", q["article"], q["spans"], q["words"]) for q in rows("quotes.jsonl")]
    for conflict in rows("conflicts.jsonl"):
        found += [(conflict["topic"], article, r["spans"], r["words"]) for article, r in conflict["readings"].items()]
    key = gold()
    found += [("furniture", a, about["furniture"]["spans"], about["furniture"]["words"]) for a, about in key["articles"].items()]
    found += [(only["claim"], p["article"], p["spans"], p["words"]) for only in key["only_in_one"] for p in only["passages"]]
    wrong = key["wrong_weekday"]
    return [*found, ("wrong weekday", wrong["article"], [wrong["span"]], [wrong["words"]])]


def inside(spans: list[list[int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def test_six_reports_in_order_of_their_names() -> None:
    assert tuple(texts()) == REPORTS


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_has_the_length_of_a_report(report: str) -> None:
    assert 200 <= len(texts()[report].split()) <= 440


def test_every_span_of_the_gold_covers_the_words_beside_it() -> None:
    told = texts()
    for what, article, spans, words in passages():
        assert [told[article][start:end] for start, end in spans] == words, (what, article)


def test_quotations_leave_their_marks_out_and_stand_between_marks() -> None:
    told = texts()
    for quotation in rows("quotes.jsonl"):
        text = told[quotation["article"]]
        for start, end in quotation["spans"]:
            assert not set(text[start:end]) & set(MARKS)
            assert text[start - 1] in MARKS
            assert text[end] in MARKS or text[end] == "\n"


def test_every_passage_inside_marks_is_gold_or_furniture() -> None:
    told, key = texts(), gold()
    covered = defaultdict(set, {article: inside(about["furniture"]["spans"]) for article, about in key["articles"].items()})
    for quotation in rows("quotes.jsonl"):
        covered[quotation["article"]] |= inside(quotation["spans"])
    for article, text in told.items():
        for paragraph in re.finditer(r"[^\n]+", text):
            for marked in re.finditer(r'"[^"]*"|“[^”]*', paragraph[0]):
                assert paragraph.start() + marked.start() + 1 in covered[article], (article, marked[0])


def test_no_quotation_stands_in_furniture() -> None:
    furniture = {article: inside(about["furniture"]["spans"]) for article, about in gold()["articles"].items()}
    assert all(not inside(q["spans"]) & furniture[q["article"]] for q in rows("quotes.jsonl"))


def test_furniture_of_the_digest_holds_a_quotation_of_another_story() -> None:
    assert any('"The sea was kind to us this spring,"' in words for words in gold()["articles"]["digest"]["furniture"]["words"])


def test_only_the_weekday_of_the_digest_is_wrong() -> None:
    wrong = []
    for article, text in texts().items():
        for found in WEEKDAY.finditer(text):
            day = datetime.datetime.strptime(found[2], "%B %d, %Y").replace(tzinfo=datetime.UTC)
            if f"{found[1]}day" != f"{day:%A}":
                wrong.append((article, found[0], f"{day:%A}"))
    key = gold()["wrong_weekday"]
    assert wrong == [(key["article"], key["words"], key["weekday"])]


def test_dates_of_the_key_stand_in_the_reports() -> None:
    told = texts()
    for article, about in gold()["articles"].items():
        if about["published"] is not None:
            day = datetime.date.fromisoformat(about["published"])
            assert f"{day:%B} {day.day}" in told[article]
        for name in [*about["byline"], *about["credit"], *filter(None, [about["outlet"]])]:
            assert name in told[article]


def test_utterances_name_the_reports_whose_quotations_render_them() -> None:
    told_by = defaultdict(set)
    for quotation in rows("quotes.jsonl"):
        if quotation["kind"] == "speech":
            told_by[quotation["utterance"]].add(quotation["article"])
    listed = {u["utterance"]: {r["article"] for r in u["renditions"]} for u in rows("utterances.jsonl")}
    assert listed == {utterance: articles for utterance, articles in told_by.items() if len(articles) > 1}
    assert all([r["relation"] for r in u["renditions"]].count("base") == 1 for u in rows("utterances.jsonl"))


def plain(words: list[str]) -> list[str]:
    return re.findall(r"\w+", " ".join(words).replace("’", "'").lower())


def test_relations_are_what_the_words_say() -> None:
    for utterance in rows("utterances.jsonl"):
        base = next(plain(r["words"]) for r in utterance["renditions"] if r["relation"] == "base")
        for rendition in utterance["renditions"]:
            here = plain(rendition["words"])
            contiguous = " ".join(here) in " ".join(base)
            in_order = iter(base)
            subsequence = all(word in in_order for word in here)
            match rendition["relation"]:
                case "base" | "same":
                    assert here == base
                case "part":
                    assert contiguous
                    assert here != base
                case "spliced":
                    assert subsequence
                    assert not contiguous
                case _:
                    assert not subsequence


def test_the_features_of_the_exercise_are_all_there() -> None:
    told, quotes, conflicts = texts(), rows("quotes.jsonl"), rows("conflicts.jsonl")
    relations = {r["relation"] for u in rows("utterances.jsonl") for r in u["renditions"]}
    assert relations == {"base", "same", "part", "spliced", "style", "reworded", "changed"}
    merrin = {q["occasion"] for q in quotes if q["speaker"] == "Oda Merrin"}
    assert len(merrin) == 2
    assert {"number", "wording"} <= {c["kind"] for c in conflicts if not c["agree"]}
    named = next(c for c in conflicts if c["kind"] == "wording")
    assert {r["says"] for r in named["readings"].values()} == {"takeover", "seizure", "transfer"}
    assert {q["words"][0].split()[0] for q in quotes if q["utterance"] == "gates"} == {"We", "It"}
    assert {q["article"] for q in quotes if q["kind"] == "other"} == {"lantern", "coastline", "palinor", "gazette", "digest"}
    assert any(len(q["spans"]) == 2 and "\n\n" in told[q["article"]][q["spans"][0][1] : q["spans"][1][0]] for q in quotes)
    assert len({p["article"] for only in gold()["only_in_one"] for p in only["passages"]}) == 3
    assert "Lantern" not in told["coastline"]
    assert "The Vessen Lantern" in told["ledger"]


def test_carriers_take_the_agency_word_for_word() -> None:
    told = texts()
    agency = told["palinor"].replace("'", "’").replace('"', "").split("\n\n")[2:]
    for carrier, edits in (("gazette", 1), ("digest", 0)):
        text = told[carrier].replace("'", "’").replace("“", "").replace("”", "").replace('"', "")
        assert sum(paragraph in text for paragraph in agency) >= 5 - edits
    assert "may be a price" in told["gazette"]
    assert "will be a price" in told["digest"]


def test_derivation_lists_every_report_once() -> None:
    listed = rows("derivation.jsonl")
    assert sorted(row["article"] for row in listed) == list(REPORTS)
    assert [row["article"] for row in listed if row["kind"] == "independent"] == gold()["derivation"]["independent"]
