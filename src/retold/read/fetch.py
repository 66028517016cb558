"""URLs: fetched politely, in limits of time, size and redirects, and never from a private address unless that is asked for.

Every hop is checked anew: scheme, address, robots.txt (RFC 9309). A host name is resolved once, all its addresses are
checked, and the connection goes to the address that was checked, so that a second answer of the DNS can't lead elsewhere.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from ..errors import FetchError
from ..records import Record
from ..settings import ReadSettings
from ..version import __version__

if TYPE_CHECKING:
    from urllib.robotparser import RobotFileParser

    import httpx

AGENT = "Retold"
USER_AGENT = f"{AGENT}/{__version__} (reads single news pages for a person; respects robots.txt)"
_ROBOTS_BYTES = 512_000  # RFC 9309 asks crawlers to read at least 500 KiB

Resolver = Callable[[str, int], Sequence[str]]
"""``(host, port)`` → IP addresses; raises ``OSError`` where there is none."""


class Response(Record, frozen=True, kw_only=True):
    """What a URL gave."""

    url: str
    """Final URL, after redirects."""
    content_type: str = ""
    """Media type in lower case without parameters ("text/html"); empty: not told."""
    charset: str | None = None
    """Encoding that the header declares."""
    content: bytes


class Fetcher(Protocol):
    """Fetches a URL; raises ``FetchError`` with the reason where it can't."""

    def __call__(self, url: str) -> Response:
        """The response after redirects."""
        ...


class HttpFetcher:
    """The built-in ``Fetcher``, on httpx.

    ``transport``, ``resolve`` and ``clock`` (seconds, monotonic) are there for tests; without them it uses the network.
    """

    def __init__(
        self,
        settings: ReadSettings,
        *,
        allow_private: bool = False,
        transport: httpx.BaseTransport | None = None,
        resolve: Resolver | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.settings = settings
        self.allow_private = allow_private
        self._transport = transport
        self._resolve = resolve or _resolve
        self._clock = clock
        self._robots: dict[str, RobotFileParser | None] = {}

    def __call__(self, url: str) -> Response:
        """Fetch ``url``; raises ``FetchError`` for a wrong scheme, a refused address, robots.txt, a limit, or a failure."""
        deadline = self._clock() + self.settings.timeout
        return self._follow(url, url, deadline, self.settings.max_bytes, robots=True)

    def _follow(self, given: str, url: str, deadline: float, limit: int, *, robots: bool) -> Response:
        import httpx

        # No proxies or credentials from the environment: the address that was checked is the one that is reached.
        with httpx.Client(transport=self._transport, trust_env=False, follow_redirects=False) as client:
            for _ in range(self.settings.max_redirects + 1):
                address = self._checked(given, url)
                if robots and not self._allowed(given, url, deadline):
                    raise FetchError(given, "the site's robots.txt does not allow it to be fetched; save the page and give the file")
                try:
                    answer = self._get(client, given, url, address, deadline, limit)
                except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
                    raise FetchError(given, _failure(error)) from None
                if isinstance(answer, Response):
                    return answer
                url = answer
        raise FetchError(given, f"it redirects more than {self.settings.max_redirects} times")

    def _get(self, client: httpx.Client, given: str, url: str, address: str, deadline: float, limit: int) -> Response | str:
        """The response, or the URL that it redirects to."""
        import httpx

        target = httpx.URL(url)
        left = self._left(given, deadline)
        request = client.build_request(
            "GET",
            target.copy_with(host=address, fragment=None),
            headers={"Host": target.netloc.decode("ascii"), "User-Agent": USER_AGENT, "Accept": "text/html,text/plain;q=0.9,*/*;q=0.1"},
            timeout=left,
            extensions={"sni_hostname": target.raw_host.decode("ascii")},
        )
        response = client.send(request, stream=True, auth=None)
        try:
            if response.is_redirect:
                return str(target.join(response.headers["location"]))
            if response.status_code != httpx.codes.OK:
                raise FetchError(given, f"the server answers {response.status_code} {response.reason_phrase}".rstrip())
            content = bytearray()
            for chunk in response.iter_bytes(65_536):
                content += chunk
                if len(content) > limit:
                    raise FetchError(given, f"it is larger than {limit:,} bytes, the limit of the setting read.max_bytes")
                self._left(given, deadline)
            kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
            return Response(url=url, content_type=kind, charset=response.charset_encoding, content=bytes(content))
        finally:
            response.close()

    def _left(self, given: str, deadline: float) -> float:
        left = deadline - self._clock()
        if left <= 0:
            raise FetchError(given, f"it takes longer than {self.settings.timeout:g} seconds, the limit of the setting read.timeout")
        return left

    def _checked(self, given: str, url: str) -> str:
        """An address of the URL's host that may be connected to."""
        import httpx

        try:
            target = httpx.URL(url)
        except (httpx.InvalidURL, ValueError) as error:
            raise FetchError(given, f"it is no valid URL: {error}") from None
        if target.scheme not in {"http", "https"} or not target.host:
            raise FetchError(given, f"only http and https addresses are fetched, not {target.scheme or 'nothing'}:")
        try:
            addresses = [ipaddress.ip_address(address.partition("%")[0]) for address in self._resolve(target.host, target.port or 0)]
        except (OSError, UnicodeError, ValueError):
            addresses = []
        if not addresses:
            raise FetchError(given, f"the host {target.host} can't be found")
        if not self.allow_private and not all(_public(address) for address in addresses):
            raise FetchError(given, f"{target.host} is a private, loopback or reserved address; allow it with --allow-private")
        return str(addresses[0])

    def _allowed(self, given: str, url: str, deadline: float) -> bool:
        import httpx

        target = httpx.URL(url)
        site = f"{target.scheme}://{target.netloc.decode('ascii')}"
        if site not in self._robots:
            self._robots[site] = self._rules(f"{site}/robots.txt", deadline)
        rules = self._robots[site]
        self._left(given, deadline)
        return rules is None or rules.can_fetch(AGENT, url)

    def _rules(self, url: str, deadline: float) -> RobotFileParser | None:
        """The site's robots.txt; None: it has none, or it can't be had for a reason that forbids nothing (status 4xx)."""
        from urllib.robotparser import RobotFileParser

        rules = RobotFileParser()
        try:
            response = self._follow(url, url, deadline, _ROBOTS_BYTES, robots=False)
        except FetchError as error:
            if error.reason.startswith("the server answers 4"):
                return None
            rules.parse(["User-agent: *", "Disallow: /"])  # RFC 9309: unreachable means that nothing may be fetched
            return rules
        rules.parse(response.content.decode("utf-8", "replace").removeprefix("\ufeff").splitlines())
        return rules


def _resolve(host: str, port: int) -> list[str]:
    return list(dict.fromkeys(str(info[4][0]) for info in socket.getaddrinfo(host.strip("[]"), port or None, type=socket.SOCK_STREAM)))


def _public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether an address is one of the open internet, also when an IPv4 address is wrapped into an IPv6 one."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None and not _public(inner):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _failure(error: Exception) -> str:
    import httpx

    if isinstance(error, httpx.TimeoutException):
        return "the server did not answer in time (setting read.timeout)"
    return f"it can't be fetched: {error or type(error).__name__}"
