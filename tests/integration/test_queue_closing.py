"""The chunk that closes a job of generations, over a real Redis: opened once, by the last result."""

from __future__ import annotations

from collections.abc import Sequence

from equijudge_api.planning import scores_plan
from equijudge_api.settings import Settings
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.score_requests import ScoreRequest
from equijudge_queue import schema
from tests.integration.queue_support import Both, answer
from tests.service import SUM_ROW


async def scored(queue: Both, texts: Sequence[str]) -> tuple[str, str]:
    """The ids of a job of generations and of its closing chunk."""
    problems = [{"problem": SUM_ROW, "generations": list(texts)}]
    request = ScoreRequest.model_validate({"problems": problems})
    settings = Settings(redis_url="redis://")
    job = scores_plan.plan_scores(request, scores_plan.to_verify_request(request), {}, settings, slots=1)
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
    assert queue.store.load_samples(job_id, [0]) == [b"measures"]
    assert queue.store.close_job(last, b'{"scores":{}}')
    queue.store.finish(last)
    assert (await queue.status(job_id)).state == JobState.DONE
    assert await queue.api.scores(job_id) == b'{"scores":{}}'
    assert (queue.chunks(), queue.redis.get(schema.BACKLOG_BYTES)) == ([], b"0")
    assert queue.store.load_samples(job_id, [0]) == [None]


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
