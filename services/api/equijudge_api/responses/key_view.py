"""What a key sees of jobs and problems: the only way from the queue to an answer about them.

A full key sees everything as it is and as it comes. Of an outcome-only key's view every piece has gone through
outcome_only.OutcomeRules, and of its jobs there is nothing to be seen before they are over.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Sequence

from equijudge_api.http.auth import Principal
from equijudge_api.http.problem_details import Refusal
from equijudge_api.outcome_only import OutcomeRules
from equijudge_api.queue.job_record import Job
from equijudge_api.queue.jobs import JobQueue, Result, next_count
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.jobs import JobKind, JobState, JobStatus, ListedJob
from equijudge_core.contracts.service import ProblemSummary

# anything else might be the name of something else in Redis
JOB_ID = re.compile(r"[0-9a-f]{32}")
ALIVE_S = 20.0  # between signs of life of a stream of results that is held back


class KeyView:
    """Jobs and problems as one key sees them. `rules` None: a full key, or none is needed."""

    def __init__(self, queue: JobQueue, principal: Principal, rules: OutcomeRules | None) -> None:
        self.rules, self.shutdown = rules, queue.shutdown
        self._queue, self._principal = queue, principal

    async def status(self, job_id: str) -> JobStatus:
        """The job's status. Raise Refusal (404), for an outcome-only key also of others' jobs."""
        return self._redact(await self._job(job_id))

    async def jobs(self, offset: int, limit: int) -> list[ListedJob]:
        """The key's own jobs, the newest first, each as `status` tells of it."""
        found = await self._queue.jobs_of(self._principal.key_id, offset, limit)
        return [ListedJob(**dict(self._redact(job)), kind=job.kind) for job in found]

    async def is_scored(self, job_id: str) -> bool:
        """Whether the job ends with scores. Raise Refusal (404)."""
        return (await self._job(job_id)).is_scored

    async def scores(self, job_id: str) -> bytes | None:
        """JSON of ScoreOutcome; None: not yet, or never. Raise Refusal (404)."""
        if (await self.status(job_id)).state is not JobState.DONE:
            return None
        found = await self._queue.scores(job_id)
        return (
            found if found is None or self.rules is None else await asyncio.to_thread(self.rules.redact_scores, found)
        )

    async def cancel(self, job_id: str) -> None:
        """Cancel the job unless it has ended, as far as this key can see. Raise Refusal (404)."""
        await self.status(job_id)
        if not await self._queue.cancel(job_id, self.rules.cadence_s if self.rules else 0.0):
            raise job_not_found()

    async def withdraw(self, job_id: str) -> None:
        """Cancel the job of this id whether it is there already or comes later."""
        cadence_s = self.rules.cadence_s if self.rules else 0.0
        await self._queue.withdraw(job_id, self._principal.key_id, cadence_s)

    def results(self, job_id: str, offset: int, *, until: float | None) -> AsyncIterator[list[Result]]:
        """Stream results as JobQueue.results does; for an outcome-only key in request order, once the job is over."""
        if self.rules is None:
            return self._queue.results(job_id, offset, until=until)
        return self._results_when_over(self.rules, job_id, offset, until)

    async def problems(self, problem_ids: Sequence[str]) -> dict[str, ProblemSummary]:
        """What is known of the stored ones among these."""
        found = await self._queue.summaries(problem_ids)
        return found if self.rules is None else {name: self.rules.redact_problem(each) for name, each in found.items()}

    async def _job(self, job_id: str) -> Job:
        job = await self._queue.job(job_id) if JOB_ID.fullmatch(job_id) else None
        if job is None or (self.rules is not None and job.owner != self._principal.key_id):
            raise job_not_found()
        return job

    def _redact(self, job: Job) -> JobStatus:
        return job.status if self.rules is None else self.rules.redact_status(job.status, job.now)

    async def _results_when_over(
        self, rules: OutcomeRules, job_id: str, offset: int, until: float | None
    ) -> AsyncIterator[list[Result]]:
        """Stream the results of a job that is over; until then signs of life, by the clock alone: not when there is
        something new that is not to be told yet. A few lines of a job are in memory, and where each of
        its results lies."""
        collecting = asyncio.ensure_future(self._result_places(rules, job_id, until))
        try:
            while not (await asyncio.wait({collecting}, timeout=ALIVE_S))[0]:
                yield []
            places = collecting.result()
        finally:
            collecting.cancel()
        kind = (await self._job(job_id)).kind
        start, count = offset, 1
        while some := places[start : start + count]:
            lines = await self._queue.lines(job_id, [place for _, place in some])
            if not lines:
                return  # it went meanwhile
            told = await asyncio.to_thread(redact_lines, rules, lines, kind)
            found = [Result(index, line) for (index, _), line in zip(some, told, strict=False)]
            yield found
            start, count = start + len(found), next_count(count, found)

    async def _result_places(self, rules: OutcomeRules, job_id: str, until: float | None) -> list[tuple[int, int]]:
        """Index and place of all results of a job in request order; none when it is not to be seen as done by then."""
        found = [each async for each in self._indexes(job_id, 0, until)]
        job = await self._job(job_id)
        while self._redact(job).state is JobState.RUNNING and not self.shutdown.has_begun:
            # to the point: from looks at intervals that began when the job ended one could tell when that was
            pause_s = rules.release_time(job.status.finished_at or job.now) - job.now
            left_s = pause_s if until is None else until - time.monotonic()
            if left_s <= 0:
                return []
            await self.shutdown.sleep(max(0.001, min(pause_s, left_s)))
            job = await self._job(job_id)
        if self._redact(job).state is not JobState.DONE:
            return []
        found += [each async for each in self._indexes(job_id, len(found), 0.0)]
        return sorted((index, place) for place, index in enumerate(found))

    async def _indexes(self, job_id: str, offset: int, until: float | None) -> AsyncIterator[int]:
        """Which candidates the results are about, from a place on, as they came."""
        async for some in self._queue.results(job_id, offset, until=until):
            for result in some:
                yield result.index


def redact_lines(rules: OutcomeRules, lines: Sequence[bytes], kind: JobKind) -> list[bytes]:
    """Redact results of a job for an outcome-only key."""
    redact = rules.redact_execution if kind is JobKind.EXECUTE else rules.redact_line
    return [redact(line) for line in lines]


def job_not_found() -> Refusal:
    """404 for a job that never was, or ended long ago."""
    error = FieldError(field="job_id", problem="no such job; results are kept for a day")
    return Refusal(404, "there is no such job", [error])
