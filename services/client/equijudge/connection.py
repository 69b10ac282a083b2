"""What both clients hold: where the service is, the key, the retry policy, and how a call ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any, TypeVar

import httpx

from equijudge import http_calls
from equijudge.embedded.datadir import DataDir
from equijudge.errors import BadArgument, Unreachable
from equijudge.retry import Outcome, Retry
from equijudge.settings import load_settings
from equijudge_core.judging.row_reader import quote

T = TypeVar("T")
WaitHook = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class Connection:
    """One service. `on_wait` is told of every wait: seconds, and the reason in words."""

    url: str
    api_key: str | None = field(repr=False)
    retry: Retry
    on_wait: WaitHook | None

    @classmethod
    def find(cls, url: str | None, api_key: str | None, retry: Retry | None, on_wait: WaitHook | None) -> Connection:
        """Find the service that is meant: what is given, else the environment's, else the embedded judge."""
        settings = load_settings()
        retry = retry or Retry(total_s=settings.retry_total_s)
        if url is not None and not isinstance(url, str):
            raise BadArgument(f"url: must be a text, not {type(url).__name__}")
        url = url or settings.url
        if url is not None:
            return cls(_check_url(url), _check_key(_check_key(api_key) or settings.api_key), retry, on_wait)
        instance = DataDir(settings.data_path()).running()
        if instance is None:
            raise BadArgument("no service: pass url=, set EQUIJUDGE_URL, or start one with `equijudge up`")
        return cls(instance.url, _check_key(api_key) or instance.api_key, retry, on_wait)

    def arguments(self) -> dict[str, Any]:
        """The keyword arguments of httpx's clients."""
        headers = {"user-agent": f"equijudge/{version('equijudge')}"}
        if self.api_key:
            headers["authorization"] = f"Bearer {self.api_key}"
        return {"base_url": self.url, "headers": headers}

    def tell(self, delay_s: float, outcome: Outcome) -> None:
        """Report a wait to whoever asked for it."""
        if self.on_wait is not None:
            self.on_wait(delay_s, f"{self.url}: {_describe_outcome(outcome)}")

    def answer(self, call: http_calls.Call[T], outcome: Outcome) -> T:
        """Parse the answer; raises the error that the outcome stands for."""
        if isinstance(outcome, httpx.TransportError):
            reason = _describe_outcome(outcome)
            raise Unreachable(f"{call.method} {self.url}/{call.path}: {reason}") from outcome
        if outcome.status_code not in call.accepted:
            http_calls.raise_for_status(outcome)
        return call.parse(outcome)


def _describe_outcome(outcome: Outcome) -> str:
    if isinstance(outcome, httpx.Response):
        return f"HTTP {outcome.status_code} {outcome.reason_phrase}".strip()
    return str(outcome) or type(outcome).__name__


def _check_key(api_key: str | None) -> str | None:
    if api_key is not None and (not isinstance(api_key, str) or not all("!" <= each <= "~" for each in api_key)):
        raise BadArgument("api_key: must be a text of visible ASCII characters")  # the key itself is nobody's business
    return api_key


def _check_url(url: str) -> str:
    try:
        scheme, host = httpx.URL(url).scheme, httpx.URL(url).host
    except (httpx.InvalidURL, UnicodeError) as error:
        raise BadArgument(f"url {quote(url)}: {error}") from error
    if scheme not in ("http", "https") or not host:
        raise BadArgument(f"url {url!r}: expected http://host:port or https://host")
    return url.rstrip("/")
