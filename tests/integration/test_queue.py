"""The rules of schema.py, over a real Redis and nothing else: what is claimed, reported, lost."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence

import pytest

from equijudge_api.queue.jobs import Result
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import CandidateResult
from equijudge_queue import schema
from equijudge_verifier.worker.claim import LeaseState
from tests.integration.queue_support import LIMITS, Both, answer, submission
from tests.service import items_of


async def test_a_request_that_is_repeated_by_the_connection_is_accepted_once(queue: Both) -> None:
    job = submission(["a", "b"])
    await queue.api.submit(job)
    claim = queue.claim(queue.chunks()[0])
    queue.store.report(claim, answer(claim))
    await queue.api.submit(job)
    assert (await queue.status(job.job_id)).done == len(items_of(claim))
    assert await queue.api.backlog() == 2 - len(items_of(claim))


async def test_what_rq_carries_is_json_and_names_only_the_chunk(queue: Both) -> None:
    await queue.submit(["a"])
    (rq_id,) = queue.store.queue.get_job_ids()
    job = queue.store.queue.fetch_job(rq_id)
    assert job is not None
    assert json.loads(job.data) == [schema.VERIFY_CHUNK, None, [queue.chunks()[0]], {}]


async def test_a_cancelled_jobs_chunk_is_not_claimed_and_its_results_are_refused(queue: Both) -> None:
    job = await queue.submit(["a"])
    chunk = queue.chunks()[0]
    claim = queue.claim(chunk)
    assert queue.store.renew(claim)
    await queue.api.cancel(job)
    assert not queue.store.renew(claim)
    assert not queue.store.report(claim, answer(claim))
    assert queue.store.claim(chunk) is None
    assert queue.chunks() == []


async def test_a_chunk_that_was_answered_but_not_finished_is_not_handed_out_again(queue: Both) -> None:
    await queue.submit(["a"])
    claim = queue.claim(queue.chunks()[0])
    queue.store.report(claim, answer(claim))  # and the worker dies before store.finish
    queue.due(claim.chunk.chunk_id)
    assert queue.store.sweep(0.001) == []
    assert queue.chunks() == []


async def test_what_was_answered_before_a_take_over_is_known_to_the_next_worker(queue: Both) -> None:
    await queue.submit([str(n) for n in range(40)])
    first = queue.claim(queue.chunks()[0])
    items = items_of(first)
    queue.store.report(first, answer(first)[:2])
    queue.store.release(first)
    second = queue.claim(first.chunk.chunk_id)
    assert [second.is_answered(item.index) for item in items] == [True, True] + [False] * (len(items) - 2)


async def test_a_lost_workers_chunk_comes_first(queue: Both) -> None:
    await queue.submit([str(n) for n in range(8)])
    waiting = queue.waiting()
    queue.claim(waiting[0])
    queue.redis.lpop(queue.store.queue.key)
    queue.due(waiting[0])
    assert queue.store.sweep(0.001) == [waiting[0]]
    assert queue.waiting() == waiting


async def test_an_entry_that_rq_lost_is_made_good_while_others_wait(queue: Both) -> None:
    await queue.submit([str(n) for n in range(8)])
    chunks = queue.waiting()
    queue.redis.lpop(queue.store.queue.key)
    for chunk in chunks:
        queue.due(chunk)
    assert len(queue.store.sweep(0.001)) == 1
    assert queue.store.sweep(0.001) == []
    assert len(queue.waiting()) == len(chunks)
    assert [queue.claim(chunk).chunk.chunk_id for chunk in queue.waiting()] == chunks


async def test_a_chunk_that_was_accepted_but_never_enqueued_is_found(queue: Both) -> None:
    await queue.submit(["a"])
    queue.redis.delete(queue.store.queue.key)
    queue.due(queue.chunks()[0])
    assert queue.store.sweep(0.001) == queue.waiting() == queue.chunks()


async def test_one_worker_sweeps_at_a_time(queue: Both) -> None:
    await queue.submit(["a"])
    queue.redis.delete(queue.store.queue.key)
    assert queue.store.sweep(60) == []  # nothing was due, but it was somebody's turn
    queue.due(queue.chunks()[0])
    assert queue.store.sweep(60) == []


async def test_a_released_chunk_is_the_next_one(queue: Both) -> None:
    await queue.submit([str(n) for n in range(8)])
    _, second = (queue.claim(chunk) for chunk in queue.waiting()[:2])
    queue.store.release(second)
    assert queue.waiting()[0] == second.chunk.chunk_id
    assert queue.claim(queue.waiting()[-1]).chunk.chunk_id == second.chunk.chunk_id


async def test_a_stale_claim_cannot_report_what_another_judges(queue: Both) -> None:
    job_id = await queue.submit(["a"])
    old = queue.claim(queue.chunks()[0])
    queue.due(old.chunk.chunk_id)
    new = queue.claim(old.chunk.chunk_id)
    assert not queue.store.report(old, answer(old), {"key": answer(old)[0]})
    assert queue.store.load_verdicts(["key"]) == [None]
    assert (await queue.status(job_id)).done == 0
    assert queue.store.report(new, answer(new))
    assert (await queue.status(job_id)).done == 1


async def test_a_stale_claim_cannot_release_or_finish_what_another_has(queue: Both) -> None:
    await queue.submit(["a"])
    old = queue.claim(queue.chunks()[0])
    queue.due(old.chunk.chunk_id)
    new = queue.claim(old.chunk.chunk_id)
    waiting = queue.store.queue.count
    queue.store.release(old)
    assert queue.store.queue.count == waiting
    assert queue.redis.hget(schema.chunk_key(new.chunk.chunk_id), "state") == b"running"
    queue.store.finish(old)
    assert queue.store.count_try(old) is None
    assert queue.store.renew(new)


async def test_beginnings_are_counted_until_a_result_comes_in(queue: Both) -> None:
    await queue.submit(["a", "b", "c"], slots=1)
    claim = queue.claim(queue.chunks()[0])
    assert [queue.store.count_try(claim), queue.store.count_try(claim)] == [1, 2]
    queue.store.report(claim, answer(claim)[:0])
    assert queue.store.count_try(claim) == 1


async def test_a_verdict_is_kept_with_its_result_and_without_its_place(queue: Both) -> None:
    await queue.submit(["a"])
    claim = queue.claim(queue.chunks()[0])
    (result,) = answer(claim)
    queue.store.report(claim, [result], {"key": result})
    (kept,) = queue.store.load_verdicts(["key"])
    assert kept == CandidateResult(verdict=Verdict.AC, tests_run=1, tests_total=1, limits=LIMITS)
    goes_at = queue.redis.zscore(schema.VERDICTS, schema.verdict_key("key"))
    assert 50 < float(str(goes_at)) - time.time() <= 61


async def test_a_stream_of_results_ends_with_a_cancelled_job(queue: Both) -> None:
    job = await queue.submit([str(n) for n in range(40)])
    claim = queue.claim(queue.chunks()[0])
    queue.store.report(claim, answer(claim))
    await queue.api.cancel(job)
    found = [result async for some in queue.api.results(job, 0, until=None) for result in some]
    assert sorted(indexes(found)) == [item.index for item in items_of(claim)]
    assert (await queue.status(job)).state == JobState.CANCELLED


async def test_an_offset_leaves_out_as_many_results(queue: Both) -> None:
    job = await queue.submit([str(n) for n in range(8)])
    for claim in map(queue.claim, queue.chunks()):
        queue.store.report(claim, answer(claim))
    every, rest = [[r async for some in queue.api.results(job, at, until=None) for r in some] for at in (0, 3)]
    assert indexes(rest) == indexes(every)[3:]


async def test_an_offset_behind_the_end_is_the_end(queue: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("equijudge_api.queue.jobs.BLOCK_MS", 50)
    job = await queue.submit(["a"])
    claim = queue.claim(queue.chunks()[0])
    queue.store.report(claim, answer(claim))
    assert [some async for some in queue.api.results(job, 1000, until=None)] == []


async def test_waiting_ends_in_time(queue: Both) -> None:
    job = await queue.submit(["a"])
    started = time.monotonic()
    assert [result async for result in queue.api.results(job, 0, until=started + 0.3)] == []
    assert time.monotonic() - started > 0.25


def indexes(results: Sequence[Result | None]) -> list[int]:
    return [result.index for result in results if result is not None]


async def test_a_result_is_counted_once_whoever_reports_it(queue: Both) -> None:
    await queue.submit(["a", "b"])
    old = queue.claim(queue.chunks()[0])
    assert queue.store.report(old, answer(old)[:1])
    assert queue.store.report(old, answer(old)[:1])
    queue.due(old.chunk.chunk_id)
    new = queue.claim(old.chunk.chunk_id)
    assert not queue.store.report(old, answer(old))
    assert queue.store.report(new, answer(new))
    counts = (await queue.api.snapshot()).counts
    assert counts == {"candidates/AC": len(items_of(new))}


async def test_a_claim_tells_how_long_its_job_has_waited(queue: Both) -> None:
    await queue.submit(["a"])
    time.sleep(0.2)
    assert 0.2 <= queue.claim(queue.chunks()[0]).waited_s < 60


async def test_a_job_that_is_withdrawn_before_it_comes_is_never_judged(queue: Both) -> None:
    job = submission(["a"], idempotency_key="mine")
    await queue.api.withdraw(job.job_id, job.owner)
    assert not await queue.api.submit(job)
    assert (await queue.status(job.job_id)).state is JobState.CANCELLED
    assert (queue.chunks(), await queue.api.backlog()) == ([], 0)
    assert [result async for result in queue.api.results(job.job_id, 0, until=None)] == []


async def test_a_job_that_is_withdrawn_after_it_came_is_cancelled(queue: Both) -> None:
    job = submission(["a"], idempotency_key="mine")
    await queue.api.submit(job)
    claim = queue.claim(queue.chunks()[0])
    assert queue.store.check_lease(claim) is LeaseState.HELD
    await queue.api.withdraw(job.job_id, job.owner)
    await queue.api.withdraw(job.job_id, job.owner)
    assert (await queue.status(job.job_id)).state is JobState.CANCELLED
    assert (queue.chunks(), await queue.api.backlog()) == ([], 0)
    assert queue.store.check_lease(claim) is LeaseState.LOST


async def test_a_worker_that_has_lost_its_chunk_to_another_does_not_hold_it(queue: Both) -> None:
    await queue.submit(["a"])
    claim = queue.claim(queue.chunks()[0])
    queue.due(claim.chunk.chunk_id)
    later = queue.store.claim(claim.chunk.chunk_id)
    assert later is not None
    assert (queue.store.check_lease(claim), queue.store.check_lease(later)) == (LeaseState.LOST, LeaseState.HELD)


async def test_who_waits_for_results_is_let_go_when_the_service_goes_down(queue: Both) -> None:
    job = await queue.submit(["a"])
    waiting = asyncio.ensure_future(anext(queue.api.results(job, 0, until=None), None))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    queue.api.shutdown.begin()
    assert await asyncio.wait_for(waiting, 4) is None  # a blocking read takes five seconds
