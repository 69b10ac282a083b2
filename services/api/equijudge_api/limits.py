"""The limit on a request's body, counted as it streams in: neither a false Content-Length nor none helps."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from equijudge_api.errors import answer
from equijudge_core.contracts import FieldError


class BodyTooLarge(Exception):
    """More bytes than allowed have come in."""


class BodyLimit:
    """ASGI middleware: 413 for a body over `most` bytes; at most that much is ever held."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app, self._most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        taken, answered = 0, False

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._most:
                raise BodyTooLarge
            return message

        async def noted(message: Message) -> None:
            nonlocal answered
            answered = True
            await send(message)

        try:
            if self._announced(scope) > self._most:
                raise BodyTooLarge
            await self._app(scope, counted, noted)
        except BodyTooLarge:
            if answered:
                raise
            await self._refuse(scope, receive, send)

    def _announced(self, scope: Scope) -> int:
        values = [value for name, value in scope["headers"] if name == b"content-length"]
        return int(values[0]) if values and values[0].isdigit() else 0

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        error = FieldError(field="body", problem="is too large", limit=f"at most {self._most} bytes")
        response = answer(413, "the request's body is too large", [error], {"Connection": "close"})
        await response(scope, receive, send)
