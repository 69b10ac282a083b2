"""Check request bodies as they stream in: content type, size, time, gzip, and how much all of them hold at once.

Neither a false Content-Length nor none helps, and a compressed body is measured before and after. No body is held
twice.

A body is in flight from its first byte, decompressed, until its route has made of it what the queue stores. What was
announced counts at once, so that of bodies that do not fit together the first ones get through whole. BodyLimit sees to
it that none takes for ever. Starlette's RequestBodyLimitMiddleware would not do: it bounds no time, answers in plain
text, and cannot be had twice, before and behind Gunzip.

A route gets its body as bytes (RawBody). FastAPI would parse and check it on the event loop, where 60 MiB of JSON stop
everybody for seconds, and a thread does not help: json.loads and pydantic hold the interpreter's lock all the while.
Large ones are parsed in another process (planning/parser_pool.py).
"""

from __future__ import annotations

import asyncio
import zlib
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast, get_args

from fastapi import Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from equijudge_api.http.auth import ANYBODY, Principal
from equijudge_api.http.problem_details import Refusal
from equijudge_core.contracts.errors import FieldError

PIECE_BYTES = 1 << 18  # of a decompressed body, at a time
CLOSE_CONNECTION = {"Connection": "close"}
RETRY_S = 2  # a large body takes about so long
WITH_BODY = ("POST", "PUT", "PATCH")
M = TypeVar("M", bound=BaseModel)


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

        async def receive_within_limit() -> Message:
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

        if content_length(scope) > self._most:
            await self._too_large().response()(scope, receive, send)
        else:
            await run_with_body(self._app, receive_within_limit, scope, receive, send)

    def _too_large(self) -> Refusal:
        error = FieldError(field="body", problem="is too large", limit=f"at most {self._most} bytes")
        return Refusal(413, "the request's body is too large", [error], CLOSE_CONNECTION)

    def _too_slow(self) -> Refusal:
        error = FieldError(field="body", problem="came too slowly", limit=f"whole within {self._within_s:g} s")
        return Refusal(408, "the request's body did not come in time", [error], CLOSE_CONNECTION)


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
                await run_with_body(self._app, gunzip(receive), plain, receive, send)
            case _:
                error = FieldError(field="Content-Encoding", problem="is not understood", limit="gzip or identity")
                unknown = Refusal(415, "send the body as it is, or as gzip", [error], {"Accept-Encoding": "gzip"})
                await unknown.response()(scope, receive, send)


def gunzip(receive: Receive) -> Receive:
    """Wrap `receive` to decompress. The result raises Refusal (400) for what is not exactly one gzip member."""
    unzip = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    data, more, ended = b"", True, False

    async def take() -> Message:
        nonlocal data, more, ended
        while not unzip.eof:
            try:
                piece = unzip.decompress(data, PIECE_BYTES)
            except zlib.error as error:
                raise gzip_refusal("is not valid gzip") from error
            data = unzip.unconsumed_tail
            if piece:
                await asyncio.sleep(0)  # others are served between two pieces
                return {"type": "http.request", "body": piece, "more_body": True}
            if not more and not unzip.eof:
                raise gzip_refusal("is gzip that breaks off")
            if not unzip.eof:
                message = await receive()
                if message["type"] != "http.request":
                    return message
                data, more = data + message.get("body", b""), message.get("more_body", False)
        if unzip.unused_data:
            raise gzip_refusal("goes on after the end of its gzip data")
        if more:
            message = await receive()
            more = message.get("more_body", False)
            if message.get("body"):
                raise gzip_refusal("goes on after the end of its gzip data")
            return message
        if ended:
            return await receive()
        ended = True
        return {"type": "http.request", "body": b"", "more_body": False}

    return take


def gzip_refusal(problem: str) -> Refusal:
    """400 for a body that is not what its Content-Encoding says."""
    return Refusal(
        400, "the request's body cannot be decompressed", [FieldError(field="body", problem=problem)], CLOSE_CONNECTION
    )


async def run_with_body(
    app: ASGIApp, take: Callable[[], Awaitable[Message]], scope: Scope, receive: Receive, send: Send
) -> None:
    """Run the application on the body that `take` gives. A Refusal that `take` raises is the answer, whatever the
    application makes of a body that broke off, unless it has answered before."""
    failure: Refusal | None = None
    answered = False

    async def receive_or_note() -> Message:
        nonlocal failure
        try:
            return await take()
        except Refusal as refusal:
            failure = refusal
            raise

    async def send_unless_failed(message: Message) -> None:
        nonlocal answered
        if failure is None:
            answered = True
            await send(message)

    with suppress(Refusal):
        await app(scope, receive_or_note, send_unless_failed)
    if failure is not None and not answered:
        await failure.response()(scope, receive, send)


def content_length(scope: Scope) -> int:
    """The body's Content-Length, 0 without one."""
    values = [value for name, value in scope["headers"] if name == b"content-length"]
    return int(values[0]) if values and values[0].isdigit() else 0


class RequireJson:
    """ASGI middleware: 415 for a request with a body that is not said to be JSON."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http" or scope["method"] not in WITH_BODY or is_json(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        error = FieldError(field="Content-Type", problem="is not JSON", limit="application/json")
        refusal = Refusal(415, "send JSON, with the header Content-Type: application/json", [error])
        await refusal.response()(scope, receive, send)


def is_json(headers: Headers) -> bool:
    """Whether the body's media type is application/json or ends in +json."""
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    return media_type == "application/json" or (media_type.startswith("application/") and media_type.endswith("+json"))


