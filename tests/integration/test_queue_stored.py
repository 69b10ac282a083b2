"""Problems stored in the queue, jobs that end, and chunks of the version before."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from equijudge_api.planning import scores_plan, verify_plan
from equijudge_api.queue.admission import QuotaExceeded
from equijudge_api.queue.cleanup import Cleanup
from equijudge_api.settings import Settings
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.score_requests import ScoreRequest
from equijudge_core.judging.problem import parse_row
from equijudge_queue import schema
from equijudge_queue.chunk_payload import UnreadableChunk
from equijudge_queue.compression import unpack
from tests.integration.queue_bounds_support import (
    counted,
    finish,
    grow_old,
    job,
    problem_of,
    referring,
    row,
)
from tests.integration.queue_support import Both, answer
from tests.service import SUM_ROW, items_of


async def test_stored_problems_are_charged_and_deleted_by_their_key_alone(small: Both) -> None:
    problem = parse_row(row("kept", 20_000))
    name = problem.problem_id
    await small.api.put_problems(verify_plan.to_stored_texts([problem]), "me")
    held = await small.api.held_bytes("me")
    await small.api.put_problems(verify_plan.to_stored_texts([problem]), "you")
    assert (list(held), await small.api.held_bytes("you"), await small.api.held_bytes("me")) == (["stored"], {}, held)
    many = [parse_row(row(f"{number}", 40_000)) for number in range(4)]
    with pytest.raises(QuotaExceeded):
        await small.api.put_problems(verify_plan.to_stored_texts(many), "me")
    assert await small.api.problem_ids(0, 10) == [name]
    running = referring(name, "you", small)
    await small.api.submit(running)
    assert await small.api.delete_problem(name, "somebody") == "none"
    assert await small.api.delete_problem(name, "you") == "deleted"  # it stays: another key has stored it too
    assert await small.api.delete_problem(name, "me") == "needed"
    await small.api.cancel(running.job_id)
    assert await small.api.delete_problem(name, "me") == "deleted"
    assert (await small.api.held_bytes("me"), await small.api.problem_ids(0, 10)) == ({}, [])


async def test_what_is_stored_for_good_is_not_written_anew(small: Both) -> None:
    """Its id says what it is: text that is in no id would be counted by nobody."""
    problem = parse_row(row("same", 1000))
    await small.api.put_problems(verify_plan.to_stored_texts([problem]), "me")
    before = counted(small), await small.api.problem_row(problem.problem_id)
    more = {problem.problem_id: (json.dumps(row("same", 1000)) + " " * 50_000, "{}")}
    await small.api.put_problems(more, "me")
    assert (counted(small), await small.api.problem_row(problem.problem_id)) == before


async def test_who_stored_it_first_takes_it_away_from_nobody_who_stored_it_too(small: Both) -> None:
    problem = parse_row(row("ours", 1000))
    for owner in ("me", "you"):
        await small.api.put_problems(verify_plan.to_stored_texts([problem]), owner)
    held = await small.api.held_bytes("me")
    assert await small.api.delete_problem(problem.problem_id, "me") == "deleted"
    assert (await small.api.held_bytes("me"), await small.api.held_bytes("you")) == ({}, held)
    await small.api.submit(referring(problem.problem_id, "you", small))
    assert await small.api.delete_problem(problem.problem_id, "me") == "none"


async def test_a_problem_that_came_with_a_request_may_be_stored_for_good(small: Both, cleanup: Cleanup) -> None:
    each = job("first", "you")
    await small.api.submit(each)
    request = small.redis.get(schema.problem_key(problem_of(each)))
    assert request is not None
    entry = {problem_of(each): each.sent[problem_of(each)]}
    await small.api.put_problems(entry, "me")
    finish(small, each.job_id)
    grow_old(small, schema.PROBLEM_KEPT_S + 1)
    await cleanup.tidy()
    assert await small.api.problem_row(problem_of(each)) is not None
    assert list(counted(small)) == ["stored"]


async def test_what_rq_keeps_of_a_cancelled_job_goes_with_it(queue: Both, cleanup: Cleanup) -> None:
    """Its jobs at once, the entries that would wake a worker for nothing when they are too many."""
    redis: Any = queue.redis
    left = job("kept", "me")
    await queue.api.submit(left)
    sent = [job(f"p{number}", "me", sources=[f"{number} {each}" for each in range(3)]) for number in range(8)]
    for each in sent:
        await queue.api.submit(each)
    assert redis.llen(schema.RQ_LIST) >= 9
    for each in sent:
        await queue.api.cancel(each.job_id)
    assert len(list(redis.scan_iter("rq:job:*"))) == len(left.chunks)
    assert await cleanup.trim(spare=1_000) == 0
    await cleanup.trim(spare=0)
    assert redis.lrange(schema.RQ_LIST, 0, -1) == [schema.rq_id(chunk, 0).encode() for chunk in left.chunks]
    finish(queue, left.job_id)


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


def edit_payload(queue: Both, chunk_id: str, **fields: Any) -> None:
    """Change fields of a chunk as it lies in Redis."""
    stored = queue.redis.hget(schema.chunk_key(chunk_id), "payload")
    assert isinstance(stored, bytes)
    payload = json.dumps({**json.loads(unpack(stored)), **fields})
    queue.redis.hset(schema.chunk_key(chunk_id), "payload", payload)


async def test_a_chunk_that_the_version_before_queued_is_done(queue: Both) -> None:
    job_id = await queue.submit(["a"])
    [chunk_id] = queue.chunks()
    edit_payload(queue, chunk_id, work="")
    claim = queue.claim(chunk_id)
    assert [item.body.source for item in items_of(claim)] == ["a"]
    assert queue.store.report(claim, answer(claim))
    assert (await queue.status(job_id)).state == "done"


async def test_a_chunk_of_a_newer_version_is_claimed_and_left_until_its_lease_ends(queue: Both) -> None:
    job_id = await queue.submit(["a"])
    [chunk_id] = queue.chunks()
    edit_payload(queue, chunk_id, kind="of a newer version")
    with pytest.raises(UnreadableChunk):
        queue.store.claim(chunk_id)
    assert queue.store.claim(chunk_id) is None
    queue.due(chunk_id)
    edit_payload(queue, chunk_id, kind="verify")  # what a newer worker makes of it
    assert queue.claim(chunk_id).token == 2
    assert (await queue.status(job_id)).state == "running"
