"""What the queue lets in, over a real Redis: repeated requests, rates, room."""

from __future__ import annotations

import asyncio

import pytest

from equijudge_api.queue.admission import IdempotencyConflict, QueueFull, RateExceeded, Rates
from equijudge_api.queue.jobs import JobQueue
from equijudge_queue import schema
from tests.integration.queue_support import Both, answer, random_text, submission


async def test_an_idempotency_key_is_one_job_whoever_comes_first(queue: Both) -> None:
    first, second = (submission(["a", "b"], owner="me", idempotency_key="k") for _ in range(2))
    assert sorted(await asyncio.gather(queue.api.submit(first), queue.api.submit(second))) == [False, True]
    assert first.job_id == second.job_id
    assert await queue.api.backlog() == 2
    assert set(queue.chunks()) in (set(first.chunks), set(second.chunks))
    assert set(queue.waiting()) == set(queue.chunks())


async def test_an_idempotency_key_stands_for_one_request(queue: Both) -> None:
    await queue.api.submit(submission(["a"], owner="me", idempotency_key="k"))
    with pytest.raises(IdempotencyConflict):
        await queue.api.submit(submission(["b"], owner="me", idempotency_key="k"))
    assert await queue.api.submit(submission(["b"], owner="you", idempotency_key="k"))


def test_the_number_of_workers_does_not_make_it_another_request() -> None:
    few, many = (submission([str(n) for n in range(40)], slots, owner="o", idempotency_key="k") for slots in (1, 16))
    assert len(few.chunks) < len(many.chunks)
    assert few.fingerprint == many.fingerprint


def limited(redis_url: str, **rates: float) -> JobQueue:
    return JobQueue(redis_url, max_backlog=1000, max_backlog_bytes=1 << 20, rates=Rates(**rates))  # type: ignore[arg-type]


async def test_a_keys_requests_are_counted_and_come_back_with_time(queue: Both, redis_url: str) -> None:
    api = limited(redis_url, requests_per_s=0.5, request_burst=3)
    for _ in range(3):
        await api.take_request("me")
    with pytest.raises(RateExceeded) as refused:
        await api.take_request("me")
    assert 1.0 < refused.value.wait_s <= 2.0
    await api.take_request("you")
    bucket = schema.requests_key("me")
    queue.redis.hset(bucket, "at", float(queue.redis.hget(bucket, "at") or 0) - refused.value.wait_s)
    await api.take_request("me")
    await api.close()


async def test_a_key_that_has_sent_too_many_candidates_is_told_when_there_is_room(queue: Both, redis_url: str) -> None:
    api = limited(redis_url, candidates_per_s=0.1, candidate_burst=10)
    await api.submit(submission(["a"] * 8, owner="me"))
    refused_job = submission(["b"] * 4, owner="me", idempotency_key="k")
    with pytest.raises(RateExceeded) as refused:
        await api.submit(refused_job)
    assert 18 < refused.value.wait_s <= 20
    assert await api.job(refused_job.job_id) is None
    assert await api.submit(submission(["b"] * 4, owner="you"))
    await api.close()


async def test_a_batch_larger_than_a_minutes_worth_is_let_in_and_leaves_a_debt(queue: Both, redis_url: str) -> None:
    api = limited(redis_url, candidates_per_s=1, candidate_burst=10)
    assert await api.submit(submission(["a"] * 30, owner="me"))
    with pytest.raises(RateExceeded) as refused:
        await api.submit(submission(["b"], owner="me"))
    assert 20 < refused.value.wait_s <= 21
    await api.close()


async def test_a_replay_costs_no_candidates(queue: Both, redis_url: str) -> None:
    api = limited(redis_url, candidates_per_s=0.01, candidate_burst=2)
    assert await api.submit(submission(["a"] * 2, owner="me", idempotency_key="k"))
    assert not await api.submit(submission(["a"] * 2, owner="me", idempotency_key="k"))
    await api.close()


async def test_too_many_bytes_are_refused_like_too_many_candidates(queue: Both) -> None:
    await queue.submit([random_text(24_000)])
    with pytest.raises(QueueFull):
        await queue.api.submit(submission([random_text(24_000)]))
    assert len(queue.chunks()) == 1


async def test_room_comes_back_when_a_job_is_done_or_cancelled(queue: Both) -> None:
    done, cancelled = await queue.submit([random_text(14_000)]), await queue.submit([random_text(14_000)])
    claim = next(claim for claim in map(queue.claim, queue.chunks()) if claim.chunk.job_id == done)
    queue.store.report(claim, answer(claim))
    await queue.api.cancel(cancelled)
    assert (await queue.api.backlog(), queue.redis.get(schema.BACKLOG_BYTES)) == (0, b"0")
