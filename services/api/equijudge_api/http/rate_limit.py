"""Bound what one key asks: how often, and how many requests it has open. 429 before a byte of the body is read."""

from __future__ import annotations

import logging
import math
from collections import Counter
from typing import cast

from redis.exceptions import RedisError
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from equijudge_api.http.auth import DROP_INS, Principal, is_open
from equijudge_api.http.problem_details import Refusal
from equijudge_api.queue.admission import RateExceeded, Rates
from equijudge_api.queue.jobs import JobQueue
from equijudge_api.settings import Settings
from equijudge_core.contracts.errors import FieldError

log = logging.getLogger(__name__)
RETRY_S = 2  # a request that others of the key wait behind takes about so long


class RateLimit:
    """ASGI middleware behind Authentication: 429 for a key that asks too often. What is_open is free.

    So are the drop-ins: their clients send every test of a program as a request of its own, and take 429 for a failure.
    What they send counts among the key's candidates, and how many of them are open at once among its requests.

    While Redis is away it lets everything through: every route needs Redis itself and answers 503.
    """

    def __init__(self, app: ASGIApp, queue: JobQueue, settings: Settings) -> None:
        self._app, self._queue, self._settings = app, queue, settings
        self._uncounted = DROP_INS if settings.drop_ins == "on" else ()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if (
            scope["type"] != "http"
            or is_open(scope)
            or (scope["method"] == "POST" and scope["path"].startswith(self._uncounted))
        ):
            await self._app(scope, receive, send)
            return
        refused = await self._refusal(cast(Principal, scope["state"]["principal"]))
        await (refused or self._app)(scope, receive, send)

    async def _refusal(self, principal: Principal) -> Response | None:
        try:
            await self._queue.take_request(principal.key_id)
        except RateExceeded as error:
            return too_many_requests(error, self._settings).response()
        except RedisError as error:
            log.warning("requests are not counted, Redis is away: %s", error)
        return None


def rates_from_settings(settings: Settings) -> Rates:
    """The settings as rates a second. A request of the greatest size is let in some time."""
    return Rates(
        requests_per_s=settings.requests_per_s,
        request_burst=settings.request_burst,
        candidates_per_s=settings.candidates_per_minute / 60,
        candidate_burst=settings.candidates_per_minute,
    )


def too_many_requests(error: RateExceeded, settings: Settings) -> Refusal:
    """429 for a key that asks too often."""
    limit = f"{settings.requests_per_s:g} a second, {settings.request_burst} at once"
    return _too_many("requests", error, limit)


def too_many_candidates(error: RateExceeded, settings: Settings) -> Refusal:
    """429 for a key that has sent too many candidates."""
    return _too_many("candidates", error, f"{settings.candidates_per_minute} a minute")


def _too_many(what: str, error: RateExceeded, limit: str) -> Refusal:
    fault = FieldError(field="Authorization", problem=f"too many {what} with this key", limit=limit)
    headers = {"Retry-After": str(math.ceil(error.wait_s))}
    return Refusal(429, f"this key has sent too many {what}; nothing was accepted", [fault], headers)


class OpenRequests:
    """ASGI middleware behind Authentication: no key has more than `most` requests open at once, streams of results and
    events and whoever waits among them, so that none has all the connections. Beyond it 429; what is_open is free."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app, self._most = app, most
        self.open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http" or is_open(scope):
            await self._app(scope, receive, send)
            return
        key = cast(Principal, scope["state"]["principal"]).key_id
        if self.open[key] >= self._most:
            error = FieldError(
                field="Authorization",
                problem=f"{self.open[key]} requests with this key are open",
                limit=f"at most {self._most} at once",
            )
            refusal = Refusal(429, "this key has too many requests open", [error], {"Retry-After": str(RETRY_S)})
            await refusal.response()(scope, receive, send)
            return
        self.open[key] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self.open[key] -= 1
            if not self.open[key]:
                del self.open[key]
