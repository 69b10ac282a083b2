"""The rules of queue_schema, over a real Redis and nothing else: what is accepted, claimed, reported, lost."""

from __future__ import annotations

import asyncio
import json
import subprocess
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass

import pytest
from redis import Redis
from redis.exceptions import RedisError

from equijudge_api import batch, generations
from equijudge_api.queue import Full, JobQueue, KeyReused, Rates, Result, TooMany
from equijudge_api.settings import Settings
from equijudge_core import queue_schema as schema
from equijudge_core.contracts import AppliedLimits, CandidateResult, JobState, JobStatus, ResultLine, VerifyRequest
from equijudge_core.generations import ScoreRequest
from equijudge_core.problem import parse_row
from equijudge_core.verdict import Verdict
from equijudge_verifier.results import line
from equijudge_verifier.store import Claim, Store, connect
from tests.service import REDIS, SUM_ROW, body, free_port, items_of, wait_for

LIMITS = AppliedLimits(cpu_time_s=1, wall_time_s=2, memory_limit_bytes=1 << 20, output_limit_bytes=10)


@pytest.fixture(scope="module")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port, folder = free_port(), tmp_path_factory.mktemp("redis")
    command = [str(REDIS), "--port", str(port), "--dir", str(folder), "--save", "", "--logfile", "redis.log"]
    with subprocess.Popen(command) as process, Redis(port=port) as redis:
        wait_for(lambda: answers(redis), what="Redis")
        yield f"redis://127.0.0.1:{port}/0"
        process.terminate()


def answers(redis: Redis) -> bool:
    try:
        return bool(redis.ping())
    except RedisError:
        return False


@dataclass
class Both:
    """The two ends of the queue."""

    api: JobQueue
    store: Store
    redis: Redis

    async def submit(self, sources: Sequence[str], slots: int = 1) -> str:
        job = submission(sources, slots)
        await self.api.submit(job)
        return job.job_id

    async def status(self, job_id: str) -> JobStatus:
        job = await self.api.job(job_id)
        assert job is not None
        return job.status

    def chunks(self) -> list[str]:
        return [chunk.decode() for chunk in self.redis.zrange(schema.OPEN, 0, -1) if isinstance(chunk, bytes)]

    def claim(self, chunk_id: str) -> Claim:
        claim = self.store.claim(chunk_id)
        assert claim is not None
        return claim

    def due(self, chunk_id: str) -> None:
        """The time at which somebody should look after it has come."""
        self.redis.zadd(schema.OPEN, {chunk_id: 0})

    def waiting(self) -> list[str]:
        """What RQ would hand out, first to last."""
        return [schema.chunk_of(rq_id) for rq_id in self.store.queue.get_job_ids()]


@pytest.fixture
async def queue(redis_url: str) -> AsyncIterator[Both]:
    redis = connect(redis_url)
    redis.flushall()
    api = JobQueue(redis_url, max_backlog=100, max_backlog_bytes=20_000)
    yield Both(api, Store(redis, lease_s=60, cache_ttl_s=60), redis)
    await api.close()
    redis.close()


def submission(sources: Sequence[str], slots: int = 1, **origin: str) -> batch.Submission:
    request = VerifyRequest.model_validate(body(list(sources)))
    settings = Settings(redis_url="redis://")
    return batch.prepare(request, {}, settings, slots, batch.Origin(**origin))


def answer(claim: Claim, verdict: Verdict = Verdict.AC) -> list[ResultLine]:
    result = CandidateResult(verdict=verdict, tests_run=1, tests_total=1, limits=LIMITS)
    return [line(item, result, cached=False) for item in items_of(claim)]


async def test_a_request_that_is_repeated_by_the_connection_is_accepted_once(queue: Both) -> None:
    job = submission(["a", "b"])
    await queue.api.submit(job)
    claim = queue.claim(queue.chunks()[0])
    queue.store.report(claim, answer(claim))
    await queue.api.submit(job)
    assert (await queue.status(job.job_id)).done == len(items_of(claim))
    assert await queue.api.backlog() == 2 - len(items_of(claim))


async def test_an_idempotency_key_is_one_job_whoever_comes_first(queue: Both) -> None:
    first, second = (submission(["a", "b"], owner="me", idempotency_key="k") for _ in range(2))
    assert sorted(await asyncio.gather(queue.api.submit(first), queue.api.submit(second))) == [False, True]
    assert first.job_id == second.job_id
    assert await queue.api.backlog() == 2
    assert set(queue.chunks()) in (set(first.chunks), set(second.chunks))
    assert set(queue.waiting()) == set(queue.chunks())


