"""Single executions that are gathered into jobs: a real queue, real workers and cells."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from redis.exceptions import RedisError

from equijudge_api.gathering import ExecutionGatherer, Gatherer, GaveUp
from equijudge_api.planning.execute_plan import gather_executions
from equijudge_api.queue.admission import Origin
from equijudge_api.queue.jobs import JobQueue
from equijudge_api.settings import Settings
from equijudge_core.contracts.execute import ExecuteLimits, Execution
from equijudge_core.errors import BadInput
from tests.service import Service, free_port

ONE, OTHER = Origin("one", None, "r1"), Origin("other", None, "r2")
SLEEPY = Execution(source="import time; time.sleep(60)", limits=ExecuteLimits(time_limit_s=30))


@pytest.fixture
async def queue(service: Service) -> AsyncIterator[JobQueue]:
    made = JobQueue(f"redis://127.0.0.1:{service.redis_port}/0", max_backlog=10_000, max_backlog_bytes=1 << 30)
    yield made
    await made.close()


@pytest.fixture
async def gatherer(queue: JobQueue, service: Service) -> AsyncIterator[ExecutionGatherer]:
    made = ExecutionGatherer(queue, Settings(redis_url=f"redis://127.0.0.1:{service.redis_port}/0"))
    yield made
    await made.close()


def echo(number: int) -> Execution:
    return Execution(source="print('it is', input())", inputs=(str(number),))


def soon(seconds: float = 60.0) -> float:
    return time.monotonic() + seconds


async def test_64_at_once_each_get_their_own_result_from_few_jobs(gatherer: ExecutionGatherer, queue: JobQueue) -> None:
    told: list[dict[str, object]] = [{} for _ in range(64)]
    lines = await asyncio.gather(*(gatherer.execute(ONE, echo(n), soon(), told[n]) for n in range(64)))
    assert [line.runs[0].stdout for line in lines] == [f"it is {number}\n" for number in range(64)]
    assert len({facts["job_id"] for facts in told}) <= 3


async def test_nothing_of_a_gathered_job_is_left_when_it_is_told(gatherer: ExecutionGatherer, queue: JobQueue) -> None:
    facts: dict[str, object] = {}
    await gatherer.execute(ONE, echo(1), soon(), facts)
    for _ in range(100):
        if await queue.job(str(facts["job_id"])) is None:
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the job is still kept")


async def test_who_goes_away_takes_nothing_from_the_others(gatherer: ExecutionGatherer) -> None:
    leaving = [asyncio.ensure_future(gatherer.execute(ONE, echo(n), soon())) for n in range(8)]
    staying = [asyncio.ensure_future(gatherer.execute(ONE, echo(n), soon())) for n in range(8, 16)]
    await asyncio.sleep(0.01)
    for task in leaving:
        task.cancel()
    assert [line.runs[0].stdout for line in await asyncio.gather(*staying)] == [f"it is {n}\n" for n in range(8, 16)]


async def test_what_is_not_done_in_its_time_is_given_up_and_cancelled(
    gatherer: ExecutionGatherer, queue: JobQueue
) -> None:
    began = time.monotonic()
    with pytest.raises(GaveUp):
        await gatherer.execute(ONE, SLEEPY, soon(1.0))
    assert time.monotonic() - began < 3.0
    for _ in range(200):
        if await queue.backlog() == 0:
            break
        await asyncio.sleep(0.05)
    assert await queue.backlog() == 0
    assert (await gatherer.execute(ONE, echo(1), soon(20))).runs[0].ok


async def test_a_wrong_request_is_refused_alone(gatherer: ExecutionGatherer) -> None:
    wrong = Execution(source="", language="cobol")
    right, refused = await asyncio.gather(
        gatherer.execute(ONE, echo(3), soon()), gatherer.execute(ONE, wrong, soon()), return_exceptions=True
    )
    assert isinstance(refused, BadInput)
    assert not isinstance(right, BaseException)


async def test_a_full_queue_is_waited_for(service: Service) -> None:
    url = f"redis://127.0.0.1:{service.redis_port}/0"
    narrow = JobQueue(url, max_backlog=4, max_backlog_bytes=1 << 30)
    gatherer = ExecutionGatherer(narrow, Settings(redis_url=url, max_backlog=4))
    try:
        lines = await asyncio.gather(*(gatherer.execute(ONE, echo(n), soon()) for n in range(16)))
    finally:
        await gatherer.close()
        await narrow.close()
    assert [line.runs[0].stdout for line in lines] == [f"it is {n}\n" for n in range(16)]


async def test_a_slow_program_of_one_key_does_not_hold_up_another_key(gatherer: ExecutionGatherer) -> None:
    slow = [asyncio.ensure_future(gatherer.execute(ONE, SLEEPY, soon(20))) for _ in range(4)]
    await asyncio.sleep(0.5)
    began = time.monotonic()
    assert (await gatherer.execute(OTHER, echo(1), soon(20))).runs[0].ok
    assert time.monotonic() - began < 10.0
    for task in slow:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_a_redis_that_is_away_is_told_and_nobody_waits_for_it() -> None:
    away = JobQueue(f"redis://127.0.0.1:{free_port()}/0", max_backlog=4, max_backlog_bytes=1 << 30)
    gatherer: Gatherer[Execution] = Gatherer(away, gather_executions, lambda _: 1)
    try:
        with pytest.raises(RedisError):
            await asyncio.wait_for(gatherer.run("one", echo(1), soon(60)), 30)
    finally:
        await gatherer.close()
        await away.close()
