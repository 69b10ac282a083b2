"""The fair order over a real Redis: who is next is told by counts and order alone, never by time."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Sequence

import pytest

from equijudge_api.queue.jobs import JobQueue
from equijudge_core.contracts.jobs import JobState
from equijudge_queue import schema
from equijudge_verifier.worker.claim import Claim, LeaseState
from equijudge_verifier.worker.store import Store, connect
from tests.integration.queue_support import Both, answer, submission

MANY = [str(n) for n in range(40)]  # more than one chunk a slot


@pytest.fixture
async def queue(redis_url: str) -> AsyncIterator[Both]:
    redis = connect(redis_url)
    redis.flushall()
    api = JobQueue(redis_url, max_backlog=10_000, max_backlog_bytes=1 << 24)
    yield Both(api, Store(redis, lease_s=60, cache_ttl_s=60), redis)
    await api.close()
    redis.close()


async def submit(queue: Both, owner: str, sources: Sequence[str] = MANY) -> str:
    """A job of a key, in chunks of one candidate (LEAST_CHUNKS are made of a small one)."""
    job = submission(sources, slots=20, owner=owner)
    await queue.api.submit(job)
    return job.job_id


def take(queue: Both, most: int = 1000) -> list[Claim]:
    """What workers are given that take one chunk after the other and end none, woken by RQ's entries as they come."""
    claims: list[Claim] = []
    while len(claims) < most and (rq_id := queue.redis.lpop(queue.store.queue.key)) is not None:
        claim = queue.store.claim(schema.chunk_id_of(str(rq_id, "utf-8")))  # type: ignore[arg-type]
        if claim is not None:
            claims.append(claim)
    return claims


def owners(claims: Sequence[Claim]) -> str:
    return "".join(claim.owner for claim in claims)


async def test_two_keys_take_turns_however_long_the_others_backlog_is(queue: Both) -> None:
    await submit(queue, "A")
    await submit(queue, "A")
    await submit(queue, "B", MANY[:3])
    order = owners(take(queue))
    assert order.rstrip("A") in ("ABABAB", "BABAB")
    assert order.count("A") == 2 * len(MANY)


async def test_a_job_that_comes_late_has_its_first_chunk_next_but_one(queue: Both) -> None:
    await submit(queue, "A")
    assert owners(take(queue, 10)) == "A" * 10
    await submit(queue, "B", MANY[:2])
    assert "B" in owners(take(queue, 2))
    assert "B" in owners(take(queue, 2))
    assert owners(take(queue)) == "A" * 28


async def test_within_a_key_jobs_take_turns_and_another_key_has_half_all_the_same(queue: Both) -> None:
    first, second = await submit(queue, "A"), await submit(queue, "A")
    other = await submit(queue, "B")
    taken = Counter(claim.chunk.job_id for claim in take(queue, 40))
    assert taken[other] == 20
    assert taken[first] == taken[second] == 10


async def test_a_key_does_not_get_more_by_sending_more_jobs(queue: Both) -> None:
    await submit(queue, "B")
    for _ in range(8):
        await submit(queue, "A", MANY[:5])
    assert Counter(owners(take(queue, 20))) == {"A": 10, "B": 10}


async def test_new_jobs_without_end_do_not_keep_an_old_one_waiting(queue: Both) -> None:
    """A key that sends a job of one chunk whenever its last one was taken."""
    old = await submit(queue, "A")
    new, taken = await submit(queue, "A", ["x"]), []
    for _ in range(20):
        taken += [claim.chunk.job_id for claim in take(queue, 1)]
        if taken[-1] == new:
            new = await submit(queue, "A", ["x"])
    assert taken.count(old) == 10


async def test_a_key_that_comes_back_has_no_more_than_its_share(queue: Both) -> None:
    await submit(queue, "A")
    order = ""
    for _ in range(10):
        await submit(queue, "B", ["x"])
        order += owners(take(queue, 2))
    assert Counter(order) == {"A": 10, "B": 10}


async def test_a_jobs_chunks_are_taken_in_their_order(queue: Both) -> None:
    await submit(queue, "A")
    await submit(queue, "B")
    indexes = [answer(claim)[0].index for claim in take(queue) if claim.owner == "A"]
    assert indexes == sorted(indexes)


