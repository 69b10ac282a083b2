"""The limit on a request's body, counted as it streams in: neither a false Content-Length nor none helps."""

from __future__ import annotations

from contextlib import suppress

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
        taken, exceeded, answered = 0, self._announced(scope) > self._most, False

        async def counted() -> Message:
            nonlocal taken, exceeded
            message = await receive()
            taken += len(message.get("body", b""))
            exceeded = exceeded or taken > self._most
            if exceeded:
                raise BodyTooLarge
            return message

        async def noted(message: Message) -> None:
            nonlocal answered
            if not exceeded:  # whatever the application makes of a body that broke off, it is not the answer
                answered = True
                await send(message)

        if not exceeded:
            with suppress(BodyTooLarge):
                await self._app(scope, counted, noted)
        if exceeded and not answered:
            await self._refuse(scope, receive, send)

    def _announced(self, scope: Scope) -> int:
        values = [value for name, value in scope["headers"] if name == b"content-length"]
        return int(values[0]) if values and values[0].isdigit() else 0

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        error = FieldError(field="body", problem="is too large", limit=f"at most {self._most} bytes")
        response = answer(413, "the request's body is too large", [error], {"Connection": "close"})
        await response(scope, receive, send)
