"""Whoever waits in a drop-in's call, over a real Redis: in time or not at all, for room too, and never for nobody."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

import pytest

from equijudge_api.dropins.batch_jobs import Waiter, WaitingRoom
from equijudge_api.http.auth import ANYBODY
from equijudge_api.queue.admission import QuotaExceeded, Submission
from equijudge_api.queue.jobs import JobQueue, Result
from equijudge_api.responses.key_view import KeyView
from equijudge_core.contracts.jobs import JobState
from tests.integration.queue_support import Both, answer, random_text, submission


def waiter(api: JobQueue, within_s: float, room_bytes: int = 1 << 20) -> Waiter:
    return Waiter(api, KeyView(api, ANYBODY, None), WaitingRoom(room_bytes), time.monotonic() + within_s)


async def finish(waiting: Waiter, job: Submission) -> list[int]:
    """The results' indexes."""
    found: list[int] = []

    def take(some: Sequence[Result]) -> None:
        found.extend(each.index for each in some)

    await waiting.finish(job, take)
    return sorted(found)


async def judge_all(queue: Both) -> None:
    """As a worker does it, in a thread."""

    def work() -> None:
        for chunk in queue.chunks():
            claim = queue.claim(chunk)
            queue.store.report(claim, answer(claim))
            queue.store.finish(claim)

    await asyncio.to_thread(work)


async def test_results_that_come_in_time_are_taken(queue: Both) -> None:
    working = asyncio.create_task(finish(waiter(queue.api, 20), submission(["a", "b", "c"])))
    while not queue.chunks():
        await asyncio.sleep(0.01)
    await judge_all(queue)
    assert await working == [0, 1, 2]


async def test_a_job_that_is_not_done_in_time_has_no_result_and_is_cancelled(queue: Both) -> None:
    job = submission(["a"])
    assert await finish(waiter(queue.api, 0.2), job) == []
    assert (await queue.status(job.job_id)).state is JobState.CANCELLED
    assert await queue.api.backlog() == 0


async def test_a_full_queue_is_waited_for(queue: Both) -> None:
    """It holds 100 candidates."""
    before = submission([str(n) for n in range(100)])
    await queue.api.submit(before)
    job = submission(["a"])
    waiting = waiter(queue.api, 20)
    working = asyncio.create_task(finish(waiting, job))
    while not waiting.room.bytes:
        await asyncio.sleep(0.01)
    await queue.api.cancel(before.job_id)
    while await queue.api.job(job.job_id) is None:
        await asyncio.sleep(0.01)
    assert waiting.room.bytes == 0
    await judge_all(queue)
    assert await working == [0]


async def test_a_queue_that_stays_full_gives_no_result_in_time(queue: Both) -> None:
    await queue.api.submit(submission([str(n) for n in range(100)]))
    job, began = submission(["a"]), time.monotonic()
    assert await finish(waiter(queue.api, 0.3), job) == []
    assert time.monotonic() - began < 2
    assert await queue.api.job(job.job_id) is None


async def test_no_more_wait_for_room_than_the_memory_for_them(queue: Both) -> None:
    await queue.api.submit(submission([str(n) for n in range(100)]))
    began = time.monotonic()
    assert await finish(waiter(queue.api, 20, room_bytes=10), submission(["a"])) == []
    assert time.monotonic() - began < 2


async def test_what_a_key_may_never_hold_is_not_waited_for(small: Both) -> None:
    with pytest.raises(QuotaExceeded):
        await finish(waiter(small.api, 20), submission([random_text(60_000) for _ in range(4)], owner="me"))


async def test_a_job_whose_caller_is_gone_is_cancelled(queue: Both) -> None:
    """Also where it goes while the job is being accepted."""
    job = submission(["a"])
    working = asyncio.create_task(finish(waiter(queue.api, 60), job))
    while not queue.chunks():
        await asyncio.sleep(0)
    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working
    assert (await queue.status(job.job_id)).state is JobState.CANCELLED
