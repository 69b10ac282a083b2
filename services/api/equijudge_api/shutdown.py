"""Shut down without losing anybody: when the service is told to stop, whoever waits is answered at once.

A job outlives the service, so a request that waits for one has an answer: 202 and the job. A stream has none: it is
broken off, never ended in order, since an end in order would read as "that was all". Whatever is still under way when
the server's patience is over is answered 503 with Retry-After (see http.request_id): the client asks again, and an
idempotency key finds what was accepted.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

import uvicorn

T = TypeVar("T")
RETRY_S = 1  # a restart takes about so long


class StreamCut(Exception):
    """A stream breaks off because the service goes down; its reader goes on elsewhere, or later."""


class Shutdown:
    """Know whether the service goes down, and end waits when it does. One per application."""

    def __init__(self) -> None:
        self._begun = asyncio.Event()

    def begin(self) -> None:
        """Wake everybody who waits."""
        self._begun.set()

    @property
    def has_begun(self) -> bool:
        """Whether nobody may wait any longer."""
        return self._begun.is_set()

    async def sleep(self, seconds: float) -> None:
        """Sleep, no longer than until the service goes down."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._begun.wait()

    async def result_or(self, work: Coroutine[Any, Any, T], otherwise: T) -> T:
        """Await `work`; return `otherwise` and cancel it as soon as the service goes down."""
        working, begun = asyncio.ensure_future(work), asyncio.ensure_future(self._begun.wait())
        try:
            await asyncio.wait({working, begun}, return_when=asyncio.FIRST_COMPLETED)
            return working.result() if working.done() else otherwise
        finally:
            for task in (working, begun):
                task.cancel()

    async def break_off(self, pieces: AsyncIterator[T]) -> AsyncIterator[T]:
        """Pass the pieces of a stream on. Raise StreamCut where they end because the service goes down."""
        async for piece in pieces:
            yield piece
        if self.has_begun:
            raise StreamCut


class ShutdownServer(uvicorn.Server):
    """uvicorn's server; begins the Shutdown before it waits for the requests that are open."""

    def __init__(self, config: uvicorn.Config, shutdown: Shutdown) -> None:
        super().__init__(config)
        self._shutdown = shutdown

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """See uvicorn."""
        self._shutdown.begin()
        await super().shutdown(sockets)
