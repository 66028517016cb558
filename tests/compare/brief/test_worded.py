"""A brief in a model's words, against a small local server that answers truthfully, and one that lies."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import httpx
import pytest

from retold.compare.brief import brief
from retold.compare.brief.endpoint import Endpoint
from retold.compare.brief.worded import SOURCES, Worded, sheet, told, word
from retold.errors import FetchError
from retold.records import Dossier
from tests.compare.brief.telling import article, dossier, said

TEXT = (
    "Fisheries Minister Hanna Brovik closed the weir of Sundmar on Tuesday after 14 seals and 90 eels were found dead.\n\n"
    "“We will not open the gate while one crane is missing from the old quay,” Hanna Brovik said on Wednesday.\n\n"
    "Torvald Enger accused Hanna Brovik of ruining the village, the harbour office said.\n\n"
    "The closure could cost the village its spring season, Torvald Enger warned.\n\n"
    "The council of Sundmar does not expect the seals to return in 2031."
)
Item = dict[str, Any]


@pytest.fixture
def weir() -> Dossier:
    echo = article("echo", TEXT, outlet="Sundmar Echo")
    words = "We will not open the gate while one crane is missing from the old quay,"
    return dossier(echo, quotations=(said(echo, words, "Hanna Brovik", "Hanna Brovik"),))


def numbers(passages: str) -> dict[str, int]:
    """Number of the passage that begins with each word."""
    lines = [json.loads(line) for line in passages.splitlines()]
    return {line["text"].split()[0].strip("“"): line["number"] for line in lines}


@contextmanager
def server(answer: Callable[[str], Any], status: int = 200) -> Iterator[str]:
    """An endpoint at this machine that answers each request with what ``answer`` makes of the passages."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            assert self.path == "/v1/chat/completions"
            assert body["model"] == "small"
            made = answer(body["messages"][1]["content"])
            content = made if isinstance(made, str) else json.dumps({"choices": [{"message": {"content": json.dumps(made)}}]})
            self.send_response(status)
            self.end_headers()
            self.wfile.write(content.encode())

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing on standard error."""

    running = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_address[1]}/v1"
    finally:
        running.shutdown()
        running.server_close()
        thread.join()


def worded(story: Dossier, answer: Callable[[str], Any]) -> tuple[Worded, list[str]]:
    said_before: list[str] = []
    with server(answer) as url:
        return word(story, brief(story, length="full"), Endpoint(url, "small", tell=said_before.append), length="full"), said_before


def texts(made: Worded) -> list[str]:
    return [s.text for section in made.brief.sections if section.title != SOURCES for s in section.sentences]


TRUTHS = [
    ("Fisheries", "Hanna Brovik closed the weir of Sundmar on 11 March 2031 after 14 seals were found dead."),
    ("We", "Hanna Brovik said: “We will not open the gate while one crane is missing from the old quay.”"),
    ("Torvald", "Torvald Enger accused Hanna Brovik of ruining the village, according to the harbour office."),
    ("The", "Torvald Enger warned that the closure could cost the village its spring season."),
]


def test_a_truthful_model_is_taken_at_its_word(weir: Dossier) -> None:
    def answer(passages: str) -> list[Item]:
        at = numbers(passages)
        return [{"section": "Summary", "text": text, "evidence": [at[key]]} for key, text in TRUTHS if key != "The"]

    made, said_before = worded(weir, answer)
    assert texts(made) == [text for key, text in TRUTHS if key != "The"]
    assert made.dropped == ()
    assert made.brief.sections[-1].title == SOURCES
    assert len(said_before) == 1
    assert "passages of the reports" in said_before[0]
    assert said_before[0].endswith("characters, leave this machine for 127.0.0.1")


LIES = [
    ("Fisheries", "Hanna Brovik closed the weir of Sundmar on 12 March 2031.", "“12” does not stand"),
    ("Fisheries", "Hanna Brovik closed the weir after 15 seals were found dead.", "“15” does not stand"),
    ("Fisheries", "Hanna Brovik closed the weir after 90 seals were found dead.", "“90” counts something else"),
    ("Fisheries", "Hanna Brovik did not close the weir of Sundmar.", "denied here"),
    ("Fisheries", "Lars Holm closed the weir of Sundmar.", "“Lars” does not stand"),
    ("We", "Hanna Brovik said: “We will open the gate while one crane is missing from the old quay.”", "quoted otherwise"),
    ("We", "“We will not open the gate,” the council said.", "does not stand"),
    ("Torvald", "Hanna Brovik accused Torvald Enger of ruining the village, the harbour office said.", "the other way round"),
    ("Torvald", "Torvald Enger ruined the village.", "word"),
    ("Fisheries", "The weir was closed. The seals died. Hanna Brovik closed it. The eels died.", "not one sentence"),
]


@pytest.mark.parametrize(("key", "lie", "because"), LIES)
def test_a_lie_is_dropped_and_listed(weir: Dossier, key: str, lie: str, because: str) -> None:
    made, _ = worded(weir, lambda passages: [{"section": "Summary", "text": lie, "evidence": [numbers(passages)[key]]}])
    assert texts(made) == []
    assert [dropped.text for dropped in made.dropped] == [lie]
    assert because in made.dropped[0].because


@pytest.mark.parametrize(
    ("evidence", "because"), [([], "names no passage"), ([999], "not given"), ("all", "names no passage"), (None, "names no passage")]
)
def test_a_sentence_that_names_no_passage_is_dropped(weir: Dossier, evidence: Any, because: str) -> None:
    made, _ = worded(weir, lambda _: [{"section": "Summary", "text": TRUTHS[0][1], "evidence": evidence}])
    assert texts(made) == []
    assert because in made.dropped[0].because


@pytest.mark.parametrize("answer", ["", "no JSON here", "[1, 2]", "{}", "[", '["text"]'])
def test_an_answer_without_sentences_leaves_the_sources(weir: Dossier, answer: str) -> None:
    made = word(weir, brief(weir), lambda *_: answer)
    assert [section.title for section in made.brief.sections] == [SOURCES]


def test_an_array_inside_talk_is_found(weir: Dossier) -> None:
    def answer(_: str, passages: str) -> str:
        item = {"section": "Elsewhere", "text": TRUTHS[0][1], "evidence": [numbers(passages)["Fisheries"]]}
        return f"Here you are [so far]:\n```json\n{json.dumps([item])}\n```"

    assert texts(word(weir, brief(weir), answer)) == [TRUTHS[0][1]]


def test_only_passages_of_the_brief_are_sent(weir: Dossier) -> None:
    own = brief(weir)
    passages = sheet(weir, own)
    assert [passage.number for passage in passages] == list(range(1, len(passages) + 1))
    assert all(passage.text in " ".join(TEXT.split()) for passage in passages)
    assert all(set(json.loads(line)) == {"number", "section", "outlet", "published", "text"} for line in told(passages).splitlines())


def test_nothing_is_asked_where_nothing_is_told() -> None:
    def ask(*_: str) -> str:
        raise AssertionError

    assert word(dossier(), brief(dossier()), ask).brief.sections == ()


@pytest.mark.parametrize("url", ["ftp://example.org/v1", "not a url", "http://"])
def test_a_wrong_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError):
        Endpoint(url, "small", tell=print)


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        (httpx.Response(500), "the model's server answers 500"),
        (httpx.Response(307, headers={"Location": "http://elsewhere.example"}), "the model's server answers 307"),
        (httpx.Response(200, text="hello"), "not that of an OpenAI-compatible endpoint"),
        (httpx.Response(200, json={"choices": []}), "not that of an OpenAI-compatible endpoint"),
    ],
)
def test_a_failing_endpoint_is_one_clear_sentence(response: httpx.Response, reason: str) -> None:
    ask = Endpoint("http://model.example/v1", "small", tell=lambda _: None, transport=httpx.MockTransport(lambda _: response))
    with pytest.raises(FetchError, match=reason):
        ask("word it", "passages")


def test_what_leaves_is_said_before_it_does() -> None:
    order: list[str] = []

    def respond(request: httpx.Request) -> httpx.Response:
        order.append(request.headers.get("Authorization", "no key"))
        return httpx.Response(200, json={"choices": [{"message": {"content": "[]"}}]})

    Endpoint("http://model.example/v1", "small", tell=order.append, key="k", transport=httpx.MockTransport(respond))("a", "b\nc")
    assert order == ["2 passages of the reports, 3 characters, leave this machine for model.example", "Bearer k"]


def test_a_server_that_can_not_be_reached() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    with pytest.raises(FetchError, match="the model can't be asked: refused"):
        Endpoint("http://model.example/v1", "small", tell=lambda _: None, transport=httpx.MockTransport(refuse))("a", "b")