@dataclass(frozen=True)
class InFlightLimits:
    """How many bodies and bytes may be in flight. A body that is alone may be as large as a body may be."""

    bodies: int
    bytes: int


class InFlight:
    """Count bodies and bytes in flight, per key and in all. One per application."""

    def __init__(self, each_key: InFlightLimits, all_keys: InFlightLimits) -> None:
        self._each, self._all = each_key, all_keys
        self.bodies: Counter[str] = Counter()
        self.bytes: Counter[str] = Counter()

    def enter(self, key: str) -> InFlightBody:
        """Count one body more. Raise Refusal (429)."""
        for bound, now, whose in self._bounds(self.bodies, key):
            if now + 1 > bound.bodies:
                raise too_many_bodies(f"{now} bodies are on their way {whose}", f"at most {bound.bodies} at once")
        self.bodies[key] += 1
        return InFlightBody(self, key)

    def add(self, held: InFlightBody, size: int) -> None:
        """Count so many bytes more of a body. Raise Refusal (429)."""
        for bound, now, whose in self._bounds(self.bytes, held.key):
            if now > held.bytes and now + size > bound.bytes:
                fault = f"{now} bytes of bodies are on their way {whose}, and {size} more would be"
                raise too_many_bodies(fault, f"at most {bound.bytes} bytes at once")
        held.bytes += size
        self.bytes[held.key] += size

    def leave(self, held: InFlightBody) -> None:
        """Count a body no longer."""
        self.bodies[held.key] -= 1
        self.bytes[held.key] -= held.bytes
        for counter in (self.bodies, self.bytes):
            if not counter[held.key]:
                del counter[held.key]

    def _bounds(self, counter: Counter[str], key: str) -> list[tuple[InFlightLimits, int, str]]:
        return [(self._each, counter[key], "with this key"), (self._all, counter.total(), "in all")]


class InFlightBody:
    """One body's share; `release` may be called again."""

    def __init__(self, flight: InFlight, key: str) -> None:
        self.key, self.bytes = key, 0
        self._flight: InFlight | None = flight

    def add(self, size: int) -> None:
        """Count bytes that have come. Raise Refusal (429)."""
        if self._flight is not None:
            self._flight.add(self, size)

    def release(self) -> None:
        """Count the body no longer."""
        flight, self._flight = self._flight, None
        if flight is not None:
            flight.leave(self)


class LimitInFlight:
    """ASGI middleware behind Gunzip: 429 beyond the limits. Puts the InFlightBody into the request's state as
    `body_held`."""

    def __init__(self, app: ASGIApp, flight: InFlight) -> None:
        self._app, self._flight = app, flight

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http" or scope["method"] not in WITH_BODY:
            await self._app(scope, receive, send)
            return
        expected, taken = content_length(scope), 0
        state = scope.setdefault("state", {})
        try:
            held = self._flight.enter((cast("Principal | None", state.get("principal")) or ANYBODY).key_id)
        except Refusal as refusal:
            await refusal.response()(scope, receive, send)
            return

        async def receive_counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            held.add(max(0, taken - held.bytes))
            return message

        state["body_held"] = held
        try:
            held.add(expected)
        except Refusal as refusal:
            held.release()
            await refusal.response()(scope, receive, send)
            return
        try:
            await run_with_body(self._app, receive_counted, scope, receive, send)
        finally:
            held.release()


def too_many_bodies(fault: str, limit: str) -> Refusal:
    """429: come again when others are through."""
    error = FieldError(field="body", problem=fault, limit=limit)
    headers = {"Retry-After": str(RETRY_S), "Connection": "close"}
    return Refusal(429, "too many bodies are on their way; nothing was accepted", [error], headers)


class RawBody(Generic[M]):
    """A body that is to become an M. For the documentation it is one."""

    def __init__(self, data: bytes | bytearray) -> None:
        self._data: bytes | bytearray | None = data

    def __len__(self) -> int:
        return len(self._data or b"")

    def take(self) -> bytes | bytearray:
        """Return the bytes and forget them: a request that waits for results holds no body. Works once."""
        data, self._data = self._data, None
        if data is None:
            raise RuntimeError("this body was taken before")
        return data

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        (model,) = get_args(source)
        return core_schema.json_or_python_schema(handler(model), core_schema.is_instance_schema(cls))


class RawBodyRequest(Request):
    """A request whose body is not parsed and not kept twice."""

    _unread: RawBody[Any] | None = None

    async def body(self) -> RawBody[Any]:  # type: ignore[override]  # FastAPI only asks whether it is empty
        """Read the whole body."""
        if self._unread is None:
            data = bytearray()
            async for piece in self.stream():
                data += piece
            self._unread = RawBody(data)
        return self._unread

    async def json(self) -> RawBody[Any]:
        """Read the whole body; the route has it parsed."""
        return await self.body()


class RawBodyRoute(APIRoute):
    """A route whose body is declared as an RawBody."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """See APIRoute."""
        handle = super().get_route_handler()

        async def unread(request: Request) -> Response:
            return await handle(RawBodyRequest(request.scope, request.receive))

        return unread