async def test_an_idempotency_key_stands_for_one_request(queue: Both) -> None:
    await queue.api.submit(submission(["a"], owner="me", idempotency_key="k"))
    with pytest.raises(KeyReused):
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
    with pytest.raises(TooMany) as refused:
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
    with pytest.raises(TooMany) as refused:
        await api.submit(refused_job)
    assert 18 < refused.value.wait_s <= 20
    assert await api.job(refused_job.job_id) is None
    assert await api.submit(submission(["b"] * 4, owner="you"))
    await api.close()


async def test_a_batch_larger_than_a_minutes_worth_is_let_in_and_leaves_a_debt(queue: Both, redis_url: str) -> None:
    api = limited(redis_url, candidates_per_s=1, candidate_burst=10)
    assert await api.submit(submission(["a"] * 30, owner="me"))
    with pytest.raises(TooMany) as refused:
        await api.submit(submission(["b"], owner="me"))
    assert 20 < refused.value.wait_s <= 21
    await api.close()


async def test_a_replay_costs_no_candidates(queue: Both, redis_url: str) -> None:
    api = limited(redis_url, candidates_per_s=0.01, candidate_burst=2)
    assert await api.submit(submission(["a"] * 2, owner="me", idempotency_key="k"))
    assert not await api.submit(submission(["a"] * 2, owner="me", idempotency_key="k"))
    await api.close()


async def test_what_rq_carries_is_json_and_names_only_the_chunk(queue: Both) -> None:
    await queue.submit(["a"])
    (rq_id,) = queue.store.queue.get_job_ids()
    job = queue.store.queue.fetch_job(rq_id)
    assert job is not None
    assert json.loads(job.data) == [schema.VERIFY_CHUNK, None, [queue.chunks()[0]], {}]


async def test_too_many_bytes_are_refused_like_too_many_candidates(queue: Both) -> None:
    await queue.submit(["x" * 12_000])
    with pytest.raises(Full):
        await queue.api.submit(submission(["x" * 12_000]))
    assert len(queue.chunks()) == 1


async def test_room_comes_back_when_a_job_is_done_or_cancelled(queue: Both) -> None:
    done, cancelled = await queue.submit(["x" * 8000]), await queue.submit(["y" * 8000])
    claim = next(claim for claim in map(queue.claim, queue.chunks()) if claim.chunk.job_id == done)
    queue.store.report(claim, answer(claim))
    await queue.api.cancel(cancelled)
    assert (await queue.api.backlog(), queue.redis.get(schema.BACKLOG_BYTES)) == (0, b"0")


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
    assert [second.answered(item.index) for item in items] == [True, True] + [False] * (len(items) - 2)


async def test_a_lost_workers_chunk_comes_first(queue: Both) -> None:
    await queue.submit([str(n) for n in range(8)])
    waiting = queue.waiting()
    queue.claim(waiting[0])
    queue.redis.lpop(queue.store.queue.key)
    queue.due(waiting[0])
    assert queue.store.sweep(0.001) == [waiting[0]]
    assert queue.waiting() == waiting


async def test_a_chunk_that_rq_lost_is_found_while_others_wait(queue: Both) -> None:
    await queue.submit([str(n) for n in range(8)])
    lost, *others = queue.waiting()
    queue.redis.lpop(queue.store.queue.key)
    for chunk in [lost, *others]:
        queue.due(chunk)
    assert queue.store.sweep(0.001) == [lost]
    assert queue.waiting() == [lost, *others]


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
    claim = queue.claim(queue.waiting()[-1])
    queue.store.release(claim)
    assert queue.waiting()[0] == claim.chunk.chunk_id
    assert queue.store.claim(claim.chunk.chunk_id) is not None


async def test_a_stale_claim_cannot_report_what_another_judges(queue: Both) -> None:
    job_id = await queue.submit(["a"])
    old = queue.claim(queue.chunks()[0])
    queue.due(old.chunk.chunk_id)
    new = queue.claim(old.chunk.chunk_id)
    assert not queue.store.report(old, answer(old), {"key": answer(old)[0]})
    assert queue.store.cached(["key"]) == [None]
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
    assert queue.store.begin(old) is None
    assert queue.store.renew(new)


async def test_beginnings_are_counted_until_a_result_comes_in(queue: Both) -> None:
    await queue.submit(["a", "b", "c"], slots=1)
    claim = queue.claim(queue.chunks()[0])
    assert [queue.store.begin(claim), queue.store.begin(claim)] == [1, 2]
    queue.store.report(claim, answer(claim)[:0])
    assert queue.store.begin(claim) == 1


