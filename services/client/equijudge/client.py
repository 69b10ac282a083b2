"""The synchronous client.

    with equijudge.Client("http://127.0.0.1:8000", api_key="…") as client:
        for result in client.verify(row, [source_1, source_2]):
            print(result.verdict)

AsyncClient in aio.py is the same with `await`; what they share is in wire.py and stream.py.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
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


class Client:
    """Talks to one service; safe to share between threads.

    Every call is tried again after 429, 502, 503, 504 and transport errors, as `retry` says, and raises an
    EquijudgeError (errors.py has the tree) when that does not help. Every `POST /verify` carries an idempotency
    key of its own: when an answer is lost on the way, the repeated call finds the job that the first one started.
    """

    def __init__(
        self,
        url: str | None = None,
        api_key: str | None = None,
        *,
        retry: Retry | None = None,
        on_wait: WaitHook | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """Without `url`: EQUIJUDGE_URL and EQUIJUDGE_API_KEY, else the running embedded judge.

        `on_wait` is told of every wait: seconds, and the reason in words.
        """
        self._connection = Connection.find(url, api_key, retry, on_wait)
        self._http = httpx.Client(**self._connection.arguments(), transport=transport)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def verify(
        self,
        problem: wire.Problem,
        candidates: Iterable[str | Candidate],
        **options: Unpack[wire.Options],
    ) -> list[ResultLine]:
        """Judge candidates of one problem and wait for all results, which come in the candidates' order.

        `problem` is a CodeContests row or a stored problem's id, a candidate a Python 3 source or a
        Candidate; options as in wire.Options. Raises ValueError for an empty candidate list and for wrong
        options, Invalid for what the service refuses, JobCancelled when somebody cancels the job. An
        interrupted wait (Ctrl-C) cancels the job.
        """
        return self.verify_batch([(problem, candidates)], **options)

    def verify_batch(self, batch: wire.Batch, **options: Unpack[wire.Options]) -> list[ResultLine]:
        """Like `verify`, for many problems with many candidates each; one result per candidate, in order."""
        response = self._post(wire.verify_request(batch, wire.judge_options(options), wait_s=10.0))
        if response.results is not None:
            return list(response.results)
        try:
            results = list(self.results(response.job_id))
        except BaseException:
            self._abandon(response.job_id)
            raise
        return wire.in_order(results, response)

    def equivalence_sets(
        self,
        rows: Iterable[Mapping[str, Any]],
        options: SetOptions | None = None,
        *,
        idempotency_key: str | None = None,
    ) -> list[EquivalenceSet]:
        """The verified, deduplicated and clustered solutions of each CodeContests row, in the order of the rows.

        Waits, is interrupted and raises as `verify`. Under an `idempotency_key` a repeated call, of another process
        too, finds the job that the first one started.
        """
        request = wire.sets_request(rows, options, wait_s=10.0)
        response = self._call(wire.equivalence_sets(request, idempotency_key))
        if response.results is not None:
            return list(response.results)
        try:
            results = list(self.sets(response.job_id))
        except BaseException:
            self._abandon(response.job_id)
            raise
        return wire.in_order(results, response)

    def submit(self, batch: wire.Batch, **options: Unpack[wire.Options]) -> VerifyResponse:
        """Start a job and return at once; its `job_id` leads to `job`, `results` and `cancel`."""
        return self._post(wire.verify_request(batch, wire.judge_options(options), wait_s=0.0))

    def score(self, generations: wire.Generations, **options: Unpack[wire.ScoreOptions]) -> dict[str, Any]:
        """Judge and score a model's generations, and wait for the scores: a JSON object, see README.

        `generations` holds for each problem its row or stored id and the model's texts, or a ProblemGenerations (with
        reference clusters and a family); options as in wire.ScoreOptions. Raises as `verify` does, and ServiceFault
        when the scores cannot be computed. An interrupted wait cancels the job.
        """
        response = self._post_score(wire.score_request(generations, options, wait_s=10.0))
        try:
            while response.state is JobState.RUNNING:
                response = self.scores(response.job_id, wait_s=20.0)
        except BaseException:
            self._abandon(response.job_id)
            raise
        return wire.scores_of(response)

    def submit_score(self, generations: wire.Generations, **options: Unpack[wire.ScoreOptions]) -> ScoreResponse:
        """Start a job of generations and return at once. `results` gives its samples as they come, `scores` the end."""
        return self._post_score(wire.score_request(generations, options, wait_s=0.0))

    def scores(self, job_id: str, wait_s: float = 0.0) -> ScoreResponse:
        """What there is of a job of generations after at most `wait_s` (60 s at most); raises NotFound."""
        return self._call(wire.scores(job_id, wait_s))

    def job(self, job_id: str) -> JobStatus:
        """A job's counts, progress and state; raises NotFound."""
        return self._call(wire.job(job_id))

    def results(self, job_id: str, offset: int = 0, follow: bool = True) -> Iterator[ResultLine]:
        """Results in the order of completion, from the `offset`-th on.

        With `follow` it waits until the job is done or cancelled, and goes on by itself after a dropped
        connection, without a gap or a repetition; without, it gives what is there.
        """
        return self._results(job_id, offset, follow, wire.RESULT_LINE)

    def sets(self, job_id: str, offset: int = 0, follow: bool = True) -> Iterator[EquivalenceSet]:
        """The results of a job that makes equivalence sets, as `results`."""
        return self._results(job_id, offset, follow, wire.SET_LINE)

    def _results(self, job_id: str, offset: int, follow: bool, line: TypeAdapter[T]) -> Iterator[T]:
        stream = ResultStream(job_id, offset, follow, Attempts(self._connection.retry), line)
        while stream.open:
            yield from self._lines(stream)
            if stream.unsure:
                stream.settle(self.job(job_id))
            if stream.trouble is not None:
                self._connection.tell(stream.pause_s, stream.trouble)
                time.sleep(stream.pause_s)

    def cancel(self, job_id: str) -> None:
        """Stop a job. Results that are already there stay; a job that is over stays as it is."""
        self._call(wire.cancel(job_id))

    def put_problems(self, rows: Iterable[Mapping[str, Any]]) -> list[ProblemSummary]:
        """Store CodeContests rows, all or none; the same content gets the same id again."""
        return self._call(wire.put_problems(rows))

    def problem(self, problem_id: str) -> dict[str, Any]:
        """A stored problem; raises NotFound."""
        return self._call(wire.problem(problem_id))

    def problems(self) -> list[ProblemSummary]:
        """All stored problems, in the order in which they were stored."""
        found: list[ProblemSummary] = []
        offset = 0
        while page := self._call(wire.problems(offset)):
            found += page
            offset += wire.PAGE
        return found

    def ready(self) -> dict[str, Any]:
        """The service's own account of its parts: `ready`, and what is away when that is false. Never retried."""
        return self._call(wire.ready())

    def stats(self) -> Stats:
        """Queue, workers, cells, verdicts and the last minutes, as they are now. Never retried."""
        return self._call(wire.stats())

    def start_run(self, config: RunRequest | Mapping[str, Any], *, idempotency_key: str | None = None) -> RunStatus:
        """Put a training run into the queue. Under an `idempotency_key` a repeated call finds the run that the first
        one started. Raises ValueError for a wrong configuration, Busy when too many runs wait."""
        return self._call(wire_runs.start(wire_runs.run_request(config), idempotency_key))

    def runs(self) -> list[RunStatus]:
        """All runs, the newest first, without their requests and scores."""
        found: list[RunStatus] = []
        offset = 0
        while page := self._call(wire_runs.runs(offset)).runs:
            found += page
            offset += wire_runs.PAGE
        return found

    def run(self, run_id: str) -> RunStatus:
        """How far a run is, with its request, and its scores when it is done; raises NotFound."""
        return self._call(wire_runs.run(run_id))

    def follow_run(self, run_id: str) -> Iterator[RunStatus]:
        """The run's status now and whenever it has changed, until it is over; goes on after a dropped connection."""
        attempts, call = Attempts(self._connection.retry), wire_runs.events(run_id)
        told: RunStatus | None = None
        while told is None or not told.state.over:
            broken: Outcome = httpx.RemoteProtocolError("the stream of events ended")
            try:
                with self._http.stream(**call.arguments()) as response:
                    if response.is_error:
                        response.read()
                        broken = response
                    else:
                        for told in filter(None, map(wire_runs.event, response.iter_lines())):
                            attempts.reset()
                            yield told
            except httpx.TransportError as error:
                broken = error
            if told is None or not told.state.over:
                self._pause(call, attempts, broken)

    def cancel_run(self, run_id: str) -> None:
        """End a run; one that is over stays as it is. Raises NotFound."""
        self._call(wire_runs.cancel(run_id))

    def lease_run(self, worker: str, wait_s: float = 0.0) -> Lease | None:
        """For trainer workers: a run, within at most `wait_s` (20 s at most), or None. See runs.LeaseRequest."""
        return self._call(wire_runs.lease(worker, wait_s, uuid4().hex))

    def heartbeat_run(self, lease: Lease) -> None:
        """For trainer workers: keep the lease. Raises Invalid with status 409, as all that follow do, when the run is
        over or another worker's. Never retried, as the next: more is soon to be said."""
        self._call(replace(wire_runs.heartbeat(lease), patient=False, timeout_s=10.0))

    def report_run(self, lease: Lease, said: Progress) -> None:
        """For trainer workers: how far the run is; a heartbeat too."""
        self._call(replace(wire_runs.progress(lease, said), patient=False, timeout_s=10.0))

    def release_run(self, lease: Lease) -> None:
        """For trainer workers: give the run back."""
        self._call(wire_runs.release(lease))

    def finish_run(self, lease: Lease, said: Finish) -> None:
        """For trainer workers: the run is done, or has failed."""
        self._call(wire_runs.finish(lease, said))

    def _post(self, request: VerifyRequest) -> VerifyResponse:
        return self._call(wire.verify(request, uuid4().hex))

    def _post_score(self, request: ScoreRequest) -> ScoreResponse:
        return self._call(wire.score(request, uuid4().hex))

    def _call(self, call: wire.Call[T]) -> T:
        attempts = Attempts(self._connection.retry)
        while True:
            outcome = self._try(call)
            delay = attempts.delay_after(outcome) if call.patient else None
            if delay is None:
                return self._connection.answer(call, outcome)
            self._connection.tell(delay, outcome)
            time.sleep(delay)

    def _pause(self, call: wire.Call[None], attempts: Attempts, broken: Outcome) -> None:
        """Wait before a stream is asked for again; raises the error that `broken` stands for when that is over."""
        delay = attempts.delay_after(broken)
        if delay is None:
            self._connection.answer(call, broken)
        else:
            self._connection.tell(delay, broken)
            time.sleep(delay)

    def _try(self, call: wire.Call[T]) -> Outcome:
        try:
            return self._http.request(**call.arguments())
        except httpx.TransportError as error:
            return error

    def _lines(self, stream: ResultStream[T]) -> Iterator[T]:
        try:
            with self._http.stream(**stream.call().arguments()) as response:
                if response.is_error:
                    response.read()
                stream.begin(response)
                for data in response.iter_bytes():
                    yield from stream.feed(data)
            stream.ended()
        except httpx.TransportError as error:
            stream.broke(error)

    def _abandon(self, job_id: str) -> None:
        """Best effort: nobody waits for the job any more, and the reason for that matters more."""
        call = replace(wire.cancel(job_id), patient=False, timeout_s=2.0)
        with suppress(EquijudgeError):
            self._call(call)
