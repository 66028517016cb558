"""An OpenAI-compatible endpoint: asks a model, and says beforehand what leaves the machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ...errors import FetchError
from ...version import __version__

if TYPE_CHECKING:
    import httpx

_PATH = "/chat/completions"
_TIMEOUT = 120.0
"""Seconds for an answer; a small model on a laptop takes one or two minutes for a brief."""
_MAX_BYTES = 2_000_000
"""Bytes of an answer; a brief has some ten thousand."""


class Endpoint:
    """A model at a URL ("http://localhost:8080/v1"); called with instructions and passages, it gives the model's answer.

    ``tell`` is called once, before anything is sent, with a sentence on what leaves the machine and to which host. ``key`` is sent as a
    bearer token. ``transport`` is there for tests; no proxy and no credential is taken from the environment, no redirect is followed.
    """

    def __init__(
        self, url: str, model: str, *, tell: Callable[[str], None], key: str | None = None, transport: httpx.BaseTransport | None = None
    ) -> None:
        import httpx

        try:
            target = httpx.URL(url)
        except (httpx.InvalidURL, ValueError) as error:
            raise FetchError(url, f"it is no valid URL: {error}") from None
        if target.scheme not in {"http", "https"} or not target.host:
            raise FetchError(url, "a model is asked at an http or https address, such as http://localhost:8080/v1")
        self.url = url if url.rstrip("/").endswith(_PATH) else url.rstrip("/") + _PATH
        self.host = target.host
        self._model, self._tell, self._key, self._transport = model, tell, key, transport

    def __call__(self, instructions: str, passages: str) -> str:
        """The model's answer; raises ``FetchError`` where there is none."""
        import httpx

        count = len(passages.splitlines())
        self._tell(f"{count} passages of the reports, {len(passages):,} characters, leave this machine for {self.host}")
        messages = [{"role": "system", "content": instructions}, {"role": "user", "content": passages}]
        headers = {"User-Agent": f"Retold/{__version__}", **({"Authorization": f"Bearer {self._key}"} if self._key else {})}
        body = {"model": self._model, "messages": messages, "temperature": 0}
        try:
            with httpx.Client(transport=self._transport, trust_env=False, follow_redirects=False, timeout=_TIMEOUT) as client:
                response = client.post(self.url, json=body, headers=headers)
        except httpx.TimeoutException:
            raise FetchError(self.url, f"the model did not answer in {_TIMEOUT:g} seconds") from None
        except (httpx.HTTPError, OSError) as error:
            raise FetchError(self.url, f"the model can't be asked: {error or type(error).__name__}") from None
        if response.status_code != httpx.codes.OK:
            raise FetchError(self.url, f"the model's server answers {response.status_code} {response.reason_phrase}".rstrip())
        if len(response.content) > _MAX_BYTES:
            raise FetchError(self.url, f"the answer is larger than {_MAX_BYTES:,} bytes")
        return _content(self.url, response)


def _content(url: str, response: httpx.Response) -> str:
    try:
        found: Any = response.json()["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError):
        found = None
    if not isinstance(found, str):
        raise FetchError(url, "its answer is not that of an OpenAI-compatible endpoint (no choices[0].message.content)")
    return found
