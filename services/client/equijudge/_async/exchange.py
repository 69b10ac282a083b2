"""Requests and answers: tried again, followed, and never longer than there is time.

What is asked for and what answers mean is in endpoints.py, when to try again in retry.py, how a stream of results is
read in result_stream.py.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import TypeVar

import httpx
from pydantic import TypeAdapter

from equijudge import endpoints, http_calls, run_endpoints
from equijudge.connection import Connection
from equijudge.deadline import NEVER, Deadline
from equijudge.primitives import async_sleep
from equijudge.result_stream import ResultStream
from equijudge.retry import Attempts, Outcome, Retry
from equijudge_core.contracts.runs import RunStatus

T = TypeVar("T")


class AsyncExchange:
    """The connections to one service."""

    def __init__(self, connection: Connection, transport: httpx.AsyncBaseTransport | None) -> None:
        self._connection = connection
        self._http = httpx.AsyncClient(**connection.arguments(), transport=transport)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def call(
        self, call: http_calls.Call[T], deadline: Deadline = NEVER, retry: Retry | None = None, *, quiet: bool = False
    ) -> T:
        """Send a request and return its answer, after as many attempts as `retry` (default: the client's) has. Raises
        DeadlineExceeded. `quiet`: nobody is told of waits."""
        attempts = Attempts(retry or self._connection.retry)
        while True:
            outcome = await self._try(call.within(deadline))
            delay = attempts.delay_after(outcome) if call.patient else None
            if delay is None:
                if isinstance(outcome, httpx.TransportError):
                    deadline.check()
                return self._connection.answer(call, outcome)
            await self._wait(delay, outcome, deadline, quiet=quiet)

    async def results(
        self, job_id: str, offset: int, follow: bool, line: TypeAdapter[T], deadline: Deadline = NEVER
    ) -> AsyncGenerator[T, None]:
        """Yield the results of a job as they come. Raises DeadlineExceeded."""
        stream = ResultStream(job_id, offset, follow, Attempts(self._connection.retry), line)
        while stream.open:
            async with aclosing(self._lines(stream, deadline)) as lines:
                async for found in lines:
                    yield found
            if stream.unsure:
                stream.settle(await self.call(endpoints.job(job_id), deadline))
            if stream.trouble is not None:
                await self._wait(stream.pause_s, stream.trouble, deadline)

    async def run_events(self, run_id: str) -> AsyncGenerator[RunStatus, None]:
        """Yield the status of a training run as it changes, until it is over."""
        attempts, call = Attempts(self._connection.retry), run_endpoints.events(run_id)
        told: RunStatus | None = None
        while told is None or not told.state.is_over:
            broken: Outcome = httpx.RemoteProtocolError("the stream of events ended")
            try:
                async with self._http.stream(**call.arguments()) as response:
                    if response.is_error:
                        await response.aread()
                        broken = response
                    else:
                        async for line in response.aiter_lines():
                            if status := run_endpoints.event(line):
                                told = status
                                attempts.reset()
                                yield told
            except httpx.TransportError as error:
                broken = error
            if told is None or not told.state.is_over:
                delay = attempts.delay_after(broken)
                if delay is None:
                    self._connection.answer(call, broken)
                else:
                    await self._wait(delay, broken, NEVER)

    async def _wait(self, delay_s: float, reason: Outcome, deadline: Deadline, *, quiet: bool = False) -> None:
        if not quiet:
            self._connection.tell(delay_s, reason)
        await async_sleep(deadline.bound(delay_s))

    async def _try(self, call: http_calls.Call[T]) -> Outcome:
        try:
            return await self._http.request(**call.arguments())
        except httpx.TransportError as error:
            return error

    async def _lines(self, stream: ResultStream[T], deadline: Deadline) -> AsyncGenerator[T, None]:
        try:
            async with self._http.stream(**stream.call(deadline).arguments()) as response:
                if response.is_error:
                    await response.aread()
                stream.begin(response)
                async for data in response.aiter_bytes():
                    for found in stream.feed(data):
                        deadline.check()
                        yield found
            stream.end()
        except httpx.TransportError as error:
            stream.fail(error)
