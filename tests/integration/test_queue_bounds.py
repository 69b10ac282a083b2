"""What is held is counted exactly, bounded, and goes when nobody needs it: the queue's rules 11 and 12."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from redis.asyncio import Redis as AsyncRedis

from equijudge_api.planning import verify_plan
from equijudge_api.queue.admission import Origin, QuotaExceeded, Submission
from equijudge_api.queue.cleanup import Cleanup, bytes_to_free, memory_bounds
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import CandidateResult, VerifyRequest
from equijudge_core.errors import BadInput
from equijudge_queue import schema
from tests.integration.queue_bounds_support import (
    QUOTA,
    SETTINGS,
    counted,
    finish,
    grow_old,
    job,
    problem_of,
    referring,
    row,
)
from tests.integration.queue_support import LIMITS, Both, answer
from tests.service import body


async def test_what_a_job_holds_is_counted_by_kind_and_released(small: Both, cleanup: Cleanup) -> None:
    mine = job("one", "me", 4000)
    await small.api.submit(mine)
    held = await small.api.held_bytes("me")
    assert set(held) == {"queue", "results", "problems"}
    assert 4000 // 2 < held["problems"] < 8000
    assert held == counted(small)
    finish(small, mine.job_id)
    over = await small.api.held_bytes("me")
    assert ("queue" in over, over["problems"], over["results"] > held["results"]) == (False, held["problems"], True)
    grow_old(small, schema.PROBLEM_KEPT_S + 1)
    await cleanup.tidy()
    assert (await small.api.held_bytes("me"), counted(small)) == ({}, {})
    assert await small.api.job(mine.job_id) is None
    assert await small.api.problem_row(problem_of(mine)) is None
    left = {key.decode() for key in small.redis.scan_iter("ej:*")} - {schema.TAGS, schema.FLOORS}
    assert {key.split(":")[1] for key in left} <= {"backlog", "metrics", "pace", "rate"}


async def test_a_problem_that_runs_is_kept_and_one_that_nobody_needs_goes_with_age(
    small: Both, cleanup: Cleanup
) -> None:
    running, over = job("runs", "me"), job("over", "me")
    await small.api.submit(running)
    await small.api.submit(over)
    finish(small, over.job_id)
    grow_old(small, schema.PROBLEM_KEPT_S + 1)
    assert await cleanup.tidy() == 2  # a problem and a job's results
    assert await small.api.problem_row(problem_of(running)) is not None
    assert await small.api.problem_row(problem_of(over)) is None
    assert (await small.api.job(running.job_id)) is not None


async def test_the_same_problem_is_stored_once_and_charged_to_who_used_it_last(small: Both) -> None:
    request = row("same", 8000)
    texts = VerifyRequest.model_validate(body(["a"], request))
    mine, yours = (verify_plan.plan_verify(texts, {}, SETTINGS, 1, Origin(owner)) for owner in ("me", "you"))
    await small.api.submit(mine)
    size = (await small.api.held_bytes("me"))["problems"]
    await small.api.submit(yours)
    assert (counted(small)["problems"], counted(small, "you")["problems"]) == (size, size)
    assert "problems" not in counted(small, "me")
    finish(small, yours.job_id)
    assert small.redis.zscore(schema.AGES[0], problem_of(mine)) is None  # mine runs
    finish(small, mine.job_id)
    assert small.redis.zscore(schema.AGES[0], problem_of(mine)) is not None


async def test_a_key_over_its_quota_is_refused_whole_and_others_are_not(small: Both) -> None:
    first, second = job("first", "me", 60_000), job("second", "me", 60_000)
    await small.api.submit(first)
    before = (counted(small), small.chunks(), counted(small, "me"))
    with pytest.raises(QuotaExceeded) as refused:
        await small.api.submit(second)
    assert (refused.value.quota, refused.value.held, refused.value.wait_s) == (QUOTA, before[2], 60)
    assert (counted(small), small.chunks(), counted(small, "me")) == before
    assert await small.api.job(second.job_id) is None
    assert await small.api.problem_row(problem_of(second)) is None
    assert await small.api.submit(job("third", "you", 60_000))
    await small.api.cancel(first.job_id)
    assert await small.api.submit(second)  # the first one's problem makes room


async def test_what_can_never_fit_is_told_apart(small: Both) -> None:
    with pytest.raises(QuotaExceeded) as refused:
        await small.api.submit(job("large", "me", 4 * QUOTA))
    assert refused.value.wait_s is None


async def test_old_results_make_room_and_young_ones_are_waited_for(small: Both) -> None:
    async def done_one_after_another() -> None:
        for _ in range(1000):
            each = job("same", "me")
            await small.api.submit(each)
            finish(small, each.job_id)

    with pytest.raises(QuotaExceeded) as refused:
        await done_one_after_another()
    assert refused.value.held["results"] > QUOTA // 2
    grow_old(small, schema.RESULTS_LEAST_S)
    another = job("same", "me")
    assert await small.api.submit(another)
    counts = (await small.api.snapshot()).counts
    assert counts["dropped/results"] >= 1
    assert counts["dropped_bytes/results"] > 0


async def test_a_job_of_a_problem_that_has_gone_is_refused(small: Both) -> None:
    with pytest.raises(BadInput, match="stored no more"):
        await small.api.submit(referring("gone", "me", small))


def with_known(owner: str, sources: Sequence[str], indexes: Sequence[int], message: str = "") -> Submission:
    """A job of which these candidates have their results already; all of them: no chunk is left."""
    request = VerifyRequest.model_validate(body(list(sources), row("known")))
    checked = verify_plan.check_request(request, {}, SETTINGS)
    result = CandidateResult(verdict=Verdict.AC, tests_run=1, tests_total=1, limits=LIMITS, compile_message=message)
    items = [item for item, _ in verify_plan.items_with_cost(request, checked.problems)]
    known = tuple(items[index].result_line(result, cached=True) for index in indexes)
    return verify_plan.plan_verify(request, {}, SETTINGS, 1, Origin(owner), checked, known)


def stored_results(queue: Both, job_id: str) -> int:
    """Bytes of a job and its results, from what lies there."""
    entries: Any = queue.redis.xrange(schema.results_key(job_id))
    return 2048 + sum(len(fields[b"line"]) + 128 for _, fields in entries if b"line" in fields)


async def test_results_that_were_known_are_held_and_go_like_others(small: Both, cleanup: Cleanup) -> None:
    known = with_known("me", ["a", "b"], [0, 1])
    assert await small.api.submit(known)
    assert (await small.status(known.job_id)).state is JobState.DONE
    size = stored_results(small, known.job_id)
    assert (small.chunks(), await small.api.backlog()) == ([], 0)
    assert int(small.redis.get(schema.BACKLOG_BYTES) or 0) == 0
    held = await small.api.held_bytes("me")
    assert (set(held), held["results"]) == ({"results", "problems"}, size)
    assert small.redis.zscore(schema.AGES[0], problem_of(known)) is not None
    grow_old(small, schema.PROBLEM_KEPT_S + 1)
    await cleanup.tidy()
    assert (await small.api.held_bytes("me"), counted(small)) == ({}, {})
    assert await small.api.job(known.job_id) is None


async def test_of_a_job_that_is_known_in_part_all_is_counted_once(small: Both) -> None:
    partly = with_known("me", ["a", "b", "c"], [1])
    assert await small.api.submit(partly)
    before = (await small.api.held_bytes("me"))["results"]
    assert before == stored_results(small, partly.job_id)
    finish(small, partly.job_id)
    held = await small.api.held_bytes("me")
    assert (await small.status(partly.job_id)).state is JobState.DONE
    assert ("queue" in held, held["results"]) == (False, stored_results(small, partly.job_id))
    assert held["results"] > before


async def test_results_that_are_known_need_room_too(small: Both) -> None:
    known = with_known("me", ["a"], [0], "x" * QUOTA)
    with pytest.raises(QuotaExceeded) as refused:
        await small.api.submit(known)
    assert (refused.value.wait_s, await small.api.held_bytes("me"), await small.api.job(known.job_id)) == (
        None,
        {},
        None,
    )


async def test_a_job_that_is_cancelled_while_it_runs_is_in_no_book_any_more(small: Both, cleanup: Cleanup) -> None:
    mine = job("mine", "me", sources=["a", "b", "c"])
    await small.api.submit(mine)
    claim = small.store.claim("none")
    assert claim is not None
    small.store.report(claim, answer(claim))
    await small.api.cancel(mine.job_id)
    held = await small.api.held_bytes("me")
    assert (set(held), held["results"]) == ({"results", "problems"}, stored_results(small, mine.job_id))
    assert not small.redis.exists(schema.leases_key("me"), schema.KEYS_IN_LINE, schema.needs_key(mine.job_id))
    grow_old(small, schema.PROBLEM_KEPT_S + 1)
    await cleanup.tidy()
    assert counted(small) == {}


async def test_results_stay_until_an_outcome_only_key_has_seen_them(small: Both, redis_url: str) -> None:
    each = job("slow", "me")
    await small.api.submit(each)
    finish(small, each.job_id)
    grow_old(small, schema.RESULTS_LEAST_S + 100)
    small.redis.set("of somebody else", b"x" * (30 << 20))
    cadence = SETTINGS.model_copy(update={"outcome_only_cadence_s": 200.0})
    used: Any = small.redis.info("memory")
    async with AsyncRedis.from_url(redis_url, protocol=2) as redis:
        with bounded(small, int(used["used_memory"] * 0.98)):
            await Cleanup(redis, cadence.results_least_s()).tidy()
            assert await small.api.job(each.job_id) is not None
            await Cleanup(redis, SETTINGS.results_least_s()).tidy()
            assert await small.api.job(each.job_id) is None


async def test_withdrawn_jobs_are_counted_and_bounded(small: Both) -> None:
    async def many_withdrawn() -> None:
        for number in range(100):
            await small.api.withdraw(f"{number:032x}", "me")

    with pytest.raises(QuotaExceeded):
        await many_withdrawn()
    assert counted(small, "me")["results"] <= QUOTA


async def test_beyond_a_kinds_bound_the_oldest_go_and_accepted_work_stays(
    small: Both, cleanup: Cleanup, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = [job(f"{number}", f"key {number}", 2000) for number in range(6)]
    for each in jobs:
        await small.api.submit(each)
    for each in jobs[:4]:
        finish(small, each.job_id)
        time.sleep(0.01)
    size = counted(small)["problems"]
    monkeypatch.setattr("equijudge_api.queue.cleanup.UNBOUNDED_BYTES", 4 * int(0.55 * size))
    assert await cleanup.tidy() == 3
    there = [await small.api.problem_row(problem_of(each)) is not None for each in jobs]
    assert there == [False, False, False, True, True, True]
    monkeypatch.setattr("equijudge_api.queue.cleanup.UNBOUNDED_BYTES", 4)
    assert await cleanup.tidy() == 1  # results are too young
    grow_old(small, schema.RESULTS_LEAST_S)
    assert await cleanup.tidy() == 4
    for each in jobs[4:]:
        finish(small, each.job_id)
        assert (await small.status(each.job_id)).state is JobState.DONE


async def test_verdicts_are_counted_however_often_they_are_kept(small: Both, cleanup: Cleanup) -> None:
    rest = random.Random(7)
    for number in range(30):
        each = job("same", "me")
        await small.api.submit(each)
        claim = small.claim(small.chunks()[0])
        (result,) = answer(claim)
        kept = result.model_copy(update={"reason": "r" * rest.randrange(50)})
        small.store.report(claim, [result], {f"key {number % 7}": kept})
        small.store.finish(claim)
        small.redis.delete(schema.bytes_key("me"))  # no quota here
    texts = [small.redis.strlen(schema.verdict_key(f"key {number}")) for number in range(7)]
    assert counted(small)["verdicts"] == sum(int(str(size)) + 320 for size in texts)
    grow_old(small, 61)
    assert await cleanup.tidy() == 7
    assert "verdicts" not in counted(small)


@contextmanager
def bounded(queue: Both, most: int) -> Iterator[None]:
    queue.redis.config_set("maxmemory", str(most))
    try:
        yield
    finally:
        queue.redis.config_set("maxmemory", "0")


async def test_a_full_redis_is_emptied_of_what_nobody_needs_and_takes_work_again(queue: Both, cleanup: Cleanup) -> None:
    running = job("runs", "me", 4000)
    await queue.api.submit(running)
    for number in range(60):
        each = job(f"{number}", f"key {number}", 100_000)
        await queue.api.submit(each)
        finish(queue, each.job_id)
    queue.redis.set("of somebody else", b"x" * (30 << 20))  # no kind is over its share
    used: Any = queue.redis.info("memory")
    with bounded(queue, int(used["used_memory"] * 0.98)):
        assert "is full" in await queue.api.health.trouble()
        assert await cleanup.tidy() > 0
        assert await queue.api.health.trouble() == ""
        assert await queue.api.submit(job("again", "you"))
        assert await queue.api.problem_row(problem_of(running)) is not None
    finish(queue, running.job_id)


def test_a_redis_that_is_not_nearly_full_frees_nothing() -> None:
    assert [bytes_to_free({"used_memory": used, "maxmemory": 1000}) for used in (850, 900, 901, 1000)] == [
        0,
        0,
        51,
        150,
    ]
    assert bytes_to_free({"used_memory": 10}) == bytes_to_free({}) == 0
    bounds = memory_bounds(1 << 30)
    assert bounds.verdicts + bounds.problems + bounds.results == 3 << 28
