"""Problems that are stored for good, and by whom; and what a cancelled job takes along."""

from __future__ import annotations

import json
from typing import Any

import pytest

from equijudge_api.planning import verify_plan
from equijudge_api.queue.admission import QuotaExceeded
from equijudge_api.queue.cleanup import Cleanup
from equijudge_core.judging.problem import parse_row
from equijudge_queue import schema
from tests.integration.queue_bounds_support import (
    counted,
    finish,
    grow_old,
    job,
    problem_of,
    referring,
    row,
)
from tests.integration.queue_support import Both


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
