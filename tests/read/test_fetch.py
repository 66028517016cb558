"""URLs: limits, addresses, robots.txt; no network is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx
import pytest

from retold.errors import FetchError
from retold.read.fetch import USER_AGENT, HttpFetcher
from retold.settings import ReadSettings
from retold.version import __version__

OPEN = "93.184.215.14"
Answer = Callable[[httpx.Request], httpx.Response]


def fetcher(
    answers: dict[str, httpx.Response | Answer], *, settings: ReadSettings | None = None, hosts: dict[str, list[str]] | None = None, **more
) -> HttpFetcher:  # type: ignore[no-untyped-def]
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        found = answers.get(request.url.path, httpx.Response(404))
        return found if isinstance(found, httpx.Response) else found(request)

    def resolve(host: str, port: int) -> list[str]:
        if hosts is None:
            return [OPEN]
        if host not in hosts:
            raise OSError(f"no such host on port {port}")
        return hosts[host]

    fetch = HttpFetcher(settings or ReadSettings(), transport=httpx.MockTransport(answer), resolve=resolve, **more)
    fetch.seen = seen  # type: ignore[attr-defined]
    return fetch


def page(text: str = "hello", **headers: str) -> httpx.Response:
    return httpx.Response(200, headers={"content-type": "text/html; charset=ISO-8859-1", **headers}, text=text)


def test_a_page_comes_with_its_type_and_the_truth_about_us() -> None:
    fetch = fetcher({"/a": page()})
    got = fetch("https://quill.example/a#top")
    assert (got.url, got.content_type, got.charset, got.content) == ("https://quill.example/a#top", "text/html", "iso-8859-1", b"hello")
    request = fetch.seen[-1]  # type: ignore[attr-defined]
    assert request.headers["user-agent"] == USER_AGENT
    assert __version__ in USER_AGENT
    assert request.headers["host"] == "quill.example"


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    fetch = fetcher({"/a": page()})
    fetch("https://quill.example:8443/a")
    for request in fetch.seen:  # type: ignore[attr-defined]
        assert request.url.host == OPEN
        assert request.url.port == 8443
        assert request.headers["host"] == "quill.example:8443"
        assert request.extensions["sni_hostname"] == "quill.example"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_addresses_that_are_not_of_the_open_internet_are_refused(address: str) -> None:
    fetch = fetcher({"/": page()}, hosts={"quill.example": [address]})
    with pytest.raises(FetchError, match="private"):
        fetch("http://quill.example/")
    assert fetch.seen == []  # type: ignore[attr-defined]
    mixed = fetcher({"/": page()}, hosts={"quill.example": [OPEN, address]})
    with pytest.raises(FetchError, match="private"):
        mixed("http://quill.example/")


def test_private_addresses_are_reached_where_that_is_asked_for() -> None:
    assert fetcher({"/": page()}, hosts={"quill.example": ["127.0.0.1"]}, allow_private=True)("http://quill.example/").content == b"hello"


def test_every_hop_is_checked() -> None:
    answers: dict[str, httpx.Response | Answer] = {"/": httpx.Response(302, headers={"location": "http://inner.example/"})}
    with pytest.raises(FetchError, match=r"inner\.example is a private"):
        fetcher(answers, hosts={"quill.example": [OPEN], "inner.example": ["10.0.0.1"]})("http://quill.example/")
    for target in ("file:///etc/passwd", "ftp://quill.example/", "gopher://quill.example/"):
        with pytest.raises(FetchError, match="only http and https"):
            fetcher({"/": httpx.Response(301, headers={"location": target})})("http://quill.example/")


def test_redirects_are_followed_up_to_the_limit() -> None:
    answers: dict[str, httpx.Response | Answer] = {f"/{n}": httpx.Response(302, headers={"location": f"/{n + 1}"}) for n in range(9)}
    answers["/3"] = page("there")
    assert fetcher(answers)("http://quill.example/0").url == "http://quill.example/3"
    answers["/3"] = httpx.Response(302, headers={"location": "/0"})
    with pytest.raises(FetchError, match="redirects more than 5 times"):
        fetcher(answers)("http://quill.example/0")


def test_robots_txt_is_respected_on_every_hop() -> None:
    rules = "User-agent: Retold\nDisallow: /closed\n\nUser-agent: *\nDisallow: /\n"
    answers: dict[str, httpx.Response | Answer] = {"/robots.txt": httpx.Response(200, text=rules), "/open": page(), "/closed": page()}
    fetch = fetcher(answers)
    assert fetch("http://quill.example/open").content == b"hello"
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetch("http://quill.example/closed")
    answers["/open"] = httpx.Response(302, headers={"location": "/closed"})
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetch("http://quill.example/open")
    assert [request.url.path for request in fetch.seen].count("/robots.txt") == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (503, False)])
def test_missing_rules_allow_and_failing_ones_forbid(status: int, allowed: bool) -> None:
    fetch = fetcher({"/robots.txt": httpx.Response(status), "/": page()})
    if allowed:
        assert fetch("http://quill.example/").content == b"hello"
    else:
        with pytest.raises(FetchError, match=r"robots\.txt"):
            fetch("http://quill.example/")


def test_too_large_a_page_is_cut_off_early() -> None:
    sent = 0

    class Endless(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            nonlocal sent
            while True:
                sent += 1
                yield b"x" * 65_536

    with pytest.raises(FetchError, match="larger than 100,000 bytes"):
        fetcher({"/": lambda _: httpx.Response(200, stream=Endless())}, settings=ReadSettings(max_bytes=100_000))("http://quill.example/")
    assert sent < 10


def test_a_slow_page_is_given_up() -> None:
    ticks = iter(range(0, 1000, 4))
    with pytest.raises(FetchError, match="longer than 15 seconds"):
        fetcher({"/": page()}, clock=lambda: float(next(ticks)))("http://quill.example/")


@pytest.mark.parametrize(
    ("error", "says"),
    [(httpx.ReadTimeout("slow"), "in time"), (httpx.ConnectError("refused"), "refused"), (OSError("cable cut"), "cable cut")],
)
def test_failures_of_the_network_have_a_reason(error: Exception, says: str) -> None:
    def fail(_: httpx.Request) -> httpx.Response:
        raise error

    with pytest.raises(FetchError, match=says) as caught:
        fetcher({"/": fail})("http://quill.example/")
    assert caught.value.input == "http://quill.example/"


@pytest.mark.parametrize("status", [401, 404, 410, 451, 500, 204])
def test_other_answers_than_200_are_told(status: int) -> None:
    with pytest.raises(FetchError, match=str(status)):
        fetcher({"/": httpx.Response(status)})("http://quill.example/")


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http://[",
        "http://[::1",
        "http://exa mple/",
        "http://a:b:c/",
        "javascript:alert(1)",
        "http://unknown.example/",
        "http://\udcff/",
    ],
)
def test_what_is_no_reachable_url_is_refused(url: str) -> None:
    with pytest.raises(FetchError):
        fetcher({}, hosts={})(url)
