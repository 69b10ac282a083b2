"""What is in flight, per key and in all: requests, bodies, and the bytes that bodies hold until they are parsed.

A body counts from its first byte, decompressed, until its route has made of it what the queue stores; what was
announced counts at once, so that of bodies that do not fit together the first ones get through whole. Beyond a bound
429 with Retry-After; BodyLimit sees to it that none takes for ever.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import cast

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from equijudge_api.http.auth import ANYBODY, OPEN_PATHS, Principal
from equijudge_api.http.body_limit import announced, refuse, with_body
from equijudge_api.http.content_type import WITH_BODY
from equijudge_api.http.problem_details import Refusal
from equijudge_core.contracts.errors import FieldError

RETRY_S = 2  # a large body takes about so long


@dataclass(frozen=True)
class Bounds:
    """At most so many bodies and bytes at once. A body that is alone may be as large as a body may be."""

    bodies: int
    bytes: int


class InFlight:
    """What is held now, per key and in all. One per application."""

    def __init__(self, each_key: Bounds, all_keys: Bounds) -> None:
        self._each, self._all = each_key, all_keys
        self.bodies: Counter[str] = Counter()
        self.bytes: Counter[str] = Counter()

    def enter(self, key: str) -> Held:
        """One body more. Raises Refusal (429)."""
        for bound, now, whose in self._bounds(self.bodies, key):
            if now + 1 > bound.bodies:
                raise too_much(f"{now} bodies are on their way {whose}", f"at most {bound.bodies} at once")
        self.bodies[key] += 1
        return Held(self, key)

    def add(self, held: Held, size: int) -> None:
        """So many bytes more of a body. Raises Refusal (429)."""
        for bound, now, whose in self._bounds(self.bytes, held.key):
            if now > held.bytes and now + size > bound.bytes:
                fault = f"{now} bytes of bodies are on their way {whose}, and {size} more would be"
                raise too_much(fault, f"at most {bound.bytes} bytes at once")
        held.bytes += size
        self.bytes[held.key] += size

    def leave(self, held: Held) -> None:
        """A body that is gone."""
        self.bodies[held.key] -= 1
        self.bytes[held.key] -= held.bytes
        for counter in (self.bodies, self.bytes):
            if not counter[held.key]:
                del counter[held.key]

    def _bounds(self, counter: Counter[str], key: str) -> list[tuple[Bounds, int, str]]:
        return [(self._each, counter[key], "with this key"), (self._all, counter.total(), "in all")]


class Held:
    """One body's share; `release` may be called again."""

    def __init__(self, flight: InFlight, key: str) -> None:
        self.key, self.bytes = key, 0
        self._flight: InFlight | None = flight

    def add(self, size: int) -> None:
        """So many bytes have come. Raises Refusal (429)."""
        if self._flight is not None:
            self._flight.add(self, size)

    def release(self) -> None:
        """The body is held no longer."""
        flight, self._flight = self._flight, None
        if flight is not None:
            flight.leave(self)


class BodiesInFlight:
    """ASGI middleware behind Gunzip: puts the body's Held into the request's state as `body_held`."""

    def __init__(self, app: ASGIApp, flight: InFlight) -> None:
        self._app, self._flight = app, flight

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http" or scope["method"] not in WITH_BODY:
            await self._app(scope, receive, send)
            return
        expected, taken = announced(scope), 0
        state = scope.setdefault("state", {})
        try:
            held = self._flight.enter((cast("Principal | None", state.get("principal")) or ANYBODY).key_id)
        except Refusal as refusal:
            await refuse(refusal, scope, receive, send)
            return

        async def counted() -> Message:
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
            await refuse(refusal, scope, receive, send)
            return
        try:
            await with_body(self._app, counted, scope, receive, send)
        finally:
            held.release()


class OpenRequests:
    """ASGI middleware behind Authentication: no key has more than `most` requests open at once, streams of results and
    events and whoever waits among them, so that none has all the connections. Beyond it 429; OPEN_PATHS are free."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app, self._most = app, most
        self.open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http" or scope["path"] in OPEN_PATHS:
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
            await refuse(refusal, scope, receive, send)
            return
        self.open[key] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self.open[key] -= 1
            if not self.open[key]:
                del self.open[key]


def too_much(fault: str, limit: str) -> Refusal:
    """429: come again when others are through."""
    error = FieldError(field="body", problem=fault, limit=limit)
    headers = {"Retry-After": str(RETRY_S), "Connection": "close"}
    return Refusal(429, "too many bodies are on their way; nothing was accepted", [error], headers)
