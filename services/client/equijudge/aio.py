"""The asynchronous client: client.py with `await`. The contracts are documented there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from types import TracebackType
from typing import Any, Self, TypeVar, Unpack
from uuid import uuid4

import httpx
from pydantic import TypeAdapter

from equijudge import wire, wire_runs
from equijudge.connection import Connection, WaitHook
from equijudge.errors import EquijudgeError
from equijudge.retry import Attempts, Outcome, Retry
from equijudge.stream import ResultStream
from equijudge_core.contracts import (
    Candidate,
    JobState,
    JobStatus,
    ProblemSummary,
    ResultLine,
    VerifyRequest,
    VerifyResponse,
)
from equijudge_core.generations import ScoreRequest, ScoreResponse
from equijudge_core.sets.contracts import EquivalenceSet, SetOptions
from equijudge_core.stats import Stats
from equijudge_core.training.runs import Finish, Lease, Progress, RunRequest, RunStatus

T = TypeVar("T")


class AsyncClient:
    """Talks to one service from one event loop; errors and retries as in Client."""

    def __init__(
        self,
        url: str | None = None,
        api_key: str | None = None,
        *,
        retry: Retry | None = None,
        on_wait: WaitHook | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """See Client."""
        self._connection = Connection.find(url, api_key, retry, on_wait)
        self._http = httpx.AsyncClient(**self._connection.arguments(), transport=transport)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def verify(
        self,
        problem: wire.Problem,
        candidates: Iterable[str | Candidate],
        **options: Unpack[wire.Options],
    ) -> list[ResultLine]:
        """See Client.verify. A cancelled task cancels its job."""
        return await self.verify_batch([(problem, candidates)], **options)

    async def verify_batch(self, batch: wire.Batch, **options: Unpack[wire.Options]) -> list[ResultLine]:
        """See Client.verify_batch."""
        response = await self._post(wire.verify_request(batch, wire.judge_options(options), wait_s=10.0))
        if response.results is not None:
            return list(response.results)
        try:
            results = [result async for result in self.results(response.job_id)]
        except BaseException:
            await asyncio.shield(self._abandon(response.job_id))
            raise
        return wire.in_order(results, response)

    async def equivalence_sets(
        self,
        rows: Iterable[Mapping[str, Any]],
        options: SetOptions | None = None,
        *,
        idempotency_key: str | None = None,
    ) -> list[EquivalenceSet]:
        """See Client.equivalence_sets. A cancelled task cancels its job."""
        request = wire.sets_request(rows, options, wait_s=10.0)
        response = await self._call(wire.equivalence_sets(request, idempotency_key))
        if response.results is not None:
            return list(response.results)
        try:
            results = [found async for found in self.sets(response.job_id)]
        except BaseException:
            await asyncio.shield(self._abandon(response.job_id))
            raise
        return wire.in_order(results, response)

    async def submit(self, batch: wire.Batch, **options: Unpack[wire.Options]) -> VerifyResponse:
        """See Client.submit."""
        return await self._post(wire.verify_request(batch, wire.judge_options(options), wait_s=0.0))

    async def score(self, generations: wire.Generations, **options: Unpack[wire.ScoreOptions]) -> dict[str, Any]:
        """See Client.score. A cancelled task cancels its job."""
        response = await self._post_score(wire.score_request(generations, options, wait_s=10.0))
        try:
            while response.state is JobState.RUNNING:
                response = await self.scores(response.job_id, wait_s=20.0)
        except BaseException:
            await asyncio.shield(self._abandon(response.job_id))
            raise
        return wire.scores_of(response)

    async def submit_score(self, generations: wire.Generations, **options: Unpack[wire.ScoreOptions]) -> ScoreResponse:
        """See Client.submit_score."""
        return await self._post_score(wire.score_request(generations, options, wait_s=0.0))

    async def scores(self, job_id: str, wait_s: float = 0.0) -> ScoreResponse:
        """See Client.scores."""
        return await self._call(wire.scores(job_id, wait_s))

    async def job(self, job_id: str) -> JobStatus:
        """See Client.job."""
        return await self._call(wire.job(job_id))

    async def results(self, job_id: str, offset: int = 0, follow: bool = True) -> AsyncIterator[ResultLine]:
        """See Client.results. To leave the loop early, wrap it in `contextlib.aclosing`."""
        async for result in self._results(job_id, offset, follow, wire.RESULT_LINE):
            yield result

    async def sets(self, job_id: str, offset: int = 0, follow: bool = True) -> AsyncIterator[EquivalenceSet]:
        """See Client.sets."""
        async for found in self._results(job_id, offset, follow, wire.SET_LINE):
            yield found

    async def _results(self, job_id: str, offset: int, follow: bool, line: TypeAdapter[T]) -> AsyncIterator[T]:
        stream = ResultStream(job_id, offset, follow, Attempts(self._connection.retry), line)
        while stream.open:
            async for result in self._lines(stream):
                yield result
            if stream.unsure:
                stream.settle(await self.job(job_id))
            if stream.trouble is not None:
                self._connection.tell(stream.pause_s, stream.trouble)
                await asyncio.sleep(stream.pause_s)

    async def cancel(self, job_id: str) -> None:
        """See Client.cancel."""
        await self._call(wire.cancel(job_id))

    async def put_problems(self, rows: Iterable[Mapping[str, Any]]) -> list[ProblemSummary]:
        """See Client.put_problems."""
        return await self._call(wire.put_problems(rows))

    async def problem(self, problem_id: str) -> dict[str, Any]:
        """See Client.problem."""
        return await self._call(wire.problem(problem_id))

    async def problems(self) -> list[ProblemSummary]:
        """See Client.problems."""
        found: list[ProblemSummary] = []
        offset = 0
        while page := await self._call(wire.problems(offset)):
            found += page
            offset += wire.PAGE
        return found

    async def ready(self) -> dict[str, Any]:
        """See Client.ready."""
        return await self._call(wire.ready())

    async def stats(self) -> Stats:
        """See Client.stats."""
        return await self._call(wire.stats())

    async def start_run(
        self, config: RunRequest | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> RunStatus:
        """See Client.start_run."""
        return await self._call(wire_runs.start(wire_runs.run_request(config), idempotency_key))

    async def runs(self) -> list[RunStatus]:
        """See Client.runs."""
        found: list[RunStatus] = []
        offset = 0
        while page := (await self._call(wire_runs.runs(offset))).runs:
            found += page
            offset += wire_runs.PAGE
        return found

    async def run(self, run_id: str) -> RunStatus:
        """See Client.run."""
        return await self._call(wire_runs.run(run_id))

    async def follow_run(self, run_id: str) -> AsyncIterator[RunStatus]:
        """See Client.follow_run. To leave the loop early, wrap it in `contextlib.aclosing`."""
        attempts, call = Attempts(self._connection.retry), wire_runs.events(run_id)
        told: RunStatus | None = None
        while told is None or not told.state.over:
            broken: Outcome = httpx.RemoteProtocolError("the stream of events ended")
            try:
                async with self._http.stream(**call.arguments()) as response:
                    if response.is_error:
                        await response.aread()
                        broken = response
                    else:
                        async for line in response.aiter_lines():
                            if status := wire_runs.event(line):
                                told = status
                                attempts.reset()
                                yield told
            except httpx.TransportError as error:
                broken = error
            if told is None or not told.state.over:
                await self._pause(call, attempts, broken)

    async def cancel_run(self, run_id: str) -> None:
        """See Client.cancel_run."""
        await self._call(wire_runs.cancel(run_id))

    async def lease_run(self, worker: str, wait_s: float = 0.0) -> Lease | None:
        """See Client.lease_run."""
        return await self._call(wire_runs.lease(worker, wait_s, uuid4().hex))

    async def heartbeat_run(self, lease: Lease) -> None:
        """See Client.heartbeat_run."""
        await self._call(replace(wire_runs.heartbeat(lease), patient=False, timeout_s=10.0))

    async def report_run(self, lease: Lease, said: Progress) -> None:
        """See Client.report_run."""
        await self._call(replace(wire_runs.progress(lease, said), patient=False, timeout_s=10.0))

    async def release_run(self, lease: Lease) -> None:
        """See Client.release_run."""
        await self._call(wire_runs.release(lease))

    async def finish_run(self, lease: Lease, said: Finish) -> None:
        """See Client.finish_run."""
        await self._call(wire_runs.finish(lease, said))

    async def _post(self, request: VerifyRequest) -> VerifyResponse:
        return await self._call(wire.verify(request, uuid4().hex))

    async def _post_score(self, request: ScoreRequest) -> ScoreResponse:
        return await self._call(wire.score(request, uuid4().hex))

    async def _call(self, call: wire.Call[T]) -> T:
        attempts = Attempts(self._connection.retry)
        while True:
            outcome = await self._try(call)
            delay = attempts.delay_after(outcome) if call.patient else None
            if delay is None:
                return self._connection.answer(call, outcome)
            self._connection.tell(delay, outcome)
            await asyncio.sleep(delay)

    async def _pause(self, call: wire.Call[None], attempts: Attempts, broken: Outcome) -> None:
        delay = attempts.delay_after(broken)
        if delay is None:
            self._connection.answer(call, broken)
        else:
            self._connection.tell(delay, broken)
            await asyncio.sleep(delay)

    async def _try(self, call: wire.Call[T]) -> Outcome:
        try:
            return await self._http.request(**call.arguments())
        except httpx.TransportError as error:
            return error

    async def _lines(self, stream: ResultStream[T]) -> AsyncIterator[T]:
        try:
            async with self._http.stream(**stream.call().arguments()) as response:
                if response.is_error:
                    await response.aread()
                stream.begin(response)
                async for data in response.aiter_bytes():
                    for result in stream.feed(data):
                        yield result
            stream.ended()
        except httpx.TransportError as error:
            stream.broke(error)

    async def _abandon(self, job_id: str) -> None:
        """Best effort: nobody waits for the job any more, and the reason for that matters more."""
        call = replace(wire.cancel(job_id), patient=False, timeout_s=2.0)
        with suppress(EquijudgeError):
            await self._call(call)
