"""Jobs and problems of keys, and what Redis holds for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from equijudge_api.planning import verify_plan
from equijudge_api.queue.admission import Origin, Submission
from equijudge_api.settings import Settings
from equijudge_core.contracts.verify import VerifyRequest
from equijudge_core.judging.problem import parse_row
from equijudge_queue import schema
from tests.integration.queue_support import Both, answer, random_text
from tests.service import body

QUOTA = 60_000
SETTINGS = Settings(redis_url="redis://")


def row(name: str, size: int = 100) -> dict[str, Any]:
    return {"name": name, "public_tests": {"input": [random_text(size)], "output": ["1"]}}


def job(name: str, owner: str, size: int = 100, sources: Sequence[str] = ("a",)) -> Submission:
    request = VerifyRequest.model_validate(body(list(sources), row(name, size)))
    return verify_plan.plan_verify(request, {}, SETTINGS, 1, Origin(owner))


def referring(problem: str, owner: str, queue: Both) -> Submission:
    """A job of a stored problem."""
    summary = parse_row(row("any")).summary().model_copy(update={"problem_id": problem})
    request = VerifyRequest.model_validate({"problems": [{"problem_id": problem, "candidates": [{"source": "a"}]}]})
    return verify_plan.plan_verify(request, {problem: summary}, SETTINGS, 1, Origin(owner))


def finish(queue: Both, job_id: str) -> None:
    """All chunks of the job are done; those of others, which are as likely to be next, are given back."""
    claims = [*iter(lambda: queue.store.claim("none"), None)]
    mine = [claim for claim in claims if claim.chunk.job_id == job_id]
    assert mine
    for claim in mine:
        assert queue.store.report(claim, answer(claim))
        queue.store.finish(claim)
    for claim in claims:
        queue.store.release(claim)


def grow_old(queue: Both, seconds: float) -> None:
    """As if everything that is over were so much older."""
    redis: Any = queue.redis
    for key in (*redis.scan_iter("ej:age:*"), *redis.scan_iter(schema.VERDICTS)):
        for member, score in redis.zrange(key, 0, -1, withscores=True):
            redis.zadd(key, {member: score - seconds})
    for key in redis.scan_iter(schema.job_key("*")):
        if redis.type(key) == b"hash" and (finished := redis.hget(key, "finished_at")):
            redis.hset(key, "finished_at", float(finished) - seconds)


def counted(queue: Both, owner: str | None = None) -> dict[str, int]:
    found: Any = queue.redis.hgetall(schema.BYTES if owner is None else schema.bytes_key(owner))
    return {kind.decode(): int(size) for kind, size in found.items()}


def problem_of(submitted: Submission) -> str:
    (problem_id,) = submitted.sent
    return problem_id
