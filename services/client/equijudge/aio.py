"""The asynchronous client: client.py with `await`. The contracts are documented there."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from types import TracebackType
from typing import Any, Self, TypeVar, Unpack
from uuid import uuid4

import httpx

from equijudge import wire, wire_runs
from equijudge.aio_exchange import AsyncExchange
from equijudge.aio_jobs import AsyncJobs
from equijudge.call_state import Begun
from equijudge.client import SCORES_WAIT_S, WAIT_S
from equijudge.connection import Connection, WaitHook
from equijudge.deadline import Deadline
from equijudge.request_parts import MakingSets, Putting, Verifying
from equijudge.retry import Retry
from equijudge_core.contracts.generations import ScoreResponse
from equijudge_core.contracts.jobs import JobState, JobStatus
from equijudge_core.contracts.runs import Finish, Lease, Progress, RunRequest, RunStatus
from equijudge_core.contracts.service import ProblemSummary, ServiceLimits
from equijudge_core.contracts.sets import EquivalenceSet, SetOptions
from equijudge_core.contracts.stats import Stats
from equijudge_core.contracts.verify import Candidate, ResultLine, VerifyResponse

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
        self._exchange = AsyncExchange(Connection.find(url, api_key, retry, on_wait), transport)
        self._jobs = AsyncJobs(self._exchange)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._exchange.aclose()

    async def verify(
        self,
        problem: wire.Problem,
        candidates: Iterable[str | Candidate],
        *,
        timeout: float | None = None,
        **options: Unpack[wire.Options],
    ) -> list[ResultLine]:
        """See Client.verify. A cancelled task cancels its job."""
        return await self.verify_batch([(problem, candidates)], timeout=timeout, **options)

    def verify_each(
        self,
        problem: wire.Problem,
        candidates: Iterable[str | Candidate],
        *,
        timeout: float | None = None,
        **options: Unpack[wire.Options],
    ) -> AsyncGenerator[ResultLine, None]:
        """See Client.verify_each. To leave the loop early, wrap it in `contextlib.aclosing`."""
        return self.verify_batch_each([(problem, candidates)], timeout=timeout, **options)

    async def verify_batch(
        self,
        batch: wire.Batch,
        *,
        timeout: float | None = None,
        **options: Unpack[wire.Options],
    ) -> list[ResultLine]:
        """See Client.verify_batch."""
        request = wire.verify_request(batch, wire.judge_options(options), wait_s=0.0)
        found = self._jobs.judged(Verifying(request), wire.RESULT_LINE, Deadline(timeout), key=None, wait_s=WAIT_S)
        return sorted([result async for result in found], key=lambda result: result.index)

    def verify_batch_each(
        self, batch: wire.Batch, *, timeout: float | None = None, **options: Unpack[wire.Options]
    ) -> AsyncGenerator[ResultLine, None]:
        """See Client.verify_batch_each. To leave the loop early, wrap it in `contextlib.aclosing`."""
        request = wire.verify_request(batch, wire.judge_options(options), wait_s=0.0)
        return self._jobs.judged(Verifying(request), wire.RESULT_LINE, Deadline(timeout), key=None, wait_s=0.0)

    async def equivalence_sets(
        self,
        rows: Iterable[Mapping[str, Any]],
        options: SetOptions | None = None,
        *,
        idempotency_key: str | None = None,
        timeout: float | None = None,
    ) -> list[EquivalenceSet]:
        """See Client.equivalence_sets. A cancelled task cancels its job."""
        whole = MakingSets(wire.sets_request(rows, options, wait_s=0.0))
        found = self._jobs.judged(whole, wire.SET_LINE, Deadline(timeout), key=idempotency_key, wait_s=WAIT_S)
        return sorted([each async for each in found], key=lambda each: each.index)

    async def submit(self, batch: wire.Batch, wait_s: float = 0.0, **options: Unpack[wire.Options]) -> VerifyResponse:
        """See Client.submit."""
        request = wire.verify_request(batch, wire.judge_options(options), wait_s)
        async with self._jobs.held() as held:
            return await self._jobs.submitted(held, partial(wire.verify, request))

    async def score(
        self,
        generations: wire.Generations,
        *,
        timeout: float | None = None,
        on_sample: Callable[[ResultLine], None] | None = None,
        **options: Unpack[wire.ScoreOptions],
    ) -> dict[str, Any]:
        """See Client.score. A cancelled task cancels its job."""
        deadline = Deadline(timeout)
        wait_s = 0.0 if on_sample else deadline.service_wait(WAIT_S)
        request = wire.score_request(generations, options, wait_s)
        async with self._jobs.held(deadline) as held:
            response = await self._jobs.submitted(held, partial(wire.score, request), deadline)
            if on_sample:
                async for line in self._exchange.results(response.job_id, 0, True, wire.RESULT_LINE, deadline):
                    on_sample(line)
            while response.state is JobState.RUNNING:
                call = wire.scores(response.job_id, deadline.service_wait(SCORES_WAIT_S))
                response = await self._exchange.call(call, deadline)
        return wire.scores_of(response)

    async def submit_score(self, generations: wire.Generations, **options: Unpack[wire.ScoreOptions]) -> ScoreResponse:
        """See Client.submit_score."""
        request = wire.score_request(generations, options, wait_s=0.0)
        async with self._jobs.held() as held:
            return await self._jobs.submitted(held, partial(wire.score, request))

    async def scores(self, job_id: str, wait_s: float = 0.0) -> ScoreResponse:
        """See Client.scores."""
        return await self._call(wire.scores(job_id, wait_s))

    async def job(self, job_id: str) -> JobStatus:
        """See Client.job."""
        return await self._call(wire.job(job_id))

    def results(
        self,
        job_id: str,
        offset: int = 0,
        follow: bool = True,
        *,
        timeout: float | None = None,
        cancel: bool = False,
    ) -> AsyncGenerator[ResultLine, None]:
        """See Client.results. To leave the loop early, wrap it in `contextlib.aclosing`."""
        return self._jobs.results(job_id, offset, follow, wire.RESULT_LINE, Deadline(timeout), cancel=cancel)

    def sets(
        self,
        job_id: str,
        offset: int = 0,
        follow: bool = True,
        *,
        timeout: float | None = None,
        cancel: bool = False,
    ) -> AsyncGenerator[EquivalenceSet, None]:
        """See Client.sets."""
        return self._jobs.results(job_id, offset, follow, wire.SET_LINE, Deadline(timeout), cancel=cancel)

    async def cancel(self, job_id: str) -> None:
        """See Client.cancel."""
        await self._call(wire.cancel(job_id))

    @asynccontextmanager
    async def held(self, job_id: str) -> AsyncIterator[None]:
        """See Client.held."""
        async with self._jobs.held() as held:
            held.hold(Begun("", job_id))
            yield

    async def withdraw(self, idempotency_key: str) -> None:
        """See Client.withdraw."""
        await self._call(wire.withdraw(idempotency_key))

    async def limits(self) -> ServiceLimits:
        """See Client.limits."""
        return await self._jobs.limits()

    async def put_problems(self, rows: Iterable[Mapping[str, Any]]) -> list[ProblemSummary]:
        """See Client.put_problems."""
        return await self._jobs.in_parts(Putting(rows))

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

    def follow_run(self, run_id: str) -> AsyncGenerator[RunStatus, None]:
        """See Client.follow_run. To leave the loop early, wrap it in `contextlib.aclosing`."""
        return self._exchange.run_events(run_id)

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

    async def _call(self, call: wire.Call[T]) -> T:
        return await self._exchange.call(call)
