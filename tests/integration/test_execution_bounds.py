"""What programs write is bounded where nobody knows beforehand how much it is: in Redis, and in who reads it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from equijudge_api.gathering import ExecutionGatherer, GaveUp
from equijudge_api.http.auth import Principal
from equijudge_api.outcome_only import OutcomeRules
from equijudge_api.planning.execute_plan import plan_executions
from equijudge_api.queue.admission import Origin, Submission
from equijudge_api.queue.jobs import READ_BYTES
from equijudge_api.responses.key_view import KeyView
from equijudge_api.settings import Settings
from equijudge_core.contracts.chunks import ExecuteItem
from equijudge_core.contracts.execute import AppliedExecuteLimits, Compiled, Execution, ExecutionLine, InputRun
from equijudge_queue import schema
from equijudge_verifier.worker.claim import Claim
from tests.integration.queue_bounds_support import QUOTA, grow_old
from tests.integration.queue_support import Both

LIMITS = AppliedExecuteLimits(
    cpu_time_s=1, wall_time_s=2, total_cpu_time_s=3, compile_time_s=1, memory_limit_bytes=1, output_limit_bytes=1
)


def job(owner: str, programs: int = 1) -> Submission:
    items = [ExecuteItem(index=n, body=Execution(source=f"print({n})")) for n in range(programs)]
    return plan_executions(items, 1, Origin(owner))


def line(index: int, size: int) -> ExecutionLine:
    run = InputRun(exit_code=0, stdout="x" * size)
    return ExecutionLine(index=index, compiled=Compiled(ok=True), runs=(run,), limits=LIMITS)


async def claimed(queue: Both, made: Submission) -> Claim:
    await queue.api.submit(made)
    claim = queue.store.claim("none")
    assert claim is not None
    return claim


def hand_in(queue: Both, claim: Claim, *lines: ExecutionLine) -> None:
    assert queue.store.report_executions(claim, lines, {})


async def test_what_a_program_writes_has_room_as_far_as_its_keys_quota_goes(small: Both) -> None:
    claim = await claimed(small, job("me", 2))
    assert small.store.has_room(claim, [line(0, QUOTA // 2)])
    hand_in(small, claim, line(0, QUOTA // 2))
    assert not small.store.has_room(claim, [line(1, QUOTA // 2)])
    assert not small.store.has_room(claim, [line(1, 2 * QUOTA)])
    assert small.store.has_room(claim, [line(1, 100)])


async def test_results_that_are_old_make_room_for_what_programs_write(small: Both) -> None:
    old = await claimed(small, job("me"))
    hand_in(small, old, line(0, QUOTA // 2))
    claim = await claimed(small, job("me"))
    assert not small.store.has_room(claim, [line(0, QUOTA // 2)])
    grow_old(small, schema.RESULTS_LEAST_S + 1)
    assert small.store.has_room(claim, [line(0, QUOTA // 2)])
    assert await small.api.job(old.chunk.job_id) is None


LONG = READ_BYTES // 2


@pytest.fixture
async def long_job(queue: Both) -> str:
    """A job whose first results are short and whose last are long."""
    claim = await claimed(queue, job("me", 40))
    hand_in(queue, claim, *(line(n, 10) for n in range(30)))
    for number in range(30, 40):
        hand_in(queue, claim, line(number, LONG))
    return claim.chunk.job_id


async def test_long_results_behind_short_ones_are_read_few_at_a_time(queue: Both, long_job: str) -> None:
    some = [each async for each in queue.api.results(long_job, 0, until=None)]
    assert [result.index for each in some for result in each] == list(range(40))
    assert max(sum(len(result.line) for result in each) for each in some) < READ_BYTES + 2 * LONG


async def test_an_outcome_only_key_reads_them_few_at_a_time_too(queue: Both, long_job: str) -> None:
    view = KeyView(queue.api, Principal("me", outcome_only=True), OutcomeRules())
    some = [each async for each in view.results(long_job, 5, until=time.monotonic() + 10)]
    assert [result.index for each in some for result in each] == list(range(5, 40))
    assert max(sum(len(result.line) for result in each) for each in some) < READ_BYTES + 2 * LONG


@pytest.fixture
async def narrow(queue: Both) -> AsyncIterator[ExecutionGatherer]:
    """A gatherer for which nobody works, with room for 10,000 bytes of each key and 25,000 of all."""
    settings = Settings(redis_url="redis://", max_key_bodies_bytes=10_000, max_bodies_bytes=25_000)
    made = ExecutionGatherer(queue.api, settings)
    yield made
    await made.close()


async def test_work_that_finds_no_room_to_wait_in_is_given_up_at_once(narrow: ExecutionGatherer) -> None:
    def wait(owner: str, size: int) -> asyncio.Task[ExecutionLine]:
        origin, work = Origin(owner, None, "r"), Execution(source="1", inputs=("x" * size,))
        return asyncio.ensure_future(narrow.execute(origin, work, time.monotonic() + 30))

    waiting = [wait("one", 9_000), wait("other", 9_000)]
    await asyncio.sleep(0.1)
    for owner, size in (("one", 2_000), ("third", 9_000)):
        with pytest.raises(GaveUp):
            await asyncio.wait_for(wait(owner, size), 5)
    waiting.append(wait("third", 2_000))
    await asyncio.sleep(0.1)
    assert not any(each.done() for each in waiting)
    for each in waiting:
        each.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    last = wait("one", 20_000)  # alone, it has room
    await asyncio.sleep(0.1)
    assert not last.done()
    last.cancel()
    await asyncio.gather(last, return_exceptions=True)
