"""The asynchronous client. `_sync` is generated from this folder: edit here, then run `make sync-client`.

    async with equijudge.AsyncClient("http://127.0.0.1:8000", api_key="…") as client:
        for result in await client.verify(row, [source_1, source_2]):
            print(result.verdict)

Requests and answers are in exchange.py, jobs that belong to a call in jobs.py, training runs in runs.py. What does no
I/O lies beside this folder: endpoints.py (requests as data), job_tracking.py (what a call has begun), result_stream.py
and request_splitting.py.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from types import TracebackType
from typing import Any, Self, Unpack

import httpx

from equijudge import endpoints, execute_endpoints
from equijudge._async.exchange import AsyncExchange
from equijudge._async.jobs import AsyncJobs
from equijudge._async.runs import AsyncRunCalls
from equijudge.connection import Connection, WaitHook
from equijudge.deadline import Deadline
from equijudge.errors import one_problem
from equijudge.job_tracking import OpenRequest
from equijudge.listing import Listing, ScoreResponse, Scores, sorted_by_index
from equijudge.progress import ProgressOption, is_shown, track
from equijudge.request_splitting import SplittablePut, SplittableSets
from equijudge.retry import Retry
from equijudge_core.contracts.execute import ExecutionLine
from equijudge_core.contracts.jobs import JobState, JobStatus, ListedJob
from equijudge_core.contracts.service import ProblemSummary, ServiceLanguages, ServiceLimits
from equijudge_core.contracts.sets import EquivalenceSet, SetOptions
from equijudge_core.contracts.stats import Stats
from equijudge_core.contracts.verify import Candidate, ResultLine, VerifyResponse

WAIT_S, SCORES_WAIT_S = 10.0, 20.0  # how long the service keeps an answer back, so that most calls are one request


class AsyncClient(AsyncRunCalls):
    """Talk to one service. Share a Client between threads as you like, an AsyncClient within one event loop.

    Every call is tried again after 429, 502, 503, 504 and transport errors, as `retry` says, and raises an
    EquijudgeError (errors.py has the tree) when that does not help. Every request that becomes a job carries an
    idempotency key of its own: when an answer is lost on the way, or the service is restarted, the repeated call finds
    the job that the first one started; and whoever leaves before the end cancels it, known or not yet known.
    """

    def __init__(
        self,
        url: str | None = None,
        api_key: str | None = None,
        *,
        retry: Retry | None = None,
        on_wait: WaitHook | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """Without `url`: EQUIJUDGE_URL and EQUIJUDGE_API_KEY, else the running embedded judge.

        `on_wait` is told of every wait: seconds, and the reason in words.
        """
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
        problem: endpoints.Problem,
        candidates: Iterable[str | Candidate],
        *,
        timeout: float | None = None,
        progress: ProgressOption = None,
        **options: Unpack[endpoints.VerifyKeywords],
    ) -> Listing[ResultLine]:
        """Judge candidates of one problem and wait for all results, which come in the candidates' order.

        `problem` is a CodeContests row, or a stored problem's id or name; a candidate is a source or a Candidate. One
        that names no language is in `language`, Python 3 by default; `languages` lists what there is. Options as in
        endpoints.VerifyKeywords. `progress`: True for a bar, or whoever is told how far it is (ProgressReport).

        Raises ValueError for an empty candidate list, for wrong options and for a name of no stored problem or of
        several, Invalid for what the service refuses, and JobCancelled when somebody cancels the job. `timeout` bounds
        the whole call, in seconds: when it is over the job is cancelled, and JobTimedOut says so. A wait that ends
        early, by Ctrl-C or since its task is cancelled, cancels the job likewise. More than the service takes at once
        is sent in parts.
        """
        with one_problem():
            return await self.verify_batch([(problem, candidates)], timeout=timeout, progress=progress, **options)

    def verify_each(
        self,
        problem: endpoints.Problem,
        candidates: Iterable[str | Candidate],
        *,
        timeout: float | None = None,
        progress: ProgressOption = None,
        **options: Unpack[endpoints.VerifyKeywords],
    ) -> AsyncGenerator[ResultLine, None]:
        """Judge like `verify`, and yield one result after the other as they come. To leave the loop early cancels the
        job, once nothing refers to the iterator any more; `contextlib.aclosing` does it at once."""
        with one_problem():
            request = endpoints.verify_request([(problem, candidates)], options, wait_s=0.0)
        return self._jobs.verify(request, Deadline(timeout), progress, 0.0, naming=one_problem)

    async def verify_batch(
        self,
        batch: endpoints.Batch,
        *,
        timeout: float | None = None,
        progress: ProgressOption = None,
        **options: Unpack[endpoints.VerifyKeywords],
    ) -> Listing[ResultLine]:
        """Judge like `verify`, for many problems with many candidates each, and return one result per candidate, in
        order."""
        request = endpoints.verify_request(batch, options, wait_s=0.0)
        wait_s = 0.0 if is_shown(progress) else WAIT_S
        found = self._jobs.verify(request, Deadline(timeout), progress, wait_s)
        return sorted_by_index([result async for result in found])

    def verify_batch_each(
        self,
        batch: endpoints.Batch,
        *,
        timeout: float | None = None,
        progress: ProgressOption = None,
        **options: Unpack[endpoints.VerifyKeywords],
    ) -> AsyncGenerator[ResultLine, None]:
        """Judge like `verify_each`, for many problems with many candidates each."""
        request = endpoints.verify_request(batch, options, wait_s=0.0)
        return self._jobs.verify(request, Deadline(timeout), progress, 0.0)

    async def execute(
        self,
        programs: Iterable[execute_endpoints.Program],
        inputs: execute_endpoints.Inputs | None = None,
        *,
        timeout: float | None = None,
        progress: ProgressOption = None,
        **options: Unpack[execute_endpoints.ExecuteKeywords],
    ) -> Listing[ExecutionLine]:
        """Run programs on inputs, and return what each wrote, how it ended and what it cost: one result a program, in
        order, with a run for each input. Nothing is compared, and what a program does is never an error.

        A program is a source, or an Execution or mapping with its own inputs, language, files and arguments. `inputs`
        (texts or bytes) and `language` are of those that name none; without any, a program runs once on nothing.
        Options as in execute_endpoints.ExecuteKeywords. Waits, shows `progress`, is interrupted, sends in parts and
        raises as `verify`.
        """
        wait_s = 0.0 if is_shown(progress) else WAIT_S
        request = execute_endpoints.execute_request(programs, inputs, options, 0.0)
        found = self._jobs.execute(request, Deadline(timeout), progress, wait_s)
        return sorted_by_index([each async for each in found])

    def execute_each(
        self,
        programs: Iterable[execute_endpoints.Program],
        inputs: execute_endpoints.Inputs | None = None,
        *,
        timeout: float | None = None,
        progress: ProgressOption = None,
        **options: Unpack[execute_endpoints.ExecuteKeywords],
    ) -> AsyncGenerator[ExecutionLine, None]:
        """Run programs like `execute`, and yield one result after the other as they come; `index` says which program's
        it is. To leave the loop early cancels the job, as in `verify_each`."""
        request = execute_endpoints.execute_request(programs, inputs, options, 0.0)
        return self._jobs.execute(request, Deadline(timeout), progress, 0.0)

    async def equivalence_sets(
        self,
        rows: Iterable[Mapping[str, Any]],
        options: SetOptions | None = None,
        *,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        progress: ProgressOption = None,
    ) -> Listing[EquivalenceSet]:
        """Verify, deduplicate and cluster the solutions of each CodeContests row; one set per row, in their order.

        Waits, shows `progress`, is interrupted, sends in parts and raises as `verify`. Under an `idempotency_key` a
        repeated call, of another process too, finds the job that the first one started.
        """
        whole = SplittableSets(endpoints.sets_request(rows, options, wait_s=0.0))
        wait_s = 0.0 if is_shown(progress) else WAIT_S
        found = self._jobs.run(whole, endpoints.SET_LINE, Deadline(timeout), key=idempotency_key, wait_s=wait_s)
        sets = []
        with track(progress, len(whole), "sets") as tracker:
            async for each in found:
                sets.append(each)
                tracker.note(each)
        return sorted_by_index(sets)

    async def submit(
        self, batch: endpoints.Batch, wait_s: float = 0.0, **options: Unpack[endpoints.VerifyKeywords]
    ) -> VerifyResponse:
        """Start a job and return, at once or with the `results` when they are there within `wait_s` (60 s at most);
        its `job_id` leads to `job`, `results` and `cancel`. One job is one request: more than the service takes at once
        is refused (Invalid). To be interrupted before the answer cancels the job."""
        request = endpoints.verify_request(batch, options, wait_s)
        async with self._jobs.hold() as open_requests:
            request = await self._jobs.find_ids(request)
            return await self._jobs.submit(open_requests, partial(endpoints.verify, request))

    async def score(
        self,
        generations: endpoints.Generations,
        *,
        timeout: float | None = None,
        progress: ProgressOption = None,
        on_sample: Callable[[ResultLine], None] | None = None,
        **options: Unpack[endpoints.ScoreKeywords],
    ) -> Scores:
        """Judge and score a model's generations, and wait for the scores: docs/scores.md says what they are, and
        `.model_dump(mode="json")` gives them as JSON.

        `generations` holds for each problem its row, or its stored id or name, and the model's texts, or a
        ProblemGenerations (with reference clusters and a family); options as in endpoints.ScoreKeywords. `on_sample` is
        called with every sample's result as it comes. Waits, shows `progress`, is interrupted and raises as `verify`
        does, and ServiceFault when the scores cannot be computed. Scores are of all problems together, so they are not
        sent in parts. An outcome-only key gets the same without the figures that it is not told.
        """
        deadline = Deadline(timeout)
        one_by_one = on_sample is not None or is_shown(progress)
        request = endpoints.score_request(generations, options, 0.0 if one_by_one else deadline.service_wait(WAIT_S))
        async with self._jobs.hold(deadline) as open_requests:
            request = await self._jobs.find_ids(request, deadline)
            response = await self._jobs.submit(open_requests, partial(endpoints.score, request), deadline)
            if one_by_one:
                with track(progress, sum(len(each.generations) for each in request.problems), "generations") as tracker:
                    async for line in self._exchange.results(response.job_id, 0, True, endpoints.RESULT_LINE, deadline):
                        tracker.note(line)
                        if on_sample is not None:
                            on_sample(line)
            while response.state is JobState.RUNNING:
                call = endpoints.scores(response.job_id, deadline.service_wait(SCORES_WAIT_S))
                response = await self._exchange.call(call, deadline)
        return endpoints.require_scores(response)

    async def submit_score(
        self, generations: endpoints.Generations, **options: Unpack[endpoints.ScoreKeywords]
    ) -> ScoreResponse:
        """Start a job of generations and return at once. `results` gives its samples as they come, `scores` the end."""
        request = endpoints.score_request(generations, options, wait_s=0.0)
        async with self._jobs.hold() as open_requests:
            request = await self._jobs.find_ids(request)
            return await self._jobs.submit(open_requests, partial(endpoints.score, request))

    async def scores(self, job_id: str, wait_s: float = 0.0) -> ScoreResponse:
        """Return what there is of a job of generations after at most `wait_s` (60 s at most); raises NotFound."""
        return await self._call(endpoints.scores(job_id, wait_s))

    async def job(self, job_id: str) -> JobStatus:
        """Return a job's counts, progress and state; raises NotFound."""
        return await self._call(endpoints.job(job_id))

    async def jobs(self, most: int = 100) -> Listing[ListedJob]:
        """List this key's own jobs, the newest first: `most` of them, or as many as there are."""
        found = Listing[ListedJob]()
        while len(found) < most:
            page = (await self._call(endpoints.jobs(len(found), most - len(found)))).jobs
            if not page:
                break
            found += page
        return found

    def results(
        self,
        job_id: str,
        offset: int = 0,
        follow: bool = True,
        *,
        timeout: float | None = None,
        cancel: bool = False,
    ) -> AsyncGenerator[ResultLine, None]:
        """Yield results in the order of completion, from the `offset`-th on.

        With `follow` it waits until the job is done or cancelled, and goes on by itself after a dropped
        connection, without a gap or a repetition; without, it gives what is there. Raises JobTimedOut after `timeout`
        seconds. A job may have many readers; with `cancel` it is this one's, and is cancelled when the reader leaves
        early, as in `verify_each`.
        """
        return self._jobs.results(job_id, offset, follow, endpoints.RESULT_LINE, Deadline(timeout), cancel=cancel)

    def executions(
        self,
        job_id: str,
        offset: int = 0,
        follow: bool = True,
        *,
        timeout: float | None = None,
        cancel: bool = False,
    ) -> AsyncGenerator[ExecutionLine, None]:
        """Yield the results of a job of `POST /execute`, as `results` does."""
        line = execute_endpoints.EXECUTION_LINE
        return self._jobs.results(job_id, offset, follow, line, Deadline(timeout), cancel=cancel)

    def sets(
        self,
        job_id: str,
        offset: int = 0,
        follow: bool = True,
        *,
        timeout: float | None = None,
        cancel: bool = False,
    ) -> AsyncGenerator[EquivalenceSet, None]:
        """Yield the results of a job that makes equivalence sets, as `results` does."""
        return self._jobs.results(job_id, offset, follow, endpoints.SET_LINE, Deadline(timeout), cancel=cancel)

    async def cancel(self, job_id: str) -> None:
        """Stop a job. Results that are already there stay; a job that is over stays as it is."""
        await self._call(endpoints.cancel(job_id))

    @asynccontextmanager
    async def held(self, job_id: str) -> AsyncIterator[None]:
        """Let a job belong to a block: an exception that leaves the block cancels the job."""
        async with self._jobs.hold() as open_requests:
            open_requests.add(OpenRequest("", job_id))
            yield

    async def withdraw(self, idempotency_key: str) -> None:
        """Stop the job of a request that was sent under this key, whether it has been accepted yet or not."""
        await self._call(endpoints.withdraw(idempotency_key))

    async def limits(self) -> ServiceLimits:
        """Return how much the service takes at once."""
        return await self._jobs.limits()

    async def languages(self) -> ServiceLanguages:
        """Return the languages that candidates may be in, with their versions, and those that are known and missing,
        with the reason."""
        return await self._call(endpoints.languages())

    async def put_problems(self, rows: Iterable[Mapping[str, Any]]) -> Listing[ProblemSummary]:
        """Store CodeContests rows, all or none; the same content gets the same id again. More than the service takes at
        once is sent in parts: what went before a part that is refused stays stored."""
        return Listing(await self._jobs.in_parts(SplittablePut(rows)))

    async def problem(self, problem_id: str) -> dict[str, Any]:
        """Return a stored problem as a row; raises NotFound."""
        return await self._call(endpoints.problem(problem_id))

    async def delete_problem(self, problem_id: str) -> None:
        """Delete a problem that this key has stored; where other keys have stored it too it stays theirs. Raises
        NotFound, and Invalid with status 409 while a job needs it."""
        await self._call(endpoints.delete_problem(problem_id))

    async def problems(self, name: str | None = None) -> Listing[ProblemSummary]:
        """List all stored problems, or those of this name, in the order in which they were stored."""
        found = Listing[ProblemSummary]()
        offset = 0
        while page := await self._call(endpoints.problems(offset, name)):
            found += page
            offset += endpoints.PAGE
        return found

    async def ready(self) -> dict[str, Any]:
        """Return the service's own account of its parts: `ready`, and what is away when that is false. Never
        retried."""
        return await self._call(endpoints.ready())

    async def stats(self) -> Stats:
        """Return queue, workers, cells, verdicts and the last minutes, as they are now. Never retried."""
        return await self._call(endpoints.stats())
