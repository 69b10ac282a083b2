"""What a gatherer does when the queue fails it. Of the queue only what fails is not real."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from typing import Any, cast

import pytest
from redis.exceptions import ConnectionError

from equijudge_api.gathering import Gatherer, GaveUp
from equijudge_api.http.problem_details import Refusal
from equijudge_api.planning.execute_plan import gather_executions
from equijudge_api.queue.admission import Submission
from equijudge_api.queue.jobs import JobQueue, Result
from equijudge_core.contracts.execute import ExecuteLimits, Execution


class FailingQueue:
    """Takes jobs, and answers only as many as it is told to."""

    def __init__(self, answered: int = 0, *, is_away: bool = False) -> None:
        self.answered, self.is_away = answered, is_away
        self.jobs: list[Submission] = []
        self.cancelled: list[str] = []
        self.forgotten: list[str] = []

    async def slots(self) -> int:
        return 2

    async def submit(self, job: Submission) -> bool:
        if self.is_away:
            raise ConnectionError("away")
        self.jobs.append(job)
        return True

    async def results(self, job_id: str, offset: int, *, until: float | None) -> AsyncIterator[list[Result]]:
        yield [Result(index, str(index).encode()) for index in range(self.answered)]
        if self.answered < 0:
            await asyncio.sleep(3600)

    async def cancel(self, job_id: str) -> bool:
        self.cancelled.append(job_id)
        return True

    async def forget(self, job_id: str) -> None:
        self.forgotten.append(job_id)


def gatherer_of(queue: FailingQueue) -> Gatherer[Execution]:
    return Gatherer(cast(JobQueue, queue), gather_executions, lambda work: len(work.source))


async def run_all(gatherer: Gatherer[Execution], works: Sequence[Execution], within_s: float = 5.0) -> list[Any]:
    until = time.monotonic() + within_s
    return await asyncio.gather(*(gatherer.run("me", work, until) for work in works), return_exceptions=True)


def programs(count: int, source: str = "") -> list[Execution]:
    limits = ExecuteLimits()
    return [Execution(source=source, inputs=(str(n),), limits=limits, keep_bytes=1, cache=False) for n in range(count)]


async def test_a_redis_that_is_away_is_told_to_everybody_at_once() -> None:
    began = time.monotonic()
    found = await run_all(gatherer_of(FailingQueue(is_away=True)), programs(8))
    assert [type(each) for each in found] == [ConnectionError] * 8
    assert time.monotonic() - began < 2


async def test_those_whose_results_are_lost_are_told_so_and_the_others_have_theirs() -> None:
    queue = FailingQueue(answered=3)
    gatherer = gatherer_of(queue)
    found = await run_all(gatherer, programs(5))
    await gatherer.close()
    assert [each.line for each in found[:3]] == [b"0", b"1", b"2"]
    assert [each.status for each in found[3:] if isinstance(each, Refusal)] == [503, 503]
    assert queue.cancelled == queue.forgotten == [queue.jobs[0].job_id]


async def test_a_job_that_nobody_waits_for_any_more_is_cancelled_once() -> None:
    queue = FailingQueue(answered=-1)
    gatherer = gatherer_of(queue)
    found = await run_all(gatherer, programs(5), within_s=0.2)
    await asyncio.sleep(0.05)
    assert [type(each) for each in found] == [GaveUp] * 5
    assert queue.cancelled == [queue.jobs[0].job_id]
    await gatherer.close()


@pytest.mark.parametrize(("count", "source", "jobs"), [(300, "", 2), (10, "x" * (1 << 20), 2)])
async def test_a_job_is_bounded_in_number_and_in_bytes(count: int, source: str, jobs: int) -> None:
    queue = FailingQueue()
    gatherer = gatherer_of(queue)
    await run_all(gatherer, programs(count, source))
    await gatherer.close()
    assert len(queue.jobs) == jobs
    assert sum(job.candidates for job in queue.jobs) == count
