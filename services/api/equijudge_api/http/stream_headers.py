"""Ask whoever stands in between to pass streams on as they come: not to gather, keep or rewrite them."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

STREAMED = frozenset({"application/x-ndjson", "text/event-stream"})
HEADERS = {
    "X-Accel-Buffering": "no",  # nginx would hold lines back until its buffers are full, signs of life among them
    "Cache-Control": "no-store, no-transform",  # a proxy that compresses gathers too
}


class StreamHeaders:
    """ASGI middleware: HEADERS for every answer of a kind in STREAMED, whichever route gives it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").partition(";")[0].strip() in STREAMED:
                    headers.update(HEADERS)
            await send(message)

        await self._app(scope, receive, send_with_headers)