async def test_a_chunk_that_is_given_back_is_the_first_of_its_job_again(queue: Both) -> None:
    await submit(queue, "A")
    claims = take(queue, 3)
    queue.store.release(claims[0])
    assert take(queue, 1)[0].chunk.chunk_id == claims[0].chunk.chunk_id


async def test_the_time_that_a_slot_was_held_is_charged(queue: Both) -> None:
    """A's chunk held a slot for ten seconds: B has ten times as many, of a second each, before it is A's turn."""
    await submit(queue, "A")
    await submit(queue, "B")
    claims = take(queue, 2)
    (long,) = [claim for claim in claims if claim.owner == "A"]
    chunk = schema.chunk_key(long.chunk.chunk_id)
    queue.redis.hset(chunk, "since", float(queue.redis.hget(chunk, "since") or 0) - 10)
    queue.store.finish(long)
    order = owners(take(queue, 14))
    assert order[:9] == "B" * 9
    assert order.endswith(("BA", "AB"))


async def test_a_worker_is_told_when_another_job_waits_and_not_when_its_own_does(queue: Both) -> None:
    await submit(queue, "A")
    (claim,) = take(queue, 1)
    assert queue.store.check_lease(claim) is LeaseState.HELD
    await submit(queue, "A", ["x"])
    assert queue.store.check_lease(claim) is LeaseState.WANTED


async def test_a_worker_is_told_when_a_key_waits_that_holds_no_slot(queue: Both) -> None:
    await submit(queue, "A")
    (claim,) = take(queue, 1)
    await submit(queue, "B", MANY[:3])
    assert queue.store.check_lease(claim) is LeaseState.STARVING
    (other,) = (each for each in take(queue, 2) if each.owner == "B")
    assert queue.store.check_lease(claim) is LeaseState.WANTED
    queue.store.finish(other)
    assert queue.store.check_lease(claim) is LeaseState.STARVING


async def test_a_slot_of_a_worker_that_is_gone_counts_no_more_after_its_lease(queue: Both) -> None:
    await submit(queue, "A")
    await submit(queue, "B", MANY[:3])
    mine, lost = sorted(take(queue, 2), key=lambda claim: claim.owner)
    queue.redis.zadd(schema.leases_key("B"), {lost.chunk.chunk_id: 1})
    assert queue.store.check_lease(mine) is LeaseState.STARVING
    assert queue.store.renew(lost)
    assert queue.store.check_lease(mine) is LeaseState.WANTED


async def test_long_chunks_wait_in_a_lane_of_their_own_and_run_in_half_the_slots(queue: Both) -> None:
    for slot in range(4):
        queue.store.announce(f"worker {slot}", {})
    await submit(queue, "A", MANY[:8])
    for claim in take(queue, 4):
        queue.store.release(claim, long=True)
    await submit(queue, "B", MANY[:8])
    claims = take(queue)
    assert [claim.long for claim in claims].count(True) == 2
    assert len(claims) == 4 + 8 + 2
    assert [claim.owner for claim in claims if claim.long] == ["A", "A"]


async def test_when_a_long_chunk_is_done_the_next_one_is_woken(queue: Both) -> None:
    await submit(queue, "A", MANY[:2])
    for claim in take(queue, 2):
        queue.store.release(claim, long=True)
    (first,) = take(queue)
    assert first.long
    assert queue.store.claim("none") is None
    queue.store.finish(first)
    queue.store.wake_worker(first)
    (second,) = take(queue)
    assert (second.long, second.chunk.chunk_id == first.chunk.chunk_id) == (True, False)


async def test_a_chunk_is_long_for_one_claim(queue: Both) -> None:
    await submit(queue, "A", ["x"])
    for long in (True, False):
        (claim,) = take(queue)
        queue.store.release(claim, long=long)
    (claim,) = take(queue)
    assert not claim.long


async def test_a_lost_worker_leaves_its_place_in_the_lane_of_long_chunks(queue: Both) -> None:
    await submit(queue, "A", MANY[:2])
    for claim in take(queue, 2):
        queue.store.release(claim, long=True)
    (lost,) = take(queue)
    queue.due(lost.chunk.chunk_id)
    queue.store.sweep(0.001)
    queue.store.wake_worker(lost)
    assert sorted(claim.long for claim in take(queue)) == [False, True]