async def test_a_verdict_is_kept_with_its_result_and_without_its_place(queue: Both) -> None:
    await queue.submit(["a"])
    claim = queue.claim(queue.chunks()[0])
    (result,) = answer(claim)
    queue.store.report(claim, [result], {"key": result})
    (kept,) = queue.store.cached(["key"])
    assert kept == CandidateResult(verdict=Verdict.AC, tests_run=1, tests_total=1, limits=LIMITS)
    assert queue.redis.ttl(schema.verdict_key("key")) in range(50, 61)


async def test_a_problem_sent_with_a_request_expires_and_a_stored_one_does_not(queue: Both) -> None:
    problem = parse_row(SUM_ROW)
    key, kept_s = schema.problem_key(problem.problem_id), schema.PROBLEM_KEPT_S
    await queue.submit(["a"])
    queue.redis.expire(key, 100)
    await queue.submit(["b"])  # used again
    assert kept_s - 10 < int(str(queue.redis.ttl(key))) <= kept_s
    await queue.api.put_problems(batch.as_stored([problem]))
    await queue.submit(["c"])
    assert queue.redis.ttl(key) == queue.redis.ttl(schema.summary_key(problem.problem_id)) == -1


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
    monkeypatch.setattr("equijudge_api.queue.BLOCK_MS", 50)
    job = await queue.submit(["a"])
    claim = queue.claim(queue.chunks()[0])
    queue.store.report(claim, answer(claim))
    assert [some async for some in queue.api.results(job, 1000, until=None)] == []


async def test_waiting_ends_in_time(queue: Both) -> None:
    job = await queue.submit(["a"])
    started = time.monotonic()
    assert [result async for result in queue.api.results(job, 0, until=started + 0.3)] == []
    assert 0.25 < time.monotonic() - started < 1.5


async def scored(queue: Both, texts: Sequence[str]) -> tuple[str, str]:
    """The ids of a job of generations and of its closing chunk."""
    problems = [{"problem": SUM_ROW, "generations": list(texts)}]
    request = ScoreRequest.model_validate({"problems": problems})
    settings = Settings(redis_url="redis://")
    job = generations.prepare(request, generations.as_candidates(request), {}, settings, slots=1)
    await queue.api.submit(job)
    return job.job_id, job.closing


async def test_a_closing_chunk_is_in_no_queue_until_the_last_result(queue: Both) -> None:
    job_id, closing = await scored(queue, ["a", "b"])
    first, last = (queue.claim(chunk) for chunk in queue.chunks())
    queue.store.report(first, answer(first))
    assert closing not in (*queue.chunks(), *queue.waiting())
    assert queue.store.report(last, answer(last))
    assert closing in queue.chunks()
    assert queue.waiting()[0] == closing
    assert (await queue.status(job_id)).state == JobState.RUNNING


async def test_a_closing_chunk_is_opened_once_however_often_the_last_result_is_reported(queue: Both) -> None:
    _, closing = await scored(queue, ["a"])
    claim = queue.claim(queue.chunks()[0])
    for _ in range(2):
        assert queue.store.report(claim, answer(claim))
    assert queue.waiting().count(closing) == 1


async def test_a_job_ends_with_its_scores(queue: Both) -> None:
    job_id, closing = await scored(queue, ["a"])
    claim = queue.claim(queue.chunks()[0])
    queue.store.keep_samples(job_id, {0: b"measures"})
    queue.store.report(claim, answer(claim))
    queue.store.finish(claim)
    last = queue.claim(closing)
    assert queue.store.samples(job_id, [0]) == [b"measures"]
    assert queue.store.close_job(last, b'{"scores":{}}')
    queue.store.finish(last)
    assert (await queue.status(job_id)).state == JobState.DONE
    assert await queue.api.scores(job_id) == b'{"scores":{}}'
    assert (queue.chunks(), queue.redis.get(schema.BACKLOG_BYTES)) == ([], b"0")
    assert queue.store.samples(job_id, [0]) == [None]


async def test_scores_of_a_worker_that_lost_its_lease_are_not_taken(queue: Both) -> None:
    job_id, closing = await scored(queue, ["a"])
    claim = queue.claim(queue.chunks()[0])
    queue.store.report(claim, answer(claim))
    stale = queue.claim(closing)
    queue.due(closing)
    newer = queue.claim(closing)
    assert not queue.store.close_job(stale, b'{"scores":{"stale":1}}')
    assert queue.store.close_job(newer, b'{"scores":{}}')
    assert await queue.api.scores(job_id) == b'{"scores":{}}'


async def test_a_cancelled_job_of_generations_is_closed_by_nobody(queue: Both) -> None:
    job_id, closing = await scored(queue, ["a"])
    claim = queue.claim(queue.chunks()[0])
    await queue.api.cancel(job_id)
    assert not queue.store.report(claim, answer(claim))
    assert queue.store.claim(closing) is None
    assert not queue.redis.exists(schema.chunk_key(closing))


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
