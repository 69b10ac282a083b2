"""Request bodies, as they stream in: bounded in size and time, decompressed, never held twice.

Neither a false Content-Length nor none helps, and a compressed body is measured before and after.
"""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Awaitable, Callable
from contextlib import suppress

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from equijudge_api.http.problem_details import Refusal, answer
from equijudge_core.contracts.errors import FieldError

PIECE_BYTES = 1 << 18  # of a decompressed body, at a time
CLOSE = {"Connection": "close"}


class BodyLimit:
    """ASGI middleware: 413 for a body over `most` bytes, 408 for one that is not whole after `within_s` seconds."""

    def __init__(self, app: ASGIApp, most: int, within_s: float | None = None) -> None:
        self._app, self._most, self._within_s = app, most, within_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        taken, more = 0, True
        loop = asyncio.get_running_loop()
        until = None if self._within_s is None else loop.time() + self._within_s

        async def counted() -> Message:
            nonlocal taken, more
            try:
                async with asyncio.timeout_at(until if more else None):
                    message = await receive()
            except TimeoutError:
                raise self._too_slow() from None
            taken += len(message.get("body", b""))
            more = message.get("more_body", False)
            if taken > self._most:
                raise self._too_large()
            return message

        if announced(scope) > self._most:
            await refuse(self._too_large(), scope, receive, send)
        else:
            await with_body(self._app, counted, scope, receive, send)

    def _too_large(self) -> Refusal:
        error = FieldError(field="body", problem="is too large", limit=f"at most {self._most} bytes")
        return Refusal(413, "the request's body is too large", [error], CLOSE)

    def _too_slow(self) -> Refusal:
        error = FieldError(field="body", problem="came too slowly", limit=f"whole within {self._within_s:g} s")
        return Refusal(408, "the request's body did not come in time", [error], CLOSE)


class Gunzip:
    """ASGI middleware: takes `Content-Encoding: gzip` off a body; 415 for another one, 400 for what is no gzip.

    At most PIECE_BYTES are decompressed at a time; how many in all is for the BodyLimit behind it to say.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        encoding = Headers(scope=scope).get("content-encoding", "identity") if scope["type"] == "http" else "identity"
        match encoding.strip().lower():
            case "identity" | "":
                await self._app(scope, receive, send)
            case "gzip" | "x-gzip":
                headers = [each for each in scope["headers"] if each[0] not in (b"content-encoding", b"content-length")]
                plain = {**scope, "headers": headers}
                await with_body(self._app, inflated(receive), plain, receive, send)
            case _:
                error = FieldError(field="Content-Encoding", problem="is not understood", limit="gzip or identity")
                unknown = Refusal(415, "send the body as it is, or as gzip", [error], {"Accept-Encoding": "gzip"})
                await refuse(unknown, scope, receive, send)


def inflated(receive: Receive) -> Receive:
    """`receive` of the decompressed body. Raises Refusal (400) for what is not exactly one gzip member."""
    unzip = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    data, more, ended = b"", True, False

    async def take() -> Message:
        nonlocal data, more, ended
        while not unzip.eof:
            try:
                piece = unzip.decompress(data, PIECE_BYTES)
            except zlib.error as error:
                raise no_gzip("is not valid gzip") from error
            data = unzip.unconsumed_tail
            if piece:
                await asyncio.sleep(0)  # others are served between two pieces
                return {"type": "http.request", "body": piece, "more_body": True}
            if not more and not unzip.eof:
                raise no_gzip("is gzip that breaks off")
            if not unzip.eof:
                message = await receive()
                if message["type"] != "http.request":
                    return message
                data, more = data + message.get("body", b""), message.get("more_body", False)
        if unzip.unused_data:
            raise no_gzip("goes on after the end of its gzip data")
        if more:
            message = await receive()
            more = message.get("more_body", False)
            if message.get("body"):
                raise no_gzip("goes on after the end of its gzip data")
            return message
        if ended:
            return await receive()
        ended = True
        return {"type": "http.request", "body": b"", "more_body": False}

    return take


def no_gzip(problem: str) -> Refusal:
    """400 for a body that is not what its Content-Encoding says."""
    return Refusal(400, "the request's body cannot be decompressed", [FieldError(field="body", problem=problem)], CLOSE)


async def with_body(
    app: ASGIApp, take: Callable[[], Awaitable[Message]], scope: Scope, receive: Receive, send: Send
) -> None:
    """Run the application on another body. A Refusal that `take` raises is the answer, whatever the application
    makes of a body that broke off, unless it has answered before."""
    failure: Refusal | None = None
    answered = False

    async def taken() -> Message:
        nonlocal failure
        try:
            return await take()
        except Refusal as refusal:
            failure = refusal
            raise

    async def noted(message: Message) -> None:
        nonlocal answered
        if failure is None:
            answered = True
            await send(message)

    with suppress(Refusal):
        await app(scope, taken, noted)
    if failure is not None and not answered:
        await refuse(failure, scope, receive, send)


async def refuse(refusal: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with it."""
    response = answer(refusal.status, refusal.detail, refusal.errors, refusal.headers)
    await response(scope, receive, send)


def announced(scope: Scope) -> int:
    """The body's Content-Length, 0 without one."""
    values = [value for name, value in scope["headers"] if name == b"content-length"]
    return int(values[0]) if values and values[0].isdigit() else 0