async def test_a_cancelled_job_is_in_nobodys_way(queue: Both) -> None:
    cancelled = await submit(queue, "A")
    (claim,) = take(queue, 1)
    await submit(queue, "B", MANY[:3])
    await queue.api.cancel(cancelled)
    assert queue.store.check_lease(claim) is LeaseState.LOST
    assert owners(take(queue)) == "BBB"
    assert not queue.redis.exists(schema.line_key(cancelled), schema.jobs_in_line_key("A"))


async def test_a_lost_workers_chunk_waits_again_and_nothing_else_is_lost(queue: Both) -> None:
    await submit(queue, "A", MANY[:6])
    (lost,) = take(queue, 1)
    queue.due(lost.chunk.chunk_id)
    assert queue.store.sweep(0.001) == [lost.chunk.chunk_id]
    again = take(queue)
    assert again[0].chunk.chunk_id == lost.chunk.chunk_id
    assert len({claim.chunk.chunk_id for claim in again}) == len(again)


async def test_a_worker_that_dies_between_rqs_entry_and_its_claim_loses_nothing(queue: Both) -> None:
    await submit(queue, "A", MANY[:6])
    await submit(queue, "B", MANY[:6])
    queue.redis.ltrim(queue.store.queue.key, 5, -1)  # five entries taken, no chunk claimed
    for chunk in queue.chunks():
        queue.due(chunk)
    assert len(queue.store.sweep(0.001)) == 5
    assert len(take(queue)) == 12
    assert queue.store.claim("none") is None


async def test_chunks_that_an_older_version_accepted_are_done(queue: Both) -> None:
    """Such chunks are in RQ and in OPEN, and in no line; nor do they have a place."""
    old = await submit(queue, "A", MANY[:6])
    queue.redis.delete(schema.KEYS_IN_LINE, schema.TAGS, schema.FLOORS, schema.line_key(old))
    queue.redis.delete(schema.jobs_in_line_key("A"))
    for chunk in queue.chunks():
        queue.redis.hdel(schema.chunk_key(chunk), "place")
    await submit(queue, "B", MANY[:6])
    assert Counter(owners(take(queue))) == {"A": 6, "B": 6}


async def test_a_chunk_that_an_older_worker_took_is_not_taken_again(queue: Both) -> None:
    """It takes the chunk that RQ names, and leaves it in its line."""
    await submit(queue, "A", MANY[:4])
    first = schema.chunk_id_of(queue.redis.lpop(queue.store.queue.key).decode())  # type: ignore[union-attr]
    queue.redis.hset(schema.chunk_key(first), "state", "running")
    assert first not in [claim.chunk.chunk_id for claim in take(queue)]


async def test_when_all_is_done_nothing_is_left_in_line(queue: Both) -> None:
    job = await submit(queue, "A", MANY[:6])
    for claim in take(queue):
        queue.store.report(claim, answer(claim))
        queue.store.finish(claim)
    assert (await queue.status(job)).state is JobState.DONE
    assert not queue.redis.exists(schema.KEYS_IN_LINE, schema.jobs_in_line_key("A"), schema.line_key(job))


@pytest.mark.parametrize("jobs", [10, 300])
async def test_a_take_costs_the_same_however_many_jobs_wait(queue: Both, jobs: int) -> None:
    """Counted by Redis: how many commands a claim runs, its script's own included."""
    for _ in range(jobs):
        await submit(queue, "A", ["x"])
    queue.redis.config_resetstat()
    assert queue.store.claim("none") is not None
    calls = sum(int(stats["calls"]) for stats in queue.redis.info("commandstats").values())
    assert calls < 40


async def test_one_slot_gives_way_to_a_key_that_has_none_and_no_other(queue: Both) -> None:
    await submit(queue, "A")
    first, second = take(queue, 2)
    assert (queue.store.may_give_way(first), queue.store.may_give_way(second)) == (True, False)
    queue.redis.delete(schema.CUT)  # its time is over
    assert queue.store.may_give_way(second)
