"""Give every request an id: the caller's X-Request-ID or a new one. It is in the answer, in every line logged on the
way, and goes with the job to the workers."""

from __future__ import annotations

import asyncio
import logging
import time

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from equijudge_api.http.auth import is_open
from equijudge_api.http.problem_details import problem_response
from equijudge_api.shutdown import RETRY_S, Shutdown, StreamCut
from equijudge_core.logs import choose_request_id, log_context

log = logging.getLogger(__name__)
HEADER = "X-Request-ID"
POLLED_PATHS = frozenset({"/metrics", "/stats"})  # machines ask for these all the time, as for what is open


class RequestId:
    """ASGI middleware, outermost. The id is `request_id` in the request's state.

    Outermost, it also has the last word for a request that is ended by a fault, or by the end of the service.
    """

    def __init__(self, app: ASGIApp, shutdown: Shutdown) -> None:
        self._app, self._shutdown = app, shutdown

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        name = choose_request_id(Headers(scope=scope).get(HEADER, ""))
        scope.setdefault("state", {})["request_id"] = name
        began, status = time.monotonic(), 0  # 0: nothing was answered

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = name
            await send(message)

        with log_context(request=name):
            try:
                await self._app(scope, receive, send_with_id)
            except StreamCut:
                log.info("a stream is broken off: the service goes down")
            except asyncio.CancelledError:
                if status or not self._shutdown.has_begun:
                    raise
                await shutdown_response()(scope, receive, send_with_id)
            except Exception:
                log.exception("a fault of the service")
                if status:
                    raise
                await problem_response(500, "a fault of the service, written to its log")(scope, receive, send_with_id)
            finally:
                self._log(scope, status, time.monotonic() - began)

    def _log(self, scope: Scope, status: int, took_s: float) -> None:
        """Log the route's pattern, not the path, which a stranger may fill with anything."""
        route = getattr(scope.get("route"), "path", "(no route)")
        level = logging.DEBUG if status < 500 and (is_open(scope) or scope["path"] in POLLED_PATHS) else logging.INFO
        log.log(level, "%s %s %d %.3f s", scope["method"], route, status, took_s)


def shutdown_response() -> Response:
    """503 for a request that the end of the service cut short. Whether it was accepted is for its key to tell."""
    detail = "the service goes down; ask again, a job that was accepted is found by its Idempotency-Key"
    return problem_response(503, detail, headers={"Retry-After": str(RETRY_S)})
